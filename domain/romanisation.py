"""Kazakh names in English letters, as on maps and road signs (simplified BGN/PCGN: Мыңбұлақ is
Mynbulak, Жезқазған Zhezkazgan)."""

import re

LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "yo",
    "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
RUSSIAN_ENDING = re.compile(r"[ыи]й\b")


def romanised(name: str) -> str:
    """The same each time; what is not a Cyrillic letter stays."""
    short = RUSSIAN_ENDING.sub("ы", name)  # Степной is Stepnoy, Степный is Stepny
    return "".join(_letter(char) for char in short)


def _letter(char: str) -> str:
    latin = LETTERS.get(char.lower(), char)
    return latin if char.islower() else latin[:1].upper() + latin[1:]

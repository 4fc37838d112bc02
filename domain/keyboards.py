"""What the same keys give on the other keyboards of Kazakhstan: English, Russian, Kazakh.

Key tables are those of Windows and of xkb `us`, `ru`, `kz`: on the Kazakh one the digit row gives
ә і ң ғ ү ұ қ ө һ on 2 3 4 5 8 9 0 - =.
"""

from itertools import permutations

ENGLISH = (
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
)
RUSSIAN = (
    "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю."
    'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
)
KAZAKH = (
    '("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№'
    ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"
)

RETYPED = tuple(
    str.maketrans(typed, meant) for typed, meant in permutations((ENGLISH, RUSSIAN, KAZAKH), 2)
)


def layouts(text: str) -> tuple[str, ...]:
    """The text itself, then what its keys give on the other keyboards: `ghbdtn` is also `привет`,
    `руддщ` is also `hello`. Each reading once, always in the same order. A text without a letter
    has one reading: a number is a number on every keyboard."""
    if not any(c.isalpha() for c in text):
        return (text,)
    return tuple(dict.fromkeys((text, *(text.translate(table) for table in RETYPED))))

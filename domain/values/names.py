"""Names of people, exactly as on the identity paper."""

import re
from dataclasses import dataclass
from typing import Self

from domain.errors import Refusal
from domain.text import CYRILLIC_TWINS, LATIN_TWINS, TO_CYRILLIC, clean, fold, readings

LONGEST = 60  # the longest patronymics with оғлы and a double first name stay under 50

APOSTROPHES = str.maketrans("’‘ʼʻ`´′", "'" * 7)
HYPHENS = re.compile(r"\s*[-‐‑‒–—−]\s*")
BREAKS = re.compile(r"([ -])")
TO_LATIN = str.maketrans(CYRILLIC_TWINS, LATIN_TWINS)

# Written small after the father's name: `Али оғлы`.
SONS_AND_DAUGHTERS = frozenset(
    ("оғлы", "оглы", "оглу", "қызы", "кызы", "гызы", "ұлы", "улы", "уулу", "ogly", "oglu", "kyzy",
     "qyzy", "uly")
)  # fmt: skip
NO_PATRONYMIC = frozenset(map(fold, (
    "жоқ", "нет", "нету", "no", "none", "n/a", "не имеется", "отсутствует", "нет отчества",
    "без отчества", "отчества нет", "әкесінің аты жоқ", "no patronymic",
)))  # fmt: skip


@dataclass(eq=False)
class NameEmpty(Refusal):
    """Nothing was typed, or no letter was."""


@dataclass(eq=False)
class NameWithDigits(Refusal):
    """There is a digit in it; `digit` is the first."""

    digit: str


@dataclass(eq=False)
class NameWrongCharacter(Refusal):
    """Something no name has; `character` is the first: a sign, an emoji, a letter that is neither
    Cyrillic nor Latin."""

    character: str


@dataclass(eq=False)
class NameTooLong(Refusal):
    """`characters` were typed, `most` fit."""

    characters: int
    most: int


@dataclass(eq=False)
class NameMixedLetters(Refusal):
    """One word has Cyrillic and Latin letters, and neither kind can stand for the other."""

    word: str


@dataclass(eq=False)
class FullNameOneWord(Refusal):
    """A surname or a first name alone, where both are needed."""


@dataclass(eq=False)
class FullNameManyWords(Refusal):
    """More words than a surname, a first name and a patronymic; `count` were typed."""

    count: int


@dataclass(frozen=True, slots=True)
class Name:
    """One part of a name: a surname, a first name or a patronymic."""

    text: str

    @classmethod
    def read(cls, raw: str) -> Self:
        """Keeps the letters as typed, except: all small or ALL CAPITAL gets its capitals, a Latin
        letter in a Cyrillic word becomes its twin and the other way round, hyphens and apostrophes
        are plain ones. Refuses: NameEmpty, NameTooLong, NameWithDigits, NameWrongCharacter,
        NameMixedLetters."""
        text = HYPHENS.sub("-", clean(raw).translate(APOSTROPHES)).strip(" -'")
        if not text:
            raise NameEmpty
        if len(text) > LONGEST:
            raise NameTooLong(len(text), LONGEST)
        _hold_to_letters(text)
        return cls(_capitals("".join(map(_one_alphabet, BREAKS.split(text)))))

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class FullName:
    surname: Name
    given: Name
    patronymic: Name | None

    @classmethod
    def read(cls, raw: str) -> Self:
        """Surname, first name and, if there is one, patronymic, in this order, as on papers.
        Refuses what `Name` does, FullNameOneWord and FullNameManyWords."""
        words = Name.read(raw).text.split()
        if len(words) == 1:
            raise FullNameOneWord
        parts = [*words[:2], " ".join(words[2:])]
        if len(words) > 3 and (len(words) > 4 or words[3].lower() not in SONS_AND_DAUGHTERS):
            raise FullNameManyWords(len(words))
        surname, given, patronymic = parts
        return cls(Name(surname), Name(given), Name(patronymic) if patronymic else None)

    @property
    def text(self) -> str:
        return " ".join(p.text for p in (self.surname, self.given, self.patronymic) if p)


def full_name(surname: str, given: str, patronymic: str) -> str:
    """As it is said; `-` stands for no patronymic."""
    return " ".join(part for part in (surname, given, patronymic) if part not in ("", "-"))


def none_said(raw: str) -> bool:
    """Whether the answer to "patronymic?" says that there is none: `-`, `жоқ`, `нет`, `no`."""
    if clean(raw) in {"-", "–", "—", "−", "--", "---"}:
        return True
    return any(key in NO_PATRONYMIC for key in readings(raw))


def _hold_to_letters(text: str) -> None:
    for char in text:
        if char.isdigit() or char.isnumeric():
            raise NameWithDigits(char)
        if char not in " -'" and not _cyrillic(char) and not _latin(char):
            raise NameWrongCharacter(char)
    if not any(c.isalpha() for c in text):
        raise NameEmpty


def _cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u052f" and char.isalpha()


def _latin(char: str) -> bool:
    """Basic, with the marks of European, Turkish and Azerbaijani names."""
    return char.isalpha() and (char < "\u0250" or char in "əɵ") and char not in "ªºµŉǰ"


def _one_alphabet(word: str) -> str:
    cyrillic, latin = sum(map(_cyrillic, word)), sum(map(_latin, word))
    if not cyrillic or not latin:
        return word
    tables = (TO_CYRILLIC, TO_LATIN) if cyrillic >= latin else (TO_LATIN, TO_CYRILLIC)
    for mended in map(word.translate, tables):
        if not any(map(_latin, mended)) or not any(map(_cyrillic, mended)):
            return mended
    raise NameMixedLetters(word)


def _capitals(text: str) -> str:
    """Proper case for a name typed in one case only; one in both cases is as its owner has it."""
    if not (text.islower() or text.isupper()):
        return text
    words = BREAKS.split(text)
    first, *rest = (_capital(word) for word in words)
    return first + "".join(w.lower() if w.lower() in SONS_AND_DAUGHTERS else w for w in rest)


def _capital(word: str) -> str:
    """`O'BRIEN` is O'Brien, `ДАР'Я` is Дар'я."""
    if word[1:2] == "'":
        return word[:2].upper() + _capital(word[2:])
    first = word[:1] if len(word[:1].upper()) > 1 else word[:1].upper()  # ß has no capital
    return first + word[1:].replace("İ", "i").lower()

"""Text as people type it: made safe to store, folded for comparing, told from other text.

Knows alphabets, not meanings: what a text is the answer to is somebody else's business. Finding
one label among many is `domain.search`.
"""

import unicodedata
from functools import lru_cache

from domain.keyboards import layouts

__all__ = ["clean", "digits_of", "fold", "layouts", "look_alike", "readings", "same"]

# Printable by their category, yet nothing is seen: fillers, joiners, variation selectors.
UNSEEN = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800"), " ") | dict.fromkeys(
    (0x034F, *range(0x180B, 0x180E), *range(0xFE00, 0xFE10)), None
)

# Latin letters that cannot be told from Cyrillic ones by eye, as they are mixed up in practice
# (ə and ɵ come from Azerbaijani and phonetic keyboards).
LATIN_TWINS = "ABCEHIKMOPTXYaceikmhoptxybƏəƟɵ"
CYRILLIC_TWINS = "АВСЕНІКМОРТХУасеікмһортхувӘәӨө"
TO_CYRILLIC = str.maketrans(LATIN_TWINS, CYRILLIC_TWINS)

# A search forgives these; the rest (ё, ќ, ў, ş, é …) falls out of their decomposition.
KIN = str.maketrans("ңқұүғәөіһ", "нкуугаоих")
APOSTROPHES = "'’‘ʼʻ`´′"


def clean(raw: str) -> str:
    """Text that can be stored, shown and compared anywhere: one line, NFC, single plain spaces,
    nothing invisible (controls, bidi marks, zero width, BOM, soft hyphen), no lone surrogate,
    no NUL. Cleaning twice changes nothing; nothing is ever refused."""
    if not raw.isprintable():
        raw = "".join(map(_storable, raw))
    return " ".join(unicodedata.normalize("NFC", raw.translate(UNSEEN)).split())


@lru_cache(maxsize=2048)
def _storable(char: str) -> str:
    if char.isspace():
        return " "
    # Cc controls, Cf marks, Cs surrogates; Co and Cn stay, except those Unicode will never assign.
    if unicodedata.category(char) in {"Cc", "Cf", "Cs"}:
        return ""
    return "" if ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF else char


def fold(text: str) -> str:
    """The search key of a text: small letters, Kazakh letters as their Russian kin (ң as н), ё as
    е, marks dropped, anything but letters and digits a space. Folding twice changes nothing."""
    words = "".join(map(_unmarked, clean(text))).split()
    return " ".join(map(look_alike, words)).casefold().translate(KIN)


@lru_cache(maxsize=2048)
def _unmarked(char: str) -> str:
    """The letter or digit without its marks; й is a letter of its own."""
    if char in "йЙ":
        return char
    if char in APOSTROPHES:
        return ""
    if not char.isalnum():
        return "" if unicodedata.category(char)[0] == "M" else " "
    parts = unicodedata.normalize("NFKD", "i" if char == "ı" else char)
    return "".join(p if p.isalnum() else " " for p in parts if unicodedata.category(p)[0] != "M")


def look_alike(word: str) -> str:
    """The word with its Latin twins made Cyrillic, if that makes all of it Cyrillic (`мeктеп` with
    a Latin e); otherwise the word as it was."""
    if word.isascii() or not any("\u0400" <= c <= "\u052f" for c in word):
        return word
    mended = word.translate(TO_CYRILLIC)
    return word if any(c.isalpha() and not "\u0400" <= c <= "\u052f" for c in mended) else mended


def readings(text: str) -> tuple[str, ...]:
    """Every key the text may stand for, the likeliest first: as typed, on the other keyboards, and
    with all its Latin letters taken for their Cyrillic twins (class `9A`). One that has fewer
    letters and digits than were typed is no reading: `7 сынып` is not `. сынып`."""
    typed, *others = (fold(t) for t in (*layouts(text), look_alike_whole(text)))
    return tuple(k for k in dict.fromkeys((typed, *others)) if k and _size(k) >= _size(typed))


def _size(key: str) -> int:
    return len(key) - key.count(" ")


def look_alike_whole(text: str) -> str:
    """The text in Cyrillic if each of its letters has a Cyrillic twin, otherwise as it was."""
    return look_alike(f"{text}ш")[:-1]


def same(typed: str, label: str) -> bool:
    """Whether the typed text is this label: whole, on any keyboard, whatever the case, the marks
    and the Kazakh letters. A typo is not forgiven: `8 сынып` is not `9 сынып`."""
    return clean(typed) == clean(label) or fold(label) in readings(typed)


@lru_cache(maxsize=4096)
def typings(label: str) -> frozenset[str]:
    """The keys of everything that may be typed for this label: itself, and what its keys give on
    another keyboard. With it one look-up of `fold(typed)` does for many labels."""
    return frozenset(key for key in map(fold, layouts(label)) if key)


def digits_of(text: str) -> str:
    """The digits 0-9 of a text. Arabic ٨ and full-width ８ are not among them."""
    return "".join(c for c in text if c.isascii() and c.isdigit())

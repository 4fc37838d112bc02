"""E-mail addresses as people type them: tidied, and checked without asking the network."""

import re
from dataclasses import dataclass
from typing import Self
from unicodedata import category

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email

from domain.errors import Refusal
from domain.search import one_typo
from domain.text import CYRILLIC_TWINS, LATIN_TWINS, clean

# RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of them angle brackets.
LONGEST = 254

LABEL = re.compile(r"^(?:mailto|e-?mail|(?:эл\.?\s*)?(?:почта|пошта))\s*[:.]\s*", re.IGNORECASE)
IN_BRACKETS = re.compile(r"^[^<>]*<([^<>]*)>[\s.,;]*$")
AROUND = " <>()[]«»„“”\"'"
NAME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.")  # RFC 5322
TO_LATIN = str.maketrans(CYRILLIC_TWINS, LATIN_TWINS)

# What nine of ten addresses end with, so that a slip in them is worth a question.
USUAL = (
    "gmail.com", "mail.ru", "mail.kz", "inbox.ru", "list.ru", "bk.ru", "yandex.ru", "yandex.kz",
    "ya.ru", "icloud.com", "outlook.com", "hotmail.com", "yahoo.com", "rambler.ru", "daryn.kz",
    "internet.ru",
)  # fmt: skip
# Real ones a letter away from a usual one.
REAL_TOO = frozenset((
    "ymail.com", "mail.com", "email.com", "email.kz", "hotmail.co", "yahoo.co", "mail.kg",
    "mail.ua", "mail.su", "yandex.by", "yandex.uz", "yandex.kg", "inbox.eu",
))  # fmt: skip
ENDINGS = {
    "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "coom": "com", "vom": "com",
    "xom": "com", "cim": "com", "ry": "ru", "rru": "ru", "kzz": "kz", "kx": "kz",
}  # fmt: skip


@dataclass(eq=False)
class EmailEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class EmailSpaceInside(Refusal):
    """A space in the middle: two words, or two addresses."""


@dataclass(eq=False)
class EmailNoAt(Refusal):
    """There is no @."""


@dataclass(eq=False)
class EmailTwoAts(Refusal):
    """There is more than one @."""


@dataclass(eq=False)
class EmailTooLong(Refusal):
    """Over 254 octets, or over 64 before the @."""

    length: int


@dataclass(eq=False)
class EmailNoName(Refusal):
    """Nothing stands before the @."""


@dataclass(eq=False)
class EmailNoDomainDot(Refusal):
    """What stands after the @ has no dot: `mail`, or nothing."""

    domain: str


@dataclass(eq=False)
class EmailLookAlike(Refusal):
    """The domain has Cyrillic letters that look Latin; `meant` is the domain in Latin letters."""

    domain: str
    meant: str


@dataclass(eq=False)
class EmailWrongCharacter(Refusal):
    """A character that addresses do not have there; Cyrillic before the @ is the usual case."""

    character: str


@dataclass(eq=False)
class EmailNoSuchDomain(Refusal):
    """A domain that by its standard receives no mail: `.test`, `.local`, `.invalid`."""

    domain: str


@dataclass(eq=False)
class EmailWrongFormat(Refusal):
    """Anything else: two dots in a row, a hyphen at an edge, a number for a domain."""


@dataclass(frozen=True, slots=True, repr=False)
class Email:
    """An address mail can be sent to. Its `repr` hides it, so it never gets into a log."""

    text: str

    @classmethod
    def read(cls, raw: str) -> Self:
        """Refuses: EmailEmpty, EmailSpaceInside, EmailNoAt, EmailTwoAts, EmailTooLong,
        EmailNoName, EmailNoDomainDot, EmailLookAlike, EmailWrongCharacter, EmailNoSuchDomain,
        EmailWrongFormat."""
        text = _tidy(raw)
        _hold_to_shape(text)
        name, domain = text.split("@")
        _hold_to_name(name)
        _hold_to_domain(domain.lower())
        return cls(_standard(text))

    @property
    def key(self) -> str:
        """By this an address is unique: two that differ in case are one mailbox in practice."""
        return self.text.casefold()

    @property
    def suggestion(self) -> str | None:
        """The whole address with a usual slip in the domain mended (`gmial.com`), to be asked
        about, not assumed; None when nothing looks wrong."""
        name, domain = self.text.split("@")
        better = _mended(domain)
        return f"{name}@{better}" if better else None

    @property
    def masked(self) -> str:
        return masked_email(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Email({self.masked})"


def masked_email(text: str) -> str:
    """For showing where others may look: `a***@mail.kz`."""
    name, _, domain = text.rpartition("@")
    return f"{name[:1]}***@{domain}"


def _tidy(raw: str) -> str:
    text = IN_BRACKETS.sub(r"\1", clean(raw)).strip(AROUND)
    text = LABEL.sub("", text).rstrip(AROUND + ".,;:!?").lstrip(AROUND)
    return re.sub(r" ?@ ?", "@", text)


def _standard(text: str) -> str:
    try:
        standard = validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise EmailWrongFormat from None
    _hold_to_domain(standard.rpartition("@")[2])  # `xn--…` was seen through only now
    if clean(standard) != standard:
        raise EmailWrongFormat
    return standard


def _hold_to_shape(text: str) -> None:
    if not text:
        raise EmailEmpty
    if len(text.encode()) > LONGEST:
        raise EmailTooLong(len(text))
    if "@" not in text:
        raise EmailNoAt
    if " " in text:
        raise EmailSpaceInside
    if text.count("@") > 1:
        raise EmailTwoAts


def _hold_to_name(name: str) -> None:
    if not name:
        raise EmailNoName
    if strangers := [c for c in name if c.lower() not in NAME_LETTERS]:
        raise EmailWrongCharacter(strangers[0])
    if len(name) > 64:  # RFC 5321 §4.5.3.1.1
        raise EmailTooLong(len(name))


def _hold_to_domain(domain: str) -> None:
    if "." not in domain:
        raise EmailNoDomainDot(domain)
    if strangers := [c for c in domain if not (c.isalnum() or c in ".-" or category(c)[0] == "M")]:
        raise EmailWrongCharacter(strangers[0])
    _hold_to_one_alphabet(domain)
    if any(f".{domain}".endswith(f".{reserved}") for reserved in SPECIAL_USE_DOMAIN_NAMES):
        raise EmailNoSuchDomain(domain)


def _hold_to_one_alphabet(domain: str) -> None:
    """Wholly Cyrillic labels are right (`почта.рф`); mixed ones are a forgery or a slip."""
    mixed = [x for x in domain.split(".") if not x.isascii() and re.search("[a-z]", x)]
    meant = domain.translate(TO_LATIN)
    if meant.isascii() and meant != domain and (mixed or meant in USUAL):
        raise EmailLookAlike(domain, meant)
    if strangers := [c for label in mixed for c in label if "\u0400" <= c <= "\u052f"]:
        raise EmailWrongCharacter(strangers[0])


def _mended(domain: str) -> str | None:
    if domain in USUAL or domain in REAL_TOO:
        return None
    host, _, ending = domain.rpartition(".")
    mended = f"{host}.{ENDINGS.get(ending, ending)}"
    near = (u for u in USUAL if mended == u or (len(u) > 6 and one_typo(mended, u)))
    return next(near, mended if mended != domain else None)

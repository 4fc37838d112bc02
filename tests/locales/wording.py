"""What is wrong with a folder of messages, one line for each fault. Functions over a folder, so
that tests can show each of them a bad one."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path

from fluent.syntax import FluentSerializer, ast, visitor

from adapters.ftl import Entries, Names, Patterns, read_folder, variables_of
from adapters.phrases import ALMATY, Phrases
from domain.ports import LANGS

BUILT_IN = {"NUMBER", "DATETIME"}
FUNCTIONS = BUILT_IN | Phrases("kk", ALMATY).functions.keys()
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{2,}")
# After a value: closing tags and quotes, perhaps a hyphen, then a letter. «{$n}-бет» is right for
# any number: an ordinal is written in figures with a hyphen, and a whole word comes after it.
GLUED = re.compile(r"(?:</\w+>|[»”\"')])*(?!-(?:бет|кезең)\b)[-‐‑–]?[^\W\d_]")

# What is not Kazakh in a Kazakh message, and what is: the glossary's notes (locales/glossary.csv)
# and the misprints of the five portals' manuals.
GIVEAWAYS = {
    "құпия сөз": "құпиясөз",
    "пароль": "құпиясөз",
    "эцп": "ЭЦҚ",
    "иин": "ЖСН",
    "бин": "БСН",
    "фио": "аты-жөні",
    "nsalayer": "NCALayer",
    "толтырақ": "толығырақ",
    "мобильді маб": "Мобильді азаматтар базасы (МАБ)",
    "бмг": "МАБ",
    "стоп-парақ": "стоп-лист",
    "бюллетеньы": "бюллетені",
    "почта": "пошта",
    "номер": "нөмір",
    "кнопка": "түйме",
    "документ": "құжат",
    "область": "облыс",
    "район": "аудан",
    "школа": "мектеп",
    "класс": "сынып",
    "заявление": "өтініш",
    "заявка": "өтінім",
    "очередь": "кезек",
    "дата": "күні",
    "или": "немесе",
    "для": "үшін",
    "ваш": "сіздің",
    "пожалуйста": "өтінеміз",
}
GIVEAWAY = {word: re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in GIVEAWAYS}


def every_message(locales: Path) -> set[str]:
    return {name for lang in LANGS for name in read_folder(locales / lang).messages}


def mentioned_within(locales: Path) -> set[str]:
    """Messages that other messages mention."""
    return {
        mention
        for lang in LANGS
        for pattern in patterns(read_folder(locales / lang))
        for mention in Names(pattern).mentions
    }


def unused_terms(locales: Path) -> list[str]:
    terms = {term for lang in LANGS for term in read_folder(locales / lang).terms}
    return sorted(terms - mentioned_within(locales))


def patterns(entries: Entries) -> Iterator[ast.Pattern]:
    yield from entries.messages.values()
    yield from entries.terms.values()


def faults(locales: Path, *, allowed: frozenset[str] = frozenset()) -> list[str]:
    """All of them. `allowed` are messages that may read alike, or quote another language."""
    langs: dict[str, Entries] = {lang: read_folder(locales / lang) for lang in LANGS}
    checks = (
        missing(langs),
        differing_arguments(langs),
        dangling(langs),
        untranslated(langs, allowed=allowed),
        other_languages(langs, allowed=allowed),
        glued_suffixes(langs["kk"]),
        not_kazakh(langs["kk"], allowed=allowed),
    )
    return sorted(fault for check in checks for fault in check)


def missing(langs: Mapping[str, Entries]) -> Iterator[str]:
    """Messages and attributes that are not told in every language."""
    everything = set().union(*(entries.messages for entries in langs.values()))
    for lang, entries in langs.items():
        yield from (f"{lang}: {name} is missing" for name in everything - entries.messages.keys())


def differing_arguments(langs: Mapping[str, Entries]) -> Iterator[str]:
    for name in set.intersection(*(set(entries.messages) for entries in langs.values())):
        needed = {lang: arguments(entries.messages, name) for lang, entries in langs.items()}
        if len(set(needed.values())) > 1:
            told = "; ".join(f"{lang} {' '.join(sorted(args))}" for lang, args in needed.items())
            yield f"{name} takes different arguments: {told}"


def arguments(messages: Patterns, name: str) -> frozenset[str]:
    try:
        return variables_of(messages, name)
    except KeyError:  # it mentions what isn't there: `dangling` tells
        return frozenset()


def dangling(langs: Mapping[str, Entries]) -> Iterator[str]:
    """Mentions of messages, terms and functions that do not exist."""
    for lang, entries in langs.items():
        known = entries.messages.keys() | entries.terms.keys() | FUNCTIONS
        for name, pattern in {**entries.messages, **entries.terms}.items():
            names = Names(pattern)
            for mention in (names.mentions | names.functions) - known:
                yield f"{lang}: {name} mentions {mention}, which isn't there"


def untranslated(langs: Mapping[str, Entries], *, allowed: frozenset[str]) -> Iterator[str]:
    """More than one word, and the same in two languages."""
    for (one, these), (two, those) in combinations(langs.items(), 2):
        for name in (these.messages.keys() & those.messages.keys()) - allowed:
            here, there = these.messages[name], those.messages[name]
            if source(here) == source(there) and len(WORD.findall(text(here))) > 1:
                yield f"{name} is the same in {one} and {two}"


def other_languages(langs: Mapping[str, Entries], *, allowed: frozenset[str]) -> Iterator[str]:
    """Cyrillic in English, letters in Russian that Russian hasn't, no Kazakh letter in a long
    Kazakh message."""
    checks: dict[str, Callable[[str], object]] = {
        "en": CYRILLIC.search,
        "ru": KAZAKH_LETTERS.search,
        "kk": lambda said: len(CYRILLIC.findall(said)) > 25 and not KAZAKH_LETTERS.search(said),
    }
    for lang, wrong in checks.items():
        for name, pattern in langs[lang].messages.items():
            if name not in allowed and wrong(text(pattern)):
                yield f"{lang}: {name} is in another language"


def glued_suffixes(kazakh: Entries) -> Iterator[str]:
    """A suffix follows the vowels of what it is put after, and a value's are not known: say
    «Мерзімі: {$date}», not «{$date}-ға дейін»."""
    for name, pattern in kazakh.messages.items():
        if any(map(is_glued, Texts(pattern).after_values)):
            yield f"kk: {name} has a suffix glued to a value"


def is_glued(after: str) -> bool:
    return GLUED.match(after) is not None


def not_kazakh(kazakh: Entries, *, allowed: frozenset[str]) -> Iterator[str]:
    for name, pattern in {**kazakh.messages, **kazakh.terms}.items():
        said = " ".join(text(pattern).casefold().split())
        for word, right in GIVEAWAYS.items():
            if name not in allowed and GIVEAWAY[word].search(said):
                yield f"kk: {name} says «{word}» for «{right}»"


class Texts(visitor.Visitor):
    """The texts of a pattern, with its variants, and those that come right after a value."""

    def __init__(self, pattern: ast.Pattern) -> None:
        self.all: list[str] = []
        self.after_values: list[str] = []
        self.visit(pattern)

    def visit_Pattern(self, pattern: ast.Pattern) -> None:  # noqa: N802
        previous: ast.TextElement | ast.Placeable | None = None
        for element in pattern.elements:
            if isinstance(element, ast.TextElement):
                self.all.append(element.value)
                if is_value(previous):
                    self.after_values.append(element.value)
            else:
                self.visit(element)
            previous = element


def is_value(element: ast.TextElement | ast.Placeable | None) -> bool:
    return isinstance(element, ast.Placeable) and not isinstance(
        element.expression, ast.StringLiteral
    )


@cache
def text(pattern: ast.Pattern) -> str:
    """The words without the values."""
    return " ".join(Texts(pattern).all)


def source(pattern: ast.Pattern) -> str:
    message = ast.Message(ast.Identifier("x"), pattern)
    return FluentSerializer().serialize_entry(message)

"""A message that says which button to press names one that there is."""

import re
from pathlib import Path

import pytest

from domain.ports import LANGS

LOCALES = Path(__file__).parents[2] / "locales"
SAID = re.compile(r"^(?:[\w-]+ =|    \.[\w-]+ =)[ \t]*(.*)$", re.MULTILINE)
VARIABLE_END = re.compile(r"\s*\(?\{.*")
PRESSED = {
    "ru": re.compile(r"[Нн]ажмите (?:кнопку )?«([^»{]+)»"),
    "kk": re.compile(r"«([^»{]+)»(?: деген)?(?: батырмасын| түймесін| түймені)? бас"),
    "en": re.compile(r"(?:[Pp]ress|[Tt]ap|[Cc]hoose) “([^”{]+)”"),
}
ELSEWHERE = {"QR scanner"}
"""Not ours: in eGov Mobile."""


def strangers(lang: str, text: str) -> set[str]:
    """What is to be pressed and is nowhere said as a whole."""
    known = {VARIABLE_END.sub("", said).strip() for said in SAID.findall(text)}
    return set(PRESSED[lang].findall(text)) - known - ELSEWHERE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "a = Нажмите «Дальше».\nb = Далее"),
        ("kk", "a = «Әрі қарай» түймесін басыңыз.\nb = Ары қарай"),
        ("en", "a = Press “Next”.\nb = Next page"),
    ],
)
def test_a_button_that_isnt_there_is_found(lang: str, text: str) -> None:
    assert len(strangers(lang, text)) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_buttons_that_messages_name_are_there(lang: str) -> None:
    text = "\n".join(file.read_text("utf-8") for file in (LOCALES / lang).rglob("*.ftl"))
    assert len(PRESSED[lang].findall(text)) > 9
    assert strangers(lang, text) == set()

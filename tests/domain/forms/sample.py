"""A form that has a question of every kind, a branch, a dependent list and facts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.errors import Refusal
from domain.forms.engine import walk
from domain.forms.kinds import Consent, ManyOf, Number, OnDay, OneOf, line, yes_or_no
from domain.forms.model import Answers, Choice, Draft, DraftId, Field, Form, Summary
from domain.forms.papers import Paper
from domain.forms.person import ContactPhone, Patronymic, Secret, SecretAgain, email, iin, name
from domain.values.days import Day
from domain.values.passwords import Rules

TODAY = date(2026, 11, 20)
IINS = ("090415690007", "090415690017")
PAPER = {"pages": [], "whole": {"file": "f" * 64, "pages": 1, "bytes": 1000}}


def choices(*codes: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, words=f"choice-{code}") for code in codes)


REGIONS = choices("north", "south", "city")
TOWNS = {"north": choices("n1", "n2", "x"), "south": choices("s1", "x"), "city": choices("c1")}
CLUBS = {"n1": choices("chess"), "x": choices("chess", "go", "robots")}


def towns(before: Answers) -> tuple[Choice, ...]:
    return TOWNS[before["region"]]


def clubs(before: Answers) -> tuple[Choice, ...]:
    return CLUBS.get(before["town"], choices("go", "robots"))


def in_club(before: Answers) -> bool:
    return bool(before["member"] == "yes")


FIELDS = (
    Field("consent", Consent("consent-give")),
    Field("iin", iin()),
    Field("surname", name()),
    Field("patronymic", Patronymic()),
    Field("born", OnDay(lambda raw: Day.read_birth(raw, today=TODAY))),
    Field("email", email(), optional=True),
    Field("phone", ContactPhone()),
    Field("region", OneOf(REGIONS)),
    Field("town", OneOf(towns)),
    Field("member", yes_or_no()),
    Field("clubs", ManyOf(clubs), when=in_club, decided_by="member"),
    Field("years", Number(0, 12), when=in_club, decided_by="member", optional=True),
    Field("motto", line(3, 40)),
    Field("paper", Paper()),
    Field("password", Secret(Rules())),
    Field("again", SecretAgain("password"), follow_up=True),
)
SAMPLE = Form("sample", FIELDS)

ANSWERS: Mapping[str, Any] = {
    "consent": "yes",
    "iin": IINS[0],
    "surname": "Сынақова",
    "patronymic": "-",
    "born": "2009-04-15",
    "email": "pupil@example.com",
    "phone": "+77000000001",
    "region": "north",
    "town": "x",
    "member": "yes",
    "clubs": ["chess", "robots"],
    "years": 3,
    "motto": "Білім – күш",
    "paper": PAPER,
    "password": {"hash": "h1"},
    "again": {"same": "h1"},
}


def draft(**changes: Any) -> Draft:
    """A draft with every answer, but for the changes; an answer of `...` is missing."""
    answers = {k: v for k, v in {**ANSWERS, **changes}.items() if v is not ...}
    return Draft(DraftId(7), SAMPLE.name, answers)


def asked(form: Form, of: Draft) -> str | None:
    """The key of the question that is open."""
    found = walk(form, of)[1]
    return found.key if found else None


def submitted(screen: Any) -> Mapping[str, Any]:
    assert isinstance(screen, Summary)
    return screen.held


def refusal_of(work: Any) -> str | None:
    """The name of the refusal, None if there is none; any other exception flies."""
    try:
        work()
    except Refusal as refusal:
        return type(refusal).__name__
    return None

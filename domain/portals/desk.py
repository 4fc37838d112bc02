"""The conversations of the staff desk: moving and cancelling a session, opening registration,
writing to people, and letting a colleague work here."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from domain import changes, proposals, staff
from domain.broadcasts import Audience, BroadcastId
from domain.changes import Slot
from domain.errors import Refusal
from domain.forms.kinds import OnDay, OneOf, Typed
from domain.forms.lists import PlaceChoices
from domain.forms.model import Answers, Choice, Desk, Field, Form
from domain.olympiads import Names
from domain.ports import LANGS
from domain.staff import EVERYWHERE, ROLES
from domain.store import Store
from domain.text import clean
from domain.values.days import Day
from domain.values.passages import Passage
from domain.values.times import DayTime

MOVE, CANCEL, REOPEN = "desk-move", "desk-cancel", "desk-open"
ANNOUNCE, GRANT = "desk-announce", "desk-grant"
ANY = "any"
"""No filter: every event, subject, grade, region or language."""
REASONS = ("technical", "weather", "venue", "schedule")
UNSAID, OTHER = "unsaid", "other"
GRADES = tuple(str(n) for n in range(1, 13))
TEXT = (10, 800)
"""Three of them and what is said above fit one message of 4,096 characters."""
REASON = (5, 200)
"""A reason is a line."""
PERSON = re.compile(r"[0-9]{1,15}")
ZONE = ZoneInfo("Asia/Almaty")


@dataclass(eq=False)
class ColleagueUnclear(Refusal):
    """A colleague is named by the number of their Telegram account, or by a message of theirs."""


def forms(places: PlaceChoices, today: Callable[[], date]) -> tuple[Form, ...]:
    return (
        moving(today),
        cancelling(),
        reopening(today),
        announcing(places),
        granting(places),
    )


def ahead(today: Callable[[], date]) -> OnDay:
    return OnDay(lambda raw: Day.read_ahead(raw, today=today()))


def day_time() -> Typed:
    return Typed(lambda raw: DayTime.read(raw).text)


def passage(least: int, most: int) -> Typed:
    return Typed(lambda raw: Passage.read(raw, least=least, most=most).text)


def reasons(*more: str) -> OneOf:
    return OneOf(tuple(Choice(code, words=f"reason-{code}") for code in (*REASONS, *more)))


def told(before: Answers) -> bool:
    return bool(before["reason"] == OTHER)


def reason_fields(*more: str) -> tuple[Field, ...]:
    """Why: one of a list, or in own words; English takes the Kazakh ones."""
    return (
        Field("reason", reasons(*more, OTHER), words="desk-reason"),
        Field("reason_kk", passage(*REASON), words="desk-reason-kk", when=told),
        Field("reason_ru", passage(*REASON), words="desk-reason-ru", when=told),
    )


def moving(today: Callable[[], date]) -> Form:
    fields = (
        Field("day", ahead(today), words="desk-day"),
        Field("time", day_time(), words="desk-time", lookup=slot_fits),
        *reason_fields(UNSAID),
    )
    return Form(MOVE, fields, review=False)


def cancelling() -> Form:
    return Form(CANCEL, reason_fields(), review=False)


def reopening(today: Callable[[], date]) -> Form:
    fields = (
        Field("day", ahead(today), words="desk-until-day"),
        Field("time", day_time(), words="desk-until-time", lookup=still_ahead),
    )
    return Form(REOPEN, fields, review=False)


def slot_fits(desk: Desk, value: Any, before: Answers) -> None:
    """Refuses at once what can't be: a past time, the present one, a session that is gone."""
    to = slot(desk.store, before["sitting"], before["day"], value)
    proposals.moving(desk.store, before["sitting"], to, None, desk.now)


def still_ahead(desk: Desk, value: Any, before: Answers) -> None:
    moment = at(before["day"], value)
    if moment <= desk.now:
        raise proposals.MovedToPast(moment)


def at(day: str, clock: str) -> datetime:
    """The instant meant, by the country's clock."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), tzinfo=ZONE)


def slot(store: Store, sitting: int, day: str, clock: str) -> Slot:
    """The present length and place at another time."""
    known, _ = changes.known(store, sitting)
    return Slot(at(day, clock), known.minutes, known.place)


def within(regions: Sequence[Choice], areas: Sequence[str]) -> list[Choice]:
    return [c for c in regions if any(staff.covers(area, c.code) for area in areas)]


def any_or(words: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    return (Choice(ANY, words=words), *choices)


def listed(key: str, words: str) -> OneOf:
    """One of what the draft was opened with: names by code."""

    def choices(before: Answers) -> Sequence[Choice]:
        known: Mapping[str, Names] = before.get(key, {})
        return any_or(words, [Choice(code, names=names) for code, names in known.items()])

    return OneOf(choices)


def subjects(before: Answers) -> Sequence[Choice]:
    known: Mapping[str, Names] = before["subjects"].get(before["event"], {})
    return any_or("desk-any-subject", [Choice(code, names=n) for code, n in known.items()])


def announcing(places: PlaceChoices) -> Form:
    grades = [Choice(g, names=dict.fromkeys(LANGS, g)) for g in GRADES]
    languages = [Choice(lang, words=f"language-name-{lang}") for lang in LANGS]

    def regions(before: Answers) -> Sequence[Choice]:
        """All, or those the author's own grants cover."""
        mine: Sequence[str] = before["areas"]
        inside = within(places.region.choices(before), mine)
        return any_or("desk-any-region", inside) if EVERYWHERE in mine else inside

    fields = (
        Field("event", listed("events", "desk-any-event"), words="desk-event"),
        Field(
            "subject",
            OneOf(subjects),
            words="desk-subject",
            when=lambda before: before["event"] != ANY,
        ),
        Field("grade", OneOf(any_or("desk-any-grade", grades)), words="desk-grade"),
        Field("region", OneOf(regions), words="desk-region"),
        Field(
            "language",
            OneOf(any_or("desk-any-language", languages)),
            words="desk-language",
            lookup=somebody,
        ),
        Field(
            "unseen_of",
            listed("notices", "desk-everybody"),
            words="desk-unseen",
            when=lambda before: bool(before.get("notices")),
            lookup=somebody,
        ),
        Field("text_kk", passage(*TEXT), words="desk-text-kk"),
        Field("text_ru", passage(*TEXT), words="desk-text-ru"),
        Field("text_en", passage(*TEXT), words="desk-text-en", optional=True),
    )
    return Form(ANNOUNCE, fields, review=False)


def somebody(desk: Desk, value: Any, before: Answers) -> None:
    """Refuses an audience with nobody in it, before the texts are written."""
    last = "unseen_of" if "language" in before else "language"
    proposals.refuse_nobody(desk.store, audience_of({**before, last: value}))


def granting(places: PlaceChoices) -> Form:
    roles = tuple(Choice(role, words=f"role-of-{role}") for role in ROLES)

    def organisations(before: Answers) -> Sequence[Choice]:
        return [Choice(o, words=f"organisation-{o}") for o in before["organisations"]]

    def areas(before: Answers) -> Sequence[Choice]:
        mine: Sequence[str] = before["areas"][before["organisation"]]
        inside = within(places.region.choices(before), mine)
        country = [Choice(EVERYWHERE, words="area-everywhere")] if EVERYWHERE in mine else []
        own = [Choice(a, names=dict.fromkeys(LANGS, a)) for a in mine if a != EVERYWHERE]
        known = {c.code for c in inside}
        return [*country, *inside, *(c for c in own if c.code not in known)]

    fields = (
        Field("colleague", Typed(colleague), words="desk-colleague"),
        Field("organisation", OneOf(organisations), words="desk-organisation"),
        Field("area", OneOf(areas), words="desk-area"),
        Field("role", OneOf(roles), words="desk-role"),
    )
    return Form(GRANT, fields, review=False)


def colleague(raw: str) -> str:
    text = clean(raw)
    if not PERSON.fullmatch(text) or int(text) == 0:
        raise ColleagueUnclear
    return text


def audience_of(held: Answers) -> Audience:
    """Whom an announcement is for."""

    def chosen(key: str) -> Any:
        value = held.get(key, ANY)
        return None if value == ANY else value

    unseen = chosen("unseen_of")
    return Audience(
        event=chosen("event"),
        subject=chosen("subject"),
        grade=chosen("grade"),
        region=chosen("region"),
        language=chosen("language"),
        unseen_of=None if unseen is None else BroadcastId(int(unseen)),
    )


def text_of(held: Answers) -> Names:
    """What is said in each language."""
    return texts(held["text_kk"], held["text_ru"], held.get("text_en"))


def texts(kk: str, ru: str, en: str | None) -> Names:
    """Whoever reads English gets both others when there is no English text."""
    return {"kk": kk, "ru": ru, "en": en or f"{kk}\n\n{ru}"}

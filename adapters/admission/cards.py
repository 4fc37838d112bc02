"""An application as it is shown to its parent and to staff."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from adapters.voice import Voice, paragraphs
from adapters.words import Words
from domain.admission.applications import Application, Event
from domain.admission.choosing import OFFERED
from domain.admission.rules import Rules
from domain.admission.vacancies import Office
from domain.days_off import DaysOff
from domain.forms.citizens import full_name


@dataclass(frozen=True, slots=True)
class Teller:
    """What it takes to tell of an application: the words, the rules, and where people live."""

    words: Words
    rules: Rules
    days_off: DaysOff
    zone: ZoneInfo

    def season_on(self, now: datetime) -> int:
        return self.rules.season_on(now.astimezone(self.zone).date())


def reception(voice: Voice, rules: Rules, season: int) -> str:
    """When the grades that aren't applied for all year round are applied for."""
    return "\n".join(
        voice.say(
            "school-reception",
            grades=", ".join(voice.say(f"grade-{grade}") for grade in window.grades),
            opens=window.days(season)[0],
            closes=window.days(season)[1],
        )
        for window in rules.windows
    )


def card(voice: Voice, a: Application, status: str = "") -> str:
    """What was applied for, in the reader's language; `status` is another than the parent's."""
    return voice.say(
        "admission-card" if a.number else "admission-card-unsent",
        number=a.number or "",
        status=voice.say(f"admission-status-{status or shown_status(a)}"),
        child=full_name(a.content["pupil"]),
        school=school_names(a)[voice.lang],
        grade=voice.say(f"grade-{a.grade}"),
        language=voice.say(f"teaching-{a.language}"),
        sent=a.sent or a.created,
    )


def shown_status(a: Application) -> str:
    return "handed-in" if a.originals else a.status


def school_names(a: Application) -> dict[str, str]:
    names: dict[str, str] = a.content[OFFERED][a.school]["names"]
    return names


def child_name(a: Application) -> str:
    return str(a.content["pupil"]["given"])


def line(voice: Voice, a: Application) -> str:
    """One application in a list."""
    return voice.say(
        "admission-line" if a.number else "admission-line-unsent",
        number=a.number or "",
        child=child_name(a),
        status=voice.say(f"admission-status-{shown_status(a)}"),
    )


TO = {"parent": "", "staff": "-staff"}


def why(voice: Voice, a: Application, to: Literal["parent", "staff"] = "parent") -> str:
    """Why it was refused, and what may be put right."""
    if a.status != "refused":
        return ""
    reason = voice.say(f"reason-{a.reason}")
    told = voice.say("admission-refused", reason=reason)
    if not a.fields:
        return paragraphs(told, voice.say("admission-refused-anew") if to == "parent" else "")
    named = "\n".join(f"• {label}" for label in labels(voice, a.fields))
    return paragraphs(told, voice.say(f"admission-refused-mend{TO[to]}") + "\n" + named)


def labels(voice: Voice, fields: tuple[str, ...]) -> list[str]:
    return [voice.say(f"{words_of(key)}.label") for key in fields]


def words_of(key: str) -> str:
    """The message of a question, by the key of its answer."""
    known = {
        "grade": "ask-school-grade",
        "language": "ask-school-language",
        "basis": "ask-school-basis",
        "school": "ask-school-choice",
    }
    return known.get(key) or f"ask-{key.replace('_', '-', 1)}"


def next_step(
    told: Teller,
    voice: Voice,
    a: Application,
    office: Office | None,
    events: list[Event],
    now: datetime,
) -> str:
    """What happens next and by when: the school's days count from the newest signature."""
    if a.originals is not None:
        return voice.say("admission-next-handed-in")
    match a.status:
        case "signing":
            return voice.say("admission-next-signing")
        case "review":
            sent = max((e.at for e in events if e.status == "review"), default=a.created)
            by = decided_by(told, sent)
            return voice.say("admission-next-review", by=by)
        case "accepted":
            return bring(told, voice, a, office, now)
        case "withdrawn":
            return voice.say("admission-next-withdrawn")
        case _:
            return ""


def bring(told: Teller, voice: Voice, a: Application, office: Office | None, now: datetime) -> str:
    """Which day the originals are due, and where; or that it is past, and what to do then."""
    day = told.rules.last_day(a.season)
    late = now.astimezone(told.zone).date() > day
    return voice.say(
        "admission-next-accepted-late" if late else "admission-next-accepted",
        day=day,
        address=office.address[voice.lang] if office else "-",
        phone=office.phone if office else "-",
    )


def history(voice: Voice, events: list[Event]) -> str:
    """What happened and when, the oldest first."""
    if not events:
        return ""
    lines = [voice.say("admission-event", at=e.at, what=event(voice, e)) for e in events]
    return "\n".join([voice.say("admission-history"), *lines])


def event(voice: Voice, e: Event) -> str:
    told = voice.say(f"admission-event-{e.status}")
    return told if e.reason is None else f"{told}: {voice.say(f'reason-{e.reason}')}"


def decided_by(told: Teller, sent: datetime) -> date:
    """The working day by whose end staff decide."""
    day, left = sent.astimezone(told.zone).date(), told.rules.decision_days
    while left:
        day += timedelta(days=1)
        left -= told.days_off.working(day)
    return day

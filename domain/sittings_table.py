"""A table of sessions that are moved: its columns, and what is planned from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain import proposals
from domain.changes import Slot
from domain.errors import Refusal
from domain.imports import Column, Preview, Row, RowError, TableTooLong, read_table
from domain.olympiads import EventGone, Names, Sitting
from domain.portals.desk import REASON, ZONE, at, texts
from domain.proposals import Planned
from domain.store import Store
from domain.table_sorts import Sort, written
from domain.values.days import Day
from domain.values.passages import Passage
from domain.values.times import DayTime

SORT = Sort(
    "moves",
    ("event", "stage", "subject", "date", "time"),
    ("reason", "reason_kk", "reason_ru", "reason_en"),
)
MOST_IN_EXAMPLE = 60
MOST = 300
"""Sessions of one table: an event of four stages has about fifty."""


@dataclass(eq=False)
class SittingTwice(Refusal):
    """The session stands on an earlier line too."""


@dataclass(eq=False)
class SittingUnknown(Refusal):
    """The event has no session of this stage and subject."""

    stage: str
    subject: str


@dataclass(eq=False)
class ReasonUnknown(Refusal):
    """A reason is one of these codes."""

    known: str


@dataclass(eq=False)
class ReasonHalf(Refusal):
    """A reason in own words is said in Kazakh and in Russian."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What a table says, and what it would become: a notice for each of its rows."""

    found: Preview
    planned: tuple[Planned, ...]


def read_moves(store: Store, raw: bytes, reasons: Mapping[str, Names], now: datetime) -> Moves:
    """Reads a table. `reasons` are the words of each code. Nothing is planned unless all of it is
    right."""
    planned: dict[int, Planned] = {}

    def check(row: Row) -> None:
        sitting = known(store, row)
        if sitting.id in planned:
            raise SittingTwice
        to = Slot(at(row["date"], row["time"]), sitting.minutes, sitting.place)
        planned[sitting.id] = proposals.moving(store, sitting.id, to, why(row, reasons), now)

    found = read_table(raw, columns(now.astimezone(ZONE).date(), reasons), check)
    if len(found.rows) > MOST:
        found = Preview(errors=(RowError(0, "", TableTooLong(MOST)),))
    return Moves(found, tuple(planned.values()) if found.sound else ())


def columns(today: date, reasons: Mapping[str, Names]) -> tuple[Column, ...]:
    def code(text: str) -> str:
        if text not in reasons:
            raise ReasonUnknown(", ".join(reasons))
        return text

    return (
        Column("event", str),
        Column("stage", str),
        Column("subject", str),
        Column("date", lambda text: Day.read_ahead(text, today=today).text),
        Column("time", lambda text: DayTime.read(text).text),
        Column("reason", code, optional=True),
        Column("reason_kk", own_words, optional=True),
        Column("reason_ru", own_words, optional=True),
        Column("reason_en", own_words, optional=True),
    )


def own_words(text: str) -> str:
    least, most = REASON
    return Passage.read(text, least=least, most=most).text


def known(store: Store, row: Row) -> Sitting:
    """Raises EventGone and SittingUnknown."""
    if store.olympiads.event(row["event"]) is None:
        raise EventGone
    for s in store.olympiads.sittings(row["event"]):
        if (str(s.stage), s.subject) == (row["stage"], row["subject"]):
            return s
    raise SittingUnknown(row["stage"], row["subject"])


def why(row: Row, reasons: Mapping[str, Names]) -> Names | None:
    """Own words go before a code; neither is no reason. Raises ReasonHalf."""
    kk, ru, en = (row[f"reason_{lang}"] for lang in ("kk", "ru", "en"))
    if kk and ru:
        return texts(kk, ru, en or kk)
    if kk or ru or en:
        raise ReasonHalf
    return reasons[row["reason"]] if row["reason"] else None


def example(store: Store, now: datetime) -> str:
    """The next sessions as they are now: to be changed and sent back."""
    ahead = [
        s
        for event in store.olympiads.events()
        for s in store.olympiads.sittings(event.id)
        if s.starts > now and not s.cancelled
    ]
    soonest = sorted(ahead, key=lambda s: s.starts)[:MOST_IN_EXAMPLE]
    return written(SORT, [cells_of(s) for s in soonest])


def cells_of(s: Sitting) -> dict[str, str]:
    starts = s.starts.astimezone(ZONE)
    return {
        "event": s.event,
        "stage": str(s.stage),
        "subject": s.subject,
        "date": f"{starts:%Y-%m-%d}",
        "time": f"{starts:%H:%M}",
    }

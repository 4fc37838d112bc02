"""What staff's systems ask for by HTTP, read field by field: a field that doesn't fit, or isn't
known, is named, for a filter that is misspelled would otherwise reach everybody."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain import proposals
from domain.broadcasts import Audience
from domain.changes import Slot, known
from domain.errors import Refusal
from domain.lists import Places
from domain.olympiads import Event, Names
from domain.portals.desk import GRADES, REASON, TEXT, at, texts
from domain.ports import LANGS, Lang
from domain.proposals import Planned
from domain.store import Store
from domain.values import notice_number
from domain.values.days import Day
from domain.values.passages import Passage
from domain.values.times import DayTime
from web.bodies import Params
from web.staff import Refused

MOST_MINUTES = 24 * 60
PLACE = (2, 200)
FIELDS: Mapping[str, Collection[str]] = {
    "move": ("kind", "sitting", "day", "time", "minutes", "place", "reason"),
    "cancel": ("kind", "sitting", "reason"),
    "announcement": ("kind", "text", "audience"),
}
AUDIENCE = ("event", "subject", "grade", "region", "language", "unseen_of")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a proposal. `reasons` are the words of each code."""

    store: Store
    places: Places
    reasons: Mapping[str, Names]
    params: Params
    now: datetime

    def planned(self) -> Planned:
        """Raises Refused for what doesn't fit, and what planning raises."""
        kind = self.params.text("kind")
        if kind not in FIELDS:
            raise unfit("kind")
        only(self.params.given, FIELDS[kind])
        if kind == "announcement":
            return proposals.announcing(self.store, self.text(), self.audience())
        sitting = number(self.params, "sitting", 2**31 - 1)
        to = self.slot(sitting) if kind == "move" else None
        return proposals.moving(self.store, sitting, to, self.reason(), self.now)

    def slot(self, sitting: int) -> Slot:
        """Another time; length and place too, if they are given."""
        old, _ = known(self.store, sitting)
        starts = at(
            read("day", lambda: Day.read(self.params.text("day")).text),
            read("time", lambda: DayTime.read(self.params.text("time")).text),
        )
        given = self.params.has
        minutes = number(self.params, "minutes", MOST_MINUTES) if given("minutes") else old.minutes
        place = said(self.params, "place", PLACE) if given("place") else old.place
        return Slot(starts, minutes, place)

    def reason(self) -> Names | None:
        """A code, own words, or none."""
        if not self.params.has("reason"):
            return None
        code = self.params.text("reason")
        if code in self.reasons:
            return self.reasons[code]
        return said(self.params, "reason", REASON, english_from_kazakh=True)

    def text(self) -> Names:
        return said(self.params, "text", TEXT)

    def audience(self) -> Audience:
        """Everybody must be meant: `{}`."""
        given = self.params.fields("audience")
        if given is None:
            raise unfit("audience")
        only(given, AUDIENCE, "audience.")
        chosen = Params(given)

        def one_of(name: str, known: Collection[str]) -> str | None:
            if not chosen.has(name):
                return None
            if chosen.text(name) not in known:
                raise unfit(f"audience.{name}")
            return chosen.text(name)

        events: dict[str, Event] = {e.id: e for e in self.store.olympiads.events()}
        event = one_of("event", events)
        subjects = [s.code for s in events[event].subjects] if event else []
        language = one_of("language", LANGS)
        return Audience(
            event=event,
            subject=one_of("subject", subjects),
            grade=one_of("grade", GRADES),
            region=one_of("region", [p.kato for p in self.places.regions()]),
            language=next((lang for lang in LANGS if lang == language), None),
            unseen_of=self.unseen(chosen),
        )

    def unseen(self, chosen: Params) -> Any:
        """By the short number of the earlier notice."""
        if not chosen.has("unseen_of"):
            return None
        typed = notice_number.typed(chosen.text("unseen_of"))
        found = self.store.proposals.notice(typed) if typed else None
        if found is None or found[1].broadcast is None:
            raise unfit("audience.unseen_of")
        return found[1].broadcast


def unfit(field: str, because: Refusal | None = None) -> Refused:
    fault = {} if because is None else {"fault": because.words}
    return Refused(422, "FIELD_UNFIT", {"field": field, **fault}, because)


def only(given: Mapping[str, Any], known: Collection[str], within: str = "") -> None:
    for name in given:
        if name not in known:
            raise Refused(422, "FIELD_UNKNOWN", {"field": f"{within}{name}"[:80]})


def read(field: str, value: Any) -> str:
    """What a reader of the domain makes of it."""
    try:
        return str(value())
    except Refusal as refusal:
        raise unfit(field, refusal) from None


def number(params: Params, field: str, most: int) -> int:
    text = params.text(field)
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        raise unfit(field)
    if not 0 < int(text) <= most:
        raise unfit(field)
    return int(text)


def said(
    params: Params, field: str, length: tuple[int, int], *, english_from_kazakh: bool = False
) -> Names:
    """A text in Kazakh, Russian and, if there is one, English."""
    given = params.fields(field)
    if given is None:
        raise unfit(field)
    only(given, LANGS, f"{field}.")
    inner, (least, most) = Params(given), length

    def one(lang: Lang) -> str:
        raw = inner.text(lang)
        return read(f"{field}.{lang}", lambda: Passage.read(raw, least=least, most=most).text)

    kk, ru = one("kk"), one("ru")
    english = one("en") if inner.has("en") else None
    return texts(kk, ru, english or (kk if english_from_kazakh else None))

"""How long people have for what, and when: the regime of a region, as a file says it. Windows
differ between regions and years, so none of them is code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from domain.queue.life import REGIMES
from domain.queue.order import Rank, Turns

WorkingDay: TypeAlias = Callable[[date], bool]
NAMES = (
    *("apply", "confirm", "referral", "extension", "stop_list", "restore", "benefit_check"),
    "interest",
)
RANKS = {"out_of_turn": Rank.OUT_OF_TURN, "first_priority": Rank.FIRST_PRIORITY}
LONGEST_DAYS = 366
LONGEST_WEEKEND = 40
"""Days in a row without a working one after which the table of holidays must be wrong."""


class RegimeUnfit(ValueError):
    """A file of windows can't be used. For the operator, at start; names the file and the key."""


@dataclass(frozen=True, slots=True)
class Window:
    """A span in days. Ends at the hour it began, or at `until` of its last day. The day it begins
    doesn't count."""

    days: int
    count: Literal["working", "calendar"] = "calendar"
    until: time | None = None

    def end(self, begins: datetime, zone: ZoneInfo, working: WorkingDay) -> datetime:
        """The moment it closes, in UTC terms of `begins`."""
        there = begins.astimezone(zone)
        day = there.date()
        left = self.days
        idle = 0
        while left:
            day += timedelta(days=1)
            counts = self.count == "calendar" or working(day)
            left -= counts
            idle = 0 if counts else idle + 1
            if idle > LONGEST_WEEKEND:
                raise RegimeUnfit(f"no working day in the {LONGEST_WEEKEND} days before {day}")
        at = there.time() if self.until is None else self.until
        return datetime.combine(day, at, tzinfo=zone).astimezone(begins.tzinfo)


@dataclass(frozen=True, slots=True)
class Asking:
    """On which days of the year families are asked whether they still want a place; who applied or
    answered within `fresh_days` before isn't. Silence makes an application inactive, or changes
    nothing."""

    days: tuple[tuple[int, int], ...]
    fresh_days: int
    silence: Literal["inactive", "stays"]


@dataclass(frozen=True, slots=True)
class Regime:
    """The rules of one region. `benefits` gives each kind of benefit its class; one that isn't
    named is general."""

    name: str
    life: str
    windows: Mapping[str, Window]
    benefits: Mapping[str, Rank]
    turns: Turns | None
    bulletin_hour: time
    resort: tuple[int, int]
    """Month and day on which the queue is sorted anew every year."""
    oldest: int
    """A child who has turned this many years is too old."""
    asking: Asking | None = None
    """None: nobody is asked."""
    extensions: int = 1
    restores: int = 1

    def rank(self, benefit: str | None) -> Rank:
        return self.benefits.get(benefit or "", Rank.GENERAL)


@dataclass(frozen=True, slots=True)
class Regimes:
    """Which regime holds where: by the beginning of the KATO code, the longest that fits."""

    default: Regime
    places: Mapping[str, Regime]
    all: tuple[Regime, ...]

    def of(self, locality: str) -> Regime:
        fits = [code for code in self.places if locality.startswith(code)]
        return self.places[max(fits, key=len)] if fits else self.default


@dataclass(frozen=True, slots=True)
class Rules:
    """What the queue needs to know of where and when it runs."""

    regimes: Regimes
    zone: ZoneInfo
    working: WorkingDay

    def of(self, locality: str) -> Regime:
        return self.regimes.of(locality)

    def end(self, window: str, locality: str, begins: datetime) -> datetime:
        """When a window of that place closes."""
        return self.of(locality).windows[window].end(begins, self.zone, self.working)

    def day(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()


def read_regimes(files: Mapping[str, Any]) -> Regimes:
    """From parsed JSON: a regime a file, by the file's name; one of them is the default, the
    others say where they hold. Raises RegimeUnfit with one sentence about what to mend."""
    regimes = {name: read_regime(name, content) for name, content in files.items()}
    defaults = [name for name, content in files.items() if content.get("default") is True]
    if len(defaults) != 1:
        raise RegimeUnfit(f'exactly one regime must say "default": true, {len(defaults)} do')
    places = read_places(files, regimes)
    return Regimes(regimes[defaults[0]], places, tuple(regimes.values()))


def read_places(files: Mapping[str, Any], regimes: Mapping[str, Regime]) -> dict[str, Regime]:
    places: dict[str, Regime] = {}
    for name, content in files.items():
        for code in content.get("places", ()):
            if not (isinstance(code, str) and code.isdigit() and 2 <= len(code) <= 9):
                raise RegimeUnfit(f"{name}: places: {code!r} is not the beginning of a KATO code")
            if code in places:
                raise RegimeUnfit(f"{name}: places: {code} is in {places[code].name} already")
            places[code] = regimes[name]
    return places


def read_regime(name: str, content: Any) -> Regime:
    """One file. Raises RegimeUnfit."""
    if not isinstance(content, dict):
        raise RegimeUnfit(f"{name}: an object with the regime's windows is expected")
    life = str(content.get("life"))
    if life not in REGIMES:
        raise RegimeUnfit(f"{name}: life is {life!r}; it must be one of {', '.join(REGIMES)}")
    windows = content.get("windows")
    if not isinstance(windows, dict) or set(windows) != set(NAMES):
        raise RegimeUnfit(f"{name}: windows must be exactly {', '.join(NAMES)}")
    return Regime(
        name,
        life,
        {key: read_window(f"{name}: {key}", value) for key, value in windows.items()},
        read_benefits(name, content.get("benefits")),
        read_turns(name, content.get("turns", "missing")),
        read_time(f"{name}: bulletin_hour", content.get("bulletin_hour")),
        read_day(f"{name}: resort", content.get("resort")),
        read_count(f"{name}: oldest", content.get("oldest"), 1, 18),
        read_asking(name, content.get("asking", "missing")),
        read_count(f"{name}: extensions", content.get("extensions", 1), 0, 9),
        read_count(f"{name}: restores", content.get("restores", 1), 0, 99),
    )


def read_window(where: str, value: Any) -> Window:
    if not isinstance(value, dict) or not set(value) <= {"days", "count", "until", "source"}:
        raise RegimeUnfit(f"{where}: an object of days, count, until and source is expected")
    count = value.get("count")
    if count not in ("working", "calendar"):
        raise RegimeUnfit(f"{where}: count is {count!r}; it must be working or calendar")
    until = value.get("until")
    days = read_count(f"{where}: days", value.get("days"), 1, LONGEST_DAYS)
    return Window(days, count, None if until is None else read_time(f"{where}: until", until))


def read_benefits(name: str, value: Any) -> dict[str, Rank]:
    if not isinstance(value, dict) or not set(value) <= set(RANKS):
        raise RegimeUnfit(f"{name}: benefits must be lists under {' and '.join(RANKS)}")
    return {kind: RANKS[rank] for rank, kinds in value.items() for kind in kinds}


def read_turns(name: str, value: Any) -> Turns | None:
    """`[1, 3]`, or null for one class after the other."""
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2):
        raise RegimeUnfit(f"{name}: turns must be two numbers, as [1, 3], or null")
    return Turns(*(read_count(f"{name}: turns", number, 1, 99) for number in value))


def read_time(where: str, value: Any) -> time:
    try:
        return time.fromisoformat(value)
    except (TypeError, ValueError):
        raise RegimeUnfit(f"{where}: {value!r} is not a time like 18:00") from None


def read_asking(name: str, value: Any) -> Asking | None:
    """Null where nobody is asked."""
    if value is None:
        return None
    if not isinstance(value, dict) or not set(value) <= {
        "days",
        "fresh_days",
        "silence",
        "source",
    }:
        raise RegimeUnfit(
            f"{name}: asking: an object of days, fresh_days and silence is expected, or null"
        )
    days, silence = value.get("days"), value.get("silence")
    if not isinstance(days, list) or not days:
        raise RegimeUnfit(f'{name}: asking: days must be a list like ["07-01"]')
    if silence not in ("inactive", "stays"):
        raise RegimeUnfit(f"{name}: asking: silence is {silence!r}; it must be inactive or stays")
    return Asking(
        tuple(read_day(f"{name}: asking", day) for day in days),
        read_count(f"{name}: asking: fresh_days", value.get("fresh_days"), 0, LONGEST_DAYS),
        silence,
    )


def read_day(where: str, value: Any) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"2001-{value}")
    except ValueError:
        raise RegimeUnfit(f"{where}: {value!r} is not a day like 06-30") from None
    return day.month, day.day


def read_count(where: str, value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise RegimeUnfit(f"{where}: {value!r} is not a whole number from {least} to {most}")
    return value

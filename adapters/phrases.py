"""Dates, durations, numbers and lists as a person reads them. The names of months, days and units
are CLDR's; the order is ours: CLDR's short Kazakh dates have two-digit years, and its Kazakh lists
end without «және»."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.numbers import format_decimal
from babel.units import format_unit

from domain.ports import Lang

# British English: the day comes before the month, as in the other two.
LOCALES: Final[dict[Lang, Locale]] = {
    "kk": Locale.parse("kk"),
    "ru": Locale.parse("ru"),
    "en": Locale.parse("en_GB"),
}
DAYS: Final[dict[Lang, str]] = {
    "kk": "{year} ж. {day} {month}, {weekday}",
    "ru": "{weekday}, {day} {month} {year} г.",
    "en": "{weekday}, {day} {month} {year}",
}
ANDS: Final[dict[Lang, str]] = {"kk": " және ", "ru": " и ", "en": " and "}
ALMATY = ZoneInfo("Asia/Almaty")


class ZoneOutdated(RuntimeError):
    """For engineers, at start: every time shown to people would be an hour wrong."""


def assert_zone(zone: ZoneInfo = ALMATY) -> None:
    """Raises ZoneOutdated if the machine does not know that Almaty went over to UTC+5 on
    2024-03-01 (government decree of 19.01.2024, tzdata 2024a)."""
    offset = f"{datetime(2024, 3, 2, tzinfo=zone):%z}"
    if zone.key == "Asia/Almaty" and offset != "+0500":
        raise ZoneOutdated(
            f"Asia/Almaty is {offset} here and must be +0500: these time zone data are older than "
            "2024a. Upgrade the system's tzdata, or set PYTHONTZPATH= to use the tzdata package"
        )


class Phrases:
    """One language and one zone. Moments are aware and are shown in that zone."""

    def __init__(self, lang: Lang, zone: ZoneInfo) -> None:
        self.lang: Lang = lang
        self.locale = LOCALES[lang]
        self.zone = zone
        self._months = self.locale.months["format"]["wide"]
        self._weekdays = self.locale.days["format"]["wide"]

    @property
    def functions(self) -> dict[str, Callable[[Any], str]]:
        """The functions a message may call, by the name it calls them."""
        return {
            "DAY": self.day,
            "SHORTDAY": self.short_day,
            "TIME": self.time,
            "DAYTIME": self.day_time,
            "DURATION": self.duration,
            "LIST": self.list_of,
        }

    def anything(self, value: object) -> str:
        """How a value reads when the message calls no function on it. Raises TypeError for what
        has no reading."""
        match value:
            case str():
                return value
            case bool():
                pass  # true and false have no reading: a message chooses by a str
            case int() | float() | Decimal():
                return self.number(value)
            case datetime():
                return self.day_time(value)
            case date():
                return self.day(value)
            case list() | tuple():
                return self.list_of(value)
        raise TypeError(f"no reading for {type(value).__name__}")

    def number(self, value: float | Decimal) -> str:
        if type(value) is int and 0 <= value < 1000:
            return str(value)  # no grouping to do; babel takes 20 µs to find that out
        return format_decimal(value, locale=self.locale)

    def day(self, when: date) -> str:
        """A day, or a moment's day in the zone: «2026 ж. 5 қыркүйек, сенбі»."""
        d = self._date(when)
        weekday, month = self._weekdays[d.weekday()], self._months[d.month]
        return DAYS[self.lang].format(year=d.year, day=d.day, month=month, weekday=weekday)

    def short_day(self, when: date) -> str:
        d = self._date(when)
        return f"{d.day:02}.{d.month:02}.{d.year:04}"

    def time(self, when: datetime) -> str:
        there = self._there(when)
        return f"{there.hour:02}:{there.minute:02}"

    def day_time(self, when: datetime) -> str:
        return f"{self.day(when)}, {self.time(when)}"

    def duration(self, minutes: int) -> str:
        """«2 сағат 30 минут»: whole hours, then the minutes that remain."""
        return duration(self.locale, int(minutes))

    def list_of(self, items: Sequence[object]) -> str:
        """«а, ә және б»."""
        if isinstance(items, str):
            raise TypeError("a list is expected, not one text")
        read = [self.anything(item) for item in items]
        return ANDS[self.lang].join(filter(None, (", ".join(read[:-1]), *read[-1:])))

    def _date(self, when: date) -> date:
        return self._there(when).date() if isinstance(when, datetime) else when

    def _there(self, when: datetime) -> datetime:
        if when.tzinfo is None:
            raise TypeError("a moment must be aware")
        return when.astimezone(self.zone)


@lru_cache(maxsize=500)
def duration(locale: Locale, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    units = ((hours, "duration-hour"), (rest, "duration-minute"))
    said = [str(format_unit(n, unit, locale=locale)) for n, unit in units if n]
    return " ".join(said) or str(format_unit(0, "duration-minute", locale=locale))

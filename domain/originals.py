"""The originals of a school application: whoever is accepted brings them by 5 September, or on the
last working day before it (mektep.smart-pavlodar.kz)."""

from collections.abc import Mapping
from datetime import date, datetime, time

from domain import quiet, reminders
from domain.days_off import DaysOff
from domain.people import PersonId
from domain.reminders import Deadline, days
from domain.store import Store

ORIGINALS = Deadline("originals", days(14, 7, 3, 1, 0))
MONTH, DAY = 9, 5
CLOSES = time(18)
"""When schools close."""


def last_day(year: int, days_off: DaysOff, day: tuple[int, int] = (MONTH, DAY)) -> date:
    """5 September, or the last working day before: in 2026 (a Saturday) the 4th, in 2027 (a
    Sunday) the 3rd. `day` is the month and day of other rules."""
    return days_off.last_working_day(date(year, *day))


def expect(
    store: Store,
    person: PersonId,
    application: str,
    *,
    year: int,
    school: Mapping[str, str],
    days_off: DaysOff,
    now: datetime,
    day: tuple[int, int] = (MONTH, DAY),
) -> date:
    """An application is accepted: reminds its parent until `brought`. Gives the last day."""
    last = last_day(year, days_off, day)
    reminders.plan(
        store,
        ORIGINALS,
        datetime.combine(last, CLOSES, tzinfo=quiet.ALMATY),
        cause=cause(application),
        about=f"originals:{year}",
        now=now,
        person=person,
        facts={"school": dict(school), "moved": last.day != day[1]},
    )
    return last


def brought(store: Store, application: str) -> None:
    """The school has the originals, or the application is withdrawn."""
    reminders.done(store, cause(application))


def cause(application: str) -> str:
    return f"originals:{application}"

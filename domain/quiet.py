"""Quiet hours: from 22:00 to 08:00 only codes and changes of the same day are sent (rule 28)."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

ALMATY = ZoneInfo("Asia/Almaty")
"""The whole of Kazakhstan lives by this zone since 2024-03-01."""
MORNING, NIGHT = time(8), time(22)
EVENING = time(21, 30)
"""What can't wait for the morning is said half an hour before the quiet begins."""


def quiet(moment: datetime, zone: ZoneInfo = ALMATY) -> bool:
    there = moment.astimezone(zone).time()
    return there >= NIGHT or there < MORNING


def morning_after(moment: datetime, zone: ZoneInfo = ALMATY) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into."""
    if not quiet(moment, zone):
        return moment
    there = moment.astimezone(zone)
    day = there.date() + timedelta(days=there.time() >= NIGHT)
    return datetime.combine(day, MORNING, tzinfo=zone)


def evening_before(moment: datetime, zone: ZoneInfo = ALMATY) -> datetime:
    """The evening before the quiet hours a moment falls into."""
    there = moment.astimezone(zone)
    day = there.date() - timedelta(days=there.time() < MORNING)
    return datetime.combine(day, EVENING, tzinfo=zone)


def awake(moment: datetime, before: datetime, zone: ZoneInfo = ALMATY) -> datetime:
    """When to say what is due at `moment` and useful until `before`: then, or in the morning, or,
    if that is too late, in the evening before."""
    if not quiet(moment, zone):
        return moment
    morning = morning_after(moment, zone)
    return morning if morning < before else evening_before(moment, zone)

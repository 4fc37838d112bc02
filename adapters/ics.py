"""A session as a calendar file: opened again, it changes the entry there (RFC 5545, 5546)."""

from datetime import datetime, timedelta

from domain.olympiads import Names, Sitting
from domain.ports import Lang


def calendar(event: Names, subject: Names, s: Sitting, lang: Lang, now: datetime) -> bytes:
    """One entry. Its UID stays, SEQUENCE grows with every change; a cancelled session says so in
    METHOD and STATUS."""
    import icalendar  # takes 10 MB and 0.2 s: only when somebody asks

    entry = icalendar.Event()
    entry.add("uid", f"session-{s.id}@otinim")
    entry.add("sequence", s.version)
    entry.add("dtstamp", now)
    entry.add("dtstart", s.starts)
    entry.add("dtend", s.starts + timedelta(minutes=s.minutes))
    entry.add("summary", f"{subject[lang]}. {event[lang]}")
    entry.add("location", s.place[lang])
    entry.add("status", "CANCELLED" if s.cancelled else "CONFIRMED")
    whole = icalendar.Calendar()
    whole.add("prodid", "-//Otinim//Otinim//EN")
    whole.add("version", "2.0")
    whole.add("method", "CANCEL" if s.cancelled else "PUBLISH")
    whole.add_component(entry)
    return bytes(whole.to_ical())

"""What a reminder says beside its deadline: of a session as it is now, not as it was planned."""

from adapters.reminder_words import Facts
from domain.reminders import Reminder
from domain.store import Store


def facts_of(store: Store, r: Reminder) -> Facts:
    """The names to say; of a session: its subject, event and place today."""
    what, _, number = r.about.partition(":")
    if what != "sitting":
        return r.facts
    sitting = store.olympiads.sitting_by_number(int(number))
    event = None if sitting is None else store.olympiads.event(sitting.event)
    if sitting is None or event is None:
        return r.facts
    return {
        "subject": event.subject(sitting.subject).names,
        "event": event.names,
        "place": sitting.place,
    }

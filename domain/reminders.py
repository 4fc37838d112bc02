"""What people are reminded of: rows with a moment each, planned with their cause, moved when the
deadline moves, ended when it is done. Knows no words and no portal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Literal, TypeAlias

from domain import quiet
from domain.people import AccountId, PersonId
from domain.store import Store

State: TypeAlias = Literal["waiting", "sent", "expired", "cancelled", "done"]
MORNING = time(9)
"""When a reminder counted in days is said, and one that was put off to the next day."""
SOON = timedelta(hours=24)
AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder: so long before the deadline, at that exact moment or `at` a time of that
    day."""

    name: str
    before: timedelta
    at: time | None = None

    def due(self, deadline: datetime) -> datetime:
        """When to say it; never in quiet hours, and before the deadline."""
        moment = deadline - self.before
        if self.at is not None:
            day = (deadline.astimezone(quiet.ALMATY) - self.before).date()
            moment = datetime.combine(day, self.at, tzinfo=quiet.ALMATY)
        return quiet.awake(moment, deadline)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A sort of deadline, declared by the portal whose it is: when before it people are reminded,
    the furthest first. Its words are `remind-<kind>` in locales."""

    kind: str
    steps: tuple[Step, ...]

    def times(self, deadline: datetime) -> list[tuple[Step, datetime, datetime]]:
        """Each step, when it is due, and until when it is of use: until the next one is."""
        dues = [step.due(deadline) for step in self.steps]
        return list(zip(self.steps, dues, [*dues[1:], deadline], strict=True))


def days(*counts: int) -> tuple[Step, ...]:
    """Reminders in the morning, that many days before."""
    return tuple(Step(f"{n}d", timedelta(days=n), MORNING) for n in counts)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A row. Who is reminded is `account` (the first chat of it that can be written to) or
    `person`. `cause` is what ends it (`registration:17`), `about` what moves it (`sitting:5`)."""

    kind: str
    cause: str
    step: str
    about: str
    deadline: datetime
    due: datetime
    useful_until: datetime
    account: AccountId | None = None
    person: PersonId | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    state: State = "waiting"
    id: int = 0


def plan(
    store: Store,
    deadline: Deadline,
    at: datetime,
    *,
    cause: str,
    about: str,
    now: datetime,
    account: AccountId | None = None,
    person: PersonId | None = None,
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Reminds an account or a person before `at`. What is past already is not made up for: whoever
    begins today has just been told. Planning the same cause again changes nothing."""
    for step, due, until in deadline.times(at):
        store.reminders.add(
            Reminder(
                deadline.kind,
                cause,
                step.name,
                about,
                at,
                due,
                until,
                account,
                person,
                dict(facts or {}),
                "waiting" if due > now else "expired",
            ),
            now,
        )


def move(store: Store, deadline: Deadline, about: str, at: datetime, now: datetime) -> None:
    """The deadline is another one: reminders of it move along, those sent come again if their time
    is still to come, and what is queued with the old date is not sent. Ended ones stay ended."""
    store.reminders.unqueue(about)
    for step, due, until in deadline.times(at):
        state: State = "waiting" if due > now else "expired"
        store.reminders.move(deadline.kind, about, step.name, at, due, until, state)


def cancel(store: Store, about: str) -> None:
    """There is nothing to be reminded of any more."""
    store.reminders.unqueue(about)
    store.reminders.end_about(about, "cancelled")


def done(store: Store, cause: str) -> None:
    """It is done: no more reminders of it, queued ones included."""
    store.reminders.end(cause, "done")


def later(store: Store, reminder: Reminder, now: datetime) -> datetime | None:
    """Reminds again: in an hour when the deadline is near, else tomorrow morning. None, and
    nothing is changed, when that would be too late."""
    near = reminder.deadline - now < 2 * SOON
    again = now + AGAIN if near else next_morning(now)
    again = quiet.awake(again, reminder.deadline)
    if not now < again < reminder.deadline:
        return None
    store.reminders.put_off(reminder.id, again, reminder.deadline)
    return again


def next_morning(now: datetime) -> datetime:
    day = now.astimezone(quiet.ALMATY).date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=quiet.ALMATY)

"""How often codes may be sent and guessed (reliability.md A3-A4, A8, A12). All of it is rows: a
restart forgives nothing. What is counted is counted under a lock or by one conditional UPDATE."""

from datetime import datetime, timedelta
from math import ceil

from domain.clients import Client
from domain.denials import Denied
from domain.store import Store

PER_PHONE = ((5, timedelta(minutes=10)), (10, timedelta(hours=24)))
PER_IP = ((20, timedelta(hours=1)),)
UNANSWERED, UNANSWERED_WITHIN = 3, timedelta(hours=1)
FAILURES_A_DAY = 1_000
"""Wrong checks of one client: an expected 10^-3 lucky guesses a day (A8)."""
FAILURES_IN_A_ROW = 10
FAILURES_AT_ALL = 100
STOP, LONGEST_STOP = timedelta(hours=1), timedelta(hours=24)
FOR_EVER = timedelta(days=36_500)
"""Until the own contact is shared again."""


def count_client(store: Store, client: Client, now: datetime) -> None:
    """Raises Denied beyond the client's quota of this second or this day."""
    second = now.replace(microsecond=0)
    day = second.replace(hour=0, minute=0, second=0)
    for most, start, length in (
        (client.terms.per_second, second, timedelta(seconds=1)),
        (client.terms.per_day, day, timedelta(days=1)),
    ):
        window = f"{client.id}:{start.timestamp():.0f}:{length.total_seconds():.0f}"
        if not store.limits.take("client", window, start + length, now, most=most):
            raise Denied.wait(seconds_to(start + length, now))


def count_phone(store: Store, phone: str, ip: str, now: datetime) -> None:
    """Counts one sending. Raises Denied beyond what a phone, or one end user's address, bears."""
    kinds = [("phone", phone, PER_PHONE), *([("ip", ip, PER_IP)] if ip else [])]
    for kind, of, windows in kinds:
        store.limits.hold(kind, of)
        for most, within in windows:
            free_at = store.limits.free_at(kind, of, now - within, most)
            if free_at is not None:
                raise Denied.wait(seconds_to(free_at + within, now))
    for kind, of, _ in kinds:
        store.limits.mark(kind, of, now)


def refuse_many_unanswered(store: Store, phone: str, now: datetime) -> None:
    """At most three codes an hour that nobody used. Asked by phone, not by chat, so that a phone
    without a chat is answered alike; a phone has one chat and a chat one phone."""
    times = store.codes.unanswered(phone, now - UNANSWERED_WITHIN)
    if len(times) >= UNANSWERED:
        raise Denied.wait(seconds_to(times[-UNANSWERED] + UNANSWERED_WITHIN, now))


def refuse_stopped(store: Store, phone: str, now: datetime) -> None:
    until = store.limits.stopped_until(phone, now)
    if until is not None:
        raise Denied.wait(min(seconds_to(until, now), int(LONGEST_STOP.total_seconds())))


def count_guess(store: Store, phone: str, now: datetime) -> None:
    """One more guess at a phone's codes, counted before it is compared. The tenth in a row stops
    the phone for an hour, the twentieth for two … at most a day; the hundredth until the own
    contact is shared again. A right code clears the count."""
    row = store.limits.count_guess(phone)
    if row >= FAILURES_AT_ALL:
        store.limits.stop(phone, now + FOR_EVER)
    elif row % FAILURES_IN_A_ROW == 0:
        doubled = STOP * 2 ** (row // FAILURES_IN_A_ROW - 1)
        store.limits.stop(phone, now + min(LONGEST_STOP, doubled))


def count_check(store: Store, client: Client, now: datetime) -> None:
    """One more check of a client that may turn out wrong. Raises Denied beyond its day's 1,000."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    end = day + timedelta(days=1)
    if not store.limits.take("failures", day_of(client, now), end, now, most=FAILURES_A_DAY):
        raise Denied.wait(seconds_to(end, now))


def was_right(store: Store, client: Client, phone: str, now: datetime) -> None:
    store.limits.give_back("failures", day_of(client, now))
    store.limits.forgive(phone)


def day_of(client: Client, now: datetime) -> str:
    return f"{client.id}:{now:%Y-%m-%d}"


def seconds_to(moment: datetime, now: datetime) -> int:
    return max(1, ceil((moment - now).total_seconds()))

"""The contract of the database's shelves, the same on SQLite and on PostgreSQL."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest
import sqlalchemy as sa

from adapters.crypto import Keys, Seal, SealBroken
from adapters.db.drafts import DraftMoved
from adapters.db.engine import Database
from adapters.db.rows.columns import metadata
from adapters.db.rows.messages import inbox, outbox
from adapters.db.store import Store
from domain.accounts import (
    TRIES,
    Account,
    Confirmation,
    EmailTaken,
    MailCodeOver,
    MailCodeWrong,
    open_account,
    send_letter,
    spend_code,
)
from domain.errors import Refusal
from domain.forms.model import Draft
from domain.inbox import Received
from domain.olympiads import (
    Registration,
    register,
    withdraw,
)
from domain.outbox import Lane, Notice
from domain.people import Person, PersonId
from domain.store import StoreUnavailable
from tests.ports.servers import SEAL

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
LEASE = timedelta(seconds=60)
ASEL, BOLAT, DARYN = PersonId(7_000_000_001), PersonId(7_000_000_002), PersonId(7_000_000_003)
IINS = [f"0904155{n:05}" for n in range(9000, 9060)]
DRAFTS = count(1000)
T = TypeVar("T")


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def refused_to(work: Callable[[], T]) -> T | str:
    """What came of it, or the name of the refusal: what is counted before it stays."""
    try:
        return work()
    except Refusal as refusal:
        return type(refusal).__name__


async def outcome(database: Database, work: Callable[[Store], T]) -> T | str:
    """As above, of a whole transaction, which a refusal undoes."""
    try:
        return await database.run(work)
    except Refusal as refusal:
        return type(refusal).__name__


async def side_by_side(database: Database, works: list[Callable[[Store], Any]]) -> list[Any]:
    return list(await asyncio.gather(*(outcome(database, work) for work in works)))


async def rows_of(database: Database, query: sa.Select[Any]) -> list[Any]:
    return await database.read(lambda store: list(store.connection.execute(query)))


# People and their states


async def test_somebody_unknown_is_a_person_without_a_language(database: Database) -> None:
    assert await database.run(lambda s: s.people.load(ASEL)) == Person(ASEL)


async def test_a_person_is_known_by_their_language_account_and_reach(database: Database) -> None:
    def write(store: Store) -> None:
        store.people.meet(ASEL, NOW)
        store.people.speak(ASEL, "kk", NOW)
        store.people.speak(ASEL, "ru", NOW)
        store.people.meet(ASEL, NOW)
        store.people.lose(ASEL)
        store.staff.grant(ASEL, "daryn", "*", "officer", "operator", NOW)

    await database.run(write)
    assert await database.run(lambda s: s.people.load(ASEL)) == Person(
        ASEL, "ru", None, reachable=False, staff=True
    )
    await database.run(lambda s: s.people.reach(ASEL))
    assert (await database.run(lambda s: s.people.load(ASEL))).reachable
    await database.run(lambda s: s.people.forget(ASEL))
    assert (await database.run(lambda s: s.people.load(ASEL))).language is None


async def test_a_state_is_kept_with_its_data_until_it_is_closed(database: Database) -> None:
    await database.run(lambda s: s.states.save("k", "form:a", {"page": 2, "text": "\ud800"}))
    assert await database.run(lambda s: s.states.load("k")) == (
        "form:a",
        {"page": 2, "text": "\ud800"},
    )
    assert await database.run(lambda s: s.states.load("other")) == (None, {})
    await database.run(lambda s: s.states.save("k", None, {}))
    query = sa.select(metadata.tables["conversations"])
    assert await rows_of(database, query) == []


# Inbox


def update(number: int, person: PersonId = ASEL) -> Received:
    return Received(number, person, {"update_id": number, "text": "сәлем"})


def taking(*received: Received, worker: str = "a") -> Callable[[Store], set[int]]:
    return lambda store: store.inbox.add(received, NOW, worker, LEASE)


def claiming(worker: str, at: float, most: int = 10) -> Callable[[Store], list[Received]]:
    return lambda store: store.inbox.claim(worker, later(at), LEASE, most)


async def test_an_update_is_stored_once(database: Database) -> None:
    assert await database.run(taking(update(1), update(2))) == {1, 2}
    assert await database.run(taking(update(2), update(3))) == {3}
    assert await database.run(taking()) == set()
    assert await database.run(lambda s: s.inbox.waiting()) == 3


async def test_a_leased_update_is_nobody_elses_until_the_lease_ends(database: Database) -> None:
    await database.run(taking(update(1)))
    assert await database.run(claiming("b", 59)) == []
    assert await database.run(claiming("b", 61)) == [update(1)]


async def test_of_each_person_only_the_oldest_update_is_claimed(database: Database) -> None:
    await database.run(taking(update(5), update(3), update(4, BOLAT)))
    assert await database.run(claiming("b", 61)) == [update(3), update(4, BOLAT)]
    assert await database.run(claiming("c", 62)) == []
    await database.run(lambda s: s.inbox.done(3, later(63)))
    assert await database.run(claiming("c", 63)) == [update(5)]


async def test_two_claimers_never_hold_two_updates_of_one_person(database: Database) -> None:
    people = [PersonId(p) for p in range(1, 11)]
    await database.run(taking(*(update(n, people[n % 10]) for n in range(100))))
    claims = [claiming(f"w{n}", 61, most=3) for n in range(8)]
    held = [r for found in await side_by_side(database, claims) for r in found]
    assert len({r.person for r in held}) == len(held) == 10
    assert all(r.update_id < 10 for r in held)


async def test_a_handled_update_is_wiped_and_still_known(database: Database) -> None:
    await database.run(taking(update(1)))
    await database.run(lambda s: s.inbox.done(1, NOW))
    assert await rows_of(database, sa.select(inbox.c.payload_sealed)) == [(None,)]
    assert await database.run(taking(update(1))) == set()
    assert await database.run(lambda s: s.inbox.waiting()) == 0


async def test_a_failed_update_comes_back_when_it_is_due(database: Database) -> None:
    await database.run(taking(update(1)))
    await database.run(lambda s: s.inbox.fail(1, later(100)))
    assert await database.run(claiming("b", 99)) == []
    (again,) = await database.run(claiming("b", 100))
    assert again.tries == 1


async def test_a_parked_update_keeps_its_content_and_holds_nobody_up(database: Database) -> None:
    await database.run(taking(update(1), update(2)))
    await database.run(lambda s: s.inbox.park(1, "AB12", NOW))
    assert await database.run(claiming("b", 61)) == [update(2)]
    ((kept, incident),) = await rows_of(
        database, sa.select(inbox.c.payload_sealed, inbox.c.incident).where(inbox.c.update_id == 1)
    )
    assert kept is not None
    assert incident == "AB12"


async def test_forgetting_a_person_wipes_their_parked_updates(database: Database) -> None:
    await database.run(taking(update(1), update(2, BOLAT)))
    await database.run(lambda s: (s.inbox.park(1, "A", NOW), s.inbox.park(2, "B", NOW)))
    await database.run(lambda s: s.inbox.forget(ASEL))
    query = sa.select(inbox.c.person_id, inbox.c.payload_sealed.is_(None)).order_by(
        inbox.c.update_id
    )
    assert await rows_of(database, query) == [(0, True), (BOLAT, False)]


async def test_a_stopping_process_frees_what_it_holds(database: Database) -> None:
    await database.run(taking(update(1), worker="a"))
    await database.run(taking(update(2, BOLAT), worker="b"))
    await database.run(lambda s: s.inbox.release("a"))
    assert await database.run(claiming("c", 1)) == [update(1)]


async def test_only_old_handled_updates_are_purged(database: Database) -> None:
    await database.run(taking(update(1), update(2), update(3)))
    await database.run(lambda s: (s.inbox.done(1, NOW), s.inbox.done(2, later(100))))
    assert await database.run(lambda s: s.inbox.purge(later(50))) == 1
    assert await database.run(taking(update(1), update(2), update(3))) == {1}


async def test_first_in_line_is_who_has_no_older_update_waiting(database: Database) -> None:
    await database.run(taking(update(1), update(2), update(3, BOLAT)))
    first = [(1, ASEL), (2, ASEL), (3, BOLAT)]
    answers = [await database.run(lambda s, f=f: s.inbox.first_in_line(*f)) for f in first]
    assert answers == [True, False, True]


# Outbox


def notice(text: str = "1", person: PersonId = ASEL, **about: Any) -> Notice:
    return Notice(person, {"method": "sendMessage", "text": text}, **about)


def owing(*notices: Notice) -> Callable[[Store], list[int]]:
    return lambda store: [store.outbox.add(n, NOW) for n in notices]


def fetching(worker: str = "a", at: float = 1, most: int = 100) -> Callable[[Store], list[Any]]:
    return lambda store: store.outbox.claim("telegram", worker, later(at), LEASE, most)


def texts(owed: list[Any]) -> list[str]:
    return [o.payload["text"] for o in owed]


async def test_what_is_owed_is_claimed_by_lanes_and_then_by_age(database: Database) -> None:
    await database.run(
        owing(
            notice("news", lane=Lane.BROADCAST),
            notice("first"),
            notice("second"),
            notice("code", lane=Lane.CODE),
            notice("letter", channel="mail"),
            notice("tomorrow", due=later(86400)),
        )
    )
    assert texts(await database.run(fetching())) == ["code", "first", "second", "news"]
    assert texts(await database.run(fetching("b", at=2))) == []
    assert texts(await database.run(fetching("b", at=62))) == ["code", "first", "second", "news"]


async def test_one_cause_is_owed_once(database: Database) -> None:
    await database.run(owing(notice("1", once="nudge:7"), notice("2", once="nudge:7")))
    await side_by_side(database, [owing(notice("3", once="nudge:7"), notice("4"))] * 10)
    assert sorted(texts(await database.run(fetching()))) == ["1", *"4" * 10]


async def test_a_refused_transaction_owes_nothing(database: Database) -> None:
    def work(store: Store) -> None:
        store.outbox.add(notice(), NOW)
        raise MailCodeOver

    assert await outcome(database, work) == "MailCodeOver"
    assert await database.run(lambda s: s.outbox.counts()) == {}


async def test_replies_are_leased_to_whoever_wrote_them(database: Database) -> None:
    (mine,) = await database.run(lambda s: s.outbox.add_mine([notice()], NOW, "a", LEASE))
    assert await database.run(fetching("b")) == []
    await database.run(lambda s: s.outbox.give_back([mine.id], NOW))
    assert [o.id for o in await database.run(fetching("b"))] == [mine.id]


async def test_what_is_sent_is_wiped_and_not_claimed_again(database: Database) -> None:
    (row,) = await database.run(owing(notice()))
    await database.run(lambda s: s.outbox.sent(row, 55))
    query = sa.select(outbox.c.state, outbox.c.payload_sealed, outbox.c.message_id)
    assert await rows_of(database, query) == [("sent", None, 55)]
    assert await database.run(fetching(at=1000)) == []


async def test_a_failed_sending_is_tried_again_when_due(database: Database) -> None:
    (row,) = await database.run(owing(notice()))
    await database.run(fetching())
    await database.run(lambda s: s.outbox.again(row, later(30), "429"))
    assert await database.run(fetching(at=29)) == []
    assert [o.tries for o in await database.run(fetching(at=30.5))] == [1]


async def test_a_closed_row_stays_closed(database: Database) -> None:
    (row,) = await database.run(owing(notice()))
    await database.run(lambda s: s.outbox.close(row, "failed", "403"))
    await database.run(lambda s: s.outbox.close(row, "expired"))
    query = sa.select(outbox.c.state, outbox.c.payload_sealed, outbox.c.trouble)
    assert await rows_of(database, query) == [("failed", None, "403")]


async def test_nothing_that_was_owed_is_lost_from_the_counts(database: Database) -> None:
    a, b, c, *_ = await database.run(owing(*(notice(str(n)) for n in range(10))))
    await database.run(lambda s: (s.outbox.sent(a, 1), s.outbox.close(b, "failed", "x")))
    await database.run(owing(notice("other", BOLAT)))
    await database.run(lambda s: s.outbox.cancel_for(BOLAT))
    await database.run(lambda s: s.outbox.again(c, NOW, "x"))
    counts = await database.run(lambda s: s.outbox.counts())
    assert counts == {"waiting": 8, "sent": 1, "failed": 1, "cancelled": 1}
    assert await database.run(lambda s: s.outbox.purge(later(1))) == 3


async def test_a_message_that_failed_holds_what_is_less_urgent_in_its_chat(
    database: Database,
) -> None:
    code, reply, reminder = await database.run(
        owing(notice("1", lane=Lane.CODE), notice("2"), notice("3", lane=Lane.REMINDER))
    )
    await database.run(lambda s: s.outbox.hold(ASEL, Lane.REPLY, later(30)))
    assert [o.id for o in await database.run(fetching())] == [code]
    assert [o.id for o in await database.run(fetching(at=31))] == [reply, reminder]


async def test_a_broken_seal_stops_nobody(database: Database) -> None:
    await database.run(taking(update(1), update(2, BOLAT)))
    broken, whole = await database.run(owing(notice("1"), notice("2", BOLAT)))
    spoil = {"payload_sealed": b"spoilt"}
    await database.run(
        lambda s: (
            s.connection.execute(inbox.update().where(inbox.c.update_id == 1).values(spoil)),
            s.connection.execute(outbox.update().where(outbox.c.id == broken).values(spoil)),
        )
    )
    assert [r.update_id for r in await database.run(claiming("b", 100))] == [2]
    assert [o.id for o in await database.run(fetching())] == [whole]


async def test_a_chat_knows_its_backlog(database: Database) -> None:
    first, *_ = await database.run(
        owing(notice("1"), notice("2"), notice("3", channel="mail"), notice("4", BOLAT))
    )
    assert await database.run(lambda s: s.outbox.backlog(ASEL)) == 2
    assert await database.run(lambda s: s.outbox.backlog(ASEL, but=[first])) == 1


async def test_two_senders_never_claim_the_same_row(database: Database) -> None:
    await database.run(owing(*(notice(str(n)) for n in range(40))))
    found = await side_by_side(database, [fetching(f"w{n}", most=7) for n in range(8)])
    claimed = [o.id for owed in found for o in owed]
    assert len(set(claimed)) == len(claimed)
    assert len(claimed) + len(await database.run(fetching("last"))) == 40


# Drafts


def drafting(form: str = "f", person: PersonId = ASEL) -> Callable[[Store], Draft]:
    return lambda store: store.drafts.open(person, form, NOW, answers={"name": "Әсел"})


async def test_a_form_has_one_open_draft_for_a_person(database: Database) -> None:
    first = await database.run(drafting())
    assert await database.run(drafting()) == first
    assert (await database.run(drafting("g"))).id != first.id
    assert (await database.run(drafting(person=BOLAT))).id != first.id


async def test_a_draft_is_found_as_it_was_saved(database: Database) -> None:
    draft = await database.run(drafting())
    full = Draft(
        draft.id, "f", {"a": "\ud800", "b": None, "c": ["x"]}, "a", ("x", "y"), {"b": "a"}, 3
    )
    await database.run(lambda s: s.drafts.save(ASEL, full, NOW))
    found = await database.run(lambda s: s.drafts.find(ASEL, "f"))
    assert found == Draft(draft.id, "f", full.answers, "a", ("x", "y"), {"b": "a"}, 3, version=1)
    assert await database.run(lambda s: s.drafts.find(BOLAT, "f")) is None


async def test_a_draft_saved_meanwhile_is_not_overwritten(database: Database) -> None:
    draft = await database.run(drafting())

    async def save() -> str:
        try:
            await database.run(lambda s: s.drafts.save(ASEL, draft, NOW))
        except DraftMoved:
            return "moved"
        return "saved"

    ends = await asyncio.gather(*(save() for _ in range(10)))
    assert sorted(ends) == [*["moved"] * 9, "saved"]


async def test_the_id_of_a_dropped_draft_is_never_given_again(database: Database) -> None:
    seen = set()
    for _ in range(3):
        draft = await database.run(drafting())
        seen.add(draft.id)
        await database.run(lambda s, d=draft: s.drafts.drop(d.id))
    assert len(seen) == 3


async def test_a_draft_left_alone_is_reminded_of_once(database: Database) -> None:
    draft = await database.run(drafting())
    assert await database.run(lambda s: s.drafts.left_alone(NOW, 10)) == []
    assert await database.run(lambda s: s.drafts.left_alone(later(1), 10)) == [(ASEL, draft)]
    await database.run(lambda s: s.drafts.nudged(draft.id, NOW))
    assert await database.run(lambda s: s.drafts.left_alone(later(1), 10)) == []
    assert await database.run(lambda s: s.drafts.purge(later(1))) == 1


# Accounts


def profile(n: int = 0, **about: Any) -> dict[str, Any]:
    return {
        "iin": IINS[n],
        "email": f"pupil{n}@example.com",
        "surname": "Сынақова",
        "phone": "+77000000001",
        "grade": "8",
        "language": "kk",
        "labels": {},
        **about,
    }


def opening(
    n: int = 0, person: PersonId = ASEL, draft: int | None = None, **about: Any
) -> Callable[[Store], Account]:
    number = next(DRAFTS) if draft is None else draft

    def work(store: Store) -> Account:
        store.people.meet(person, NOW)
        account = open_account(
            store,
            person,
            portal="daryn",
            role="pupil",
            draft=number,
            profile=profile(n, **about),
            password_hash="hash",
            now=NOW,
        )
        store.accounts.confirm(account.id, NOW)
        return account

    return work


def names(ends: list[Any]) -> dict[str, int]:
    said = [end if isinstance(end, str) else "done" for end in ends]
    return {name: said.count(name) for name in said}


async def test_one_iin_opens_one_account(database: Database) -> None:
    opens = [opening(0, email=f"a{n}@example.com") for n in range(20)]
    assert names(await side_by_side(database, opens)) == {"done": 1, "IinHasAccount": 19}


async def test_one_address_opens_one_account(database: Database) -> None:
    opens = [opening(n, email=("A@example.com", "a@Example.com")[n % 2]) for n in range(20)]
    assert names(await side_by_side(database, opens)) == {"done": 1, "EmailTaken": 19}


async def test_one_draft_opens_one_account_however_often_it_is_sent(database: Database) -> None:
    ends = await side_by_side(database, [opening(draft=1)] * 20)
    assert names(ends) == {"done": 20}
    assert len({account.id for account in ends}) == 1


async def test_an_account_is_found_by_iin_address_and_person(database: Database) -> None:
    made = await database.run(opening())

    def look(s: Store) -> list[Any]:
        found = s.accounts
        return [
            found.by_iin("daryn", IINS[0]),
            found.by_email("daryn", "PUPIL0@example.com"),
            *found.of(ASEL),
            found.by_iin("other", IINS[0]),
            found.by_iin("daryn", IINS[1]),
        ]

    *known, elsewhere, unknown = await database.run(look)
    assert {(a.id, a.profile["surname"]) for a in known} == {(made.id, "Сынақова")}
    assert (elsewhere, unknown) == (None, None)
    assert (await database.run(lambda s: s.people.load(ASEL))).account == made.id


async def test_an_address_is_changed_once_and_only_to_a_free_one(database: Database) -> None:
    first, second = await database.run(lambda s: (opening(0)(s), opening(1, BOLAT)(s)))
    with pytest.raises(EmailTaken):
        await database.run(lambda s: s.accounts.change_email(first, "Pupil1@example.com"))
    changes = [
        lambda s, a=a: s.accounts.change_email(a, "new@example.com") for a in (first, second) * 5
    ]
    ends = await side_by_side(database, changes)
    assert names(ends) == {"done": 5, "EmailTaken": 5}


async def test_ones_own_address_may_be_written_otherwise(database: Database) -> None:
    account = await database.run(opening())
    await database.run(lambda s: s.accounts.change_email(account, "PUPIL0@example.com"))
    found = await database.run(lambda s: s.accounts.load(account.id))
    assert found is not None
    assert found.email == "PUPIL0@example.com"


async def test_nobody_acts_for_an_erased_account_or_its_successor(database: Database) -> None:
    account = await database.run(opening())
    await database.run(
        lambda s: (s.people.meet(BOLAT, NOW), s.accounts.sign_in(account.id, BOLAT, NOW))
    )
    await database.run(lambda s: s.accounts.erase(account.id))
    assert (await database.run(lambda s: s.people.load(BOLAT))).account is None
    successor = await database.run(opening(1))
    assert successor.id != account.id
    assert await database.run(lambda s: s.accounts.of(BOLAT)) == []


async def test_signing_out_ends_acting_for_that_account_only(database: Database) -> None:
    account = await database.run(opening())
    await database.run(lambda s: s.accounts.sign_out(account.id, BOLAT))
    assert (await database.run(lambda s: s.people.load(ASEL))).account == account.id
    await database.run(lambda s: s.accounts.sign_out(account.id, ASEL))
    assert (await database.run(lambda s: s.people.load(ASEL))).account is None
    assert await database.run(lambda s: s.accounts.people_of(account.id)) == []


# Letters and their codes


async def written(database: Database, account: Account) -> Confirmation:
    return await database.run(
        lambda s: send_letter(s, account, "reset", person=ASEL, language="kk", now=NOW)
    )


def spending(account: Account, code: str) -> Callable[[Store], Any]:
    return lambda s: refused_to(lambda: spend_code(s, account.id, "reset", code, NOW))


async def test_a_right_code_is_spent_once(database: Database) -> None:
    account = await database.run(opening())
    letter = await written(database, account)
    ends = await side_by_side(database, [spending(account, letter.code)] * 50)
    assert names(ends) == {"done": 1, "MailCodeOver": 49}


async def test_of_many_wrong_codes_five_are_compared(database: Database) -> None:
    account = await database.run(opening())
    letter = await written(database, account)
    wrong = f"{(int(letter.code) + 1) % 10**6:06d}"
    ends = await side_by_side(database, [spending(account, wrong)] * 200)
    assert names(ends) == {"MailCodeWrong": TRIES - 1, "MailCodeOver": 200 - TRIES + 1}
    assert await database.run(spending(account, letter.code)) == "MailCodeOver"


async def test_a_link_is_followed_once(database: Database) -> None:
    account = await database.run(opening())
    letter = await written(database, account)
    assert await database.run(lambda s: s.confirmations.by_token(letter.token)) == letter
    uses = [lambda s: s.confirmations.use(letter.id, NOW)] * 10
    assert sorted(await side_by_side(database, uses)) == [*[False] * 9, True]
    assert await database.run(lambda s: s.confirmations.by_token(letter.token)) is None


async def test_a_purged_letters_number_is_never_given_again(database: Database) -> None:
    account = await database.run(opening())
    first = await written(database, account)
    await database.run(lambda s: s.confirmations.purge(first.expires + LEASE))
    assert (await written(database, account)).id != first.id


async def test_a_tally_counts_every_try_and_ends(database: Database) -> None:
    def counting(at: float) -> Callable[[Store], int]:
        return lambda s: s.tallies.add("sign-in", "Әсел", later(at), later(at + 60))

    assert sorted(await side_by_side(database, [counting(0)] * 20)) == list(range(1, 21))
    assert await database.run(lambda s: s.tallies.count("sign-in", "Әсел", later(59))) == 20
    assert await database.run(lambda s: s.tallies.count("sign-in", "Әсел", later(60))) == 0
    assert await database.run(counting(61)) == 1
    await database.run(lambda s: s.tallies.clear("sign-in", "Әсел"))
    assert await database.run(counting(62)) == 1
    assert await database.run(lambda s: s.tallies.purge(later(1000))) == 1


# Olympiads

NAMES = {"kk": "а", "ru": "б", "en": "c"}


def subject(code: str) -> dict[str, Any]:
    return {"code": code, "names": NAMES, "languages": [], "not_for": []}


def announcing(**places: int | None) -> Callable[[Store], None]:
    """An event with a sitting for each subject; the second begins while the first is sat."""

    def work(store: Store) -> None:
        content = {
            "names": NAMES,
            "about": NAMES,
            "grades": ["8"],
            "languages": [],
            "stages": [{"number": 1, "names": NAMES, "period": NAMES}],
            "subjects": [subject(code) for code in places],
        }
        store.olympiads.put_event("e", content, NOW - LEASE, NOW + LEASE)
        for at, (code, left) in enumerate(places.items()):
            store.olympiads.put_sitting(
                event="e",
                stage=1,
                subject=code,
                starts=later(86400 + at * 3600),
                minutes=90,
                place=NAMES,
                places=left,
            )

    return work


def registering(
    account: Account, code: str = "maths", draft: int | None = None
) -> Callable[[Store], Registration]:
    number = next(DRAFTS) if draft is None else draft
    return lambda s: register(
        s, account, "e", code, draft=number, snapshot={"region": "1"}, now=NOW
    )


async def pupil(database: Database, n: int = 0) -> Account:
    account = await database.run(opening(n, PersonId(n + 1)))
    found = await database.run(lambda s: s.accounts.load(account.id))
    assert found is not None
    return found


async def taken(database: Database) -> int:
    return (await database.run(lambda s: s.olympiads.sitting("e", 1, "maths"))).taken


async def test_the_last_place_goes_to_one_pupil(database: Database) -> None:
    await database.run(announcing(maths=1))
    pupils = [await pupil(database, n) for n in range(50)]
    ends = await side_by_side(database, [registering(p) for p in pupils])
    assert names(ends) == {"done": 1, "SubjectFull": 49}
    assert await taken(database) == 1


async def test_a_pupil_is_registered_for_a_subject_once(database: Database) -> None:
    await database.run(announcing(maths=None))
    account = await pupil(database)
    ends = await side_by_side(database, [registering(account) for _ in range(20)])
    assert names(ends) == {"done": 1, "AlreadyRegistered": 19}
    assert await taken(database) == 1


async def test_a_draft_sent_twenty_times_registers_once(database: Database) -> None:
    await database.run(announcing(maths=None))
    account = await pupil(database)
    ends = await side_by_side(database, [registering(account, draft=7)] * 20)
    assert {e.number for e in ends} == {"AU-2026-000007"}
    assert await taken(database) == 1


async def test_of_two_subjects_at_the_same_time_one_is_taken(database: Database) -> None:
    await database.run(announcing(maths=None, physics=None))
    account = await pupil(database)
    ends = await side_by_side(
        database, [registering(account, code) for code in ("maths", "physics") * 5]
    )
    assert names(ends)["done"] == 1
    assert set(names(ends)) == {"done", "AlreadyRegistered", "SittingsClash"}


async def test_a_place_given_back_is_given_back_once(database: Database) -> None:
    await database.run(announcing(maths=2))
    account, other = await pupil(database, 0), await pupil(database, 1)
    mine = await database.run(registering(account))
    await database.run(registering(other))
    backs = [lambda s: withdraw(s, account.id, mine.id, NOW)] * 10
    assert names(await side_by_side(database, backs)) == {"done": 1, "NotRegistered": 9}
    assert await taken(database) == 1
    again = await database.run(registering(account))
    assert again.number != mine.number


async def test_erasing_a_pupil_frees_their_places(database: Database) -> None:
    await database.run(announcing(maths=1))
    account = await pupil(database)
    await database.run(registering(account))
    (sent,) = await database.run(lambda s: s.olympiads.snapshots(account.id))
    assert sent["content"] == {"region": "1"}
    await database.run(lambda s: s.olympiads.erase(account.id))
    assert await taken(database) == 0


# Transactions


async def test_a_refusal_undoes_only_its_own_function(database: Database) -> None:
    def writing(n: int) -> Callable[[Store], None]:
        def work(store: Store) -> None:
            store.people.meet(PersonId(n), NOW)
            store.outbox.add(notice(str(n)), NOW)
            if n % 2:
                raise MailCodeWrong(left=n)

        return work

    await side_by_side(database, [writing(n) for n in range(2, 22)])
    met = await rows_of(database, sa.select(metadata.tables["people"].c.id).order_by("id"))
    assert [n for (n,) in met] == list(range(2, 22, 2))
    assert len(await database.run(fetching())) == 10


async def test_a_row_that_cannot_be_written_is_its_owners_trouble_alone(
    database: Database,
) -> None:
    def writing(message: int) -> Callable[[Store], None]:
        def work(store: Store) -> None:
            store.people.meet(PersonId(message % 100), NOW)
            store.outbox.sent(1, message)

        return work

    ends = await asyncio.gather(
        *(database.run(writing(m)) for m in (1, 2**80, 3)), return_exceptions=True
    )
    assert [isinstance(end, Exception) for end in ends] == [False, True, False]
    met = await rows_of(database, sa.select(metadata.tables["people"].c.id).order_by("id"))
    assert met == [(1,), (3,)]


async def test_what_an_attempt_wrote_is_undone_and_the_rest_stays(database: Database) -> None:
    def refusing(store: Store) -> None:
        store.people.meet(BOLAT, NOW)
        store.outbox.add(notice("undone"), NOW)
        raise MailCodeOver

    def work(store: Store) -> None:
        store.people.meet(ASEL, NOW)
        store.outbox.add(notice("stays"), NOW)
        assert refused_to(lambda: store.attempt(lambda: refusing(store))) == "MailCodeOver"
        assert store.attempt(lambda: store.people.meet(DARYN, NOW)) is None

    await database.run(work)
    met = await rows_of(database, sa.select(metadata.tables["people"].c.id).order_by("id"))
    assert met == [(ASEL,), (DARYN,)]
    assert texts(await database.run(fetching())) == ["stays"]


async def test_a_waiter_that_is_gone_leaves_its_work_done(database: Database) -> None:
    task = asyncio.ensure_future(database.run(lambda s: s.people.meet(ASEL, NOW)))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await database.run(lambda s: s.people.meet(BOLAT, NOW))
    met = await rows_of(database, sa.select(metadata.tables["people"].c.id))
    assert (BOLAT,) in met


async def test_facts_are_kept_and_replaced(database: Database) -> None:
    assert await database.run(lambda s: s.facts.known("offset")) is None
    await database.run(lambda s: s.facts.keep("offset", "1"))
    await database.run(lambda s: s.facts.keep("offset", "2"))
    assert await database.run(lambda s: s.facts.known("offset")) == "2"


async def test_a_school_request_is_decided_once(database: Database) -> None:
    account = await database.run(opening())
    number = await database.run(
        lambda s: s.staff.request_school(ASEL, account.id, "101010000", "№ 1", NOW)
    )
    decide = [lambda s: s.staff.decide_request(number, "added", BOLAT, NOW)] * 5
    ends = await side_by_side(database, decide)
    assert [e is not None for e in ends].count(True) == 1


# What only SQLite does, and what lies on the disk


async def test_a_commit_is_on_the_disk_when_it_returns(sqlite: Database) -> None:
    pragma = sa.text("PRAGMA synchronous")
    written = await sqlite.run(lambda s: s.connection.execute(pragma).scalar_one())
    read = await sqlite.read(lambda s: s.connection.execute(pragma).scalar_one())
    journal = await sqlite.read(
        lambda s: s.connection.execute(sa.text("PRAGMA journal_mode")).scalar_one()
    )
    assert (written, read, journal) == (2, 2, "wal")


async def test_a_database_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    database = Database.open(f"sqlite+aiosqlite:///{tmp_path}/missing/otinim.db", SEAL)
    for _ in range(2):
        with pytest.raises(StoreUnavailable):
            await asyncio.wait_for(database.run(lambda s: s.inbox.waiting()), timeout=5)
    await database.close()


PLANTED = {
    "iin": IINS[7],
    "phone": "+77000000077",
    "email": "planted.pupil@example.com",
    "surname": "Жасырынбекова",
    "typed": "Құпия-Сөз-77",
}


async def plant(database: Database) -> None:
    """Personal data in every table that may hold any, as the program would put it there."""
    account = await database.run(opening(**{k: PLANTED[k] for k in ("iin", "email", "surname")}))
    await database.run(lambda s: s.accounts.change_profile(account, PLANTED))
    await database.run(announcing(maths=5))
    confirmed = await database.run(lambda s: s.accounts.load(account.id))
    assert confirmed is not None

    def write(s: Store) -> None:
        s.inbox.add([Received(1, ASEL, {"update_id": 1, **PLANTED})], NOW, "a", LEASE)
        s.outbox.add(Notice(ASEL, PLANTED), NOW)
        s.drafts.open(ASEL, "f", NOW, answers=PLANTED)
        s.states.save("k", "form:f", PLANTED)
        s.tallies.add("sign-in", PLANTED["email"], NOW, later(60))
        send_letter(s, confirmed, "confirm", person=ASEL, language="kk", now=NOW)
        register(s, confirmed, "e", "maths", draft=1, snapshot=PLANTED, now=NOW)

    await database.run(write)


async def test_no_personal_data_lies_open_in_the_files(
    sqlite: Database, sqlite_file: Path
) -> None:
    await plant(sqlite)
    files = [sqlite_file, sqlite_file.with_name("otinim.db-wal")]
    content = b"".join(file.read_bytes() for file in files)
    assert b"form:f" in content
    assert [word for word in PLANTED.values() if word.encode() in content] == []


async def test_no_personal_data_lies_open_in_any_table(database: Database) -> None:
    await plant(database)
    for table in metadata.sorted_tables:
        found = "".join(str(tuple(row)) for row in await rows_of(database, sa.select(table)))
        assert [word for word in PLANTED.values() if word in found] == [], table.name


async def test_another_key_opens_nothing_and_is_known_by_its_fingerprint(
    database: Database, database_url: str
) -> None:
    await plant(database)
    other = Seal(Keys({1: bytes(range(32, 64))}))
    assert other.fingerprint != SEAL.fingerprint
    stranger = Database.open(database_url, other)
    try:
        assert await stranger.run(lambda s: s.accounts.by_iin("daryn", PLANTED["iin"])) is None
        with pytest.raises(SealBroken):
            await stranger.run(lambda s: s.drafts.find(ASEL, "f"))
    finally:
        await stranger.close()

"""Grants, keys, the audit and imports on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.staff import audit as audit_rows
from adapters.db.store import Store
from domain import audit, imports, staff, staff_keys
from domain.audit import BEGINNING, OPERATOR, Chain, walk
from domain.errors import Refusal
from domain.people import PersonId
from domain.staff import GrantedAlready, GrantId, NotAllowed, NotGranted

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
HEAD, OFFICER, NOBODY = PersonId(7_000_000_001), PersonId(7_000_000_002), PersonId(7_000_000_003)


def head_of_turkistan(store: Store) -> None:
    staff.grant(store, HEAD, "daryn", "61", "head", by=OPERATOR, now=NOW)


async def test_a_head_gives_and_takes_within_their_own(database: Database) -> None:
    def work(store: Store) -> None:
        head_of_turkistan(store)
        given = staff.grant_by_head(store, HEAD, OFFICER, "daryn", "6116", "officer", NOW)
        assert [g.organisation for g in store.staff.grants(OFFICER)] == ["daryn"]
        assert store.people.load(OFFICER).staff is False  # never wrote to the bot
        for organisation, area in (("daryn", "75"), ("daryn", "*"), ("indigo", "61")):
            with pytest.raises(NotAllowed):
                staff.grant_by_head(store, HEAD, OFFICER, organisation, area, "officer", NOW)
        with pytest.raises(NotAllowed):
            staff.grant_by_head(store, OFFICER, NOBODY, "daryn", "6116", "officer", NOW)
        with pytest.raises(NotAllowed):
            staff.revoke_by_head(store, OFFICER, given.id, NOW)
        staff.revoke_by_head(store, HEAD, given.id, NOW)
        assert store.staff.grants(OFFICER) == []
        with pytest.raises(NotGranted):
            staff.revoke_by_head(store, HEAD, given.id, NOW)

    await database.run(work)


async def test_a_revoked_head_gives_nothing_any_more(database: Database) -> None:
    def work(store: Store) -> None:
        head_of_turkistan(store)
        staff.revoke(store, HEAD, None, None, by=OPERATOR, now=NOW)
        with pytest.raises(NotAllowed):
            staff.grant_by_head(store, HEAD, OFFICER, "daryn", "6116", "officer", NOW)

    await database.run(work)


async def test_another_role_replaces_the_one_held(database: Database) -> None:
    def work(store: Store) -> list[str]:
        head_of_turkistan(store)
        with pytest.raises(GrantedAlready):
            head_of_turkistan(store)
        staff.grant(store, HEAD, "daryn", "61", "officer", by=OPERATOR, now=NOW)
        return [g.role for g in store.staff.grants(HEAD)]

    assert await database.run(work) == ["officer"]


async def test_of_two_equal_grants_at_once_one_is_given(database: Database) -> None:
    def work(store: Store) -> str:
        try:
            head_of_turkistan(store)
        except GrantedAlready:
            return "already"
        return "given"

    done = await asyncio.gather(*(database.run(work) for _ in range(5)))
    assert sorted(done) == ["already"] * 4 + ["given"]


async def test_who_may_do_something_there_is_found(database: Database) -> None:
    def work(store: Store) -> None:
        head_of_turkistan(store)
        staff.grant(store, HEAD, "daryn", "*", "officer", by=OPERATOR, now=NOW)
        staff.grant(store, OFFICER, "indigo", "75", "officer", by=OPERATOR, now=NOW)
        assert staff.who(store, "daryn", "611600000", "school") == [HEAD]
        assert staff.who(store, "indigo", "75", "queue") == [OFFICER]
        assert staff.everybody(store) == [HEAD, OFFICER]
        with pytest.raises(NotAllowed):
            staff.demand(store, OFFICER, "indigo", "71", "queue")

    await database.run(work)


# The chain


def acts(store: Store) -> None:
    for n in range(1, 6):
        store.audit.add(OPERATOR, "tried", audit.person(HEAD), {"n": n, "қала": "Шу"}, NOW)


async def chain(database: Database) -> Chain:
    return await database.read(lambda store: walk(store.audit.rows()))


async def tampered(database: Database, *statements: str) -> None:
    """As somebody with the database's own password would, past the triggers."""

    def work(store: Store) -> None:
        if store.connection.dialect.name == "sqlite":
            store.connection.exec_driver_sql("DROP TRIGGER audit_is_not_changed")
            store.connection.exec_driver_sql("DROP TRIGGER audit_is_not_deleted")
        else:
            store.connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        for statement in statements:
            store.connection.exec_driver_sql(statement)

    await database.run(work)


async def test_an_untouched_chain_holds(database: Database) -> None:
    assert await chain(database) == Chain(0, BEGINNING)
    await database.run(acts)
    held = await chain(database)
    assert (held.held, held.broken) == (5, None)
    entries = await database.read(lambda s: s.audit.of(audit.person(HEAD)))
    assert [e.facts["n"] for e in entries] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE audit SET actor = 'person:1' WHERE number = 3", 3),
        ("UPDATE audit SET at = at + 1 WHERE number = 2", 2),
        ("UPDATE audit SET facts = '{}' WHERE number = 5", 5),
        ("UPDATE audit SET facts = 'what' WHERE number = 4", 4),
        ("UPDATE audit SET hash = before WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 3", 3),
    ],
)
async def test_tampering_is_found_at_its_row(database: Database, change: str, broken: int) -> None:
    await database.run(acts)
    await tampered(database, change)
    assert (await chain(database)).broken == broken


@pytest.mark.parametrize("change", [audit_rows.update().values(act="x"), audit_rows.delete()])
async def test_the_database_refuses_to_change_what_was_done(
    database: Database, change: sa.Executable
) -> None:
    await database.run(acts)
    with pytest.raises(sa.exc.DBAPIError, match="added only"):
        await database.run(lambda store: store.connection.execute(change))
    assert (await chain(database)).held == 5


async def test_acts_at_once_make_one_chain(database: Database) -> None:
    await asyncio.gather(*(database.run(acts) for _ in range(6)))
    held = await chain(database)
    assert (held.held, held.broken) == (30, None)


async def test_every_change_of_a_grant_is_in_the_chain(database: Database) -> None:
    def work(store: Store) -> list[str]:
        head_of_turkistan(store)
        given = staff.grant_by_head(store, HEAD, OFFICER, "daryn", "6116", "officer", NOW)
        staff.revoke_by_head(store, HEAD, given.id, NOW)
        return [f"{e.actor} {e.act}" for e in store.audit.of(audit.person(OFFICER))]

    assert await database.run(work) == [
        f"person:{HEAD} staff.granted",
        f"person:{HEAD} staff.revoked",
    ]


# Keys


async def test_two_keys_of_a_name_live_and_a_third_ends_the_oldest(database: Database) -> None:
    def add(store: Store) -> str:
        return staff_keys.add(store, "Centre", "daryn", "*", HEAD, by=OPERATOR, now=NOW)

    keys = [await database.run(add) for _ in range(3)]
    known = [await database.read(lambda s, k=key: s.staff_keys.of(k)) for key in keys]
    assert [k is not None for k in known] == [False, True, True]
    assert known[2] is not None
    assert known[2].actor == audit.person(HEAD)
    assert known[2].covers("daryn", "61")
    assert not known[2].covers("indigo", "61")
    gone = await database.run(lambda s: staff_keys.revoke(s, "Centre", None, by=OPERATOR, now=NOW))
    assert gone == 2
    assert await database.read(lambda s: s.staff_keys.live()) == []


# Imports


def kept(store: Store) -> imports.ImportId:
    return imports.keep(
        store, "places", b"a,b\n1,2\n", organisation="daryn", area="*", by="person:1", now=NOW
    )


async def test_a_table_is_confirmed_once(database: Database) -> None:
    number = await database.run(kept)

    def confirm(store: Store) -> bytes | str:
        try:
            return imports.confirm(store, number, "places", by="person:2", now=NOW).raw
        except Refusal as refusal:
            return type(refusal).__name__

    done = await asyncio.gather(*(database.run(confirm) for _ in range(4)))
    assert sorted(map(str, done)) == ["ImportGone"] * 3 + [str(b"a,b\n1,2\n")]


async def test_a_table_waits_sealed_and_is_wiped_when_it_ends(database: Database) -> None:
    number = await database.run(kept)
    waiting = await database.read(lambda s: s.imports.waiting(number, "places"))
    assert waiting is not None
    assert (waiting.raw, waiting.by) == (b"a,b\n1,2\n", "person:1")
    assert await database.read(lambda s: s.imports.waiting(number, "others")) is None
    await database.run(lambda s: imports.drop(s, number, "places", by="person:1", now=NOW))

    def left(store: Store) -> list[object]:
        return list(
            store.connection.execute(sa.text("SELECT table_sealed FROM imports")).scalars()
        )

    assert await database.read(left) == [None]
    assert await database.run(lambda s: s.imports.purge(NOW + timedelta(1))) == 1


async def test_a_grant_of_no_such_number_is_none(database: Database) -> None:
    assert await database.read(lambda s: s.staff.grant_of(GrantId(99))) is None

"""The staff desk by HTTP, on both databases where they might differ: a key of one person proposes,
a key of another confirms, once; what doesn't fit is told in JSON."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.desk_words import DeskWords
from adapters.fakes import FixedClock
from domain import proposals, staff, staff_keys
from domain.audit import OPERATOR
from domain.imports import MOST_BYTES
from domain.lists import Place, Places
from domain.people import PersonId
from domain.proposals import UNDO
from tests.web.described import hold
from tests.web.said import WORDS
from web.build import application
from web.desk import Desk

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
STARTS = datetime(2026, 10, 6, 5, tzinfo=UTC)
FIRST, SECOND, THIRD, FORMER = (PersonId(7_000_000_000 + n) for n in range(1, 5))
PUPIL = PersonId(7_000_000_009)
NAMES = {"kk": "Ауыл", "ru": "Село", "en": "Village"}
TEXT = {"kk": "Сәлем, оқушылар!", "ru": "Здравствуйте, ученики!"}
PLACES = Places([Place("610000000", "region", "Түркістан", "Туркестан")])
HEAD = "event,stage,subject,date,time,reason\n"
MOVE = {"kind": "move", "sitting": 1, "day": "2026-10-07", "time": "10:00", "reason": "venue"}
SAY: Mapping[str, Any] = {"kind": "announcement", "text": TEXT, "audience": {}}


REFUSED: list[tuple[Any, int, str, str | None]] = [
    (b"{", 422, "FIELD_UNFIT", "kind"),
    ([1], 422, "FIELD_UNFIT", "kind"),
    ({**MOVE, "sitting": 99}, 404, "SESSION_GONE", None),
    ({**MOVE, "sitting": -1}, 422, "FIELD_UNFIT", "sitting"),
    ({**MOVE, "sitting": 2**70}, 422, "FIELD_UNFIT", "sitting"),
    ({**MOVE, "day": "2026-02-30"}, 422, "FIELD_UNFIT", "day"),
    ({**MOVE, "day": "9999-12-31"}, 422, "MOVED_TOO_FAR", None),
    ({**MOVE, "day": "0001-01-01"}, 422, "MOVED_TO_PAST", None),
    ({**MOVE, "day": "2026-10-06"}, 422, "NOTHING_CHANGES", None),
    ({**MOVE, "time": {}}, 422, "FIELD_UNFIT", "time"),
    ({**MOVE, "minutes": 0}, 422, "FIELD_UNFIT", "minutes"),
    ({**MOVE, "place": "here"}, 422, "FIELD_UNFIT", "place"),
    ({**MOVE, "reason": {"kk": "Себебі бар"}}, 422, "FIELD_UNFIT", "reason.ru"),
    ({**MOVE, "hour": 9}, 422, "FIELD_UNKNOWN", "hour"),
    ({**SAY, "audience": None}, 422, "FIELD_UNFIT", "audience"),
    ({**SAY, "audience": {"grades": "9"}}, 422, "FIELD_UNKNOWN", "audience.grades"),
    ({**SAY, "audience": {"subject": "math"}}, 422, "FIELD_UNFIT", "audience.subject"),
    ({**SAY, "audience": {"unseen_of": "1234"}}, 422, "FIELD_UNFIT", "audience.unseen_of"),
    ({**SAY, "audience": {"region": "610000000"}}, 422, "NOBODY_TO_TELL", None),
    ({**SAY, "text": {"kk": "ә" * 801, "ru": "Нет"}}, 422, "FIELD_UNFIT", "text.kk"),
    (b"x" * 70_000, 413, "BODY_TOO_LARGE", None),
]


def begun(store: Store) -> dict[str, str]:
    """An event with two sessions that one person follows, and keys by the name of who has them."""
    content = {
        "names": NAMES,
        "about": NAMES,
        "grades": ["9"],
        "languages": [],
        "stages": [{"number": 1, "names": NAMES, "period": NAMES}],
        "subjects": [
            {"code": code, "names": NAMES, "languages": [], "not_for": []}
            for code in ("math", "physics")
        ],
    }
    store.olympiads.put_event("auyl", content, NOW, NOW + timedelta(days=14))
    for code in ("math", "physics"):
        store.olympiads.put_sitting(
            event="auyl", stage=1, subject=code, starts=STARTS, minutes=180, place=NAMES
        )
    store.people.speak(PUPIL, "kk", NOW)
    store.people.speak(SECOND, "ru", NOW)
    store.subscriptions.follow(PUPIL, "auyl", "", NOW)
    for person in (FIRST, SECOND, THIRD):
        staff.grant(store, person, "daryn", "*", "officer", by=OPERATOR, now=NOW)

    def key(name: str, person: PersonId | None, organisation: str = "daryn") -> str:
        return staff_keys.add(store, name, organisation, "*", person, by=OPERATOR, now=NOW)

    return {
        "first": key("first", FIRST),
        "second": key("second", SECOND),
        "third": key("third", THIRD),
        "former": key("former", FORMER),
        "nobody": key("nobody", None),
        "other": key("other", FIRST, "indigo"),
    }


@dataclass
class Office:
    """The desk, called with somebody's key."""

    server: TestServer
    session: ClientSession
    keys: Mapping[str, str]
    clock: FixedClock
    database: Database
    math: int
    """The number of a session."""

    async def starts(self) -> dict[int, str]:
        """When each session is, as the desk says it."""
        _, (event,) = await self.call("nobody", "events")
        return {s["id"]: s["starts"] for s in event["sessions"]}

    async def call(self, who: str, path: str, sent: Any = None) -> tuple[int, Any]:
        """Status, and the result or the whole refusal."""
        kind = "GET" if sent is None else "POST"
        body = {"data": BytesIO(sent)} if isinstance(sent, bytes) else {"json": sent}
        headers = {"Authorization": f"Bearer {self.keys[who]}", "Accept-Language": "en"}
        url = self.server.make_url(f"/staff/{path}")
        async with self.session.request(kind, url, headers=headers, **body) as answer:
            told = await answer.json()
            assert told["ok"] == (answer.status == 200)
            hold(kind, f"/staff/{path}", answer.status, told, sent)
            assert told["ok"] or " " in told["message"]
            return answer.status, told.get("result", told)

    async def said(self, who: str, path: str, sent: Any) -> tuple[int, str]:
        status, told = await self.call(who, path, sent)
        return status, told.get("error", told.get("state"))

    async def asked(self, sent: Any = None) -> str:
        """Where the proposal of the first is, asked of others."""
        given = sent or {**MOVE, "sitting": self.math}
        _, made = await self.call("first", "proposals", given)
        path = f"proposals/{made['id']}"
        assert await self.said("first", f"{path}/ask", {}) == (200, "waiting")
        return path

    async def asked_table(self, raw: bytes) -> None:
        _, made = await self.call("first", "sessions", raw)
        assert await self.said("first", f"proposals/{made['id']}/ask", {}) == (200, "waiting")

    async def launch(self) -> None:
        self.clock.advance(UNDO)
        for number in await self.database.read(lambda s: s.proposals.due(self.clock.now())):
            await self.database.run(
                lambda s, n=number: proposals.launch(s, n, self.clock.now())  # type: ignore[misc]
            )


@asynccontextmanager
async def office_of(database: Database) -> AsyncIterator[Office]:
    keys, clock = await database.run(begun), FixedClock(NOW)
    routes = Desk(database, clock, PLACES, DeskWords(WORDS, 20)).routes()
    async with TestServer(application(routes)) as server, ClientSession() as session:
        math = await database.read(lambda s: s.olympiads.sitting("auyl", 1, "math").id)
        yield Office(server, session, keys, clock, database, math)


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with office_of(database) as found:
        yield found


@pytest.fixture
async def small(sqlite: Database) -> AsyncIterator[Office]:
    """On SQLite alone, for what doesn't depend on the database."""
    async with office_of(sqlite) as found:
        yield found


async def test_two_keys_of_two_people_move_a_session(office: Office) -> None:
    assert set((await office.starts()).values()) == {"2026-10-06T10:00+05:00"}
    status, made = await office.call("first", "proposals", {**MOVE, "sitting": office.math})
    assert (status, made["state"], made["people"], made["seconds"]) == (200, "drawn", 1, 1)
    (notice,) = made["notices"]
    assert "7 октября" in notice["texts"]["ru"]
    assert all(notice["number"] in notice["texts"][lang] for lang in ("kk", "ru", "en"))
    path = f"proposals/{made['id']}"
    assert await office.said("second", f"{path}/confirm", {}) == (409, "PROPOSAL_GONE")
    assert await office.said("first", f"{path}/ask", {}) == (200, "waiting")
    assert await office.said("first", f"{path}/confirm", {}) == (403, "SECOND_PERSON_NEEDED")
    _, waiting = await office.call("second", "proposals")
    assert [p["id"] for p in waiting] == [made["id"]]
    status, confirmed = await office.call("second", f"{path}/confirm", {})
    assert (confirmed["state"], confirmed["launches"]) == ("confirmed", "2026-09-01T11:01+05:00")
    await office.launch()
    assert await office.said("first", f"{path}/undo", {}) == (409, "TOO_LATE_TO_UNDO")
    _, far = await office.call("first", f"{path}/stop", {})
    assert (far["progress"]["state"], far["progress"]["left"]) == ("stopped", 1)
    _, far = await office.call("second", f"{path}/resume", {})
    assert far["progress"]["state"] == "running"
    assert far["notices"][0]["texts"] == notice["texts"]
    assert (await office.starts())[office.math] == "2026-10-07T10:00+05:00"


async def test_of_two_confirmers_at_once_one_confirms(office: Office) -> None:
    path = await office.asked()
    both = [office.said(who, f"{path}/confirm", {}) for who in ("second", "third") * 2]
    done = await asyncio.gather(*both)
    assert sorted(done) == [(200, "confirmed"), *[(409, "PROPOSAL_GONE")] * 3]


async def test_a_table_is_one_proposal_that_is_undone_as_one(office: Office) -> None:
    rows = "auyl,1,math,2026-10-07,10:00,venue\nauyl,1,physics,08.10.2026,9.30,\n"
    status, looked = await office.call("first", "sessions?check", (HEAD + rows).encode())
    assert (status, looked["people"], "id" in looked) == (200, 2, False)
    assert await office.call("second", "proposals") == (200, [])
    _, made = await office.call("first", "sessions", (HEAD + rows).encode())
    assert {n["sitting"] for n in made["notices"]} == set(await office.starts())
    path = f"proposals/{made['id']}"
    await office.call("first", f"{path}/ask", {})
    assert await office.said("third", f"{path}/confirm", {}) == (200, "confirmed")
    assert await office.said("second", f"{path}/undo", {}) == (403, "NOT_ALLOWED")
    assert await office.said("third", f"{path}/undo", {}) == (200, "undone")
    await office.launch()
    assert set((await office.starts()).values()) == {"2026-10-06T10:00+05:00"}


async def test_every_wrong_row_of_a_table_is_told_and_nothing_is_kept(small: Office) -> None:
    rows = [
        "auyl,1,math,2026-10-07,10:00,venue",
        "auyl,1,math,2026-10-08,10:00,",
        "nowhere,1,math,2026-10-07,10:00,",
        "auyl,2,math,2026-10-07,10:00,",
        "auyl,1,physics,2026-10-06,10:00,",
        "auyl,1,physics,2026-02-30,25:00,bored",
    ]
    status, told = await small.call("first", "sessions", (HEAD + "\n".join(rows)).encode())
    assert (status, told["error"]) == (422, "TABLE_UNFIT")
    assert [(f["line"], f["column"], f["fault"]) for f in told["faults"]] == [
        (3, "", "sitting-twice"),
        (4, "", "event-gone"),
        (5, "", "sitting-unknown"),
        (6, "", "nothing-changes"),
        (7, "date", "day-no-such-date"),
        (7, "time", "time-no-such"),
        (7, "reason", "reason-unknown"),
    ]
    for raw in (b"", b"\xff\xfe", b"a,b\n1,2\n", b"x" * (MOST_BYTES + 1)):
        status, told = await small.call("first", "sessions", raw)
        assert (status, told["faults"][0]["line"]) == (422, 0)
    assert await small.said("nobody", "sessions", b"") == (403, "KEY_WITHOUT_PERSON")
    states = ("drawn", "waiting", "confirmed", "launched")
    assert await small.database.read(lambda s: s.proposals.recent(states, NOW)) == []


async def test_the_question_about_a_long_table_fits_a_message(small: Office) -> None:
    def more(store: Store) -> None:
        for stage in (2, 3, 4):
            store.olympiads.put_sitting(
                event="auyl", stage=stage, subject="math", starts=STARTS, minutes=180, place=NAMES
            )

    await small.database.run(more)
    head = HEAD.replace("reason", "reason_kk,reason_ru")
    rows = [f"auyl,{n},math,2026-10-07,10:00,{'ә' * 200},{'я' * 200}" for n in (1, 2, 3, 4)]
    await small.asked_table((head + "\n".join(rows)).encode())
    lease = timedelta(seconds=9)
    (row,) = await small.database.run(lambda s: s.outbox.claim("telegram", "w", NOW, lease, 9))
    assert len(row.payload["text"]) <= 4096


async def test_an_announcement_waits_for_another_person_and_tells_them_in_the_chat(
    small: Office,
) -> None:
    path = await small.asked({**SAY, "audience": {"event": "auyl", "language": "kk"}})
    lease = timedelta(seconds=9)
    (row,) = await small.database.run(lambda s: s.outbox.claim("telegram", "w", NOW, lease, 9))
    assert row.person == SECOND
    assert TEXT["ru"] in row.payload["text"]
    assert await small.said("second", f"{path}/drop", {}) == (200, "dropped")
    assert await small.said("third", f"{path}/confirm", {}) == (409, "PROPOSAL_GONE")


async def test_what_cannot_be_is_named(small: Office) -> None:
    for sent, status, error, field in REFUSED:
        found, told = await small.call("first", "proposals", sent)
        assert (found, told["error"], told.get("field")) == (status, error, field), sent


async def test_a_key_does_what_its_person_may_and_no_more(small: Office) -> None:
    path = await small.asked()
    assert await small.said("nobody", "proposals", MOVE) == (403, "KEY_WITHOUT_PERSON")
    assert await small.said("former", "proposals?check", MOVE) == (403, "NOT_ALLOWED")
    assert await small.said("former", "proposals", MOVE) == (403, "NOT_ALLOWED")
    assert await small.said("former", f"{path}/confirm", {}) == (403, "NOT_ALLOWED")
    assert await small.said("other", "proposals", MOVE) == (403, "NOT_YOURS")
    assert await small.said("other", f"{path}/undo", {}) == (404, "PROPOSAL_UNKNOWN")
    assert (await small.call("other", "events"))[0] == 403
    assert await small.said("second", "proposals/9/confirm", {}) == (404, "PROPOSAL_UNKNOWN")
    assert await small.said("second", "proposals/²/confirm", {}) == (404, "PROPOSAL_UNKNOWN")
    assert await small.said("second", "proposals/99999999999999/undo", {}) == (
        404,
        "PROPOSAL_UNKNOWN",
    )
    assert await small.said("second", f"{path}/please", {}) == (404, "STEP_UNKNOWN")
    await small.database.run(lambda s: staff.revoke(s, FIRST, None, None, by=OPERATOR, now=NOW))
    assert await small.said("second", f"{path}/confirm", {}) == (409, "AUTHOR_LOST_RIGHT")

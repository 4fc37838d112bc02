"""Admission to schools by HTTP, on both databases where they might differ: a key sees the schools
of its area, decides once, and is given papers with a line in the audit."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from adapters.admission.cards import Teller
from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from adapters.papers.fakes import MemoryFiles
from adapters.phrases import ALMATY
from app.admission import rules
from app.lists import days_off
from domain import staff, staff_keys
from domain.admission import applications
from domain.admission.applications import Filed
from domain.admission.vacancies import Office, Vacancy
from domain.audit import OPERATOR
from domain.people import AccountId, PersonId
from tests.web.described import hold
from tests.web.said import WORDS
from web.build import application
from web.school_tables import SchoolTables
from web.schools import Schools

NOW = datetime(2027, 8, 2, 6, tzinfo=UTC)
HERE, THERE = "551010000-1", "111010000-1"
PARENT, CLERK = PersonId(7_000_000_001), PersonId(7_000_000_002)
APPLICANT = "830707390031"
PAGES = b"%PDF-1.7 health"
NAMES = {"kk": "Мектеп", "ru": "Школа", "en": "School"}


def person(iin: str, given: str) -> dict[str, str]:
    names = {"surname": "Оспанов", "given": given, "patronymic": "-"}
    return {"iin": iin, **names, "born": "2019-08-15", "sex": "male"}


def content(child: str, school: str, paper: str) -> dict[str, Any]:
    whole = {"file": paper, "pages": 2, "bytes": len(PAGES)}
    return {
        "iin": APPLICANT,
        "applicant": person(APPLICANT, "Тимур"),
        "child": child,
        "pupil": person(child, "Дамир"),
        "phone": "+77000000002",
        "mail": "timur@example.com",
        "home": {"locality": "551010000", "street": "Ломов көшесі", "house": "64"},
        "grade": "1",
        "language": "kk",
        "basis": {"by": "choice", "for": "1-kk"},
        "school": school,
        "offered": {school: {"names": NAMES}},
        "paper_health": {"pages": [], "whole": whole},
        "paper_photo": {"pages": [], "whole": {**whole, "file": "gone"}},
        "paper_pmpc": None,
        "labels": {},
    }


def begun(store: Store, paper: str) -> dict[str, str]:
    """Two schools with a place each, three applications to one and one to the other; keys by the
    name of who has them."""
    for school, area in ((HERE, "551010000"), (THERE, "111010000")):
        names = {f"name_{lang}": name for lang, name in NAMES.items()}
        store.schools.put([{"id": school, "locality": area, "languages": "kk", **names}])
        store.admission.put_offices([Office(school, "", {}, NAMES, "+7 7182 00 00 01")])
        store.admission.put_vacancies([Vacancy(2027, school, "1", "kk", 1)])
    store.people.speak(PARENT, "ru", NOW)
    for draft, school in enumerate((HERE, HERE, HERE, THERE), 1):
        child = f"19081559{draft:04}"
        filed = Filed(PARENT, AccountId(1), draft, 2027, content(child, school, paper))
        made = applications.file(store, filed, NOW)
        applications.sign(store, made.id, made.version, APPLICANT, NOW)
    staff.grant(store, CLERK, "pavlodar", "55", "officer", by=OPERATOR, now=NOW)

    def key(name: str, area: str, who: PersonId | None, organisation: str = "pavlodar") -> str:
        return staff_keys.add(store, name, organisation, area, who, by=OPERATOR, now=NOW)

    return {
        "city": key("city", "55", None),
        "second": key("second", "55", None),
        "clerk": key("clerk", "*", CLERK),
        "elsewhere": key("elsewhere", "11", None),
        "nobody": key("nobody", "55", PersonId(7_000_000_009)),
        "daryn": key("daryn", "*", None, "daryn"),
    }


@dataclass
class Desk:
    """The schools, called with somebody's key."""

    server: TestServer
    session: ClientSession
    keys: Mapping[str, str]
    database: Database
    numbers: list[str]

    async def call(self, who: str, path: str, sent: Any = None) -> tuple[int, Any]:
        """Status, and the result or the whole refusal."""
        kind = "GET" if sent is None else "POST"
        headers = {"Authorization": f"Bearer {self.keys[who]}", "Accept-Language": "ru"}
        url = self.server.make_url(f"/staff/{path}")
        body = {"data": sent.encode()} if isinstance(sent, str) else {"json": sent}
        async with self.session.request(kind, url, headers=headers, **body) as answer:
            told = await answer.json()
            assert told["ok"] == (answer.status == 200)
            hold(kind, f"/staff/{path}", answer.status, told, sent)
            return answer.status, told.get("result", told)

    async def said(self, who: str, path: str, sent: Any = None) -> tuple[int, str]:
        status, told = await self.call(who, path, sent)
        return status, told.get("error", told.get("state"))

    async def file(self, who: str, path: str) -> tuple[int, bytes, Mapping[str, str]]:
        headers = {"Authorization": f"Bearer {self.keys[who]}"}
        url = self.server.make_url(f"/staff/applications/{path}")
        async with self.session.get(url, headers=headers) as answer:
            told = await answer.json() if answer.status != 200 else None
            hold("GET", f"/staff/applications/{path}", answer.status, told)
            return answer.status, await answer.read(), answer.headers

    async def acts(self) -> list[tuple[str, str, str]]:
        """Of the audit, what was done to applications."""

        def work(store: Store) -> list[tuple[str, str, str]]:
            found = [row.entry for row in store.audit.rows()]
            return [(e.actor, e.act, e.subject) for e in found if "admission" in e.act]

        return await self.database.read(work)


@asynccontextmanager
async def office_of(database: Database) -> AsyncIterator[Desk]:
    files = MemoryFiles()
    paper = await files.keep(PARENT, PAGES)
    keys = await database.run(lambda store: begun(store, paper))
    told = Teller(WORDS, rules(days_off()), days_off(), ALMATY)
    clock = FixedClock(NOW)
    routes = [
        *Schools(database, clock, files, told).routes(),
        *SchoolTables(database, clock, told).routes(),
    ]
    async with TestServer(application(routes)) as server, ClientSession() as session:
        mine = await database.read(lambda s: s.admission.of(PARENT))
        yield Desk(server, session, keys, database, [a.number or "" for a in mine[::-1]])


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Desk]:
    async with office_of(database) as found:
        yield found


@pytest.fixture
async def small(sqlite: Database) -> AsyncIterator[Desk]:
    """On SQLite alone, for what doesn't depend on the database."""
    async with office_of(sqlite) as found:
        yield found


async def test_of_two_accepts_of_the_last_place_one_counts(office: Desk) -> None:
    paths = [f"applications/{n}/accept" for n in office.numbers[:2]]
    sent = {"version": 1}
    both = [office.said(who, path, sent) for path in paths for who in ("city", "city")]
    ends = await asyncio.gather(*both)
    assert sorted(ends) == [(200, "accepted")] * 2 + [(409, "NO_PLACE_LEFT")] * 2
    assert (ends[0] == ends[1], ends[2] == ends[3]) == (True, True)
    _, (school,) = await office.call("city", "schools")
    assert school["applications"] == {"accepted": 1, "review": 2}
    assert school["places"] == [
        {"season": 2027, "grade": "1", "language": "kk", "places": 1, "taken": 1, "free": 0}
    ]
    assert [act for _, act, _ in await office.acts()] == ["admission.accepted"]


async def test_a_refusal_names_what_may_be_put_right_and_is_one(office: Desk) -> None:
    path, sent = f"applications/{office.numbers[0]}", {"version": 1, "reason": "unreadable"}
    with_papers = {**sent, "papers": ["photo"]}
    calls = [office.call("city", f"{path}/refuse", with_papers) for _ in range(3)]
    done = await asyncio.gather(*calls)
    assert [status for status, _ in done] == [200] * 3
    told = done[0][1]
    assert all(answer == told for _, answer in done)
    assert (told["state"], told["reason"], told["fields"]) == ("refused", "unreadable", ["photo"])
    assert [act for _, act, _ in await office.acts()] == ["admission.refused"]
    other = {**sent, "papers": ["health"]}
    assert await office.said("city", f"{path}/refuse", other) == (409, "DECIDED_BEFORE")
    assert await office.said("second", f"{path}/refuse", with_papers) == (409, "DECIDED_BEFORE")
    assert await office.said("city", f"{path}/accept", {"version": 1}) == (409, "DECIDED_BEFORE")


async def test_what_its_parent_has_changed_is_looked_at_again(small: Desk) -> None:
    path = f"applications/{small.numbers[0]}"
    await small.call("city", f"{path}/refuse", {"version": 1, "reason": "other-grade"})

    def mend(store: Store) -> None:
        old = store.admission.by_number(small.numbers[0])
        assert old is not None
        changed = {**old.content, "grade": "2"}
        filed = Filed(PARENT, old.account, 9, 2027, changed, mends=old.id)
        again = applications.file(store, filed, NOW)
        applications.sign(store, again.id, again.version, APPLICANT, NOW)

    await small.database.run(mend)
    late = {"version": 1, "reason": "other-grade"}
    assert await small.said("city", f"{path}/refuse", late) == (409, "CHANGED_SINCE_SEEN")
    _, told = await small.call("city", path)
    assert (told["state"], told["grade"], told["version"]) == ("review", "2", 4)
    assert "fields" not in told
    assert [e["by"] for e in told["history"]] == ["parent", "staff", "parent"]


async def test_an_application_is_opened_with_its_papers(small: Desk) -> None:
    number = small.numbers[0]
    status, told = await small.call("city", f"applications/{number}")
    assert (status, told["child"], told["free"]) == (200, "Оспанов Дамир", 1)
    assert told["applicant"]["name"] == "Оспанов Тимур"
    size = len(PAGES)
    assert told["papers"] == [
        {"paper": "health", "pages": 2, "bytes": size},
        {"paper": "photo", "pages": 2, "bytes": size},
    ]
    assert await small.acts() == []
    status, content, headers = await small.file("clerk", f"{number}/papers/health")
    assert (status, content, headers["Content-Type"]) == (200, PAGES, "application/pdf")
    assert headers["Cache-Control"] == "no-store"
    assert await small.acts() == [(f"person:{CLERK}", "admission.papers", "admission:1")]
    for paper, status in (("photo", 410), ("pmpc", 404), ("birth", 404)):
        assert (await small.file("city", f"{number}/papers/{paper}"))[0] == status
    assert (await small.file("elsewhere", f"{number}/papers/health"))[0] == 404
    assert len(await small.acts()) == 1


async def test_a_list_is_read_page_by_page_and_by_state(small: Desk) -> None:
    path = f"schools/{HERE}/applications"
    _, first = await small.call("city", f"{path}?limit=2")
    _, rest = await small.call("city", f"{path}?limit=2&after={first['next']}")
    assert rest["next"] is None
    listed = [*first["applications"], *rest["applications"]]
    assert [a["number"] for a in listed] == small.numbers[:3]
    await small.call("city", f"applications/{small.numbers[1]}/accept", {"version": 1})
    for state, count in (("review", 2), ("accepted", 1), ("signing", 0)):
        _, found = await small.call("city", f"{path}?state={state}")
        assert len(found["applications"]) == count
    for query in ("state=lost", "limit=0", "limit=999", "after=x", "status=review"):
        assert (await small.call("city", f"{path}?{query}"))[0] == 422


async def test_a_key_sees_what_it_covers_and_its_person_may(small: Desk) -> None:
    number = small.numbers[0]
    assert [s["id"] for s in (await small.call("elsewhere", "schools"))[1]] == [THERE]
    assert [s["id"] for s in (await small.call("clerk", "schools"))[1]] == [HERE]
    assert await small.said("nobody", "schools") == (403, "NOT_ALLOWED")
    assert await small.said("daryn", f"applications/{number}") == (403, "NOT_ALLOWED")
    for who, path in (
        ("elsewhere", f"applications/{number}"),
        ("elsewhere", f"schools/{HERE}/applications"),
        ("elsewhere", f"applications/{number}/accept"),
        ("city", "applications/PV-2027-999999"),
    ):
        sent = {"version": 1} if path.endswith("accept") else None
        status, told = await small.call(who, path, sent)
        assert (status, told["error"]) == (404, "NOT_AMONG_YOURS")
        assert told["message"] == WORDS.say("ru", "not-among-yours")


async def test_what_does_not_fit_is_named(small: Desk) -> None:
    path = f"applications/{small.numbers[0]}"
    for step, sent, status, error in (
        ("accept", {}, 422, "FIELD_UNFIT"),
        ("accept", {"version": "one"}, 422, "FIELD_UNFIT"),
        ("accept", {"version": 1, "reason": "x"}, 422, "FIELD_UNKNOWN"),
        ("accept", {"version": 7}, 409, "CHANGED_SINCE_SEEN"),
        ("refuse", {"version": 1}, 422, "REASON_NOT_LISTED"),
        ("refuse", {"version": 1, "reason": "dislike"}, 422, "REASON_NOT_LISTED"),
        ("refuse", {"version": 1, "reason": "unreadable"}, 422, "PAPERS_NOT_NAMED"),
        ("refuse", {"version": 1, "reason": "unreadable", "papers": ["pmpc"]}, 422, "FIELD_UNFIT"),
        ("refuse", {"version": 1, "reason": "unreadable", "papers": "all"}, 422, "FIELD_UNFIT"),
        ("refuse", {"version": 1, "reason": "unreadable", "papers": [[]]}, 422, "FIELD_UNFIT"),
        ("originals", {}, 409, "NOT_ACCEPTED"),
    ):
        assert await small.said("city", f"{path}/{step}", sent) == (status, error), (step, sent)
    assert await small.acts() == []


async def test_the_parent_is_told_once_of_each_step(small: Desk) -> None:
    path = f"applications/{small.numbers[0]}"
    for _ in range(2):
        assert await small.said("city", f"{path}/accept", {"version": 1}) == (200, "accepted")
    for _ in range(2):
        status, told = await small.call("city", f"{path}/originals", {})
        assert (status, "originals" in told) == (200, True)
    texts = await small.database.run(sent_texts)
    assert [text.partition(".")[0] for text in texts] == [
        "<b>Школа приняла заявление",
        WORDS.say("ru", "admission-told-handed-in", number=small.numbers[0]).partition(".")[0],
    ]


async def test_a_table_of_places_is_loaded_whole_or_not_at_all(office: Desk) -> None:
    head = "school,grade,language,places\n"
    await office.call("city", f"applications/{office.numbers[0]}/accept", {"version": 1})
    bad = f"{head}{HERE},1,kk,0\n{THERE},1,kk,5\n{HERE},2,ru,9\nnone,1,kk,1\n{HERE},2,ru,1\n"
    status, told = await office.call("city", "schools/places", bad)
    assert (status, told["error"]) == (422, "TABLE_UNFIT")
    assert [(f["line"], f["fault"]) for f in told["faults"]] == [
        (2, "fewer-than-taken"),
        (3, "school-not-yours"),
        (5, "school-unknown"),
        (6, "row-twice"),
    ]
    assert told["faults"][1]["message"] == WORDS.say("ru", "school-not-yours", school=THERE)
    good = f"{head}{HERE},1,kk,3\n{HERE},2,ru,9\n"
    counts = {"new": 1, "changed": 1, "same": 0}
    assert await office.call("city", "schools/places?check", good) == (200, counts)
    _, (school,) = await office.call("city", "schools")
    assert [p["places"] for p in school["places"]] == [1]
    assert await office.call("city", "schools/places", good) == (200, counts)
    assert await office.call("city", "schools/places", good) == (
        200, {"new": 0, "changed": 0, "same": 2},
    )  # fmt: skip
    _, (school,) = await office.call("city", "schools")
    assert [(p["places"], p["free"]) for p in school["places"]] == [(3, 2), (9, 9)]
    loaded = [(who, subject) for who, act, subject in await office.acts() if "places" in act]
    assert [who == subject for who, subject in loaded] == [True] * 2
    assert (await office.call("daryn", "schools/places", good))[0] == 403


async def test_a_table_of_streets_replaces_those_of_its_localities(small: Desk) -> None:
    head = "school,locality,street_kk,side,from,to\n"
    first = f"{head}{HERE},551010000,Abai,odd,1,39\n{HERE},551010000,Estai,,,\n"
    bad = f"{head}{HERE},111010000,Abai,left,9,1\n{HERE},551010000,Abai,,9,1\n"
    status, told = await small.call("city", "schools/catchment", bad)
    assert status == 422
    assert [(f["line"], f["column"], f["fault"]) for f in told["faults"]] == [
        (2, "side", "side-unknown"),
        (3, "", "houses-backwards"),
    ]
    outside = f"{head}{HERE},111010000,Abai,,,\n"
    _, told = await small.call("city", "schools/catchment", outside)
    assert told["faults"][0]["fault"] == "locality-not-yours"
    counts = {"new": 2, "same": 0, "gone": 0}
    assert await small.call("city", "schools/catchment?check", first) == (200, counts)
    assert await small.database.read(lambda s: s.admission.all_stretches()) == []
    assert await small.call("city", "schools/catchment", first) == (200, counts)
    second = f"{head}{HERE},551010000,Estai,,,\n"
    counts = {"new": 0, "same": 1, "gone": 1}
    assert await small.call("clerk", "schools/catchment", second) == (200, counts)
    streets = await small.database.read(lambda s: s.admission.all_stretches())
    assert [s.street for s in streets] == ["Estai"]


def sent_texts(store: Store) -> list[str]:
    rows = store.outbox.claim("telegram", "w", NOW, timedelta(seconds=9), 9)
    return [row.payload["text"] for row in rows if row.person == PARENT]

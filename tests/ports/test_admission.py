"""Applications to schools on both databases: one open per child, places never oversold, only what
staff named put right."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from app.admission import load_offices
from domain.admission import applications, catchment_table, desk, places_table
from domain.admission.applications import Application, DecidedBefore, Filed, NoSuchApplication
from domain.admission.catchment import Stretch
from domain.admission.desk import Officer, anywhere
from domain.admission.rules import Rules
from domain.admission.vacancies import Office, Vacancy, Wish
from domain.documents import issue, new_token
from domain.forms.model import Desk, Draft, DraftId
from domain.papers import FileName
from domain.people import AccountId
from domain.portals import pavlodar
from tests.ports.test_database import ASEL, BOLAT, NOW, names, side_by_side

PARENT, CHILD, OTHER = "830707390031", "190815590066", "230514590014"
SCHOOL, SECOND = "551010000-1", "551010000-2"


def content(child: str = CHILD, **more: Any) -> dict[str, Any]:
    return {
        "iin": PARENT,
        "child": child,
        "pupil": {"given": "Дамир"},
        "grade": "1",
        "language": "kk",
        "basis": {"by": "choice", "for": "1-kk"},
        "school": SCHOOL,
        "offered": {SCHOOL: {"names": {"kk": "а", "ru": "б", "en": "c"}}},
        "paper_health": {"file": "a"},
        "paper_photo": {"file": "b"},
        "labels": {"grade": "1"},
        **more,
    }


def filing(draft: int, child: str = CHILD, **of: Any) -> Callable[[Store], Application]:
    known = {"person": ASEL, "account": AccountId(1), "season": 2027, **of}
    filed = Filed(draft=draft, content=content(child), **known)
    return lambda store: applications.file(store, filed, NOW)


def signing(a: Application, by: str = PARENT) -> Callable[[Store], Application]:
    return lambda store: applications.sign(store, a.id, a.version, by, NOW)


def accepting(a: Application) -> Callable[[Store], Application]:
    return lambda store: applications.accept(store, a.id, "person:1", NOW)


def sheet(name: str) -> dict[str, Any]:
    return {"pages": [], "whole": {"file": name, "pages": 1, "bytes": 1}}


def reopening(a: Application) -> Callable[[Store], None]:
    return lambda store: applications.reopen(store, a, NOW)


def mend(a: Application) -> Callable[[Store], Application]:
    """Staff name the paper about health, and the parent sends another."""

    def work(store: Store) -> Application:
        applications.refuse(store, a.id, "unreadable", ("paper_health",), "person:1", NOW)
        return file_again(store, a)

    return work


def file_again(store: Store, a: Application) -> Application:
    filed = Filed(ASEL, AccountId(1), 90, 2027, content(paper_health={"file": "new"}), mends=a.id)
    return applications.file(store, filed, NOW)


async def reviewed(database: Database, draft: int, child: str) -> Application:
    waiting = await database.run(filing(draft, child))
    return await database.run(signing(waiting))


def places(count: int) -> Callable[[Store], None]:
    return lambda store: store.admission.put_vacancies([Vacancy(2027, SCHOOL, "1", "kk", count)])


async def free(database: Database) -> int:
    found = await database.run(
        lambda store: store.admission.vacancy(Wish(2027, SCHOOL, "1", "kk"))
    )
    assert found is not None
    return found.free


async def test_of_fifty_applications_for_a_child_one_goes_under_review(database: Database) -> None:
    waiting = [await database.run(filing(draft)) for draft in range(1, 51)]
    ends = await side_by_side(database, [signing(a) for a in waiting])
    assert names(ends) == {"done": 1, "ChildHasApplication": 49}
    refused = await side_by_side(database, [filing(99)])
    assert names(refused) == {"ChildHasApplication": 1}


async def test_one_draft_and_one_signature_make_one_application(database: Database) -> None:
    filed = await side_by_side(database, [filing(7)] * 20)
    assert {a.id for a in filed} == {filed[0].id}
    sent = await side_by_side(database, [signing(filed[0])] * 20)
    assert names(sent) == {"done": 20}
    assert {(a.number, a.status) for a in sent} == {(f"PV-2027-{sent[0].id:06d}", "review")}
    events = await database.run(lambda store: store.admission.history(filed[0].id))
    assert [e.status for e in events] == ["review"]


async def test_the_last_place_is_given_once(database: Database) -> None:
    await database.run(places(1))
    mine = [await reviewed(database, n, f"19081559{n:04}") for n in range(10)]
    ends = await side_by_side(database, [accepting(a) for a in mine])
    assert names(ends) == {"done": 1, "NoPlaceLeft": 9}
    assert await free(database) == 0
    left = await database.run(lambda store: store.admission.waiting(None, 20))
    assert len(left) == 9


async def test_one_application_takes_one_place(database: Database) -> None:
    await database.run(places(5))
    a = await reviewed(database, 1, CHILD)
    ends = await side_by_side(database, [accepting(a)] * 10)
    assert names(ends) == {"done": 1, "DecidedBefore": 9}
    assert await free(database) == 4


async def test_a_refused_child_may_apply_again(database: Database) -> None:
    a = await reviewed(database, 1, CHILD)

    def refuse(store: Store) -> Application:
        return applications.refuse(store, a.id, "not-representative", (), "person:1", NOW)

    await database.run(refuse)
    again = await reviewed(database, 2, CHILD)
    assert again.number != a.number


async def test_only_what_staff_named_is_put_right(database: Database) -> None:
    a = await reviewed(database, 1, CHILD)

    def refuse(store: Store) -> Application:
        papers = ("paper_health",)
        return applications.refuse(store, a.id, "unreadable", papers, "person:1", NOW)

    refused = await database.run(refuse)
    changed = content(paper_health={"file": "new"}, paper_photo={"file": "x"}, grade="5")
    filed = Filed(ASEL, AccountId(1), 2, 2027, changed, mends=a.id)
    mended = await database.run(lambda store: applications.file(store, filed, NOW))
    kept = {k: v for k, v in a.content.items() if k != "paper_health"}
    assert mended.content == {**kept, "paper_health": {"file": "new"}}
    assert (mended.grade, mended.number, mended.sent) == ("1", refused.number, refused.sent)
    again = await database.run(signing(mended))
    assert (again.status, again.number, again.sent) == ("review", a.number, a.sent)


async def test_staff_see_what_was_signed_until_the_rest_is_signed(database: Database) -> None:
    await database.run(offices)
    a = await reviewed(database, 1, CHILD)
    mended = await database.run(mend(a))

    async def to_staff() -> list[Application]:
        return await database.read(
            lambda store: [
                desk.seen(store, OPERATOR, store.admission.load(a.id)),
                *store.admission.at_school(SCHOOL, None, 9),
            ]
        )

    for seen in await to_staff():
        assert seen.content["paper_health"] == {"file": "a"}
    assert mended.content["paper_health"] == {"file": "new"}
    await database.run(reopening(mended))
    back = await database.run(lambda store: store.admission.load(a.id))
    assert (back.status, back.content) == ("refused", a.content)
    again = await database.run(lambda store: file_again(store, a))
    await database.run(signing(again))
    for seen in await to_staff():
        assert (seen.status, seen.content["paper_health"]) == ("review", {"file": "new"})


async def test_papers_that_were_signed_stay_until_others_are_signed(database: Database) -> None:
    def sent(draft: int, name: str, **more: Any) -> Callable[[Store], Application]:
        """The form with one paper, as the conversation sends it."""
        held = {**content(paper_health=sheet(name)), "account": 1, "season": 2027, **more}
        held |= {"basis": {"by": "catchment", "for": ""}}

        def work(store: Store) -> Application:
            store.papers.keep(
                ASEL, FileName(name), type="application/pdf", bytes=1, pages=1,
                draft=DraftId(draft), field="paper_health", now=NOW,
            )  # fmt: skip
            on = Desk(store, ASEL, "kk", NOW)
            return pavlodar.file(on, Draft(DraftId(draft), pavlodar.APPLY), held, {})

        return work

    async def kept() -> list[str]:
        found = await database.read(lambda s: s.papers.held_by(applications.holder(a.id)))
        return sorted(p.name for p in found)

    a = await database.run(sent(1, "old"))
    await database.run(signing(a))
    await database.run(
        lambda s: applications.refuse(s, a.id, "unreadable", ["paper_health"], "person:1", NOW)
    )
    mended = await database.run(sent(2, "new", mends=a.id))
    assert await kept() == ["new", "old"]
    await database.run(signing(mended))
    assert await kept() == ["new"]


async def test_a_school_isnt_told_of_what_may_never_be_signed(database: Database) -> None:
    a = await reviewed(database, 1, CHILD)
    named = {SECOND: {"names": {"kk": "а", "ru": "б", "en": "c"}}}

    def elsewhere(store: Store) -> Application:
        applications.refuse(store, a.id, "no-places", (), "person:1", NOW)
        new = content(school=SECOND, offered=named, grade="2")
        filed = Filed(ASEL, AccountId(1), 90, 2027, new, mends=a.id)
        return applications.file(store, filed, NOW)

    async def listed() -> list[list[str]]:
        return [
            [f"{a.grade} {a.status}" for a in found]
            for school in (SCHOOL, SECOND)
            for found in [await database.read(at_school(school))]
        ]

    def at_school(school: str) -> Callable[[Store], list[Application]]:
        return lambda store: store.admission.at_school(school, None, 9)

    mended = await database.run(elsewhere)
    assert (mended.school, mended.grade) == (SECOND, "2")
    assert await listed() == [["1 signing"], []]
    await database.run(signing(mended))
    assert await listed() == [[], ["2 review"]]


async def test_what_another_one_put_under_review_meanwhile_stays_first(database: Database) -> None:
    a = await reviewed(database, 1, CHILD)
    await database.run(
        lambda s: applications.refuse(s, a.id, "unreadable", ["paper_photo"], "person:1", NOW)
    )
    await reviewed(database, 2, CHILD)
    filed = Filed(ASEL, AccountId(1), 3, 2027, content(), mends=a.id)
    ends = await side_by_side(database, [lambda s: applications.file(s, filed, NOW)])
    assert names(ends) == {"ChildHasApplication": 1}


async def test_the_other_parents_signature_doesnt_count(database: Database) -> None:
    a = await database.run(filing(1))
    ends = await side_by_side(database, [signing(a, by="880412490003")])
    assert names(ends) == {"SignedByOther": 1}


async def test_somebody_elses_application_isnt_there(database: Database) -> None:
    a = await database.run(filing(1))
    with pytest.raises(NoSuchApplication):
        await database.run(lambda store: applications.own(store, BOLAT, a.id))


async def test_what_was_changed_meanwhile_isnt_signed(database: Database) -> None:
    a = await database.run(filing(1))
    await database.run(lambda store: applications.reopen(store, a, NOW))
    ends = await side_by_side(database, [signing(a)])
    assert names(ends) == {"NotToBeSigned": 1}


async def test_what_is_signed_by_now_is_neither_deleted_nor_changed(database: Database) -> None:
    a = await database.run(filing(1))
    signed = await database.run(signing(a))
    ends = await side_by_side(database, [reopening(a)])
    assert names(ends) == {"NotToBeSigned": 1}
    assert await database.run(lambda store: store.admission.load(a.id)) == signed
    mending = await database.run(mend(signed))
    signed = await database.run(signing(mending))
    ends = await side_by_side(database, [reopening(mending)])
    assert names(ends) == {"NotToBeSigned": 1}
    assert await database.run(lambda store: store.admission.load(a.id)) == signed


async def test_of_signing_and_deleting_one_counts(database: Database) -> None:
    for draft in range(1, 9):
        a = await database.run(filing(draft, f"19081559{draft:04}"))
        ends = await side_by_side(database, [signing(a), reopening(a)])
        assert names(ends) == {"done": 1, "NotToBeSigned": 1}
        left = await database.run(lambda store, a=a: store.admission.load(a.id))
        assert (left is None) == (ends[0] == "NotToBeSigned")


async def test_what_is_taken_back_isnt_decided(database: Database) -> None:
    await database.run(places(5))
    a = await reviewed(database, 1, CHILD)
    await database.run(lambda store: applications.withdraw(store, a, NOW))
    with pytest.raises(DecidedBefore):
        await database.run(accepting(a))
    assert await free(database) == 5


async def test_another_grade_brings_its_own_papers_and_leaves_those_it_does_not_ask_for(
    database: Database,
) -> None:
    a = await reviewed(database, 1, CHILD)
    refused = await database.run(
        lambda store: applications.refuse(store, a.id, "other-grade", [], "person:1", NOW)
    )
    answers = content(grade="5", paper_transfer={"file": "c"}, paper_health={"file": "forged"})
    del answers["paper_photo"]
    answers["labels"] = {"grade": "5", "paper_transfer": "1 page", "iin": "forged"}
    mended = Filed(ASEL, AccountId(1), 2, 2027, {**answers, "iin": "forged"}, mends=refused.id)
    again = await database.run(lambda store: applications.file(store, mended, NOW))
    papers = {k: v["file"] for k, v in again.content.items() if k.startswith("paper_")}
    assert papers == {"paper_health": "a", "paper_transfer": "c"}
    assert (again.applicant, again.content["labels"]) == (
        PARENT,
        {"grade": "5", "paper_transfer": "1 page"},
    )
    assert (again.number, again.sent) == (a.number, a.sent)


async def test_originals_are_handed_in_once(database: Database) -> None:
    await database.run(places(5))
    a = await reviewed(database, 1, CHILD)
    done = await database.run(accepting(a))
    hand_in = [lambda s: applications.hand_in(s, done, "parent", "person:1", NOW)] * 5
    assert sorted(await side_by_side(database, hand_in)) == [*[False] * 4, True]


async def test_who_owes_originals_is_listed_however_many_brought_them(database: Database) -> None:
    await database.run(places(5))
    children = [f"19081559{n:04}" for n in range(4)]
    made = [await reviewed(database, n, child) for n, child in enumerate(children, 1)]
    done = [await database.run(accepting(a)) for a in made]
    for a in done[:2]:
        await database.run(lambda s, a=a: applications.hand_in(s, a, "staff", "person:1", NOW))

    for since, ids, count in ((2027, [done[2].id], 2), (2028, [], 0)):
        found, in_all = await database.read(lambda s, y=since: s.admission.owing(SCHOOL, y, 1))
        assert ([a.id for a in found], in_all) == (ids, count)


async def test_the_page_of_a_document_tells_what_became_of_it(database: Database) -> None:
    a = await reviewed(database, 1, CHILD)
    token = new_token()

    def given_out(store: Store) -> None:
        issue(
            store,
            kind="application",
            number=a.number or "",
            holder=applications.holder(a.id),
            full_name="Оспанов Дамир",
            now=NOW,
            token=token,
        )

    async def told() -> str | None:
        issued = await database.read(lambda store: store.issued.by_token(token))
        return issued and f"{issued.initials} {issued.status}"

    await database.run(given_out)
    assert await told() == "О. Д. sent"
    await database.run(
        lambda store: applications.refuse(store, a.id, "no-places", [], "person:1", NOW)
    )
    assert await told() == "О. Д. refused"
    await database.run(lambda store: applications.erase(store, ASEL))
    assert await told() is None


async def test_erasing_a_parent_frees_the_place(database: Database) -> None:
    await database.run(places(1))
    a = await reviewed(database, 1, CHILD)
    await database.run(accepting(a))
    await database.run(lambda store: store.admission.erase(ASEL))
    assert await free(database) == 1
    assert await database.run(lambda store: store.admission.load(a.id)) is None


async def test_a_child_whose_originals_are_at_the_school_goes_there(database: Database) -> None:
    await database.run(places(1))
    a = await database.run(accepting(await reviewed(database, 1, CHILD)))
    await database.run(lambda s: applications.hand_in(s, a, "parent", "person:1", NOW))
    await database.run(lambda store: store.admission.erase(ASEL))
    assert await free(database) == 0


# Tables

OPERATOR = Officer("operator", anywhere)
RULES = Rules(2027, (9, 5), 1, ("1",), ("kk",), ())
VACANCIES = "school,grade,language,places\n551010000-1,1,kk,{}\n"


def offices(store: Store) -> None:
    school = {"id": SCHOOL, "locality": "551010000", "languages": "kk"}
    store.schools.put([{**school, **{f"name_{lang}": "A" for lang in ("kk", "ru", "en")}}])
    address = {"kk": "Ломов көшесі, 30", "ru": "улица Ломова, 30", "en": "Ломов көшесі, 30"}
    store.admission.put_offices([Office(SCHOOL, "", {}, address, "+7 7182 00 00 01")])


async def test_schools_that_admit_are_among_those_listed(database: Database) -> None:
    def loaded(rows: str) -> Callable[[Store], tuple[int, list[str]]]:
        raw = f"school,address_kk,address_ru,phone\n{rows}".encode()
        return lambda store: load_offices(store, raw)

    await database.run(offices)
    good = f"{SCHOOL},A,B,+7 7182 00 00 01\n"
    assert await database.run(loaded(good)) == (1, [])
    wrong = await database.run(loaded(f"{good}nowhere,A,B,1\n{good}{SCHOOL},,B,1\n"))
    assert wrong == (0, ["line 3 : school-unknown", "line 4 : row-twice",
                         "line 5 address_kk: cell-empty"])  # fmt: skip


async def test_a_table_doesnt_take_away_places_that_are_taken(database: Database) -> None:
    await database.run(offices)
    await database.run(places(2))
    await database.run(accepting(await reviewed(database, 1, CHILD)))
    await database.run(accepting(await reviewed(database, 2, OTHER)))

    def plan(count: int, season: int = 2027) -> Callable[[Store], Any]:
        raw = VACANCIES.format(count).encode()
        return lambda store: places_table.plan(store, raw, OPERATOR, RULES, season)

    short = await database.run(plan(1))
    assert [e.refusal.words for e in short.found.errors] == ["fewer-than-taken"]
    enough = await database.run(plan(3))
    assert (enough.new, enough.changed, enough.same) == (0, 1, 0)
    loaded = {"by": "person:1", "subject": "import:1", "now": NOW}
    await database.run(lambda store: places_table.load(store, enough, **loaded))
    assert await free(database) == 1
    late = replace(enough, lines=[(Vacancy(2027, SCHOOL, "1", "kk", 1), 3)])
    ends = await side_by_side(database, [lambda s: places_table.load(s, late, **loaded)])
    assert names(ends) == {"FewerThanTaken": 1}
    assert await free(database) == 1
    next_year = await database.run(plan(1, season=2028))
    assert (next_year.found.sound, next_year.new) == (True, 1)


async def test_places_are_those_of_a_season(database: Database) -> None:
    await database.run(places(1))
    await database.run(accepting(await reviewed(database, 1, CHILD)))
    filed = await database.run(filing(2, OTHER, season=2028))
    later = await database.run(signing(filed))
    assert names(await side_by_side(database, [accepting(later)])) == {"NoPlaceLeft": 1}
    new = Vacancy(2028, SCHOOL, "1", "kk", 1)
    await database.run(lambda store: store.admission.put_vacancies([new]))
    offered = await database.read(lambda store: store.admission.vacancies(2028, "1", "kk"))
    assert offered == [new]
    assert names(await side_by_side(database, [accepting(later)])) == {"done": 1}


async def test_a_table_replaces_the_areas_of_its_localities(database: Database) -> None:
    await database.run(offices)
    elsewhere = Stretch("1", "Абай", SCHOOL)
    before = [elsewhere, Stretch("551010000", "Естай", SCHOOL)]
    await database.run(lambda store: store.admission.put_catchment(before))
    raw = (
        b"school;locality;street_kk;street_ru;side;from;to\n"
        + "551010000-1;551010000;Ломов көшесі;улица Ломова;odd;1;39\n".encode()
    )
    plan = await database.run(lambda store: catchment_table.plan(store, raw, OPERATOR))
    assert (plan.new, plan.same, [s.street for (s,) in plan.gone]) == (1, 0, ["Естай"])
    await database.run(lambda store: store.admission.put_catchment(plan.rows))
    streets = await database.run(lambda store: store.admission.all_stretches())
    assert {s.street for s in streets} == {"Абай", "Ломов көшесі", "улица Ломова"}
    given = await database.run(lambda store: catchment_table.example(store, OPERATOR))
    assert given.splitlines()[1:] == [
        "551010000-1;1;Абай;;all;;;A",
        "551010000-1;551010000;Ломов көшесі;улица Ломова;odd;1;39;A",
    ]

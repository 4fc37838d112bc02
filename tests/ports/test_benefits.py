"""Papers of a benefit: decided by staff, sent again, decided anew; the same on both databases."""

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from domain import bulletin_desk
from domain.audit import person
from domain.bulletin_desk import Clerk
from domain.forms.model import Desk, Draft
from domain.papers import FileName
from domain.people import PersonId
from domain.queue.applications import Candidate
from domain.queue.benefits import (
    NoBenefitRefused,
    confirm_benefit,
    papers,
    refuse_benefit,
    send_again,
    sent,
)
from domain.queue.order import Rank
from domain.queue.resort import resort
from domain.staff import NotAllowed
from tests.queue_town import NOW, RULES, TOWN, joined, later, reloaded

CLERK = person(PersonId(9))
HERE, ELSEWHERE = Clerk(CLERK, lambda place: place == TOWN), Clerk(CLERK, lambda place: False)


def claimed(store: Store) -> Candidate:
    c = joined(store, 1, benefit="large_family")
    joined(store, 2)
    draft = store.drafts.open(c.person, "indigo-apply", NOW)
    keep(store, c, draft, "pmpc", "a" * 64)
    keep(store, c, draft, "benefit_paper", "b" * 64)
    names = [FileName("a" * 64), FileName("b" * 64)]
    store.papers.hand_over(c.person, draft.id, sent(c.application), names)
    return c


def keep(store: Store, c: Candidate, draft: Draft, field: str, name: str) -> None:
    store.papers.keep(
        c.person, FileName(name), type="application/pdf", bytes=9, pages=1, draft=draft.id,
        field=field, now=NOW,
    )  # fmt: skip


def again(store: Store, c: Candidate, name: str) -> Candidate:
    draft = store.drafts.open(c.person, "benefit-again", NOW)
    keep(store, c, draft, "benefit_paper", name)
    whole = {"pages": [], "whole": {"file": name, "pages": 1, "bytes": 9}}
    held = {"benefit_paper": whole}
    return send_again(Desk(store, c.person, "kk", later(days=1)), draft, held, c.id, RULES)


def files(store: Store, c: Candidate) -> list[str]:
    return [p.name[0] for p in papers(store, c)]


async def test_another_paper_counts_once_it_is_confirmed(database: Database) -> None:
    c = await database.run(claimed)
    await database.run(lambda s: refuse_benefit(s, c.id, "expired", RULES, NOW))
    for name in ("c", "d"):
        resent = await database.run(lambda s, n=name: again(s, c, n * 64))
        assert (resent.benefit_state, resent.rank) == ("resent", Rank.GENERAL)
        await database.run(lambda s: resort(s, TOWN, RULES, NOW))
        assert [x.id for x in await database.run(lambda s: s.queue.claimed(TOWN, 9))] == [c.id]
        (after,) = await database.run(lambda s: reloaded(s, [c]))
        assert after.rank is Rank.GENERAL
        if name == "c":
            await database.run(
                lambda s: refuse_benefit(s, c.id, "unreadable", RULES, later(days=2))
            )
    assert await database.run(lambda s: files(s, c)) == ["a", "b", "d"]
    await database.run(lambda s: confirm_benefit(s, c.id, RULES, later(days=3)))
    (after,) = await database.run(lambda s: reloaded(s, [c]))
    assert (after.benefit_state, after.rank) == ("confirmed", Rank.FIRST_PRIORITY)
    heard = await database.run(lambda s: [n.kind for _, n in s.news.due(later(days=9), 9)])
    assert heard == ["benefit_expired", "benefit_unreadable", "benefit_confirmed"]


async def test_another_paper_is_taken_after_a_refusal_only(database: Database) -> None:
    c = await database.run(claimed)
    with pytest.raises(NoBenefitRefused):
        await database.run(lambda s: again(s, c, "c" * 64))


async def test_who_opens_papers_is_in_the_audit_and_must_look_after_the_place(
    database: Database,
) -> None:
    c = await database.run(claimed)
    found = await database.run(lambda s: bulletin_desk.papers(s, HERE, c.id, NOW))
    assert [p.field for p in found] == ["pmpc", "benefit_paper"]
    rows = await database.run(lambda s: list(s.audit.rows()))
    assert [(r.entry.actor, r.entry.act, r.entry.facts) for r in rows] == [
        (HERE.actor, "papers.opened", {"papers": "pmpc,benefit_paper"})
    ]
    with pytest.raises(NotAllowed):
        await database.run(lambda s: bulletin_desk.papers(s, ELSEWHERE, c.id, NOW))

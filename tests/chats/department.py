"""What an education department and other families do to a queue, beside the chats."""

from dataclasses import replace
from datetime import date

from adapters.db.store import Store
from domain import bulletin_desk
from domain.forms.model import DraftId
from domain.people import PersonId
from domain.queue import bulletins, enrolment, referrals, vouchers
from domain.queue.applications import Candidate, Child, join
from domain.queue.benefits import sent
from domain.queue.windows import Rules
from tests.chats.stage import Stage
from tests.queue_town import kindergarten, request, vacancy

BORN = date(2023, 3, 10)
NEIGHBOURS = (1, 2)
LATER = 1000
"""Numbers of families that join behind the parent, by the year."""
PARENT = PersonId(102)


async def stand(stage: Stage, parent: PersonId, benefit: str | None) -> None:
    """Two families, then the parent's child."""
    stage.queues = True
    rules, now = stage.house.rules, stage.clock.now()

    def joined(store: Store) -> None:
        store.kindergartens.put([kindergarten()])
        for n in NEIGHBOURS:
            join(store, request(n), rules, now)
        child = Child("230310590010", "Сапаров Әлихан Ерланұлы", BORN)
        cabinet = next((a.id for a in store.accounts.of(parent)), None)
        mine = {"person": parent, "account": cabinet, "children": (child,), "benefit": benefit}
        own = request(3, **mine)
        join(store, own, rules, now)

    await stage.house.database.run(joined)
    if benefit is not None:
        await prove(stage, parent)


async def prove(stage: Stage, parent: PersonId) -> None:
    """The paper of the benefit that came with the application."""
    content = b"pdf 1 photo"
    name = await stage.papers.keep(parent, content)

    def kept(store: Store) -> None:
        c, draft, now = store.queue.of(parent)[0], DraftId(8), stage.clock.now()
        size = len(content)
        store.papers.keep(
            parent, name, type="application/pdf", bytes=size, pages=1, draft=draft,
            field="benefit_paper", now=now,
        )  # fmt: skip
        store.papers.hand_over(parent, draft, sent(c.application), [name])

    await stage.house.database.run(kept)


async def act(stage: Stage, verb: str, rest: str) -> None:
    rules, now = stage.house.rules, stage.clock.now()

    def done(store: Store) -> None:
        mine = store.queue.of(PARENT)[0]
        match verb:
            case "publishes":
                places = int(rest.split(maxsplit=1)[0])
                by = bulletin_desk.Clerk("person:1", lambda place: True)
                bulletin_desk.publish(store, by, vacancy(places=places), rules, now)
            case "join":
                for n in range(int(rest.split(maxsplit=1)[0])):
                    asked = request(LATER + n + now.year, benefit="military")
                    join(store, asked, without_benefits(rules), now)
            case "apply":
                for c in neighbours(store)[: int(rest)]:
                    newest = store.bulletins.now(c.locality)[0]
                    bulletins.apply(store, c.person, c.id, newest.id, rules, now)
            case "registers":
                referrals.register(store, mine.id, rules, now)
            case "enrols":
                enrolment.enrol(store, mine.id, rules, now)
            case "issues":
                count = int(rest.split(maxsplit=1)[0])
                vouchers.issue(store, mine.entries[0].key, count, rules, now)
            case _:
                raise AssertionError(verb)

    await stage.house.database.run(done)


def without_benefits(rules: Rules) -> Rules:
    """As they were before the region put its benefits into force."""
    before = replace(rules.regimes.default, benefits={})
    return replace(rules, regimes=replace(rules.regimes, default=before, places={}))


def neighbours(store: Store) -> list[Candidate]:
    """Those still in the queue."""
    known = [store.queue.of(PersonId(7_000_000_000 + n))[0] for n in NEIGHBOURS]
    return [c for c in known if c.counted]

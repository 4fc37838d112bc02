"""The sandbox's town: kindergartens that do not exist in two towns that do, several hundred
families in their queues, and what happened there lately, by the same rules as everything else."""

from datetime import date, datetime, timedelta

from adapters.db.store import Store
from app.families import (
    ARYS,
    BENEFITS,
    PORTALS,
    Town,
    history,
    invented,
    kindergartens,
    names,
    residents,
    rows,
    waiting,
)
from domain.audit import OPERATOR
from domain.kindergartens import mark, review
from domain.people import PersonId
from domain.queue.applications import Candidate, Request, join
from domain.queue.bulletins import NewVacancy, Vacancy, apply, publish
from domain.queue.due import sweep
from domain.queue.enrolment import enrol
from domain.queue.leaving import withdraw
from domain.queue.looking import looks
from domain.queue.referrals import register
from domain.queue.taking_over import take_over
from domain.queue.windows import Rules

FACT = "sandbox-town"
GULNAR, DINARA = PersonId(102), PersonId(104)
"""People of the sandbox: whose son goes to a kindergarten, and whose daughter waits."""
ENOUGH = 6
"""Of those told of a vacancy only the first are made to do something."""
GROUP = 5
"""Places of the group in Kokshetau that was filled."""


def fill_town(store: Store, now: datetime, rules: Rules) -> bool:
    """Makes the town, once, where nobody stands in a queue yet; whether it was made now."""
    if store.facts.known(FACT) is not None or store.queue.localities():
        return False
    town = Town(store, rules, now, names())
    store.kindergartens.put(kindergartens())
    take_over(store, [*waiting(town), *residents(town)], rules)
    store.queue.note_placed(list(history(now)))
    for son in store.queue.of(GULNAR):
        goes_to_kindergarten(town, son)
    for daughter in store.queue.of(DINARA):
        moved(town, daughter)
    reviewed(town)
    opened(town)
    nobody_to_tell(town)
    store.facts.keep(FACT, now.isoformat())
    return True


def goes_to_kindergarten(town: Town, son: Candidate) -> None:
    """A month ago a group was filled in Kokshetau; Gülnar's son is among the children."""
    store, rules = town.store, town.rules
    v = published(town, "kokshetau-01", son.child.born.year, places=GROUP, days=30)
    others = [c for c in in_order(town, v) if c.person != GULNAR][: GROUP - 1]
    for c in [*others, son]:
        apply(store, c.person, c.id, v.id, rules, town.ago(days=29))
    sweep(store, rules, town.ago(days=27))
    for c in [*others, son]:
        register(store, c.id, rules, town.ago(days=26))
        enrol(store, c.id, rules, town.ago(days=25))
        mark(store, v.kindergarten, c.id, yesterday(town), "present", DINARA, town.ago(days=1))


def moved(town: Town, daughter: Candidate) -> None:
    """Two weeks ago Dinara looked at her daughter's place. Since then three got places, one gave
    theirs up, and a military family came ahead."""
    store, rules = town.store, town.rules
    looks(store, DINARA, daughter.id, rules, town.ago(days=14))
    v = published(town, "arys-01", daughter.child.born.year, places=3, days=13)
    first = [c for c in in_order(town, v) if c.person != DINARA][:4]
    for c in first[:3]:
        apply(store, c.person, c.id, v.id, rules, town.ago(days=12))
    sweep(store, rules, town.ago(days=10))
    for c in first[:3]:
        register(store, c.id, rules, town.ago(days=9))
        enrol(store, c.id, rules, town.ago(days=8))
    if first[3:]:
        withdraw(store, first[3].person, first[3].id, rules, town.ago(days=6))
    born = invented(town, daughter.child.born.year)
    wish = Request(
        PORTALS[ARYS], PersonId(-next(town.families)), None, None, (born,), ARYS, "general",
        ("kk",), BENEFITS[0][0], {},
    )  # fmt: skip
    join(store, wish, rules, town.ago(days=5))


def reviewed(town: Town) -> None:
    """Parents whose child goes there, a review each; some were answered."""
    store, told = town.store, rows("reviews.csv")
    parents = {k: iter(parents_of(store, k)) for k in {r["kindergarten"] for r in told}}
    for days, r in enumerate(told, 2):
        kindergarten = r["kindergarten"]
        parent = next(parents[kindergarten], None)
        if parent is None:
            continue
        review(store, parent, kindergarten, int(r["stars"]), r["text"], town.ago(days=days))
        if r["answer"]:
            newest = max(x.id for x in store.kindergartens.reviews(kindergarten, len(told)))
            store.kindergartens.answer(newest, r["answer"], town.ago(days=1))


def parents_of(store: Store, kindergarten: str) -> list[PersonId]:
    """Whose child goes there, but not the sandbox's own people: they may write themselves."""
    found = [
        store.queue.candidate(e.candidate) for e in store.kindergartens.contingent(kindergarten)
    ]
    return [c.person for c in found if c is not None and c.person < 0]


def opened(town: Town) -> None:
    """Today's bulletin: vacancies for children of one year and of four, and places left over."""
    year = town.now.year
    published(town, "kokshetau-04", year - 4, places=2, days=5)
    sweep(town.store, town.rules, town.ago(days=1))
    for kindergarten, born, places in (("kokshetau-02", year - 1, 6), ("arys-02", year - 4, 2)):
        v = published(town, kindergarten, born, places=places, days=0.1)
        for c in [c for c in in_order(town, v) if c.person != DINARA][1:3]:
            apply(town.store, c.person, c.id, v.id, town.rules, town.ago(days=0.05))


def published(town: Town, kindergarten: str, born: int, *, places: int, days: float) -> Vacancy:
    """A vacancy of a Kazakh group, published so long ago."""
    group = town.names["group"][town.dice.randrange(len(town.names["group"]))]
    new = NewVacancy(kindergarten, group, "general", "kk", (born, born), places)
    return publish(town.store, new, town.rules, OPERATOR, town.ago(days=days))[0]


def in_order(town: Town, v: Vacancy) -> list[Candidate]:
    """Whoever was told of a vacancy, in their order; a few are enough."""
    told = [o.candidate for o in town.store.bulletins.untold(1000) if o.vacancy.id == v.id]
    found = [town.store.queue.candidate(number) for number in told[:ENOUGH]]
    return [c for c in found if c is not None]


def yesterday(town: Town) -> date:
    """The last working day before today."""
    day = town.rules.day(town.now) - timedelta(days=1)
    while not town.rules.working(day):
        day -= timedelta(days=1)
    return day


def nobody_to_tell(town: Town) -> None:
    """All this is past: it was told in its time, and nobody is written to about it now."""
    store = town.store
    offers = store.bulletins.untold(10_000)
    for published in {o.vacancy.published for o in offers}:
        then = [o for o in offers if o.vacancy.published == published]
        store.bulletins.told(then, published)
    for row, news in store.news.due(town.now, 10_000):
        store.news.told([row], news.due)

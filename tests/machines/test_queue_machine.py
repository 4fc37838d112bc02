"""Families, staff and time, in whatever order: whoever is first gets the place, no vacancy is ever
overfull, a child holds at most one place, and nothing happens outside of its window."""

import os
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from adapters.db.group import writer_engine
from adapters.db.queue.shelf import Queue
from adapters.db.rows.bulletins import offers, referrals, vacancies
from adapters.db.rows.columns import metadata
from adapters.db.rows.queue import queue_candidates
from adapters.db.store import Store
from domain.errors import Refusal
from domain.queue import vouchers
from domain.queue.applications import Candidate, restore
from domain.queue.benefits import confirm_benefit, refuse_benefit
from domain.queue.bulletins import Vacancy, apply, close, take_back
from domain.queue.due import sweep
from domain.queue.enrolment import enrol
from domain.queue.interest import ask, interested
from domain.queue.leaving import (
    decline,
    false_benefit,
    left,
    withdraw,
)
from domain.queue.life import COUNTED, ENDED, HOLDING, WINDOW_OF, State
from domain.queue.order import Rank
from domain.queue.position import Place, places_of
from domain.queue.referrals import extend, register
from domain.queue.resort import resort
from domain.queue.windows import Asking
from tests.ports.servers import SEAL
from tests.queue_town import BENEFITS, NOW, REGIMES, RULES, TOWN, child, joined, published

WHO = st.integers(0, 30)
RUNS = int(os.environ.get("QUEUE_RUNS", "3"))
"""`make faults` runs hundreds."""
FAMILY = (
    *(decline, withdraw, extend, interested, restore),
    *(vouchers.confirm, vouchers.refuse, vouchers.wait),
)
VOUCHER = next(r for r in REGIMES.all if r.life == "voucher")
VOUCHERS = replace(RULES, regimes=replace(REGIMES, default=VOUCHER, places={}))
STAFF = (register, enrol, left, false_benefit)


def never(what: str, number: int, refusal: Refusal) -> None:
    """Time stops for nobody, whichever regime an application began by."""
    raise AssertionError(what, number, refusal)


def in_haste(connection: Any, record: object) -> None:
    """No power is cut here."""
    connection.execute("PRAGMA synchronous=OFF")


class QueueLife(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / "queue.db"
        self.engine = writer_engine(sa.make_url(f"sqlite:///{file}"))
        sa.event.listen(self.engine, "connect", in_haste)
        self.connection = self.engine.connect()
        metadata.create_all(self.connection)
        self.connection.commit()
        self.now = NOW
        self.rules = RULES
        self.ids: list[int] = []
        self.vacancies: list[Vacancy] = []
        self.children = 0

    def teardown(self) -> None:
        self.connection.close()
        self.engine.dispose()
        self.folder.cleanup()

    def run(self, work: Any) -> Any:
        """One transaction; a refusal undoes it."""
        try:
            with self.connection.begin():
                return work(Store(self.connection, SEAL))
        except Refusal as refusal:
            return refusal

    def somebody(self, n: int) -> Candidate:
        found = self.run(lambda s: s.queue.candidate(self.ids[n % len(self.ids)]))
        assert isinstance(found, Candidate)
        return found

    def everybody(self) -> list[tuple[Candidate, list[Place]]]:
        def look(store: Store) -> list[tuple[Candidate, list[Place]]]:
            shelf: Queue = store.queue
            found = shelf.many(queue_candidates.c.id > 0)
            return [(c, places_of(store, c, self.rules)) for c in found]

        return list(self.run(look))

    # Families

    @rule(benefit=st.sampled_from(BENEFITS), languages=st.sampled_from([("kk",), ("kk", "ru")]))
    def join(self, benefit: str | None, languages: tuple[str, ...]) -> None:
        self.children += 1
        self.joined(self.children, benefit=benefit, languages=languages)

    @precondition(lambda self: self.ids)
    @rule(who=WHO, language=st.sampled_from(["kk", "ru"]))
    def join_again(self, who: int, language: str) -> None:
        """The same child, from another chat: in the same queue or in another."""
        self.joined(who % self.children + 1, family=900 + who, languages=(language,))

    @rule()
    def join_as_twins(self) -> None:
        self.children += 2
        n = self.children
        self.joined(n, children=(child(n - 1), child(n)))

    def joined(self, n: int, **asked: Any) -> None:
        found = self.run(lambda s: joined(s, n, now=self.now, **asked))
        if isinstance(found, Candidate):
            self.run(lambda s: s.people.speak(found.person, "kk", self.now))
            self.ids += [c.id for c in self.run(lambda s: s.queue.application(found.application)
                                                ).candidates]  # fmt: skip

    @precondition(lambda self: self.ids and self.vacancies)
    @rule(who=WHO, which=WHO, taking=st.booleans())
    def tap(self, who: int, which: int, taking: bool) -> None:
        c, v = self.somebody(who), self.vacancies[which % len(self.vacancies)]
        tapped = apply if taking else take_back
        self.run(lambda s: tapped(s, c.person, c.id, v.id, self.rules, self.now))

    @precondition(lambda self: self.ids and self.vacancies)
    @rule(who=WHO, which=WHO)
    def choose(self, who: int, which: int) -> None:
        c, v = self.somebody(who), self.vacancies[which % len(self.vacancies)]
        self.run(lambda s: vouchers.choose(s, c.person, c.id, v.id, self.rules, self.now))

    @precondition(lambda self: self.ids)
    @rule(who=WHO, act=st.sampled_from(FAMILY))
    def family_acts(self, who: int, act: Any) -> None:
        c = self.somebody(who)
        self.run(lambda s: act(s, c.person, c.id, self.rules, self.now))

    # Staff

    @rule(places=st.integers(1, 3), language=st.sampled_from(["kk", "kk", "ru"]))
    def publish(self, places: int, language: str) -> None:
        given = {"places": places, "language": language, "now": self.now}
        self.vacancies.append(self.run(lambda s: published(s, **given)))

    @precondition(lambda self: self.ids)
    @rule(who=WHO, act=st.sampled_from(STAFF))
    def staff_act(self, who: int, act: Any) -> None:
        c = self.somebody(who)
        before = c.due
        done = self.run(lambda s: act(s, c.id, self.rules, self.now))
        if act is register and c.state is State.REFERRED and not isinstance(done, Refusal):
            assert before is not None
            assert self.now < before, "windows law: a lapsed referral isn't registered"

    @precondition(lambda self: self.ids)
    @rule(who=WHO, right=st.booleans())
    def look_at_papers(self, who: int, right: bool) -> None:
        c = self.somebody(who)
        if right:
            self.run(lambda s: confirm_benefit(s, c.id, self.rules, self.now))
        else:
            self.run(lambda s: refuse_benefit(s, c.id, "unproven", self.rules, self.now))

    @precondition(lambda self: self.vacancies)
    @rule(which=WHO)
    def close(self, which: int) -> None:
        v = self.vacancies[which % len(self.vacancies)]
        self.run(lambda s: close(s, v.id, self.rules, self.now))

    @precondition(lambda self: self.ids)
    @rule(who=WHO, count=st.integers(1, 3))
    def issue_vouchers(self, who: int, count: int) -> None:
        for e in self.somebody(who).entries:
            self.run(lambda s, e=e: vouchers.issue(s, e.key, count, self.rules, self.now))

    @rule()
    def switch_the_regime(self) -> None:
        self.rules = VOUCHERS if self.rules is RULES else RULES

    # Time

    @rule(hours=st.sampled_from([1, 12, 30, 49, 100, 250]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        expected = {v.id: self.first(v) for v in self.closing()}
        lonely = len(expected) == 1 and not self.lapsing()
        while self.run(lambda s: sweep(s, self.rules, self.now, skipped=never)):
            pass
        for vacancy, first in expected.items():
            if lonely:
                assert self.referred_to(vacancy) == first, "order law"

    @precondition(lambda self: self.ids)
    @rule(who=WHO)
    def whole_town_is_asked(self, who: int) -> None:
        """On its day, which comes whenever it comes."""
        there = self.now.astimezone(self.rules.zone)
        asking = Asking(((there.month, there.day),), 0, "inactive")
        default = replace(REGIMES.default, asking=asking, bulletin_hour=time(0))
        today = replace(self.rules, regimes=replace(REGIMES, places={}, default=default))
        for e in self.somebody(who).entries:
            self.run(lambda s, e=e: ask(s, e.queue, TOWN, today, self.now))

    @rule()
    def sort_anew(self) -> None:
        self.run(lambda s: resort(s, TOWN, self.rules, self.now))

    def closing(self) -> list[Vacancy]:
        return list(self.run(lambda s: s.bulletins.closing(self.now, 100)))

    def lapsing(self) -> list[Candidate]:
        return list(self.run(lambda s: s.queue.due(self.now, 100)))

    def first(self, v: Vacancy) -> set[int]:
        """Who must get the places of a vacancy: the first of those who applied, by their places,
        whose child has no place yet."""

        def look(store: Store) -> set[int]:
            query = sa.select(offers.c.candidate_id).where(
                offers.c.vacancy_id == v.id, offers.c.state == "applied"
            )
            applied = [store.queue.candidate(n) for n in store.connection.scalars(query)]
            queue = sorted(
                (p.number, c.id, c.child.iin)
                for c in applied
                for p in places_of(store, c, self.rules)
                if p.key.language == v.language and not store.queue.has_place(c.child.iin)
            )
            once = {iin: number for _, number, iin in reversed(queue)}
            return set([n for _, n, iin in queue if once[iin] == n][: v.free])

        return set(self.run(look))

    def referred_to(self, vacancy: int) -> set[int]:
        query = sa.select(referrals.c.candidate_id).where(
            referrals.c.vacancy_id == vacancy, referrals.c.state == "open"
        )
        return set(self.run(lambda s: list(s.connection.scalars(query))))

    # Laws

    @invariant()
    def no_vacancy_is_overfull(self) -> None:
        def look(store: Store) -> list[Any]:
            held = (
                sa.select(sa.func.count())
                .where(
                    referrals.c.vacancy_id == vacancies.c.id,
                    referrals.c.state.in_(("open", "registered", "enrolled")),
                )
                .scalar_subquery()
            )
            columns = vacancies.c.places, vacancies.c.taken, held
            return list(store.connection.execute(sa.select(*columns)))

        for places, taken, held in self.run(look):
            assert held == taken <= places

    @invariant()
    def a_child_holds_at_most_one_place(self) -> None:
        query = sa.select(queue_candidates.c.iin_index).where(
            queue_candidates.c.state.in_(HOLDING)
        )
        holding = Counter(self.run(lambda s: list(s.connection.scalars(query))))
        assert all(count == 1 for count in holding.values())

    @invariant()
    def a_child_in_a_kindergarten_stands_in_no_queue(self) -> None:
        found = [c for c, _ in self.everybody() if c.state not in ENDED]
        enrolled = {c.child.iin for c in found if c.state is State.ENROLLED}
        assert len([c for c in found if c.child.iin in enrolled]) == len(enrolled)

    @invariant()
    def every_window_has_its_end(self) -> None:
        for c, _ in self.everybody():
            assert (c.due is not None) == (c.state in WINDOW_OF or c.awaited), c.state
            assert not c.awaited or c.asked is not None
            if c.due is not None and c.state is State.STOPPED:
                assert c.due == self.rules.end("stop_list", TOWN, c.since)

    @invariant()
    def places_are_one_after_another(self) -> None:
        """Each queue's places are 1 to n, and within a class by ticket."""
        numbers: dict[Any, list[int]] = {}
        by_class: dict[Any, list[tuple[int, int]]] = {}
        for c, found in self.everybody():
            assert bool(found) == (c.state in COUNTED)
            for p in found:
                numbers.setdefault(p.key, []).append(p.number)
                by_class.setdefault((p.key, Rank(p.rank)), []).append((c.ticket, p.number))
        for told in numbers.values():
            assert sorted(told) == list(range(1, len(told) + 1))
        for pairs in by_class.values():
            assert [n for _, n in sorted(pairs)] == sorted(n for _, n in pairs)


TestQueueLife = QueueLife.TestCase
TestQueueLife.settings = settings(max_examples=RUNS, stateful_step_count=25, deadline=None)

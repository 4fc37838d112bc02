"""The life of codes, whatever happens in whatever order: sent, sent again, guessed right and wrong
and by two at once, withdrawn, left alone, the program restarted. Never two successes, never more
tries than allowed, never a message after its time."""

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from adapters.db.group import writer_engine
from adapters.db.rows.codes import codes as table
from adapters.db.rows.columns import metadata
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain import codes, links
from domain.clients import LIVE, Caller, Terms, open_client
from domain.code_check import Attempt, Guess, attempt, settle
from domain.codes import SENDS, TRIES, About, CodeMessage, Order
from domain.denials import Denied
from tests.portals import ASEL, OTHER, PHONE
from tests.ports.servers import SEAL

T = TypeVar("T")
PHONES = st.sampled_from([PHONE, OTHER, "+77000000003", "+77000000004"])
LIVES = st.sampled_from([60, 300, 3600])
OWN = st.sampled_from(["", "", "4711", "0815"])
ENDED = {"used", "locked", "revoked", "replaced", "expired"}


class CodeLife(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock()
        self.sent: dict[int, list[CodeMessage]] = {}
        self.requests: dict[str, int] = {}
        self.won: list[int] = []
        self.tried: dict[int, int] = {}
        self.under_way: list[Attempt] = []
        self.open()

    def open(self) -> None:
        file = Path(self.folder.name) / "codes.db"
        self.engine = writer_engine(sa.make_url(f"sqlite:///{file}"))
        self.connection = self.engine.connect()

    def run(self, work: Any) -> Any:
        """One transaction; a refusal undoes it."""
        with self.connection.begin():
            store = Store(self.connection, SEAL)
            result = work(store)
            store.flush()
            return result

    def close(self) -> None:
        self.connection.close()
        self.engine.dispose()

    def teardown(self) -> None:
        self.close()
        self.folder.cleanup()

    @initialize()
    def a_town(self) -> None:
        with self.connection.begin():
            metadata.create_all(self.connection)
        key = self.run(lambda s: open_client(s, "A", Terms(per_day=10**6), LIVE, self.clock.now()))
        self.caller: Caller = self.run(lambda s: s.clients.caller(key))
        self.run(self.linked)

    def linked(self, store: Store) -> None:
        store.people.meet(ASEL, self.clock.now())
        links.link(store, ASEL, PHONE, "contact", self.clock.now(), self.render)

    def render(self, message: CodeMessage) -> dict[str, Any]:
        assert message.until > self.clock.now(), "a code is never sent after its expiry"
        self.sent.setdefault(message.id, []).append(message)
        return {"method": "sendMessage", "chat_id": message.person, "text": message.value}

    @rule(phone=PHONES, life=LIVES, own=OWN, session=st.sampled_from(["", "s"]))
    def send(self, phone: str, life: int, own: str, session: str) -> None:
        order = Order(phone, code=own, life=timedelta(seconds=life), about=About(session=session))
        now = self.clock.now()
        before = {k: len(v) for k, v in self.sent.items()}
        try:
            code = self.run(lambda s: codes.send(s, self.caller, order, now, self.render))
        except Denied:
            assert {k: len(v) for k, v in self.sent.items()} == before
            return
        assert code.expires > now
        known = self.requests.setdefault(code.request, code.id)
        assert known == code.id

    @precondition(lambda self: self.requests)
    @rule(data=st.data())
    def right(self, data: st.DataObject) -> None:
        self.check(data.draw(self.request()), right=True)

    @precondition(lambda self: self.requests)
    @rule(data=st.data())
    def wrong(self, data: st.DataObject) -> None:
        self.check(data.draw(self.request()), right=False)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), right=st.tuples(st.booleans(), st.booleans()))
    def two_at_once(self, data: st.DataObject, right: tuple[bool, bool]) -> None:
        request = data.draw(self.request())
        both = [self.attempted(request, right=r) for r in right]
        for tried in both:
            if tried is not None:
                self.settled(tried)

    @precondition(lambda self: self.requests)
    @rule(data=st.data(), right=st.booleans())
    def begin_a_check(self, data: st.DataObject, right: bool) -> None:
        """Somebody else's check comes in between, or the program dies before the end."""
        tried = self.attempted(data.draw(self.request()), right=right)
        if tried is not None:
            self.under_way.append(tried)

    @precondition(lambda self: self.under_way)
    @rule()
    def end_a_check(self) -> None:
        self.settled(self.under_way.pop())

    def request(self) -> st.SearchStrategy[str]:
        """One of the last, by age: the names are random, and hypothesis must be able to replay."""
        last = [*self.requests][::-1]
        return st.integers(0, min(2, len(last) - 1)).map(last.__getitem__)

    def check(self, request: str, *, right: bool) -> None:
        tried = self.attempted(request, right=right)
        if tried is not None:
            self.settled(tried)

    def attempted(self, request: str, *, right: bool) -> Attempt | None:
        number = self.requests[request]
        value, session = self.truth(number)
        guess = Guess(request, value if right else "99999999", session)
        now = self.clock.now()
        try:
            tried: Attempt = self.run(lambda s: attempt(s, self.caller, guess, now))
        except Denied:
            return None
        if tried.verdict is None:
            self.tried[number] = self.tried.get(number, 0) + 1
        return tried

    def truth(self, number: int) -> tuple[str, str]:
        """What would be right; a code that never went out and is wiped has no value any more."""

        def look(store: Store) -> tuple[str, str]:
            code = store.codes.load(codes.CodeId(number))
            assert code is not None
            known = self.sent.get(number)
            value = known[-1].value if known else store.codes.value(code.id)
            return value or "00000000", code.about.session

        found: tuple[str, str] = self.run(look)
        return found

    def settled(self, tried: Attempt) -> None:
        code, verdict = self.run(lambda s: settle(s, self.caller, tried, self.clock.now()))
        if verdict == "code_valid":
            assert tried.right
            assert code.id not in self.won, "a code is used once"
            self.won.append(code.id)

    @precondition(lambda self: self.requests)
    @rule(data=st.data())
    def revoke(self, data: st.DataObject) -> None:
        request = data.draw(self.request())
        self.run(lambda s: codes.revoke(s, self.caller, request, self.clock.now()))

    @rule(seconds=st.sampled_from([1, 1, 29, 31, 31, 61, 301, 3601]))
    def wait(self, seconds: int) -> None:
        self.clock.advance(timedelta(seconds=seconds))

    @rule()
    def sweep(self) -> None:
        self.run(lambda s: codes.expire(s, self.clock.now(), 100))

    @rule()
    def link_the_other_phone(self) -> None:
        """Both phones in turns: a chat has one, and what waited for it goes out."""
        now = self.clock.now()

        def swap(store: Store) -> None:
            mine = store.links.of(ASEL)
            phone = OTHER if mine is not None and mine.phone == PHONE else PHONE
            links.link(store, ASEL, phone, "contact", now, self.render)

        self.run(swap)

    @rule()
    def restart(self) -> None:
        """The program is killed: what was only in memory is gone."""
        self.under_way.clear()
        self.close()
        self.open()

    @invariant()
    def the_rows_are_in_order(self) -> None:
        def look(store: Store) -> None:
            for row in store.connection.execute(sa.select(table)):
                assert row.tries <= TRIES
                assert self.tried.get(row.id, 0) == row.tries
                assert (row.state in ENDED) == (row.ended_at is not None)
                assert (row.code_sealed is None) == (row.state in ENDED)
                assert (row.id in self.won) == (row.state == "used")

        if hasattr(self, "caller"):
            self.run(look)

    @invariant()
    def no_code_is_sent_too_often_and_all_its_copies_are_alike(self) -> None:
        for messages in self.sent.values():
            assert len(messages) <= SENDS
            assert len({(m.value, m.until) for m in messages}) == 1


TestCodeLife = CodeLife.TestCase
TestCodeLife.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)

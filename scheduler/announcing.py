"""Carries out what two people decided, when the minute for taking it back is over; and keeps the
messages that show staff how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.db.engine import Database
from adapters.db.progress_posts import Post
from adapters.db.store import Store
from adapters.desk_words import DeskWords, Rows, message, progress_of
from domain import proposals
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.ports import Clock
from domain.proposals import Proposal, ProposalId

log = structlog.get_logger()
WATCHED = timedelta(hours=24)
"""So long a message about an announcement is kept true."""


@dataclass(frozen=True)
class Announcing:
    """Ticks; what is due is a row."""

    database: Database
    clock: Clock
    words: DeskWords

    async def launch(self) -> None:
        """Each proposal in a transaction of its own."""
        now = self.clock.now()
        for number in await self.database.read(lambda store: store.proposals.due(now)):
            done = await self.database.run(
                lambda store, number=number: self.launched(store, number)  # type: ignore[misc]
            )
            if done:
                log.info("proposal", id=number, state=done)

    def launched(self, store: Store, number: ProposalId) -> str | None:
        known = proposals.launch(store, number, self.clock.now())
        if known is None:
            return None
        for person in deciders(known):
            if known.state == "launched":
                self.post(store, known, person)
            else:
                self.tell(store, person, "proposal-stale")
        return known.state

    def post(self, store: Store, known: Proposal, person: PersonId) -> None:
        lang, now = store.people.language(person) or "kk", self.clock.now()
        text = self.words.progress(store, known, lang, now)
        rows = self.words.progress_rows(store, known, lang)
        row = store.outbox.add(Notice(person, message(person, text, rows), Lane.REPLY), now)
        store.progress_posts.put(known.id, person, row, text)

    def tell(self, store: Store, person: PersonId, words: str) -> None:
        call = self.words.note(store, person, words)
        store.outbox.add(Notice(person, call, Lane.REPLY), self.clock.now())

    async def refresh(self) -> None:
        """Changes the messages whose numbers have moved on. One that is still on its way is let
        be, so that a slow Telegram isn't given more."""
        await self.refreshed(ended=False)

    async def settle(self) -> None:
        """Everything is sent; now and then somebody more has seen it."""
        await self.refreshed(ended=True)

    async def refreshed(self, *, ended: bool) -> None:
        since = self.clock.now() - WATCHED
        seen = await self.database.read(
            lambda store: [
                self.looked_at(store, post)
                for post in store.progress_posts.shown(since, ended=ended)
            ]
        )
        news = [look for look in seen if look.text != look.post.said or (look.over and not ended)]
        if news:
            await self.database.run(lambda store: self.changed(store, news))

    def changed(self, store: Store, news: Sequence["Look"]) -> None:
        for look in news:
            self.change(store, look)

    def looked_at(self, store: Store, post: Post) -> "Look":
        """Counting a great announcement takes a while: beside the writers, not among them."""
        known = store.proposals.load(post.proposal)
        assert known is not None  # noqa: S101 a post has one, and it is never deleted
        lang, now = store.people.language(post.person) or "kk", self.clock.now()
        over = progress_of(store, known).state in ("done", "replaced")
        text = self.words.progress(store, known, lang, now)
        return Look(post, text, self.words.progress_rows(store, known, lang), over)

    def change(self, store: Store, look: "Look") -> None:
        post, now = look.post, self.clock.now()
        if look.text != post.said:
            call = message(post.person, look.text, look.rows, post.message)
            row = store.outbox.add(Notice(post.person, call, Lane.REPLY), now)
            store.progress_posts.put(post.proposal, post.person, row, look.text, post.message)
        if look.over:
            store.progress_posts.end(post.proposal, post.person)


@dataclass(frozen=True)
class Look:
    """A post, and what it should say now; `over`: nothing more is sent."""

    post: Post
    text: str
    rows: Rows
    over: bool


def deciders(known: Proposal) -> list[PersonId]:
    """Both who decided it."""
    second = [] if known.confirmed_by is None else [known.confirmed_by]
    return [known.by, *second]

"""Takes a signature that came back, by whichever road: counted, verified outside of any
transaction, then kept together with what it leads to, once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.enclosed import Enclosed
from adapters.signing_card import Cards
from domain.errors import Refusal
from domain.evidence import Evidence
from domain.outbox import Lane, Notice
from domain.ports import Clock
from domain.signatures import SignatureNotCheckedNow, SignatureVerifier, Verdict
from domain.signing_sessions import SigningSession, State, count_try, finish

Finish = Callable[[Store, SigningSession, Verdict], Sequence[Notice]]
"""What a signature leads to, in the transaction that keeps it. May refuse: then nothing was."""


@dataclass(frozen=True)
class Signatures:
    """`finish` knows what each sort of document leads to, `enclosed` what came with it."""

    database: Database
    clock: Clock
    verifier: SignatureVerifier
    cards: Cards
    finish: Finish
    enclosed: Enclosed

    async def take(self, token: str, cms: bytes) -> Verdict:
        """Refuses by classes of domain.signatures and domain.signing_sessions; the chat is told
        as well. A second signature under one link never counts."""
        now = self.clock.now()
        session = await self.database.run(
            lambda store: count_try(store.signing, store.signing.by_token(token), now)
        )
        try:
            verdict = await self.verified(session, cms)
            await self.enclosed.hold_to(session.wish)
            await self.database.run(lambda store: self.keep(store, session, verdict, cms))
        except Refusal as refusal:
            told = refusal
            await self.database.run(lambda store: self.refused(store, session, told))
            raise
        return verdict

    async def verified(self, session: SigningSession, cms: bytes) -> Verdict:
        wish = session.wish
        return await self.verifier.verify(
            cms,
            wish.content,
            applicant=wish.applicant,
            now=self.clock.now(),
            purpose=wish.purpose,
        )

    def keep(self, store: Store, session: SigningSession, verdict: Verdict, cms: bytes) -> None:
        now = self.clock.now()
        finish(store.signing, session, now)
        wish = session.wish
        store.evidence.keep(Evidence(wish.person, wish.about, cms, wish.content, verdict), now)
        notices = self.finish(store, session, verdict)
        self.show(store, session, "signed")
        for notice in notices:
            store.outbox.add(notice, now)

    async def told(self, session: SigningSession, refusal: Refusal) -> None:
        """Says in the chat why no signature came; the link goes on working."""
        await self.database.run(lambda store: self.refused(store, session, refusal))

    def refused(self, store: Store, session: SigningSession, refusal: Refusal) -> None:
        """Says in the chat why it doesn't count; the link goes on working."""
        if isinstance(refusal, SignatureNotCheckedNow):
            store.signing.give_back(session.id)
        found = store.signing.load(session.id)
        if found is not None and found.is_open:
            self.show(store, found, found.state, refusal)

    # What the phone has done

    async def opened(self, token: str, state: State) -> SigningSession | None:
        """The phone asked for who asks (`requested`) or for the document (`shown`)."""
        now = self.clock.now()

        def stepped(store: Store) -> SigningSession | None:
            session = store.signing.by_token(token)
            if session is not None and store.signing.went(session.id, state, now):
                self.show(store, session, state)
            return session

        return await self.database.run(stepped)

    async def expire(self) -> None:
        """A tick: what nobody signed in time says so in the chat."""
        now = self.clock.now()

        def over(store: Store) -> None:
            for session in store.signing.due(now, 100):
                if store.signing.end(session.id, "expired", now):
                    self.show(store, session, "expired")

        await self.database.run(over)

    def show(
        self, store: Store, session: SigningSession, state: State, refusal: Refusal | None = None
    ) -> None:
        message = store.signing.card_of(session)
        call = self.cards.changed(session, state, message=message, refusal=refusal)
        store.outbox.add(Notice(session.wish.person, call, Lane.REPLY), self.clock.now())

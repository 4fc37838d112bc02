"""The steps of what two people decide, each with what the others hear of it in their chats: the
same whether it is taken in a chat or by HTTP."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from adapters.desk_words import Call, DeskWords
from domain import audit, proposals, staff
from domain.broadcasts import BroadcastId
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.proposals import Proposal, ProposalGone, ProposalId
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody who takes a step, in one transaction. Each raises what `domain.proposals` says."""

    words: DeskWords
    store: Store
    person: PersonId
    now: datetime

    def ask(self, number: ProposalId, author: str) -> tuple[Proposal, int]:
        """Everybody who may confirm it is asked, one is enough; answers how many they are.
        `author` is who asks, as they are to read it."""
        made = proposals.ask(self.store, number, self.person, self.now)
        others = proposals.seconds(self.store, made)
        for who in others:
            if self.store.people.language(who) is not None:
                self.send(who, self.words.asked(self.store, made, who, author, self.now))
        return made, len(others)

    def confirm(self, number: ProposalId) -> Proposal:
        """Whoever proposed it hears of it, with the button that takes it back."""
        done = proposals.confirm(self.store, number, self.person, self.now)
        if self.store.people.language(done.by) is not None:
            self.send(done.by, self.words.undoable(self.store, done, done.by))
        return done

    def drop(self, number: ProposalId) -> Proposal:
        """Withdrawn or refused; whoever proposed it hears of a refusal."""
        done = proposals.drop(self.store, number, self.person, self.now)
        if done.by != self.person:
            self.tell(done.by, "proposal-was-refused")
        return done

    def undo(self, number: ProposalId) -> Proposal:
        """Taken back by one; the other hears of it."""
        done = proposals.undo(self.store, number, self.person, self.now)
        for who in {done.by, done.confirmed_by or done.by} - {self.person}:
            self.tell(who, "proposal-undone-by-other")
        return done

    def stop(self, number: ProposalId) -> Proposal:
        return self.held(number, "stopped", self.store.broadcasts.stop)

    def resume(self, number: ProposalId) -> Proposal:
        return self.held(number, "resumed", self.store.broadcasts.resume)

    def held(
        self, number: ProposalId, what: str, change: Callable[[BroadcastId], bool]
    ) -> Proposal:
        """Stops what is on its way, or lets it go on; twice is as once."""
        known = self.store.proposals.load(number)
        if known is None:
            raise ProposalGone
        staff.demand(self.store, self.person, known.organisation, known.area, known.act)
        changed = [p for p in known.planned if p.broadcast is not None and change(p.broadcast)]
        if changed:
            actor = audit.person(self.person)
            self.store.audit.add(actor, f"proposal.{what}", known.subject, {}, self.now)
        return known

    def tell(self, who: PersonId, message: str) -> None:
        if self.store.people.language(who) is not None:
            self.send(who, self.words.note(self.store, who, message))

    def send(self, who: PersonId, call: Call) -> None:
        self.store.outbox.add(Notice(who, call, Lane.URGENT), self.now)

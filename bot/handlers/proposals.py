"""What two people decide: the preview, the question to a second person, the minute to take it
back, and the message that shows how far it is."""

from collections.abc import Callable, Mapping, Sequence

from adapters.desk_words import DeskWords, message
from bot.handlers.menu import menu
from bot.keyboards import Button
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import audit, proposals, staff
from domain.errors import Refusal
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.proposals import Proposal, ProposalGone, ProposalId
from domain.store import Store

Step = Callable[[Talk, Store, ProposalId], Says]


def routes() -> Routes:
    table = Routes()

    @table.tap("pv", "pa", "pc", "pd", "pu", "ps", "pr")
    async def decided(talk: Talk, tap: Tap) -> None:
        step = STEPS[tap.verb]
        number = ProposalId(row_id(tap.part(0)))
        await talk.settle(lambda store: taken(talk, store, step, number))

    return table


def taken(talk: Talk, store: Store, step: Step, number: ProposalId) -> Says:
    """A refusal is told beside the message that was tapped, which stays."""
    if not store.staff.grants(talk.id):
        return menu(talk, store, above=talk.voice.say("not-understood"))
    try:
        return store.attempt(lambda: step(talk, store, number))
    except Refusal as refusal:
        return [talk.refuse(refusal)]


def words(talk: Talk) -> DeskWords:
    return DeskWords(talk.house.words, talk.house.announce_rate)


def pending_rows(talk: Talk, waiting: Sequence[Proposal]) -> list[list[Button]]:
    """What waits for a second person, a button each."""
    return [
        [
            Button(
                f"button-pending-{p.planned[0].kind}",
                tap("pv", str(p.id)),
                arguments={"people": p.people},
                style="primary",
            )
        ]
        for p in waiting
    ]


def shown_preview(talk: Talk, store: Store, made: Proposal) -> Says:
    """To its author: exactly what will be sent, and whom it will be asked of."""
    said, lang = words(talk), talk.lang
    others = proposals.seconds(store, made)
    note = talk.voice.say("proposal-check" if others else "proposal-alone")
    text = f"{note}\n\n{said.preview(store, made, lang, talk.now)}"
    rows = [
        *([[said.button("ask", made, lang)]] if others else []),
        [said.button("drop", made, lang)],
    ]
    talk.enter(None)
    return [message(talk.id, text, rows)]


def view(talk: Talk, store: Store, number: ProposalId) -> Says:
    """From the desk: one that waits for this person."""
    found = [p for p in proposals.pending(store, talk.id, talk.now) if p.id == number]
    if not found:
        raise ProposalGone
    author = talk.voice.say("proposal-colleague")
    return [words(talk).asked(store, found[0], talk.id, author, talk.now)]


def ask(talk: Talk, store: Store, number: ProposalId) -> Says:
    """Everybody who may confirm it is asked; one is enough."""
    made = proposals.ask(store, number, talk.id, talk.now)
    said = words(talk)
    others = proposals.seconds(store, made)
    for person in others:
        if store.people.language(person) is not None:
            call = said.asked(store, made, person, author(talk), talk.now)
            store.outbox.add(Notice(person, call, Lane.URGENT), talk.now)
    text = talk.voice.say("proposal-sent-to", count=len(others))
    return [message(talk.id, text, [[said.button("drop", made, talk.lang)]], talk.tapped)]


def author(talk: Talk) -> str:
    """The name as Telegram shows it."""
    event = talk.query or talk.message
    user = event.from_user if event is not None else None
    return user.full_name if user is not None else str(talk.id)


def confirm(talk: Talk, store: Store, number: ProposalId) -> Says:
    done = proposals.confirm(store, number, talk.id, talk.now)
    said = words(talk)
    call = said.undoable(store, done, done.by)
    store.outbox.add(Notice(done.by, call, Lane.URGENT), talk.now)
    rows = [[said.button("undo", done, talk.lang)]]
    return [message(talk.id, said.confirmed(done, talk.lang), rows, talk.tapped)]


def drop(talk: Talk, store: Store, number: ProposalId) -> Says:
    """Withdrawn or refused; whoever proposed it hears of a refusal."""
    done = proposals.drop(store, number, talk.id, talk.now)
    if done.by == talk.id:
        return [message(talk.id, talk.voice.say("proposal-withdrawn"), [], talk.tapped)]
    tell(talk, store, done.by, "proposal-was-refused")
    return [message(talk.id, talk.voice.say("proposal-refused"), [], talk.tapped)]


def undo(talk: Talk, store: Store, number: ProposalId) -> Says:
    """Taken back by one; the other hears of it."""
    done = proposals.undo(store, number, talk.id, talk.now)
    for person in {done.by, done.confirmed_by or done.by} - {talk.id}:
        tell(talk, store, person, "proposal-undone-by-other")
    return [message(talk.id, talk.voice.say("proposal-undone"), [], talk.tapped)]


def tell(talk: Talk, store: Store, person: PersonId, message_id: str) -> None:
    call = words(talk).note(store, person, message_id)
    store.outbox.add(Notice(person, call, Lane.URGENT), talk.now)


def stop(talk: Talk, store: Store, number: ProposalId) -> Says:
    return held(talk, store, number, "stopped", store.broadcasts.stop)


def resume(talk: Talk, store: Store, number: ProposalId) -> Says:
    return held(talk, store, number, "resumed", store.broadcasts.resume)


def held(
    talk: Talk, store: Store, number: ProposalId, what: str, change: Callable[..., bool]
) -> Says:
    """Stops what is on its way, or lets it go on; the message shows it."""
    known = store.proposals.load(number)
    if known is None:
        raise ProposalGone
    staff.demand(store, talk.id, known.organisation, known.area, known.act)
    changed = [p for p in known.planned if p.broadcast is not None and change(p.broadcast)]
    if changed:
        actor = audit.person(talk.id)
        store.audit.add(actor, f"proposal.{what}", known.subject, {}, talk.now)
    said = words(talk)
    text = said.progress(store, known, talk.lang, talk.now)
    store.progress_posts.say(number, talk.id, text)
    return [message(talk.id, text, said.progress_rows(store, known, talk.lang), talk.tapped)]


STEPS: Mapping[str, Step] = {
    "pv": view,
    "pa": ask,
    "pc": confirm,
    "pd": drop,
    "pu": undo,
    "ps": stop,
    "pr": resume,
}

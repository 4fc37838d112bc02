"""What two people decide: the preview, the question to a second person, the minute to take it
back, and the message that shows how far it is."""

from collections.abc import Callable, Mapping, Sequence

from adapters.deciding import Decider
from adapters.desk_words import DeskWords, message
from bot.handlers.menu import menu
from bot.keyboards import Button
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import proposals
from domain.errors import Refusal
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
    made, others = decider(talk, store).ask(number, author(talk))
    text = talk.voice.say("proposal-sent-to", count=others)
    return [message(talk.id, text, [[words(talk).button("drop", made, talk.lang)]], talk.tapped)]


def decider(talk: Talk, store: Store) -> Decider:
    return Decider(words(talk), store, talk.id, talk.now)


def author(talk: Talk) -> str:
    """The name as Telegram shows it."""
    event = talk.query or talk.message
    user = event.from_user if event is not None else None
    return user.full_name if user is not None else str(talk.id)


def confirm(talk: Talk, store: Store, number: ProposalId) -> Says:
    done = decider(talk, store).confirm(number)
    said = words(talk)
    rows = [[said.button("undo", done, talk.lang)]]
    return [message(talk.id, said.confirmed(done, talk.lang), rows, talk.tapped)]


def drop(talk: Talk, store: Store, number: ProposalId) -> Says:
    """Withdrawn or refused."""
    done = decider(talk, store).drop(number)
    said = "proposal-withdrawn" if done.by == talk.id else "proposal-refused"
    return [message(talk.id, talk.voice.say(said), [], talk.tapped)]


def undo(talk: Talk, store: Store, number: ProposalId) -> Says:
    decider(talk, store).undo(number)
    return [message(talk.id, talk.voice.say("proposal-undone"), [], talk.tapped)]


def stop(talk: Talk, store: Store, number: ProposalId) -> Says:
    return held(talk, store, number, decider(talk, store).stop(number))


def resume(talk: Talk, store: Store, number: ProposalId) -> Says:
    return held(talk, store, number, decider(talk, store).resume(number))


def held(talk: Talk, store: Store, number: ProposalId, known: Proposal) -> Says:
    """The message shows that it is stopped, or goes on."""
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

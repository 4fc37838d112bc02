"""Photos and documents: pages of the paper that is asked for; signing keys are never taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.answering import asked_now
from bot.conversation import Conversation
from bot.handlers.lost import refuse
from bot.papers import Sent, holds_keys, keep, last_of_album, sent, taken_in
from bot.render import deleted
from bot.screens import Said
from bot.talk import Says, Talk
from domain.errors import Refusal
from domain.forms import engine
from domain.forms.model import Draft, Field
from domain.forms.papers import Page, Paper, added, left, left_out, pages, replacing, told
from domain.papers import PAGE, REFUSALS, KeysSent, PaperNotOpened, refuse_more
from domain.store import Store


@dataclass(eq=False)
class NoPaperAsked(Refusal):
    """A photo or document came while no paper is asked for."""


async def paper(talk: Talk, conversation: Conversation) -> None:
    """A photo or document: a page of the paper asked for, if one is."""
    assert talk.message is not None  # noqa: S101 the caller has seen it
    file = sent(talk.message)
    if file.named_as_keys:
        await warned(talk, conversation)
        return
    asks = await talk.house.database.read(lambda store: conversation.asks(talk, store))
    if asks == "paper":
        await asked_for(talk, conversation, file)
    elif await holds_keys(talk.house, file):
        await warned(talk, conversation)
    else:
        last = await last_of_album(talk, file)
        await talk.settle(
            lambda store: refuse(talk, store, conversation, NoPaperAsked()) if last else []
        )


async def warned(talk: Talk, conversation: Conversation) -> None:
    """Keys are deleted from the chat at once (reliability.md B18)."""
    assert talk.message is not None  # noqa: S101 the caller has seen it
    gone = deleted(talk.id, talk.message.message_id)
    await talk.settle(lambda store: [gone, *refuse(talk, store, conversation, KeysSent())])


async def asked_for(talk: Talk, conversation: Conversation, file: Sent) -> None:
    """One answer for an album: its last picture's."""
    outcome = await taken_in(talk.house, talk.id, file)
    if isinstance(outcome, KeysSent):
        await warned(talk, conversation)
        return
    last = await last_of_album(talk, file)
    await talk.settle(lambda store: arrived(conversation, talk, store, outcome, last=last))


def arrived(
    c: Conversation, talk: Talk, store: Store, outcome: Page | Refusal, *, last: bool
) -> Says:
    """The page put into the draft, or why it wasn't, told when the album is complete."""
    form, draft = c.opened(talk, store)
    asked = asked_now(form, draft) if form and draft else None
    if form is None or draft is None or asked is None or asked.kind.asks != "paper":
        return refuse(talk, store, c, NoPaperAsked()) if last else []
    value = with_outcome(talk, store, draft, asked, outcome)
    refused = left(value)
    if not last:
        store.drafts.save(talk.id, engine.gather(form, draft, asked.key, value), talk.now)
        return []
    changed = engine.gather(form, draft, asked.key, told(value))
    if refused:
        changed = engine.missed(changed)
    store.drafts.save(talk.id, changed, talk.now)
    return c.present(talk, form, changed, about(talk, refused))


def with_outcome(
    talk: Talk, store: Store, draft: Draft, asked: Field, outcome: Page | Refusal
) -> dict[str, Any]:
    value = draft.answers.get(asked.key)
    if isinstance(outcome, Page):
        try:
            return with_page(talk, store, draft, asked, outcome)
        except Refusal as refusal:
            outcome = refusal
    return left_out(value, type(outcome).__name__, outcome.arguments)


def with_page(talk: Talk, store: Store, draft: Draft, asked: Field, page: Page) -> dict[str, Any]:
    """Raises TooManyPapers or TooMuchKept. A page taken again takes the place of its file."""
    value, field = draft.answers.get(asked.key), f"{asked.key}{PAGE}"
    known, again = pages(value), replacing(value)
    if again is not None:
        store.papers.drop(draft.id, field, [known[again].file])
    if page.file not in {p.file for p in known}:
        refuse_more(store.papers.weight(talk.id), page.bytes)
    keep(store, talk, draft, field, page)
    return added(value, asked.kind.seen(page) if isinstance(asked.kind, Paper) else page)


def about(talk: Talk, refused: list[Any]) -> Said:
    """Of what wasn't taken each reason once; of an album also how much."""
    if not refused:
        return Said()
    reasons = [rebuilt(name, arguments) for name, arguments in refused]
    if len(reasons) == 1:
        return Said(refusal=reasons[0])
    lines = dict.fromkeys(talk.voice.refusal(r) for r in reasons)
    count = talk.voice.say("pages-left-out", count=len(reasons))
    return Said(note="\n".join((count, *lines)))


def rebuilt(name: str, arguments: Mapping[str, Any]) -> Refusal:
    """A refusal as it was noted in the draft."""
    return REFUSALS.get(name, PaperNotOpened)(**arguments)

"""Buttons and answers of any open form."""

from collections.abc import Callable

from bot.answering import asked_now
from bot.conversation import Conversation
from bot.needs import NeedsCheck
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, draft_id, on_draft, read
from domain.errors import Refusal
from domain.forms.model import Checked
from domain.papers import FileName
from domain.store import Store

VERBS = ("a", "b", "w", "e", "s", "p", "t", "d", "k", "g", "y", "z", "x", "f")


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap(*VERBS)
    async def tapped(talk: Talk, tap: Tap) -> None:
        await checking(talk, conversation, lambda store: conversation.tap(talk, store, tap))

    @table.tap("xk", "xd")
    async def stopped(talk: Talk, tap: Tap) -> None:
        files: list[FileName] = []
        await talk.settle(lambda store: leave(talk, store, conversation, tap, files))
        await talk.house.files.erase(files)

    @table.command("cancel")
    async def cancel(talk: Talk) -> None:
        await talk.settle(lambda store: ask_what_to_keep(talk, store, conversation))

    @table.command("back")
    async def back(talk: Talk) -> None:
        await talk.settle(lambda store: go_back(talk, store, conversation))

    @table.command("why")
    async def why(talk: Talk) -> None:
        await talk.settle(lambda store: say_why(talk, store, conversation))

    return table


async def checking(
    talk: Talk, conversation: Conversation, work: Callable[[Store], Says], typed: str = ""
) -> None:
    """Runs a step; when its answer has to be checked first (a hash, a register), checks it with
    no transaction open and goes on."""
    try:
        await talk.settle(work)
    except NeedsCheck as trouble:
        needed = trouble
    else:
        return
    outcome = await outcome_of(needed)
    await talk.settle(lambda store: conversation.checked(talk, store, needed, outcome, typed))


async def outcome_of(needed: NeedsCheck) -> Checked | Refusal:
    assert needed.field.check is not None  # noqa: S101 only such fields need one
    try:
        return await needed.field.check(needed.value, needed.before)
    except Refusal as refusal:
        return refusal


def ask_what_to_keep(talk: Talk, store: Store, conversation: Conversation) -> Says:
    """`/cancel`: the same as the button Stop."""
    form, draft = conversation.opened(talk, store)
    if form is None or draft is None:
        return conversation.closed(talk)
    return conversation.stop(talk, store, form, draft)


def leave(
    talk: Talk, store: Store, conversation: Conversation, tap: Tap, files: list[FileName]
) -> Says:
    """The draft is kept or dropped, and then `files` are to be erased; either way the
    conversation is over for now. A late tap is about a draft that is gone and mustn't touch the
    present one."""
    form = talk.house.forms.get(tap.part(0))
    draft = store.drafts.find(talk.id, form.name) if form else None
    if form is None or draft is None or draft.id != draft_id(tap.part(1)):
        return conversation.gone(talk)
    if tap.verb == "xd":
        files[:] = store.papers.give_up(draft.id)
        store.drafts.drop(draft.id)
    kept = "draft-kept" if tap.verb == "xk" else "draft-dropped"
    return conversation.left(talk, form, talk.voice.say(kept))


def go_back(talk: Talk, store: Store, conversation: Conversation) -> Says:
    form, draft = conversation.opened(talk, store)
    if form is None or draft is None:
        return conversation.closed(talk)
    asked = asked_now(form, draft)
    if asked is None:
        last = form.fields[-1].key
        return conversation.tap(talk, store, read(on_draft("e", draft, last)))
    return conversation.tap(talk, store, read(on_draft("b", draft, asked.key)))


def say_why(talk: Talk, store: Store, conversation: Conversation) -> Says:
    form, draft = conversation.opened(talk, store)
    if form is None or draft is None:
        return conversation.closed(talk)
    return conversation.why(talk, form, draft)

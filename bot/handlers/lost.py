"""Everything that is no command and no known tap: answers, words of buttons, other kinds."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answering import asked_now
from bot.conversation import Conversation
from bot.handlers import check, linking, places
from bot.handlers.form import checking
from bot.handlers.menu import menu
from bot.matching import matched, named
from bot.routes import Routes
from bot.screens import Said
from bot.talk import Says, Talk
from bot.taps import read
from domain.errors import Refusal
from domain.forms.person import OwnPhone
from domain.portals.desk import GRANT
from domain.ports import LANGS
from domain.store import Store
from domain.values.pairing import pairing_digits
from domain.values.yesno import yes_or_no


@dataclass(eq=False)
class ContactNotYours(Refusal):
    """A shared contact is taken only if it is the sender's own (rule 26)."""


@dataclass(eq=False)
class OnlyOwnContact(Refusal):
    """The same where the contact proves whose chat this is, so that typing won't do either."""


@dataclass(eq=False)
class NotReadable(Refusal):
    """Stickers, voice, video and the like can't be answers; `what` names the kind."""

    what: tuple[str, ...]


@dataclass(eq=False)
class NoPhoneAsked(Refusal):
    """A contact came while no phone is asked for."""


@dataclass(eq=False)
class EditsNotRead(Refusal):
    """An edited message never changes an answer (reliability.md B14)."""


KINDS = (
    "sticker",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "location",
    "venue",
    "poll",
    "dice",
    "game",
    "story",
    "giveaway",
)


async def typed(talk: Talk, routes: Routes, conversation: Conversation) -> None:
    """Text that is no command: a button's words, or the answer of the open form."""
    text = author_of(talk) or talk.text
    data = named(talk.data.get("named", ()), text) or matched(talk.data.get("buttons", ()), text)
    tapped = read(data) if data else None
    if tapped is not None and tapped.verb in routes.taps:
        await routes.taps[tapped.verb](talk, tapped)
    elif hears := routes.states.get((talk.state or "").partition(":")[0]):
        await hears(talk)
    elif spoken := command_word(talk, text):
        await routes.commands[spoken](talk)
    elif talk.state == check.STATE or check.numbered(talk):
        await talk.settle(lambda store: checked(talk, store, conversation, text))
    elif (talk.state or "").startswith("form:") and not (talk.data and short_word(text)):
        await checking(
            talk, conversation, lambda store: answered(talk, store, conversation, text), text
        )
    else:
        await talk.settle(lambda store: arrived(talk, store, conversation, text))


def checked(talk: Talk, store: Store, conversation: Conversation, text: str) -> Says:
    """A message to check, unless a place is asked for instead."""
    says = places.amid(talk, store, conversation, text) if talk.state == check.STATE else None
    return check.looked_up(talk, store, conversation, text) if says is None else says


def author_of(talk: Talk) -> str:
    """A message forwarded while a colleague is asked for stands for who wrote it."""
    user = getattr(talk.message and talk.message.forward_origin, "sender_user", None)
    return str(user.id) if user is not None and talk.state == f"form:{GRANT}" else ""


WORDS = ("desk", "check")
"""Commands that are also said as a word, when no question is open."""


def command_word(talk: Talk, text: str) -> str:
    """The command that was said in words: «тексеру», «проверить», «staff desk»."""
    if (talk.state or "").startswith("form:"):
        return ""
    known = [[w, *(talk.house.words.say(lang, f"button-{w}") for lang in LANGS)] for w in WORDS]
    return named(known, text) or ""


def takes_forwarded(talk: Talk) -> bool:
    """What somebody may forward to us for another reason than to have it checked: a contact, a
    paper, a portal's pairing code, a message of a colleague who is to work here."""
    m = talk.message
    assert m is not None  # noqa: S101 the caller has seen it
    paper = (m.photo or m.document) and (talk.state or "").startswith("form:")
    pairs = linking.arriving(m.text or "")
    return bool(m.contact or paper or pairs or talk.state == f"form:{GRANT}")


def answered(talk: Talk, store: Store, conversation: Conversation, text: str) -> Says:
    """A portal's pairing code is taken at any question, and so is the question for one's place in
    a queue; all else is the answer."""
    digits = pairing_digits(text)
    says = linking.paired(talk, store, conversation, digits) if digits else None
    if says is None:
        says = places.asked(talk, store, conversation, text)
    return conversation.typed(talk, store, text) if says is None else says


def arrived(talk: Talk, store: Store, conversation: Conversation, text: str) -> Says:
    says = places.asked(talk, store, conversation, text)
    if says is None:
        says = linking.arrive(talk, store, conversation, text)
    return unknown(talk, store, conversation) if says is None else says


def short_word(text: str) -> bool:
    """A yes or no said to a question beside the form ("stop?") is no answer to the form's."""
    return yes_or_no(text) is not None


def unknown(talk: Talk, store: Store, conversation: Conversation) -> Says:
    """Not understood: says so, and what can be done now."""
    note = talk.voice.say("not-understood")
    form, draft = conversation.opened(talk, store)
    if form is not None and draft is not None:
        talk.enter(talk.state)
        return conversation.present(talk, form, draft, Said(note=note))
    return menu(talk, store, above=note)


def refuse(talk: Talk, store: Store, conversation: Conversation, refusal: Refusal) -> Says:
    """Refuses what no question takes, then the open question, or the menu if there is none."""
    if conversation.asks(talk, store) is None:
        return menu(talk, store, above=talk.voice.refusal(refusal))
    return conversation.refuse(talk, store, refusal)


async def edited(talk: Talk, conversation: Conversation) -> None:
    await talk.settle(lambda store: refuse(talk, store, conversation, EditsNotRead()))


async def contact(talk: Talk, conversation: Conversation) -> None:
    """A shared contact: the sender's own, not forwarded, answers the open phone question; while
    nothing is asked it begins the linking."""
    assert talk.message is not None and talk.message.contact is not None  # noqa: S101, PT018
    shared = talk.message.contact
    own = shared.user_id == talk.id and talk.message.forward_origin is None

    def step(store: Store) -> Says:
        asks = conversation.asks(talk, store)
        if not own and asks == "contact":
            return conversation.refuse(talk, store, not_own(talk, store, conversation))
        if own and asks is None:
            return linking.shared(talk, store, conversation, shared.phone_number)
        says = conversation.contact(talk, store, shared.phone_number) if own else None
        return refuse(talk, store, conversation, NoPhoneAsked()) if says is None else says

    await checking(talk, conversation, step)


def not_own(talk: Talk, store: Store, conversation: Conversation) -> Refusal:
    """Where the number proves something it can't be typed either."""
    form, draft = conversation.opened(talk, store)
    asked = asked_now(form, draft) if form and draft else None
    proves = asked is not None and isinstance(asked.kind, OwnPhone)
    return OnlyOwnContact() if proves else ContactNotYours()


async def other(talk: Talk, conversation: Conversation) -> None:
    """A sticker, a voice message …: says what can be done instead, and asks again."""
    known: Mapping[str, object] = talk.received.raw.get("message", {})
    what = next((kind for kind in KINDS if kind in known), "other")
    await talk.settle(
        lambda store: refuse(talk, store, conversation, NotReadable((what.replace("_", "-"),)))
    )

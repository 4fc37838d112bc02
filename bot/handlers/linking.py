"""How a chat gets its phone: the own contact, a portal's link, its pairing code. However it
begins, it ends in the same verified link, and the code that waits comes by itself."""

from collections.abc import Mapping

from adapters.code_message import CodeWords
from adapters.voice import Voice
from bot.conversation import Conversation, Finish
from bot.handlers.codes import screen
from bot.handlers.menu import current, menu, of_olympiad, unfinished
from bot.keyboards import GONE, Button
from bot.render import Call, keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Said, Shown
from bot.talk import House, Says, Talk
from bot.taps import Tap, row_id, tap
from domain import links
from domain.clients import OURSELVES
from domain.codes import Code, Render
from domain.errors import Refusal
from domain.forms import engine
from domain.forms.model import Answers, Desk, Draft
from domain.forms.person import own_contact
from domain.links import START, AskOld, Linked, PairingCodeWrong, Waiting
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.portals import linking
from domain.store import Store
from domain.values.iin import Iin
from domain.values.pairing import pairing_digits
from domain.values.phone import masked_phone


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("cl")
    async def share(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: begin(talk, store, conversation))

    @table.tap("cy", "co")
    async def answered(talk: Talk, tap: Tap) -> None:
        answer = agreed if tap.verb == "cy" else objected
        await talk.settle(lambda store: answer(talk, store, row_id(tap.part(0))))

    return table


def render_of(house: House) -> Render:
    return CodeWords(house.words).message


def begin(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the screen of codes: another number needs no second consent."""
    known = linking.AGREED if store.links.of(talk.id) else {}
    note = talk.voice.say("link-change" if known else "form-codes-link.intro")
    return opened(talk, c, linking.begin(talk.desk(store), "contact", **known), note)


def opened(talk: Talk, c: Conversation, draft: Draft, note: str) -> Says:
    talk.enter(f"form:{linking.LINK}")
    return c.present(talk, talk.house.forms[linking.LINK], draft, Said(note=note))


def shared(talk: Talk, store: Store, c: Conversation, phone: str) -> Says:
    """The own contact came while nobody asked for it: it is kept, and consent is asked for."""
    known = {**(linking.AGREED if store.links.of(talk.id) else {}), "phone": own_contact(phone)}
    draft = linking.begin(talk.desk(store), "contact", **known)
    held, asked = engine.walk(talk.house.forms[linking.LINK], draft)
    if asked is None:
        return linked(talk, talk.desk(store), draft, held)
    return opened(talk, c, draft, talk.voice.say("form-codes-link.intro"))


def arriving(text: str) -> str:
    """What brings a chat and a portal's request together: a link's parameter, or a pairing code;
    empty for anything else."""
    command, _, payload = text.partition(" ")
    if command.partition("@")[0] == "/start" and payload.startswith(START):
        return payload.strip()
    return pairing_digits(text) or ""


def arrive(talk: Talk, store: Store, c: Conversation, text: str) -> Says | None:
    """Follows a portal's link, or takes its pairing code; None for any other text. A wrong one is
    counted, so no part of this may be undone."""
    what = arriving(text)
    if not what:
        return None
    try:
        waiting = found(talk, store, what)
    except PairingCodeWrong as wrong:
        return None if is_iin(what) else menu(talk, store, above=talk.voice.refusal(wrong))
    except Refusal as refusal:
        return menu(talk, store, above=talk.voice.refusal(refusal))
    return met(talk, store, c, waiting)


def is_iin(digits: str) -> bool:
    """Twelve digits that no portal shows and that are an IIN were meant as one."""
    try:
        Iin.read(digits)
    except Refusal:
        return False
    return True


def paired(talk: Talk, store: Store, c: Conversation, digits: str) -> Says | None:
    """Twelve digits while a form is open: a pairing code if some portal shows it now, else None;
    they may be an IIN."""
    try:
        waiting = found(talk, store, digits)
    except Refusal as refusal:
        asked = talk.state == f"form:{linking.LINK}"
        return c.again(talk, store, Said(refusal=refusal)) if asked else None
    return met(talk, store, c, waiting)


def found(talk: Talk, store: Store, what: str) -> Waiting:
    find = links.open_token if what.startswith(START) else links.open_pairing
    return find(store, talk.id, what, talk.now, render_of(talk.house))


def met(talk: Talk, store: Store, c: Conversation, waiting: Waiting) -> Says:
    """The chat and the request have met: the code comes, or the phone has to be shared first."""
    own = store.links.of(talk.id)
    if waiting.linked:
        return on_its_way(talk, store, waiting)
    if own is not None:
        return other_number(talk, own.masked, waiting)
    note = talk.voice.say("link-portal-waits", portal=waiting.portal, phone=waiting.masked)
    draft = linking.begin(
        talk.desk(store), waiting.how, portal=waiting.portal, awaited=waiting.phone
    )
    return opened(talk, c, draft, note)


def on_its_way(talk: Talk, store: Store, waiting: Waiting) -> Says:
    code = store.codes.load(waiting.request)
    if code is None or not code.is_open:
        words = "link-code-over"
    elif store.links.frozen_until(talk.id, code.client, talk.now):
        words = "link-portal-frozen"
    else:
        words = "link-code-comes"
    return followed(talk, store, talk.voice.say(words, portal=waiting.portal))


def followed(talk: Talk, store: Store, text: str) -> Says:
    """A word and the way on."""
    rows = [[Button("button-codes", "m|codes"), Button("button-menu", "m|menu")]]
    talk.offer(rows)
    return [message(talk.id, text, keyboard(talk.voice, rows))]


def other_number(talk: Talk, mine: str, waiting: Waiting) -> Says:
    """This chat has a phone, and the portal waits for another one."""
    rows = [
        [Button("button-codes-change", "cl")],
        [Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = talk.voice.say(
        "link-other-number", portal=waiting.portal, mine=mine, phone=waiting.masked
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def linked(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """The own contact came: the phone is this chat's now, unless another chat must be asked."""
    done = linking.link_from(desk, draft, held, render_of(talk.house))
    if isinstance(done, AskOld):
        ask_old(talk, desk.store, done)
        return [message(talk.id, talk.voice.say("link-old-asked"), GONE), *menu(talk, desk.store)]
    if done.told is not None:
        tell(talk, desk.store, done.told, "link-taken", phone=done.link.masked)
    awaited = str(held.get("awaited", done.link.phone))
    above = message(talk.id, said(talk.voice, done, awaited), GONE)
    return [above, *next_step(talk, desk.store, done)]


def claimed(talk: Talk, store: Store, phone: str) -> str:
    """Links a phone that another form has proven by the own contact and has asked consent for;
    what is to be said of it, if anything."""
    done = links.link(store, talk.id, phone, "contact", talk.now, render_of(talk.house))
    if isinstance(done, AskOld):
        ask_old(talk, store, done)
        return talk.voice.say("link-old-asked")
    if done.told is not None:
        tell(talk, store, done.told, "link-taken", phone=done.link.masked)
    codes = portals_of(done.codes)
    return talk.voice.say("link-code-comes", portal=codes) if codes else ""


def said(voice: Voice, done: Linked, awaited: str) -> str:
    """What is linked, what was before, and where the waiting code is."""
    told = [voice.say("link-done", phone=done.link.masked)]
    if done.before is not None:
        told.append(voice.say("link-before", phone=masked_phone(done.before)))
    if portals := portals_of(done.codes):
        told.append(voice.say("link-code-comes", portal=portals))
    if awaited != done.link.phone and not done.codes:
        told.append(voice.say("link-awaited-other", phone=masked_phone(awaited)))
    return paragraphs(*told)


def portals_of(codes: tuple[Code, ...]) -> str:
    """Those whose page waits for the code; ours are typed in another chat."""
    names = dict.fromkeys(code.client_name for code in codes)
    return ", ".join(name for name in names if name != OURSELVES)


def next_step(talk: Talk, store: Store, done: Linked) -> Says:
    """Whoever was in the middle of something goes on from the menu; with a code on its way
    nothing else is needed."""
    if unfinished(talk, store, current(talk, of_olympiad(talk, store))):
        return menu(talk, store)
    return [] if done.codes else screen(talk, store)


def ask_old(talk: Talk, store: Store, asked: AskOld) -> None:
    """Asks the chat that has the phone, once for each wish: was it you?"""
    lang = store.people.language(asked.person) or "kk"
    voice = Voice(talk.house.words, lang)
    rows = [
        [Button("button-link-let-go", tap("cy", str(asked.move)))],
        [Button("button-link-keep", tap("co", str(asked.move)))],
    ]
    text = voice.say("link-was-it-you", phone=masked_phone(asked.phone))
    call = message(asked.person, text, keyboard(voice, rows))
    once = f"link-move:{asked.move}"
    store.outbox.add(Notice(asked.person, call, Lane.URGENT, once=once), talk.now)


def agreed(talk: Talk, store: Store, move: int) -> Says:
    """The old chat lets its phone go; the new one hears of it, and its code comes."""
    done = links.agree(store, talk.id, move, talk.now, render_of(talk.house))
    if done is None:
        return [over(talk)]
    new = Voice(talk.house.words, store.people.language(done.link.person) or "kk")
    owe(talk, store, done.link.person, said(new, done, done.link.phone))
    return [done_here(talk, "link-let-go", phone=done.link.masked)]


def objected(talk: Talk, store: Store, move: int) -> Says:
    known = links.object_to(store, talk.id, move)
    if known is None:
        return [over(talk)]
    tell(talk, store, known.new, "link-refused", phone=masked_phone(known.phone))
    return [done_here(talk, "link-kept", phone=masked_phone(known.phone))]


def over(talk: Talk) -> Call:
    """Nothing is asked of this chat any more."""
    return done_here(talk, "link-move-over")


def done_here(talk: Talk, words: str, **arguments: str) -> Call:
    rows = [[Button("button-codes", "m|codes"), Button("button-menu", "m|menu")]]
    talk.offer(rows)
    text = talk.voice.say(words, **arguments)
    return talk.show(Shown(text, keyboard(talk.voice, rows), rows))


def tell(talk: Talk, store: Store, person: PersonId, words: str, **arguments: str) -> None:
    """Tells another chat, in its own language."""
    voice = Voice(talk.house.words, store.people.language(person) or "kk")
    owe(talk, store, person, voice.say(words, **arguments))


def owe(talk: Talk, store: Store, person: PersonId, text: str) -> None:
    store.outbox.add(Notice(person, message(person, text), Lane.URGENT), talk.now)


FINISHERS: Mapping[str, Finish] = {linking.LINK: linked}

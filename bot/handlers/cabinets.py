"""Cabinets of the kindergarten portals: the screen of one, opening it, signing in, a forgotten
password, and adding the other parent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from adapters.voice import Voice
from bot.conversation import Action, Conversation, Finish, as_new
from bot.handlers.account import labels, sent_mark
from bot.handlers.linking import claimed
from bot.handlers.menu import Item, menu
from bot.keyboards import GONE, Button
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Said, Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain import cabinets
from domain.accounts import Account
from domain.forms.chat_codes import REQUEST
from domain.forms.model import Answers, Desk, Draft
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.portals import akmola, indigo, snation
from domain.queue import notified
from domain.store import Store
from domain.values.iin import Iin
from domain.values.names import full_name
from domain.values.phone import masked_phone


@dataclass(frozen=True)
class Cabinet:
    """A portal that has cabinets, and the names of its conversations."""

    portal: str
    title: str
    opening: str
    signing_in: str
    resetting: str
    inviting: str
    items: tuple[str, ...] = ()
    """What else the portal has, as items of the menu, the first the likeliest."""

    def item(self, talk: Talk, store: Store, c: Conversation) -> Says:
        """From the menu: the cabinet, or the two ways to it."""
        return screen(self, talk, store)

    def opened(self, talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
        form = talk.house.forms[self.opening]
        account = cabinets.open_cabinet(desk, self.portal, draft, held, labels(talk, form, held))
        told = claimed(talk, desk.store, account.profile["phone"])
        text = paragraphs(talk.voice.say("cabinet-opened", title=self.title), told)
        return [*sent_mark(talk, "cabinet-sent"), *below(self, talk, desk.store, text)]

    def signed_in(self, talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
        if cabinets.enter(desk, self.portal, draft, held) is None:
            return menu(talk, desk.store)
        return self.welcomed(talk, desk.store, "cabinet-signed-in")

    def changed(self, talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
        """A new password: everybody who uses the cabinet hears of it."""
        account = cabinets.change_password(desk, self.portal, draft, held)
        if account is None:
            return menu(talk, desk.store)
        for person in desk.store.accounts.people_of(account.id):
            if person != talk.id:
                tell(talk, desk.store, person, "cabinet-password-changed", title=self.title)
        return self.welcomed(talk, desk.store, "password-changed")

    def invited(self, talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
        person = cabinets.add_parent(desk, draft, held)
        if person is None:
            return below(self, talk, desk.store)
        tell(talk, desk.store, person, "cabinet-joined", title=self.title)
        above = talk.voice.say("cabinet-parent-added")
        return below(self, talk, desk.store, above)

    def welcomed(self, talk: Talk, store: Store, words: str) -> Says:
        """The reply keyboard of the contact goes away with this."""
        told = message(talk.id, talk.voice.say(words, title=self.title), GONE)
        return [told, *below(self, talk, store)]


NOTHING_OF_IT = ""
"""Akmola's cabinet is neither opened nor shared: whoever proves the phone or signs is in it."""
CABINETS: Mapping[str, Cabinet] = {
    "indigo": Cabinet(
        indigo.PORTAL,
        indigo.TITLE,
        indigo.OPEN,
        indigo.SIGN_IN,
        indigo.RESET,
        indigo.OTHER_PARENT,
        items=("indigo-apply", "indigo-applications"),
    ),
    "akmola": Cabinet(
        akmola.PORTAL,
        akmola.TITLE,
        NOTHING_OF_IT,
        akmola.SIGN_IN,
        NOTHING_OF_IT,
        NOTHING_OF_IT,
        items=("akmola-apply", "akmola-applications"),
    ),
    "snation": Cabinet(
        snation.PORTAL,
        snation.TITLE,
        snation.OPEN,
        snation.SIGN_IN,
        snation.RESET,
        snation.OTHER_PARENT,
        items=(
            "snation-apply",
            "snation-children",
            "snation-applications",
            "snation-archive",
            "snation-referrals",
            "snation-notifications",
        ),
    ),
}
FINISHERS: Mapping[str, Finish] = {
    form: finish
    for c in CABINETS.values()
    if c.opening
    for form, finish in (
        (c.opening, c.opened),
        (c.signing_in, c.signed_in),
        (c.resetting, c.changed),
        (c.inviting, c.invited),
    )
}


def kindergarten(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the menu: which portal? Whoever has one cabinet already sees it named first."""
    has = {a.portal for a in store.accounts.of(talk.id)}
    listed = sorted(CABINETS, key=lambda portal: portal not in has)
    rows = [
        *[[Button(f"button-{portal}", tap("m", portal))] for portal in listed],
        [Button("button-kindergartens", tap("m", "kindergartens"))],
        [Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    return [talk.show(Shown(talk.voice.say("kindergarten"), keyboard(talk.voice, rows), rows))]


ITEMS: Mapping[str, Item] = {
    "kindergarten": kindergarten,
    **{name: cabinet.item for name, cabinet in CABINETS.items()},
}


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("ko", "ks", "kp", "kx")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: choose(talk, store, conversation, tap))

    return table


def choose(talk: Talk, store: Store, c: Conversation, tap: Tap) -> Says:
    cabinet = CABINETS.get(tap.part(0))
    if cabinet is None:
        return menu(talk, store)
    account = cabinets.mine(talk.desk(store), cabinet.portal)
    match tap.verb:
        case "ko" if cabinet.opening:
            return c.open(talk, store, cabinet.opening)
        case "ks":
            store.drafts.drop_form(talk.id, cabinet.signing_in)
            return c.open(talk, store, cabinet.signing_in)
        case "kp" if account is not None and cabinet.inviting:
            store.drafts.drop_form(talk.id, cabinet.inviting)
            return c.open(talk, store, cabinet.inviting, account=account.id)
        case "kx" if account is not None:
            store.accounts.sign_out(account.id, talk.id)
            drop_drafts(talk, store, cabinet)
            return menu(talk, store, above=talk.voice.say("signed-out"))
        case _:
            return screen(cabinet, talk, store)


def drop_drafts(talk: Talk, store: Store, cabinet: Cabinet) -> None:
    """What was begun in the cabinet that is left."""
    for draft in store.drafts.of(talk.id):
        if draft.form.startswith(f"{cabinet.portal}-"):
            store.drafts.drop(draft.id)


def screen(cabinet: Cabinet, talk: Talk, store: Store) -> Says:
    return [talk.show(shown(cabinet, talk, store))]


def below(cabinet: Cabinet, talk: Talk, store: Store, above: str = "") -> Says:
    """The screen as a message of its own, below what was just said."""
    return as_new([talk.show(shown(cabinet, talk, store, above))])


def shown(cabinet: Cabinet, talk: Talk, store: Store, above: str = "") -> Shown:
    """The cabinet as it is; without one, what it is and the two ways to it."""
    account = cabinets.mine(talk.desk(store), cabinet.portal)
    rows = [*rows_of(cabinet, account), [Button("button-menu", "m|menu")]]
    talk.offer(rows)
    about = (
        card(talk, store, account)
        if account
        else talk.voice.say(f"cabinet-about-{cabinet.portal}")
    )
    text = paragraphs(above, talk.voice.say("cabinet-title", title=cabinet.title), about)
    return Shown(text, keyboard(talk.voice, rows), rows)


def rows_of(cabinet: Cabinet, account: Account | None) -> list[list[Button]]:
    if account is None:
        enter = [Button("button-sign-in", tap("ks", cabinet.portal))]
        new = [Button("button-cabinet-open", tap("ko", cabinet.portal), style="primary")]
        return [new, enter] if cabinet.opening else [enter]
    first, *others = cabinet.items
    parent = [Button("button-cabinet-parent", tap("kp", cabinet.portal))]
    return [
        [Button(f"button-{first}", tap("m", first), style="primary")],
        *[[Button(f"button-{item}", tap("m", item))] for item in others],
        *([parent] if cabinet.inviting else []),
        [Button("button-cabinet-out", tap("kx", cabinet.portal))],
        [Button("button-kindergarten", tap("m", "kindergarten"))],
    ]


def card(talk: Talk, store: Store, account: Account) -> str:
    """Whose cabinet it is. IIN and phone with their middle hidden: the chat may be looked at."""
    profile, voice = account.profile, talk.voice
    names = full_name(*(profile.get(part, "-") for part in ("surname", "given", "patronymic")))
    lines = [voice.say("cabinet-name", name=names)] if names else []
    if profile.get("city"):
        city = talk.house.atlas.place(profile["city"]).name(talk.lang)
        lines.append(voice.say("cabinet-city", city=city))
    lines.append(voice.say("cabinet-iin", iin=Iin(profile["iin"]).masked))
    if profile.get("phone"):
        lines.append(voice.say("cabinet-phone", phone=masked_phone(profile["phone"])))
    lines.append(voice.say("cabinet-parents", count=len(store.accounts.people_of(account.id))))
    new = notified.unread(store, talk.id, snation.PORTAL) if of_snation(account) else 0
    if new:
        lines.append(voice.say("cabinet-unread", count=new))
    return paragraphs("\n".join(lines), voice.say(f"cabinet-next-{account.portal}"))


def of_snation(account: Account) -> bool:
    return account.portal == snation.PORTAL


def tell(talk: Talk, store: Store, person: PersonId, words: str, **arguments: str) -> None:
    voice = Voice(talk.house.words, store.people.language(person) or "kk")
    call = message(person, voice.say(words, **arguments))
    store.outbox.add(Notice(person, call, Lane.URGENT), talk.now)


def forgot(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    cabinet = next(known for known in CABINETS.values() if known.signing_in == draft.form)
    store.drafts.drop_form(talk.id, cabinet.resetting)
    return c.open(talk, store, cabinet.resetting, known=draft.answers["login"])


def resend(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    """The same code once more, or another one if it is over; too soon, nothing is sent. The words
    are the same whether or not there is such a cabinet."""
    form = talk.house.forms[draft.form]
    asked = form.field(draft.given[REQUEST])
    assert asked is not None and asked.lookup is not None  # noqa: S101, PT018 it made the request
    facts = asked.lookup(talk.desk(store), draft.answers[asked.key], draft.answers) or {}
    again = replace(draft, answers={**draft.answers, **facts})
    store.drafts.save(talk.id, again, talk.now)
    return as_new(c.present(talk, form, again, Said(note=talk.voice.say("cabinet-code-again"))))


ACTIONS: Mapping[str, Action] = {"cabinet-forgot": forgot, "cabinet-resend": resend}

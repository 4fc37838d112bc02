"""The way in: language, start, menu, settings, help."""

from collections.abc import Callable, Mapping

from bot.conversation import Conversation
from bot.keyboards import Button, typable
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Said, Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain.accounts import Account
from domain.errors import Refusal
from domain.forms import engine
from domain.forms.model import Draft
from domain.people import Person
from domain.portals import daryn, pavlodar
from domain.ports import LANGS
from domain.store import Store

LANGUAGE = "language"
"""The state of somebody who has been asked for a language."""


Item = Callable[[Talk, Store, Conversation], Says]
"""What a button of the menu does."""


Arrive = Callable[[Talk, Store, Conversation, str], Says | None]
"""Takes what a portal sent somebody here with; None when a text is nothing of the kind."""
ARRIVED = "arrived"
"""Under this the state keeps it while a newcomer chooses a language."""


def routes(conversation: Conversation, items: Mapping[str, Item], arrive: Arrive) -> Routes:
    """`items` are the parts of the portals that the menu leads to."""
    table = Routes()

    @table.command("start", "menu")
    async def start(talk: Talk) -> None:
        await talk.settle(lambda store: arrived(talk, store, talk.text))

    def arrived(talk: Talk, store: Store, text: str) -> Says:
        says = arrive(talk, store, conversation, text)
        return hello(talk, store) if says is None else says

    @table.tap("m")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: choose(talk, store, conversation, items, tap.part(0)))

    @table.tap("go")
    async def go_on(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: resume(talk, store, conversation, tap.part(0)))

    @table.command("language")
    async def language(talk: Talk) -> None:
        await talk.settle(lambda store: ask_language(talk))

    @table.tap("lang")
    async def spoken(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: spoke(talk, store, tap.part(0)))

    def spoke(talk: Talk, store: Store, lang: str) -> Says:
        text = talk.data.get(ARRIVED, "")
        says = speak(talk, store, conversation, lang)
        return arrived(talk, store, text) if text and says else says

    @table.command("settings")
    async def settings(talk: Talk) -> None:
        await talk.settle(lambda store: show_settings(talk, store))

    @table.command("help")
    async def help_(talk: Talk) -> None:
        await talk.settle(lambda store: aside(talk, store, conversation, "help-text"))

    return table


async def refusing(talk: Talk, work: Callable[[Store], Says]) -> None:
    """A refusal outside any form is answered with its sentence and the way on."""

    def safe(store: Store) -> Says:
        try:
            return store.attempt(lambda: work(store))
        except Refusal as refusal:
            return menu(talk, store, above=talk.voice.refusal(refusal))

    await talk.settle(safe)


def aside(talk: Talk, store: Store, conversation: Conversation, words: str) -> Says:
    """Says something on the side; an open form then goes on where it was (rule 14)."""
    return [talk.say(words), *conversation.again(talk, store)]


def ask_language(talk: Talk, arrived: str = "") -> Says:
    """In three languages at once: we don't know yet which one is read. What a newcomer arrived
    with is kept for after that."""
    kept = arrived or talk.data.get(ARRIVED, "")
    rows = [[Button(f"language-name-{lang}", tap("lang", lang))] for lang in LANGS]
    text = "\n".join(talk.house.words.say(lang, "language-ask") for lang in LANGS)
    if (talk.state or "").startswith("form:"):
        talk.enter(talk.state, buttons=typable(talk.house.words, rows))
    else:
        talk.offer(rows)
    if kept:
        talk.enter(talk.state, **{**talk.data, ARRIVED: kept})
    return [message(talk.id, text, keyboard(talk.voice, rows))]


def speak(talk: Talk, store: Store, conversation: Conversation, lang: str) -> Says:
    """Keeps the language; an open form repeats its question in it, answers stay."""
    chosen = next((known for known in LANGS if known == lang), None)
    if chosen is None:
        return []
    store.people.speak(talk.id, chosen, talk.now)
    new = talk.person.language is None
    talk.person = Person(talk.id, chosen, talk.person.account, staff=talk.person.staff)
    talk.toast = talk.house.words.say(chosen, "language-kept")
    if (talk.state or "").startswith("form:"):
        talk.enter(talk.state)
        return conversation.again(talk, store, Said(note=talk.voice.say("language-kept")))
    return menu(talk, store, "start-hello" if new else "language-kept")


def hello(talk: Talk, store: Store) -> Says:
    """Says what this is to whoever has no account yet."""
    known = bool(store.accounts.of(talk.id))
    return menu(talk, store, "menu-title" if known else "start-hello")


def menu(talk: Talk, store: Store, words: str = "menu-title", above: str = "") -> Says:
    """What can be done now, the likeliest first; `above` is the news that leads here. One message:
    after a tap two would stand in the wrong order, the changed one above the new one."""
    accounts = of_olympiad(talk, store)
    account = current(talk, accounts)
    begun = unfinished(talk, store, account)
    rows = [
        *begun,
        *[row for row in account_rows(account) if not (begun and row[0].data == "m|open")],
        *([[Button("button-accounts", "m|accounts")]] if len(accounts) > 1 else []),
        *kindergarten_rows(talk, store),
        [Button("button-school", "m|school")],
        [Button("button-codes", "m|codes")],
        *(staff_rows() if talk.person.staff else []),
        [Button("button-settings", "m|settings"), Button("button-help", "m|help")],
    ]
    talk.offer(rows)
    who = "" if account is None else talk.voice.say("menu-account", name=name_of(account))
    text = paragraphs(above or talk.voice.say(words), who)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def of_olympiad(talk: Talk, store: Store) -> list[Account]:
    """Accounts of the olympiad portal; cabinets of kindergartens are another matter."""
    return [a for a in store.accounts.of(talk.id) if a.portal == daryn.PORTAL]


def kindergarten_rows(talk: Talk, store: Store) -> list[list[Button]]:
    """Straight to a cabinet for who has one; else to the choice of portals."""
    others = {a.portal for a in store.accounts.of(talk.id)} - {daryn.PORTAL, pavlodar.PORTAL}
    own = [[Button(f"button-{portal}", tap("m", portal))] for portal in sorted(others)]
    return own or [[Button("button-kindergarten", "m|kindergarten")]]


def staff_rows() -> list[list[Button]]:
    return [[Button("button-desk", "m|desk")], [Button("button-admission", "m|admission")]]


def current(talk: Talk, accounts: list[Account]) -> Account | None:
    """The account the person acts for; the first if they never chose."""
    chosen = next((a for a in accounts if a.id == talk.person.account), None)
    return chosen or (accounts[0] if accounts else None)


def name_of(account: Account) -> str:
    return f"{account.profile['surname']} {account.profile['given']}"


def unfinished(talk: Talk, store: Store, account: Account | None) -> list[list[Button]]:
    """A button for every draft: go on with it, and how far it is. One of another child's account
    waits until that account is chosen."""
    rows = []
    for draft in store.drafts.of(talk.id):
        form = talk.house.forms.get(draft.form)
        if form is not None and form.review and ours(draft, account):
            held, _ = engine.walk(form, draft)
            arguments = {"step": engine.answered(form, held)}
            rows.append(
                [
                    Button(
                        f"form-{form.name}.go-on",
                        tap("go", form.name),
                        arguments=arguments,
                        style="primary",
                    )
                ]
            )
    return rows


def ours(draft: Draft, account: Account | None) -> bool:
    about = draft.answers.get("account") if draft.form == daryn.APPLY else None
    return about is None or (account is not None and about == account.id)


def account_rows(account: Account | None) -> list[list[Button]]:
    if account is None:
        return [
            [Button("button-open-account", "m|open", style="primary")],
            [Button("button-olympiad-sign-in", "m|sign-in")],
        ]
    if account.confirmed_at is None:
        return [
            [Button("button-confirm-email", "m|confirm", style="primary")],
            [Button("button-profile", "m|profile")],
        ]
    if account.role != "pupil":
        return [[Button("button-profile", "m|profile", style="primary")]]
    return [
        [Button("button-events", "m|events", style="primary")],
        [Button("button-my-events", "m|my")],
        [Button("button-profile", "m|profile")],
    ]


def choose(
    talk: Talk, store: Store, conversation: Conversation, items: Mapping[str, Item], what: str
) -> Says:
    """A button of the menu. Unknown ones (of an older release) open the menu."""
    item = {**OWN_ITEMS, **items}.get(what)
    return item(talk, store, conversation) if item else menu(talk, store)


def sign_in(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the first question: a password asked for alone doesn't say for which account."""
    store.drafts.drop_form(talk.id, daryn.SIGN_IN)
    return c.open(talk, store, daryn.SIGN_IN)


OWN_ITEMS: Mapping[str, Item] = {
    "open": lambda talk, store, c: c.open(talk, store, daryn.ACCOUNT),
    "sign-in": sign_in,
    "settings": lambda talk, store, c: show_settings(talk, store),
    "help": lambda talk, store, c: [talk.say("help-text")],
    "language": lambda talk, store, c: ask_language(talk),
}


def resume(talk: Talk, store: Store, conversation: Conversation, name: str) -> Says:
    """Goes on with a draft where it was left, however long ago."""
    draft = store.drafts.find(talk.id, name) if name in talk.house.forms else None
    if draft is None or not ours(draft, current(talk, of_olympiad(talk, store))):
        return menu(talk, store)
    return conversation.open(talk, store, name)


def show_settings(talk: Talk, store: Store) -> Says:
    signed_in = bool(of_olympiad(talk, store))
    others = [
        [Button("button-sign-out", "m|out")],
        [Button("button-sign-in-other", "m|sign-in"), Button("button-open-other", "m|open")],
    ]
    rows = [
        [Button("button-language", "m|language")],
        [Button("button-my-data", "data|get"), Button("button-forget", "data|forget")],
        *(others if signed_in else []),
        [Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    return [talk.show(Shown(talk.voice.say("settings-title"), keyboard(talk.voice, rows), rows))]

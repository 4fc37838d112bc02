"""The service: what it is, the instruction, signing in, opening the form and filing it."""

from collections.abc import Callable

from adapters.admission import cards
from bot.conversation import Action, Conversation, Finish, as_new
from bot.handlers.account import labels, sent_mark
from bot.handlers.admission import journal, signed
from bot.handlers.menu import Item, menu
from bot.keyboards import GONE, Button
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Said, Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain.accounts import Account
from domain.forms.model import Answers, Desk, Draft
from domain.portals import pavlodar
from domain.store import Store


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("sc")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: choose(talk, store, conversation, tap.part(0)))

    @table.command("school")
    async def school(talk: Talk) -> None:
        await talk.settle(lambda store: page(talk, store))

    return table


def choose(talk: Talk, store: Store, c: Conversation, what: str) -> Says:
    account = mine(talk, store)
    if what == "read":
        return instruction(talk, store)
    if account is None:
        entering = what == "apply"
        return c.open(talk, store, pavlodar.ENTER) if entering else page(talk, store)
    acts: dict[str, Callable[[], Says]] = {
        "apply": lambda: begin(talk, store, c, account),
        "list": lambda: journal.listed(talk, store),
        "out": lambda: sign_out(talk, store, account),
    }
    return acts.get(what, lambda: page(talk, store))()


def sign_out(talk: Talk, store: Store, account: Account) -> Says:
    """The forms begun go too: they hold what the register said of this account's family."""
    store.accounts.sign_out(account.id, talk.id)
    for form in (pavlodar.APPLY, pavlodar.MEND):
        store.drafts.drop_form(talk.id, form)
    return menu(talk, store, above=talk.voice.say("signed-out"))


def mine(talk: Talk, store: Store) -> Account | None:
    accounts = store.accounts.of(talk.id)
    return next((a for a in accounts if a.portal == pavlodar.PORTAL), None)


def item(talk: Talk, store: Store, c: Conversation) -> Says:
    return page(talk, store)


ITEMS: dict[str, Item] = {"school": item}


def page(talk: Talk, store: Store, above: str = "") -> Says:
    """The service: what it gives, and what can be done now."""
    return [talk.show(shown(talk, store, above))]


def shown(talk: Talk, store: Store, above: str = "") -> Shown:
    account = mine(talk, store)
    sent = store.admission.of(talk.id) if account else []
    rows = [
        [Button("button-school-apply", tap("sc", "apply"), style="primary")],
        *([[Button("button-school-journal", tap("sc", "list"))]] if sent else []),
        [Button("button-school-instruction", tap("sc", "read"))],
        *([[Button("button-school-out", tap("sc", "out"))]] if account else []),
        [Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    days = cards.reception(talk.voice, talk.house.admission, talk.house.season)
    text = paragraphs(above, talk.voice.say("school-about"), days)
    return Shown(text, keyboard(talk.voice, rows), rows)


def instruction(talk: Talk, store: Store) -> Says:
    """The full instruction, with the papers of the rules in force."""
    rows = [
        [Button("button-school-apply", tap("sc", "apply"), style="primary")],
        [Button("button-school", tap("sc", "page")), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = told(talk)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def told(talk: Talk) -> str:
    voice, rules = talk.voice, talk.house.admission
    papers = "\n".join(
        f"• {voice.say(f'ask-paper-{p.key}.label')}"
        + ("" if p.required else " " + voice.say("school-paper-if-any"))
        for p in rules.papers
    )
    day = rules.last_day(talk.house.season)
    return voice.say("school-instruction", papers=papers, day=day)


def begin(talk: Talk, store: Store, c: Conversation, account: Account) -> Says:
    """The e-mail, the first time; then the application form, from where it was left."""
    if not account.profile.get("mail"):
        store.drafts.drop_form(talk.id, pavlodar.MAIL)
        return c.open(talk, store, pavlodar.MAIL, account=account.id)
    pavlodar.start(talk.desk(store), account, talk.house.season)
    return c.open(talk, store, pavlodar.APPLY)


def entered(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """By phone the person is in at once, and the reply keyboard goes away; by signature once they
    have signed."""
    if held["way"] == pavlodar.SIGNATURE:
        desk.store.drafts.drop(draft.id)
        return signed.enter(talk, desk.store)
    account = pavlodar.enter_by_phone(desk, draft, held)
    hello = message(talk.id, talk.voice.say("school-signed-in"), GONE)
    return [hello, *as_new(begin(talk, desk.store, Conversation({}, {}), account))]


def mailed(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """The first sign-in is complete: on to the form."""
    account = pavlodar.keep_mail(desk, draft, held)
    if account is None:
        return page(talk, desk.store)
    return begin(talk, desk.store, Conversation({}, {}), account)


def filed(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """The form is complete: what remains is the signature. Its PDF takes a while to draw, which
    no transaction waits for: the link comes when it is asked for, and lives from then on."""
    form = talk.house.forms[draft.form]
    a = pavlodar.file(desk, draft, held, labels(talk, form, held))
    rows = [
        [Button("button-school-sign", tap("sj", "sign", str(a.id)), style="primary")],
        [Button("button-school-open", tap("sj", "open", str(a.id)))],
    ]
    talk.offer(rows)
    return [
        *sent_mark(talk, "school-filed"),
        message(talk.id, talk.voice.say("school-to-sign"), keyboard(talk.voice, rows)),
    ]


FINISHERS: dict[str, Finish] = {
    pavlodar.ENTER: entered,
    pavlodar.MAIL: mailed,
    pavlodar.APPLY: filed,
    pavlodar.MEND: filed,
}


def show_instruction(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    """On the side, while the form asks whether it was read."""
    form = talk.house.forms[draft.form]
    text = message(talk.id, told(talk))
    return [text, *as_new(c.present(talk, form, draft, Said()))]


ACTIONS: dict[str, Action] = {"school-instruction": show_instruction}

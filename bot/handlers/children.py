"""Children of a Smart Nation cabinet: the list, one child, adding, changing, removing."""

from collections.abc import Mapping

from bot.conversation import Conversation, Finish, as_new
from bot.handlers.account import sent_mark
from bot.handlers.menu import Item, menu, refusing
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import cabinets
from domain.accounts import Account, SignInNeeded
from domain.children import (
    ACCOUNT,
    Child,
    change_child,
    child_of,
    keep_child,
    refuse_applied,
    remove_child,
)
from domain.forms.families import PARENT
from domain.forms.model import Answers, Desk, Draft
from domain.portals import snation
from domain.ports import LANGS
from domain.store import Store
from domain.values.iin import Iin


def cabinet(talk: Talk, store: Store) -> Account:
    """The person's own; raises SignInNeeded without one."""
    account = cabinets.mine(talk.desk(store), snation.PORTAL)
    if account is None:
        raise SignInNeeded
    return account


def listed(talk: Talk, store: Store, c: Conversation) -> Says:
    return [talk.show(children(talk, store))]


def children(talk: Talk, store: Store, above: str = "") -> Shown:
    found = store.children.of(cabinet(talk, store).id)
    rows = [
        *[[Button(data=tap("kc", str(c.id)), names=dict.fromkeys(LANGS, c.name))] for c in found],
        [Button("button-child-add", "ka", style="" if found else "primary")],
        [Button("button-snation", tap("m", "snation")), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = talk.voice.say("children-title" if found else "children-none")
    return Shown(paragraphs(above, text), keyboard(talk.voice, rows), rows)


def card(talk: Talk, store: Store, child: Child, above: str = "") -> Shown:
    """One child. The middle of the IIN is hidden: the chat may be looked at."""
    rows = [
        [Button("button-child-apply", tap("m", "snation-apply"), style="primary")],
        [Button("button-child-change", tap("ke", str(child.id)))],
        [Button("button-child-remove", tap("kr", str(child.id)))],
        [Button("button-children", "m|snation-children"), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = talk.voice.say(
        "child-card",
        name=child.name,
        iin=Iin(child.iin).masked,
        born=child.born,
        sex=talk.voice.say(f"child-{child.profile['sex']}"),
    )
    return Shown(paragraphs(above, text), keyboard(talk.voice, rows), rows)


def kept(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    child = keep_child(desk, draft, held)
    above = talk.voice.say("child-kept")
    return [
        *sent_mark(talk, "child-sent"),
        *as_new([talk.show(card(talk, desk.store, child, above))]),
    ]


FINISHERS: Mapping[str, Finish] = {snation.CHILD: kept}
ITEMS: Mapping[str, Item] = {"snation-children": listed}


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("ka", "kc", "ke", "kr", "kd")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: choose(talk, store, conversation, tap))

    return table


def choose(talk: Talk, store: Store, c: Conversation, tap: Tap) -> Says:
    account = cabinet(talk, store)
    if tap.verb == "ka":
        return add(talk, store, c, account)
    child = child_of(talk.desk(store), account.id, row_id(tap.part(0)))
    match tap.verb:
        case "kc":
            return [talk.show(card(talk, store, child))]
        case "ke":
            draft = change_child(talk.desk(store), snation.CHILD, child, account.profile["iin"])
            talk.enter(f"form:{snation.CHILD}")
            return c.present(talk, talk.house.forms[snation.CHILD], draft)
        case "kr":
            refuse_applied(talk.desk(store), child)
            return ask_remove(talk, child)
        case "kd":
            refuse_applied(talk.desk(store), child)
            remove_child(talk.desk(store), child)
            above = talk.voice.say("child-removed", name=child.name)
            return [talk.show(children(talk, store, above))]
        case _:
            return menu(talk, store)


def add(talk: Talk, store: Store, c: Conversation, account: Account) -> Says:
    """A new child; a draft of one that was being changed makes room."""
    draft = store.drafts.find(talk.id, snation.CHILD)
    if draft is not None and draft.answers.get("child") is not None:
        store.drafts.drop(draft.id)
    known = {PARENT: account.profile["iin"], ACCOUNT: account.id}
    return c.open(talk, store, snation.CHILD, **known)


def ask_remove(talk: Talk, child: Child) -> Says:
    rows = [
        [Button("button-child-remove-yes", tap("kd", str(child.id)), style="danger")],
        [Button("button-child-remove-no", tap("kc", str(child.id)))],
    ]
    talk.offer(rows)
    text = talk.voice.say("child-remove-ask", name=child.name)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]

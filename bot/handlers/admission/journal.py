"""The journal: a parent's applications, each with its history and what can be done with it."""

from collections.abc import Awaitable, Callable, Mapping

from adapters.admission import cards
from bot.conversation import Conversation
from bot.handlers.admission import output, signed
from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import audit
from domain.admission import applications
from domain.admission.applications import Application
from domain.portals import pavlodar
from domain.store import Store


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("sj")
    async def chosen(talk: Talk, tap: Tap) -> None:
        if tap.part(0) in DRAWN:
            await DRAWN[tap.part(0)](talk, row_id(tap.part(1)))
            return
        await refusing(talk, lambda store: choose(talk, store, conversation, tap))

    return table


DRAWN: Mapping[str, Callable[[Talk, int], Awaitable[None]]] = {
    "sign": signed.put,
    "pdf": output.application,
    "told": output.decision,
}
"""What needs a PDF: it is drawn before the transaction."""


def choose(talk: Talk, store: Store, c: Conversation, tap: Tap) -> Says:
    """One of the buttons under an application. Raises NoSuchApplication for somebody else's."""
    a = applications.own(store, talk.id, row_id(tap.part(1)))
    acts: dict[str, Callable[[], Says]] = {
        "back": lambda: changing(talk, store, c, a),
        "fix": lambda: mending(talk, store, c, a),
        "undo": lambda: ask_withdraw(talk, a),
        "gone": lambda: withdrawn(talk, store, a),
        "drop": lambda: dropped(talk, store, a),
        "in": lambda: handed_in(talk, store, a),
    }
    return acts.get(tap.part(0), lambda: opened(talk, store, a))()


def listed(talk: Talk, store: Store) -> Says:
    """All applications of the person, the newest first."""
    mine = store.admission.of(talk.id)
    rows = [
        *[[Button(data=tap("sj", "open", str(a.id)), names=short(talk, a))] for a in mine],
        [Button("button-school", tap("sc", "page")), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    lines = [cards.line(talk.voice, a) for a in mine]
    title = talk.voice.say("admission-journal" if mine else "admission-journal-empty")
    text = paragraphs(title, "\n".join(lines))
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def short(talk: Talk, a: Application) -> dict[str, str]:
    """A button's label: the number and the child."""
    label = f"{a.number} · {cards.child_name(a)}" if a.number else cards.child_name(a)
    return dict.fromkeys(("kk", "ru", "en"), label)


def opened(talk: Talk, store: Store, a: Application, above: str = "") -> Says:
    """An application: what it says, why it was refused, what comes next, what happened."""
    rows = [
        *buttons(a),
        *papers(a),
        [Button("button-school-journal", tap("sc", "list")), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    office = store.admission.offices().get(a.school)
    events = store.admission.history(a.id)
    text = paragraphs(
        above,
        cards.card(talk.voice, a),
        cards.why(talk.voice, a),
        cards.next_step(talk.house.teller, talk.voice, a, office, events, talk.now),
        cards.history(talk.voice, events),
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def buttons(a: Application) -> list[list[Button]]:
    """What its parent can do with it now."""
    number = str(a.id)
    if a.status == "signing":
        return [
            [Button("button-school-sign", tap("sj", "sign", number), style="primary")],
            [Button("button-school-back", tap("sj", "back", number))],
            *(
                []
                if a.number
                else [[Button("button-school-drop", tap("sj", "drop", number), style="danger")]]
            ),
        ]
    if a.status == "review":
        return [[Button("button-school-withdraw", tap("sj", "undo", number))]]
    if a.waits_for_originals:
        return [[Button("button-school-handed-in", tap("sj", "in", number), style="primary")]]
    if a.status in ("refused", "withdrawn"):
        anew = [Button("button-school-anew", tap("sc", "apply"))]
        mend = Button("button-school-mend", tap("sj", "fix", number), style="primary")
        return [[mend], anew] if applications.may_mend(a) else [anew]
    return []


def papers(a: Application) -> list[list[Button]]:
    """What can be kept or shown elsewhere, as a PDF."""
    if a.number is None or a.status == "signing":
        return []
    sent = Button("button-school-pdf", tap("sj", "pdf", str(a.id)))
    told = Button("button-school-decision", tap("sj", "told", str(a.id)))
    return [[sent, told] if a.status in output.DECIDED else [sent]]


def changing(talk: Talk, store: Store, c: Conversation, a: Application) -> Says:
    """Back to the answers of what waits for a signature."""
    desk = talk.desk(store)
    applications.reopen(store, a, talk.now)
    if a.number:
        pavlodar.resume_mending(desk, a)
        return c.open(talk, store, pavlodar.MEND)
    pavlodar.resume(desk, a)
    return c.open(talk, store, pavlodar.APPLY)


def mending(talk: Talk, store: Store, c: Conversation, a: Application) -> Says:
    """The form of what staff named. Raises NothingToPutRight."""
    if not applications.may_mend(a):
        raise applications.NothingToPutRight
    applications.refuse_second(store, a.child, a.season, but=a.id)
    pavlodar.start_mending(talk.desk(store), a)
    return c.open(talk, store, pavlodar.MEND)


def ask_withdraw(talk: Talk, a: Application) -> Says:
    """Taking back can't be undone: ask first (rule 17)."""
    rows = [
        [Button("button-school-withdraw-yes", tap("sj", "gone", str(a.id)), style="danger")],
        [Button("button-school-withdraw-no", tap("sj", "open", str(a.id)))],
    ]
    talk.offer(rows)
    text = talk.voice.say("admission-withdraw-ask", number=a.number or "")
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def withdrawn(talk: Talk, store: Store, a: Application) -> Says:
    gone = applications.withdraw(store, a, talk.now)
    return opened(talk, store, gone)


def dropped(talk: Talk, store: Store, a: Application) -> Says:
    """What was never signed leaves no trace."""
    applications.reopen(store, a, talk.now)
    return listed(talk, store)


def handed_in(talk: Talk, store: Store, a: Application) -> Says:
    """The parent says that the originals are at the school."""
    applications.hand_in(store, a, "parent", audit.person(talk.id), talk.now)
    now = applications.own(store, talk.id, a.id)
    return opened(talk, store, now)

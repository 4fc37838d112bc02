"""Attendance of the day: staff mark the children of a kindergarten, each by a tap; parents see the
mark of their own on the kindergarten's card."""

from collections.abc import Mapping
from datetime import date

from adapters.phrases import ALMATY
from bot.handlers import catalogue
from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.render import keyboard
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import audit
from domain.kindergarten_table import keeps
from domain.kindergartens import Kindergarten, Mark, NotInContingent, mark, mark_all
from domain.ports import LANGS
from domain.queue.applications import CandidateId
from domain.staff import NotAllowed
from domain.store import Store

NEXT: Mapping[Mark | None, Mark] = {
    None: "present", "present": "absent", "absent": "ill", "ill": "present",
}  # fmt: skip
"""What a tap makes of a mark."""
SIGNS: Mapping[Mark | None, str] = {None: "▫️", "present": "✅", "absent": "➖", "ill": "🤒"}
LISTED = 8


def routes() -> Routes:
    table = Routes()

    @table.tap("at")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: choose(talk, store, tap))

    return table


def today(talk: Talk) -> date:
    """One day for the whole country: it has one zone."""
    return talk.now.astimezone(ALMATY).date()


def kept(talk: Talk, store: Store, number: str) -> Kindergarten:
    """A kindergarten the person looks after. Raises NotAllowed."""
    k = store.kindergartens.kindergarten(number)
    if k is None or not keeps(store.staff.grants(talk.id), k.locality):
        raise NotAllowed
    return k


def choose(talk: Talk, store: Store, tapped: Tap) -> Says:
    """`at|what|kindergarten|child or page|day|mark's first letter`. A button of another day
    changes nothing; one that is tapped twice marks the same twice."""
    k = kept(talk, store, tapped.part(1))
    page = 0
    match tapped.part(0):
        case "m" if tapped.part(3) == today(talk).isoformat():
            page = marked(talk, store, k, CandidateId(row_id(tapped.part(2))), tapped.part(4))
        case "a" if tapped.part(3) == today(talk).isoformat():
            count = mark_all(store, k.id, today(talk), talk.id, talk.now)
            noted(talk, store, k, {"present": count})
        case "p":
            page = row_id(tapped.part(2))
    return [talk.show(screen(talk, store, k, page))]


def marked(talk: Talk, store: Store, k: Kindergarten, child: CandidateId, said: str) -> int:
    """Marks a child as the button said; answers the page the child is on. Raises
    NotInContingent. The audit tells that somebody marked, not who was ill: it is kept for ever."""
    what = next((known for known in NEXT.values() if known[0] == said), None)
    if what is not None:
        mark(store, k.id, child, today(talk), what, talk.id, talk.now)
        noted(talk, store, k, {"marked": 1})
    order = [e.candidate for e in store.kindergartens.contingent(k.id)]
    if child not in order:
        raise NotInContingent
    return order.index(child) // LISTED


def noted(talk: Talk, store: Store, k: Kindergarten, facts: Mapping[str, object]) -> None:
    told = {**facts, "day": today(talk).isoformat()}
    subject = f"kindergarten:{k.id}"
    store.audit.add(audit.person(talk.id), "attendance.marked", subject, told, talk.now)


def screen(talk: Talk, store: Store, k: Kindergarten, page: int) -> Shown:
    children = store.kindergartens.contingent(k.id)
    marks = store.kindergartens.attendance(k.id, today(talk))
    found = page_of(children, page, LISTED)
    day = today(talk).isoformat()
    rows = [
        *[[child_button(store, k, e.candidate, marks.get(e.candidate), day)] for e in found.items],
        *turning(found, lambda n: tap("at", "p", k.id, str(n))),
        *(
            [[Button("button-attendance-all", tap("at", "a", k.id, "", day), style="success")]]
            if len(marks) < len(children)
            else []
        ),
        [Button("button-kg-card", tap("ki", k.id)), Button("button-menu", "m|menu")],
    ]
    catalogue.offer(talk, rows, k.locality)
    if not children:
        text = talk.voice.say("attendance-none", name=k.names)
        return Shown(text, keyboard(talk.voice, rows), rows)
    counts = {what: sum(m == what for m in marks.values()) for what in NEXT.values()}
    left = len(children) - len(marks)
    text = talk.voice.say("attendance", name=k.names, day=today(talk), left=left, **counts)
    return Shown(text, keyboard(talk.voice, rows), rows)


def child_button(
    store: Store, k: Kindergarten, child: CandidateId, now: Mark | None, day: str
) -> Button:
    c = store.queue.candidate(child)
    name = c.child.name if c is not None else str(child)
    data = tap("at", "m", k.id, str(child), day, NEXT[now][0])
    return Button(data=data, names=dict.fromkeys(LANGS, name), mark=SIGNS[now])


def of_own_children(talk: Talk, store: Store, k: Kindergarten) -> str:
    """What the person's own children were marked today; nothing where none goes there."""
    mine = {c.id: c.child.name for c in store.queue.of(talk.id)}
    there = [e for e in store.kindergartens.goes(list(mine)) if e.kindergarten == k.id]
    if not there:
        return ""
    marks = store.kindergartens.attendance(k.id, today(talk))
    lines = [
        talk.voice.say(
            "attendance-own",
            name=mine[e.candidate],
            group=e.group,
            mark=talk.voice.say(f"attendance-{marks.get(e.candidate, 'unmarked')}"),
        )
        for e in there
    ]
    return "\n".join(lines)

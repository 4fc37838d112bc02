"""Staff decide in the chat: applications by school, one with its papers, accept or refuse."""

from collections.abc import Callable

from adapters.admission import cards
from bot.conversation import Conversation
from bot.handlers import tables
from bot.handlers.admission import decisions
from bot.handlers.admission.staff_card import by, opened, shown_papers
from bot.handlers.menu import Item, refusing
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.admission import desk
from domain.admission.applications import (
    Application,
    ChangedSinceSeen,
    DecidedBefore,
    NoPlaceLeft,
    NotAccepted,
)
from domain.store import Store

LISTED = 10
"""Schools or applications on one page."""
MOST = 200
"""The oldest of a school that wait for a decision, and of those whose originals are awaited: what
is done makes room for others."""


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("sd")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: choose(talk, store, tap))

    return table


def item(talk: Talk, store: Store, c: Conversation) -> Says:
    return schools(talk, store)


ITEMS: dict[str, Item] = {"admission": item}


def choose(talk: Talk, store: Store, tap: Tap) -> Says:
    """What staff tapped; what leads to a decision carries the version they saw. A refusal about an
    application stands above its card as it is now. Raises NotAllowed for whoever may not, and
    NotAmongYours."""
    if tap.part(0) == "all":
        return schools(talk, store, row_id(tap.part(1)))
    if tap.part(0) == "at":
        return at_school(talk, store, tap.part(1), row_id(tap.part(2)))
    a, seen = asked(talk, store, tap.part(1)), row_id(tap.part(2))
    reason, picked = tap.part(3), decisions.ticked(tap.part(4))
    acts: dict[str, Callable[[], Says]] = {
        "yes": lambda: decisions.ask_accept(talk, store, decisions.unchanged(a, seen)),
        "accept": lambda: decisions.accepted(talk, store, a, seen),
        "no": lambda: decisions.ask_reason(talk, decisions.unchanged(a, seen)),
        "why": lambda: decisions.reasoned(talk, decisions.unchanged(a, seen), reason, picked),
        "refuse": lambda: decisions.refused(talk, store, a, seen, reason, picked),
        "in": lambda: decisions.handed_in(talk, store, a),
        "papers": lambda: shown_papers(talk, store, a),
    }
    act = acts.get(tap.part(0), lambda: opened(talk, store, a))
    try:
        return store.attempt(act)
    except (DecidedBefore, ChangedSinceSeen, NoPlaceLeft, NotAccepted) as refusal:
        return opened(talk, store, asked(talk, store, tap.part(1)), talk.voice.refusal(refusal))


def asked(talk: Talk, store: Store, number: str) -> Application:
    """An application that this member of staff may see."""
    return desk.seen(store, by(talk, store), store.admission.load(row_id(number)))


def schools(talk: Talk, store: Store, page: int = 0) -> Says:
    """The schools, those with applications to decide first."""
    ours, counts = desk.schools(store, by(talk, store)), store.admission.counts()
    review = {number: counts.get(number, {}).get("review", 0) for number in ours}
    found = page_of(sorted(ours, key=lambda number: (-review[number], number)), page, LISTED)
    rows = [
        *[
            [
                Button(
                    "button-admission-school",
                    tap("sd", "at", number),
                    arguments={"school": ours[number].names, "count": review[number]},
                )
            ]
            for number in found.items
        ],
        *turning(found, lambda n: tap("sd", "all", str(n))),
        [Button("button-tables", tables.LIST), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = talk.voice.say("admission-staff-schools", count=sum(review.values()))
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def at_school(talk: Talk, store: Store, school: str, page: int = 0) -> Says:
    """A school: its places, what waits for a decision, and whose originals are awaited, till the
    end of the year they were due in."""
    office = desk.school(store, by(talk, store), school)
    waiting = store.admission.at_school(school, "review", MOST)
    owing, count = store.admission.owing(school, talk.house.today().year, MOST)
    found = page_of([*waiting, *owing], page, LISTED)
    rows = [
        *[[opener(a)] for a in found.items],
        *turning(found, lambda n: tap("sd", "at", school, str(n))),
        [Button("button-admission", "m|admission"), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = paragraphs(
        talk.voice.say(
            "admission-staff-school",
            school=office.names,
            waiting=store.admission.counts().get(school, {}).get("review", 0),
            owing=count,
        ),
        places(talk, store, school),
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def opener(a: Application) -> Button:
    mark = "📎" if a.waits_for_originals else ""
    return Button(data=tap("sd", "open", str(a.id)), names=labelled(a), mark=mark)


def labelled(a: Application) -> dict[str, str]:
    label = f"{a.number} · {cards.child_name(a)} · {a.grade} {a.language}"
    return dict.fromkeys(("kk", "ru", "en"), label)


def places(talk: Talk, store: Store, school: str) -> str:
    """How many places each grade and language has left."""
    lines = [
        talk.voice.say(
            "admission-staff-places",
            grade=talk.voice.say(f"grade-{v.grade}"),
            language=talk.voice.say(f"teaching-{v.language}"),
            free=v.free,
            places=v.places,
        )
        for v in store.admission.all_vacancies(talk.house.season)
        if v.school == school
    ]
    return "\n".join(lines)

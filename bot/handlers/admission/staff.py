"""Staff decide in the chat: applications by school, one with its papers, accept or refuse."""

from collections.abc import Callable, Mapping
from typing import Any

from adapters.admission import cards
from adapters.admission.deciding import Deciding
from bot.conversation import Conversation
from bot.handlers import tables
from bot.handlers.menu import Item, refusing
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.paper_documents import document
from bot.render import Call, keyboard, paragraphs
from bot.routes import Routes
from bot.screens import OPEN, TICKED, Shown
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
from domain.admission.desk import Officer
from domain.admission.reasons import ABOUT_PAPERS, PAPER, REASONS
from domain.store import Store
from domain.values.phone import Phone

LISTED = 10
"""Schools or applications on one page."""
MOST = 200
"""The oldest of a school that wait for a decision, and of those whose originals are awaited: what
is done makes room for others."""
BITS = "0123456789abcdefghijklmnopqrstuv"
"""Ticked papers travel in the button as one character: bits over the application's papers."""


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
    acts: dict[str, Callable[[], Says]] = {
        "yes": lambda: ask_accept(talk, store, unchanged(a, seen)),
        "accept": lambda: accepted(talk, store, a, seen),
        "no": lambda: ask_reason(talk, unchanged(a, seen)),
        "why": lambda: reasoned(talk, unchanged(a, seen), tap.part(3), ticked(tap.part(4))),
        "refuse": lambda: refused(talk, store, a, seen, tap.part(3), ticked(tap.part(4))),
        "in": lambda: handed_in(talk, store, a),
        "papers": lambda: shown_papers(talk, store, a),
    }
    act = acts.get(tap.part(0), lambda: opened(talk, store, a))
    try:
        return store.attempt(act)
    except (DecidedBefore, ChangedSinceSeen, NoPlaceLeft, NotAccepted) as refusal:
        return opened(talk, store, asked(talk, store, tap.part(1)), talk.voice.refusal(refusal))


def unchanged(a: Application, seen: int) -> Application:
    """Raises ChangedSinceSeen: the card they tapped shows what isn't so any more."""
    if a.status == "review" and a.version != seen:
        raise ChangedSinceSeen(a.number or "")
    return a


def deed(act: str, a: Application, *parts: str) -> str:
    return tap("sd", act, str(a.id), str(a.version), *parts)


def by(talk: Talk, store: Store) -> Officer:
    return desk.officer(store, talk.id)


def asked(talk: Talk, store: Store, number: str) -> Application:
    """An application that this member of staff may see."""
    return desk.seen(store, by(talk, store), store.admission.load(row_id(number)))


def deciding(talk: Talk, store: Store) -> Deciding:
    return Deciding(talk.house.teller, store, by(talk, store), talk.now)


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
        for v in store.admission.all_vacancies()
        if v.school == school
    ]
    return "\n".join(lines)


def opened(talk: Talk, store: Store, a: Application, above: str = "") -> Says:
    """An application as staff need it: who, what, the address, the papers, the places left."""
    number = str(a.id)
    decide = [
        [Button("button-admission-accept", deed("yes", a), style="success")],
        [Button("button-admission-refuse", deed("no", a), style="danger")],
    ]
    rows = [
        [Button("button-admission-papers", tap("sd", "papers", number))],
        *(decide if a.status == "review" else []),
        *(
            [[Button("button-admission-handed-in", tap("sd", "in", number))]]
            if a.waits_for_originals
            else []
        ),
        [Button("button-admission-to-school", tap("sd", "at", a.school))],
    ]
    talk.offer(rows)
    events = cards.history(talk.voice, store.admission.history(a.id))
    text = paragraphs(above, full(talk, store, a), cards.why(talk.voice, a), events)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def full(talk: Talk, store: Store, a: Application) -> str:
    content = a.content
    vacancy = store.admission.vacancy(a.school, a.grade, a.language)
    return paragraphs(
        cards.card(talk.voice, a, "mending" if a.status == "signing" else ""),
        talk.voice.say(
            "admission-staff-card",
            applicant=content["labels"].get("applicant_right", ""),
            phone=Phone.read(content["phone"]).spaced,
            mail=content["mail"],
            address=address(a),
            basis=talk.voice.say(f"basis-{content['basis']['by']}"),
            free=vacancy.free if vacancy else 0,
        ),
    )


def address(a: Application) -> str:
    home = a.content.get("home")
    return f"{home['street']}, {home['house']}" if home else "-"


def shown_papers(talk: Talk, store: Store, a: Application) -> Says:
    """Each paper as a PDF below the card, named by its question."""
    found = desk.papers(a)
    desk.opened_papers(store, by(talk, store), a, list(found), talk.now)
    return [paper(talk, key, kept) for key, kept in found.items()]


def paper(talk: Talk, key: str, kept: Mapping[str, Any]) -> Call:
    caption = talk.voice.say(f"{cards.words_of(key)}.label")
    return document(talk, kept["file"], key.removeprefix(PAPER), caption)


def ask_accept(talk: Talk, store: Store, a: Application) -> Says:
    """An acceptance takes a place and is told to the parent at once: ask first (rule 17)."""
    rows = [
        [Button("button-admission-accept-yes", deed("accept", a), style="success")],
        [Button("button-admission-back", tap("sd", "open", str(a.id)))],
    ]
    talk.offer(rows)
    vacancy = store.admission.vacancy(a.school, a.grade, a.language)
    text = talk.voice.say(
        "admission-staff-accept-ask",
        child=cards.child_name(a),
        school=cards.school_names(a),
        free=vacancy.free if vacancy else 0,
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def accepted(talk: Talk, store: Store, a: Application, seen: int) -> Says:
    return opened(talk, store, deciding(talk, store).accept(a, seen))


def ask_reason(talk: Talk, a: Application) -> Says:
    """The list of reasons; those about papers ask next which ones."""
    rows = [
        *[[Button(f"reason-{reason}", deed("why", a, reason, "0"))] for reason in REASONS],
        [Button("button-admission-back", tap("sd", "open", str(a.id)))],
    ]
    talk.offer(rows)
    text = talk.voice.say("admission-staff-reason", child=cards.child_name(a))
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def reasoned(talk: Talk, a: Application, reason: str, picked: int) -> Says:
    """Which papers, and then: refuse?"""
    if reason not in REASONS:
        return ask_reason(talk, a)
    about_papers = reason in ABOUT_PAPERS
    rows = [
        *(paper_rows(a, reason, picked) if about_papers else []),
        *(
            [
                [
                    Button(
                        "button-admission-refuse-yes",
                        deed("refuse", a, reason, BITS[picked]),
                        style="danger",
                    )
                ]
            ]
            if picked or not about_papers
            else []
        ),
        [Button("button-admission-back", deed("no", a))],
    ]
    talk.offer(rows)
    words = "admission-staff-which" if about_papers else "admission-staff-refuse-ask"
    text = talk.voice.say(
        words, reason=talk.voice.say(f"reason-{reason}"), child=cards.child_name(a)
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def paper_rows(a: Application, reason: str, picked: int) -> list[list[Button]]:
    return [
        [
            Button(
                f"{cards.words_of(key)}.label",
                deed("why", a, reason, BITS[picked ^ (1 << at)]),
                mark=TICKED if picked >> at & 1 else OPEN,
            )
        ]
        for at, key in enumerate(papers_of(a))
    ]


def papers_of(a: Application) -> list[str]:
    """The papers that came with it, always in the same order; five bits are enough."""
    return sorted(key for key in a.content if key.startswith(PAPER) and a.content[key])[:5]


def ticked(text: str) -> int:
    return BITS.index(text) if len(text) == 1 and text in BITS else 0


def refused(talk: Talk, store: Store, a: Application, seen: int, reason: str, picked: int) -> Says:
    papers = [key for at, key in enumerate(papers_of(a)) if picked >> at & 1]
    if reason not in REASONS or (reason in ABOUT_PAPERS and not papers):
        return ask_reason(talk, unchanged(a, seen))
    return opened(talk, store, deciding(talk, store).refuse(a, reason, papers, seen))


def handed_in(talk: Talk, store: Store, a: Application) -> Says:
    """Staff have the originals: the parent is thanked, once."""
    return opened(talk, store, deciding(talk, store).hand_in(a))

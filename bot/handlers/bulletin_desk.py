"""The queue's staff in the chat: publishing a vacant place, referrals of a kindergarten up to
enrolment, benefits that wait for a decision."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import get_args

from bot.conversation import Conversation, Finish, as_new
from bot.handlers.menu import refusing
from bot.handlers.vacancies import screen
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.paper_documents import document
from bot.render import paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.table_faults import sample
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import bulletin_desk as desk
from domain.forms.model import Answers, Desk, Draft
from domain.kindergartens import Kindergarten
from domain.papers import Kept
from domain.portals import bulletins as forms
from domain.ports import LANGS
from domain.queue import benefits
from domain.queue.applications import Candidate, CandidateId
from domain.queue.benefits import TO_CHECK, RefusedBecause
from domain.queue.life import Event, NotNow, State, may
from domain.queue.referrals import ReferralGone, ReferralLapsed
from domain.queue.windows import Rules
from domain.staff import NotAllowed
from domain.store import Store
from domain.vacancy_table import KIND as VACANCIES

LISTED = 8
MOST = 10_000
"""More than any kindergarten has referrals, or a place benefits to look at."""
HERE, NEW = "vd", "vp"
REGISTER, ENROL, CONFIRM, WHY, REFUSE, ASK_FALSE, FALSE, CHILD = (
    "vg", "ve", "vy", "vn", "vz", "vf", "vx", "vr",
)  # fmt: skip
BENEFITS, PAPERS = "vb", "vo"
ASK_LEFT, LEFT = "vq", "vk"
CHILDREN, VACANT = "vl", "vu"


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap(HERE)
    async def opened(talk: Talk, tap: Tap) -> None:
        await refusing(
            talk, lambda store: [talk.show(here(talk, store, tap.part(0), page=page(tap)))]
        )

    @table.tap(NEW)
    async def publishing(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: begin(talk, store, conversation, tap.part(0)))

    @table.tap(BENEFITS)
    async def waiting(talk: Talk, tap: Tap) -> None:
        await refusing(
            talk, lambda store: [talk.show(to_check(talk, store, tap.part(0), page=page(tap)))]
        )

    @table.tap(PAPERS)
    async def opened_papers(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: papers(talk, store, CandidateId(row_id(tap.part(0)))))

    @table.tap(CHILD, *DEEDS)
    async def decided(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: [talk.show(decide(talk, store, tap))])

    return table


def kept(talk: Talk, store: Store, number: str) -> Kindergarten:
    """A kindergarten this person looks after. Raises NotAllowed."""
    k = store.kindergartens.kindergarten(number)
    if k is None or not desk.clerk(store, talk.id).keeps(k.locality):
        raise NotAllowed
    return k


def page(tapped: Tap) -> int:
    return int(tapped.part(1)) if tapped.part(1).isdecimal() else 0


def here(talk: Talk, store: Store, number: str, above: str = "", page: int = 0) -> Shown:
    """A kindergarten: a new vacant place, and the referrals to it."""
    k = kept(talk, store, number)
    listed = store.referrals.at_kindergarten(k.id, MOST)
    found = page_of(listed, page, LISTED)
    rows = [
        [Button("button-vacancy-publish", tap(NEW, k.id), style="primary")],
        *[[child_button(store, r.candidate, r.number)] for r in found.items],
        *turning(found, lambda n: tap(HERE, k.id, str(n))),
        *ending(store, k),
        [sample(talk, VACANCIES)],
        [Button("button-kg-card", tap("ki", k.id)), Button("button-menu", "m|menu")],
    ]
    text = talk.voice.say("desk-referrals", kindergarten=k.names, count=len(listed))
    return screen(talk, paragraphs(above, text), rows)


def ending(store: Store, k: Kindergarten) -> list[list[Button]]:
    """What there is to end here: a child's going there, a vacancy."""
    goes, vacant = store.kindergartens.contingent(k.id), store.bulletins.of_kindergarten(k.id)
    return [
        *([[Button("button-desk-vacant", tap(VACANT, k.id))]] if vacant else []),
        *([[Button("button-desk-children", tap(CHILDREN, k.id))]] if goes else []),
    ]


def child_button(store: Store, candidate: CandidateId, number: str) -> Button:
    c = store.queue.candidate(candidate)
    label = f"№ {number} · {c.child.name}" if c is not None else f"№ {number}"
    return Button(data=tap(CHILD, str(candidate)), names=dict.fromkeys(LANGS, label))


def begin(talk: Talk, store: Store, c: Conversation, number: str) -> Says:
    """From the first question: what was begun for another kindergarten isn't about this one."""
    k = kept(talk, store, number)
    store.drafts.drop_form(talk.id, forms.PUBLISH)
    about = {"kindergarten": k.id, "kinds": list(k.kinds), "languages": list(k.languages)}
    return c.open(talk, store, forms.PUBLISH, **about)


def published(talk: Talk, on: Desk, draft: Draft, held: Answers) -> Says:
    number = str(draft.answers["kindergarten"])
    new = forms.vacancy_of(draft.id, number, held)
    by = desk.clerk(on.store, talk.id)
    v, told = desk.publish(on.store, by, new, talk.house.rules, on.now)
    on.store.drafts.drop(draft.id)
    said = talk.voice.say("desk-published", told=told, closes=v.closes)
    return as_new([talk.show(here(talk, on.store, number, said))])


FINISHERS: Mapping[str, Finish] = {forms.PUBLISH: published}


def to_check(talk: Talk, store: Store, place: str, above: str = "", page: int = 0) -> Shown:
    """Benefits of a place that wait for a decision, the most urgent first."""
    if not desk.clerk(store, talk.id).keeps(place):
        raise NotAllowed
    found = page_of(store.queue.claimed(place, MOST), page, LISTED)
    rows = [
        *[[child_button(store, c.id, c.number)] for c in found.items],
        *turning(found, lambda n: tap(BENEFITS, place, str(n))),
        [Button("button-kg-home", tap("kg", "h", place)), Button("button-menu", "m|menu")],
    ]
    text = talk.voice.say("desk-benefits" if found.items else "desk-benefits-none")
    return screen(talk, paragraphs(above, text), rows)


def child(talk: Talk, store: Store, c: Candidate, above: str = "") -> Shown:
    """One child of an application, as staff need it, and what they can do."""
    facts = [
        talk.voice.say("desk-child", number=c.number, child=c.child.name, born=c.child.born),
        talk.voice.say("desk-state", state=talk.voice.say(f"desk-is-{c.state.replace('_', '-')}")),
        benefit_line(talk, c),
        referral_line(talk, store, c),
    ]
    opens = [Button("button-desk-papers", tap(PAPERS, str(c.id)))]
    opened = [opens] if benefits.papers(store, c) else []
    rows = [*opened, *deeds(talk, store, c), *ways(store, c)]
    text = paragraphs(above, "\n".join(f for f in facts if f))
    return screen(talk, text, rows)


def papers(talk: Talk, store: Store, number: CandidateId) -> Says:
    """What the family sent, a PDF each below the card, named by its question."""
    found = desk.papers(store, desk.clerk(store, talk.id), number, talk.now)
    return [document(talk, p.name, p.field, caption(talk, p)) for p in found]


def caption(talk: Talk, p: Kept) -> str:
    asked = (f for form in talk.house.forms.values() for f in form.fields if f.key == p.field)
    words = next((f"{f.message}.label" for f in asked), "paper-of-application")
    sent = "paper-sent-again" if p.holder.endswith(benefits.AGAIN) else "paper-sent"
    return f"{talk.voice.say(words)}, {talk.voice.say(sent, at=p.created)}"


def benefit_line(talk: Talk, c: Candidate) -> str:
    if c.benefit is None or c.benefit_state is None:
        return ""
    return talk.voice.say(
        f"desk-benefit-{c.benefit_state}",
        benefit=talk.voice.say(f"benefit-{c.benefit.replace('_', '-')}"),
    )


def referral_line(talk: Talk, store: Store, c: Candidate) -> str:
    r = store.referrals.of(c.id)
    v = None if r is None else store.bulletins.vacancy(r.vacancy)
    k = None if v is None else store.kindergartens.kindergarten(v.kindergarten)
    if r is None or v is None or k is None:
        return ""
    names = {"kindergarten": k.names, "group": v.group}
    return talk.voice.say("desk-referral", number=r.number, due=r.due, **names)


def deeds(talk: Talk, store: Store, c: Candidate) -> list[list[Button]]:
    number = str(c.id)
    rows = []
    if c.state is State.REFERRED:
        rows.append([Button("button-desk-register", tap(REGISTER, number), style="success")])
    if c.state is State.REGISTERED:
        rows.append([Button("button-desk-enrol", tap(ENROL, number), style="success")])
    if c.state is State.ENROLLED:
        rows.append([Button("button-desk-left", tap(ASK_LEFT, number))])
    if c.benefit_state in TO_CHECK:
        mark = mark_of(store, c)
        rows.append([Button("button-desk-confirm", tap(CONFIRM, number, mark), style="success")])
        rows.append([Button("button-desk-refuse", tap(WHY, number, mark))])
    if may_be_false(talk, c):
        rows.append([Button("button-desk-false", tap(ASK_FALSE, number, mark_of(store, c)))])
    return rows


def may_be_false(talk: Talk, c: Candidate) -> bool:
    """Whether there is a claim, proven or not, and it can still be found false."""
    claimed = c.benefit_state is not None and c.benefit_state != "false"
    return claimed and may(talk.house.rules.of(c.locality).life, c.state, Event.FALSE_BENEFIT)


def mark_of(store: Store, c: Candidate) -> str:
    """What tells the papers of a benefit from those the family sends next. A decision's button
    carries it (decision 0010)."""
    sent = [f"{p.name} {p.created.isoformat()}" for p in benefits.papers(store, c)]
    told = "\n".join([c.benefit_state or "", *sent])
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def as_seen(deed: "Deed") -> "Deed":
    """Decides on what the card showed: other papers are to be looked at first."""

    def decided(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Shown:
        if c.benefit_state in TO_CHECK and tapped.part(1) != mark_of(store, c):
            return child(talk, store, c, talk.voice.say("desk-benefit-sent-since"))
        return deed(talk, store, c, tapped)

    return decided


def ways(store: Store, c: Candidate) -> list[list[Button]]:
    """Back to where the child is one of several."""
    r = store.referrals.of(c.id)
    v = None if r is None else store.bulletins.vacancy(r.vacancy)
    back = [] if v is None else [[Button("button-desk-referrals", tap(HERE, v.kindergarten))]]
    return [
        *back,
        [
            Button("button-desk-benefits", tap(BENEFITS, c.locality)),
            Button("button-menu", "m|menu"),
        ],
    ]


def decide(talk: Talk, store: Store, tapped: Tap) -> Shown:
    number, by = CandidateId(row_id(tapped.part(0))), desk.clerk(store, talk.id)
    deed = DEEDS.get(tapped.verb)
    if deed is None:
        return child(talk, store, desk.held(store, by, number))
    c = desk.held(store, by, number)
    try:
        return store.attempt(lambda: deed(talk, store, c, tapped))
    except (ReferralGone, ReferralLapsed, NotNow):
        now = desk.held(store, by, number)
        return child(talk, store, now, talk.voice.say("desk-changed"))


def ask_left(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Shown:
    if c.state is not State.ENROLLED:
        raise NotNow(c.number, c.state)
    rows = [
        [Button("button-desk-left-yes", tap(LEFT, str(c.id)), style="danger")],
        [Button("button-desk-left-no", tap(CHILD, str(c.id)))],
    ]
    return screen(talk, talk.voice.say("desk-left-ask", child=c.child.name), rows)


def ask_why(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Shown:
    number, mark = str(c.id), mark_of(store, c)
    rows = [
        *[
            [Button(f"benefit-because-{why.replace('_', '-')}", tap(REFUSE, number, mark, why))]
            for why in get_args(RefusedBecause)
        ],
        [Button("button-back", tap(CHILD, number))],
    ]
    return screen(talk, talk.voice.say("desk-refuse-why", child=c.child.name), rows)


def refuse(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Shown:
    because = next((w for w in get_args(RefusedBecause) if w == tapped.part(2)), None)
    if because is None:
        return ask_why(talk, store, c, tapped)
    by = desk.clerk(store, talk.id)
    done = desk.refuse_benefit(store, by, c.id, because, talk.house.rules, talk.now)
    return child(talk, store, done, talk.voice.say("desk-decided"))


def ask_false(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Shown:
    number, mark = str(c.id), mark_of(store, c)
    rows = [
        [Button("button-desk-false-yes", tap(FALSE, number, mark), style="danger")],
        [Button("button-desk-false-no", tap(CHILD, number))],
    ]
    return screen(talk, talk.voice.say("desk-false-ask", child=c.child.name), rows)


Act = Callable[[Store, desk.Clerk, CandidateId, Rules, datetime], Candidate]
Deed = Callable[[Talk, Store, Candidate, Tap], Shown]


def done(act: Act, said: str) -> Deed:
    """What the desk does at once, and the card after it."""

    def work(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Shown:
        by = desk.clerk(store, talk.id)
        now = act(store, by, c.id, talk.house.rules, talk.now)
        return child(talk, store, now, talk.voice.say(said))

    return work


DEEDS: Mapping[str, Deed] = {
    REGISTER: done(desk.register, "desk-registered"),
    ENROL: done(desk.enrol, "desk-enrolled"),
    ASK_LEFT: ask_left,
    LEFT: done(desk.left, "desk-left-done"),
    CONFIRM: as_seen(done(desk.confirm_benefit, "desk-decided")),
    WHY: as_seen(ask_why),
    REFUSE: as_seen(refuse),
    ASK_FALSE: as_seen(ask_false),
    FALSE: as_seen(done(desk.false_benefit, "desk-decided")),
}

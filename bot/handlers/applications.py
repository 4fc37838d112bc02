"""Applications to kindergarten queues: the journal, the archive, one application and what can be
done with it."""

from collections.abc import Callable, Mapping, Sequence

from adapters.bulletin_words import REFERRAL, SEND_AGAIN, VACANCIES
from bot.conversation import Conversation
from bot.handlers import places, voucher_rows
from bot.handlers.menu import Item
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import tap
from domain.queue.applications import Candidate
from domain.queue.benefits import may_send_again
from domain.queue.life import ENDED, HOLDING, STEPS, State, step_of
from domain.queue.looking import Look
from domain.store import Store

DONE, NOW, TO_COME = "✅", "▶️", "▫️"


def ended_ones(c: Candidate) -> bool:
    return c.state in ENDED


def referred_ones(c: Candidate) -> bool:
    return c.state in HOLDING


def listing(portal: str, title: str, none: str, which: Callable[[Candidate], bool]) -> Item:
    """A list of the portal's applications, the newest first."""

    def item(talk: Talk, store: Store, c: Conversation) -> Says:
        found = [one for one in store.queue.of(talk.id) if one.portal == portal and which(one)]
        rows = [
            *[[places.opening(one)] for one in found],
            [Button(f"button-{portal}", tap("m", portal)), Button("button-menu", "m|menu")],
        ]
        talk.offer(rows)
        text = talk.voice.say(title if found else none)
        return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]

    return item


WAITING = ("applications", "applications-none", places.open_one)

ITEMS: Mapping[str, Item] = {
    "indigo-applications": listing("indigo", *WAITING),
    "akmola-applications": listing("akmola", "journal", "journal-none", lambda c: True),
    "snation-applications": listing("snation", *WAITING),
    "snation-archive": listing("snation", "archive", "archive-none", ended_ones),
    "snation-referrals": listing("snation", "referrals", "referrals-none", referred_ones),
}


def shown(talk: Talk, store: Store, c: Candidate, news: str = "") -> Shown:
    """One child of an application: where it stands, and what can be done now. What has just been
    done is told by the buttons: the top of so long a card is off a phone's screen."""
    seen = places.looked(talk, store, c)
    rows = [
        *deeds(c),
        *places.subscribing(c, seen),
        [
            Button(f"button-{c.portal}-applications", tap("m", f"{c.portal}-applications")),
            Button("button-menu", "m|menu"),
        ],
    ]
    places.beside(talk, rows)
    text = paragraphs(facts(talk, c), standings(talk, store, c, seen), steps(talk, c), news)
    return Shown(text, keyboard(talk.voice, rows), rows)


def facts(talk: Talk, c: Candidate) -> str:
    key = c.entries[0].key
    languages = [talk.voice.say(f"group-language-{e.key.language}") for e in c.entries]
    card = talk.voice.say(
        "application-card",
        number=c.number,
        child=c.child.name,
        applied=c.applied,
        place=talk.house.atlas.place(c.locality).names,
        group=talk.voice.say(f"group-{key.kind}"),
        languages=", ".join(languages),
        rank=talk.voice.say(f"rank-{c.rank.name.lower().replace('_', '-')}"),
    )
    said = c.interested if c.counted and not c.awaited else None
    wanted = "" if said is None else talk.voice.say("interest-said", at=said)
    return "\n".join(filter(None, (card, benefit(talk, c), wanted)))


def benefit(talk: Talk, c: Candidate) -> str:
    """The benefit that is claimed, and what staff made of it."""
    if c.benefit is None or c.benefit_state is None:
        return ""
    name = talk.voice.say(f"benefit-{c.benefit.replace('_', '-')}")
    return talk.voice.say(f"application-benefit-{c.benefit_state}", benefit=name)


def standings(talk: Talk, store: Store, c: Candidate, seen: Sequence[Look]) -> str:
    """The place of the child; of twins each one's, for they stand next to each other."""
    family = store.queue.application(c.application).candidates
    if len(family) == 1:
        return places.standing(talk, c, seen)
    return "\n\n".join(
        f"{talk.voice.say('place-of-child', child=one.child.name)}\n"
        + places.standing(talk, one, seen if one.id == c.id else places.looked(talk, store, one))
        for one in family
    )


def steps(talk: Talk, c: Candidate) -> str:
    """Smart Nation's five steps, the present one marked; a child that is enrolled has made all."""
    at = step_of(c.state)
    if at is None:
        return ""
    done = len(STEPS) if c.state is State.ENROLLED else at
    marks = [DONE if n < done else NOW if n == at else TO_COME for n in range(len(STEPS))]
    voucher = talk.house.rules.of(c.locality).life == "voucher"
    named = ["voucher" if voucher and step == "bulletin" else step for step in STEPS]
    return "\n".join(
        f"{mark} {talk.voice.say(f'step-{step}')}" for mark, step in zip(marks, named, strict=True)
    )


def deeds(c: Candidate) -> list[list[Button]]:
    """What the parent may do now."""
    rows = [*voucher_rows.answering(c), *voucher_rows.choosing(c)]
    if c.state in HOLDING:
        rows.append([referral_button(c)])
    if c.state in (State.QUEUED, State.APPLIED):
        rows.append([Button("button-vacancies", VACANCIES)])
        rows.append([places.interested(c)])
    if may_send_again(c):
        rows.append([Button("button-benefit-again", tap(SEND_AGAIN, str(c.id)))])
    if c.state is State.INACTIVE:
        rows.append([Button("button-restore", tap("qr", str(c.id)), style="primary")])
    if c.state not in ENDED and c.state is not State.VOUCHER:
        rows.append([Button("button-withdraw-application", tap("qw", str(c.id)))])
    return rows


def referral_button(c: Candidate) -> Button:
    return Button(
        "button-referral",
        tap(REFERRAL, str(c.id)),
        arguments={"child": c.child.name},
        style="primary",
    )

"""What staff see and decide: schools that pupils said are missing."""

from collections.abc import Mapping
from typing import Any

from adapters.voice import Voice
from bot.conversation import Conversation
from bot.keyboards import Button
from bot.render import Call, keyboard, message
from bot.routes import Routes
from bot.talk import House, Says, Talk
from bot.taps import Tap, row_id, tap
from domain import audit, staff
from domain.outbox import Lane, Notice
from domain.people import AccountId, PersonId
from domain.portals import daryn
from domain.ports import Lang
from domain.schools import UNLISTED, SchoolRequest
from domain.store import Store

MOST_SHOWN = 5
"""Questions shown at once: each is a message of its own."""


def routes() -> Routes:
    table = Routes()

    @table.tap("sa", "sn")
    async def decided(talk: Talk, tap: Tap) -> None:
        decision = "added" if tap.verb == "sa" else "not-a-school"
        await talk.settle(lambda store: decide(talk, store, tap.part(0), decision))

    return table


def school_asked(house: House, lang: Lang, officer: PersonId, asked: SchoolRequest) -> Call:
    """The question to staff. It names the place and the school, and nobody."""
    voice = Voice(house.words, lang)
    rows = [
        [Button("button-school-add", tap("sa", str(asked.id)), style="success")],
        [Button("button-school-refuse", tap("sn", str(asked.id)))],
    ]
    place = ", ".join(p.name(lang) for p in house.atlas.path(asked.locality))
    text = voice.say("staff-school-asked", school=asked.name, place=place)
    return message(officer, text, keyboard(voice, rows))


def waiting(talk: Talk, store: Store, conversation: Conversation) -> Says:
    """The schools that wait for a decision, each with its buttons."""
    mine = staff.beginnings(store.staff.grants(talk.id), daryn.PORTAL, "school")
    if not mine:
        return [talk.say("staff-only")]
    asked = store.staff.undecided(mine, MOST_SHOWN)
    if not asked:
        return [talk.say("staff-nothing-waits")]
    return [school_asked(talk.house, talk.lang, talk.id, request) for request in asked]


def decide(talk: Talk, store: Store, number: str, decision: str) -> Says:
    """Decides once; a second tap, or somebody who is no staff, changes nothing."""
    asked = store.staff.school_request(row_id(number))
    place = asked.locality if asked else staff.EVERYWHERE
    if not staff.may(store.staff.grants(talk.id), daryn.PORTAL, place, "school"):
        return [talk.say("staff-only")]
    request = store.staff.decide_request(row_id(number), decision, talk.id, talk.now)
    if request is None:
        return [talk.say("staff-decided-before")]
    if decision == "added":
        add_school(store, request)
    tell_pupil(talk, store, request, decision)
    by = audit.person(talk.id)
    store.audit.add(by, f"school.{decision}", f"school-request:{request.id}", {}, talk.now)
    return [talk.say(f"staff-school-{decision}", school=request.name)]


def add_school(store: Store, request: SchoolRequest) -> None:
    """Lists the school, and puts it into the account that asked for it."""
    number = f"asked-{request.id}"
    store.schools.put(
        [
            {
                "id": number,
                "locality": request.locality,
                "name_kk": request.name,
                "name_ru": request.name,
                "name_en": request.name,
                "languages": "",
            }
        ]
    )
    account = store.accounts.load(AccountId(request.account)) if request.account else None
    if account is not None and waits_for(account.profile, request):
        said = {**account.profile["labels"], "school": request.name}
        known = {"school": number, "school_name": None, "labels": said}
        store.accounts.change_profile(account, known)


def waits_for(profile: Mapping[str, Any], request: SchoolRequest) -> bool:
    """Whether the account still names this school; the pupil may have chosen another since."""
    asked = (UNLISTED, request.locality, request.name)
    return asked == tuple(profile.get(key) for key in ("school", "locality", "school_name"))


def tell_pupil(talk: Talk, store: Store, request: SchoolRequest, decision: str) -> None:
    voice = Voice(talk.house.words, store.people.language(request.person) or "kk")
    text = voice.say(f"school-{decision}", school=request.name)
    store.outbox.add(Notice(request.person, message(request.person, text), Lane.URGENT), talk.now)

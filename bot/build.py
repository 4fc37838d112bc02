"""Puts the bot together: its routes, its forms' endings, what Telegram shows of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from adapters.db.store import Store
from adapters.signed import Finish
from adapters.telegram import Telegram
from adapters.words import Words
from bot.conversation import Conversation
from bot.dispatch import Dispatch
from bot.handlers import (
    account,
    applications,
    applying,
    attendance,
    cabinets,
    check,
    children,
    codes,
    colleagues,
    desk,
    events,
    following,
    form,
    kindergarten,
    linking,
    menu,
    notices,
    privacy,
    proposals,
    referrals,
    reminders,
    signing,
    staff,
    statistics,
    tables,
    towns,
    vacancies,
)
from bot.routes import Routes
from domain.forms.cabinets import Tools
from domain.forms.lists import PlaceChoices
from domain.forms.model import Choice, Form
from domain.outbox import Notice
from domain.portals import akmola, daryn, indigo, snation
from domain.portals import desk as desk_forms
from domain.portals import linking as linking_form
from domain.ports import LANGS, Lang, MobileCitizens, PopulationRegister
from domain.queue.windows import Rules
from domain.signatures import Verdict
from domain.signing_sessions import SigningSession

Signed = Callable[[Words, Store, SigningSession, Verdict], Sequence[Notice]]

COMMANDS = (
    "start",
    "events",
    "my",
    "codes",
    "kindergartens",
    "vacancies",
    "check",
    "language",
    "settings",
    "back",
    "cancel",
    "why",
    "help",
    "mydata",
    "forget",
    "privacy",
    "terms",
)

ITEMS: Mapping[str, menu.Item] = {
    "confirm": account.confirm_again,
    "profile": account.profile,
    "accounts": account.choose_account,
    "out": account.sign_out,
    "events": events.offered_events,
    "my": events.my_events,
    "codes": codes.item,
    **cabinets.ITEMS,
    **children.ITEMS,
    **towns.ITEMS,
    **applications.ITEMS,
    **applying.ITEMS,
    **vacancies.ITEMS,
    "staff": staff.waiting,
    "desk": desk.item,
    "check": check.item,
}


AGAIN: Mapping[str, signing.Again] = {}
"""How each sort of document is put before the person once more."""
SIGNED: Mapping[str, Signed] = {}
"""What the signature of each sort of document leads to."""


def finish(words: Words) -> Finish:
    """What a signature leads to, by the sort of its document."""

    def finished(store: Store, session: SigningSession, verdict: Verdict) -> Sequence[Notice]:
        return SIGNED[session.wish.kind](words, store, session, verdict)

    return finished


def forms(
    *,
    places: PlaceChoices,
    ethnicities: tuple[Choice, ...],
    today: Callable[[], date],
    tools: Tools,
    register: PopulationRegister,
    mobile: MobileCitizens,
    rules: Rules,
) -> dict[str, Form]:
    """All forms of all portals, by name."""
    portals = (
        daryn.forms(
            places=places,
            ethnicities=ethnicities,
            today=today,
            hasher=tools.hasher,
            door=tools.door,
        ),
        linking_form.forms(),
        indigo.forms(places, tools, register=register, rules=rules, today=today),
        akmola.forms(places, tools, register=register, mobile=mobile, rules=rules, today=today),
        snation.forms(
            register, tools, places=places, rules=rules, ethnicities=ethnicities, today=today
        ),
        desk_forms.forms(places, today),
    )
    return {form.name: form for portal in portals for form in portal}


def dispatch() -> Dispatch:
    """Every route of the bot."""
    finishers = {
        **account.FINISHERS,
        **events.FINISHERS,
        **linking.FINISHERS,
        **cabinets.FINISHERS,
        **children.FINISHERS,
        **applying.FINISHERS,
        **desk.FINISHERS,
        **colleagues.FINISHERS,
    }
    conversation = Conversation(finishers, {**account.ACTIONS, **cabinets.ACTIONS})
    routes = Routes()
    for table in (
        menu.routes(conversation, ITEMS, linking.arrive),
        form.routes(conversation),
        account.routes(conversation),
        events.routes(conversation),
        following.routes(),
        codes.routes(conversation),
        notices.routes(),
        reminders.routes(),
        linking.routes(conversation),
        cabinets.routes(conversation),
        children.routes(conversation),
        towns.routes(conversation),
        applications.routes(),
        kindergarten.routes(),
        statistics.routes(),
        attendance.routes(),
        tables.routes(conversation),
        privacy.routes(conversation),
        vacancies.routes(conversation),
        referrals.routes(),
        staff.routes(),
        desk.routes(conversation),
        proposals.routes(),
        colleagues.routes(conversation),
        check.routes(conversation),
        signing.routes(AGAIN),
    ):
        routes.include(table)
    return Dispatch(routes, conversation)


async def introduce(telegram: Telegram, words: Words) -> None:
    """Sets commands, name and descriptions in three languages; Kazakh is what others see too."""
    shown: list[tuple[Lang, dict[str, str]]] = [(lang, {"language_code": lang}) for lang in LANGS]
    for said, code in (*shown, (LANGS[0], {})):
        calls: dict[str, dict[str, Any]] = {
            "setMyCommands": {
                "commands": [
                    {"command": c, "description": words.say(said, f"command-{c}")}
                    for c in COMMANDS
                ]
            },
            "setMyName": {"name": words.say(said, "bot-name")},
            "setMyDescription": {"description": words.say(said, "bot-description")},
            "setMyShortDescription": {"short_description": words.say(said, "bot-short")},
        }
        for method, params in calls.items():
            await telegram.call(method, {**params, **code})

"""Puts the bot together: its routes, its forms' endings, what Telegram shows of it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from adapters.telegram import Telegram
from adapters.words import Words
from bot.conversation import Conversation
from bot.dispatch import Dispatch
from bot.handlers import account, codes, events, form, linking, menu, privacy, staff
from bot.routes import Routes
from domain.forms.checks import Door, Hasher
from domain.forms.lists import PlaceChoices
from domain.forms.model import Choice, Form
from domain.portals import daryn
from domain.portals import linking as linking_form
from domain.ports import LANGS, Lang

COMMANDS = (
    "start",
    "events",
    "my",
    "codes",
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
    "staff": staff.waiting,
}


def forms(
    *,
    places: PlaceChoices,
    ethnicities: tuple[Choice, ...],
    today: Callable[[], date],
    hasher: Hasher,
    door: Door,
) -> dict[str, Form]:
    """All forms of all portals, by name."""
    portals = (
        daryn.forms(places=places, ethnicities=ethnicities, today=today, hasher=hasher, door=door),
        linking_form.forms(),
    )
    return {form.name: form for portal in portals for form in portal}


def dispatch() -> Dispatch:
    """Every route of the bot."""
    finishers = {
        **account.FINISHERS,
        **events.FINISHERS,
        **linking.FINISHERS,
    }
    conversation = Conversation(finishers, account.ACTIONS)
    routes = Routes()
    for table in (
        menu.routes(conversation, ITEMS, linking.arrive),
        form.routes(conversation),
        account.routes(conversation),
        events.routes(conversation),
        codes.routes(conversation),
        linking.routes(conversation),
        privacy.routes(conversation),
        staff.routes(),
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

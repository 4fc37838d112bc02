"""Puts the bot together: its routes, its forms' endings, what Telegram shows of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from adapters.admission.cards import Teller
from adapters.db.store import Store
from adapters.signed import Finish
from adapters.telegram import Telegram
from adapters.words import Words
from bot.conversation import Conversation
from bot.dispatch import Dispatch
from bot.handlers import (
    account,
    akmola_entry,
    application_deeds,
    applications,
    applying,
    attendance,
    benefits,
    bulletin_desk,
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
    notifications,
    places_ending,
    privacy,
    proposals,
    referrals,
    reminders,
    reviews,
    signing,
    staff,
    statistics,
    tables,
    towns,
    vacancies,
    voucher_desk,
    vouchers,
)
from bot.handlers.admission import journal as school_journal
from bot.handlers.admission import page as school_page
from bot.handlers.admission import signed as school_signed
from bot.handlers.admission import staff as school_staff
from bot.routes import Routes
from domain.admission.rules import Rules as AdmissionRules
from domain.forms.cabinets import Tools
from domain.forms.lists import PlaceChoices
from domain.forms.model import Choice, Form
from domain.outbox import Notice
from domain.portals import akmola, daryn, indigo, pavlodar, snation
from domain.portals import benefits as benefit_forms
from domain.portals import bulletins as bulletin_forms
from domain.portals import desk as desk_forms
from domain.portals import linking as linking_form
from domain.portals import reviews as review_forms
from domain.ports import LANGS, Lang, MobileCitizens, PopulationRegister
from domain.queue.windows import Rules
from domain.signatures import Verdict
from domain.signing_sessions import SigningSession

Signed = Callable[[Teller, Store, SigningSession, Verdict], Sequence[Notice]]

COMMANDS = (
    "start",
    "events",
    "my",
    "school",
    "codes",
    "queue",
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
    **notifications.ITEMS,
    **children.ITEMS,
    **towns.ITEMS,
    **applications.ITEMS,
    **applying.ITEMS,
    **vacancies.ITEMS,
    "staff": staff.waiting,
    "desk": desk.item,
    "check": check.item,
    **school_page.ITEMS,
    **school_staff.ITEMS,
}


AGAIN: Mapping[str, signing.Again] = {
    school_signed.APPLICATION: school_signed.again,
    school_signed.ENTRY: school_signed.entry_again,
    akmola_entry.ENTRY: akmola_entry.again,
}
"""How each sort of document is put before the person once more."""
SIGNED: Mapping[str, Signed] = {
    school_signed.APPLICATION: school_signed.application_signed,
    school_signed.ENTRY: school_signed.entered,
    akmola_entry.ENTRY: akmola_entry.signed,
}
"""What the signature of each sort of document leads to."""


def finish(told: Teller) -> Finish:
    """What a signature leads to, by the sort of its document."""

    def finished(store: Store, session: SigningSession, verdict: Verdict) -> Sequence[Notice]:
        return SIGNED[session.wish.kind](told, store, session, verdict)

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
    admission_rules: AdmissionRules,
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
        review_forms.forms(),
        indigo.forms(places, tools, register=register, rules=rules, today=today),
        akmola.forms(places, tools, register=register, mobile=mobile, rules=rules, today=today),
        snation.forms(
            register, tools, places=places, rules=rules, ethnicities=ethnicities, today=today
        ),
        desk_forms.forms(places, today),
        pavlodar.forms(admission_rules, pavlodar.Registers(register, mobile)),
        bulletin_forms.forms(today),
        benefit_forms.forms(),
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
        **reviews.FINISHERS,
        **bulletin_desk.FINISHERS,
        **benefits.FINISHERS,
        **voucher_desk.FINISHERS,
        **applying.FINISHERS,
        **akmola_entry.FINISHERS,
        **desk.FINISHERS,
        **colleagues.FINISHERS,
        **school_page.FINISHERS,
    }
    actions = {**account.ACTIONS, **cabinets.ACTIONS, **school_page.ACTIONS}
    conversation = Conversation(finishers, actions)
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
        application_deeds.routes(conversation),
        kindergarten.routes(),
        statistics.routes(),
        reviews.routes(conversation),
        attendance.routes(),
        tables.routes(),
        bulletin_desk.routes(conversation),
        places_ending.routes(),
        privacy.routes(conversation),
        vacancies.routes(conversation),
        referrals.routes(),
        vouchers.routes(),
        voucher_desk.routes(conversation),
        benefits.routes(conversation),
        notifications.routes(),
        staff.routes(),
        desk.routes(conversation),
        proposals.routes(),
        colleagues.routes(conversation),
        check.routes(conversation),
        signing.routes(AGAIN),
        school_page.routes(conversation),
        school_journal.routes(conversation),
        school_staff.routes(conversation),
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

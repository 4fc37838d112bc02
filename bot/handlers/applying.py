"""Applications to the kindergarten queues: opening the forms, and what sending them does."""

from collections.abc import Callable, Mapping

from bot.conversation import Conversation, Finish, as_new
from bot.handlers.account import labels, sent_mark
from bot.handlers.menu import Item, menu
from bot.handlers.places import places
from bot.screens import Said
from bot.talk import Says, Talk
from domain import cabinets, kindergarten
from domain.accounts import Account
from domain.forms.families import PARENT
from domain.forms.lists import Atlas
from domain.forms.model import Answers, Desk, Draft
from domain.kindergarten import ACCOUNT, Wanted
from domain.portals import akmola, indigo, snation
from domain.store import Store


def finishing(portal: str, wanted: Callable[[Answers, Atlas], Wanted]) -> Finish:
    """The children stand in the queue; their places are told at once."""

    def applied(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
        form = talk.house.forms[draft.form]
        application = kindergarten.apply(
            desk,
            portal,
            draft,
            held,
            wanted(held, talk.house.atlas),
            labels(talk, form, held),
            talk.house.rules,
        )
        above = talk.voice.say("application-taken", number=application.number)
        card = places(talk, desk.store, application.candidates, above)
        return [*sent_mark(talk, "application-sent"), *as_new([talk.show(card)])]

    return applied


def mine(talk: Talk, store: Store, portal: str) -> Account | None:
    return cabinets.mine(talk.desk(store), portal)


def apply_indigo(talk: Talk, store: Store, c: Conversation) -> Says:
    account = mine(talk, store, indigo.PORTAL)
    if account is None:
        return menu(talk, store)
    link = store.links.of(talk.id)
    return c.open(
        talk,
        store,
        indigo.APPLY,
        **{
            ACCOUNT: account.id,
            PARENT: account.profile["iin"],
            indigo.PROVEN: [link.phone] if link else [],
            "city": account.profile["city"],
        },
    )


def apply_akmola(talk: Talk, store: Store, c: Conversation) -> Says:
    account = mine(talk, store, akmola.PORTAL)
    if account is None:
        return menu(talk, store)
    return c.open(
        talk,
        store,
        akmola.APPLY,
        **{
            ACCOUNT: account.id,
            PARENT: account.profile["iin"],
            "known_phone": account.profile.get("phone"),
            "district": account.profile["district"],
        },
    )


def apply_snation(talk: Talk, store: Store, c: Conversation) -> Says:
    """Without a child in the list the way leads there."""
    account = mine(talk, store, snation.PORTAL)
    if account is None:
        return menu(talk, store)
    draft = snation.start_apply(talk.desk(store), account)
    talk.enter(f"form:{snation.APPLY}")
    words = "form-goes-on" if draft.version else "form-snation-apply.intro"
    note = talk.voice.say(words)
    return c.present(talk, talk.house.forms[snation.APPLY], draft, Said(note=note))


FINISHERS: Mapping[str, Finish] = {
    indigo.APPLY: finishing(indigo.PORTAL, indigo.wanted),
    akmola.APPLY: finishing(akmola.PORTAL, akmola.wanted),
    snation.APPLY: finishing(snation.PORTAL, snation.wanted),
}
ITEMS: Mapping[str, Item] = {
    "indigo-apply": apply_indigo,
    "akmola-apply": apply_akmola,
    "snation-apply": apply_snation,
}

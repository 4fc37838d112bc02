"""The account of the olympiad portal: opening, e-mail, sign-in, password, profile."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from adapters.voice import Voice
from bot.answering import answer, asked_now
from bot.conversation import Action, Conversation, Finish, as_new
from bot.handlers.menu import current, menu, name_of, of_olympiad
from bot.handlers.staff import school_asked
from bot.keyboards import Button
from bot.render import edited, keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Said, Shown
from bot.talk import House, Says, Talk
from bot.taps import Tap, tap
from domain import accounts, staff
from domain.accounts import Account, Confirmation, EmailNotConfirmed, LetterTooSoon, SignInNeeded
from domain.errors import Refusal
from domain.forms.model import Answers, Desk, Draft, Form
from domain.forms.person import NO_PATRONYMIC
from domain.outbox import Lane, Notice
from domain.people import AccountId
from domain.portals import daryn, daryn_acts
from domain.schools import SchoolRequest
from domain.store import Store


def labels(talk: Talk, form: Form, held: Answers) -> dict[str, str]:
    """Every answer as the person saw it, to be kept beside its code."""
    return {
        f.key: talk.voice.plain(f, held[f.key], held)
        for f in form.fields
        if f.key in held and f.kind.asks != "secret"
    }


def sent_mark(talk: Talk, words: str) -> Says:
    """The card whose Send was tapped loses its buttons at once (rule 16)."""
    if talk.tapped is None:
        return []
    return [edited(talk.id, talk.tapped, talk.voice.say(words))]


def opened(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """The account exists; the e-mail is next."""
    form = talk.house.forms[daryn.ACCOUNT]
    account, asked = daryn_acts.open_from(desk, draft, held, labels(talk, form, held))
    if asked is not None:
        tell_staff(talk, desk, asked)
    return [
        *sent_mark(talk, "account-sent"),
        message(talk.id, talk.voice.say("account-opened", email=account.email)),
        *confirm_form(talk, desk.store, account),
    ]


def tell_staff(talk: Talk, desk: Desk, asked: SchoolRequest) -> None:
    """Asks those of the staff who decide there about a school that isn't listed."""
    for person in staff.who(desk.store, daryn.PORTAL, asked.locality, "school"):
        lang = desk.store.people.language(person)
        if lang is None:
            continue  # never wrote to the bot, can't be written to; finds it in the menu later
        call = school_asked(talk.house, lang, person, asked)
        desk.store.outbox.add(Notice(person, call, Lane.URGENT), desk.now)


def confirm_form(talk: Talk, store: Store, account: Account) -> Says:
    """Asks for the code of the letter, in a message of its own."""
    store.drafts.drop_form(talk.id, daryn.CONFIRM)
    form = talk.house.forms[daryn.CONFIRM]
    draft = store.drafts.open(talk.id, form.name, talk.now, answers={"account": account.id})
    talk.enter(f"form:{form.name}")
    return as_new(Conversation({}, {}).present(talk, form, draft))


def confirmed(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    account = AccountId(held["account"])
    accounts.confirm(desk.store, account, desk.now)
    desk.store.drafts.drop(draft.id)
    known = desk.store.accounts.load(account)
    words = "menu-title" if known is None else after_confirming(known)
    return [talk.say("email-confirmed"), *menu(talk, desk.store, words)]


def after_confirming(account: Account) -> str:
    """A pupil goes on to the events; there is nothing to register a teacher for."""
    return "account-is-not-registration" if account.role == "pupil" else "menu-title"


def email_confirmed(
    house: House, store: Store, account: Account, known: Confirmation
) -> list[Notice]:
    """The link of the letter was opened: everybody signed in to the account hears of it."""
    notices, pupil = [], account.role == "pupil"
    for person in store.accounts.people_of(account.id):
        store.drafts.drop_form(person, daryn.CONFIRM)
        voice = Voice(house.words, store.people.language(person) or known.language)
        rows = [
            *([[Button("button-events", "m|events", style="primary")]] if pupil else []),
            [Button("button-menu", "m|menu")],
        ]
        text = paragraphs(voice.say("email-confirmed"), voice.say(after_confirming(account)))
        notices.append(Notice(person, message(person, text, keyboard(voice, rows))))
    return notices


def readdressed(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    account = desk.store.accounts.load(AccountId(held["account"]))
    desk.store.drafts.drop(draft.id)
    if account is None or account.confirmed_at is not None:
        return menu(talk, desk.store)
    account = accounts.readdress(desk.store, account, held["email"], desk.now)
    accounts.send_letter(
        desk.store, account, "confirm", person=talk.id, language=talk.lang, now=desk.now
    )
    return [
        message(talk.id, talk.voice.say("letter-sent-to", email=account.email)),
        *confirm_form(talk, desk.store, account),
    ]


def signed_in(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    number = AccountId(held["entry"]["account"])
    accounts.sign_in(desk.store, talk.id, number, held["login"], desk.now)
    desk.store.drafts.drop(draft.id)
    account = desk.store.accounts.load(number)
    if account is None:
        return menu(talk, desk.store)
    return welcome(talk, desk.store, account)


def welcome(talk: Talk, store: Store, account: Account) -> Says:
    """Signed in: on to the e-mail if it isn't confirmed, else to the menu."""
    act_for(talk, account.id)
    hello = message(talk.id, talk.voice.say("signed-in", name=name_of(account)))
    if account.confirmed_at is None:
        return [hello, *confirm_form(talk, store, account)]
    return [hello, *menu(talk, store)]


def act_for(talk: Talk, account: AccountId | None) -> None:
    talk.person = replace(talk.person, account=account)


def password_changed(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    number = daryn_acts.change_password(desk, draft, held)
    account = desk.store.accounts.load(number)
    if account is None:
        return menu(talk, desk.store)
    return [talk.say("password-changed"), *welcome(talk, desk.store, account)]


def no_patronymic(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    """For whoever's patronymic is asked."""
    form = talk.house.forms[draft.form]
    asked = asked_now(form, draft)
    key = asked.key if asked else ""
    return c.step(talk, store, form, draft, lambda d: answer(form, d, key, NO_PATRONYMIC))


def resend(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    """Sends the letter again; raises LetterTooSoon."""
    account = store.accounts.load(AccountId(draft.answers["account"]))
    if account is None:
        return menu(talk, store)
    accounts.send_letter(
        store, account, "confirm", person=talk.id, language=talk.lang, now=talk.now
    )
    note = talk.voice.say("letter-sent-to", email=account.email)
    return as_new(c.present(talk, talk.house.forms[draft.form], draft, Said(note=note)))


def resend_reset(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    """The same words whether or not there is such an account."""
    account = store.accounts.load(AccountId(draft.answers["account"]))
    if account is not None:
        with suppress(LetterTooSoon):  # said of one account, it would tell that there is one
            accounts.send_letter(
                store, account, "reset", person=talk.id, language=talk.lang, now=talk.now
            )
    note = talk.voice.say("letter-sent-if-known")
    return as_new(c.present(talk, talk.house.forms[draft.form], draft, Said(note=note)))


def other_address(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    return c.open(talk, store, daryn.READDRESS, account=draft.answers["account"])


def forgot(c: Conversation, talk: Talk, store: Store, draft: Draft) -> Says:
    store.drafts.drop_form(talk.id, daryn.RESET)
    return c.open(talk, store, daryn.RESET, known=draft.answers["login"])


FINISHERS: Mapping[str, Finish] = {
    daryn.ACCOUNT: opened,
    daryn.CONFIRM: confirmed,
    daryn.READDRESS: readdressed,
    daryn.SIGN_IN: signed_in,
    daryn.RESET: password_changed,
}
ACTIONS: Mapping[str, Action] = {
    "no-patronymic": no_patronymic,
    "daryn-resend": resend,
    "daryn-resend-reset": resend_reset,
    "daryn-readdress": other_address,
    "daryn-forgot": forgot,
}


def confirm_again(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the menu: the code of the letter is asked for again."""
    account = current(talk, of_olympiad(talk, store))
    if account is None or account.confirmed_at is not None:
        return menu(talk, store)
    return confirm_form(talk, store, account)


def profile(talk: Talk, store: Store, c: Conversation) -> Says:
    """Everything the account says of the person, in their own private chat."""
    account = current(talk, of_olympiad(talk, store))
    if account is None:
        return menu(talk, store)
    form = talk.house.forms[daryn.ACCOUNT]
    lines = [
        talk.voice.say(
            "answer-line",
            label=talk.house.words.say(talk.lang, f"{f.message}.label"),
            value=shown(talk, account, form, f.key),
        )
        for f in form.fields
        if account.profile.get(f.key) is not None and f.key != "password"
    ]
    rows = [[Button("button-menu", "m|menu")]]
    talk.offer(rows)
    text = paragraphs(
        talk.voice.say("profile-title"), "\n".join(lines), talk.voice.say("profile-names-fixed")
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def shown(talk: Talk, account: Account, form: Form, key: str) -> str:
    """An answer of the profile in the person's present language; if its list has changed since,
    as it was seen when it was given."""
    f = form.field(key)
    assert f is not None  # noqa: S101 the caller walks the form's own fields
    try:
        return talk.voice.plain(f, account.profile[key], account.profile)
    except (Refusal, KeyError):
        return str(account.profile["labels"].get(key, account.profile[key]))


def choose_account(talk: Talk, store: Store, c: Conversation) -> Says:
    """For whom are you here? A parent may hold accounts of several children."""
    rows = [
        [Button(data=tap("acc", str(a.id)), names=dict.fromkeys(("kk", "ru", "en"), name_of(a)))]
        for a in of_olympiad(talk, store)
    ]
    talk.offer(rows)
    text = talk.voice.say("accounts-which")
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def sign_out(talk: Talk, store: Store, c: Conversation) -> Says:
    account = current(talk, of_olympiad(talk, store))
    if account is not None:
        store.accounts.sign_out(account.id, talk.id)
        for form in (daryn.CONFIRM, daryn.READDRESS, daryn.APPLY):
            store.drafts.drop_form(talk.id, form)  # they speak for the account that was left
        act_for(talk, None)
    return menu(talk, store, above=talk.voice.say("signed-out"))


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("acc")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: switch(talk, store, tap.part(0)))

    return table


def switch(talk: Talk, store: Store, number: str) -> Says:
    """Acts for another of the person's own accounts; nobody else's can be named."""
    mine = {str(a.id): a for a in of_olympiad(talk, store)}
    account = mine.get(number)
    if account is not None:
        store.people.act_for(talk.id, account.id)
        act_for(talk, account.id)
    return menu(talk, store)


def confirmed_account(talk: Talk, store: Store) -> Account:
    """The account to act for; raises SignInNeeded without one, and EmailNotConfirmed while
    nothing else is open to it."""
    account = current(talk, of_olympiad(talk, store))
    if account is None:
        raise SignInNeeded
    if account.confirmed_at is None:
        raise EmailNotConfirmed
    return account

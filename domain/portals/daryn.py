"""smart.daryn.kz, the olympiad portal: an account in two stages, sign-in, password reset,
registration for an event. Sources: the portal's manual, kazakhstan.md §S and §5."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.accounts import (
    Account,
    CodeNotSixDigits,
    EmailTaken,
    IinHasAccount,
    LetterTooSoon,
    MailCodeOver,
    Purpose,
    miss_code,
    send_letter,
    spend_code,
)
from domain.errors import Refusal
from domain.forms.checks import Door, Hasher, hashed, opens, repeats
from domain.forms.kinds import Consent, OnDay, OneOf, Typed, line
from domain.forms.lists import PlaceChoices
from domain.forms.model import Answers, Choice, Desk, Field, Form, Lookup
from domain.forms.person import (
    ContactPhone,
    Patronymic,
    Secret,
    SecretAgain,
    email,
    iin,
    mistyped,
    name,
)
from domain.forms.typed_code import TypedCode
from domain.olympiads import (
    EventGone,
    refuse_unless_free,
)
from domain.people import AccountId
from domain.schools import UNLISTED
from domain.values.days import Day
from domain.values.email import Email
from domain.values.iin import Iin, IinEmpty
from domain.values.passwords import Rules

PORTAL = "daryn"
ACCOUNT, CONFIRM, READDRESS = "daryn-account", "daryn-confirm", "daryn-readdress"
SIGN_IN, RESET, APPLY = "daryn-signin", "daryn-reset", "daryn-apply"

ROLES = (Choice("pupil", words="role-pupil"), Choice("teacher", words="role-teacher"))
SEXES = (Choice("male", words="sex-male"), Choice("female", words="sex-female"))
LANGUAGES = (
    Choice("kk", words="teaching-kk"),
    Choice("ru", words="teaching-ru"),
    Choice("en", words="teaching-en"),
)
GRADES = tuple(Choice(str(n), words=f"grade-{n}") for n in range(1, 13))
PASSWORD = Rules()
"""At least 8 characters with an upper and a lower case letter, a digit and a special one."""
ANY_PASSWORD = Rules(least=1, most=200, kinds=())


@dataclass(eq=False)
class NonResidentAtDaryn(Refusal):
    """A non-resident's IIN, or a mistyped one: the centre itself opens such an account."""


@dataclass(eq=False)
class IinSaysOtherDay(Refusal):
    """The birth date isn't the one in the IIN. Since 2013 that is no mistake by itself (decree
    853 of 2013-08-26): warn, never block."""

    typed: date
    iin: date


@dataclass(eq=False)
class IinSaysOtherSex(Refusal):
    """The sex isn't the one in the IIN; warn, never block."""


@dataclass(eq=False)
class LoginUnclear(Refusal):
    """A login is an e-mail address or an IIN."""


def forms(
    *,
    places: PlaceChoices,
    ethnicities: tuple[Choice, ...],
    today: Callable[[], date],
    hasher: Hasher,
    door: Door,
) -> tuple[Form, ...]:
    """All conversations of this portal."""
    passwords = (
        Field("password", Secret(PASSWORD), check=hashed(hasher)),
        Field(
            "password_again",
            SecretAgain("password"),
            check=repeats(hasher, "password"),
            words="password-again",
            follow_up=True,
        ),
    )
    return (
        account_form(places, ethnicities, today, passwords),
        Form(CONFIRM, (mail_code("confirm", ("daryn-resend", "daryn-readdress")),), review=False),
        Form(
            READDRESS,
            (Field("email", email(), words="email-again", remark=mistyped, lookup=email_is_free),),
            review=False,
        ),
        sign_in_form(door),
        Form(
            RESET,
            (
                Field(
                    "login",
                    login(),
                    words="reset-login",
                    suggest=lambda before: before.get("known"),
                    lookup=letter_to_login,
                ),
                mail_code("reset", ("daryn-resend-reset",)),
                *passwords,
            ),
            review=False,
        ),
        apply_form(places),
    )


def account_form(
    places: PlaceChoices,
    ethnicities: tuple[Choice, ...],
    today: Callable[[], date],
    passwords: tuple[Field, ...],
) -> Form:
    return Form(
        ACCOUNT,
        (
            Field("consent", Consent("consent-give")),
            Field("role", OneOf(ROLES)),
            Field("surname", name()),
            Field("given", name()),
            Field("patronymic", Patronymic(), actions=("no-patronymic",)),
            Field("iin", iin(NonResidentAtDaryn), lookup=iin_is_free),
            Field("sex", OneOf(SEXES), suggest=sex_in_iin, remark=sex_differs),
            Field(
                "born",
                OnDay(lambda raw: Day.read_birth(raw, today=today())),
                suggest=birth_in_iin,
                remark=birth_differs,
            ),
            Field("email", email(), remark=mistyped, lookup=email_is_free),
            Field("phone", ContactPhone()),
            *address(places),
            Field(
                "school_name",
                line(3, 120),
                words="school-name",
                when=school_unlisted,
                decided_by="school",
                follow_up=True,
            ),
            Field("language", OneOf(LANGUAGES), words="teaching"),
            Field("ethnicity", OneOf(ethnicities), when=is_pupil, decided_by="role"),
            Field("grade", OneOf(GRADES), when=is_pupil, decided_by="role"),
            *passwords,
            Field("truth", Consent("truth-confirm")),
        ),
    )


def address(places: PlaceChoices) -> tuple[Field, ...]:
    return (
        Field("region", places.region, lookup=answered_if_only("district", places.district)),
        Field("district", places.district, lookup=answered_if_only("locality", places.locality)),
        Field("locality", places.locality),
        Field("school", places.school),
    )


def answered_if_only(key: str, places: OneOf) -> Lookup:
    """Answers the next question of the address where there is one place only: a district of
    Astana has no other locality than itself."""

    def only(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any] | None:
        asked = "region" if key == "district" else "district"
        listed = places.choices({**before, asked: value})
        return {key: listed[0].code} if len(listed) == 1 else None

    return only


def apply_form(places: PlaceChoices) -> Form:
    """Subject first; the address comes from the account and may be changed on the card."""
    return Form(
        APPLY,
        (
            Field("subject", OneOf(offered_subjects), lookup=subject_is_free),
            *address(places),
            Field(
                "school_name",
                line(3, 120),
                words="school-name",
                when=school_unlisted,
                decided_by="school",
                follow_up=True,
            ),
        ),
    )


def sign_in_form(door: Door) -> Form:
    return Form(
        SIGN_IN,
        (
            Field("login", login(), words="login"),
            Field(
                "entry",
                Secret(ANY_PASSWORD),
                words="entry",
                check=opens(door, PORTAL, "login"),
                actions=("daryn-forgot",),
            ),
        ),
        review=False,
    )


MAIL_CODE = TypedCode("account", CodeNotSixDigits, MailCodeOver)
"""Whoever goes back and names another login has to prove that one."""


def mail_code(purpose: Purpose, actions: tuple[str, ...]) -> Field:
    """The code of a letter; `account` is given when the form is opened or by the login."""

    def spend(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any] | None:
        if "proved" in value:
            return None
        account = desk.store.accounts.load(AccountId(before["account"]))
        if account is None:
            miss_code(desk.store, str(before.get("login")), desk.now)
        else:
            spend_code(desk.store, account.id, purpose, value, desk.now)
        return {"code": {"proved": before["account"]}}

    return Field("code", MAIL_CODE, words=f"mail-code-{purpose}", lookup=spend, actions=actions)


def login() -> Typed:
    """An e-mail address or an IIN."""

    def read(raw: str) -> str:
        if "@" in raw:
            return Email.read(raw).text
        try:
            return Iin.read(raw).text
        except IinEmpty:
            raise LoginUnclear from None
        except Refusal:
            if any(c.isdigit() for c in raw):
                raise
            raise LoginUnclear from None

    return Typed(read)


def offered_subjects(before: Answers) -> list[Choice]:
    """The subjects this pupil was offered when the form was opened."""
    return [Choice(code, names=names) for code, names in before["offered"].items()]


def subject_is_free(desk: Desk, value: Any, before: Answers) -> None:
    event = desk.store.olympiads.event(before["event"])
    if event is None:
        raise EventGone
    refuse_unless_free(desk.store, AccountId(before["account"]), event, value)


def is_pupil(before: Answers) -> bool:
    return bool(before["role"] == "pupil")


def school_unlisted(before: Answers) -> bool:
    return before.get("school") == UNLISTED


def sex_in_iin(before: Answers) -> str | None:
    return Iin(before["iin"]).sex


def birth_in_iin(before: Answers) -> str | None:
    born = Iin(before["iin"]).born
    return born.isoformat() if born else None


def sex_differs(value: Any, before: Answers) -> Refusal | None:
    differ = Iin(before["iin"]).differs_from(born=None, sex=value)
    return IinSaysOtherSex() if differ else None


def birth_differs(value: Any, before: Answers) -> Refusal | None:
    typed, known = date.fromisoformat(value), Iin(before["iin"]).born
    return IinSaysOtherDay(typed, known) if known and known != typed else None


def iin_is_free(desk: Desk, value: Any, before: Answers) -> None:
    if desk.store.accounts.has_iin(PORTAL, value):
        raise IinHasAccount


def letter_to_login(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any]:
    """Sends a letter with a code if there is such an account. The answer is the same if there is
    none: nobody learns here who has an account."""
    account = account_of_login(desk, value)
    if account is None:
        return {"account": 0}
    with suppress(LetterTooSoon):  # the letter of a moment ago is still good
        send_letter(
            desk.store, account, "reset", person=desk.person, language=desk.language, now=desk.now
        )
    return {"account": account.id}


def account_of_login(desk: Desk, text: str) -> Account | None:
    if "@" in text:
        return desk.store.accounts.by_email(PORTAL, text)
    return desk.store.accounts.by_iin(PORTAL, text)


def email_is_free(desk: Desk, value: Any, before: Answers) -> None:
    if desk.store.accounts.has_email(PORTAL, value):
        raise EmailTaken(value)

"""akmola.kz, the kindergarten queue of Akmola Region: sign-in by a one-time code or an
e-signature, the application.
Source: kazakhstan.md §S (akmola.kz). Attendance is marked by kindergartens, not here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from domain.accounts import Account
from domain.cabinets import CODE_NEEDED, code_needed
from domain.codes import About, Render
from domain.errors import Refusal
from domain.forms.cabinets import Tools
from domain.forms.chat_codes import CHAT_CODE, REQUEST, SESSION, proves
from domain.forms.families import (
    NAMES,
    PARENT,
    ChildTold,
    Fits,
    any_iin,
    child_fields,
    child_known,
    child_silent,
    is_foreign,
)
from domain.forms.holders import FOR, TYPED, PairedPhone, number_of
from domain.forms.kindergarten import (
    applicant_fields,
    applicant_known,
    applicant_silent,
    benefit_fields,
    email_field,
    languages_field,
)
from domain.forms.kinds import Consent, OneOf, yes_or_no
from domain.forms.lists import Atlas, PlaceChoices
from domain.forms.model import Answers, Check, Checked, Choice, Desk, Draft, Field, Form, Lookup
from domain.forms.papers import Paper
from domain.forms.person import OWN, TypedPhone, iin
from domain.kindergarten import (
    TWINS_APART,
    BornApart,
    TwinsApart,
    Wanted,
    benefit_of,
    child_of,
    refuse_placed,
    young_enough,
)
from domain.own_codes import ask
from domain.people import PersonId
from domain.ports import MobileCitizens, PopulationRegister, RegisterSilent
from domain.queue.applications import ChildTwice
from domain.queue.windows import Rules
from domain.store import Store
from domain.values.names import full_name

PORTAL, TITLE = "akmola", "akmola.kz"
SIGN_IN, APPLY = "akmola-signin", "akmola-apply"
REGION = "110000000"
"""KATO of Akmola Region."""
CODE, SIGNATURE = "code", "signature"
WAYS = (Choice(CODE, words="way-code"), Choice(SIGNATURE, words="way-signature"))
PAIRED = "paired"
PAIR_TRIES, PAIR_PAUSE = 5, timedelta(hours=1)
SEVERAL = tuple(Choice(str(n), words=f"together-{n}") for n in (1, 2, 3, 4))
TWINS = {2: "second-iin", 3: "third-iin", 4: "fourth-iin"}
REGISTERED = (
    Choice("permanent", words="registered-permanent"),
    Choice("temporary", words="registered-temporary"),
    Choice("nowhere", words="registered-nowhere"),
)
HOME = "home"


@dataclass(eq=False)
class PhoneNotPaired(Refusal):
    """The Mobile Citizens Database has another owner for this number, or none."""


@dataclass(eq=False)
class PairTriedTooOften(Refusal):
    """Several numbers in a row weren't this person's: try later."""

    minutes: int


@dataclass(eq=False)
class MobileBaseSilent(Refusal):
    """The Mobile Citizens Database gives no answer, so nobody can be signed in by a code."""


@dataclass(eq=False)
class NotRegisteredHere(Refusal):
    """A place in this queue needs a registered residence, permanent or temporary, in it."""


@dataclass(eq=False)
class RegisteredElsewhere(Refusal):
    """The registered residence is in another place, `place`, by language."""

    place: Mapping[str, str]


def forms(
    places: PlaceChoices,
    tools: Tools,
    *,
    register: PopulationRegister,
    mobile: MobileCitizens,
    rules: Rules,
    today: Callable[[], date],
) -> tuple[Form, ...]:
    """All conversations of this portal."""
    district = district_field(places)
    return (
        sign_in_form(district, mobile, tools),
        apply_form(district, places, register=register, rules=rules, today=today),
    )


def district_field(places: PlaceChoices) -> Field:
    listed = places.districts(REGION)
    return Field("district", OneOf(listed), words="akmola-district")


def sign_in_form(district: Field, mobile: MobileCitizens, tools: Tools) -> Form:
    """The district first, as on the portal; consent before anything personal is asked."""
    return Form(
        SIGN_IN,
        (
            district,
            Field("consent", Consent("consent-give"), words="akmola-consent"),
            Field("way", OneOf(WAYS), words="akmola-way"),
            Field("login", iin(), words="parent-iin", when=by_code, decided_by="way"),
            Field(
                "phone",
                PairedPhone(),
                words="akmola-phone",
                when=by_code,
                decided_by="way",
                check=paired_with(mobile),
                lookup=proves_pair(tools.render),
            ),
            Field(
                "code",
                CHAT_CODE,
                words="akmola-code",
                when=lambda before: by_code(before) and code_needed(before),
                decided_by="phone",
                check=proves(tools.codes),
                follow_up=True,
                actions=("cabinet-resend",),
            ),
        ),
        review=False,
    )


def by_code(before: Answers) -> bool:
    return before.get("way") == CODE


def paired_with(mobile: MobileCitizens) -> Check:
    """Asks the Mobile Citizens Database whose number it is. Raises MobileBaseSilent."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            paired = await mobile.paired(before["login"], number_of(value))
        except RegisterSilent:
            raise MobileBaseSilent from None
        return Checked({**value, PAIRED: paired})

    return check


def proves_pair(render: Render) -> Callable[[Desk, Any, Answers], Mapping[str, Any]]:
    """The own contact is proof enough; a number typed is proven by a code to its chat. Raises
    PhoneNotPaired, and PairTriedTooOften, so that nobody finds out whose a number is by trying."""

    def lookup(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any]:
        refuse_unpaired(desk, value)
        kind = OWN if OWN in value else TYPED
        phone = {"phone": {kind: number_of(value), FOR: before["login"]}}
        if kind == OWN:
            return {**phone, CODE_NEEDED: False}
        session = str(desk.person)
        about = About(session=session)
        request = ask(desk, number_of(value), "login", render, about)
        return {**phone, CODE_NEEDED: True, REQUEST: request, SESSION: session}

    return lookup


def refuse_unpaired(desk: Desk, value: Any) -> None:
    tallies, who = desk.store.tallies, str(desk.person)
    if tallies.count("unpaired", who, desk.now) >= PAIR_TRIES:
        raise PairTriedTooOften(minutes=int(PAIR_PAUSE.total_seconds() // 60))
    if not value.get(PAIRED, True):
        tallies.add("unpaired", who, desk.now, desk.now + PAIR_PAUSE)
        raise PhoneNotPaired


def enter_by_code(desk: Desk, draft: Draft, held: Answers) -> Account:
    """Ends a sign-in by IIN and phone."""
    desk.store.drafts.drop(draft.id)
    known = {"phone": number_of(held["phone"]), "district": held["district"]}
    return enter(desk.store, desk.person, held["login"], desk.now, known)


def enter(
    store: Store, person: PersonId, iin: str, now: datetime, known: Mapping[str, str]
) -> Account:
    """The person has shown who they are: they may act for the cabinet of their IIN, made at the
    first time. `known` is the district, and the phone if that was how."""
    account = store.accounts.add(
        portal=PORTAL,
        role="parent",
        draft=None,
        profile={"iin": iin, "labels": {}, **known},
        password_hash="",
        now=now,
    )
    store.accounts.confirm(account.id, now)
    store.accounts.join(account.id, person, now)
    return store.accounts.change_profile(account, known)


def apply_form(
    district: Field,
    places: PlaceChoices,
    *,
    register: PopulationRegister,
    rules: Rules,
    today: Callable[[], date],
) -> Form:
    """Step 1 the applicant, step 2 the child, as on the portal."""
    fits = young_enough(rules, today, district_of)
    return Form(
        APPLY,
        (
            district,
            Field("actual", Consent("akmola-actual-yes"), words="akmola-actual"),
            Field(
                "algorithm",
                Consent("akmola-algorithm-read"),
                words="akmola-algorithm",
                check=applicant_known(register),
                remark=applicant_silent,
            ),
            *applicant_fields("algorithm"),
            email_field(),
            Field(
                "phone",
                TypedPhone(),
                words="parent-phone",
                suggest=lambda before: before.get("known_phone"),
            ),
            Field(
                "iin",
                any_iin(),
                words="akmola-child-iin",
                check=child_at_home(register, places, fits),
                lookup=refuse_placed,
                remark=child_silent(),
            ),
            *child_fields(today, fits=fits),
            Field("together", OneOf(SEVERAL), words="together"),
            *(f for n in TWINS for f in twin_fields(n, register, fits, today)),
            Field(
                "area",
                OneOf(lambda before: places.localities(before["district"])),
                words="akmola-area",
                suggest=area_registered,
                lookup=refuse_unregistered,
            ),
            Field(
                "registered",
                OneOf(REGISTERED),
                words="registered",
                when=unasked_home,
                decided_by="iin",
                lookup=refuse_nowhere,
            ),
            languages_field(),
            Field("foreign", yes_or_no(), words="foreign"),
            Field(
                "foreign_paper",
                Paper(),
                words="foreign-paper",
                when=foreign,
                decided_by="foreign",
            ),
            *benefit_fields(rules, district_of),
        ),
    )


def twin_fields(
    n: int, register: PopulationRegister, fits: Fits, today: Callable[[], date]
) -> tuple[Field, ...]:
    """The IIN of the second, third or fourth, and what the register doesn't tell of them."""
    key, prefix = f"iin{n}", f"c{n}_"

    def there(before: Answers) -> bool:
        return int(before["together"]) >= n

    number = Field(
        key,
        any_iin(),
        words=TWINS[n],
        when=there,
        decided_by="together",
        check=child_known(register, prefix, twin_of(fits)),
        lookup=other_child(n),
        remark=child_silent(prefix),
    )
    asked = child_fields(today, prefix, key, born_together(fits))
    return (number, *(replace(f, when=there, decided_by="together") for f in asked))


def twin_of(fits: Fits) -> Fits:
    """A twin is as young as the others, and born with them. Raises TwinsApart."""

    def fit(child: ChildTold, before: Answers) -> None:
        fits(child, before)
        if abs(child.born - date.fromisoformat(before["born"])) > TWINS_APART:
            raise TwinsApart

    return fit


def born_together(fits: Fits) -> Fits:
    """The same where the birth date is typed. Raises BornApart."""
    together = twin_of(fits)

    def fit(child: ChildTold, before: Answers) -> None:
        try:
            together(child, before)
        except TwinsApart:
            raise BornApart(date.fromisoformat(before["born"])) from None

    return fit


def other_child(n: int) -> Lookup:
    """The `n`th child is none of those before it, and has no place yet. Raises ChildTwice and
    PlaceAlready."""

    def lookup(desk: Desk, value: Any, before: Answers) -> None:
        known = {before["iin"]: "", **{before[f"iin{m}"]: f"c{m}_" for m in range(2, n)}}
        if value in known:
            parts = (before[f"{known[value]}{part}"] for part in NAMES)
            raise ChildTwice(full_name(*parts))
        refuse_placed(desk, value, before)

    return lookup


def child_at_home(register: PopulationRegister, places: PlaceChoices, fits: Fits) -> Check:
    """The child, and where it is registered: by itself, or with the applicant."""
    knows = child_known(register, fits=fits)

    async def check(value: Any, before: Answers) -> Checked:
        checked = await knows(value, before)
        foreign = {"foreign": "yes"} if is_foreign(value) else {}
        try:
            home = await register.address(value) or await register.address(before[PARENT])
        except RegisterSilent:
            return Checked(value, {**checked.facts, **foreign})
        code = home.locality if home else ""
        names = dict(places.atlas.place(code).names) if code else {}
        told = {HOME: {"locality": code, "names": names}}
        return Checked(value, {**checked.facts, **foreign, **told})

    return check


def unasked_home(before: Answers) -> bool:
    """Whether no register said where the child is registered."""
    return HOME not in before


def area_registered(before: Answers) -> str | None:
    return before[HOME]["locality"] if HOME in before else None


def refuse_unregistered(desk: Desk, value: Any, before: Answers) -> None:
    """The residence must be in the district whose queue it is."""
    if HOME not in before:
        return
    home = before[HOME]
    if not home["locality"]:
        raise NotRegisteredHere
    if home["locality"][:4] != value[:4]:
        raise RegisteredElsewhere(home["names"])


def refuse_nowhere(desk: Desk, value: Any, before: Answers) -> None:
    if value == "nowhere":
        raise NotRegisteredHere


def district_of(before: Answers) -> str:
    return str(before["district"])


def foreign(before: Answers) -> bool:
    return bool(before["foreign"] == "yes")


def wanted(held: Answers, atlas: Atlas) -> Wanted:
    """What a filled form applies for; twins stand next to each other."""
    twins = [n for n in TWINS if int(held["together"]) >= n]
    return Wanted(
        (child_of(held), *(child_of(held, f"c{n}_", f"iin{n}") for n in twins)),
        atlas.queue_of(held["area"]),
        "general",
        tuple(held["languages"]),
        benefit_of(held),
    )

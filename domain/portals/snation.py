"""balabaqsha.snation.kz (Smart Nation), kindergartens by queue and bulletin: the parent's account.
Phone, consent, password of 8-40 characters, then the IIN, by which a register knows the person.
Source: kazakhstan.md §S."""

from collections.abc import Callable
from datetime import date

from domain.cabinets import iin_is_free
from domain.children import not_listed
from domain.forms import cabinets
from domain.forms.cabinets import Tools, inviting, resetting, signing_in
from domain.forms.checks import known_to, register_silent
from domain.forms.families import child_fields, child_iin, child_known, child_silent
from domain.forms.kinds import Consent, OneOf
from domain.forms.model import Choice, Field, Form
from domain.forms.papers import Paper
from domain.forms.person import OwnPhone, Patronymic, iin, name
from domain.ports import PopulationRegister

PORTAL, TITLE = "snation", "Smart Nation"
OPEN = "snation-open"
SIGN_IN = "snation-signin"
RESET = "snation-reset"
OTHER_PARENT = "snation-parent"
CHILD = "snation-child"


def forms(
    register: PopulationRegister,
    tools: Tools,
    *,
    ethnicities: tuple[Choice, ...],
    today: Callable[[], date],
) -> tuple[Form, ...]:
    """All conversations of this portal. The consent comes before the phone: nothing is taken
    without it (law 94-V, art. 8). Names are asked for only where the register is silent."""
    opening = (
        Field("consent", Consent("consent-give"), words="snation-consent"),
        Field("phone", OwnPhone(), words="cabinet-phone"),
        *cabinets.passwords(tools),
        Field(
            "iin",
            iin(),
            words="parent-iin",
            check=known_to(register),
            remark=register_silent,
            lookup=iin_is_free(PORTAL),
        ),
        Field("surname", name(), words="parent-surname"),
        Field("given", name(), words="parent-given"),
        Field("patronymic", Patronymic(), words="parent-patronymic", actions=("no-patronymic",)),
    )
    return (
        Form(OPEN, opening),
        signing_in(SIGN_IN, PORTAL, tools),
        resetting(RESET, PORTAL, tools),
        inviting(OTHER_PARENT, TITLE, tools),
        child_form(register, ethnicities, today),
    )


def child_form(
    register: PopulationRegister, ethnicities: tuple[Choice, ...], today: Callable[[], date]
) -> Form:
    """A child of the cabinet: the register tells of it by its IIN, the rest is asked."""
    return Form(
        CHILD,
        (
            Field(
                "iin",
                child_iin(),
                words="child-iin",
                check=child_known(register),
                lookup=not_listed(),
                remark=child_silent(),
            ),
            *child_fields(today),
            Field("ethnicity", OneOf(ethnicities), words="child-ethnicity"),
            Field("photo", Paper(portrait=True), words="child-photo", optional=True),
        ),
    )

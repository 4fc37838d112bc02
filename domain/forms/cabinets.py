"""What every cabinet has: sign-in, a forgotten password, adding the other parent."""

from dataclasses import dataclass

from domain.cabinets import PASSWORD, code_needed, invites, proves_holder
from domain.codes import Purpose, Render
from domain.forms.chat_codes import CHAT_CODE, CodeDesk, proves
from domain.forms.checks import Door, Hasher, hashed, repeats
from domain.forms.holders import Entry, HolderPhone, opens_cabinet
from domain.forms.model import Field, Form
from domain.forms.person import Secret, SecretAgain, TypedPhone, iin


@dataclass(frozen=True, slots=True)
class Tools:
    """What the conversations of cabinets need from outside."""

    hasher: Hasher
    door: Door
    codes: CodeDesk
    render: Render


def passwords(tools: Tools) -> tuple[Field, ...]:
    return (
        Field("password", Secret(PASSWORD), words="cabinet-password", check=hashed(tools.hasher)),
        Field(
            "password_again",
            SecretAgain("password"),
            words="password-again",
            check=repeats(tools.hasher, "password"),
            follow_up=True,
        ),
    )


def signing_in(name: str, portal: str, tools: Tools) -> Form:
    """IIN, password, and the phone: its own contact, or the code its chat was sent."""
    entry = Field(
        "entry",
        Entry(),
        words="cabinet-entry",
        check=opens_cabinet(tools.door, portal),
        actions=("cabinet-forgot",),
    )
    login = Field("login", iin(), words="cabinet-login")
    return Form(name, (login, entry, *holder(portal, "login", tools)), review=False)


def resetting(name: str, portal: str, tools: Tools) -> Form:
    login = Field(
        "login", iin(), words="cabinet-login", suggest=lambda before: before.get("known")
    )
    fields = (login, *holder(portal, "recover", tools), *passwords(tools))
    return Form(name, fields, review=False)


def holder(portal: str, purpose: Purpose, tools: Tools) -> tuple[Field, ...]:
    """Proves that the cabinet's phone is at hand; the code is asked for only where the own
    contact isn't that phone."""
    return (
        Field(
            "phone",
            HolderPhone(),
            words="cabinet-phone",
            lookup=proves_holder(portal, purpose, tools.render),
        ),
        Field(
            "code",
            CHAT_CODE,
            words="holder-code",
            when=code_needed,
            decided_by="phone",
            check=proves(tools.codes),
            follow_up=True,
            actions=("cabinet-resend",),
        ),
    )


def inviting(name: str, title: str, tools: Tools) -> Form:
    """The other parent's phone, and the code that came to their chat."""
    return Form(
        name,
        (
            Field(
                "phone",
                TypedPhone(),
                words="other-phone",
                lookup=invites(title, tools.render),
            ),
            Field(
                "code",
                CHAT_CODE,
                words="other-code",
                check=proves(tools.codes),
                actions=("cabinet-resend",),
            ),
        ),
        review=False,
    )

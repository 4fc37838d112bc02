"""Linking a phone to a chat, in place of the ED24 app: consent first, then the own contact. Where
a portal's link or pairing code led here, the draft knows how (`how`); the proof is the same."""

from domain.codes import Render
from domain.forms.kinds import Consent
from domain.forms.model import Answers, Desk, Draft, Field, Form
from domain.forms.person import OWN, OwnPhone
from domain.links import AskOld, How, Linked, link

LINK = "codes-link"
AGREED = {"consent": "yes"}
"""A chat that has a phone has agreed before: another number takes two taps."""


def forms() -> tuple[Form, ...]:
    fields = (
        Field("consent", Consent("link-consent-give"), words="link-consent"),
        Field("phone", OwnPhone(), words="link-phone"),
    )
    return (Form(LINK, fields, review=False),)


def begin(desk: Desk, how: How, **known: object) -> Draft:
    """A new draft of the form, in place of one that was left."""
    desk.store.drafts.drop_form(desk.person, LINK)
    return desk.store.drafts.open(desk.person, LINK, desk.now, answers={"how": how, **known})


def link_from(desk: Desk, draft: Draft, held: Answers, render: Render) -> Linked | AskOld:
    """Ends the form: the phone is this chat's, or its present chat must be asked first."""
    desk.store.drafts.drop(draft.id)
    return link(desk.store, desk.person, held["phone"][OWN], held["how"], desk.now, render)

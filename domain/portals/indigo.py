"""INDIGO, the kindergarten queue of the cities: the personal cabinet. Its codes came through the
ED24 app; here the phone is proven by the own contact. Source: kazakhstan.md §S (ED24, INDIGO)."""

from domain.cabinets import iin_is_free
from domain.forms import cabinets
from domain.forms.cabinets import Tools, inviting, resetting, signing_in
from domain.forms.kinds import Consent
from domain.forms.lists import PlaceChoices
from domain.forms.model import Field, Form
from domain.forms.person import OwnPhone, iin

PORTAL, TITLE = "indigo", "INDIGO"
OPEN = "indigo-open"
SIGN_IN = "indigo-signin"
RESET = "indigo-reset"
OTHER_PARENT = "indigo-parent"


def forms(places: PlaceChoices, tools: Tools) -> tuple[Form, ...]:
    """All conversations of this portal. Its two consents come before the first answer (law 94-V,
    art. 8)."""
    opening = (
        Field("consent", Consent("consent-give"), words="indigo-consent"),
        Field("codes_consent", Consent("consent-give"), words="cabinet-codes"),
        Field("city", places.city, words="indigo-city"),
        Field("iin", iin(), words="parent-iin", lookup=iin_is_free(PORTAL)),
        Field("phone", OwnPhone(), words="cabinet-phone"),
        *cabinets.passwords(tools),
    )
    return (
        Form(OPEN, opening),
        signing_in(SIGN_IN, PORTAL, tools),
        resetting(RESET, PORTAL, tools),
        inviting(OTHER_PARENT, TITLE, tools),
    )

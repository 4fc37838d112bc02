"""What most tests ask: this document, this applicant, this moment."""

from typing import Any

from adapters.signatures.case import Case
from adapters.signatures.check import checked
from domain.signatures import Verdict
from domain.values.iin import Iin
from tests.signatures.authority import IIN, NOW, Authority, Holder, Recipe, signed

DOCUMENT = b"%PDF-1.7 an application"
APPLICANT = Iin.read(IIN)


def case(cms: bytes, **other: Any) -> Case:
    return Case(**{"cms": cms, "shown": DOCUMENT, "applicant": APPLICANT, "now": NOW, **other})


def judged(authority: Authority, cms: bytes, **other: Any) -> Verdict:
    """By a check that has fresh lists, on which nobody is."""
    return checked(case(cms, **other), authority.trust, authority.lists())


def by(who: Holder, **recipe: Any) -> bytes:
    return signed(who, DOCUMENT, Recipe(**recipe))

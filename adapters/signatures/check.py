"""The whole check of one signature, as a plain function: the same bytes, trust, revocation data
and time give the same verdict, today and when the evidence is looked at again."""

from collections.abc import Sequence

from adapters.signatures.algorithms import kind_of
from adapters.signatures.case import Case
from adapters.signatures.path import of_use, walked
from adapters.signatures.structure import Signed, held_to, opened
from adapters.signatures.trust import Trust
from adapters.signatures.usage import held_to_use, signer_of
from domain.signatures import Revocation, Verdict


def signed_here(case: Case) -> Signed:
    """What needs no authority: one signer, these bytes, this key, this use, this person."""
    signed = opened(case.cms, len(case.shown))
    held_to(signed, case.shown)
    held_to_use(signed.certificate, case.purpose)
    signer_of(signed.certificate, case.applicant)
    return signed


def checked(case: Case, trust: Trust, revocations: Sequence[Revocation]) -> Verdict:
    """Refuses by any class of domain.signatures."""
    signed = signed_here(case)
    path = walked(signed.certificate, trust, revocations, case.now)
    return Verdict(
        signer_of(signed.certificate, case.applicant),
        kind_of(signed.certificate.public_key),
        case.purpose,
        case.now,
        "here",
        [certificate.dump() for certificate in path],
        [word for word in revocations if of_use(word, path)],
    )

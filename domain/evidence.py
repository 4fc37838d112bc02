"""What proves a signature: the bytes that were shown, the signature, the certificates and the word
of revocation it was judged by, the time and the verdict, kept together. Whoever looks at them
again, years later, must come to the same verdict."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NewType

from domain.people import PersonId
from domain.signatures import Verdict

EvidenceId = NewType("EvidenceId", int)
SIGN_INS_KEPT = timedelta(days=365)
"""How long it can be shown who signed in. What proves a signed application lives as long as the
application: until its applicant erases both."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`about` names what was signed (`admission:17`), as in the wish."""

    person: PersonId
    about: str
    cms: bytes = field(repr=False)
    shown: bytes = field(repr=False)
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """`looked_at` is when it last gave the same verdict."""

    id: EvidenceId
    evidence: Evidence
    looked_at: datetime


def same(kept: Verdict, again: Verdict) -> bool:
    """Whether two verdicts are one: who signed, what for, with which key and authorities."""

    def said(verdict: Verdict) -> tuple[object, ...]:
        return (
            verdict.signer,
            verdict.algorithm,
            verdict.purpose,
            verdict.at,
            verdict.by,
            tuple(verdict.certificates),
        )

    return said(kept) == said(again)

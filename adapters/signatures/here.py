"""The verifier of this program: pinned authorities, NCA's OCSP, kept lists."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from adapters.signatures.case import Case
from adapters.signatures.child import Child
from adapters.signatures.ocsp import Ocsp
from domain.signatures import Purpose, Verdict
from domain.values.iin import Iin


@dataclass(frozen=True, slots=True)
class Here:
    """A SignatureVerifier. Keeps no asn1crypto in this process."""

    child: Child
    ocsp: Ocsp
    trust: Path
    lists: Path

    async def verify(
        self,
        cms: bytes,
        shown: bytes,
        *,
        applicant: Iin | None,
        now: datetime,
        purpose: Purpose = "sign",
    ) -> Verdict:
        case = Case(cms, shown, applicant, now, purpose)
        request = await self.child.run("question", case, self.trust)
        answers = await self.ocsp.answers(request)
        found = await self.child.run("verdict", case, self.trust, self.lists, answers)
        assert isinstance(found, Verdict)  # noqa: S101 by work.verdict
        return found

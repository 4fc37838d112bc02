"""Looks at evidence again: what was kept, and nothing else, must give the same verdict."""

from dataclasses import dataclass

from adapters.signatures.case import Case
from adapters.signatures.child import Child
from adapters.signatures.ncanode import held_to_answer
from domain.errors import Refusal
from domain.evidence import Evidence, same
from domain.signatures import Verdict


@dataclass(frozen=True, slots=True)
class Again:
    child: Child

    async def holds(self, evidence: Evidence) -> bool:
        """Whether the verdict is the same."""
        found = await self.judged(evidence)
        return found is not None and same(evidence.verdict, found)

    async def judged(self, evidence: Evidence) -> Verdict | None:
        kept = evidence.verdict
        case = Case(evidence.cms, evidence.shown, kept.signer.iin, kept.at, kept.purpose)
        if kept.by == "ncanode":
            return await self.by_its_answer(case, kept)
        found = await self.child.run("again", case, kept.certificates, kept.revocations)
        return found if isinstance(found, Verdict) else None

    async def by_its_answer(self, case: Case, kept: Verdict) -> Verdict | None:
        """NCANode's word is kept as it was; all else is looked at anew."""
        try:
            signer, kind, certificate, serial, _ = await self.child.run("looked_at", case)
            held_to_answer(kept.answer, serial)
        except Refusal:
            return None
        return Verdict(signer, kind, case.purpose, case.now, "ncanode", [certificate], [])

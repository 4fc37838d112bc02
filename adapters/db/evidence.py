"""What proves signatures, sealed."""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.evidence import evidence, evidence_parts
from adapters.db.shelf import Shelf
from domain.admission.applications import SIGNED
from domain.evidence import Evidence as Proof
from domain.evidence import EvidenceId, KeptEvidence
from domain.people import PersonId
from domain.signatures import Revocation, Signer, Verdict
from domain.values.iin import Iin

E = evidence.c
PARTS = evidence_parts.c
COLUMNS = ("cms", "shown", "verdict")


class Evidence(Shelf):
    """Rows of `evidence` and `evidence_parts`."""

    __slots__ = ()

    def keep(self, proof: Proof, now: datetime) -> EvidenceId:
        row = evidence.insert().values(
            person_id=proof.person,
            about=proof.about,
            made_at=now,
            looked_at=now,
            **{f"{name}_sealed": b"" for name in COLUMNS},
        )
        number = EvidenceId(self.connection.execute(row.returning(E.id)).scalar_one())
        plain = {"cms": proof.cms, "shown": proof.shown}
        whole = {name: self.seal.seal(part, place(name, number)) for name, part in plain.items()}
        whole["verdict"] = self.sealed(self.written(proof.verdict), place("verdict", number))
        sealed = {f"{name}_sealed": part for name, part in whole.items()}
        self.connection.execute(evidence.update().where(E.id == number).values(**sealed))
        return number

    def written(self, verdict: Verdict) -> dict[str, Any]:
        """A verdict as JSON. What speaks of authorities is put among the parts that all share;
        what speaks of the person stays within, and goes with it."""
        signer, *authorities = verdict.certificates or [b""]
        return {
            "iin": verdict.signer.iin.text,
            "name": verdict.signer.name,
            "patronymic": verdict.signer.patronymic,
            "algorithm": verdict.algorithm,
            "purpose": verdict.purpose,
            "at": verdict.at.isoformat(),
            "by": verdict.by,
            "signer": text(signer),
            "authorities": [self.put(part) for part in authorities],
            "ocsp": [text(w.content) for w in verdict.revocations if w.kind == "ocsp"],
            "crl": [self.put(w.content) for w in verdict.revocations if w.kind == "crl"],
            "answer": text(verdict.answer),
        }

    def put(self, part: bytes) -> str:
        digest = self.seal.digest("evidence-part", hashlib.sha256(part).hexdigest())
        known = sa.select(PARTS.digest).where(PARTS.digest == digest)
        if self.connection.execute(known).first() is None:
            sealed = self.seal.seal(part, part_place(digest))
            new = self.insert_new(evidence_parts).values(digest=digest, content_sealed=sealed)
            self.connection.execute(new)
        return digest.hex()

    def part(self, written: str) -> bytes:
        digest = bytes.fromhex(written)
        query = sa.select(PARTS.content_sealed).where(PARTS.digest == digest)
        return self.seal.open(self.connection.execute(query).scalar_one(), part_place(digest))

    def load(self, number: EvidenceId) -> KeptEvidence | None:
        found = self.found(sa.select(evidence).where(E.id == number))
        return found[0] if found else None

    def about(self, about: str) -> list[KeptEvidence]:
        """The newest first."""
        query = sa.select(evidence).where(E.about == about)
        return self.found(query.order_by(E.id.desc()))

    def of(self, person: PersonId) -> list[KeptEvidence]:
        """The newest first."""
        query = sa.select(evidence).where(E.person_id == person)
        return self.found(query.order_by(E.id.desc()))

    def purge_sign_ins(self, before: datetime) -> int:
        """Drops what only shows that somebody signed in."""
        applications = E.about.startswith(f"{SIGNED}:", autoescape=True)
        gone = evidence.delete().where(E.made_at < before, ~applications)
        return self.connection.execute(gone).rowcount

    def to_look_at(self, before: datetime, most: int) -> list[KeptEvidence]:
        """Those not looked at since, the longest ago first."""
        query = sa.select(evidence).where(E.looked_at < before)
        return self.found(query.order_by(E.looked_at, E.id).limit(most))

    def looked_at(self, numbers: Sequence[EvidenceId], now: datetime) -> None:
        seen = evidence.update().where(E.id.in_(numbers))
        self.connection.execute(seen.values(looked_at=now))

    def forget(self, person: PersonId) -> None:
        """What is left among the parts belongs to authorities; nobody's name is in it."""
        mine = evidence.delete().where(E.person_id == person)
        self.connection.execute(mine)

    def found(self, query: sa.Select[Any]) -> list[KeptEvidence]:
        return [self.kept(row) for row in self.connection.execute(query)]

    def kept(self, row: Any) -> KeptEvidence:
        cms, shown = (
            self.seal.open(getattr(row, f"{name}_sealed"), place(name, row.id))
            for name in ("cms", "shown")
        )
        verdict = self.read(self.opened(row.verdict_sealed, place("verdict", row.id)))
        proof = Proof(PersonId(row.person_id), row.about, cms, shown, verdict)
        return KeptEvidence(EvidenceId(row.id), proof, row.looked_at)

    def read(self, written: dict[str, Any]) -> Verdict:
        return Verdict(
            Signer(Iin(written["iin"]), written["name"], written["patronymic"]),
            written["algorithm"],
            written["purpose"],
            datetime.fromisoformat(written["at"]),
            written["by"],
            [b64decode(written["signer"]), *(self.part(d) for d in written["authorities"])],
            [
                *(Revocation("ocsp", b64decode(answer)) for answer in written["ocsp"]),
                *(Revocation("crl", self.part(digest)) for digest in written["crl"]),
            ],
            b64decode(written["answer"]),
        )


def text(part: bytes) -> str:
    return b64encode(part).decode()


def place(column: str, number: EvidenceId) -> str:
    return f"evidence.{column}:{number}"


def part_place(digest: bytes) -> str:
    return f"evidence_parts.content:{digest.hex()}"

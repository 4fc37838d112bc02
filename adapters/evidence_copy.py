"""What proves a person's signatures, as files that other programs open: for `/mydata`."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from domain.evidence import KeptEvidence

MADE = (1980, 1, 1, 0, 0, 0)
"""Of every file in the archive: the same evidence gives the same bytes."""


def zipped(evidence: Sequence[KeptEvidence]) -> bytes:
    """A folder of each signature; lists of authorities are in `authorities`, once for all."""
    out, there = io.BytesIO(), set[str]()
    with zipfile.ZipFile(out, "w") as archive:
        for number, kept in enumerate(evidence, 1):
            for name, content in files(number, kept):
                if name not in there:
                    there.add(name)
                    archive.writestr(zipfile.ZipInfo(name, MADE), content)
    return out.getvalue()


def files(number: int, kept: KeptEvidence) -> Iterator[tuple[str, bytes]]:
    proof, verdict = kept.evidence, kept.evidence.verdict
    ending = "pdf" if proof.shown.startswith(b"%PDF") else "txt"
    authorities = [named("cer", part) for part in verdict.certificates[1:]]
    lists = [named("crl", w.content) for w in verdict.revocations if w.kind == "crl"]
    answers = [w.content for w in verdict.revocations if w.kind == "ocsp"]
    told = {
        **summary(kept),
        "document": f"document.{ending}",
        "signature": "signature.cms",
        "authorities": [name for name, _ in (*authorities, *lists)],
    }
    folder = [
        ("verdict.json", json.dumps(told, ensure_ascii=False, indent=2).encode()),
        (f"document.{ending}", proof.shown),
        ("signature.cms", proof.cms),
        *(("signer.cer", part) for part in verdict.certificates[:1] if part),
        *((f"{n}.ocsp", part) for n, part in enumerate(answers, 1)),
        *([("ncanode.json", verdict.answer)] if verdict.answer else []),
    ]
    yield from ((f"{number}/{name}", content) for name, content in folder)
    yield from (*authorities, *lists)


def named(ending: str, content: bytes) -> tuple[str, bytes]:
    return f"authorities/{hashlib.sha256(content).hexdigest()[:16]}.{ending}", content


def summary(kept: KeptEvidence) -> dict[str, Any]:
    proof, verdict = kept.evidence, kept.evidence.verdict
    return {
        "about": proof.about,
        "purpose": verdict.purpose,
        "signed": moment(verdict.at),
        "iin": verdict.signer.iin.text,
        "name": verdict.signer.name,
        "patronymic": verdict.signer.patronymic,
        "key": verdict.algorithm,
        "checked_by": verdict.by,
        "looked_at": moment(kept.looked_at),
    }


def summaries(evidence: Iterable[KeptEvidence]) -> list[dict[str, Any]]:
    return [summary(kept) for kept in evidence]


def moment(at: datetime) -> str:
    return at.isoformat()

"""Whom we trust: certificates of authorities in a folder, and nothing else: not the system's, not
those that come with a signature. What lies there was put there by the operator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import pem, x509

from adapters.signatures.case import TrustBroken

CERTIFICATES = {".cer", ".crt", ".pem", ".der"}


@dataclass(frozen=True, slots=True)
class Trust:
    """Authorities. A path ends at an anchor: a root, or what has no issuer in the folder."""

    anchors: Sequence[x509.Certificate]
    others: Sequence[x509.Certificate]

    @classmethod
    def of(cls, authorities: Sequence[x509.Certificate]) -> "Trust":
        names = {a.subject.hashable for a in authorities}
        anchors = [a for a in authorities if rooted(a) or a.issuer.hashable not in names]
        return cls(anchors, [a for a in authorities if a not in anchors])


def rooted(authority: x509.Certificate) -> bool:
    return bool(authority.issuer.hashable == authority.subject.hashable)


def trusted(folder: Path) -> Trust:
    """Raises TrustBroken."""
    found = [
        certificate
        for path in files(folder)
        if path.suffix.lower() in CERTIFICATES
        for certificate in read(path)
    ]
    if not found:
        raise TrustBroken(f"EDS_TRUST_DIR: no certificates in {folder}")
    return Trust.of(found)


def files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as trouble:
        raise TrustBroken(f"EDS_TRUST_DIR: {type(trouble).__name__}") from None


def read(path: Path) -> Iterator[x509.Certificate]:
    try:
        for der in ders(path.read_bytes()):
            certificate = x509.Certificate.load(der, strict=True)
            if not certificate.ca:
                raise TrustBroken(f"EDS_TRUST_DIR: {path.name} is not an authority's certificate")
            yield certificate
    except (ValueError, TypeError, OSError) as trouble:
        raise TrustBroken(
            f"EDS_TRUST_DIR: cannot read {path.name} ({type(trouble).__name__})"
        ) from None


def ders(content: bytes) -> Iterator[bytes]:
    if not pem.detect(content):
        yield content
        return
    for kind, _, der in pem.unarmor(content, multiple=True):
        if kind == "CERTIFICATE":
            yield der

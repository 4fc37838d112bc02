"""Revocation lists as files: in the folder of trust, and where fetched lists are kept."""

from pathlib import Path

from domain.signatures import Revocation

MOST_BYTES = 2 * 1024 * 1024
"""A longer one costs seconds to read; people are asked about by OCSP, lists serve for authorities
and when OCSP is silent."""
SUFFIX = ".crl"


def kept_lists(folder: Path) -> list[Revocation]:
    if not folder.is_dir():
        return []
    return [
        Revocation("crl", path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.suffix == SUFFIX and path.stat().st_size <= MOST_BYTES
    ]

"""What ties the papers of an application to its signature: the SHA-256 of each stands in the
document that is signed, to be read by people and, in its keywords, by us."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.errors import Refusal
from domain.forms.papers import whole
from domain.papers import FileName

FINGERPRINT: Final = re.compile(rb"sha256:([0-9a-f]{64})(?![0-9a-f])")
GROUP, GROUPS = 4, 8


@dataclass(eq=False)
class EnclosuresChanged(Refusal):
    """The papers that are kept aren't those whose fingerprints are signed."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper among the answers. One bound before fingerprints were taken has none."""

    key: str
    file: FileName
    fingerprint: str


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def readable(digits: str) -> str:
    """In groups that the eye can hold, eight to a line: `9f86 d081 …`. Whole: a part of it could
    be made to fit."""
    groups = [digits[at : at + GROUP] for at in range(0, len(digits), GROUP)]
    lines = [groups[at : at + GROUPS] for at in range(0, len(groups), GROUPS)]
    return "\n".join(" ".join(line) for line in lines)


def enclosures(content: Mapping[str, Any]) -> list[Enclosure]:
    """The finished papers among the answers, in their order."""
    found = [(key, whole(value)) for key, value in content.items()]
    return [
        Enclosure(key, FileName(paper["file"]), paper.get("sha256", ""))
        for key, paper in found
        if paper is not None
    ]


def keywords(fingerprints: Iterable[str]) -> str:
    return " ".join(f"sha256:{digits}" for digits in fingerprints)


def signed_over(document: bytes) -> frozenset[str]:
    """The fingerprints that stand in a document of ours; none in those from before."""
    return frozenset(found.decode() for found in FINGERPRINT.findall(document))

"""Files on disk: sealed, found by a keyed digest of what is in them and whose they are. A name
tells nobody whether two people sent the same paper, and never comes from a sender."""

import asyncio
import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from adapters.crypto import Seal, SealBroken, sync_folder
from domain.papers import FileName
from domain.people import PersonId
from domain.ports import FileGone
from domain.store import StoreUnavailable

NAME = re.compile(r"[0-9a-f]{64}")
HALF_WRITTEN = ".part"


@dataclass(frozen=True)
class SealedFiles:
    """The port `domain.ports.Files` over a folder."""

    folder: Path
    seal: Seal

    async def keep(self, owner: PersonId, content: bytes) -> FileName:
        """On the disk when this returns. The same content of the same owner is one file. Raises
        StoreUnavailable when there is no room."""
        return await asyncio.to_thread(self.put, owner, content)

    async def load(self, name: FileName) -> bytes:
        return await asyncio.to_thread(self.get, name)

    async def erase(self, names: Iterable[FileName]) -> None:
        await asyncio.to_thread(self.remove, list(names))

    async def old(self, before: float) -> list[FileName]:
        """Files last written before that moment (seconds since 1970); half-written ones of that
        age, left by a crash, are removed at once."""
        return await asyncio.to_thread(self.listed, before)

    async def erase_older(self, names: Iterable[FileName], before: float) -> int:
        return await asyncio.to_thread(self.remove_older, list(names), before)

    def put(self, owner: PersonId, content: bytes) -> FileName:
        name = self.name_of(owner, hashlib.sha256(content).hexdigest())
        path = self.path(name)
        try:
            if path.exists():
                os.utime(path)  # wanted again: not old
            else:
                written(path, self.seal.seal(content, place(name)))
        except OSError as trouble:
            raise StoreUnavailable(type(trouble).__name__) from trouble
        return name

    def name_of(self, owner: PersonId, sha256: str) -> FileName:
        return FileName(self.seal.digest("paper", f"{owner}:{sha256}").hex())

    def path(self, name: FileName) -> Path:
        """Raises FileGone for what can't be a name of ours."""
        if not NAME.fullmatch(name):
            raise FileGone
        return self.folder / name[:2] / name

    def get(self, name: FileName) -> bytes:
        try:
            return self.seal.open(self.path(name).read_bytes(), place(name))
        except (FileNotFoundError, SealBroken):
            raise FileGone from None

    def remove(self, names: Iterable[FileName]) -> None:
        for name in names:
            self.path(name).unlink(missing_ok=True)

    def remove_older(self, names: Iterable[FileName], before: float) -> int:
        """Looks at the age once more: a file may have been kept anew meanwhile."""
        old = [name for name in names if touched_before(self.path(name), before)]
        self.remove(old)
        return len(old)

    def listed(self, before: float) -> list[FileName]:
        found = []
        for path in self.folder.glob("??/*"):
            if not touched_before(path, before):
                continue
            if path.suffix == HALF_WRITTEN:
                path.unlink(missing_ok=True)
            elif NAME.fullmatch(path.name):
                found.append(FileName(path.name))
        return found


def place(name: FileName) -> str:
    return f"papers:{name}"


def touched_before(path: Path, moment: float) -> bool:
    try:
        return path.stat().st_mtime < moment
    except FileNotFoundError:  # erased meanwhile
        return False


def written(path: Path, content: bytes) -> None:
    """The name appears only when the content is on the disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}{HALF_WRITTEN}")
    try:
        with beside.open("xb") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)

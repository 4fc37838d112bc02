"""Who checks e-signatures here: this program with pinned authorities, NCANode, or nobody."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.signatures.child import Child
from adapters.signatures.here import Here
from adapters.signatures.lists import Lists
from adapters.signatures.ncanode import NcaNode
from adapters.signatures.ocsp import Ocsp
from app.config import Settings
from app.database import StartRefused
from app.signing import NotConnected
from domain.signatures import SignatureVerifier
from scheduler.build import Tick


@dataclass(frozen=True)
class Checking:
    """A verifier, and what it needs done from time to time."""

    verifier: SignatureVerifier
    ticks: Mapping[str, tuple[Tick, float]]


@asynccontextmanager
async def checking(settings: Settings) -> AsyncIterator[Checking]:
    """Raises StartRefused for a folder that can't be trusted."""
    child = Child()
    try:
        yield await chosen(settings, child)
    finally:
        await child.close()


async def chosen(settings: Settings, child: Child) -> Checking:
    ticks: dict[str, tuple[Tick, float]] = {"signature child": (child.tick, 60)}
    if settings.ncanode_url is not None:
        return Checking(NcaNode(child, settings.ncanode_url), ticks)
    if settings.eds_trust_dir is None:
        return Checking(NotConnected(), {})
    ours = settings.eds_trust_dir == settings.sandbox_trust  # made by us: no need to start a child
    if not ours and (trouble := await child.run("trouble_with", settings.eds_trust_dir)):
        raise StartRefused(trouble)
    lists = Lists(settings.eds_crl_urls.split(), settings.data_dir / "eds")
    here = Here(child, Ocsp(settings.eds_ocsp_url), settings.eds_trust_dir, lists.folder)
    return Checking(here, {**ticks, "revocation lists": (lists.tick, 60)})

"""Who checks e-signatures here: this program with pinned authorities, NCANode, or nobody."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.db.engine import Database
from adapters.enclosed import Enclosed
from adapters.signatures.again import Again
from adapters.signatures.child import Child
from adapters.signatures.here import Here
from adapters.signatures.lists import Lists
from adapters.signatures.ncanode import NcaNode
from adapters.signatures.ocsp import Ocsp
from app.config import Settings
from app.database import StartRefused, kept_papers
from app.signing import NotConnected
from domain.ports import Clock
from domain.signatures import SignatureVerifier
from scheduler.build import Tick
from scheduler.evidence import LookAgain


@dataclass(frozen=True)
class Checking:
    """A verifier, and what it needs done from time to time."""

    verifier: SignatureVerifier
    ticks: Mapping[str, tuple[Tick, float]]


@asynccontextmanager
async def checking(
    settings: Settings, database: Database, clock: Clock
) -> AsyncIterator[Checking]:
    """Raises StartRefused for a folder that can't be trusted."""
    child = Child()
    enclosed = Enclosed(database, kept_papers(settings, database))
    look = LookAgain(database, clock, Again(child), enclosed)
    ticks: dict[str, tuple[Tick, float]] = {
        "evidence": (look.tick, 3600),
        "signature child": (child.tick, 60),
    }
    try:
        yield await chosen(settings, child, ticks)
    finally:
        await child.close()


async def chosen(
    settings: Settings, child: Child, ticks: dict[str, tuple[Tick, float]]
) -> Checking:
    if settings.ncanode_url is not None:
        return Checking(NcaNode(child, settings.ncanode_url), ticks)
    if settings.eds_trust_dir is None:
        return Checking(NotConnected(), ticks)
    ours = settings.eds_trust_dir == settings.sandbox_trust  # made by us: no need to start a child
    if not ours and (trouble := await child.run("trouble_with", settings.eds_trust_dir)):
        raise StartRefused(trouble)
    lists = Lists(settings.eds_crl_urls.split(), settings.data_dir / "eds")
    here = Here(child, Ocsp(settings.eds_ocsp_url), settings.eds_trust_dir, lists.folder)
    return Checking(here, {**ticks, "revocation lists": (lists.tick, 60)})

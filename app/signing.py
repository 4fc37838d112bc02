"""The parts that get documents signed, put together."""

from datetime import datetime

from aiohttp import web

from adapters.admission.cards import Teller
from adapters.db.engine import Database
from adapters.egov import Organisation
from adapters.enclosed import Enclosed
from adapters.sigex import Sigex
from adapters.signed import Signatures
from adapters.signing_card import Cards, names
from adapters.words import Words
from app import admission
from app.config import Settings
from app.database import kept_papers
from app.lists import days_off
from bot import build
from bot.talk import House
from domain.ports import Clock
from domain.signatures import Purpose, SignatureNotCheckedNow, SignatureVerifier, Verdict
from domain.values.iin import Iin
from web import handover
from web.handover import Handover
from web.signing import Signing

SANDBOX_LAUNCHER = "/phone"
"""Where the sandbox's phone plays eGov Mobile."""


def signatures(
    settings: Settings,
    database: Database,
    clock: Clock,
    words: Words,
    verifier: SignatureVerifier,
    *,
    public_url: str,
    sandbox_url: str,
) -> Signatures:
    """`sandbox_url` is empty outside the sandbox."""
    launcher = f"{sandbox_url}{SANDBOX_LAUNCHER}" if sandbox_url else settings.egov_launcher
    if settings.sigex_url is not None:
        launcher = f"{public_url}{handover.PATH}"
    cards = Cards(words, launcher, public_url, scanned=settings.sigex_url is None)
    told = Teller(words, admission.rules(days_off()), days_off(), settings.time_zone)
    enclosed = Enclosed(database, kept_papers(settings, database))
    return Signatures(database, clock, verifier, cards, build.finish(told), enclosed)


def handing_over(settings: Settings, house: House, *, url: str) -> Handover | None:
    """None where documents go to eGov Mobile by our own address."""
    if settings.sigex_url is None:
        return None
    route = Sigex(settings.sigex_url, house.clock)
    return Handover(house.signatures, route, url, f"https://t.me/{house.username}")


def signing_routes(
    settings: Settings, house: House, over: Handover | None, *, url: str
) -> list[web.RouteDef]:
    organisation = Organisation(
        names(house.words, "signing-organisation"), settings.operator_bin or ""
    )
    page = Signing(house.signatures, house.words, house.database.seal, organisation, url)
    if over is None:
        return page.routes()
    return [*page.routes(), web.get(f"{handover.PATH}/", page.served(over.served))]


class NotConnected:
    """No certification authorities are known here: a signature can't be judged now."""

    async def verify(
        self,
        cms: bytes,
        shown: bytes,
        *,
        applicant: Iin | None,
        now: datetime,
        purpose: Purpose = "sign",
    ) -> Verdict:
        raise SignatureNotCheckedNow

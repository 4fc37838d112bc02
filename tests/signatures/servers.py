"""What stands outside: NCA's OCSP service and NCANode, as small servers with an authority of
tests behind them."""

import asyncio
import base64
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web
from asn1crypto import cms, ocsp, x509

from adapters.signatures.path import walked
from domain.errors import Refusal
from domain.signatures import Revocation, SignatureKeyRevoked, SignatureNotCheckedNow
from tests.signatures.authority import NOW, Authority, ocsp_of


@asynccontextmanager
async def serving(path: str, handler: Callable[..., Any]) -> AsyncIterator[str]:
    """The address of a server with one POST route."""
    app = web.Application(client_max_size=10 * 2**20)
    app.router.add_post(path, handler)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@dataclass
class OcspService:
    """Answers about the people it is told of; `down` makes it fail."""

    authority: Authority
    people: dict[int, str] = field(default_factory=dict)
    down: bool = False
    asked: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        if self.down:
            return web.Response(status=503)
        wanted = ocsp.OCSPRequest.load(await request.read(), strict=True)
        (one,) = wanted["tbs_request"]["request_list"]
        number = one["req_cert"]["serial_number"].native
        status = self.people.get(number, "unknown")
        word = ocsp_of(number, self.authority.nca, status=status)
        return web.Response(body=word.content, content_type="application/ocsp-response")


@dataclass
class FakeNcaNode:
    """Walks the path by the authority's lists, and tells of it as NCANode does. Like NCANode, it
    doesn't hold the signature to the document that was shown."""

    authority: Authority
    lists: list[Revocation] = field(default_factory=list)
    now: datetime = NOW
    down: bool = False
    asked: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        if self.down:
            return web.Response(status=502)
        given = await request.json()
        assert given["revocationCheck"] == ["OCSP", "CRL"]
        data = cms.ContentInfo.load(base64.b64decode(given["cms"]))["content"]
        (signer,) = data["signer_infos"]
        number = signer["sid"].chosen["serial_number"].native
        certificate = next(
            c.chosen for c in data["certificates"] if c.chosen.serial_number == number
        )
        return web.json_response(await asyncio.to_thread(self.told, certificate))

    def told(self, certificate: x509.Certificate) -> dict[str, Any]:
        word: dict[str, Any] = {"revoked": False, "by": "OCSP", "reason": "OK"}
        valid = False
        try:
            walked(certificate, self.authority.trust, self.lists, self.now)
            valid = True
        except SignatureKeyRevoked:
            word |= {"revoked": True, "revocationTime": "2026-08-30T06:00:00.000+00:00"}
        except SignatureNotCheckedNow:
            word |= {"reason": "Unknown status"}
        except Refusal:
            valid = False
        told = {
            "valid": valid,
            "revocations": [word],
            "serialNumber": f"{certificate.serial_number:x}",
            "keyUsage": "SIGN",
            "subject": {"iin": "900101310004"},
        }
        return {
            "status": 200,
            "message": "OK",
            "valid": valid,
            "signers": [{"certificates": [told], "tsp": None}],
        }

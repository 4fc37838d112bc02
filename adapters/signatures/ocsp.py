"""Asks NCA's OCSP service about one certificate, at the address of the settings and no other: the
addresses in certificates are whatever somebody wrote there."""

from dataclasses import dataclass

import aiohttp
import structlog

from adapters.signatures.lists import body
from domain.signatures import Revocation

log = structlog.get_logger()
SECONDS = 10.0
MOST_BYTES = 64 * 1024
HEADERS = {"Content-Type": "application/ocsp-request", "Accept": "application/ocsp-response"}


@dataclass(frozen=True, slots=True)
class Ocsp:
    """Asks at `url`; nobody where that is empty."""

    url: str

    async def answers(self, request: bytes) -> list[Revocation]:
        """One answer, or none where nobody answers: then a list may still serve. An empty address
        asks nobody."""
        if not self.url:
            return []
        if not self.url:
            return []
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, trust_env=False) as session,
                session.post(
                    self.url, data=request, headers=HEADERS, allow_redirects=False
                ) as answer,
            ):
                return [Revocation("ocsp", await body(answer, MOST_BYTES))]
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
            log.warning("OCSP does not answer", trouble=type(trouble).__name__)
            return []

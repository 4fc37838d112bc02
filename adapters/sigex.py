"""SIGEX carries a document to eGov Mobile where our own address is not on its allow list
(kazakhstan.md 2.3): a link is asked for, the documents are handed over once the phone has come for
them, the signatures are waited for. SIGEX sees the documents; what it brings is not verified yet.

Answers with 200 may be refusals (`{"message": …}`), and both waits are long polls that break off.
"""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit

import aiohttp
import structlog

from adapters.signatures.lists import body
from domain.ports import Clock, Lang
from domain.signing import (
    SigningAway,
    SigningDeclined,
    SigningExpired,
    SigningOffer,
    SigningOrder,
    ToSign,
)

Json = dict[str, Any]
log = structlog.get_logger()
SECONDS, LONG_SECONDS = 20.0, 60.0
MOST_BYTES = 1024 * 1024
"""Of an answer, beside the documents themselves."""
LAUNCH_HOST = "m.egov.kz"
NAMES: Mapping[Lang, str] = {"kk": "nameKz", "ru": "nameRu", "en": "nameEn"}
BROKEN_OFF = (aiohttp.ClientError, TimeoutError, OSError)


class Refused(Exception):
    """SIGEX says no; its words are for the log."""


@dataclass(frozen=True, slots=True)
class Sigex:
    """A SigningRoute. `handed` is which documents the phone has, as far as this process knows."""

    url: str
    clock: Clock
    handed: set[str] = field(default_factory=set)

    async def offer(self, order: SigningOrder) -> SigningOffer:
        given = {"description": order.description, "whenDone": {"backUrl": order.back_url}}
        try:
            said = await self.called("POST", f"{self.url}/api/egovQr", given, SECONDS, MOST_BYTES)
            return self.read(said)
        except (*BROKEN_OFF, Refused, KeyError, TypeError, ValueError) as trouble:
            log.warning("SIGEX gives no link", trouble=type(trouble).__name__)
            raise SigningAway from None

    def read(self, said: Json) -> SigningOffer:
        """Raises ValueError for addresses that lead elsewhere: they would get the documents."""
        token = {name: self.own(str(said[name])) for name in ("dataURL", "signURL")}
        link = str(said["eGovMobileLaunchLink"])
        if not link.startswith(f"https://{LAUNCH_HOST}/") or "link=" not in link:
            raise ValueError
        first = unquote(link.partition("link=")[2])
        expires = datetime.fromtimestamp(int(said["expireAt"]) / 1000, UTC)
        return SigningOffer(link, f"mobileSign:{first}", expires, token)

    def own(self, url: str) -> str:
        parts, ours = urlsplit(url), urlsplit(self.url)
        if (parts.scheme, parts.netloc) != (ours.scheme, ours.netloc):
            raise ValueError
        return url

    async def outcome(self, order: SigningOrder, offer: SigningOffer) -> Sequence[bytes] | None:
        if self.clock.now() >= offer.expires:
            raise SigningExpired
        try:
            await self.hand_over(order, offer)
            said = await self.called(
                "GET", offer.token["signURL"], None, LONG_SECONDS, most(order)
            )
        except BROKEN_OFF:
            return None
        except (Refused, ValueError) as trouble:
            log.warning("SIGEX brings no signature", trouble=type(trouble).__name__)
            raise SigningAway from None
        return signatures_in(said, len(order.documents))

    async def hand_over(self, order: SigningOrder, offer: SigningOffer) -> None:
        """Waits for the phone to take the documents. A refusal may mean that it has them already
        (we were restarted): then the next question tells."""
        url = offer.token["dataURL"]
        if url in self.handed:
            return
        try:
            await self.called("POST", url, parcel(order), LONG_SECONDS, most(order))
        except Refused:
            log.info("SIGEX takes no documents now")
        self.handed.add(url)

    async def called(
        self, method: str, url: str, given: Json | None, seconds: float, most_bytes: int
    ) -> Json:
        """The JSON object of an answer. Raises Refused, or what breaks a connection off."""
        timeout = aiohttp.ClientTimeout(total=seconds)
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=False) as session,
            session.request(method, url, json=given, allow_redirects=False) as answer,
        ):
            said = await read_json(answer, most_bytes)
        if "message" in said and "documentsToSign" not in said:
            raise Refused
        return said


async def read_json(answer: aiohttp.ClientResponse, most_bytes: int) -> Json:
    """Raises Refused for another status than 200, ValueError for what is no JSON object."""
    import orjson

    if answer.status != 200:
        raise Refused
    said = orjson.loads(await body(answer, most_bytes))
    if not isinstance(said, dict):
        raise ValueError
    return said


def most(order: SigningOrder) -> int:
    return MOST_BYTES + 2 * sum(len(one.content) for one in order.documents)


def parcel(order: SigningOrder) -> Json:
    return {"signMethod": order.method, "documentsToSign": [packed(o) for o in order.documents]}


def packed(one: ToSign) -> Json:
    names = {NAMES[lang]: name for lang, name in one.names.items()}
    data = base64.b64encode(one.content).decode()
    meta = [{"name": name, "value": value} for name, value in one.meta]
    return {
        "id": one.number,
        **names,
        **({"meta": meta} if meta else {}),
        "document": {"file": {"mime": one.mime, "data": data}},
    }


def signatures_in(said: Json, expected: int) -> list[bytes] | None:
    """Refuses: SigningDeclined; SigningAway for what is no answer to what was asked."""
    if said.get("status") == "CANCELED":
        raise SigningDeclined
    documents = said.get("documentsToSign")
    if documents is None:
        return None
    try:
        found = [decoded(one["document"]["file"]["data"]) for one in documents]
    except (KeyError, TypeError, ValueError):
        raise SigningAway from None
    if len(found) != expected:
        raise SigningAway
    return found


def decoded(text: str) -> bytes:
    if "-----BEGIN" in text:
        return text.encode()
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except binascii.Error:
        raise ValueError from None

"""Requests to addresses that strangers gave us: those that adapters/strange_urls.py lets through,
no redirects, and the address that was checked is the one connected to (SSRF)."""

import socket
from collections.abc import Collection, Mapping
from ipaddress import ip_address
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from adapters.strange_urls import NotAllowed, checked_url, public

SECONDS: Final = 10.0


class NotTaken(Exception):
    """The other side didn't answer 200; `trouble` is a status or the name of an error."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class PublicOnly(AbstractResolver):
    """Resolves names, and refuses those that lead inside unless they are allowed. aiohttp connects
    to what is answered here, so a name can't change its mind in between."""

    def __init__(self, allowed: Collection[str], inner: AbstractResolver | None = None) -> None:
        self.allowed = allowed
        self.inner = inner or DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self.inner.resolve(host, port, family)
        if host.rstrip(".") in self.allowed:
            return found
        if not found or not all(public(ip_address(f["host"].partition("%")[0])) for f in found):
            raise OSError("not a public address")
        return found

    async def close(self) -> None:
        await self.inner.close()


async def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    hosts: Collection[str] = (),
    resolver: AbstractResolver | None = None,
) -> None:
    """Sends one report. Returns once the other side has answered 200; raises NotTaken."""
    try:
        checked_url(url, hosts)
    except NotAllowed:
        raise NotTaken("not allowed") from None
    connector = aiohttp.TCPConnector(
        resolver=PublicOnly(hosts, resolver), use_dns_cache=False, force_close=True
    )
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(
                connector=connector, timeout=timeout, trust_env=False
            ) as session,
            session.post(url, data=body, headers=headers, allow_redirects=False) as answer,
        ):
            status = answer.status
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
        raise NotTaken(type(trouble).__name__) from None
    if status != 200:
        raise NotTaken(str(status))

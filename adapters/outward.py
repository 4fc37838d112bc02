"""Requests to addresses that strangers gave us. Only public hosts over HTTPS, or hosts that the
operator allowed; no redirects, and the address that was checked is the one connected to (SSRF)."""

import socket
from collections.abc import Collection, Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

LONGEST_URL = 256
SECONDS: Final = 10.0
EMBEDDING = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
)
"""IPv6 that leads to an IPv4 address inside: NAT64, 6to4, Teredo."""


class NotAllowed(ValueError):
    """This address may not be called. Says no more: its text could be a stranger's."""


class NotTaken(Exception):
    """The other side didn't answer 200; `trouble` is a status or the name of an error."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def checked_url(url: str, hosts: Collection[str] = ()) -> str:
    """The URL if it may be called: HTTPS anywhere public, plain HTTP only to `hosts`. Names are
    resolved later, at the call. Raises NotAllowed."""
    parts = split(url)
    host = (parts.hostname or "").rstrip(".")
    if host in hosts and parts.scheme in ("http", "https"):
        return url
    if parts.scheme != "https" or not host or host == "localhost":
        raise NotAllowed
    literal = literal_of(host)
    if literal is not None and not public(literal):
        raise NotAllowed
    return url


def split(url: str) -> SplitResult:
    """A URL that reads one way only: printable ASCII, no user or password. Raises NotAllowed."""
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise NotAllowed
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 raises for what is no port
    except ValueError:
        raise NotAllowed from None
    if len(url) > LONGEST_URL or "@" in parts.netloc:
        raise NotAllowed
    return parts


def literal_of(host: str) -> IPv4Address | IPv6Address | None:
    """The address a host is, in any spelling the system's resolver knows: `0x7f.1`, `127.1` and
    `017700000001` are 127.0.0.1."""
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody on the internet has it: not ours, not the machine's, not a cloud's own."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return public(address.ipv4_mapped)
        if any(address in network for network in EMBEDDING):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


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

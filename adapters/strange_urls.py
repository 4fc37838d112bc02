"""Which addresses that strangers gave us may be called: only public hosts over HTTPS, or hosts
that the operator allowed (SSRF). Calls nobody itself, as adapters/outward.py does: a command that
only checks an address starts without an HTTP client."""

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

LONGEST_URL = 256
EMBEDDING = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
)
"""IPv6 that leads to an IPv4 address inside: NAT64, 6to4, Teredo."""


class NotAllowed(ValueError):
    """This address may not be called. Says no more: its text could be a stranger's."""


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

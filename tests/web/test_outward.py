"""Where a callback may go: nowhere inside, by whatever spelling, name or redirect."""

import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from aiohttp.test_utils import TestServer

from adapters.outward import NotTaken, PublicOnly, post
from adapters.strange_urls import NotAllowed, checked_url

CALLS = web.AppKey("calls", list)


@pytest.mark.parametrize(
    "url",
    [
        "http://portal.example/x",
        "ftp://portal.example/x",
        "https:///x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://0x7f.1/x",
        "https://2130706433/x",
        "https://017700000001/x",
        "https://0/x",
        "https://10.0.0.1/x",
        "https://192.168.1.1:8443/x",
        "https://172.16.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/x",
        "https://[::1]/x",
        "https://[::]/x",
        "https://[fe80::1%25eth0]/x",
        "https://[fd00::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://[2002:7f00:1::]/x",
        "https://224.0.0.1/x",
        "https://portal.example@127.0.0.1/x",
        "https://user:pass@portal.example/x",
        "https://portal.example:99999/x",
        "https://portal.example\\@evil.example/x",
        "https://портал.example/x",
        "https://portal.example/ x",
        "https://portal.example/\r\nX: y",
        "https://[::1/x",
        "//portal.example/x",
        "",
    ],
)
def test_an_address_inside_is_refused_however_it_is_spelled(url: str) -> None:
    with pytest.raises(NotAllowed):
        checked_url(url)


@pytest.mark.parametrize(
    "url", ["https://portal.example/x?y=1", "https://portal.example:8443/", "https://8.8.8.8/x"]
)
def test_a_public_address_is_taken(url: str) -> None:
    assert checked_url(url) == url


def test_a_host_of_the_own_network_is_taken_when_the_operator_said_so() -> None:
    hosts = ("portal.lan", "10.0.0.7")
    assert checked_url("http://portal.lan:8000/x", hosts)
    assert checked_url("https://10.0.0.7/x", hosts)
    for url in ("http://other.lan/x", "http://portal.lan.evil.example/x", "file://portal.lan/x"):
        with pytest.raises(NotAllowed):
            checked_url(url, hosts)


class Says(AbstractResolver):
    """A name server that says what it is told; each time the next."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = [*addresses]
        self.asked = 0

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> Any:
        self.asked += 1
        address = self.addresses[min(self.asked, len(self.addresses)) - 1]
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [{"hostname": host, "host": address, "port": port, "family": kind, "proto": 0,
                 "flags": socket.AI_NUMERICHOST}]  # fmt: skip

    async def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3", "::ffff:10.0.0.1", "fe80::1"])
async def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    with pytest.raises(OSError, match="not a public address"):
        await PublicOnly((), Says(address)).resolve("portal.example", 443)


async def test_a_name_is_asked_once_so_it_cannot_change_its_mind() -> None:
    names = Says("203.0.113.9", "127.0.0.1")
    with pytest.raises(NotTaken):
        await post("https://portal.example:9/x", b"{}", {}, resolver=names)
    assert names.asked == 1


@pytest.fixture
async def inside() -> AsyncIterator[TestServer]:
    """A server of the own network with a secret, a redirect and an error."""
    calls: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        calls.append(request.path)
        match request.path:
            case "/ok":
                return web.Response()
            case "/away":
                return web.Response(status=307, headers={"Location": "/secret"})
            case _:
                return web.Response(status=503)

    app = web.Application()
    app.router.add_post("/{path}", answer)
    app[CALLS] = calls
    async with TestServer(app) as server:
        yield server


async def test_an_allowed_host_is_called(inside: TestServer) -> None:
    await post(str(inside.make_url("/ok")), b"{}", {}, hosts=("127.0.0.1",))
    with pytest.raises(NotTaken, match="not allowed"):
        await post(str(inside.make_url("/ok")), b"{}", {})
    assert inside.app[CALLS] == ["/ok"]


async def test_redirects_are_not_followed(inside: TestServer) -> None:
    with pytest.raises(NotTaken, match="307"):
        await post(str(inside.make_url("/away")), b"{}", {}, hosts=("127.0.0.1",))
    assert inside.app[CALLS] == ["/away"]


async def test_an_error_is_not_taken(inside: TestServer) -> None:
    with pytest.raises(NotTaken, match="503"):
        await post(str(inside.make_url("/error")), b"{}", {}, hosts=("127.0.0.1",))

"""The port that was asked for is taken before anything else starts."""

import socket

import pytest

from app.config import load
from app.database import StartRefused
from app.place import listening

TOKEN = "1000001:" + "x" * 35


@pytest.mark.parametrize("token", ["", TOKEN])
def test_a_port_in_use_is_refused_in_one_line(token: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        with pytest.raises(StartRefused, match=f"HTTP_PORT {port} is not free"):
            listening(load({"HTTP_PORT": port, "BOT_TOKEN": token}))


def test_the_sandbox_gets_the_port_and_we_any_other() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with listening(load({"HTTP_PORT": str(port)})) as ours:
        assert ours.getsockname()[1] != port
        socket.create_server(("127.0.0.1", port)).close()

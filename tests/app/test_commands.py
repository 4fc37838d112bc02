"""Commands start light: they are waited for by a person."""

import subprocess
import sys

LOADED = "import sys, app.__main__, app.clients; print(*sys.modules)"
HEAVY = {"aiohttp", "aiogram", "alembic", "sandbox", "argon2", "fluent.runtime", "apscheduler"}


def test_the_command_for_portals_loads_neither_http_nor_telegram() -> None:
    found = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True)
    assert not HEAVY & set(found.stdout.decode().split())

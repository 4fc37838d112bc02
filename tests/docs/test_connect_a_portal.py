"""docs/howto/connect-a-portal.md, done as a portal's developer would, against the real program."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bench.program import started
from scheduler.callbacks import signature
from tests.docs.pages import ROOT, blocks

PAGE = (ROOT / "docs/howto/connect-a-portal.md").read_text("utf-8")
ADDRESS = "http://127.0.0.1:8080"
NPM_SECONDS = 90


def of_kind(kind: str) -> list[str]:
    return [block.text for block in blocks(PAGE) if block.kind == kind]


@dataclass(frozen=True)
class Program:
    """The running program and the folder of its data."""

    url: str
    data: Path

    def shell(self, script: str, folder: Path) -> str:
        """What a script of the page prints; the project's folder is where it runs."""
        ours = script.replace(ADDRESS, self.url).replace(".venv/bin/python", sys.executable)
        for file in ("sent.json", "unlinked.json", "qr.svg"):
            ours = ours.replace(f" {file}", f" {folder / file}")
        env = {**os.environ, "DATA_DIR": str(self.data)}
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", ours],
            cwd=ROOT, env=env, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    async def key(self, name: str, folder: Path) -> str:
        clients = f".venv/bin/python -m app clients add {name} --test | tail -1"
        return (await asyncio.to_thread(self.shell, clients, folder)).strip()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def program(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    data = tmp_path_factory.mktemp("data")
    env = {"DATA_DIR": str(data), "HTTP_PORT": "0", "LOG_LEVEL": "ERROR"}
    async with started("app", env=env, says="Otinim is ready") as (_, url):
        yield Program(url, data)


@pytest.mark.asyncio(loop_scope="module")
async def test_the_commands_of_the_page_work(program: Program, tmp_path: Path) -> None:
    script = "\n".join(of_kind("sh"))
    said = await asyncio.to_thread(program.shell, script, tmp_path)
    answers = [json.loads(a) for a in found_objects(said)]
    assert [a["ok"] for a in answers] == [True] * 7
    sent, wrong, right, again, unlinked, seen, revoked = (a["result"] for a in answers)
    assert sent["delivery_status"]["status"] == "sent"
    assert wrong["verification_status"]["status"] == "code_invalid"
    assert wrong["attempts_left"] == 4
    assert right["verification_status"]["status"] == "code_valid"
    assert again["request_id"] != sent["request_id"]
    assert {"link_url", "link_code", "qr_svg", "qr_png"} <= unlinked.keys()
    assert (tmp_path / "qr.svg").read_bytes().startswith(b"<?xml")
    assert seen["request_id"] == sent["request_id"]
    assert revoked is True
    assert "My portal: reach,send; 50/s" in said


def found_objects(text: str) -> list[str]:
    """The answers that curl printed, one after the other."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while (at := text.find('{"ok"', at)) >= 0:
        _, end = decoder.raw_decode(text, at)
        found.append(text[at:end])
        at = end
    return found


def test_the_pages_check_of_a_report_believes_ours_and_no_other() -> None:
    page: dict[str, Any] = {}
    exec(of_kind("python")[0], page)  # noqa: S102 our own page
    key, body = "otl_key", b'{"request_id":"1"}'
    import time
    from hashlib import sha256

    now = str(int(time.time()))
    signed = signature(sha256(key.encode()).digest(), now, body)
    assert page["believable"](key, now, signed, body)
    assert not page["believable"](key, now, signed, body + b" ")
    assert not page["believable"]("otl_other", now, signed, body)
    old = str(int(now) - 400)
    assert not page["believable"](
        key, old, signature(sha256(key.encode()).digest(), old, body), body
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_the_library_for_python_works_unmodified(program: Program, tmp_path: Path) -> None:
    pytest.importorskip("telegram_gateway_verification", reason="not installed")
    key = await program.key("Python", tmp_path)
    page = {"KEY": key, "URL": program.url}
    await asyncio.to_thread(exec, of_kind("py")[0], page)
    assert page["status"].verification_status.code_entered == "111111"  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The npm library, from where OTINIM_NODE_MODULES has it, or installed when CI asks for it."""
    if known := os.environ.get("OTINIM_NODE_MODULES"):
        return Path(known)
    folder = tmp_path_factory.mktemp("npm")
    if not os.environ.get("CI") or not shutil.which("npm"):
        pytest.skip("the npm library is tried when CI is set and npm is there")
    install = [
        "npm",
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "node-telegram-gateway-api",
    ]
    try:
        subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=NPM_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip("the registry at hand doesn't have the npm library")
    return folder / "node_modules"


@pytest.mark.asyncio(loop_scope="module")
async def test_the_library_for_node_works_unmodified(
    program: Program, tmp_path: Path, node_modules: Path
) -> None:
    key = await program.key("Node", tmp_path)
    script = tmp_path / "page.js"
    body = of_kind("js")[0].replace("console.assert", 'require("assert")')
    script.write_text(
        f"const KEY = {json.dumps(key)}, URL = {json.dumps(program.url)};\n"
        f"(async () => {{\n{body}}})().catch((e) => {{ console.error(e); process.exit(1); }});\n"
    )
    process = await asyncio.create_subprocess_exec(
        "node", str(script), env={**os.environ, "NODE_PATH": str(node_modules)}
    )
    assert await process.wait() == 0

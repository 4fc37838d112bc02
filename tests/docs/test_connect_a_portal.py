"""docs/howto/connect-a-portal.md, done as a portal's developer would, against the real program."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench.program import started
from scheduler.callbacks import signature
from tests.docs.pages import ROOT, blocks

PAGE = (ROOT / "docs/howto/connect-a-portal.md").read_text("utf-8")
ADDRESS = "http://127.0.0.1:8080"


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


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    data = tmp_path / "data"
    env = {"DATA_DIR": str(data), "HTTP_PORT": "0", "LOG_LEVEL": "ERROR"}
    async with started("app", env=env, says="Otinim is ready") as (_, url):
        yield Program(url, data)


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

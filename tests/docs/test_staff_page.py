"""docs/howto/staff.md, done as staff would, against the real program."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

from bench.program import started
from tests.docs.pages import ROOT, blocks
from tests.docs.test_connect_a_portal import ADDRESS, found_objects

PAGE = (ROOT / "docs/howto/staff.md").read_text("utf-8")


def shell(url: str, folder: Path) -> str:
    """What the commands of the page print."""
    script = "\n".join(block.text for block in blocks(PAGE) if block.kind == "sh")
    ours = script.replace(ADDRESS, url).replace(".venv/bin/python", sys.executable)
    for file in ("made.json", "moved.csv"):
        ours = ours.replace(file, str(folder / file))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", ours],
        cwd=ROOT, env={**os.environ, "DATA_DIR": str(folder)},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


async def test_the_commands_of_the_page_work(tmp_path: Path) -> None:
    env = {"DATA_DIR": str(tmp_path), "HTTP_PORT": "0", "LOG_LEVEL": "ERROR"}
    async with started("app", env=env, says="Otinim is ready") as (_, url):
        said = await asyncio.to_thread(shell, url, tmp_path)
    assert "123456789 head daryn *" in said
    told = [json.loads(a) for a in found_objects(said)]
    assert [a["result"]["state"] if a["ok"] else a["error"] for a in told] == [
        "drawn",
        "waiting",
        "SECOND_PERSON_NEEDED",
        "confirmed",
        "undone",
        "drawn",
        "TABLE_UNFIT",
    ]
    assert [(f["line"], f["column"]) for f in told[-1]["faults"]] == [(2, "time")]
    assert set(told[0]["result"]["notices"][0]["texts"]) == {"kk", "ru", "en"}

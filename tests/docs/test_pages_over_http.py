"""The commands of the pages that speak HTTP, done as their readers would, against one run of the
real program: connect-a-portal.md, staff.md and admission.md."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from adapters.clock import SystemClock
from adapters.db.store import Store
from adapters.files import SealedFiles
from app.config import Settings
from app.database import open_database
from bench.program import started
from domain.admission import applications
from domain.admission.applications import Filed
from domain.people import AccountId
from tests.docs.pages import ROOT, blocks
from tests.web.test_schools import APPLICANT, PAGES, PARENT, content

ADDRESS = "http://127.0.0.1:8080"
HOWTO = ROOT / "docs/howto"
MADE = (
    "sent.json", "unlinked.json", "qr.svg", "made.json", "moved.csv", "health.pdf",
    "places.csv", "streets.csv",
)  # fmt: skip
"""Files that the commands write."""


def said_by(page: str, url: str, folder: Path) -> str:
    """What the commands of a page print."""
    text = (HOWTO / page).read_text("utf-8")
    script = "\n".join(block.text for block in blocks(text) if block.kind == "sh")
    ours = script.replace(ADDRESS, url).replace(".venv/bin/python", sys.executable)
    for file in MADE:
        ours = ours.replace(f" {file}", f" {folder / file}").replace(
            f"@{file}", f"@{folder / file}"
        )
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", ours],
        cwd=ROOT, env={**os.environ, "DATA_DIR": str(folder)},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def answers(said: str) -> list[Any]:
    """What curl printed, one after the other."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while (at := said.find('{"ok"', at)) >= 0:
        answer, at = decoder.raw_decode(said, at)
        found.append(answer)
    return found


async def applied(folder: Path) -> None:
    """A parent has applied to the second school."""
    settings = Settings(data_dir=folder)
    database = await open_database(settings)
    paper = await SealedFiles(folder / "papers", database.seal).keep(PARENT, PAGES)

    def file(store: Store) -> None:
        filled = content("190815590066", "551010000-2", paper)
        now = SystemClock().now()
        made = applications.file(store, Filed(PARENT, AccountId(1), 1, 2027, filled), now)
        applications.sign(store, made.id, made.version, APPLICANT, now)

    await database.run(file)
    await database.close()


async def test_the_commands_of_the_pages_work(tmp_path: Path) -> None:
    await applied(tmp_path)
    env = {"DATA_DIR": str(tmp_path), "HTTP_PORT": "0", "LOG_LEVEL": "ERROR"}
    async with started("app", env=env, says="Otinim is ready") as (_, url):
        for page, check in PAGES_CHECKED.items():
            said = await asyncio.to_thread(said_by, page, url, tmp_path)
            check(said, answers(said), tmp_path)


def connected(said: str, told: Sequence[Any], folder: Path) -> None:
    assert [a["ok"] for a in told] == [True] * 7
    sent, wrong, right, again, unlinked, seen, revoked = (a["result"] for a in told)
    assert sent["delivery_status"]["status"] == "sent"
    assert wrong["verification_status"]["status"] == "code_invalid"
    assert wrong["attempts_left"] == 4
    assert right["verification_status"]["status"] == "code_valid"
    assert again["request_id"] != sent["request_id"]
    assert {"link_url", "link_code", "qr_svg", "qr_png"} <= unlinked.keys()
    assert (folder / "qr.svg").read_bytes().startswith(b"<?xml")
    assert seen["request_id"] == sent["request_id"]
    assert revoked is True
    assert "My portal: reach,send; 50/s" in said


def announced(said: str, told: Sequence[Any], folder: Path) -> None:
    assert "123456789 head daryn *" in said
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


def admitted(said: str, told: Sequence[Any], folder: Path) -> None:
    schools, opened, refused, accepted, again, handed_in, unfit, loaded, looked = told
    assert len(schools["result"]) == 8
    assert "PV-2027-000001, version 1" in said
    assert opened["result"]["papers"][0]["paper"] == "health"
    assert (folder / "health.pdf").read_bytes() == PAGES
    assert refused["error"] == "PAPERS_NOT_NAMED"
    assert refused["message"].startswith("This reason is about papers.")
    assert accepted["result"]["state"] == "accepted"
    assert again == accepted
    assert "originals" in handed_in["result"]
    assert [(f["line"], f["fault"]) for f in unfit["faults"]] == [(3, "grade-unknown")]
    assert loaded["result"] == {"new": 0, "changed": 1, "same": 1}
    assert looked["result"]["gone"] > 10
    assert said.rstrip().endswith("}8")


PAGES_CHECKED = {
    "connect-a-portal.md": connected,
    "staff.md": announced,
    "admission.md": admitted,
}

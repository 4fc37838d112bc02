"""docs/howto/add-a-form.md, followed to the letter in a copy of the project."""

import os
import subprocess
import sys
from pathlib import Path

from tests.docs.pages import ROOT, blocks, copied, follow

PAGE = ROOT / "docs/howto/add-a-form.md"
FOLLOWED = ("python", "fluent", "diff", "chat")


def run(project: Path, *command: str) -> None:
    """Must succeed, with the packages of this very environment."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV_"))}
    ran = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_form_of_the_howto_talks_as_the_page_says(tmp_path: Path) -> None:
    """Its conversation ends as the page shows, its words are whole, its code is clean."""
    project, steps = copied(tmp_path), list(blocks(PAGE.read_text("utf-8")))
    for step in steps:
        if step.kind in FOLLOWED:
            follow(step, project)
    (ending,) = [step.text for step in steps if step.kind == "text"]
    wanted = (
        "-k",
        "visit-en or our_messages or every_message",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
    )
    run(project, "pytest", "tests/chats", "tests/locales", *wanted, "--write-chats")
    written = (project / "tests/chats/visit/visit-en.chat").read_text("utf-8")
    assert written.endswith(ending)
    run(project, "ruff", "check", "bot", "domain")
    run(project, "ruff", "format", "--check", "bot", "domain")

"""What the README says is so: its tables, its paths, its pictures, its commands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.config import settings_table
from tests.docs.pages import ROOT, blocks

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = PAGES[0].read_text("utf-8")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)|src=\"([^\"]+)\"")
ELSEWHERE = ("Asia/",)
MADE_LATER = ("data/", "domain/portals/visit.py", "bot/handlers/visit.py", "tests/chats/visit/",
              "locales/en/visit.ftl", "locales/kk/visit.ftl", "locales/ru/visit.ftl")  # fmt: skip
MOST_BYTES = 300_000


def text(page: Path) -> str:
    return page.read_text("utf-8")


def test_the_table_of_settings_is_the_one_of_the_program() -> None:
    rows = [
        f"| `{s.name}` | {f'`{s.default}`' if s.default else ''} | {s.meaning} |"
        for s in settings_table()
    ]
    assert [line for line in README.splitlines() if re.match(r"\| `[A-Z_]+`.*\|$", line)][
        : len(rows)
    ] == rows


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_path_and_link_leads_somewhere(page: Path) -> None:
    paths = {p for p in PATH.findall(text(page)) if not p.startswith((*MADE_LATER, *ELSEWHERE))}
    links = {a or b for a, b in LINK.findall(text(page))}
    lost = [p for p in paths if not ((ROOT / p).exists() or (page.parent / p).exists())]
    assert lost + [link for link in links if not (page.parent / link).exists()] == []


def test_every_make_target_is_there_and_ci_runs_the_readmes_test_command() -> None:
    named = {t for page in PAGES for t in re.findall(r"make ([a-z]+)(?= WRITE|`|\n)", text(page))}
    assert {"run", "test", "bench"} <= named
    subprocess.run(["make", "-n", *sorted(named)], cwd=ROOT, check=True, capture_output=True)
    assert text(ROOT / ".ci/run").rstrip().endswith("\nmake test")


def test_the_first_commands_of_the_readme_are_the_two() -> None:
    """`make run` is started by tests/browser/conftest.py."""
    commands = [block.text for block in blocks(README) if block.kind == "sh"]
    assert commands[:2] == ["make run\n", "make test\n"]
    assert "`make run` without a token" in text(ROOT / "tests/browser/conftest.py")


def test_the_changelog_can_be_made_of_its_fragments() -> None:
    draft = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "0.1.0"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "olympiad" in draft


def test_pictures_are_light() -> None:
    assert [p.name for p in (ROOT / "docs/img").iterdir() if p.stat().st_size > MOST_BYTES] == []

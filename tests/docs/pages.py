"""Reads our pages as instructions: the code blocks of a page, and what each is to do."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
FILE = re.compile(r"(?:[Cc]reate|[Cc]hange)\s+`([\w./-]+)`")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the file last named before it, if any."""

    kind: str
    text: str
    file: str = ""


def blocks(page: str) -> Iterator[Block]:
    for found in BLOCK.finditer(page):
        named = FILE.findall(page[: found.start()])
        yield Block(found[1], found[2], named[-1] if named else "")


def copied(folder: Path) -> Path:
    """The project as a fresh clone has it, with what is not committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    for name in listed:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def follow(block: Block, project: Path) -> None:
    """Does with a file what a block of code or a difference says."""
    file = project / block.file
    if block.kind == "diff":
        file.write_text(changed(file.read_text("utf-8"), block.text), "utf-8")
        return
    assert not file.exists(), f"{block.file} is there already"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block.text, "utf-8")


def changed(text: str, difference: str) -> str:
    """`text` with a difference made; its place must be the only one that looks so."""
    lines = difference.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, f"found {text.count(before)} times:\n{before}"
    return text.replace(before, after)

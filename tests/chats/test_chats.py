"""Every golden chat happens as it is written. `make chats WRITE=1` writes them anew."""

from pathlib import Path

import pytest

from tests.chats.script import Script
from tests.chats.stage import migrated, new_stage

FOLDER = Path(__file__).parent
CHATS = sorted(FOLDER.rglob("*.chat"))


@pytest.fixture(scope="session", autouse=True)
def template() -> None:
    """The database every chat starts from; made before an event loop runs."""
    migrated()


@pytest.mark.parametrize("file", CHATS, ids=lambda f: str(f.relative_to(FOLDER))[:-5])
async def test_a_chat_goes_as_written(
    file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = file.read_text("utf-8")
    happened = await Script(new_stage(tmp_path)).play(written)
    if request.config.getoption("--write-chats"):
        file.write_text(happened, "utf-8")
        return
    assert happened == written


def test_there_are_chats_in_three_languages() -> None:
    assert {f.stem.rsplit("-", 1)[-1] for f in CHATS} >= {"kk", "ru", "en"}

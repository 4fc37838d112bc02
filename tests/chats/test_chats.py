"""Every golden chat happens as it is written. `make chats WRITE=1` writes them anew."""

from pathlib import Path

import pytest

from tests.chats import held
from tests.chats.script import Script
from tests.chats.stage import migrated, new_stage, with_town

FOLDER = Path(__file__).parent
TOWN = "given: the town\n"
"""Made once for all chats that begin with it: a third of a second."""
CHATS = sorted(FOLDER.rglob("*.chat"))


@pytest.fixture(scope="session", autouse=True)
def template() -> None:
    """The database every chat starts from; made before an event loop runs."""
    migrated()
    with_town()


@pytest.mark.parametrize("file", CHATS, ids=lambda f: str(f.relative_to(FOLDER))[:-5])
async def test_a_chat_goes_as_written(
    file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = file.read_text("utf-8")
    template = with_town if TOWN in written else migrated
    script = Script(new_stage(tmp_path, template))
    with held.listening() as lines:
        happened = await script.play(written)
    if request.config.getoption("--write-chats"):
        file.write_text(happened, "utf-8")
    else:
        assert happened == written
    journal = script.stage.telegram.journal
    assert held.unexpected(lines, script.expected) == []
    assert held.told(lines, script.typed) == []
    assert "refused" in script.expected or held.refused(journal) == []
    assert held.unknown(journal) == []


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_whole_road_is_walked_in_every_language(lang: str) -> None:
    roads = {f.stem for f in CHATS if f.stem.endswith(f"-{lang}")}
    assert roads >= {f"{part}-{lang}" for part in ("account", "teacher", "events", "sign-in")}

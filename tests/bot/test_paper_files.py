"""What becomes of papers beside the chat: on the disk, over the limits, after a crash."""

import os
import time
from pathlib import Path

import pytest

from adapters.files import SealedFiles
from domain import papers
from domain.papers import MOST_FILES
from domain.people import PersonId
from scheduler.cleanup import Sweep
from tests.chats.script import Script
from tests.chats.stage import SEAL, Stage, migrated, new_stage

GIVEN = "given: paper form in en\n"
ASEL = PersonId(101)


@pytest.fixture(scope="module", autouse=True)
def template() -> None:
    migrated()


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return new_stage(tmp_path)


async def test_what_is_forgotten_is_gone_from_the_disk(stage: Stage) -> None:
    play = Script(stage).play
    await play(GIVEN + "pupil sends photo: photo 1\npupil taps: That is all\n")
    assert len(stage.papers.kept) == 2
    await play("pupil: /forget\npupil taps: Yes, delete everything\n")
    assert stage.papers.kept == {}


async def test_what_is_thrown_away_is_gone_from_the_disk(stage: Stage) -> None:
    play = Script(stage).play
    await play(GIVEN + "pupil sends photo: photo 1\npupil taps: That is all\n")
    assert len(stage.papers.kept) == 2
    await play("pupil: /cancel\npupil taps: Delete the answers\n")
    assert stage.papers.kept == {}


async def test_a_file_no_row_names_is_swept_and_the_others_stay(
    stage: Stage, tmp_path: Path
) -> None:
    folder = SealedFiles(tmp_path / "papers", SEAL)
    stage.papers = folder  # type: ignore[assignment]
    await Script(stage).play(GIVEN + "pupil sends photo: photo 1\n")
    (known,) = await folder.old(time.time() + 60)
    nobodys, young = await folder.keep(ASEL, b"left by a crash"), await folder.keep(ASEL, b"new")
    for name in (known, nobodys):
        os.utime(folder.path(name), (1, 1))
    async with stage.running():
        await Sweep(stage.house.database, folder).tick()
    assert set(await folder.old(time.time() + 60)) == {known, young}


async def test_more_files_than_fit_are_refused_and_those_there_stay(stage: Stage) -> None:
    albums = [
        "pupil sends album: " + " | ".join(f"photo {n}" for n in range(at, at + 10)) + "\n"
        for at in range(0, MOST_FILES + 10, 10)
    ]
    told = await Script(stage).play(GIVEN + "".join(albums))
    assert f"already hold {MOST_FILES} files" in told
    assert f"| Page {MOST_FILES}: clear" in told
    assert f"| Page {MOST_FILES + 1}:" not in told


async def test_papers_that_do_not_fit_together_are_refused_and_those_there_stay(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stage's PDFs are a few bytes large, so there is room for a few bytes."""
    monkeypatch.setattr(papers, "MOST_TOGETHER", 20)
    chat = "pupil sends photo: photo {}\npupil taps: That is all\n"
    told = await Script(stage).play(GIVEN + chat.format(1) + chat.format(2))
    first, _, second = told.rpartition("pupil sends photo: photo 2")
    assert "must fit in" not in first
    assert "All documents of one application must fit in 5 MB" in second
    assert "| Page 1: clear" in second


async def test_an_album_cut_by_a_crash_is_answered_after_it(stage: Stage) -> None:
    """Answered late, perhaps in parts, but whole."""
    script = Script(stage)
    await script.play(GIVEN)
    async with stage.running():
        script.by_person(ASEL, "sends album", "photo 1 | photo 2 | photo 3")
        updates = stage.telegram.call("getUpdates", {})
        await stage.intake.accept(updates)
        stage.offset = updates[-1]["update_id"] + 1
    async with stage.running():
        await stage.house.database.run(lambda store: store.inbox.release_all())
        for _ in range(3):
            await stage.intake.rescue()
            await stage.settle()
        told = "\n".join(script.happened())
    assert "Page 3: clear" in told


async def test_a_page_lost_from_the_disk_is_told(stage: Stage) -> None:
    script = Script(stage)
    await script.play(GIVEN + "pupil sends photo: photo 1\n")
    stage.papers.kept.clear()
    told = await script.play("pupil taps: That is all\n")
    assert "no longer here" in told

"""The contract of kept files, over the folder and over the fake; and what only the folder does."""

import os
import time
from pathlib import Path

import pytest

from adapters.files import HALF_WRITTEN, SealedFiles
from adapters.papers.fakes import MemoryFiles
from domain.papers import FileName
from domain.people import PersonId
from domain.ports import FileGone, Files
from domain.store import StoreUnavailable
from tests.ports.servers import SEAL

ASEL, BOLAT = PersonId(7_000_000_001), PersonId(7_000_000_002)


@pytest.fixture
def folder(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "papers", SEAL)


@pytest.fixture(params=["folder", "fake"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    return MemoryFiles() if request.param == "fake" else SealedFiles(tmp_path / "papers", SEAL)


async def test_what_is_kept_is_loaded(files: Files) -> None:
    name = await files.keep(ASEL, b"birth certificate")
    assert await files.load(name) == b"birth certificate"


async def test_the_same_content_of_the_same_owner_has_one_name(files: Files) -> None:
    assert await files.keep(ASEL, b"a") == await files.keep(ASEL, b"a")
    assert await files.keep(ASEL, b"a") != await files.keep(ASEL, b"b")


async def test_names_do_not_tell_that_two_people_sent_the_same(files: Files) -> None:
    assert await files.keep(ASEL, b"a") != await files.keep(BOLAT, b"a")


async def test_what_is_erased_is_gone_and_may_be_erased_again(files: Files) -> None:
    name = await files.keep(ASEL, b"a")
    await files.erase([name])
    await files.erase([name])
    with pytest.raises(FileGone):
        await files.load(name)


async def test_old_files_are_named(files: Files) -> None:
    name = await files.keep(ASEL, b"a")
    assert await files.old(time.time() + 60) == [name]


@pytest.mark.parametrize("name", ["../otinim.key", "a" * 63 + "/", "", "A" * 64, "a" * 64])
async def test_only_names_of_ours_lead_anywhere(files: Files, name: str) -> None:
    with pytest.raises(FileGone):
        await files.load(FileName(name))


async def test_nothing_on_the_disk_tells_what_it_is(folder: SealedFiles) -> None:
    name = await folder.keep(ASEL, b"%PDF-1.7 very personal")
    on_disk = folder.path(name).read_bytes()
    assert b"personal" not in on_disk
    assert folder.path(name).stat().st_mode & 0o077 == 0


async def test_a_file_put_in_place_of_another_is_not_opened(folder: SealedFiles) -> None:
    one, other = await folder.keep(ASEL, b"one"), await folder.keep(ASEL, b"other")
    folder.path(one).write_bytes(folder.path(other).read_bytes())
    with pytest.raises(FileGone):
        await folder.load(one)


async def test_a_file_wanted_again_is_young_again(folder: SealedFiles) -> None:
    name = await folder.keep(ASEL, b"a")
    os.utime(folder.path(name), (1, 1))
    await folder.keep(ASEL, b"a")
    assert await folder.old(time.time() - 60) == []


async def test_what_a_crash_left_half_written_is_cleaned(folder: SealedFiles) -> None:
    name = await folder.keep(ASEL, b"a")
    half = folder.path(name).with_name(f"{name}.0000{HALF_WRITTEN}")
    half.write_bytes(b"half")
    os.utime(half, (1, 1))
    assert await folder.old(time.time() - 60) == []
    assert not half.exists()


async def test_no_room_is_said_and_nothing_is_left(folder: SealedFiles) -> None:
    folder.folder.parent.mkdir(exist_ok=True)
    folder.folder.write_bytes(b"not a folder")
    with pytest.raises(StoreUnavailable):
        await folder.keep(ASEL, b"a")


async def test_a_name_that_leads_out_of_the_folder_erases_nothing(tmp_path: Path) -> None:
    files, key = SealedFiles(tmp_path / "data" / "papers", SEAL), tmp_path / "otinim.key"
    files.folder.mkdir(parents=True)
    key.write_bytes(b"the key")
    out = FileName("../otinim.key")
    assert (files.folder / out[:2] / out).resolve() == key
    with pytest.raises(FileGone):
        await files.erase([out])
    assert key.read_bytes() == b"the key"

"""A signature made on another machine is sent to the chat as a file."""

from pathlib import Path

import pytest

from adapters.fakes import KnownSignatures
from bot.handlers import signing
from domain.people import PersonId
from domain.signing_sessions import Wish
from domain.values.iin import Iin
from sandbox import media
from sandbox.params import Upload
from tests.chats.script import Script
from tests.chats.stage import Stage, migrated, new_stage

ASEL = PersonId(101)
IIN, OTHER = "880412490003", "850903390010"
PDF = b"%PDF-1.7 an application"
NAMES = {"kk": "Өтініш", "ru": "Заявление", "en": "Application"}


@pytest.fixture(scope="module", autouse=True)
def template() -> None:
    migrated()


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    made = new_stage(tmp_path)
    monkeypatch.setitem(signing_kinds(), "try", lambda words, store, session, verdict: [])
    return made


def signing_kinds() -> dict[str, object]:
    from bot import build

    return build.SIGNED  # type: ignore[return-value]


async def sends(stage: Stage, name: str, content: bytes, *, waiting: bool = True) -> str:
    script = Script(stage)
    await script.play("pupil: /start\npupil taps: English\n")
    async with stage.running():
        if waiting:
            wish = Wish(ASEL, "try:1", NAMES, PDF, "en", applicant=Iin(IIN))
            await stage.house.database.run(
                lambda store: store.signing.begin(wish, "t" * 43, stage.clock.now())
            )
        media.upload(stage.world, 101, "document", Upload(name, "application/pkcs7", content))
        await stage.settle()
        return "\n".join(script.happened())


async def test_it_counts_as_one_from_the_phone(stage: Stage) -> None:
    told = await sends(stage, "Application.P7S", KnownSignatures.sign(IIN, PDF))
    assert "Signed." in told


async def test_why_it_does_not_count_is_said(stage: Stage) -> None:
    told = await sends(stage, "a.cms", KnownSignatures.sign(OTHER, PDF))
    assert "Another person" in told
    assert "Signed." not in told


async def test_with_nothing_to_sign_it_is_said_so(stage: Stage) -> None:
    told = await sends(stage, "a.cms", KnownSignatures.sign(IIN, PDF), waiting=False)
    assert "Nothing waits for a signature now" in told


async def test_a_file_too_large_for_a_signature_is_not_read(stage: Stage) -> None:
    told = await sends(stage, "a.sig", bytes(signing.MOST_BYTES + 1))
    assert "signatures are much smaller" in told

"""Settings choose who checks e-signatures."""

from pathlib import Path

import pytest

from adapters.db.engine import Database
from adapters.fakes import FixedClock
from adapters.signatures.here import Here
from adapters.signatures.ncanode import NcaNode
from app.config import load
from app.database import StartRefused
from app.signing import NotConnected
from app.verifiers import checking
from tests.ports.servers import migrated_file, sqlite, sqlite_file
from tests.signatures.authority import Authority

__all__ = ["migrated_file", "sqlite", "sqlite_file"]


async def test_settings_choose_who_checks(tmp_path: Path, sqlite: Database) -> None:
    (tmp_path / "root.cer").write_bytes(Authority().root.certificate.dump())
    trust = {"EDS_TRUST_DIR": str(tmp_path), "DATA_DIR": str(tmp_path)}
    for environment, kind in (
        ({}, NotConnected),
        (trust, Here),
        ({**trust, "NCANODE_URL": "http://ncanode:14579"}, NcaNode),
    ):
        async with checking(load(environment), sqlite, FixedClock()) as found:
            assert isinstance(found.verifier, kind)


async def test_a_folder_that_can_not_be_trusted_stops_the_start(
    tmp_path: Path, sqlite: Database
) -> None:
    settings = load({"EDS_TRUST_DIR": str(tmp_path)})
    with pytest.raises(StartRefused, match="EDS_TRUST_DIR: no certificates"):
        async with checking(settings, sqlite, FixedClock()):
            pass

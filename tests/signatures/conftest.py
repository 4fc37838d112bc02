"""Two authorities, one of each sort of key, made once a run."""

import pytest

from tests.signatures.authority import Authority


@pytest.fixture(scope="session", params=["rsa", "gost"])
def authority(request: pytest.FixtureRequest) -> Authority:
    return Authority(request.param)


@pytest.fixture(scope="session")
def rsa() -> Authority:
    return Authority("rsa")

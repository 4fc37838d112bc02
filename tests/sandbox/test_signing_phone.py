"""The phone is a real client of QR signing: it reads what it is shown, signs exactly that, and can
be told to do otherwise."""

import base64
import re
from collections.abc import AsyncIterator
from csv import DictReader
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs7

from sandbox.authority import Authority
from sandbox.server import Settings, running
from tests.sandbox.qr_portal import DOCUMENT, IIN, Portal

ROOT = Path(__file__).parents[2]
NAME = "Сапарова Гүлнар Ерланқызы"


class Phone:
    def __init__(self, session: aiohttp.ClientSession, portal: Portal, link: str) -> None:
        self.session, self.portal, self.link = session, portal, link

    async def does(self, act: str, **more: str) -> tuple[int, Any]:
        given = {"link": self.link, "locale": "ru", "iin": IIN, "name": NAME, **more}
        async with self.session.post(f"/phone/{act}", json=given) as answer:
            return answer.status, await answer.json()

    async def signer(self, way: str) -> x509.Certificate:
        assert (await self.does("sign", way=way))[0] == 200
        (document,) = self.portal.brought[-1]["documentsToSign"]
        cms = base64.b64decode(document["document"]["file"]["data"])
        (certificate,) = pkcs7.load_der_pkcs7_certificates(cms)
        return certificate


@pytest_asyncio.fixture
async def phone(tmp_path: Path) -> AsyncIterator[Phone]:
    portal = Portal()
    async with (
        TestServer(portal.app()) as server,
        running(settings=Settings(authority=tmp_path)) as sandbox,
        aiohttp.ClientSession(sandbox.url) as session,
    ):
        yield Phone(session, portal, f"mobileSign:{server.make_url('/one')}")


async def test_it_shows_what_will_be_signed(phone: Phone) -> None:
    status, told = await phone.does("open")
    assert (status, told["description"], told["iin"]) == (200, "Өтініш", IIN)
    assert base64.b64decode(told["data"]) == DOCUMENT
    assert phone.portal.language == "ru"


async def test_it_brings_the_same_answer_with_a_signature_in_it(phone: Phone) -> None:
    signer = await phone.signer("own")
    (document,) = phone.portal.brought[-1]["documentsToSign"]
    assert (document["id"], document["nameKz"]) == (1, "K")
    subject = {a.oid.dotted_string: a.value for a in signer.subject}
    assert subject["2.5.4.5"] == f"IIN{IIN}"
    assert subject["2.5.4.3"] == "САПАРОВА ГҮЛНАР"
    policies = signer.extensions.get_extension_for_class(x509.CertificatePolicies).value
    assert [p.policy_identifier.dotted_string for p in policies] == ["1.2.398.3.3.2.3"]


async def test_it_can_do_what_it_should_not(phone: Phone) -> None:
    policies = (await phone.signer("sign-in")).extensions.get_extension_for_class(
        x509.CertificatePolicies
    )
    assert policies.value[0].policy_identifier.dotted_string == "1.2.398.3.3.2.4"
    assert (await phone.signer("revoked")).serial_number == 666
    await phone.signer("else")
    status, told = await phone.does("sign")
    assert (status, told["error"]) == (409, "Қолтаңба жарамады")


@pytest.mark.parametrize("link", ["", "file:///etc/passwd", "http://127.0.0.1:9/none", "nonsense"])
async def test_a_link_that_is_none_is_said_so(phone: Phone, link: str) -> None:
    status, told = await phone.does("open", link=link)
    assert status in (400, 502)
    assert told["error"]


def test_the_authority_is_made_once(tmp_path: Path) -> None:
    Authority(tmp_path).prepare()
    kept = (tmp_path / "trust" / "sandbox-ca.pem").read_bytes()
    again = Authority(tmp_path)
    again.prepare()
    assert (tmp_path / "trust" / "sandbox-ca.pem").read_bytes() == kept
    certificate = again.certificate(IIN, NAME)
    certificate.verify_directly_issued_by(x509.load_pem_x509_certificate(kept))


def test_the_people_of_the_phone_are_in_the_register() -> None:
    with (ROOT / "lists" / "register.csv").open(encoding="utf-8") as file:
        known = {row["iin"] for row in DictReader(file)}
    page = (ROOT / "sandbox" / "page" / "phone" / "words.js").read_text("utf-8")
    named = set(re.findall(r'"(\d{12})":', page))
    assert named
    assert named <= known

"""One contract for every mailer: the recording fake, real SMTP, and the sandbox's mailbox."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import aiohttp
import pytest
from aiohttp import web
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from adapters.fakes import FixedClock, RecordingMailer
from adapters.mail import MailUrlRefused, SandboxMailer, SmtpMailer, written
from domain.ports import Letter, MailDelayed, Mailer, MailRefused

LETTER = Letter(
    to="aigerim@example.kz",
    subject="Daryn.kz жүйесінде тіркеуді растау — ғәұүіңһөқ",
    text="Растау коды: 123456\n\nСәлеметсіз бе!\n.\nСоңы",
    html="<p>Растау: <a href='https://otinim.example/e/abc'>сілтеме</a></p>",
    message_id="17.3@otinim",
)


class Server(Protocol):
    """What is on the other side: says what has come, and can be told to answer badly."""

    mailer: Mailer

    @property
    def letters(self) -> list[Letter]: ...

    def delay_next(self) -> None: ...

    def refuse_next(self) -> None: ...


class Recording:
    def __init__(self) -> None:
        self.mailer = RecordingMailer()

    @property
    def letters(self) -> list[Letter]:
        return self.mailer.sent

    def delay_next(self) -> None:
        self.mailer.fail(MailDelayed("busy"))

    def refuse_next(self) -> None:
        self.mailer.fail(MailRefused("nobody"))


@dataclass
class Smtp:
    mailer: Mailer = field(init=False)
    raw: list[EmailMessage] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)  # verb: what to answer next time
    senders: list[str] = field(default_factory=list)

    @property
    def letters(self) -> list[Letter]:
        return [letter_in(message) for message in self.raw]

    def delay_next(self) -> None:
        self.answers["RCPT"] = "450 4.2.1 <aigerim@example.kz> mailbox is busy"

    def refuse_next(self) -> None:
        self.answers["RCPT"] = "550 5.1.1 <aigerim@example.kz> no such mailbox"

    async def handle_MAIL(  # noqa: N802  aiosmtpd's names
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        self.senders.append(address)
        return self.answers.pop("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answers.pop("RCPT", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        answer = self.answers.pop("DATA", "250 OK")
        if answer.startswith("250"):
            self.raw.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return answer


@asynccontextmanager
async def smtp(scheme: str = "smtp", **options: Any) -> AsyncIterator[Smtp]:
    handler, user = Smtp(), options.pop("user", "")
    ssl_ours, ssl_theirs = options.pop("client_tls", None), options.pop("server_tls", None)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(handler, loop=loop, hostname="mail.test", **options),
        "127.0.0.1",
        ssl=ssl_theirs,
    )
    port = server.sockets[0].getsockname()[1]
    sender = quote("Өтінім <no-reply@otinim.example>")
    url = f"{scheme}://{user}127.0.0.1:{port}?from={sender}"
    handler.mailer = SmtpMailer(url, FixedClock(), tls=ssl_ours)
    async with server:
        yield handler


@dataclass
class Mailbox:
    mailer: Mailer = field(init=False)
    letters: list[Letter] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)

    def delay_next(self) -> None:
        self.statuses.append(503)

    def refuse_next(self) -> None:
        self.statuses.append(422)

    async def take(self, request: web.Request) -> web.Response:
        if self.statuses:
            return web.Response(status=self.statuses.pop())
        self.letters.append(Letter(**await request.json()))
        return web.json_response({"ok": True})


@asynccontextmanager
async def mailbox() -> AsyncIterator[Mailbox]:
    box, app = Mailbox(), web.Application()
    app.router.add_post("/sandbox/mail", box.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with aiohttp.ClientSession() as session:
        host, port = runner.addresses[0][:2]
        box.mailer = SandboxMailer(f"http://{host}:{port}/", lambda: session)
        yield box
    await runner.cleanup()


@pytest.fixture(params=["recording", "smtp", "mailbox"])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[Server]:
    if request.param == "recording":
        yield Recording()
        return
    async with {"smtp": smtp, "mailbox": mailbox}[request.param]() as other:
        yield other


def letter_in(message: EmailMessage) -> Letter:
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text
    assert html
    return Letter(
        to=message["To"],
        subject=message["Subject"],
        text=text.get_content().rstrip("\n"),
        html=html.get_content().rstrip("\n"),
        message_id=message["Message-ID"].strip("<>"),
    )


async def test_a_letter_arrives_as_it_was_written(server: Server) -> None:
    await server.mailer.send(LETTER)
    assert server.letters == [LETTER]


async def test_a_busy_server_delays_a_letter_and_takes_it_later(server: Server) -> None:
    server.delay_next()
    with pytest.raises(MailDelayed) as caught:
        await server.mailer.send(LETTER)
    assert "aigerim" not in caught.value.reason
    assert server.letters == []
    await server.mailer.send(LETTER)
    assert server.letters == [LETTER]


async def test_a_refused_letter_is_final_and_the_next_one_passes(server: Server) -> None:
    server.refuse_next()
    with pytest.raises(MailRefused) as caught:
        await server.mailer.send(LETTER)
    assert "aigerim" not in caught.value.reason
    other = replace(LETTER, to="other@example.kz", message_id="18@otinim")
    await server.mailer.send(other)
    assert server.letters == [other]


async def test_letters_sent_at_once_all_arrive(server: Server) -> None:
    letters = [replace(LETTER, message_id=f"{n}@otinim") for n in range(10)]
    await asyncio.gather(*map(server.mailer.send, letters))
    assert sorted(x.message_id for x in server.letters) == sorted(x.message_id for x in letters)


async def test_no_server_there_delays_a_letter(unused_tcp_port: int) -> None:
    async with aiohttp.ClientSession() as session:
        for mailer in (
            SmtpMailer(f"smtp://127.0.0.1:{unused_tcp_port}", FixedClock()),
            SandboxMailer(f"http://127.0.0.1:{unused_tcp_port}", lambda: session),
        ):
            with pytest.raises(MailDelayed):
                await mailer.send(LETTER)


async def test_a_letter_over_smtp_says_that_a_machine_wrote_it() -> None:
    async with smtp() as server:
        await server.mailer.send(LETTER)
    message = server.raw[0]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "Өтінім <no-reply@otinim.example>"
    assert message["Date"].datetime == FixedClock().now()
    assert message.get_content_type() == "multipart/alternative"
    assert server.senders == ["no-reply@otinim.example"]


@pytest.mark.parametrize(
    ("verb", "answer", "expected"),
    [
        ("DATA", "554 5.7.1 spam", MailRefused),
        ("DATA", "451 4.3.0 disk", MailDelayed),
        ("MAIL", "550 5.7.1 sender not ours", MailDelayed),
    ],
)
async def test_what_smtp_says_is_understood(
    verb: str, answer: str, expected: type[Exception]
) -> None:
    async with smtp() as server:
        server.answers[verb] = answer
        with pytest.raises(expected):
            await server.mailer.send(LETTER)


@pytest.mark.parametrize("to", ["", "nobody", "a@b.kz, c@d.kz", "a@b.kz\r\nBcc: c@d.kz", "ә@б.қз"])
async def test_what_is_no_address_is_refused_before_it_is_sent(to: str) -> None:
    mailer = SmtpMailer("smtp://127.0.0.1:9", FixedClock())
    with pytest.raises(MailRefused):
        await mailer.send(replace(LETTER, to=to))


@given(
    st.lists(st.text("әғқңөұүһі qwerty«—»", min_size=1, max_size=15), max_size=20).map(" ".join)
)
def test_any_kazakh_subject_is_folded_without_loss(subject: str) -> None:
    letter = replace(LETTER, subject=subject)
    message = written(letter, sender=Address("", "a", "b.kz"), moment=FixedClock().now())
    sent = message_from_bytes(message.as_bytes())["Subject"]
    assert str(make_header(decode_header(sent))) == " ".join(subject.split())


async def test_a_subject_of_two_lines_stays_a_subject() -> None:
    async with smtp() as server:
        await server.mailer.send(replace(LETTER, subject="Тақырып\r\nBcc: other@example.kz"))
    assert server.letters[0].subject == "Тақырып Bcc: other@example.kz"


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
async def test_a_wrong_password_delays_letters_until_an_engineer_mends_it() -> None:
    def signed_in(*args: Any) -> AuthResult:
        return AuthResult(success=args[-1].password == b"p@ss:word", handled=False)

    options = {"authenticator": signed_in, "auth_require_tls": False, "auth_required": True}
    async with smtp(user=f"otinim:{quote('p@ss:word')}@", **options) as server:
        await server.mailer.send(LETTER)
        assert server.letters == [LETTER]
    async with smtp(user="otinim:wrong@", **options) as server:
        with pytest.raises(MailDelayed, match="535"):
            await server.mailer.send(LETTER)


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ssl.SSLContext]:
    path = self_signed(tmp_path_factory.mktemp("tls") / "mail.pem")
    theirs = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    theirs.load_cert_chain(path)
    return {"client_tls": ssl.create_default_context(cafile=str(path)), "server_tls": theirs}


def self_signed(path: Path) -> Path:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now, here = datetime(2020, 1, 1, tzinfo=UTC), [x509.IPAddress(ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName(here), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(pem))
    return path


async def test_smtps_encrypts_from_the_start(tls: dict[str, ssl.SSLContext]) -> None:
    async with smtp("smtps", **tls) as server:
        await server.mailer.send(LETTER)
        assert server.letters == [LETTER]


async def test_starttls_encrypts_before_anything_is_said(tls: dict[str, ssl.SSLContext]) -> None:
    options = {"tls_context": tls["server_tls"], "require_starttls": True}
    async with smtp("smtp+starttls", client_tls=tls["client_tls"], **options) as server:
        await server.mailer.send(LETTER)
        assert server.letters == [LETTER]


async def test_a_server_without_starttls_gets_nothing_where_it_is_demanded() -> None:
    async with smtp("smtp+starttls") as server:
        with pytest.raises(MailDelayed):
            await server.mailer.send(LETTER)
        assert server.senders == []


async def test_a_server_with_a_strangers_certificate_gets_nothing(
    tls: dict[str, ssl.SSLContext],
) -> None:
    async with smtp("smtps", server_tls=tls["server_tls"]) as server:
        with pytest.raises(MailDelayed):
            await server.mailer.send(LETTER)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "host",
        "http://host",
        "smtp://",
        "smtp://user:secret@mail.kz",
        "smtps://host?from=nobody",
        "smtp://[secret",
        "smtp://host:secret",
    ],
)
def test_a_url_that_cannot_work_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(MailUrlRefused) as caught:
        SmtpMailer(url, FixedClock())
    assert "secret" not in str(caught.value)


async def test_the_fake_keeps_one_copy_of_a_letter_sent_twice() -> None:
    mailer = RecordingMailer()
    await mailer.send(LETTER)
    await mailer.send(LETTER)
    assert mailer.sent == [LETTER]

"""Letters sent: by SMTP, or into the sandbox's mailbox. Retrying is the outbox's, not theirs."""

import asyncio
import ssl
from collections.abc import Callable
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

import aiohttp
import aiosmtplib

from domain.ports import Clock, Letter, MailDelayed, MailRefused

STEP_SECONDS = 20
LETTER_SECONDS = 60  # all steps of one letter: a server may drip its answers
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


class MailUrlRefused(ValueError):
    """SMTP_URL cannot be used. For engineers, at start; the text never holds the password."""


class SmtpMailer:
    """`smtps://user:password@host:465?from=address` (TLS), `smtp+starttls://` (TLS demanded, port
    587) or `smtp://` (TLS if offered, port 25; a password to this machine only). Raises
    MailUrlRefused."""

    def __init__(self, url: str, clock: Clock, *, tls: ssl.SSLContext | None = None) -> None:
        parts = split(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise MailUrlRefused(f"expected {', '.join(f'{p}://host' for p in PORTS)}")
        if parts.scheme == "smtp" and parts.password and parts.hostname not in LOCAL_HOSTS:
            raise MailUrlRefused("smtp:// would show the password to the network: use smtps://")
        self._clock = clock
        self._sender = sender_in(parts.query, parts.hostname)
        self._smtp = {
            "hostname": parts.hostname,
            "port": port_of(parts),
            "username": unquote(parts.username) if parts.username else None,
            "password": unquote(parts.password) if parts.password else None,
            "use_tls": parts.scheme == "smtps",
            "start_tls": {"smtps": False, "smtp+starttls": True}.get(parts.scheme),
            # Made once: loading the machine's certificates takes tens of milliseconds.
            "tls_context": tls or ssl.create_default_context(),
            "local_hostname": self._sender.domain,
            "timeout": STEP_SECONDS,
        }

    async def send(self, letter: Letter) -> None:
        message = written(letter, sender=self._sender, moment=self._clock.now())
        try:
            async with asyncio.timeout(LETTER_SECONDS):
                await aiosmtplib.send(
                    message,
                    sender=self._sender.addr_spec,
                    recipients=[letter.to],
                    **self._smtp,  # type: ignore[arg-type]
                )
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as failure:
            # Without the cause: servers quote the address in what they say.
            raise verdict(failure) from None


def written(letter: Letter, *, sender: Address, moment: datetime) -> Message:
    """Made of the old e-mail classes: EmailMessage of Python 3.11 loses a space where it folds a
    Kazakh subject. Their base64 takes half of what quoted-printable would."""
    message = MIMEMultipart("alternative")
    message["From"] = formataddr((sender.display_name, sender.addr_spec))
    message["To"] = checked(letter.to)
    subject = Header(" ".join(letter.subject.split()), "utf-8", header_name="Subject")
    message["Subject"] = subject  # type: ignore[assignment]  # typeshed: only str
    message["Date"] = format_datetime(moment)
    message["Message-ID"] = f"<{letter.message_id}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notes in reply
    message.attach(MIMEText(letter.text, "plain", "utf-8"))
    message.attach(MIMEText(letter.html, "html", "utf-8"))
    return message


def split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # its text may quote the password
        raise MailUrlRefused("not a URL") from None


def port_of(parts: SplitResult) -> int:
    try:
        return parts.port or PORTS[parts.scheme]
    except ValueError:
        raise MailUrlRefused("the port is not a number") from None


def sender_in(query: str, host: str) -> Address:
    given = parse_qs(query).get("from", [f"no-reply@{host}"])[0]
    name, address = parseaddr(given)
    try:
        return Address(name, addr_spec=address)
    except (MessageError, ValueError, IndexError):
        raise MailUrlRefused("?from= is not an e-mail address") from None


def checked(to: str) -> str:
    """One bare address, fit for a header and for a command to the server."""
    try:
        return Address(addr_spec=to).addr_spec
    except (MessageError, ValueError, IndexError):
        raise MailRefused("address") from None


def verdict(failure: Exception) -> MailDelayed | MailRefused:
    """Final is only a 5xx about the recipient or the letter itself (RFC 5321 §4.2.1); a 5xx about
    our sign-in or sender is for the engineer to mend while the letters wait."""
    match failure:
        case aiosmtplib.SMTPRecipientsRefused(recipients=[refused, *_]):
            return verdict(refused)
        case aiosmtplib.SMTPRecipientRefused(code=code) | aiosmtplib.SMTPDataError(code=code):
            return MailRefused(f"smtp {code}") if code >= 500 else MailDelayed(f"smtp {code}")
        case aiosmtplib.SMTPResponseException(code=code):
            return MailDelayed(f"smtp {code} {type(failure).__name__}")
    return MailDelayed(type(failure).__name__)


class SandboxMailer:
    """Puts letters into the sandbox's mailbox over HTTP. `session` gives the program's session."""

    def __init__(self, base_url: str, session: Callable[[], aiohttp.ClientSession]) -> None:
        self._url = f"{base_url.rstrip('/')}/sandbox/mail"
        self._session = session
        self._timeout = aiohttp.ClientTimeout(total=STEP_SECONDS)

    async def send(self, letter: Letter) -> None:
        body = {
            "to": letter.to,
            "subject": letter.subject,
            "text": letter.text,
            "html": letter.html,
            "message_id": letter.message_id,
        }
        try:
            post = self._session().post(self._url, json=body, timeout=self._timeout)
            async with post as response:
                status = response.status
        except (aiohttp.ClientError, TimeoutError) as failure:
            raise MailDelayed(type(failure).__name__) from None
        if status in (400, 422):
            raise MailRefused(f"http {status}")
        if status >= 300:
            raise MailDelayed(f"http {status}")

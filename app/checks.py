"""What a setting must be, and why one is refused: for engineers, so English, in one place."""

import re
from pathlib import Path
from typing import NoReturn
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, SecretStr

from domain.errors import Refusal
from domain.values.bin import Bin

BOT_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}", re.ASCII)
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{43,256}")  # 43: 256 bits in base64; 256: Telegram's
LEAST_DISTINCT = 10  # of 43 random characters about 30 differ
WEAK = re.compile(r"change.?me|password|passw0rd|secret|admin|root|qwerty|test|12345\d*", re.I)
DATABASES = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}  # the scheme given, and the driver the adapters use

WHY = {
    "both": "{name}: give it or {name}_FILE, not both",
    "unreadable": "{name}_FILE: cannot read {path} ({error})",
    "empty": "{name}_FILE: {path} is empty",
    "misspelled": "{name} is not a setting: did you mean {near}?",
    "token": "not a bot token (digits, a colon, 35 characters; @BotFather gives it)",
    "webhook_secret": "43 to 256 of A-Z a-z 0-9 _ - are needed (openssl rand -hex 32)",
    "guessable": "too easy to guess (openssl rand -hex 32 makes a good one)",
    "weak_password": "the password in it is among the first to be guessed",
    "scheme": "must start with {schemes}",
    "url": "not a URL",
    "host": "names no host",
    "folder": "no such folder",
    "business_number": "no organisation has such a BIN (12 digits)",
    "zone": "not a time zone (Asia/Almaty is one)",
    "for_webhook": "INTAKE=webhook needs {names}",
    "https": "INTAKE=webhook needs a PUBLIC_URL that starts with https://",
}


def refuse(why: str, **about: object) -> NoReturn:
    raise ValueError(WHY[why].format(**about))


def token(value: SecretStr) -> SecretStr:
    if not BOT_TOKEN.fullmatch(value.get_secret_value()):
        refuse("token")
    return value


def webhook_secret(value: SecretStr) -> SecretStr:
    text = value.get_secret_value()
    if not WEBHOOK_SECRET.fullmatch(text):
        refuse("webhook_secret")
    if len(set(text)) < LEAST_DISTINCT or WEAK.match(text):
        refuse("guessable")
    return value


def data_key(value: SecretStr) -> SecretStr:
    from adapters.crypto import load_keys  # heavy to import, and a given key is rare

    load_keys(Path(), value.get_secret_value())
    return value


def secret_url(*schemes: str) -> AfterValidator:
    """A URL that may hold a password: then not one of the first to be guessed."""

    def check(value: SecretStr) -> SecretStr:
        parts = split(value.get_secret_value(), schemes)
        if parts.password and WEAK.fullmatch(parts.password):
            refuse("weak_password")
        return value

    return AfterValidator(check)


def web_url(value: str) -> str:
    if not split(value, ("https", "http")).hostname:
        refuse("host")
    return value.rstrip("/")


def address(value: str) -> str:
    """As it was given: a slash at the end may matter."""
    web_url(value)
    return value


def addresses(value: str) -> str:
    return " ".join(address(one) for one in value.split())


def split(url: str, schemes: tuple[str, ...]) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError:  # its text may quote the password
        refuse("url")
    if parts.scheme not in schemes:
        refuse("scheme", schemes=", ".join(f"{s}://" for s in schemes))
    return parts


def folder(path: Path) -> Path:
    if not path.is_dir():
        refuse("folder")
    return path


def zone(name: str | ZoneInfo) -> ZoneInfo:
    try:
        return name if isinstance(name, ZoneInfo) else ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        refuse("zone")


def business_number(value: str) -> str:
    try:
        return Bin.read(value).text
    except Refusal:
        refuse("business_number")

"""Settings, read once from the environment at start; nothing else reads it. A refusal is one line
for the engineer who starts the program.

pydantic without pydantic-settings: that one takes 0.2 s to import, as long as pydantic itself, and
would replace only the first lines of `gathered`.
"""

import difflib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from app.checks import (
    DATABASES,
    address,
    addresses,
    business_number,
    data_key,
    folder,
    refuse,
    secret_url,
    token,
    web_url,
    webhook_secret,
    zone,
)

NEAR = 0.85  # one letter lost, doubled or swapped in a name as short as BOT_TOKEN
EXIT_STATUS = 2


class ConfigRefused(Exception):
    """The program cannot start with these settings. One line, without the value of any secret."""


Token = Annotated[SecretStr, AfterValidator(token)]
WebhookSecret = Annotated[SecretStr, AfterValidator(webhook_secret)]
DataKey = Annotated[SecretStr, AfterValidator(data_key)]
WebUrl = Annotated[str, AfterValidator(web_url)]
Address = Annotated[str, AfterValidator(address)]
Addresses = Annotated[str, AfterValidator(addresses)]
Database = Annotated[SecretStr, secret_url(*DATABASES)]
Redis = Annotated[SecretStr, secret_url("redis", "rediss", "unix")]
Smtp = Annotated[SecretStr, secret_url("smtps", "smtp+starttls", "smtp")]
BinText = Annotated[str, AfterValidator(business_number)]
Zone = Annotated[ZoneInfo, BeforeValidator(zone)]
LOCALES = Path(__file__).parent.parent / "locales"
Folder = Annotated[Path, AfterValidator(folder)]
Level = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)]


class Settings(BaseModel):
    """What can be set, each by the environment variable of its name in capitals."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, arbitrary_types_allowed=True
    )

    bot_token: Token | None = Field(None, description="the bot's token from @BotFather")
    bot_api_url: WebUrl = Field("https://api.telegram.org", description="the Bot API server")
    intake: Literal["polling", "webhook"] = Field("polling", description="how updates come in")
    webhook_secret: WebhookSecret | None = Field(
        None, description="what Telegram shows to prove itself; needed for INTAKE=webhook"
    )
    public_url: WebUrl | None = Field(
        None, description="where people and Telegram reach the web part; needed for INTAKE=webhook"
    )
    http_host: str = Field("127.0.0.1", description="the address the web part listens on")
    http_port: int = Field(8080, ge=0, le=65535, description="its port; 0 takes a free one")
    database_url: Database | None = Field(
        None, description="PostgreSQL or SQLite; by default the SQLite file otinim.db in DATA_DIR"
    )
    redis_url: Redis | None = Field(
        None, description="Redis for the state of conversations; by default the database"
    )
    data_dir: Path = Field(Path("data"), description="where the database and the key file live")
    data_key: DataKey | None = Field(
        None, description="32 random bytes in base64 instead of the file otinim.key in DATA_DIR"
    )
    smtp_url: Smtp | None = Field(
        None,
        description="smtps://user:password@host?from=address; by default sandbox mail",
    )
    time_zone: Zone = Field(ZoneInfo("Asia/Almaty"), description="the zone people are shown")
    eds_trust_dir: Folder | None = Field(
        None,
        description="certificates of NCA's authorities; nothing else is trusted with e-signatures",
    )
    eds_ocsp_url: Address = Field(
        "http://ocsp.pki.gov.kz/", description="where revocation of a signer's key is asked"
    )
    eds_crl_urls: Addresses = Field(
        "http://crl.root.gov.kz/rsa2020.crl http://crl.root.gov.kz/gost2020.crl",
        description="revocation lists fetched every hour, at most 2 MB each",
    )
    ncanode_url: WebUrl | None = Field(
        None, description="NCANode, which then checks the keys of e-signatures in our place"
    )
    sigex_url: WebUrl | None = Field(
        None,
        description="https://sigex.kz where it, not our address, brings documents to eGov Mobile",
    )
    egov_launcher: WebUrl = Field(
        "https://m.egov.kz/mobileSign", description="what opens eGov Mobile on the same phone"
    )
    operator_bin: BinText | None = Field(
        None, description="BIN of the organisation that runs the bot, for eGov Mobile"
    )
    log_level: Level = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    send_rate: int = Field(
        28,
        ge=1,
        le=1000,
        description="messages a second over all chats; Telegram bears about 30. Above 30, up to "
        "1000, announcements are Telegram's paid broadcasts (0.1 Star each). Of several processes "
        "each has its own",
    )

    proxy_hops: int = Field(
        0,
        ge=0,
        le=4,
        description="proxies of yours before the web part; X-Forwarded-For is believed that far",
    )

    @model_validator(mode="after")
    def webhook_is_complete(self) -> Self:
        if self.intake == "polling":
            return self
        needed = ("bot_token", "webhook_secret", "public_url")
        missing = [name.upper() for name in needed if getattr(self, name) is None]
        if missing:
            refuse("for_webhook", names=" and ".join(missing))
        if not (self.public_url or "").startswith("https://"):
            refuse("https")
        return self

    @property
    def database(self) -> str:
        """The URL with the driver that the adapters use. Holds the password: never log it."""
        if self.database_url is None:
            return f"sqlite+aiosqlite:///{self.data_dir / 'otinim.db'}"
        scheme, _, rest = self.database_url.get_secret_value().partition("://")
        return f"{DATABASES[scheme]}://{rest}"

    @property
    def sandbox_trust(self) -> Path:
        """The certificates of the sandbox's own authority; its keys lie beside the folder."""
        return self.data_dir / "sandbox-authority" / "trust"

    @property
    def web_address(self) -> str:
        """Where links to the web part lead, without a slash at the end."""
        return self.public_url or f"http://{self.http_host}:{self.http_port}"


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the README's table. `default` is empty where there is none."""

    name: str
    default: str
    meaning: str


SECRETS = frozenset(
    name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)
)
NAMES = frozenset(name.upper() for name in Settings.model_fields)
FILE_NAMES = frozenset(f"{name.upper()}_FILE" for name in SECRETS)


def settings_table() -> list[Setting]:
    return [
        Setting(name.upper(), "" if field.default is None else str(field.default), meaning)
        for name, field in Settings.model_fields.items()
        if (meaning := field.description)
    ]


def load(environment: Mapping[str, str]) -> Settings:
    """Raises ConfigRefused."""
    try:
        return Settings(**dict(gathered(environment)))
    except ValidationError as error:
        # Without the cause: pydantic's own text may quote what was given.
        raise ConfigRefused("; ".join(map(line, error.errors(include_input=False)))) from None
    except ValueError as error:
        raise ConfigRefused(str(error)) from None


def load_or_exit() -> Settings:
    """The settings of this process. A refusal is a line on stderr and exit status 2."""
    try:
        return load(os.environ)  # noqa: TID251  this is where settings are read
    except ConfigRefused as refused:
        sys.stderr.write(f"otinim: {refused}\n")
        raise SystemExit(EXIT_STATUS) from None


def gathered(environment: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """What was set, by field. Empty is not set: compose files pass empty variables on."""
    given = {name: value for name, value in environment.items() if value.strip()}
    for name in given.keys() - NAMES - FILE_NAMES:
        refuse_near_miss(name)
    for name in sorted(NAMES & given.keys()):
        yield name.lower(), given[name].strip()
    for name in sorted(SECRETS):
        if path := given.get(f"{name.upper()}_FILE"):
            yield name, content(name.upper(), Path(path), given)


def refuse_near_miss(name: str) -> None:
    near = difflib.get_close_matches(name.upper(), NAMES | FILE_NAMES, n=1, cutoff=NEAR)
    if near:
        refuse("misspelled", name=name, near=near[0])


def content(name: str, path: Path, given: Mapping[str, str]) -> str:
    if name in given:
        refuse("both", name=name)
    try:
        text = path.read_text().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        refuse("unreadable", name=name, path=path, error=type(error).__name__)
    return text or refuse("empty", name=name, path=path)


def line(error: ErrorDetails) -> str:
    what = error["msg"].removeprefix("Value error, ")
    return f"{str(error['loc'][0]).upper()}: {what}" if error["loc"] else what

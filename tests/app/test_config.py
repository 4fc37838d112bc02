"""Settings are read whole, refused in one line, and never show a secret."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.config import NAMES, SECRETS, ConfigRefused, load, settings_table

TOKEN = "123456789:AAbb-ccdd_eeffgghhiijjkkllmmnnooppq"
WEBHOOK = {
    "BOT_TOKEN": TOKEN,
    "INTAKE": "webhook",
    "WEBHOOK_SECRET": "q3Zx8" + "N0k-Lw_7VbTfYh2RuJ9sCdEaGpMi4XoQ1BnK5zt6H",
    "PUBLIC_URL": "https://otinim.example/",
}
KEY = base64.b64encode(os.urandom(32)).decode()
OTHERS = [
    "PATH",
    "HOME",
    "LANG",
    "TZ",
    "LOGNAME",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "ALL_PROXY",
    "DATABASE",
    "REDIS_PORT",
    "REDIS_HOST",
    "REDIS_SERVICE_HOST",
    "DATABASE_PORT",
    "POSTGRES_URL",
    "PGDATA",
    "HOSTNAME",
    "PYTHONPATH",
    "PYTHONTZPATH",
    "DATA",
    "PUBLIC",
    "SMTP_PORT",
    "SMTP_HOST",
    "HTTP_HOSTNAMES",
    "VIRTUAL_ENV",
    "KUBERNETES_PORT",
    "LOG_FORMAT",
    "TELEGRAM_TOKEN",
]


def refusal(**environment: str) -> str:
    with pytest.raises(ConfigRefused) as caught:
        load(environment)
    assert "\n" not in str(caught.value)
    assert caught.value.__cause__ is None
    return str(caught.value)


def test_nothing_needs_to_be_set() -> None:
    settings = load({})
    assert settings.bot_token is None
    assert settings.database == "sqlite+aiosqlite:///data/otinim.db"
    assert settings.web_address == "http://127.0.0.1:8080"
    assert str(settings.time_zone) == "Asia/Almaty"


def test_every_setting_is_read_from_the_variable_of_its_name(tmp_path: Path) -> None:
    environment = WEBHOOK | {
        "BOT_API_URL": "http://127.0.0.1:8081/",
        "HTTP_HOST": "::1",
        "HTTP_PORT": "80",
        "DATABASE_URL": "postgres://otinim:gH7-kk@db/otinim",
        "REDIS_URL": "redis://cache:6379/0",
        "DATA_DIR": str(tmp_path),
        "DATA_KEY": KEY,
        "SMTP_URL": "smtps://otinim:x9-Kp@mail.kz?from=no-reply@otinim.example",
        "TIME_ZONE": "Europe/Berlin",
        "EDS_TRUST_DIR": str(tmp_path),
        "EDS_OCSP_URL": "http://test.pki.gov.kz/ocsp/",
        "EDS_CRL_URLS": "http://crl.test/a.crl  https://crl.test/b.crl",
        "NCANODE_URL": "http://ncanode:14579/",
        "LOG_LEVEL": "debug",
        "SEND_RATE": "20",
        "SIGEX_URL": "https://sigex.example",
        "EGOV_LAUNCHER": "https://egov.example/sign",
        "OPERATOR_BIN": "940140000385",
        "PROXY_HOPS": "1",
    }
    assert environment.keys() == NAMES
    settings = load(environment | {"PATH": "/bin"})
    assert settings.model_fields_set == {name.lower() for name in NAMES}
    assert settings.database == "postgresql+asyncpg://otinim:gH7-kk@db/otinim"
    assert settings.bot_api_url == "http://127.0.0.1:8081"
    assert settings.web_address == "https://otinim.example"
    assert settings.log_level == "DEBUG"
    assert settings.eds_ocsp_url == "http://test.pki.gov.kz/ocsp/"
    assert settings.eds_crl_urls == "http://crl.test/a.crl https://crl.test/b.crl"


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert load({"BOT_TOKEN": "", "REDIS_URL": " ", "BOT_TOKEN_FILE": ""}) == load({})


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_each_secret_can_lie_in_a_file(name: str, tmp_path: Path) -> None:
    values = WEBHOOK | {
        "DATA_KEY": KEY,
        "DATABASE_URL": "sqlite:///x.db",
        "REDIS_URL": "redis://r",
        "SMTP_URL": "smtp://localhost",
    }
    path = tmp_path / name
    path.write_text(values[name.upper()] + "\n")
    settings = load(WEBHOOK | {name.upper(): "", f"{name.upper()}_FILE": str(path)})
    assert getattr(settings, name).get_secret_value() == values[name.upper()]


def test_a_secret_given_twice_missing_or_empty_is_refused(tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty", tmp_path / "missing"
    empty.write_text("\n")
    both = refusal(BOT_TOKEN=TOKEN, BOT_TOKEN_FILE=str(empty))
    assert both == "BOT_TOKEN: give it or BOT_TOKEN_FILE, not both"
    assert "is empty" in refusal(BOT_TOKEN_FILE=str(empty))
    assert "(FileNotFoundError)" in refusal(BOT_TOKEN_FILE=str(missing))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("BOT_TOKN", "BOT_TOKEN"),
        ("BOTTOKEN", "BOT_TOKEN"),
        ("bot_token", "BOT_TOKEN"),
        ("DATABSE_URL", "DATABASE_URL"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("TIMEZONE", "TIME_ZONE"),
        ("BOT_TOKEN_FLIE", "BOT_TOKEN_FILE"),
        ("WEBHOOK_SECERT", "WEBHOOK_SECRET"),
    ],
)
def test_a_misspelled_setting_is_refused_with_the_one_meant(name: str, meant: str) -> None:
    assert refusal(**{name: "x"}) == f"{name} is not a setting: did you mean {meant}?"


@pytest.mark.parametrize("name", OTHERS)
def test_other_programs_variables_are_left_alone(name: str) -> None:
    assert load({name: "x"}) == load({})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "changeme"),
        ("BOT_TOKEN", "123456:short-Hidden"),
        ("BOT_API_URL", "api.telegram.org"),
        ("BOT_API_URL", "https://"),
        ("INTAKE", "both"),
        ("WEBHOOK_SECRET", "changeme"),
        ("WEBHOOK_SECRET", "a" * 64),
        ("WEBHOOK_SECRET", "changeme-" + "q3Zx8N0kLw7VbTfYh2RuJ9sCdEaGpMi4XoQ1BnK5"),
        ("WEBHOOK_SECRET", "кілт" * 20),
        ("WEBHOOK_SECRET", WEBHOOK["WEBHOOK_SECRET"] * 6),
        ("PUBLIC_URL", "otinim.example"),
        ("HTTP_PORT", "http"),
        ("HTTP_PORT", "65536"),
        ("DATABASE_URL", "mysql://Hidden@db/x"),
        ("DATABASE_URL", "postgres://otinim:changeme@db/x"),
        ("DATABASE_URL", "postgres://otinim:[Hidden@db/x"),
        ("REDIS_URL", "localhost:6379"),
        ("DATA_KEY", "Hidden"),
        ("DATA_KEY", base64.b64encode(b"changeme" * 4).decode()),
        ("SMTP_URL", "mail.kz"),
        ("SMTP_URL", "smtps://user:password@mail.kz"),
        ("TIME_ZONE", "Almaty"),
        ("TIME_ZONE", "../etc/passwd"),
        ("EDS_TRUST_DIR", "/nowhere"),
        ("EDS_OCSP_URL", "ldap://ocsp.pki.gov.kz"),
        ("EDS_CRL_URLS", "http://crl.test/a.crl crl.test/b.crl"),
        ("NCANODE_URL", "ncanode:14579"),
        ("LOG_LEVEL", "LOUD"),
        ("OPERATOR_BIN", "940140000380"),
        ("SEND_RATE", "0"),
        ("SEND_RATE", "1001"),
    ],
)
def test_weak_and_wrong_values_are_refused_in_one_line_without_them(name: str, value: str) -> None:
    line = refusal(**{name: value})
    assert line.startswith(f"{name}: ")
    assert "Hidden" not in line


def test_all_that_is_wrong_is_named_at_once() -> None:
    line = refusal(HTTP_PORT="x", SEND_RATE="0")
    assert "HTTP_PORT: " in line
    assert "SEND_RATE: " in line


@pytest.mark.parametrize("name", ["BOT_TOKEN", "WEBHOOK_SECRET", "PUBLIC_URL"])
def test_a_webhook_needs_its_settings(name: str) -> None:
    assert refusal(**(WEBHOOK | {name: ""})) == f"INTAKE=webhook needs {name}"


def test_a_webhook_needs_https() -> None:
    assert "https" in refusal(**(WEBHOOK | {"PUBLIC_URL": "http://otinim.example"}))


def test_secrets_do_not_show() -> None:
    settings = load(WEBHOOK | {"DATABASE_URL": "postgres://otinim:gH7-kk@db/otinim"})
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert TOKEN not in shown
    assert "gH7-kk" not in shown
    assert WEBHOOK["WEBHOOK_SECRET"] not in shown


def test_the_table_names_every_setting_with_its_meaning() -> None:
    table = settings_table()
    assert {row.name for row in table} == NAMES
    assert all(row.meaning and "\n" not in row.meaning for row in table)
    assert {row.name: row.default for row in table}["SEND_RATE"] == "28"


def test_a_refusal_ends_the_program_with_one_line_and_status_2() -> None:
    start = "from app.config import load_or_exit; load_or_exit()"
    environment = {"PATH": os.environ["PATH"], "BOT_TOKN": TOKEN}
    command, root = [sys.executable, "-c", start], Path(__file__).parents[2]
    ended = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert ended.stderr == "otinim: BOT_TOKN is not a setting: did you mean BOT_TOKEN?\n"


@pytest.mark.parametrize("hops", ["-1", "5", "all", "1.5"])
def test_no_more_proxies_are_believed_than_anybody_has(hops: str) -> None:
    assert refusal(PROXY_HOPS=hops).startswith("PROXY_HOPS: ")
    assert "PROXY_HOPS" in refusal(PROXY_HOP="1")

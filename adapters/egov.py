"""eGov Mobile's QR signing: what the phone reads and sends back (API No. 1 and No. 2). Only
shapes: no HTTP. Sources that agree: the specification's text, mitwork/kalkan, SIGEX's client."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from domain.ports import Lang
from domain.signatures import SignatureUnreadable
from domain.signing_sessions import SigningSession

Json = dict[str, Any]
NAMES: Mapping[Lang, str] = {"kk": "Kz", "ru": "Ru", "en": "En"}
"""The protocol's endings of a name in each language."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who asks for the signature, as the app shows it. `bin` is empty where none was set."""

    names: Mapping[Lang, str]
    bin: str = ""


def link(public_url: str, token: str) -> str:
    """API No. 1's own address: what is scanned and what the launcher is given."""
    return f"{public_url}/egov/{token}"


def qr_text(public_url: str, token: str) -> str:
    return f"mobileSign:{link(public_url, token)}"


def launch_url(launcher: str, public_url: str, token: str) -> str:
    """Opens the app on the same phone: Telegram's buttons take https links only."""
    return f"{launcher}/?link={quote(link(public_url, token), safe='')}"


def first_answer(
    session: SigningSession, organisation: Organisation, *, uri: str, bearer: str
) -> Json:
    """API No. 1: who asks, until when, and where the document is."""
    return {
        "description": session.wish.names[session.wish.lang],
        "expiry_date": session.expires.isoformat(timespec="milliseconds"),
        "organisation": {**named(organisation.names), "bin": organisation.bin},
        "document": {"uri": uri, "auth_type": "Token", "auth_token": bearer},
    }


def second_answer(session: SigningSession, iin: str) -> Json:
    """API No. 2: the document itself; `iin` is the word for whose key it wants."""
    wish = session.wish
    data = base64.b64encode(wish.content).decode()
    document = {"file": {"mime": wish.mime, "data": data}}
    whose = [{"name": iin, "value": str(wish.applicant)}] if wish.applicant else []
    return {
        "signMethod": "CMS_SIGN_ONLY",
        "version": 1,
        "documentsToSign": [
            {
                "id": 1,
                **named(wish.names),
                **({"meta": whose} if whose else {}),
                "document": document,
            }
        ],
    }


def named(names: Mapping[Lang, str]) -> Json:
    return {f"name{ending}": names[lang] for lang, ending in NAMES.items()}


def signature_in(answer: Any) -> bytes:
    """The CMS of the one document in what the app sent back. Refuses by SignatureUnreadable."""
    match answer:
        case {"documentsToSign": [{"document": {"file": {"data": str(data)}}}]}:
            return decoded(data)
    raise SignatureUnreadable


def decoded(text: str) -> bytes:
    """Base64, with or without line ends; PEM is left to the verifier."""
    if "-----BEGIN" in text:
        return text.encode()
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        raise SignatureUnreadable from None

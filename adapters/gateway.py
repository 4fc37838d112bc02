"""The Telegram Gateway's RequestStatus, and the fields we add to it. Only shapes: no HTTP.

A bot has no receipts, so a delivery is `sent`, `expired` or `revoked`, never `delivered`.
"""

from datetime import datetime
from typing import Any

from domain.callbacks import Status
from domain.code_check import Verdict
from domain.codes import Code
from domain.links import Shown

Json = dict[str, Any]


def asked_status(code: Code) -> Json:
    """The answer to checkSendAbility: a number to send with."""
    return {"request_id": code.request, "phone_number": code.phone, "request_cost": 0.0}


def request_status(
    code: Code,
    now: datetime,
    *,
    reach: bool,
    verdict: Verdict | None = None,
    entered: str | None = None,
) -> Json:
    """A request as it stands. Without `reach` nothing tells whether the phone has a chat, until
    somebody has typed the right code."""
    status = asked_status(code)
    delivery = delivery_of(code, now)
    if delivery is not None and (reach or code.state == "used" or delivery[0] != "sent"):
        status["delivery_status"] = moment(*delivery)
    judged = verdict or verdict_of(code, now)
    if judged is not None:
        at = {"code_invalid": code.failed_at}.get(judged, code.ended_at) or now
        status["verification_status"] = moment(judged, at)
        if entered is not None:
            status["verification_status"]["code_entered"] = entered
    if code.about.payload:
        status["payload"] = code.about.payload
    if reach and code.undeliverable:
        status["undeliverable"] = True
    return {**status, **ours(code, now)}


def ours(code: Code, now: datetime) -> Json:
    return {
        "attempts_left": code.tries_left if code.is_open else 0,
        "resend_after": code.resend_after(now),
        "expires_at": int(code.expires.timestamp()),
    }


def moment(status: str, at: datetime) -> Json:
    return {"status": status, "updated_at": int(at.timestamp())}


def delivery_of(code: Code, now: datetime) -> tuple[Status, datetime] | None:
    """None while nothing was handed to Telegram."""
    if code.state in ("revoked", "replaced"):
        return "revoked", code.ended_at or now
    if code.state == "expired" or (code.is_open and code.expires <= now):
        return "expired", code.ended_at or code.expires
    return None if code.sent_at is None else ("sent", code.sent_at)


def verdict_of(code: Code, now: datetime) -> Verdict | None:
    match code.state:
        case "used":
            return "code_valid"
        case "locked":
            return "code_max_attempts_exceeded"
        case "expired":
            return "expired"
        case _ if code.is_open and code.expires <= now:
            return "expired"
        case _:
            return None if code.failed_at is None else "code_invalid"


def offers(shown: Shown, *, bot_url: str, public_url: str) -> Json:
    """What a portal shows when the phone has no chat."""
    return {
        "link_url": link_url(bot_url, shown.token),
        "link_code": shown.spaced,
        "qr_svg": f"{public_url}/qr/{shown.token}.svg",
        "qr_png": f"{public_url}/qr/{shown.token}.png",
    }


def link_url(bot_url: str, token: str) -> str:
    """The deep link: `https://t.me/<bot>?start=<token>`."""
    return f"{bot_url}?start={token}"


def report(code: Code, status: Status, happened: datetime, now: datetime) -> Json:
    """The body of a callback: the request, with the delivery it reports."""
    body = request_status(code, now, reach=True)
    return {**body, "delivery_status": moment(status, happened)}

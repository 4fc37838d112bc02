"""Reads what a portal asks for into an order. Each wrong parameter has the Gateway's own error."""

import re
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import ip_address
from typing import Any, get_args

from adapters.strange_urls import NotAllowed, checked_url
from domain.clients import Client
from domain.code_check import Guess
from domain.codes import LENGTH, LIFE, LONGEST, SHORTEST, About, Order, Purpose
from domain.denials import Denied
from domain.errors import Refusal
from domain.ports import LANGS
from domain.text import clean
from domain.values.phone import Phone
from web.bodies import Params

DIGITS = re.compile(rf"[0-9]{{{SHORTEST},{LONGEST}}}")
WHOLE = re.compile(r"[0-9]{1,9}")
REQUEST = re.compile(r"[0-9a-f]{32}")
CHANNEL = re.compile(r"@?[A-Za-z]\w{3,31}", re.ASCII)
LONGEST_PHONE = 32
LONGEST_PAYLOAD = 128
LONGEST_CONTEXT = 64
LONGEST_SESSION = 128
SHORTEST_TTL, LONGEST_TTL = 30, 3600


def order(params: Params, client: Client) -> Order:
    """Raises Denied."""
    if params.has("sender_username") and not CHANNEL.fullmatch(params.text("sender_username")):
        raise Denied("SENDER_USERNAME_INVALID")
    return Order(
        phone(params),
        purpose(params) or "login",
        code(params),
        length(params),
        life(params),
        about(params, client),
    )


def guess(params: Params) -> Guess:
    """Raises Denied."""
    return Guess(
        request(params),
        code(params),
        text(context(params), "session", LONGEST_SESSION),
        purpose(params),
        phone(params) if params.has("phone_number") else "",
    )


def phone(params: Params) -> str:
    raw = params.text("phone_number")
    if len(raw) > LONGEST_PHONE:
        raise Denied("PHONE_NUMBER_INVALID")
    try:
        return Phone.read(raw).text
    except Refusal:
        raise Denied("PHONE_NUMBER_INVALID") from None


def request(params: Params) -> str:
    if not params.has("request_id"):
        raise Denied("REQUEST_ID_REQUIRED")
    found = params.text("request_id")
    if not REQUEST.fullmatch(found):
        raise Denied("REQUEST_ID_INVALID")
    return found


def code(params: Params) -> str:
    """The portal's own code, or what its user typed; empty when there is none."""
    if not params.has("code"):
        return ""
    found = params.text("code")
    if not DIGITS.fullmatch(found):
        raise Denied("CODE_INVALID")
    return found


def length(params: Params) -> int:
    """Of no meaning beside an own code."""
    if not params.has("code_length") or params.has("code"):
        return LENGTH
    found = params.text("code_length")
    if not WHOLE.fullmatch(found) or not SHORTEST <= int(found) <= LONGEST:
        raise Denied("CODE_LENGTH_INVALID")
    return int(found)


def life(params: Params) -> timedelta:
    if not params.has("ttl"):
        return LIFE
    found = params.text("ttl")
    if not WHOLE.fullmatch(found) or not SHORTEST_TTL <= int(found) <= LONGEST_TTL:
        raise Denied("TTL_INVALID")
    return timedelta(seconds=int(found))


def purpose(params: Params) -> Purpose | None:
    if not params.has("purpose"):
        return None
    found = params.text("purpose")
    for known in get_args(Purpose):
        if found == known:
            return known  # type: ignore[no-any-return]  # one of the purposes
    raise Denied("PURPOSE_INVALID")


def about(params: Params, client: Client) -> About:
    told = context(params)
    return About(
        device=clean(text(told, "device", LONGEST_CONTEXT)),
        city=clean(text(told, "city", LONGEST_CONTEXT)),
        ip=address(text(told, "ip", LONGEST_CONTEXT)),
        session=text(told, "session", LONGEST_SESSION),
        payload=payload(params),
        callback_url=callback_url(params, client),
        locale=locale(params),
    )


def context(params: Params) -> Mapping[str, Any]:
    if not params.has("context"):
        return {}
    told = params.fields("context")
    if told is None:
        raise Denied("CONTEXT_INVALID")
    return told


def text(told: Mapping[str, Any], name: str, most: int) -> str:
    found = told.get(name)
    if found is None:
        return ""
    if not isinstance(found, str) or len(found) > most:
        raise Denied("CONTEXT_INVALID")
    return found


def address(raw: str) -> str:
    if not raw:
        return ""
    try:
        return str(ip_address(raw))
    except ValueError:
        raise Denied("CONTEXT_INVALID") from None


def payload(params: Params) -> str:
    found = params.text("payload")
    wrong_sort = params.has("payload") and not found
    if wrong_sort or len(found.encode("utf-8", "surrogatepass")) > LONGEST_PAYLOAD:
        raise Denied("PAYLOAD_INVALID")
    return found


def callback_url(params: Params, client: Client) -> str:
    if not params.has("callback_url"):
        return ""
    try:
        return checked_url(params.text("callback_url"), client.terms.hosts)
    except NotAllowed:
        raise Denied("CALLBACK_URL_INVALID") from None


def locale(params: Params) -> str:
    """`ru`, `ru-KZ` and `ru_KZ` are all Russian."""
    if not params.has("locale"):
        return ""
    found = params.text("locale").replace("_", "-").partition("-")[0].lower()
    if found not in LANGS:
        raise Denied("LOCALE_INVALID")
    return found

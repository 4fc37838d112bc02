"""Bot API methods by which the bot gets its updates: polling or a webhook, never both."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import bad, conflict
from sandbox.params import Params
from sandbox.updates import Webhook
from sandbox.wire import Json
from sandbox.world import World

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
SECRET = re.compile(r"[A-Za-z0-9_-]*")
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)


def updates(w: World, params: Params) -> list[Json]:
    """getUpdates without waiting; the server adds the long poll."""
    if w.updates.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    _allow(w, params)
    limit = min(max(params.whole("limit", 100), 1), 100)
    return w.updates.take(params.whole("offset"), limit)


def _allow(w: World, params: Params) -> None:
    kinds: Any = params.tree("allowed_updates", "allowed_updates")
    if kinds is None:
        return
    if not isinstance(kinds, list):
        raise bad("can't parse allowed updates: expected an Array of String")
    w.updates.allowed = [str(kind) for kind in kinds]


def set_webhook(w: World, params: Params) -> bool:
    """setWebhook: https, or http to this machine; an empty url deletes it."""
    url, secret = params.text("url"), params.text("secret_token")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if not url:
        return delete_webhook(w, params)
    _refuse_url(url)
    _allow(w, params)
    _drop_pending(w, params)
    connections = min(max(params.whole("max_connections", 40), 1), 100)
    w.updates.webhook = Webhook(url, secret, connections)
    w.updates.wake()
    return True


def _refuse_url(url: str) -> None:
    parts = urlsplit(url)
    if not parts.hostname:
        raise bad("bad webhook: invalid webhook URL specified")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")


def delete_webhook(w: World, params: Params) -> bool:
    """deleteWebhook"""
    _drop_pending(w, params)
    w.updates.webhook = None
    w.updates.wake()
    return True


def _drop_pending(w: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        w.updates.pending.clear()


def webhook_info(w: World, _: Params) -> Json:
    """getWebhookInfo"""
    hook = w.updates.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(w.updates.pending),
    }
    if hook:
        info["max_connections"] = hook.max_connections
    if hook and hook.error:
        info |= {"last_error_date": hook.error_date, "last_error_message": hook.error}
    return info | ({"allowed_updates": w.updates.allowed} if w.updates.allowed else {})

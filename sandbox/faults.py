"""Faults to order, for tests: refusals, silence, slowness and nonsense in place of answers.

A rule is JSON: `method` (any case) and `chat_id` narrow it, `times` limits it (without it the rule
stays), and then one or more of `error` (with `retry_after`, `description`, `migrate_to_chat_id`),
`drop` ("before" or "after" doing the call), `delay` (seconds) and `garbage` (true).
"""

from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import responses
from typing import Any

from sandbox.errors import ApiError, CannotAct
from sandbox.params import Params
from sandbox.wire import Json

DOES = {"error", "drop", "delay", "garbage"}
FIELDS = DOES | {
    "method", "chat_id", "times", "retry_after", "description", "migrate_to_chat_id",
}  # fmt: skip


@dataclass(slots=True)
class Faults:
    """Rules in order; the first that fits is used, and counted down."""

    rules: list[Json] = field(default_factory=list)

    def replace(self, rules: Any) -> None:
        """Take a new list of rules; an empty one ends all faults."""
        self.rules = [_checked(rule) for rule in (rules if isinstance(rules, list) else [rules])]

    def strike(self, method: str, params: Params) -> Json:
        """The rule that fits this call, used up by one; an empty one if the call may pass."""
        for rule in self.rules:
            if _fits(rule, method, params):
                self._count(rule)
                return rule
        return {}

    def _count(self, rule: Json) -> None:
        if "times" in rule:
            rule["times"] -= 1
            if rule["times"] <= 0:
                self.rules = [other for other in self.rules if other is not rule]


def _checked(rule: Any) -> Json:
    if not isinstance(rule, dict) or not DOES & rule.keys() or rule.keys() - FIELDS:
        raise CannotAct(f"a fault has some of {sorted(FIELDS)}, and does {sorted(DOES)}", 400)
    return dict(rule)


def _fits(rule: Json, method: str, params: Params) -> bool:
    if "method" in rule and rule["method"].lower() != method.lower():
        return False
    return "chat_id" not in rule or params.whole("chat_id") == rule["chat_id"]


def refusal(rule: Json) -> ApiError | None:
    """The error a rule asks for, in Telegram's words unless it brings its own."""
    code = rule.get("error")
    if not code:
        return None
    retry_after = rule.get("retry_after", 1 if code == HTTPStatus.TOO_MANY_REQUESTS else None)
    words = rule.get("description") or _words(code, retry_after)
    return ApiError(code, words, retry_after, rule.get("migrate_to_chat_id"))


def _words(code: int, retry_after: int | None) -> str:
    match code:
        case HTTPStatus.TOO_MANY_REQUESTS:
            return f"Too Many Requests: retry after {retry_after}"
        case HTTPStatus.FORBIDDEN:
            return "Forbidden: bot was blocked by the user"
    return responses.get(code, "Error")

"""What the Bot API refuses, and in which words. Knows no HTTP: the server turns a refusal into an
answer.
"""

from typing import Any


class ApiError(Exception):
    """A refusal of the Bot API. `retry_after` is in seconds; `migrate_to` is the new chat id."""

    def __init__(
        self,
        code: int,
        description: str,
        retry_after: int | None = None,
        migrate_to: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to

    def envelope(self) -> dict[str, Any]:
        """The JSON answer Telegram gives for this refusal."""
        answer = {"ok": False, "error_code": self.code, "description": self.description}
        hints = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to}
        if told := {name: value for name, value in hints.items() if value is not None}:
            answer["parameters"] = told
        return answer


class CannotAct(Exception):
    """A person of the sandbox cannot do this here; `status` is the HTTP status of the page API."""

    def __init__(self, reason: str, status: int = 409) -> None:
        super().__init__(reason)
        self.status = status


def bad(reason: str) -> ApiError:
    """400, in the form `Bad Request: <reason>`."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403, in the form `Forbidden: <reason>`."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409, in the form `Conflict: <reason>`."""
    return ApiError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiError:
    """429: wait so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

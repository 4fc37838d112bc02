"""A question for the code that another chat was sent, and its check outside the transaction."""

from dataclasses import dataclass
from typing import Any, Protocol

from domain.forms.model import Answers, Asks, Check, Checked, Choice
from domain.own_codes import ChatCodeNotSixDigits, ChatCodeOver

REQUEST, SESSION = "request", "session"
"""The facts that the sending of a code leaves in the draft."""


class CodeDesk(Protocol):
    """Where a code is used up: counted first, then compared, in two commits."""

    async def spend(self, request: str, value: str, session: str) -> None:
        """Raises ChatCodeWrong or ChatCodeOver."""
        ...


@dataclass(frozen=True, slots=True)
class ChatCode:
    """A code from another chat. Once spent it is kept as `{"proved": request}` and holds for that
    request only."""

    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> Any:
        if not isinstance(raw, dict):
            return six_digits(raw if isinstance(raw, str) else "")
        if raw.get("proved") != before[REQUEST]:
            raise ChatCodeOver
        return raw

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return "••••••"


def six_digits(raw: str) -> str:
    digits = "".join(raw.split()).replace("-", "")
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        raise ChatCodeNotSixDigits
    return digits


def proves(codes: CodeDesk) -> Check:
    """Keeps what the code proved, never the code."""

    async def check(value: Any, before: Answers) -> Checked:
        if isinstance(value, dict):
            return Checked(value)
        await codes.spend(before[REQUEST], value, before[SESSION])
        return Checked({"proved": before[REQUEST]})

    return check

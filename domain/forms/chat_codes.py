"""A question for the code that another chat was sent, and its check outside the transaction."""

from typing import Any, Protocol

from domain.forms.model import Answers, Check, Checked
from domain.forms.typed_code import TypedCode
from domain.own_codes import ChatCodeNotSixDigits, ChatCodeOver

REQUEST, SESSION = "request", "session"
"""The facts that the sending of a code leaves in the draft."""


class CodeDesk(Protocol):
    """Where a code is used up: counted first, then compared, in two commits."""

    async def spend(self, request: str, value: str, session: str) -> None:
        """Raises ChatCodeWrong or ChatCodeOver."""
        ...


CHAT_CODE = TypedCode(REQUEST, ChatCodeNotSixDigits, ChatCodeOver)


def proves(codes: CodeDesk) -> Check:
    """Keeps what the code proved, never the code."""

    async def check(value: Any, before: Answers) -> Checked:
        if isinstance(value, dict):
            return Checked(value)
        await codes.spend(before[REQUEST], value, before[SESSION])
        return Checked({"proved": before[REQUEST]})

    return check

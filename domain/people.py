"""Who writes to the bot: one Telegram user, who may hold several accounts."""

from dataclasses import dataclass
from typing import NewType

from domain.ports import Lang

PersonId = NewType("PersonId", int)
"""The Telegram user id, which is also the id of the private chat with them."""
AccountId = NewType("AccountId", int)


@dataclass(frozen=True, slots=True)
class Person:
    """`language` is None until chosen; `account` is the one they act for now."""

    id: PersonId
    language: Lang | None = None
    account: AccountId | None = None
    reachable: bool = True
    staff: bool = False

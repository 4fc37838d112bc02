"""Links and codes sent by letter. Looked up by digest; the letter's copy is sealed."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.people import confirmations
from adapters.db.shelf import Shelf
from domain.accounts import Confirmation, Purpose
from domain.people import AccountId
from domain.ports import Lang

TABLE = confirmations.c


class Confirmations(Shelf):
    """Rows of `confirmations`; of each account and purpose at most one is open."""

    __slots__ = ()

    def add(
        self,
        account: AccountId,
        purpose: Purpose,
        *,
        language: Lang,
        token: str,
        code: str,
        expires: datetime,
        now: datetime,
    ) -> Confirmation:
        digest = self.seal.digest("token", token)
        number = self.connection.execute(
            confirmations.insert().returning(TABLE.id),
            {
                "account_id": account,
                "purpose": purpose,
                "language": language,
                "token_digest": digest,
                "code_digest": self.seal.digest(f"code:{account}:{purpose}", code),
                "secret_sealed": self.sealed([token, code], place(digest)),
                "expires_at": expires,
                "sends": 1,
                "last_sent_at": now,
            },
        ).scalar_one()
        return Confirmation(number, account, purpose, language, expires, 1, now, 0, token, code)

    def open_of(self, account: AccountId, purpose: Purpose) -> Confirmation | None:
        return self.one(
            TABLE.account_id == account, TABLE.purpose == purpose, TABLE.used_at.is_(None)
        )

    def by_token(self, token: str) -> Confirmation | None:
        digest = self.seal.digest("token", token)
        return self.one(TABLE.token_digest == digest, TABLE.used_at.is_(None))

    def one(self, *conditions: sa.ColumnElement[bool]) -> Confirmation | None:
        row = self.connection.execute(sa.select(confirmations).where(*conditions)).one_or_none()
        return None if row is None else self.confirmation(row)

    def confirmation(self, row: Any) -> Confirmation:
        token, code = self.opened(row.secret_sealed, place(row.token_digest))
        return Confirmation(
            row.id,
            AccountId(row.account_id),
            row.purpose,
            row.language,
            row.expires_at,
            row.sends,
            row.last_sent_at,
            row.tries,
            token,
            code,
        )

    def sent_again(self, known: Confirmation, now: datetime) -> Confirmation:
        self.connection.execute(
            confirmations.update()
            .where(TABLE.id == known.id)
            .values(sends=known.sends + 1, last_sent_at=now)
        )
        return replace(known, sends=known.sends + 1, last_sent=now)

    def count_try(self, number: int, *, most: int) -> int | None:
        """Counts one more try and answers how many; None when all were spent already."""
        return self.connection.execute(
            confirmations.update()
            .where(TABLE.id == number, TABLE.tries < most, TABLE.used_at.is_(None))
            .values(tries=TABLE.tries + 1)
            .returning(TABLE.tries)
        ).scalar_one_or_none()

    def use(self, number: int, now: datetime) -> bool:
        """Uses it up: true for exactly one caller."""
        used = (
            confirmations.update()
            .where(TABLE.id == number, TABLE.used_at.is_(None))
            .values(used_at=now, secret_sealed=None)
        )
        return bool(self.connection.execute(used).rowcount)

    def end(self, number: int, now: datetime) -> None:
        self.use(number, now)

    def purge(self, before: datetime) -> int:
        gone = confirmations.delete().where(TABLE.expires_at < before)
        return self.connection.execute(gone).rowcount

    def erase(self, account: AccountId) -> None:
        self.connection.execute(confirmations.delete().where(TABLE.account_id == account))


def place(token_digest: bytes) -> str:
    return f"confirmations.secret:{token_digest.hex()}"

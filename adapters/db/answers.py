"""What was answered under an Idempotency-Key: said again to the same request (A15)."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.codes import answers
from adapters.db.shelf import Shelf, insert
from domain.clients import ClientId

A = answers.c


class AnotherBody(Exception):
    """The key was used with another request, or that one is under way still."""


class Answers(Shelf):
    """Rows of `answers`."""

    __slots__ = ()

    def claim(self, client: ClientId, key: str, body: bytes, now: datetime) -> Any | None:
        """The answer given before; None when this is the first time, and the key is taken now.
        Who is first holds the row: a second one waits here for its end. Raises AnotherBody."""
        new = insert(self.connection, answers).values(
            client_id=client, key_digest=self.digest(client, key), body_digest=body, created_at=now
        )
        if self.connection.execute(new.on_conflict_do_nothing()).rowcount:
            return None
        return self.peek(client, key, body)

    def peek(self, client: ClientId, key: str, body: bytes) -> Any | None:
        """The answer given before, if there is one. Raises AnotherBody."""
        digest = self.digest(client, key)
        mine = sa.and_(A.client_id == client, A.key_digest == digest)
        row = self.connection.execute(
            sa.select(A.body_digest, A.answer_sealed).where(mine)
        ).one_or_none()
        if row is None:
            return None
        if row.body_digest != body or row.answer_sealed is None:
            raise AnotherBody
        return self.opened(row.answer_sealed, place(digest))

    def keep(self, client: ClientId, key: str, answer: Any) -> None:
        digest = self.digest(client, key)
        self.connection.execute(
            answers.update()
            .where(A.client_id == client, A.key_digest == digest)
            .values(answer_sealed=self.sealed(answer, place(digest)))
        )

    def digest(self, client: ClientId, key: str) -> bytes:
        return self.seal.digest(f"idempotency:{client}", key)

    def purge(self, before: datetime) -> int:
        return self.connection.execute(answers.delete().where(A.created_at < before)).rowcount


def place(digest: bytes) -> str:
    return f"answers.answer:{digest.hex()}"

"""Documents given out, found by the token in their QR; only its digest is kept."""

from base64 import urlsafe_b64encode
from datetime import datetime

import sqlalchemy as sa

from adapters.db.rows.documents import issued
from adapters.db.shelf import Shelf
from domain.documents import TOKEN_BYTES, Issued, Status

SHOWN = (
    issued.c.kind,
    issued.c.number,
    issued.c.initials,
    issued.c.status,
    issued.c.issued_at,
    issued.c.changed_at,
)


class IssuedDocuments(Shelf):
    """Rows of `issued`."""

    __slots__ = ()

    def token(self, of: str) -> str:
        whole = self.seal.digest("document-token", of)
        return urlsafe_b64encode(whole[:TOKEN_BYTES]).rstrip(b"=").decode()

    def add(self, token: str, document: Issued, *, holder: str) -> None:
        self.connection.execute(
            self.insert_new(issued),
            {
                "token_digest": self.seal.digest("document", token),
                "holder": holder,
                "kind": document.kind,
                "number": document.number,
                "initials": document.initials,
                "status": document.status,
                "issued_at": document.issued,
                "changed_at": document.changed,
            },
        )

    def by_token(self, token: str) -> Issued | None:
        query = sa.select(*SHOWN).where(
            issued.c.token_digest == self.seal.digest("document", token)
        )
        row = self.connection.execute(query).one_or_none()
        return None if row is None else Issued(*row)

    def turn(self, holder: str, status: Status, now: datetime) -> None:
        self.connection.execute(
            issued.update().where(issued.c.holder == holder).values(status=status, changed_at=now)
        )

    def erase(self, holder: str) -> None:
        self.connection.execute(issued.delete().where(issued.c.holder == holder))

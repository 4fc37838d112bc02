"""Documents that wait for a signature: found by a digest of their link, sealed, wiped at last."""

import base64
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.messages import outbox
from adapters.db.rows.signing import signing_sessions
from adapters.db.shelf import Shelf
from domain.people import PersonId
from domain.signing_sessions import LIFE, SessionId, SigningSession, State, Wish
from domain.values.iin import Iin

S = signing_sessions.c
LIVING = S.ended_at.is_(None)
STEPS = {"requested": ("created",), "shown": ("created", "requested")}
"""From which states each step goes on."""


class Signing(Shelf):
    """Rows of `signing_sessions`."""

    __slots__ = ()

    def begin(self, wish: Wish, token: str, now: datetime) -> SigningSession:
        """In place of one that is open for the same thing of the same person."""
        same = sa.and_(S.person_id == wish.person, S.about == wish.about)
        self.over(same, "cancelled", now)
        digest = self.digest(token)
        number = self.connection.execute(
            signing_sessions.insert()
            .values(
                token_digest=digest,
                person_id=wish.person,
                about=wish.about,
                wish_sealed=self.sealed({**packed(wish), "token": token}, place(digest)),
                state="created",
                created_at=now,
                expires_at=now + LIFE,
            )
            .returning(S.id)
        ).scalar_one()
        return SigningSession(SessionId(number), wish, "created", now + LIFE, token)

    def digest(self, token: str) -> bytes:
        return self.seal.digest("signing-token", token)

    def by_token(self, token: str) -> SigningSession | None:
        return self.one(S.token_digest == self.digest(token))

    def load(self, number: SessionId) -> SigningSession | None:
        return self.one(S.id == number)

    def one(self, which: Any) -> SigningSession | None:
        row = self.connection.execute(sa.select(signing_sessions).where(which)).one_or_none()
        return None if row is None else self.session(row)

    def open_of(self, person: PersonId, now: datetime) -> list[SigningSession]:
        """The newest first."""
        query = (
            sa.select(signing_sessions)
            .where(S.person_id == person, LIVING, S.expires_at > now)
            .order_by(S.id.desc())
        )
        return [self.session(row) for row in self.connection.execute(query)]

    def went(self, number: SessionId, state: State, now: datetime) -> bool:
        """A step on for an open session; false if it was there before, or is over."""
        moved = (
            signing_sessions.update()
            .where(S.id == number, S.state.in_(STEPS[state]), LIVING, S.expires_at > now)
            .values(state=state)
        )
        return self.connection.execute(moved).rowcount > 0

    def count_try(self, number: SessionId, now: datetime, *, most: int) -> bool:
        counted = (
            signing_sessions.update()
            .where(S.id == number, LIVING, S.expires_at > now, S.tries < most)
            .values(tries=S.tries + 1)
        )
        return self.connection.execute(counted).rowcount > 0

    def give_back(self, number: SessionId) -> None:
        """A try that could not be judged doesn't count."""
        self.connection.execute(
            signing_sessions.update()
            .where(S.id == number, LIVING, S.tries > 0)
            .values(tries=S.tries - 1)
        )

    def end(self, number: SessionId, state: State, now: datetime) -> bool:
        return self.over(S.id == number, state, now) > 0

    def over(self, which: Any, state: State, now: datetime) -> int:
        ended = (
            signing_sessions.update()
            .where(which, LIVING)
            .values(state=state, ended_at=now, wish_sealed=None)
        )
        return self.connection.execute(ended).rowcount

    def due(self, now: datetime, most: int) -> list[SigningSession]:
        """Open ones whose time is up."""
        query = (
            sa.select(signing_sessions)
            .where(LIVING, S.expires_at <= now)
            .order_by(S.expires_at)
            .limit(most)
        )
        return [self.session(row) for row in self.connection.execute(query)]

    def carded(self, number: SessionId, row: int) -> None:
        self.connection.execute(
            signing_sessions.update().where(S.id == number).values(card_row=row)
        )

    def card_of(self, session: SigningSession) -> int | None:
        """The message in the chat, once it is out."""
        query = sa.select(outbox.c.message_id).where(outbox.c.id == session.card)
        return self.connection.execute(query).scalar_one_or_none()

    def forget(self, person: PersonId) -> None:
        self.connection.execute(signing_sessions.delete().where(S.person_id == person))

    def purge(self, before: datetime) -> int:
        gone = signing_sessions.delete().where(S.ended_at < before)
        return self.connection.execute(gone).rowcount

    def session(self, row: Any) -> SigningSession:
        wish = dict(OVER) if row.wish_sealed is None else self.wish(row)
        token = wish.pop("token")
        return SigningSession(
            SessionId(row.id),
            Wish(PersonId(row.person_id), row.about, **wish),
            row.state,
            row.expires_at,
            token,
            row.card_row,
        )

    def wish(self, row: Any) -> dict[str, Any]:
        found: dict[str, Any] = self.opened(row.wish_sealed, place(row.token_digest))
        iin = found["applicant"]
        return {
            **found,
            "content": base64.b64decode(found["content"]),
            "applicant": None if iin is None else Iin(iin),
        }


OVER: dict[str, Any] = {"names": {}, "content": b"", "lang": "kk", "token": ""}
"""What is left of a wish that is over."""


def packed(wish: Wish) -> dict[str, Any]:
    return {
        "names": dict(wish.names),
        "content": base64.b64encode(wish.content).decode(),
        "lang": wish.lang,
        "purpose": wish.purpose,
        "applicant": None if wish.applicant is None else str(wish.applicant),
        "mime": wish.mime,
    }


def place(digest: bytes) -> str:
    return f"signing_sessions.wish:{digest.hex()}"

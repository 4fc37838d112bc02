"""Phones and their chats. A phone is found by its blind index and kept sealed."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import changed, first, typed
from adapters.db.rows.codes import client_chats, clients, link_moves, link_offers, links
from adapters.db.shelf import Shelf, insert, insert_in
from domain.clients import ClientId
from domain.codes import CodeId
from domain.links import Link, Move, PortalSeen
from domain.people import PersonId

OFFERS = link_offers.c
CHATS = client_chats.c
PERSON = sa.select(links.c.person_id).where(links.c.phone_index == sa.bindparam("phone"))
FROZEN = sa.select(CHATS.frozen_until).where(
    CHATS.person_id == sa.bindparam("person"),
    CHATS.client_id == sa.bindparam("client"),
    CHATS.frozen_until > sa.bindparam("now"),
)


@cache
def offering(dialect: str) -> Any:
    """What is shown for a request, in place of what was shown before."""
    new = insert_in(dialect, link_offers)
    changed = {c.name: new.excluded[c.name] for c in OFFERS if c.name != "code_id"}
    return new.on_conflict_do_update(index_elements=["code_id"], set_=changed)


@cache
def visiting(dialect: str) -> Any:
    new = insert_in(dialect, client_chats)
    visited = {"last_at": new.excluded.last_at}
    return new.on_conflict_do_update(index_elements=["person_id", "client_id"], set_=visited)


class Links(Shelf):
    """Rows of `links`, `link_moves`, `link_offers` and `client_chats`."""

    __slots__ = ()

    def index(self, phone: str) -> bytes:
        return self.seal.index("phone", phone)

    def person_of(self, phone: str) -> PersonId | None:
        row = first(self.connection, PERSON, {"phone": self.index(phone)})
        return None if row is None else PersonId(row[0])

    def of(self, person: PersonId) -> Link | None:
        query = sa.select(links).where(links.c.person_id == person)
        row = self.connection.execute(query).one_or_none()
        if row is None:
            return None
        return Link(self.phone(row, "links"), person, row.how, row.consented_at)

    def put(self, link: Link) -> None:
        """This phone is this chat's, and this chat has no other."""
        self.drop(link.person)
        new = insert(self.connection, links).values(
            phone_index=self.index(link.phone),
            phone_sealed=self.sealed(link.phone, place("links", self.index(link.phone))),
            person_id=link.person,
            how=link.how,
            consented_at=link.linked,
        )
        self.connection.execute(
            new.on_conflict_do_update(
                index_elements=["phone_index"],
                set_={c: new.excluded[c] for c in ("person_id", "how", "consented_at")},
            )
        )

    def drop(self, person: PersonId) -> None:
        self.connection.execute(links.delete().where(links.c.person_id == person))

    # A phone that wants to go to another chat

    def move(self, phone: str, old: PersonId, new: PersonId, how: str, now: datetime) -> Move:
        """Asks, or finds that it is asked already: the first question's moment counts."""
        row = insert(self.connection, link_moves).values(
            phone_index=self.index(phone),
            phone_sealed=self.sealed(phone, place("link_moves", self.index(phone))),
            old_id=old,
            new_id=new,
            how=how,
            asked_at=now,
        )
        asked = sa.case(
            (link_moves.c.old_id == old, link_moves.c.asked_at), else_=row.excluded.asked_at
        )
        kept = row.on_conflict_do_update(
            index_elements=["phone_index", "new_id"],
            set_={"old_id": old, "how": how, "asked_at": asked},
        ).returning(link_moves)
        return self.a_move(self.connection.execute(kept).one())

    def move_from(self, number: int, old: PersonId) -> Move | None:
        """What this chat is asked, if it is still its phone."""
        query = sa.select(link_moves).where(link_moves.c.id == number, link_moves.c.old_id == old)
        row = self.connection.execute(query).one_or_none()
        move = None if row is None else self.a_move(row)
        return move if move is not None and self.person_of(move.phone) == old else None

    def drop_move(self, number: int) -> None:
        self.connection.execute(link_moves.delete().where(link_moves.c.id == number))

    def a_move(self, row: Any) -> Move:
        phone = self.phone(row, "link_moves")
        return Move(
            row.id, phone, PersonId(row.old_id), PersonId(row.new_id), row.how, row.asked_at
        )

    def phone(self, row: Any, table: str) -> str:
        return str(self.opened(row.phone_sealed, place(table, row.phone_index)))

    # What a portal shows for a phone without a chat

    def show(
        self,
        code: CodeId,
        token: str,
        pairing: str,
        *,
        token_until: datetime,
        pairing_until: datetime,
    ) -> None:
        """Takes the place of what was shown for this request before."""
        offer = {
            "code_id": code,
            "token_digest": self.seal.digest("link-token", token),
            "token_until": token_until,
            "pairing_digest": self.seal.digest("link-pairing", pairing),
            "pairing_until": pairing_until,
        }
        changed(self.connection, offering(self.connection.dialect.name), offer)

    def token_lives(self, token: str, now: datetime) -> bool:
        digest = self.seal.digest("link-token", token)
        query = sa.select(OFFERS.code_id).where(
            OFFERS.token_digest == digest, OFFERS.token_until > now
        )
        return self.connection.execute(query).first() is not None

    def spend_token(self, token: str, now: datetime) -> CodeId | None:
        digest = self.seal.digest("link-token", token)
        return self.spend(OFFERS.token_digest == digest, OFFERS.token_until > now)

    def spend_pairing(self, digits: str, now: datetime) -> CodeId | None:
        digest = self.seal.digest("link-pairing", digits)
        return self.spend(OFFERS.pairing_digest == digest, OFFERS.pairing_until > now)

    def spend(self, *conditions: sa.ColumnElement[bool]) -> CodeId | None:
        """Uses it up: the request for exactly one caller."""
        spent = link_offers.delete().where(*conditions).returning(OFFERS.code_id)
        return self.connection.execute(spent).scalar_one_or_none()

    def purge(self, now: datetime) -> int:
        """Offers that are over, and moves nobody asks for any more."""
        over = link_offers.delete().where(OFFERS.token_until <= now, OFFERS.pairing_until <= now)
        return self.connection.execute(over).rowcount

    # Portals and chats

    def visit(self, person: PersonId, client: ClientId, now: datetime) -> None:
        chat = {"person_id": person, "client_id": client, "last_at": now}
        changed(self.connection, visiting(self.connection.dialect.name), chat)

    def freeze(self, person: PersonId, client: ClientId, until: datetime) -> datetime:
        """Until then; a freeze that lasts longer stays as it is. Answers until when."""
        new = insert(self.connection, client_chats).values(
            person_id=person, client_id=client, frozen_until=until
        )
        asked = new.excluded.frozen_until
        longest = sa.case((CHATS.frozen_until > asked, CHATS.frozen_until), else_=asked)
        frozen = new.on_conflict_do_update(
            index_elements=["person_id", "client_id"], set_={"frozen_until": longest}
        ).returning(CHATS.frozen_until)
        kept: datetime = self.connection.execute(frozen).scalar_one()
        return kept

    def unfreeze(self, person: PersonId, client: ClientId) -> None:
        mine = sa.and_(CHATS.person_id == person, CHATS.client_id == client)
        self.connection.execute(client_chats.update().where(mine).values(frozen_until=None))

    def frozen_until(self, person: PersonId, client: ClientId, now: datetime) -> datetime | None:
        values = {"person": person, "client": client, "now": now}
        row = typed(self.connection, FROZEN, values)
        return None if row is None else row.frozen_until

    def portals(self, person: PersonId, now: datetime) -> Sequence[PortalSeen]:
        query = (
            sa.select(CHATS.client_id, clients.c.name, CHATS.last_at, CHATS.frozen_until)
            .join(clients, clients.c.id == CHATS.client_id)
            .where(CHATS.person_id == person)
            .order_by(CHATS.last_at.desc(), clients.c.name)
        )
        return [
            PortalSeen(
                ClientId(r.client_id),
                r.name,
                r.last_at,
                r.frozen_until if r.frozen_until and r.frozen_until > now else None,
            )
            for r in self.connection.execute(query)
        ]

    def forget(self, person: PersonId) -> None:
        self.drop(person)
        self.connection.execute(client_chats.delete().where(CHATS.person_id == person))
        asked = sa.or_(link_moves.c.old_id == person, link_moves.c.new_id == person)
        self.connection.execute(link_moves.delete().where(asked))


def place(table: str, phone_index: bytes) -> str:
    return f"{table}.phone:{phone_index.hex()}"

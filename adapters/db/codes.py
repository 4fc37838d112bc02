"""One-time codes. A guess is compared with an HMAC under a key from the key file; the copy that is
sent is sealed, and wiped when the code ends."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from adapters.db.hot import changed, first, rows, typed
from adapters.db.rows.codes import clients, code_messages, codes, link_offers
from adapters.db.rows.messages import outbox
from adapters.db.shelf import Shelf
from domain.clients import Caller, ClientId, KeyId
from domain.codes import ASKED_LIFE, OPEN, About, Code, CodeId, Order, State
from domain.links import Recent
from domain.people import PersonId

if TYPE_CHECKING:
    from domain.code_check import Guess

C = codes.c
WHOLE = sa.select(codes, clients.c.name.label("client_name")).join(
    clients, clients.c.id == C.client_id
)
STILL_OPEN = C.state.in_([sa.literal_column(f"'{state}'") for state in sorted(OPEN)])
BY_NUMBER = WHOLE.where(C.id == sa.bindparam("number"))
OPEN_ONE = WHOLE.where(
    C.client_id == sa.bindparam("client"),
    C.purpose == sa.bindparam("what_for"),
    C.phone_index == sa.bindparam("phone"),
    C.test == sa.bindparam("rehearsed"),
    STILL_OPEN,
)
ADD = codes.insert().returning(C.id)
UNANSWERED = (
    sa.select(C.created_at)
    .where(
        C.phone_index == sa.bindparam("phone"),
        C.created_at > sa.bindparam("since"),
        C.state.not_in([sa.literal_column("'used'"), sa.literal_column("'asked'")]),
        C.test.is_(False),
    )
    .order_by(C.created_at)
)
SENT = (
    codes.update()
    .where(C.id == sa.bindparam("number"))
    .values(
        sends=sa.bindparam("times"),
        last_sent_at=sa.bindparam("now"),
        state=sa.bindparam("becomes"),
        person_id=sa.bindparam("person"),
    )
)
VALUE = sa.select(C.request, C.code_sealed).where(C.id == sa.bindparam("number"))
POSTED = code_messages.insert()
DIGESTS = sa.select(C.salt, C.code_digest).where(C.id == sa.bindparam("number"))
TRIED = (
    codes.update()
    .where(C.id == sa.bindparam("number"), C.tries < sa.bindparam("most"), STILL_OPEN)
    .values(tries=C.tries + 1)
    .returning(C.tries)
)
NEWLY_SENT = (
    sa.select(C.id, outbox.c.state)
    .join(code_messages, code_messages.c.code_id == C.id)
    .join(outbox, outbox.c.id == code_messages.c.outbox_id)
    .where(
        C.told_at.is_(None),
        C.sent_at.is_(None),
        outbox.c.state.in_([sa.literal_column(f"'{o}'") for o in ("sent", "failed", "blocked")]),
    )
    .order_by(outbox.c.id)
    .limit(sa.bindparam("most"))
)
PENDING = (
    sa.select(code_messages.c.code_id)
    .join(outbox, outbox.c.id == code_messages.c.outbox_id)
    .where(code_messages.c.code_id == C.id, outbox.c.state == sa.literal_column("'waiting'"))
    .exists()
)
UNTOLD = (
    WHOLE.where(C.told_at.is_(None), C.ended_at.is_not(None), ~PENDING)
    .order_by(C.id)
    .limit(sa.bindparam("most"))
)
DUE = (
    WHOLE.where(C.ended_at.is_(None), C.expires_at <= sa.bindparam("now"), STILL_OPEN)
    .order_by(C.id)
    .limit(sa.bindparam("most"))
)
SALT_BYTES = 16
NOBODY = bytes(SALT_BYTES)


class Codes(Shelf):
    """Rows of `codes` and `code_messages`."""

    __slots__ = ()

    def ask(self, caller: Caller, phone: str, now: datetime) -> Code:
        """A request without a code: checkSendAbility."""
        order = Order(phone, life=ASKED_LIFE)
        return self.put(caller, order, "", secrets.token_hex(16), now, state="asked")

    def add(
        self,
        caller: Caller,
        order: Order,
        value: str,
        now: datetime,
        *,
        sends: int = 0,
        asked: Code | None = None,
    ) -> Code:
        """A request with its code; it keeps the number that checkSendAbility gave."""
        request = secrets.token_hex(16)
        if asked is not None:
            request = asked.request
            self.connection.execute(codes.delete().where(C.id == asked.id))
        return self.put(caller, order, value, request, now, state="waiting", sends=sends)

    def put(
        self,
        caller: Caller,
        order: Order,
        value: str,
        request: str,
        now: datetime,
        *,
        state: State,
        sends: int = 0,
    ) -> Code:
        salt = secrets.token_bytes(SALT_BYTES)
        bound = (request, caller.client.id, order.purpose, salt, order.phone, order.about.session)
        row = {
            "request": request,
            "client_id": caller.client.id,
            "key_id": caller.key,
            "phone_index": self.seal.index("phone", order.phone),
            "about_sealed": self.sealed(
                [order.phone, asdict(order.about)], place("about", request)
            ),
            "purpose": order.purpose,
            "length": len(value),
            "salt": salt,
            "code_digest": self.digest(*bound, value),
            "code_sealed": self.sealed(value, place("code", request)) if value else None,
            "state": state,
            "test": caller.test,
            "created_at": now,
            "expires_at": now + order.life,
            "sends": sends,
            "told_at": None if value else now,
        }
        (number,) = first(self.connection, ADD, row) or (0,)
        return Code(
            CodeId(number),
            request,
            caller.client.id,
            caller.client.name,
            caller.key,
            order.phone,
            None,
            order.purpose,
            order.about,
            len(value),
            state,
            now,
            now + order.life,
            sends,
            None,
            0,
            None,
            None,
            None,
            undeliverable=False,
            test=caller.test,
        )

    def digest(
        self,
        request: str,
        client: int,
        purpose: str,
        salt: bytes,
        phone: str,
        session: str,
        value: str,
    ) -> bytes:
        """A value bound to all that it is good for (reliability.md A6)."""
        bound = f"code:{request}:{client}:{purpose}:{phone}:{session}"
        return self.seal.digest(bound, f"{salt.hex()}:{value}")

    def digests(self, code: Code | None, guess: "Guess") -> tuple[bytes, bytes]:
        """What is right, and what was guessed; for a request that isn't there the same work."""
        row = typed(self.connection, DIGESTS, {"number": code.id if code else 0})
        given = self.digest(
            guess.request if code is None else code.request,
            0 if code is None else code.client,
            guess.purpose or ("login" if code is None else code.purpose),
            NOBODY if row is None else row.salt,
            guess.phone or ("" if code is None else code.phone),
            guess.session,
            guess.value,
        )
        return (bytes(len(given)) if row is None else row.code_digest), given

    def value(self, number: CodeId) -> str | None:
        """The code itself, to be sent; None when it is wiped."""
        row = typed(self.connection, VALUE, {"number": number})
        if row is None or row.code_sealed is None:
            return None
        return str(self.opened(row.code_sealed, place("code", row.request)))

    # Finding

    def load(self, number: CodeId) -> Code | None:
        return self.one(BY_NUMBER, number=number)

    def by_request(self, caller: Caller, request: str) -> Code | None:
        """Of this client only; a live key doesn't see what a test key did, nor the other way."""
        mine = sa.and_(C.client_id == caller.client.id, C.test == caller.test)
        query = sa.select(sa.func.coalesce(C.same_as, C.id)).where(C.request == request, mine)
        number = self.connection.execute(query).scalar_one_or_none()
        return None if number is None else self.load(number)

    def open_of(self, caller: Caller, purpose: str, phone: str) -> Code | None:
        return self.one(
            OPEN_ONE,
            client=caller.client.id,
            what_for=purpose,
            phone=self.seal.index("phone", phone),
            rehearsed=caller.test,
        )

    def waiting_for(self, phone: str) -> list[Code]:
        """Codes without a chat, and those whose portal the chat has frozen."""
        mine = C.phone_index == self.seal.index("phone", phone)
        return self.many(mine, C.state.in_(("waiting", "held")), C.test.is_(False))

    def open_for(self, person: PersonId) -> list[Code]:
        return self.many(C.person_id == person, STILL_OPEN)

    def due(self, now: datetime, most: int) -> list[Code]:
        found = rows(self.connection, DUE, {"now": now, "most": most})
        return [self.code(row) for row in found]

    def unanswered(self, phone: str, since: datetime) -> list[datetime]:
        """When codes were made for this phone that nobody used, the oldest first."""
        values = {"phone": self.seal.index("phone", phone), "since": since}
        return [row.created_at for row in rows(self.connection, UNANSWERED, values)]

    def recent(self, person: PersonId, most: int) -> list[Recent]:
        query = (
            sa.select(C.id, clients.c.name, C.purpose, C.state, C.last_sent_at)
            .join(clients, clients.c.id == C.client_id)
            .where(C.person_id == person, C.last_sent_at.is_not(None))
            .order_by(C.last_sent_at.desc())
            .limit(most)
        )
        return [Recent(CodeId(r[0]), *r[1:]) for r in self.connection.execute(query)]

    def one(self, query: Any, **values: Any) -> Code | None:
        row = typed(self.connection, query, values)
        return None if row is None else self.code(row)

    def many(self, *conditions: sa.ColumnElement[bool], most: int = 1_000) -> list[Code]:
        query = WHOLE.where(*conditions).order_by(C.id).limit(most)
        return [self.code(row) for row in self.connection.execute(query)]

    def code(self, r: Any) -> Code:
        phone, about = self.opened(r.about_sealed, place("about", r.request))
        return Code(
            CodeId(r.id),
            r.request,
            ClientId(r.client_id),
            r.client_name,
            KeyId(r.key_id),
            phone,
            None if r.person_id is None else PersonId(r.person_id),
            r.purpose,
            About(**about),
            r.length,
            r.state,
            r.created_at,
            r.expires_at,
            r.sends,
            r.last_sent_at,
            r.tries,
            r.failed_at,
            r.sent_at,
            r.ended_at,
            undeliverable=r.undeliverable,
            test=r.test,
        )

    # Changing

    def change(self, number: CodeId, **values: Any) -> None:
        self.connection.execute(codes.update().where(C.id == number).values(**values))

    def alias(self, asked: CodeId, code: CodeId) -> None:
        """The request of a checkSendAbility stands for an open code from now on."""
        self.change(asked, same_as=code)

    def sent(self, code: Code, now: datetime, *, state: State, person: PersonId | None) -> Code:
        """Counts a sending; answers the code as it is now. To be called while its phone is held,
        or two would count as one."""
        sends = code.sends + 1
        values = {"number": code.id, "times": sends, "now": now, "becomes": state}
        changed(self.connection, SENT, {**values, "person": person})
        return replace(code, sends=sends, last_sent=now, state=state, person=person)

    def issued(self, code: Code, person: PersonId) -> Code:
        self.change(code.id, state="issued", person_id=person, undeliverable=False)
        return self.load(code.id) or code

    def posted(self, number: CodeId, row: int, now: datetime) -> None:
        """A message with this code is owed: this row of the outbox."""
        message = {"outbox_id": row, "code_id": number, "created_at": now}
        changed(self.connection, POSTED, message)

    def rows_of(self, number: CodeId) -> list[int]:
        query = sa.select(code_messages.c.outbox_id).where(code_messages.c.code_id == number)
        return list(self.connection.execute(query).scalars())

    def count_try(self, number: CodeId, *, most: int) -> int | None:
        """Counts one more try and answers how many; None when all were spent already."""
        row = first(self.connection, TRIED, {"number": number, "most": most})
        return None if row is None else int(row[0])

    def failed(self, number: CodeId, now: datetime) -> None:
        self.change(number, failed_at=now)

    def end(self, number: CodeId, state: State, now: datetime) -> bool:
        """Ends it: true for exactly one caller."""
        ended = (
            codes.update()
            .where(C.id == number, STILL_OPEN)
            .values(state=state, ended_at=now, code_sealed=None)
        )
        if not self.connection.execute(ended).rowcount:
            return False
        self.connection.execute(link_offers.delete().where(link_offers.c.code_id == number))
        return True

    def forget(self, person: PersonId) -> None:
        """Ended codes of this chat; open ones were ended before."""
        self.connection.execute(codes.delete().where(C.person_id == person))

    def purge(self, before: datetime) -> int:
        """Codes that expired before then, with what belongs to them."""
        old = sa.select(C.id).where(C.expires_at < before)
        mine = code_messages.delete().where(code_messages.c.code_id.in_(old))
        self.connection.execute(mine)
        return self.connection.execute(codes.delete().where(C.expires_at < before)).rowcount

    # What became of the messages

    def newly_sent(self, most: int) -> list[tuple[Code, str]]:
        """Codes on their way whose message is out or has failed, with the outbox's word for it."""
        found = rows(self.connection, NEWLY_SENT, {"most": most})
        return [(code, state) for number, state in found if (code := self.load(number))]

    def delivered(self, number: CodeId, now: datetime) -> bool:
        """Telegram has the message: true once."""
        marked = codes.update().where(C.id == number, C.sent_at.is_(None)).values(sent_at=now)
        return bool(self.connection.execute(marked).rowcount)

    def bounced(self, number: CodeId) -> None:
        """Telegram refused the message for good: the code waits for the chat to come back."""
        lost = codes.update().where(C.id == number, C.state.in_(("issued", "waiting")))
        self.connection.execute(lost.values(state="waiting", undeliverable=True, person_id=None))
        self.connection.execute(code_messages.delete().where(code_messages.c.code_id == number))

    def untold(self, most: int) -> list[tuple[Code, Sequence[int]]]:
        """Ended codes whose messages are all out, with the ids of those messages."""
        found = [self.code(row) for row in rows(self.connection, UNTOLD, {"most": most})]
        return [(code, self.messages_of(code.id)) for code in found]

    def messages_of(self, number: CodeId) -> list[int]:
        query = (
            sa.select(outbox.c.message_id)
            .join(code_messages, outbox.c.id == code_messages.c.outbox_id)
            .where(code_messages.c.code_id == number, outbox.c.message_id.is_not(None))
            .order_by(outbox.c.id)
        )
        return list(self.connection.execute(query).scalars())

    def told(self, number: CodeId, now: datetime) -> None:
        self.change(number, told_at=now)


def place(column: str, request: str) -> str:
    return f"codes.{column}:{request}"

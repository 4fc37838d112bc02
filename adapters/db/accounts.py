"""Accounts of portals, and who is signed in to which."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from adapters.db.rows.people import accounts, people, sign_ins
from adapters.db.shelf import Shelf, insert
from domain.accounts import Account, EmailTaken, IinHasAccount, Role
from domain.people import AccountId, PersonId
from domain.values.email import Email

PLAIN = ("grade", "language", "region", "district", "locality", "school")
"""Columns that are not personal by themselves, kept open so that audiences can be selected."""


SIGNED_IN = (
    sa.select(accounts)
    .join(sign_ins, sign_ins.c.account_id == accounts.c.id)
    .where(sign_ins.c.person_id == sa.bindparam("person"))
    .order_by(sign_ins.c.created_at, accounts.c.id)
)


class Accounts(Shelf):
    """Rows of `accounts` and `sign_ins`. The profile is sealed; IIN and e-mail have indexes."""

    __slots__ = ()

    def add(
        self,
        *,
        portal: str,
        role: Role,
        draft: int | None,
        profile: Mapping[str, Any],
        password_hash: str,
        now: datetime,
    ) -> Account:
        index = self.iin_index(profile["iin"])
        typed = profile.get("email")
        email = None if typed is None else self.email_index(typed)
        if draft is not None:
            self.refuse_taken(portal, index, email, typed, draft)
        self.connection.execute(
            insert(self.connection, accounts)
            .values(
                draft_id=draft,
                portal=portal,
                role=role,
                iin_index=index,
                email_index=email,
                profile_sealed=self.sealed(dict(profile), place(index)),
                password_hash=password_hash,
                created_at=now,
                **{column: profile.get(column) for column in PLAIN},
            )
            .on_conflict_do_nothing()
        )
        if draft is None:
            return self.surely(accounts.c.portal == portal, accounts.c.iin_index == index)
        found = self.one(accounts.c.draft_id == draft)
        if found is None:  # another transaction took the IIN or the e-mail since we looked
            self.refuse_taken(portal, index, email, typed, draft)
            raise IinHasAccount
        return found

    def surely(self, *conditions: sa.ColumnElement[bool]) -> Account:
        found = self.one(*conditions)
        assert found is not None  # noqa: S101 there before, or just put there
        return found

    def refuse_taken(
        self, portal: str, iin: bytes, email: bytes | None, typed: str | None, draft: int
    ) -> None:
        mine = accounts.c.draft_id.is_distinct_from(draft)
        if self.exists(accounts.c.portal == portal, accounts.c.iin_index == iin, mine):
            raise IinHasAccount
        if email is None or typed is None:
            return
        if self.exists(accounts.c.portal == portal, accounts.c.email_index == email, mine):
            raise EmailTaken(typed)

    def exists(self, *conditions: sa.ColumnElement[bool]) -> bool:
        query = sa.select(accounts.c.id).where(*conditions).limit(1)
        return self.connection.execute(query).first() is not None

    def has_iin(self, portal: str, iin: str) -> bool:
        return self.exists(
            accounts.c.portal == portal, accounts.c.iin_index == self.iin_index(iin)
        )

    def has_email(self, portal: str, email: str) -> bool:
        return self.exists(
            accounts.c.portal == portal, accounts.c.email_index == self.email_index(email)
        )

    def load(self, account: AccountId) -> Account | None:
        return self.one(accounts.c.id == account)

    def by_email(self, portal: str, email: str) -> Account | None:
        return self.one(
            accounts.c.portal == portal, accounts.c.email_index == self.email_index(email)
        )

    def by_iin(self, portal: str, iin: str) -> Account | None:
        return self.one(accounts.c.portal == portal, accounts.c.iin_index == self.iin_index(iin))

    def one(self, *conditions: sa.ColumnElement[bool]) -> Account | None:
        row = self.connection.execute(sa.select(accounts).where(*conditions)).one_or_none()
        return None if row is None else self.account(row)

    def account(self, row: Any) -> Account:
        profile = self.opened(row.profile_sealed, place(row.iin_index))
        return Account(
            AccountId(row.id), row.portal, row.role, profile, row.password_hash, row.confirmed_at
        )

    def of(self, person: PersonId) -> list[Account]:
        """The accounts a person is signed in to, the oldest sign-in first."""
        rows = self.connection.execute(SIGNED_IN, {"person": person})
        return [self.account(row) for row in rows]

    def people_of(self, account: AccountId) -> list[PersonId]:
        """Who is signed in to an account."""
        query = sa.select(sign_ins.c.person_id).where(sign_ins.c.account_id == account)
        return [PersonId(number) for number in self.connection.execute(query).scalars()]

    def join(self, account: AccountId, person: PersonId, now: datetime) -> None:
        """Lets a person use an account, without changing for which pupil they act."""
        self.connection.execute(
            insert(self.connection, sign_ins)
            .values(person_id=person, account_id=account, created_at=now)
            .on_conflict_do_nothing()
        )

    def sign_in(self, account: AccountId, person: PersonId, now: datetime) -> None:
        self.join(account, person, now)
        self.connection.execute(
            people.update().where(people.c.id == person).values(account_id=account)
        )

    def sign_out(self, account: AccountId, person: PersonId) -> None:
        self.connection.execute(
            sign_ins.delete().where(
                sign_ins.c.person_id == person, sign_ins.c.account_id == account
            )
        )
        self.connection.execute(
            people.update()
            .where(people.c.id == person, people.c.account_id == account)
            .values(account_id=None)
        )

    def confirm(self, account: AccountId, now: datetime) -> None:
        self.change(
            account,
            confirmed_at=sa.func.coalesce(
                accounts.c.confirmed_at, sa.literal(now, accounts.c.confirmed_at.type)
            ),
        )

    def change_email(self, account: Account, email: str) -> Account:
        """Decided by the unique index: another one may take the address at the same moment."""
        try:
            with self.connection.begin_nested():
                self.change(account.id, email_index=self.email_index(email))
        except IntegrityError:
            raise EmailTaken(email) from None
        return self.change_profile(account, {"email": email})

    def change_profile(self, account: Account, answers: Mapping[str, Any]) -> Account:
        profile = {**account.profile, **answers}
        sealed = self.sealed(profile, place(self.iin_index(profile["iin"])))
        plain = {column: profile.get(column) for column in PLAIN}
        self.change(account.id, profile_sealed=sealed, **plain)
        return replace(account, profile=profile)

    def change_password(self, account: AccountId, password_hash: str) -> None:
        self.change(account, password_hash=password_hash)

    def change(self, account: AccountId, **values: Any) -> None:
        self.connection.execute(accounts.update().where(accounts.c.id == account).values(**values))

    def lock(self, account: AccountId) -> None:
        """Holds the account's row until the transaction ends: two registrations of one pupil are
        decided one after the other."""
        self.connection.execute(
            sa.select(accounts.c.id).where(accounts.c.id == account).with_for_update()
        )

    def erase(self, account: AccountId) -> None:
        self.connection.execute(accounts.delete().where(accounts.c.id == account))
        self.connection.execute(sign_ins.delete().where(sign_ins.c.account_id == account))
        self.connection.execute(
            people.update().where(people.c.account_id == account).values(account_id=None)
        )

    def iin_index(self, iin: str) -> bytes:
        return self.seal.index("iin", iin)

    def email_index(self, email: str) -> bytes:
        return self.seal.index("email", Email(email).key)


def place(iin_index: bytes) -> str:
    return f"accounts.profile:{iin_index.hex()}"

"""Children that parents listed in their cabinets."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from adapters.db.rows.children import children
from adapters.db.shelf import Shelf, insert
from domain.children import Child, ChildId, ChildListed
from domain.people import AccountId

OF_ACCOUNT = (
    sa.select(children)
    .where(children.c.account_id == sa.bindparam("account"))
    .order_by(children.c.id)
)


class Children(Shelf):
    """Rows of `children`. The profile is sealed; the IIN has an index."""

    __slots__ = ()

    def add(
        self, account: AccountId, profile: Mapping[str, Any], draft: int, now: datetime
    ) -> Child:
        index = self.index(profile)
        self.connection.execute(
            insert(self.connection, children)
            .values(
                account_id=account,
                draft_id=draft,
                iin_index=index,
                profile_sealed=self.sealed(dict(profile), place(account, index)),
                created_at=now,
            )
            .on_conflict_do_nothing()
        )
        row = self.connection.execute(
            sa.select(children).where(children.c.draft_id == draft)
        ).one_or_none()
        if row is None:
            raise ChildListed
        return self.child(row)

    def of(self, account: AccountId) -> list[Child]:
        """In the order they were listed."""
        rows = self.connection.execute(OF_ACCOUNT, {"account": account})
        return [self.child(row) for row in rows]

    def child(self, row: Any) -> Child:
        account = AccountId(row.account_id)
        profile = self.opened(row.profile_sealed, place(account, row.iin_index))
        return Child(ChildId(row.id), account, profile)

    def change(self, child: Child, profile: Mapping[str, Any]) -> Child:
        index = self.index(profile)
        sealed = self.sealed(dict(profile), place(child.account, index))
        change = children.update().where(children.c.id == child.id)
        try:
            with self.connection.begin_nested():
                self.connection.execute(change.values(iin_index=index, profile_sealed=sealed))
        except IntegrityError:
            raise ChildListed from None
        return replace(child, profile=profile)

    def remove(self, child: ChildId) -> None:
        self.connection.execute(children.delete().where(children.c.id == child))

    def erase(self, account: AccountId) -> None:
        self.connection.execute(children.delete().where(children.c.account_id == account))

    def index(self, profile: Mapping[str, Any]) -> bytes:
        return self.seal.index("iin", profile["iin"])


def place(account: AccountId, index: bytes) -> str:
    return f"children.profile:{account}:{index.hex()}"

"""The chain of what staff did. One row after another: whoever adds one holds the chain's end until
the commit."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.staff import audit
from adapters.db.shelf import Shelf
from domain.audit import BEGINNING, Entry, Row, canonical

LOCK = 7_206_165
"""PostgreSQL advisory lock of the chain's end; SQLite has one writer anyway."""
AT_ONCE = 1000


class Audit(Shelf):
    """Rows of `audit`."""

    __slots__ = ()

    def add(
        self, actor: str, act: str, subject: str, facts: Mapping[str, Any], now: datetime
    ) -> int:
        """Adds an act; answers its number."""
        if self.connection.dialect.name == "postgresql":
            self.connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        last = self.connection.execute(
            sa.select(audit.c.number, audit.c.hash).order_by(audit.c.number.desc()).limit(1)
        ).one_or_none()
        number, before = (1, BEGINNING) if last is None else (last.number + 1, last.hash)
        entry = Entry(number, now, actor, act, subject, json.loads(canonical(dict(facts))))
        self.connection.execute(
            audit.insert(),
            {
                "number": number,
                "at": now,
                "actor": actor,
                "act": act,
                "subject": subject,
                "facts": canonical(entry.facts),
                "before": before,
                "hash": entry.hashed(before),
            },
        )
        return number

    def rows(self) -> Iterator[Row]:
        """All of it in order, a thousand at a time. A row that can't be read comes as one whose
        hash can't fit."""
        after = 0
        while True:
            query = (
                sa.select(audit)
                .where(audit.c.number > after)
                .order_by(audit.c.number)
                .limit(AT_ONCE)
            )
            found = self.connection.execute(query).all()
            if not found:
                return
            yield from map(kept, found)
            after = found[-1].number

    def of(self, subject: str) -> list[Entry]:
        """What was done to a subject, in order."""
        query = sa.select(audit).where(audit.c.subject == subject).order_by(audit.c.number)
        return [kept(row).entry for row in self.connection.execute(query)]


def kept(row: Any) -> Row:
    try:
        facts = json.loads(row.facts)
    except ValueError:
        facts = {}
    entry = Entry(row.number, row.at, row.actor, row.act, row.subject, facts)
    return Row(entry, row.before, row.hash)

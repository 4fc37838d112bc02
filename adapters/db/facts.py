"""What the house remembers about itself."""

import sqlalchemy as sa

from adapters.db.rows.people import facts
from adapters.db.shelf import Shelf, insert


class Facts(Shelf):
    """Rows of `facts`."""

    __slots__ = ()

    def known(self, name: str) -> str | None:
        query = sa.select(facts.c.value).where(facts.c.name == name)
        return self.connection.execute(query).scalar_one_or_none()

    def keep(self, name: str, value: str) -> None:
        statement = insert(self.connection, facts).values(name=name, value=value)
        self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=["name"], set_={"value": statement.excluded.value}
            )
        )

"""Run by alembic: takes the connection it was given (see adapters/db/migrate.py)."""

import pkgutil
from importlib import import_module

from alembic import context

from adapters.db import rows
from adapters.db.rows.columns import metadata

for module in pkgutil.iter_modules(rows.__path__, "adapters.db.rows."):
    import_module(module.name)  # every table says itself to the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()

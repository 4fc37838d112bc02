"""Kindergarten cabinets have a phone and no e-mail: an account may be without one."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

AGAIN = {'sqlite_autoincrement': True}


def upgrade() -> None:
    last = last_number()
    with op.batch_alter_table('accounts', table_kwargs=AGAIN) as batch_op:
        batch_op.alter_column('email_index', existing_type=sa.LargeBinary(), nullable=True)
    if last is not None:
        count_on_from(last)


def last_number() -> int | None:
    """SQLite makes the table anew, and would forget which numbers erased accounts had."""
    if op.get_bind().dialect.name != 'sqlite':
        return None
    known = sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'accounts'")
    return op.get_bind().execute(known).scalar_one_or_none()


def count_on_from(last: int) -> None:
    op.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = 'accounts'"))
    keep = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('accounts', :last)")
    op.get_bind().execute(keep, {'last': last})


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

"""Kindergarten cabinets have a phone and no e-mail: an account may be without one."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

AGAIN = {'sqlite_autoincrement': True}


def upgrade() -> None:
    with op.batch_alter_table('accounts', table_kwargs=AGAIN) as batch_op:
        batch_op.alter_column('email_index', existing_type=sa.LargeBinary(), nullable=True)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

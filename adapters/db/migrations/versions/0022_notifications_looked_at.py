"""What came since the list of notifications was opened last is new."""

import sqlalchemy as sa
from alembic import op

from adapters.db.rows.columns import Moment

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'notification_looks',
        sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('at', Moment(), nullable=False),
        sa.PrimaryKeyConstraint('person_id', name=op.f('notification_looks_pkey')),
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

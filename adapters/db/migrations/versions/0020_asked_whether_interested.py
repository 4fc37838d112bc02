"""Families are asked whether they still want a place: when, and how far that has come."""

import sqlalchemy as sa
from alembic import op

from adapters.db.rows.columns import Moment

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('queue_candidates', sa.Column('asked_at', Moment(), nullable=True))
    op.create_table(
        'queue_askings',
        sa.Column('locality', sa.Text(), nullable=False),
        sa.Column('at', Moment(), nullable=False),
        sa.PrimaryKeyConstraint('locality', name=op.f('queue_askings_pkey')),
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

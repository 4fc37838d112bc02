"""A document that SIGEX brings to a phone is waited for again after a restart."""

import sqlalchemy as sa
from alembic import op

from adapters.db.rows.columns import Id, Moment

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'signing_offers',
        sa.Column('id', Id, nullable=False),
        sa.Column('session_id', Id, nullable=False),
        sa.Column('offer_sealed', sa.LargeBinary(), nullable=False),
        sa.Column('carried_until', Moment(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('signing_offers_pkey')),
        sqlite_autoincrement=True,
    )
    op.create_index('signing_offers_nobody_carries', 'signing_offers', ['carried_until'])
    op.create_index('signing_offers_of_a_session', 'signing_offers', ['session_id'])


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

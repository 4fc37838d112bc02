"""Blocks of the queue are of 2,048 tickets: half as many rows to add up for a place."""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(sa.text('DELETE FROM queue_blocks'))
    op.execute(
        sa.text(
            'INSERT INTO queue_blocks (queue_id, rank, block, count)'
            ' SELECT queue_id, rank, ticket / 2048, count(*) FROM queue_entries'
            ' WHERE waiting = 1 GROUP BY queue_id, rank, ticket / 2048'
        )
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

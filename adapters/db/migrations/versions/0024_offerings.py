"""How far a vacancy has been offered, while many families fit it."""

import sqlalchemy as sa
from alembic import op

from adapters.db.rows.columns import Id

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'offerings',
        sa.Column('vacancy_id', Id, autoincrement=False, nullable=False),
        sa.Column('noted', sa.Integer(), nullable=False),
        sa.Column('out_of_turn', sa.BigInteger(), nullable=False),
        sa.Column('first_priority', sa.BigInteger(), nullable=False),
        sa.Column('general', sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint('vacancy_id', name=op.f('offerings_pkey')),
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

"""What people saw of their places is told from; when queues were sorted anew last."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('queue_sortings',
    sa.Column('locality', sa.Text(), nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('locality', name=op.f('queue_sortings_pkey'))
    )
    with op.batch_alter_table('queue_looks', schema=None) as batch_op:
        batch_op.add_column(sa.Column('checked', sa.Integer(), server_default='0', nullable=False))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

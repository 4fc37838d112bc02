"""Parents list their children once, and apply for them as often as need be."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('children',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('draft_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('iin_index', sa.LargeBinary(), nullable=False),
    sa.Column('profile_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('children_pkey')),
    sa.UniqueConstraint('draft_id', name=op.f('children_draft_id_once')),
    sa.UniqueConstraint('account_id', 'iin_index', name='children_listed_once'),
    sqlite_autoincrement=True,
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

"""Documents that wait for a signature, each under a link of ten minutes."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

OPEN = sa.text('ended_at IS NULL')


def upgrade() -> None:
    op.create_table(
        'signing_sessions',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('token_digest', sa.LargeBinary(), nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('about', sa.Text(), nullable=False),
        sa.Column('wish_sealed', sa.LargeBinary(), nullable=True),
        sa.Column('state', sa.Text(), nullable=False),
        sa.Column('tries', sa.Integer(), server_default='0', nullable=False),
        sa.Column('card_row', sa.BigInteger(), nullable=True),
        sa.Column('created_at', sa.Float(53), nullable=False),
        sa.Column('expires_at', sa.Float(53), nullable=False),
        sa.Column('ended_at', sa.Float(53), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('signing_sessions_pkey')),
        sa.UniqueConstraint('token_digest', name=op.f('signing_sessions_token_digest_once')),
        sqlite_autoincrement=True,
    )
    op.create_index(
        'signing_sessions_one_open_per_thing',
        'signing_sessions',
        ['person_id', 'about'],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index(
        'signing_sessions_that_expire_next',
        'signing_sessions',
        ['expires_at'],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

"""What staff are about to tell many people, and the messages that show how far it is."""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('proposals',
    sa.Column('id', ID, nullable=False),
    sa.Column('organisation', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), nullable=False),
    sa.Column('proposed_by', sa.BigInteger(), nullable=False),
    sa.Column('proposed_at', sa.Float(53), nullable=False),
    sa.Column('state', sa.Text(), server_default='drawn', nullable=False),
    sa.Column('confirmed_by', sa.BigInteger(), nullable=True),
    sa.Column('launches_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('proposals_pkey')),
    sqlite_autoincrement=True
    )
    confirmed = sa.text("state = 'confirmed'")
    op.create_index('proposals_to_launch', 'proposals', ['launches_at'], unique=False, sqlite_where=confirmed, postgresql_where=confirmed)
    op.create_index('proposals_in_order', 'proposals', ['proposed_at'], unique=False)

    op.create_table('notices',
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('proposal_id', ID, nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('broadcast_id', ID, nullable=True),
    sa.PrimaryKeyConstraint('number', name=op.f('notices_pkey'))
    )
    op.create_index('notices_of_a_proposal', 'notices', ['proposal_id', 'place'], unique=False)

    op.create_table('progress_posts',
    sa.Column('proposal_id', ID, autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('outbox_id', sa.BigInteger(), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('said', sa.Text(), nullable=False),
    sa.Column('ended', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.PrimaryKeyConstraint('proposal_id', 'person_id', name=op.f('progress_posts_pkey'))
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

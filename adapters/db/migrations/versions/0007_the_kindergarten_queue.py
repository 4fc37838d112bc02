"""The kindergarten queue: applications, who stands where, counters of places."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('queue_applications',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('draft_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('portal', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('snapshot_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('queue_applications_pkey')),
    sa.UniqueConstraint('draft_id', name=op.f('queue_applications_draft_id_once')),
    sa.UniqueConstraint('number', name=op.f('queue_applications_number_once')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('queue_applications', schema=None) as batch_op:
        batch_op.create_index('queue_applications_of_a_person', ['person_id'], unique=False)
        batch_op.create_index('queue_applications_of_an_account', ['account_id'], unique=False)

    op.create_table('queue_blocks',
    sa.Column('queue_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('rank', sa.SmallInteger(), autoincrement=False, nullable=False),
    sa.Column('block', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('queue_id', 'rank', 'block', name=op.f('queue_blocks_pkey')),
    sqlite_with_rowid=False
    )
    op.create_table('queue_candidates',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('application_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('iin_index', sa.LargeBinary(), nullable=False),
    sa.Column('child_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('locality', sa.Text(), nullable=False),
    sa.Column('cohort', sa.Integer(), nullable=False),
    sa.Column('benefit', sa.Text(), nullable=True),
    sa.Column('benefit_state', sa.Text(), nullable=True),
    sa.Column('benefit_until', sa.Float(53), nullable=True),
    sa.Column('rank', sa.SmallInteger(), nullable=False),
    sa.Column('ticket', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('since', sa.Float(53), nullable=False),
    sa.Column('due_at', sa.Float(53), nullable=True),
    sa.Column('restores', sa.SmallInteger(), server_default='0', nullable=False),
    sa.Column('interested_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('queue_candidates_pkey')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('queue_candidates', schema=None) as batch_op:
        batch_op.create_index('queue_candidates_due', ['due_at'], unique=False, sqlite_where=sa.text('due_at IS NOT NULL'), postgresql_where=sa.text('due_at IS NOT NULL'))
        batch_op.create_index('queue_candidates_of_a_child', ['iin_index'], unique=False)
        batch_op.create_index('queue_candidates_of_an_application', ['application_id'], unique=False)
        batch_op.create_index('queue_candidates_one_place_per_child', ['iin_index'], unique=True, sqlite_where=sa.text("state IN ('referred', 'registered', 'enrolled')"), postgresql_where=sa.text("state IN ('referred', 'registered', 'enrolled')"))

    op.create_table('queue_entries',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('queue_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('candidate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('iin_index', sa.LargeBinary(), nullable=False),
    sa.Column('rank', sa.SmallInteger(), nullable=False),
    sa.Column('ticket', sa.BigInteger(), nullable=False),
    sa.Column('waiting', sa.SmallInteger(), nullable=False),
    sa.Column('live', sa.SmallInteger(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('queue_entries_pkey')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('queue_entries', schema=None) as batch_op:
        batch_op.create_index('queue_entries_in_order', ['queue_id', 'rank', 'ticket', 'candidate_id'], unique=False, sqlite_where=sa.text('waiting = 1'), postgresql_where=sa.text('waiting = 1'))
        batch_op.create_index('queue_entries_of_a_candidate', ['candidate_id'], unique=False)
        batch_op.create_index('queue_entries_one_per_child_and_queue', ['queue_id', 'iin_index'], unique=True, sqlite_where=sa.text('live = 1'), postgresql_where=sa.text('live = 1'))

    op.create_table('queue_looks',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('entry_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('rank', sa.SmallInteger(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.Column('subscribed_at', sa.Float(53), nullable=True),
    sa.Column('told_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'entry_id', name=op.f('queue_looks_pkey'))
    )
    with op.batch_alter_table('queue_looks', schema=None) as batch_op:
        batch_op.create_index('queue_looks_to_tell', ['told_at'], unique=False, sqlite_where=sa.text('subscribed_at IS NOT NULL'), postgresql_where=sa.text('subscribed_at IS NOT NULL'))

    op.create_table('queue_months',
    sa.Column('queue_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('month', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('queue_id', 'month', 'cause', name=op.f('queue_months_pkey'))
    )
    op.create_table('queue_moves',
    sa.Column('queue_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('rank', sa.SmallInteger(), nullable=False),
    sa.Column('ticket', sa.BigInteger(), nullable=False),
    sa.Column('change', sa.SmallInteger(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('queue_id', 'version', name=op.f('queue_moves_pkey')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('queue_moves', schema=None) as batch_op:
        batch_op.create_index('queue_moves_old_enough_to_drop', ['at'], unique=False)

    op.create_table('queue_tickets',
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('last', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('queue_tickets_pkey'))
    )
    op.create_table('queues',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('locality', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('cohort', sa.Integer(), nullable=False),
    sa.Column('out_of_turn', sa.Integer(), server_default='0', nullable=False),
    sa.Column('first_priority', sa.Integer(), server_default='0', nullable=False),
    sa.Column('general', sa.Integer(), server_default='0', nullable=False),
    sa.Column('version', sa.Integer(), server_default='0', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('queues_pkey')),
    sa.UniqueConstraint('locality', 'kind', 'language', 'cohort', name='queues_one_of_a_sort')
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

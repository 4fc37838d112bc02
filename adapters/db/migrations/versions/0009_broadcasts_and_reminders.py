"""What is told to many, who follows what, what people are reminded of; sittings can be cancelled."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def partial(condition: str) -> dict[str, Any]:
    return {f'{dialect}_where': sa.text(condition) for dialect in ('sqlite', 'postgresql')}


def upgrade() -> None:
    op.create_table('broadcasts',
    sa.Column('id', ID, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), server_default='', nullable=False),
    sa.Column('about', sa.Text(), nullable=True),
    sa.Column('once', sa.Text(), nullable=True),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('audience', sa.JSON(), nullable=False),
    sa.Column('lane', sa.SmallInteger(), nullable=False),
    sa.Column('urgency', sa.Float(53), nullable=False),
    sa.Column('goes_at', sa.Float(53), nullable=False),
    sa.Column('loud', sa.Boolean(), nullable=False),
    sa.Column('useful_until', sa.Float(53), nullable=True),
    sa.Column('state', sa.Text(), server_default='running', nullable=False),
    sa.Column('people', sa.Integer(), server_default='0', nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('done_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('broadcasts_pkey')),
    sa.UniqueConstraint('once', name='broadcasts_once_per_cause'),
    sqlite_autoincrement=True
    )
    op.create_index('broadcasts_running', 'broadcasts', ['lane', 'urgency'], **partial("state = 'running'"))
    op.create_index('broadcasts_about_a_thing', 'broadcasts', ['about'])
    op.create_table('acknowledgements',
    sa.Column('broadcast_id', ID, autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('broadcast_id', 'person_id', name=op.f('acknowledgements_pkey'))
    )
    op.create_index('acknowledgements_of_a_person', 'acknowledgements', ['person_id'])
    op.create_table('subscriptions',
    sa.Column('event_id', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('event_id', 'subject', 'person_id', name=op.f('subscriptions_pkey'))
    )
    op.create_index('subscriptions_of_a_person', 'subscriptions', ['person_id'])
    op.create_table('reminders',
    sa.Column('id', ID, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('step', sa.Text(), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('account_id', ID, nullable=True),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('deadline_at', sa.Float(53), nullable=False),
    sa.Column('due_at', sa.Float(53), nullable=False),
    sa.Column('useful_until', sa.Float(53), nullable=False),
    sa.Column('state', sa.Text(), server_default='waiting', nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('reminders_pkey')),
    sa.UniqueConstraint('cause', 'step', name='reminders_once_per_cause_and_step'),
    sqlite_autoincrement=True
    )
    op.create_index('reminders_due', 'reminders', ['due_at'], **partial("state = 'waiting'"))
    op.create_index('reminders_about_a_thing', 'reminders', ['about', 'step'])
    op.create_index('reminders_of_a_person', 'reminders', ['person_id'])
    op.create_index('reminders_of_an_account', 'reminders', ['account_id'])
    op.add_column('sittings', sa.Column('cancelled_at', sa.Float(53), nullable=True))
    op.create_index('registrations_of_an_event', 'registrations', ['event_id', 'subject'])
    rows_of_broadcasts()


def rows_of_broadcasts() -> None:
    """A broadcast's rows are claimed by an index of their own, so that a million of them never
    stand before a reminder."""
    op.add_column('outbox', sa.Column('broadcast_id', ID, nullable=True))
    op.drop_index('outbox_due', 'outbox')
    waiting_alone = partial("state = 'waiting' AND broadcast_id IS NULL")
    op.create_index('outbox_due', 'outbox', ['lane', 'due_at', 'id'], **waiting_alone)
    of_one = partial('broadcast_id IS NOT NULL')
    op.create_index('outbox_of_a_broadcast', 'outbox', ['broadcast_id', 'state', 'id'], **of_one)
    op.create_index(
        'outbox_once_per_broadcast_and_person', 'outbox', ['broadcast_id', 'person_id'], unique=True, **of_one
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

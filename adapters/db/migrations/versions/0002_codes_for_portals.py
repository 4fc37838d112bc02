"""Codes for portals: clients, keys, codes, links of phones, limits, callbacks."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('answers',
    sa.Column('client_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('key_digest', sa.LargeBinary(), nullable=False),
    sa.Column('body_digest', sa.LargeBinary(), nullable=False),
    sa.Column('answer_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('client_id', 'key_digest', name=op.f('answers_pkey'))
    )
    with op.batch_alter_table('answers', schema=None) as batch_op:
        batch_op.create_index('answers_old_enough_to_drop', ['created_at'], unique=False)

    op.create_table('callbacks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('happened_at', sa.Float(53), nullable=False),
    sa.Column('due_at', sa.Float(53), nullable=False),
    sa.Column('tries', sa.Integer(), server_default='0', nullable=False),
    sa.Column('state', sa.Text(), server_default='waiting', nullable=False),
    sa.Column('trouble', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('callbacks_pkey')),
    sa.UniqueConstraint('code_id', 'status', name='callbacks_one_per_status')
    )
    with op.batch_alter_table('callbacks', schema=None) as batch_op:
        batch_op.create_index('callbacks_due', ['due_at'], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))

    op.create_table('client_chats',
    sa.Column('person_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('client_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('last_at', sa.Float(53), nullable=True),
    sa.Column('frozen_until', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'client_id', name=op.f('client_chats_pkey'))
    )
    op.create_table('client_days',
    sa.Column('client_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('client_id', 'day', 'what', name=op.f('client_days_pkey'))
    )
    op.create_table('client_keys',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('client_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key_digest', sa.LargeBinary(), nullable=False),
    sa.Column('secret_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('hint', sa.Text(), nullable=False),
    sa.Column('test', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('ended_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('client_keys_pkey')),
    sa.UniqueConstraint('key_digest', name=op.f('client_keys_key_digest_once')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('client_keys', schema=None) as batch_op:
        batch_op.create_index('client_keys_of_a_client', ['client_id'], unique=False)

    op.create_table('clients',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('scopes', sa.Text(), nullable=False),
    sa.Column('networks', sa.Text(), nullable=False),
    sa.Column('hosts', sa.Text(), nullable=False),
    sa.Column('callback_url', sa.Text(), nullable=True),
    sa.Column('per_second', sa.Integer(), nullable=False),
    sa.Column('per_day', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('stopped_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('clients_pkey')),
    sa.UniqueConstraint('name', name=op.f('clients_name_once')),
    sqlite_autoincrement=True
    )
    op.create_table('code_marks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('code_marks_pkey'))
    )
    with op.batch_alter_table('code_marks', schema=None) as batch_op:
        batch_op.create_index('code_marks_of_one_kind_in_order', ['what', 'at'], unique=False)
        batch_op.create_index('code_marks_old_enough_to_drop', ['at'], unique=False)

    op.create_table('code_messages',
    sa.Column('outbox_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('code_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('outbox_id', name=op.f('code_messages_pkey'))
    )
    with op.batch_alter_table('code_messages', schema=None) as batch_op:
        batch_op.create_index('code_messages_of_a_code', ['code_id'], unique=False)

    op.create_table('codes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('request', sa.Text(), nullable=False),
    sa.Column('same_as', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('client_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('phone_index', sa.LargeBinary(), nullable=False),
    sa.Column('about_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('length', sa.SmallInteger(), nullable=False),
    sa.Column('salt', sa.LargeBinary(), nullable=False),
    sa.Column('code_digest', sa.LargeBinary(), nullable=False),
    sa.Column('code_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('test', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('expires_at', sa.Float(53), nullable=False),
    sa.Column('sends', sa.Integer(), server_default='0', nullable=False),
    sa.Column('last_sent_at', sa.Float(53), nullable=True),
    sa.Column('tries', sa.Integer(), server_default='0', nullable=False),
    sa.Column('failed_at', sa.Float(53), nullable=True),
    sa.Column('sent_at', sa.Float(53), nullable=True),
    sa.Column('undeliverable', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('ended_at', sa.Float(53), nullable=True),
    sa.Column('told_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('codes_pkey')),
    sa.UniqueConstraint('request', name=op.f('codes_request_once')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('codes', schema=None) as batch_op:
        batch_op.create_index('codes_of_a_chat', ['person_id', 'created_at'], unique=False)
        batch_op.create_index('codes_of_a_phone', ['phone_index', 'created_at'], unique=False)
        batch_op.create_index('codes_one_open_per_client_purpose_and_phone', ['client_id', 'purpose', 'phone_index', 'test'], unique=True, sqlite_where=sa.text("ended_at IS NULL AND state <> 'asked'"), postgresql_where=sa.text("ended_at IS NULL AND state <> 'asked'"))
        batch_op.create_index('codes_that_expire_next', ['expires_at'], unique=False, sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))
        batch_op.create_index('codes_whose_messages_are_to_follow', ['id'], unique=False, sqlite_where=sa.text('told_at IS NULL'), postgresql_where=sa.text('told_at IS NULL'))

    op.create_table('link_moves',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('phone_index', sa.LargeBinary(), nullable=False),
    sa.Column('phone_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('old_id', sa.BigInteger(), nullable=False),
    sa.Column('new_id', sa.BigInteger(), nullable=False),
    sa.Column('how', sa.Text(), nullable=False),
    sa.Column('asked_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('link_moves_pkey')),
    sa.UniqueConstraint('phone_index', 'new_id', name='link_moves_one_per_phone_and_chat'),
    sqlite_autoincrement=True
    )
    op.create_table('link_offers',
    sa.Column('code_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('token_digest', sa.LargeBinary(), nullable=False),
    sa.Column('token_until', sa.Float(53), nullable=False),
    sa.Column('pairing_digest', sa.LargeBinary(), nullable=False),
    sa.Column('pairing_until', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('code_id', name=op.f('link_offers_pkey')),
    sa.UniqueConstraint('pairing_digest', name=op.f('link_offers_pairing_digest_once')),
    sa.UniqueConstraint('token_digest', name=op.f('link_offers_token_digest_once'))
    )
    op.create_table('links',
    sa.Column('phone_index', sa.LargeBinary(), nullable=False),
    sa.Column('phone_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('how', sa.Text(), nullable=False),
    sa.Column('consented_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('phone_index', name=op.f('links_pkey')),
    sa.UniqueConstraint('person_id', name=op.f('links_person_id_once'))
    )
    op.create_table('phone_guards',
    sa.Column('phone_index', sa.LargeBinary(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('stopped_until', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('phone_index', name=op.f('phone_guards_pkey'))
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

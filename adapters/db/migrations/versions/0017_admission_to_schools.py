"""Admission to schools: applications and their history, places, catchment areas."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('admission_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('admission_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('actor', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('admission_events_pkey'))
    )
    with op.batch_alter_table('admission_events', schema=None) as batch_op:
        batch_op.create_index('admission_events_of_one', ['admission_id'], unique=False)

    op.create_table('admission_schools',
    sa.Column('school', sa.Text(), nullable=False),
    sa.Column('address', sa.JSON(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('school', name=op.f('admission_schools_pkey'))
    )
    op.create_table('admissions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('draft_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('child_index', sa.LargeBinary(), nullable=False),
    sa.Column('season', sa.Integer(), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('school', sa.Text(), nullable=False),
    sa.Column('grade', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.Column('content_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('version', sa.Integer(), server_default='0', nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('sent_at', sa.Float(53), nullable=True),
    sa.Column('decided_at', sa.Float(53), nullable=True),
    sa.Column('originals_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('admissions_pkey')),
    sa.UniqueConstraint('draft_id', name=op.f('admissions_draft_id_once')),
    sa.UniqueConstraint('number', name=op.f('admissions_number_once')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('admissions', schema=None) as batch_op:
        batch_op.create_index('admissions_of_a_person', ['person_id'], unique=False)
        batch_op.create_index('admissions_of_a_school', ['school', 'status', 'id'], unique=False)
        batch_op.create_index('admissions_one_open_per_child', ['child_index', 'season'], unique=True, sqlite_where=sa.text("status IN ('review', 'accepted')"), postgresql_where=sa.text("status IN ('review', 'accepted')"))

    op.create_table('admission_catchment',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('locality', sa.Text(), nullable=False),
    sa.Column('street', sa.Text(), nullable=False),
    sa.Column('street_key', sa.Text(), nullable=False),
    sa.Column('side', sa.Text(), nullable=False),
    sa.Column('first_house', sa.Integer(), nullable=True),
    sa.Column('last_house', sa.Integer(), nullable=True),
    sa.Column('school', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('admission_catchment_pkey'))
    )
    with op.batch_alter_table('admission_catchment', schema=None) as batch_op:
        batch_op.create_index('admission_catchment_of_a_street', ['locality', 'street_key'], unique=False)

    op.create_table('admission_places',
    sa.Column('school', sa.Text(), nullable=False),
    sa.Column('grade', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('taken', sa.Integer(), server_default='0', nullable=False),
    sa.CheckConstraint('taken <= places', name='never_oversold'),
    sa.PrimaryKeyConstraint('school', 'grade', 'language', name=op.f('admission_places_pkey'))
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

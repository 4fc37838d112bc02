"""Bulletins: vacancies, offers, referrals; who goes to which kindergarten."""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('attendance',
    sa.Column('enrolment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('day', sa.Text(), nullable=False),
    sa.Column('mark', sa.Text(), nullable=False),
    sa.Column('marked_by', sa.BigInteger(), nullable=False),
    sa.Column('marked_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('enrolment_id', 'day', name=op.f('attendance_pkey'))
    )
    op.create_table('enrolments',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kindergarten_id', sa.Text(), nullable=False),
    sa.Column('group_name', sa.Text(), nullable=False),
    sa.Column('candidate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('referral_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('since', sa.Float(53), nullable=False),
    sa.Column('until', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('enrolments_pkey')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('enrolments', schema=None) as batch_op:
        batch_op.create_index('enrolments_of_a_kindergarten', ['kindergarten_id'], unique=False)
        batch_op.create_index('enrolments_one_per_candidate', ['candidate_id'], unique=True, sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))

    op.create_table('kindergartens',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('locality', sa.Text(), nullable=False),
    sa.Column('name_kk', sa.Text(), nullable=False),
    sa.Column('name_ru', sa.Text(), nullable=False),
    sa.Column('name_en', sa.Text(), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('languages', sa.Text(), nullable=False),
    sa.Column('kinds', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('latitude', sa.Float(precision=53), nullable=True),
    sa.Column('longitude', sa.Float(precision=53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('kindergartens_pkey'))
    )
    with op.batch_alter_table('kindergartens', schema=None) as batch_op:
        batch_op.create_index('kindergartens_of_a_locality', ['locality'], unique=False)

    op.create_table('offers',
    sa.Column('vacancy_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('candidate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('told_at', sa.Float(53), nullable=True),
    sa.Column('applied_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('vacancy_id', 'candidate_id', name=op.f('offers_pkey')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('offers', schema=None) as batch_op:
        batch_op.create_index('offers_applied', ['vacancy_id', 'candidate_id'], unique=False, sqlite_where=sa.text("state = 'applied'"), postgresql_where=sa.text("state = 'applied'"))
        batch_op.create_index('offers_of_a_candidate', ['candidate_id'], unique=False)
        batch_op.create_index('offers_to_tell', ['vacancy_id', 'place'], unique=False, sqlite_where=sa.text('told_at IS NULL'), postgresql_where=sa.text('told_at IS NULL'))

    op.create_table('queue_news',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('once', sa.Text(), nullable=False),
    sa.Column('candidate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('referral_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('due_at', sa.Float(53), nullable=False),
    sa.Column('useful_until', sa.Float(53), nullable=True),
    sa.Column('told_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('queue_news_pkey')),
    sa.UniqueConstraint('once', name=op.f('queue_news_once_once')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('queue_news', schema=None) as batch_op:
        batch_op.create_index('queue_news_due', ['due_at'], unique=False, sqlite_where=sa.text('told_at IS NULL'), postgresql_where=sa.text('told_at IS NULL'))
        batch_op.create_index('queue_news_of_a_candidate', ['candidate_id'], unique=False)

    op.create_table('referrals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('vacancy_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('candidate_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('issued_at', sa.Float(53), nullable=False),
    sa.Column('due_at', sa.Float(53), nullable=False),
    sa.Column('extensions', sa.SmallInteger(), server_default='0', nullable=False),
    sa.Column('ended_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('referrals_pkey')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('referrals', schema=None) as batch_op:
        batch_op.create_index('referrals_of_a_vacancy', ['vacancy_id'], unique=False)
        batch_op.create_index('referrals_one_held_per_candidate', ['candidate_id'], unique=True, sqlite_where=sa.text("state IN ('open', 'registered', 'enrolled')"), postgresql_where=sa.text("state IN ('open', 'registered', 'enrolled')"))

    op.create_table('reviews',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kindergarten_id', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('stars', sa.SmallInteger(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('written_at', sa.Float(53), nullable=False),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('answered_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('reviews_pkey')),
    sa.UniqueConstraint('kindergarten_id', 'person_id', name='reviews_one_per_parent'),
    sqlite_autoincrement=True
    )
    op.create_table('vacancies',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('once', sa.Text(), nullable=True),
    sa.Column('kindergarten_id', sa.Text(), nullable=False),
    sa.Column('locality', sa.Text(), nullable=False),
    sa.Column('group_name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('born_from', sa.Integer(), nullable=False),
    sa.Column('born_to', sa.Integer(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=False),
    sa.Column('taken', sa.Integer(), server_default='0', nullable=False),
    sa.Column('stage', sa.Text(), nullable=False),
    sa.Column('published_at', sa.Float(53), nullable=False),
    sa.Column('closes_at', sa.Float(53), nullable=False),
    sa.Column('published_by', sa.Text(), nullable=False),
    sa.CheckConstraint('taken >= 0 AND taken <= places', name='vacancies_never_overfull'),
    sa.PrimaryKeyConstraint('id', name=op.f('vacancies_pkey')),
    sa.UniqueConstraint('once', name=op.f('vacancies_once_once')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('vacancies', schema=None) as batch_op:
        batch_op.create_index('vacancies_of_a_kindergarten', ['kindergarten_id'], unique=False)
        batch_op.create_index('vacancies_of_a_locality', ['locality', 'stage'], unique=False)
        batch_op.create_index('vacancies_window_closing', ['closes_at'], unique=False, sqlite_where=sa.text("stage = 'priority'"), postgresql_where=sa.text("stage = 'priority'"))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

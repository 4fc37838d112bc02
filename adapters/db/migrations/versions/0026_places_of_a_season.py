"""Places in schools are those of one season: the next one begins with nothing taken."""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None

FIRST = 2027
"""The season of the rules before places had one."""


def upgrade() -> None:
    connection = op.get_bind()
    kept = connection.execute(
        sa.text('SELECT school, grade, language, places, taken FROM admission_places')
    ).all()
    newest = connection.execute(
        sa.text("SELECT max(season) FROM admissions WHERE status = 'accepted'")
    ).scalar()
    op.drop_table('admission_places')
    places = op.create_table(
        'admission_places',
        sa.Column('season', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('school', sa.Text(), nullable=False),
        sa.Column('grade', sa.Text(), nullable=False),
        sa.Column('language', sa.Text(), nullable=False),
        sa.Column('places', sa.Integer(), nullable=False),
        sa.Column('taken', sa.Integer(), server_default='0', nullable=False),
        sa.CheckConstraint('taken <= places', name='never_oversold'),
        sa.PrimaryKeyConstraint(
            'season', 'school', 'grade', 'language', name=op.f('admission_places_pkey')
        ),
    )
    if kept:
        op.bulk_insert(places, [{**row._mapping, 'season': newest or FIRST} for row in kept])


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

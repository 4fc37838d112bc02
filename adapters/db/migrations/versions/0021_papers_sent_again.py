"""A benefit refused is to be checked again once another paper was sent."""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None

TO_CHECK = sa.text("benefit_state IN ('claimed', 'resent')")


def upgrade() -> None:
    op.drop_index('queue_candidates_benefits_to_check', 'queue_candidates')
    op.create_index(
        'queue_candidates_benefits_to_check',
        'queue_candidates',
        ['locality', 'benefit_until'],
        unique=False,
        sqlite_where=TO_CHECK,
        postgresql_where=TO_CHECK,
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

"""Staff see which benefits of a place wait for them: a list that is short, in a table that isn't."""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

CLAIMED = sa.text("benefit_state = 'claimed'")


def upgrade() -> None:
    op.create_index(
        'queue_candidates_benefits_to_check',
        'queue_candidates',
        ['locality', 'benefit_until'],
        unique=False,
        sqlite_where=CLAIMED,
        postgresql_where=CLAIMED,
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

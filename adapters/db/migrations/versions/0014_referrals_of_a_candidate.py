"""The referral of an application is looked up at every step of it."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('referrals', schema=None) as batch_op:
        batch_op.create_index('referrals_of_a_candidate', ['candidate_id'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

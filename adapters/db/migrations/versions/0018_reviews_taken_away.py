"""A review may be hidden by staff, with the reason its writer is told."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reviews", sa.Column("hidden", sa.Text()))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

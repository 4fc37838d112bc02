"""What a parent puts right is kept beside what was signed, until it is signed too."""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('admissions', sa.Column('mended_sealed', sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

"""What proves signatures: the bytes, the certificates, the word of revocation, the verdict."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'evidence',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('person_id', sa.BigInteger(), nullable=False),
        sa.Column('about', sa.Text(), nullable=False),
        sa.Column('cms_sealed', sa.LargeBinary(), nullable=False),
        sa.Column('shown_sealed', sa.LargeBinary(), nullable=False),
        sa.Column('verdict_sealed', sa.LargeBinary(), nullable=False),
        sa.Column('made_at', sa.Float(53), nullable=False),
        sa.Column('looked_at', sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('evidence_pkey')),
        sqlite_autoincrement=True,
    )
    op.create_index('evidence_about_one_thing', 'evidence', ['about'])
    op.create_index('evidence_of_a_person', 'evidence', ['person_id'])
    op.create_index('evidence_not_looked_at_for_longest', 'evidence', ['looked_at'])
    op.create_table(
        'evidence_parts',
        sa.Column('digest', sa.LargeBinary(), nullable=False),
        sa.Column('content_sealed', sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint('digest', name=op.f('evidence_parts_pkey')),
    )


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

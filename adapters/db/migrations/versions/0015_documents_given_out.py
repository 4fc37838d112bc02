"""Documents given out: what the page behind their QR tells."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('issued',
    sa.Column('id', ID, nullable=False),
    sa.Column('token_digest', sa.LargeBinary(), nullable=False),
    sa.Column('holder', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('initials', sa.Text(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('issued_at', sa.Float(53), nullable=False),
    sa.Column('changed_at', sa.Float(53), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('issued_pkey')),
    sa.UniqueConstraint('token_digest', name=op.f('issued_token_digest_once'))
    )
    with op.batch_alter_table('issued', schema=None) as batch_op:
        batch_op.create_index('issued_documents_of_a_holder', ['holder'], unique=False)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

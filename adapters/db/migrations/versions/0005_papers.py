"""Papers people send from their phones: whose file is which."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('papers',
    sa.Column('id', ID, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('draft_id', ID, nullable=True),
    sa.Column('field', sa.Text(), nullable=False),
    sa.Column('holder', sa.Text(), nullable=True),
    sa.Column('type', sa.Text(), nullable=False),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('erase_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('papers_pkey'))
    )
    with op.batch_alter_table('papers', schema=None) as batch_op:
        batch_op.create_index('papers_by_name', ['name'], unique=False)
        batch_op.create_index('papers_of_a_holder', ['holder'], unique=False)
        batch_op.create_index('papers_of_a_person', ['person_id'], unique=False)
        batch_op.create_index('papers_one_row_per_question', ['draft_id', 'field', 'name'], unique=True)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

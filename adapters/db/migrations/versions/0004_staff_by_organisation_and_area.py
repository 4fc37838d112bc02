"""Staff by organisation, area and role; their keys; the chained audit; tables that wait for a yes.

Whoever was on the staff before decided about schools of the olympiad portal, everywhere."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
ADDED_ONLY = {
    'sqlite': (
        "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'audit rows are added only'); END",
        "CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit "
        "BEGIN SELECT RAISE(ABORT, 'audit rows are added only'); END",
    ),
    'postgresql': (
        "CREATE FUNCTION audit_added_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit rows are added only'; END $$",
        "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit "
        "FOR EACH ROW EXECUTE FUNCTION audit_added_only()",
        "CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_added_only()",
    ),
}


def upgrade() -> None:
    op.create_table('staff_grants',
    sa.Column('id', ID, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('organisation', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('granted_by', sa.Text(), nullable=False),
    sa.Column('granted_at', sa.Float(53), nullable=False),
    sa.Column('revoked_by', sa.Text(), nullable=True),
    sa.Column('revoked_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('staff_grants_pkey')),
    sqlite_autoincrement=True
    )
    held = sa.text('revoked_at IS NULL')
    op.create_index('staff_grants_one_per_person_organisation_and_area', 'staff_grants', ['person_id', 'organisation', 'area'], unique=True, sqlite_where=held, postgresql_where=held)
    op.execute(sa.text(
        "INSERT INTO staff_grants (person_id, organisation, area, role, granted_by, granted_at) "
        "SELECT person_id, 'daryn', '*', 'officer', 'operator', granted_at FROM staff"
    ))
    op.drop_table('staff')

    op.create_table('staff_keys',
    sa.Column('id', ID, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('organisation', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('key_digest', sa.LargeBinary(), nullable=False),
    sa.Column('hint', sa.Text(), nullable=False),
    sa.Column('created_at', sa.Float(53), nullable=False),
    sa.Column('ended_at', sa.Float(53), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('staff_keys_pkey')),
    sa.UniqueConstraint('key_digest', name=op.f('staff_keys_key_digest_once')),
    sqlite_autoincrement=True
    )
    op.create_table('audit',
    sa.Column('number', ID, autoincrement=False, nullable=False),
    sa.Column('at', sa.Float(53), nullable=False),
    sa.Column('actor', sa.Text(), nullable=False),
    sa.Column('act', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('hash', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('audit_pkey'))
    )
    op.create_index('audit_of_a_subject', 'audit', ['subject'], unique=False)
    for statement in ADDED_ONLY[op.get_bind().dialect.name]:
        op.execute(sa.text(statement))

    op.create_table('imports',
    sa.Column('id', ID, nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('organisation', sa.Text(), nullable=False),
    sa.Column('area', sa.Text(), nullable=False),
    sa.Column('table_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('sent_by', sa.Text(), nullable=False),
    sa.Column('sent_at', sa.Float(53), nullable=False),
    sa.Column('ended_at', sa.Float(53), nullable=True),
    sa.Column('ended_by', sa.Text(), nullable=True),
    sa.Column('confirmed', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('imports_pkey')),
    sqlite_autoincrement=True
    )
    waits = sa.text('ended_at IS NULL')
    op.create_index('imports_waiting_longest', 'imports', ['sent_at'], unique=False, sqlite_where=waits, postgresql_where=waits)


def downgrade() -> None:
    raise NotImplementedError("migrations go forward only")

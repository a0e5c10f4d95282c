"""Organisations of accounts, where grids came from, moves (core)."""

import sqlalchemy as sa
from alembic import op

from desk.core.db.base import BigId, Instant

revision = "core_0006"
down_revision = 'core_0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('core_relocation',
    sa.Column('person_id', BigId, nullable=False),
    sa.Column('household_id', BigId, nullable=True),
    sa.Column('way', sa.String(length=4), nullable=False),
    sa.Column('moved_on', sa.String(length=10), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=False),
    sa.Column('before', sa.JSON(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('undone_at', Instant(), nullable=True),
    sa.Column('undone_by', sa.String(length=64), nullable=False),
    sa.Column('undone_reason', sa.String(length=200), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_relocation_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['household_id'], ['core_household.id'], name=op.f('fk_core_relocation_household_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_core_relocation_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_relocation'))
    )
    with op.batch_alter_table('core_relocation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_core_relocation_community_id'), ['community_id'], unique=False)
        batch_op.create_index('ix_core_relocation_day', ['community_id', 'moved_on', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_core_relocation_household_id'), ['household_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_core_relocation_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('core_area', schema=None) as batch_op:
        batch_op.add_column(sa.Column('came_from', sa.JSON(), nullable=True))

    with op.batch_alter_table('core_staff_user', schema=None) as batch_op:
        batch_op.add_column(sa.Column('organisation_id', BigId, nullable=True))


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('core_staff_user', schema=None) as batch_op:
        batch_op.drop_column('organisation_id')

    with op.batch_alter_table('core_area', schema=None) as batch_op:
        batch_op.drop_column('came_from')

    with op.batch_alter_table('core_relocation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_core_relocation_person_id'))
        batch_op.drop_index(batch_op.f('ix_core_relocation_household_id'))
        batch_op.drop_index('ix_core_relocation_day')
        batch_op.drop_index(batch_op.f('ix_core_relocation_community_id'))

    op.drop_table('core_relocation')

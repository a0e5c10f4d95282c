"""Each counter's window knows whom it serves; one row a clerk mixed up two counters under one account (volunteer)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "volunteer_0003"
down_revision = "volunteer_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the table away; what it held was over with each customer."""
    op.drop_index(op.f('ix_volunteer_till_community_id'), table_name='volunteer_till')
    op.drop_table('volunteer_till')


def downgrade() -> None:
    """Make it again, empty."""
    op.create_table('volunteer_till',
    sa.Column('clerk', sa.String(length=64), nullable=False),
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_till_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_till_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_till')),
    sa.UniqueConstraint('community_id', 'clerk', name=op.f('uq_volunteer_till_community_id_clerk'))
    )
    op.create_index(op.f('ix_volunteer_till_community_id'), 'volunteer_till', ['community_id'], unique=False)

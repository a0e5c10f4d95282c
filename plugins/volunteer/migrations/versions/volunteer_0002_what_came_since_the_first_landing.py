"""What came since the first landing (volunteer)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "volunteer_0002"
down_revision = 'volunteer_0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('volunteer_time_grant',
    sa.Column('person_id', BigId, nullable=False),
    sa.Column('fund', sa.String(length=80), nullable=False),
    sa.Column('basis', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('booking_id', BigId, nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['booking_id'], ['core_ledger_booking.id'], name=op.f('fk_volunteer_time_grant_booking_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_time_grant_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['person_id'], ['core_person.id'], name=op.f('fk_volunteer_time_grant_person_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_time_grant'))
    )
    with op.batch_alter_table('volunteer_time_grant', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_volunteer_time_grant_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_volunteer_time_grant_person_id'), ['person_id'], unique=False)

    op.create_table('volunteer_points_share',
    sa.Column('volunteer_id', BigId, nullable=False),
    sa.Column('household_id', BigId, nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_volunteer_points_share_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['household_id'], ['core_household.id'], name=op.f('fk_volunteer_points_share_household_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['volunteer_id'], ['volunteer_volunteer.id'], name=op.f('fk_volunteer_points_share_volunteer_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_volunteer_points_share'))
    )
    with op.batch_alter_table('volunteer_points_share', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_volunteer_points_share_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_volunteer_points_share_household_id'), ['household_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_volunteer_points_share_volunteer_id'), ['volunteer_id'], unique=False)

    with op.batch_alter_table('volunteer_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('style', sa.String(length=12), server_default='', nullable=False))
        batch_op.add_column(sa.Column('offered_at', Instant(), nullable=True))
        batch_op.add_column(sa.Column('taken_at', Instant(), nullable=True))

    with op.batch_alter_table('volunteer_time_draw', schema=None) as batch_op:
        batch_op.add_column(sa.Column('person_id', BigId, nullable=True))
        batch_op.alter_column('volunteer_id',
               existing_type=sa.INTEGER(),
               nullable=True)
        batch_op.create_index(batch_op.f('ix_volunteer_time_draw_person_id'), ['person_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_volunteer_time_draw_person_id'), 'core_person', ['person_id'], ['id'], ondelete='RESTRICT')

    with op.batch_alter_table('volunteer_volunteer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('station', sa.String(length=60), server_default='', nullable=False))
        batch_op.create_index(batch_op.f('ix_volunteer_volunteer_station'), ['station'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('volunteer_volunteer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_volunteer_volunteer_station'))
        batch_op.drop_column('station')

    with op.batch_alter_table('volunteer_time_draw', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_volunteer_time_draw_person_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_volunteer_time_draw_person_id'))
        batch_op.alter_column('volunteer_id',
               existing_type=sa.INTEGER(),
               nullable=False)
        batch_op.drop_column('person_id')

    with op.batch_alter_table('volunteer_order', schema=None) as batch_op:
        batch_op.drop_column('taken_at')
        batch_op.drop_column('offered_at')
        batch_op.drop_column('style')

    with op.batch_alter_table('volunteer_points_share', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_volunteer_points_share_volunteer_id'))
        batch_op.drop_index(batch_op.f('ix_volunteer_points_share_household_id'))
        batch_op.drop_index(batch_op.f('ix_volunteer_points_share_community_id'))

    op.drop_table('volunteer_points_share')
    with op.batch_alter_table('volunteer_time_grant', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_volunteer_time_grant_person_id'))
        batch_op.drop_index(batch_op.f('ix_volunteer_time_grant_community_id'))

    op.drop_table('volunteer_time_grant')

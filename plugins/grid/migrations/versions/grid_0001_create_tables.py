"""Create tables (grid)."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "grid_0001"
down_revision = None
branch_labels = ('grid',)
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('grid_kind',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('level', sa.String(length=12), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_grid_kind_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grid_kind'))
    )
    op.create_index(op.f('ix_grid_kind_community_id'), 'grid_kind', ['community_id'], unique=False)
    op.create_table('grid_event',
    sa.Column('case_id', BigId, nullable=False),
    sa.Column('found_at', Instant(), nullable=False),
    sa.Column('found_on', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('level', sa.String(length=12), nullable=False),
    sa.Column('channel', sa.String(length=12), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('parties', sa.String(length=200), nullable=False),
    sa.Column('worker', sa.String(length=60), nullable=False),
    sa.Column('reporter', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('spot', sa.Boolean(), nullable=False),
    sa.Column('limit_on', sa.Date(), nullable=True),
    sa.Column('done_at', Instant(), nullable=True),
    sa.Column('done_by', sa.String(length=64), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('rating', sa.String(length=12), nullable=False),
    sa.Column('revisited_on', sa.Date(), nullable=True),
    sa.Column('filed_on', sa.Date(), nullable=True),
    sa.Column('reopened', sa.Integer(), nullable=False),
    sa.Column('reopened_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['core_case.id'], name=op.f('fk_grid_event_case_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_grid_event_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grid_event')),
    sa.UniqueConstraint('case_id', name=op.f('uq_grid_event_case_id'))
    )
    op.create_index(op.f('ix_grid_event_community_id'), 'grid_event', ['community_id'], unique=False)
    op.create_index(op.f('ix_grid_event_filed_on'), 'grid_event', ['filed_on'], unique=False)
    op.create_index('ix_grid_event_found', 'grid_event', ['community_id', 'found_on'], unique=False)
    op.create_table('grid_dispatch',
    sa.Column('event_id', BigId, nullable=False),
    sa.Column('way', sa.String(length=8), nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('joined', sa.String(length=200), nullable=False),
    sa.Column('task', sa.Text(), nullable=False),
    sa.Column('sent_on', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('taker_kind', sa.String(length=60), nullable=False),
    sa.Column('taker_id', BigId, nullable=True),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('reply', sa.Text(), nullable=False),
    sa.Column('replied_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_grid_dispatch_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['event_id'], ['grid_event.id'], name=op.f('fk_grid_dispatch_event_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grid_dispatch'))
    )
    op.create_index(op.f('ix_grid_dispatch_community_id'), 'grid_dispatch', ['community_id'], unique=False)
    op.create_index(op.f('ix_grid_dispatch_event_id'), 'grid_dispatch', ['event_id'], unique=False)
    op.create_table('grid_press',
    sa.Column('event_id', BigId, nullable=False),
    sa.Column('unit', sa.String(length=120), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('reply', sa.Text(), nullable=False),
    sa.Column('replied_on', sa.Date(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_grid_press_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['event_id'], ['grid_event.id'], name=op.f('fk_grid_press_event_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grid_press'))
    )
    op.create_index(op.f('ix_grid_press_community_id'), 'grid_press', ['community_id'], unique=False)
    op.create_index(op.f('ix_grid_press_event_id'), 'grid_press', ['event_id'], unique=False)
    op.create_index(op.f('ix_grid_press_on_date'), 'grid_press', ['on_date'], unique=False)


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f('ix_grid_press_on_date'), table_name='grid_press')
    op.drop_index(op.f('ix_grid_press_event_id'), table_name='grid_press')
    op.drop_index(op.f('ix_grid_press_community_id'), table_name='grid_press')
    op.drop_table('grid_press')
    op.drop_index(op.f('ix_grid_dispatch_event_id'), table_name='grid_dispatch')
    op.drop_index(op.f('ix_grid_dispatch_community_id'), table_name='grid_dispatch')
    op.drop_table('grid_dispatch')
    op.drop_index('ix_grid_event_found', table_name='grid_event')
    op.drop_index(op.f('ix_grid_event_filed_on'), table_name='grid_event')
    op.drop_index(op.f('ix_grid_event_community_id'), table_name='grid_event')
    op.drop_table('grid_event')
    op.drop_index(op.f('ix_grid_kind_community_id'), table_name='grid_kind')
    op.drop_table('grid_kind')

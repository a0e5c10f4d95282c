"""Create tables (core)."""

import sqlalchemy as sa
from alembic import op

from desk.core.db.base import BigId, Instant

revision = "core_0001"
down_revision = None
branch_labels = ('core',)
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('core_audit_head',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_audit_head'))
    )
    op.create_table('core_community',
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('street', sa.String(length=80), nullable=False),
    sa.Column('committee', sa.String(length=120), nullable=False),
    sa.Column('hall', sa.String(length=120), nullable=False),
    sa.Column('org_short', sa.String(length=20), nullable=False),
    sa.Column('practice', sa.Boolean(), nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_community'))
    )
    op.create_table('core_request',
    sa.Column('key', sa.String(length=36), nullable=False),
    sa.Column('verb', sa.String(length=80), nullable=False),
    sa.Column('draft_hash', sa.String(length=64), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_core_request'))
    )
    op.create_table('core_audit',
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('at', Instant(), nullable=False),
    sa.Column('actor', sa.String(length=64), nullable=False),
    sa.Column('actor_kind', sa.String(length=12), nullable=False),
    sa.Column('action', sa.String(length=80), nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('record_id', BigId, nullable=True),
    sa.Column('detail', sa.JSON(), nullable=False),
    sa.Column('mac', sa.String(length=64), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_audit_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_audit')),
    sa.UniqueConstraint('seq', name=op.f('uq_core_audit_seq'))
    )
    op.create_index(op.f('ix_core_audit_at'), 'core_audit', ['at'], unique=False)
    op.create_index(op.f('ix_core_audit_community_id'), 'core_audit', ['community_id'], unique=False)
    op.create_table('core_role',
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_role_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_role')),
    sa.UniqueConstraint('community_id', 'name', name=op.f('uq_core_role_community_id_name'))
    )
    op.create_index(op.f('ix_core_role_community_id'), 'core_role', ['community_id'], unique=False)
    op.create_table('core_setting',
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('value', sa.JSON(), nullable=False),
    sa.Column('confirmed', sa.Boolean(), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_setting_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_setting')),
    sa.UniqueConstraint('community_id', 'key', name=op.f('uq_core_setting_community_id_key'))
    )
    op.create_index(op.f('ix_core_setting_community_id'), 'core_setting', ['community_id'], unique=False)
    op.create_table('core_staff_user',
    sa.Column('login', sa.String(length=40), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=30), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=False),
    sa.Column('must_change', sa.Boolean(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('locked_until', Instant(), nullable=True),
    sa.Column('last_seen', Instant(), nullable=True),
    sa.Column('area_ids', sa.JSON(), nullable=True),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_staff_user_community_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_staff_user')),
    sa.UniqueConstraint('login', name=op.f('uq_core_staff_user_login'))
    )
    op.create_index(op.f('ix_core_staff_user_community_id'), 'core_staff_user', ['community_id'], unique=False)
    op.create_table('core_role_right',
    sa.Column('role_id', BigId, nullable=False),
    sa.Column('permission', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['role_id'], ['core_role.id'], name=op.f('fk_core_role_right_role_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('role_id', 'permission', name=op.f('pk_core_role_right'))
    )
    op.create_table('core_user_role',
    sa.Column('user_id', BigId, nullable=False),
    sa.Column('role_id', BigId, nullable=False),
    sa.ForeignKeyConstraint(['role_id'], ['core_role.id'], name=op.f('fk_core_user_role_role_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['user_id'], ['core_staff_user.id'], name=op.f('fk_core_user_role_user_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('user_id', 'role_id', name=op.f('pk_core_user_role'))
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table('core_user_role')
    op.drop_table('core_role_right')
    op.drop_index(op.f('ix_core_staff_user_community_id'), table_name='core_staff_user')
    op.drop_table('core_staff_user')
    op.drop_index(op.f('ix_core_setting_community_id'), table_name='core_setting')
    op.drop_table('core_setting')
    op.drop_index(op.f('ix_core_role_community_id'), table_name='core_role')
    op.drop_table('core_role')
    op.drop_index(op.f('ix_core_audit_community_id'), table_name='core_audit')
    op.drop_index(op.f('ix_core_audit_at'), table_name='core_audit')
    op.drop_table('core_audit')
    op.drop_table('core_request')
    op.drop_table('core_community')
    op.drop_table('core_audit_head')

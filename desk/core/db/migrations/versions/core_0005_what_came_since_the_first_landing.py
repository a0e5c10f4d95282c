"""What came since the first landing (core)."""

import sqlalchemy as sa
from alembic import op

from desk.core.db.base import BigId, Instant

revision = "core_0005"
down_revision = 'core_0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    op.create_table('core_notice_answer',
    sa.Column('notice_id', BigId, nullable=False),
    sa.Column('who', sa.String(length=60), nullable=False),
    sa.Column('contact', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('told_on', sa.Date(), nullable=True),
    sa.Column('told_how', sa.String(length=20), nullable=False),
    sa.Column('created_at', Instant(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('updated_at', Instant(), nullable=False),
    sa.Column('updated_by', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('community_id', BigId, nullable=False),
    sa.Column('id', BigId, autoincrement=True, nullable=False),
    sa.ForeignKeyConstraint(['community_id'], ['core_community.id'], name=op.f('fk_core_notice_answer_community_id'), ondelete='RESTRICT'),
    sa.ForeignKeyConstraint(['notice_id'], ['core_notice.id'], name=op.f('fk_core_notice_answer_notice_id'), ondelete='RESTRICT'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_core_notice_answer'))
    )
    with op.batch_alter_table('core_notice_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_core_notice_answer_community_id'), ['community_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_core_notice_answer_notice_id'), ['notice_id'], unique=False)

    with op.batch_alter_table('core_audit', schema=None) as batch_op:
        batch_op.create_index('ix_core_audit_record', ['kind', 'record_id', 'seq'], unique=False)

    with op.batch_alter_table('core_plugin_name', schema=None) as batch_op:
        batch_op.add_column(sa.Column('told', sa.JSON(), server_default='{}', nullable=False))


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('core_plugin_name', schema=None) as batch_op:
        batch_op.drop_column('told')

    with op.batch_alter_table('core_audit', schema=None) as batch_op:
        batch_op.drop_index('ix_core_audit_record')

    with op.batch_alter_table('core_notice_answer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_core_notice_answer_notice_id'))
        batch_op.drop_index(batch_op.f('ix_core_notice_answer_community_id'))

    op.drop_table('core_notice_answer')

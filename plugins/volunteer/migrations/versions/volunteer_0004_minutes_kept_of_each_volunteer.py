"""Minutes kept of each volunteer (volunteer)."""

import sqlalchemy as sa
from alembic import op

revision = "volunteer_0004"
down_revision = 'volunteer_0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new, and add up what was entered till now."""
    with op.batch_alter_table('volunteer_volunteer', schema=None) as batch_op:
        batch_op.add_column(sa.Column('minutes', sa.BigInteger(), server_default='0', nullable=False))
        batch_op.create_index('ix_volunteer_volunteer_minutes', ['community_id', 'minutes', 'id'], unique=False)
    op.execute("UPDATE volunteer_volunteer SET minutes = (SELECT COALESCE(SUM(e.minutes), 0) FROM core_time_entry e"
               " WHERE e.holder_kind = 'volunteer.volunteer' AND e.holder_id = volunteer_volunteer.id)")


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('volunteer_volunteer', schema=None) as batch_op:
        batch_op.drop_index('ix_volunteer_volunteer_minutes')
        batch_op.drop_column('minutes')


"""Which papers a scan stands for (mediation)."""

import sqlalchemy as sa
from alembic import op

revision = "mediation_0004"
down_revision = 'mediation_0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    with op.batch_alter_table('mediation_scan', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stands_for', sa.JSON(), server_default='[]', nullable=False))



def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('mediation_scan', schema=None) as batch_op:
        batch_op.drop_column('stands_for')


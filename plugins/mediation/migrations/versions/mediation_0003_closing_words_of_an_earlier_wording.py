"""Closing words of an earlier wording (mediation)."""

import sqlalchemy as sa
from alembic import op

revision = "mediation_0003"
down_revision = 'mediation_0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create what is new."""
    with op.batch_alter_table('mediation_earlier_wording', schema=None) as batch_op:
        batch_op.add_column(sa.Column('closing', sa.Text(), server_default='', nullable=False))


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table('mediation_earlier_wording', schema=None) as batch_op:
        batch_op.drop_column('closing')


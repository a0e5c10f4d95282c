"""Create the table."""
import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId

revision, down_revision, branch_labels, depends_on = "lostfound_0001", None, ("lostfound",), None


def upgrade():
    op.create_table(
        "lostfound_item", sa.Column("id", BigId, primary_key=True, autoincrement=True),
        sa.Column("finder", sa.String(60), nullable=False), sa.Column("owner", sa.String(60), nullable=False),
        sa.Column("community_id", BigId, sa.ForeignKey("core_community.id", ondelete="RESTRICT"), nullable=False, index=True))


def downgrade():
    op.drop_table("lostfound_item")

"""Create the note."""

import sqlalchemy as sa
from alembic import op

from desk.api.db import BigId, Instant

revision = "good_0001"
down_revision = None
branch_labels = ("good",)
depends_on = None


def upgrade() -> None:
    op.create_table(
        "good_note",
        sa.Column("person_id", BigId, sa.ForeignKey("core_person.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("id", BigId, primary_key=True, autoincrement=True),
        sa.Column("community_id", BigId, sa.ForeignKey("core_community.id", ondelete="RESTRICT"), nullable=False, index=True),
        sa.Column("created_at", Instant, nullable=False), sa.Column("created_by", sa.String(64), nullable=False),
        sa.Column("updated_at", Instant, nullable=False), sa.Column("updated_by", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False))


def downgrade() -> None:
    op.drop_table("good_note")

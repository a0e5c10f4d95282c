"""Makes a table, then fails."""

import sqlalchemy as sa
from alembic import op

revision = "failingmigration_0001"
down_revision = None
branch_labels = ("failingmigration",)
depends_on = None


def upgrade() -> None:
    op.create_table("failingmigration_thing", sa.Column("id", sa.Integer, primary_key=True))
    raise RuntimeError("half-way")


def downgrade() -> None:
    op.drop_table("failingmigration_thing")

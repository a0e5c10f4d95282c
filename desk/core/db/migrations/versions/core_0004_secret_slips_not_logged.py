"""Slips of secret votes stay out of PostgreSQL's write-ahead log (core): that log cannot be emptied afterwards."""

from alembic import op

revision = "core_0004"
down_revision = "core_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """SQLite's log is emptied by the desk itself when a count is sealed."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE core_ballot_secret_slip SET UNLOGGED")


def downgrade() -> None:
    """Log it again."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE core_ballot_secret_slip SET LOGGED")

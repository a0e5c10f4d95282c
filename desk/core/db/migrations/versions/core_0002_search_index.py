"""Search index (core): token tables that models cannot say, each engine its own."""

from alembic import op

revision = "core_0002"
down_revision = "core_0001"
branch_labels = None
depends_on = None

# written out, not taken from the program: a revision keeps saying what it said when it was released
SQLITE = (
    "CREATE VIRTUAL TABLE core_search_grams USING fts5(body, content='', contentless_delete=1, detail=none,"
    " tokenize='ascii')",
    "CREATE VIRTUAL TABLE core_search_starts USING fts5(body, content='', contentless_delete=1, detail=none,"
    " tokenize='ascii', prefix='2 3 4')",
)
POSTGRESQL = (
    "CREATE TABLE core_search_vector (doc_id BIGINT PRIMARY KEY REFERENCES core_search_doc(id) ON DELETE RESTRICT,"
    " grams TSVECTOR NOT NULL, starts TSVECTOR NOT NULL)",
    "CREATE INDEX ix_core_search_vector_grams ON core_search_vector USING GIN (grams)",
    "CREATE INDEX ix_core_search_vector_starts ON core_search_vector USING GIN (starts)",
)


def upgrade() -> None:
    """Create the token tables of this engine."""
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take them away again."""
    names = ("core_search_grams", "core_search_starts") if op.get_bind().dialect.name == "sqlite" else (
        "core_search_vector",)
    for name in names:
        op.execute(f"DROP TABLE {name}")

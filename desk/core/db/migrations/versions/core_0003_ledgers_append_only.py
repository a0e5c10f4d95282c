"""Ledgers, time entries and frozen figures are append-only, and legs sum to zero (core): triggers that models cannot say."""

from alembic import op

revision = "core_0003"
down_revision = "core_0002"
branch_labels = None
depends_on = None

# written out, not taken from the program: a revision keeps saying what it said when it was released
TABLES = ("core_ledger_booking", "core_ledger_line", "core_ledger_use", "core_time_entry", "core_statistics_month",
          "core_statistics_cell", "core_statistics_correction", "core_statistics_change")
SQLITE = "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
FUNCTION = """CREATE FUNCTION core_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"""
POSTGRESQL = ("CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} FOR EACH STATEMENT"
              " EXECUTE FUNCTION core_append_only()")
ZERO = """CREATE FUNCTION core_ledger_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT SUM(amount) FROM core_ledger_line WHERE booking_id = NEW.booking_id) <> 0 THEN
    RAISE EXCEPTION 'the legs of booking % do not sum to zero', NEW.booking_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$"""
LEGS = ("CREATE CONSTRAINT TRIGGER core_ledger_line_zero AFTER INSERT ON core_ledger_line DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION core_ledger_zero()")


def upgrade() -> None:
    """Put the triggers on; SQLite checks the legs in the service and in `reconcile`, it has no deferred triggers."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute(FUNCTION)
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            op.execute((SQLITE if sqlite else POSTGRESQL).format(table=table, verb=verb))
    if not sqlite:
        op.execute(ZERO)
        op.execute(LEGS)


def downgrade() -> None:
    """Take them away again."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(f"DROP TRIGGER {table}_no_{verb}" + ("" if sqlite else f" ON {table}"))
    if not sqlite:
        op.execute("DROP TRIGGER core_ledger_line_zero ON core_ledger_line")
        op.execute("DROP FUNCTION core_ledger_zero()")
        op.execute("DROP FUNCTION core_append_only()")

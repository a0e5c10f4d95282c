"""Destroying what a secret vote was keyed in from: rows, the pages they stood on, and the log behind them."""

from typing import Any

from sqlalchemy import delete, text

from desk.core.ballots.model import BallotToken, SecretSlip
from desk.core.db.uow import UnitOfWork


def forget_slips(uow: UnitOfWork, vote_id: int) -> None:
    """Destroy which mark chose what; what the engine still holds of it goes once the transaction is committed."""
    uow.session.execute(delete(SecretSlip).where(SecretSlip.vote_id == vote_id))
    bind = uow.session.get_bind()
    uow.after_commit(lambda: _scrub(bind))


def forget_marks(uow: UnitOfWork, vote_id: int) -> None:
    """Destroy the list of marks; its hash and count stay with the vote."""
    uow.session.execute(delete(BallotToken).where(BallotToken.vote_id == vote_id))


def _scrub(bind: Any) -> None:
    """SQLite: `secure_delete` zeroed the pages of the file, earlier ones stand in the write-ahead log, so empty it.

    PostgreSQL: this table is not logged at all; deleted rows stay in its file until it is written anew.
    """
    if bind.dialect.name == "sqlite":
        connection = bind.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
    else:
        with bind.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM (FULL) {SecretSlip.__tablename__}"))

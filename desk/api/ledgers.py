"""Ledgers: accounts, transfers with two legs, reversal, lots that expire, statements."""

from desk.core.ledgers.accounts import account, balance_of, find_account, outside
from desk.core.ledgers.booking import book, is_booked
from desk.core.ledgers.drafts import Owner, Transfer
from desk.core.ledgers.errors import NotEnough
from desk.core.ledgers.queries import (
    Drift,
    Ending,
    StatementLine,
    list_bookings_of,
    list_ending,
    list_statement,
    reconcile,
)
from desk.core.ledgers.reversing import expire, reverse

__all__ = ["Drift", "Ending", "NotEnough", "Owner", "StatementLine", "Transfer", "account", "balance_of", "book", "expire",
           "find_account", "is_booked", "list_bookings_of", "list_ending", "list_statement", "outside", "reconcile", "reverse"]

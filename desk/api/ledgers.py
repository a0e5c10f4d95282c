"""Ledgers: accounts, transfers with two legs, reversal, lots that expire, statements."""

from desk.core.ledgers.accounts import account, balance_of, find_account, lock_accounts, outside
from desk.core.ledgers.booking import book, is_booked, last_booked
from desk.core.ledgers.drafts import Owner, Transfer
from desk.core.ledgers.errors import NotEnough
from desk.core.ledgers.lots import ended_rest, held_by, list_lot_origins, list_open_lots, where_it_lies
from desk.core.ledgers.queries import (
    Drift,
    Ending,
    Flow,
    Movement,
    StatementLine,
    Turnover,
    list_bookings_of,
    list_ending,
    list_flows,
    list_movements,
    list_statement,
    list_turnover,
    reconcile,
)
from desk.core.ledgers.reversing import expire, reverse

__all__ = ["Drift", "Ending", "Flow", "Movement", "NotEnough", "Owner", "StatementLine", "Transfer", "Turnover", "account",
           "balance_of", "book", "ended_rest", "expire", "find_account", "held_by", "is_booked", "last_booked",
           "list_bookings_of", "list_ending", "list_flows", "list_lot_origins", "list_movements", "list_open_lots",
           "list_statement", "list_turnover", "lock_accounts", "outside", "reconcile", "reverse", "where_it_lies"]

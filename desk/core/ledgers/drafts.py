"""What is handed to the ledgers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose account: kind and id of a record, (`"outside.granted"`, 0) for the world beyond."""

    kind: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Transfer:
    """`amount` (positive, smallest unit) from one account to another of the same ledger.

    key: at most one booking in the community ever has it. last_day: of the lot that the receiver gets. may_owe: the giver may
    fall below zero (taking back what was spent already). day: civil date, today when None.
    """

    giver: int
    taker: int
    amount: int
    kind: str
    key: str
    reason: str = ""
    source_kind: str = ""
    source_id: int | None = None
    explain: Mapping[str, Any] = field(default_factory=dict)
    last_day: date | None = None
    may_owe: bool = False
    second: str = ""
    day: date | None = None

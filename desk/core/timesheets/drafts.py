"""What is handed to the time sheets."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Whose:
    """A record by kind and id: who served, or what was served at."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class PairDraft:
    """One in and out. ended_at None: still there. unserved: minutes of travel and breaks. late_days: after so many days a
    witness and a reason are needed.
    """

    holder: Whose
    source: Whose
    started_at: datetime
    ended_at: datetime | None = None
    unserved: int = 0
    witness: str = ""
    late_reason: str = ""
    late_days: int = 7

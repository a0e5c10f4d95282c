"""What the form of a lawsuit hands over."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LawsuitDraft:
    """A lawsuit about an agreement; id 0 for a new one. about: see grounds.LAWSUIT_MATTERS, result: LAWSUIT_RESULTS."""

    agreement_id: int
    plaintiff: str
    court: str
    sued_on: date
    about: str = "performance"
    number: str = ""
    result: str = ""
    decided_on: date | None = None
    note: str = ""
    id: int = 0
    version: int = 0

"""What is told after a matter was saved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """A matter was registered."""

    kind: str
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseMoved:
    """A matter went from one state to another."""

    kind: str
    case_id: int
    before: str
    after: str

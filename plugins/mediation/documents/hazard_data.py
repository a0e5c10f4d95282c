"""What the papers of the hazard ledger print, as frozen data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HazardPaper:
    """One line of the ledger. days: how many the clock ran; ways and levels in official words."""

    committee: str
    number: str
    found_on: date
    source: str
    area: str
    place: str
    parties: str
    category: str
    five: str
    level: str
    summary: str
    unit: str
    person: str
    leader: str
    limit: date | None
    measures: str
    way: str
    outcome: str
    result: str
    evidence: str
    proposed_by: str
    approved_by: str
    struck_on: date | None
    days: int
    state: str
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """A month of the ledger with its reconciliation: carried + new − struck = open."""

    committee: str
    month: str
    made_on: date
    lines: tuple[HazardPaper, ...]
    carried: int
    new: int
    struck: int
    open: int
    spot: int
    settled: int
    mean: str = ""


@dataclass(frozen=True, slots=True)
class PatrolPaper:
    """One patrol with what it found."""

    committee: str
    area: str
    on: date
    people: tuple[str, ...]
    doors: int
    persons: int
    words: str
    found: tuple[HazardPaper, ...]


@dataclass(frozen=True, slots=True)
class PatrolMonthPaper:
    """The month's patrols. walked, grids: coverage; missed: grids nobody walked."""

    committee: str
    month: str
    patrols: tuple[PatrolPaper, ...]
    walked: int
    grids: int
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResponsibilityPaper:
    """Who answers for a matter. extensions, notes: lines ready for print."""

    committee: str
    matter: str
    number: str
    leader: str
    post: str
    unit: str
    person: str
    task: str
    since: date
    until: date
    extensions: tuple[str, ...]
    notes: tuple[str, ...]
    outcome: str
    result: str
    ended_on: date | None
    days_late: int

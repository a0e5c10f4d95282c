"""What the papers of the grid print: texts and days, ready for print."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventPaper:
    """An event. trace: lines of its way; before, after: (words, picture)."""

    community: str
    number: str
    found_at: str
    found_on: str
    channel: str
    worker: str
    reporter: str
    grid: str
    place: str
    kind: str
    level: str
    parties: str
    summary: str
    limit: str
    unit: str
    trace: tuple[str, ...]
    outcome: str
    done_at: str
    result: str
    revisit: str
    rating: str
    filed: str
    before: tuple[tuple[str, bytes], ...] = ()
    after: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class DispatchPaper:
    """Where an event went. photos: of how it was found, for whoever handles it."""

    event: EventPaper
    unit: str
    joined: str
    task: str
    sent: str
    until: str
    number_there: str
    state_there: str
    reply: str
    replied: str


@dataclass(frozen=True, slots=True)
class PressPaper:
    """A press note. late: days over the limit, 0 in time."""

    event: EventPaper
    unit: str
    text: str
    on: str
    until: str
    late: int
    reply: str
    replied: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of the month: heads and rows as texts."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MonthPaper:
    """The month's report. sentence: the figures in words; spots: (place, times, kinds, last day)."""

    community: str
    month: str
    made: str
    sentence: str
    tables: tuple[FigureTable, ...]
    spots: tuple[tuple[str, str, str, str], ...]
    spot_rule: str
    late: tuple[tuple[str, str, str, str], ...]

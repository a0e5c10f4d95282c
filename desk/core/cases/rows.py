"""What reads of matters answer: frozen, in words, free of the database."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.core.cases.entries import ENTRIES, state_title, words_of
from desk.core.cases.kinds import CaseKind, Limit, Move, Tone
from desk.core.cases.model import FAR, Case, CaseClock, CaseEntry
from desk.core.cases.registry import case_kinds, texts
from desk.core.i18n import _


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A matter in a list. due_on: earliest last day of its running clocks, None when none runs; days_left: from today,
    0 on the last day, negative when overdue. closed: in a final state."""

    id: int
    version: int
    kind: str
    number: str
    title: str
    summary: str
    state: str
    state_title: str
    tone: Tone
    opened_on: date
    closed_on: date | None
    due_on: date | None
    days_left: int | None
    handler_id: int | None
    handler: str
    area_id: int | None
    confidential: bool
    source: str
    class_code: str

    @property
    def closed(self) -> bool:
        return self.closed_on is not None

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A matter came into a state on a day."""

    case_id: int
    to_state: str
    on: date


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A line of the timeline. title: what it is in words; text: what was typed or given; private: never print it."""

    id: int
    at: datetime
    on: date
    who: str
    code: str
    what: str
    title: str
    text: str
    reason: str
    from_state: str
    to_state: str
    private: bool

    @property
    def line(self) -> str:
        """编号：隐患〔2026〕26号, as a record's page says it; nothing twice."""
        return "：".join(dict.fromkeys(filter(None, (self.title, self.text, self.reason))))


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A deadline. last_day, unmoved: as of calendar.arithmetic.Due. days_left: None while it is paused or stopped."""

    code: str
    title: str
    source: str
    started_on: date
    last_day: date
    unmoved: date
    days_left: int | None
    paused_on: date | None
    paused_reason: str
    stopped_on: date | None


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due: a running deadline of a matter. Remind from `unmoved` on, the law's last day is `last_day`."""

    case_id: int
    kind: str
    number: str
    title: str
    clock: str
    last_day: date
    unmoved: date
    days_left: int
    handler_id: int | None
    handler: str
    confidential: bool

    @property
    def overdue(self) -> bool:
        return self.days_left < 0


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A registered person or organisation of a matter; one of the two ids is set."""

    id: int
    role: str
    person_id: int | None
    organisation_id: int | None
    name: str


def case_row(case: Case, handler: str | None, today: date) -> CaseRow:
    """A matter as lists show it."""
    kind, due = case_kinds().find(case.kind), None if case.due_on == FAR else case.due_on
    return CaseRow(case.id, case.version, case.kind, case.number or "", case.title, case.summary, case.state,
                   state_title(kind, case.state), _tone(kind, case, today), case.opened_on, case.closed_on, due,
                   (due - today).days if due else None, case.handler_id, handler or "", case.area_id, case.confidential,
                   case.source, case.class_code)


def entry_row(entry: CaseEntry, kind: CaseKind | None) -> EntryRow:
    """A line of the timeline in words."""
    return EntryRow(entry.id, entry.at, entry.on_date, entry.who, entry.code, entry.what, _entry_title(entry, kind),
                    words_of(entry), entry.reason, state_title(kind, entry.from_state), state_title(kind, entry.to_state),
                    entry.private)


def clock_row(clock: CaseClock, today: date) -> ClockRow:
    """A deadline as the record page shows it."""
    left = (clock.due_on - today).days if clock.stopped_on is None and clock.paused_on is None else None
    return ClockRow(clock.limit_code, clock.title, clock.source, clock.started_on, clock.due_on, clock.unmoved_on, left,
                    clock.paused_on, clock.paused_reason, clock.stopped_on)


def _tone(kind: CaseKind | None, case: Case, today: date) -> Tone:
    if case.closed_on is None and case.due_on < today:
        return Tone.LATE
    found = next((state for state in kind.states if state.code == case.state), None) if kind else None
    return found.tone if found else Tone.MUTED


def _entry_title(entry: CaseEntry, kind: CaseKind | None) -> str:
    general = _(ENTRIES.get(entry.code, ""))
    named: tuple[Move | Limit, ...] = (*kind.moves, *kind.limits) if kind else ()
    own = next((texts(kind.code)(one.title) for one in named if one.code == entry.what), "") if kind else ""
    if entry.code == "move":
        return own or general
    return _("{what}: {which}").format(what=general, which=own) if own and entry.code.startswith("clock.") else general

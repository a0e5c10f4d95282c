"""Reads of scoring: rounds, who rates, how far the sheets are, results with their explanation, honours."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import func, select

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _
from desk.core.scores.engine import Line, points_text
from desk.core.scores.entering import is_own, values_of
from desk.core.scores.ground import sheet_of
from desk.core.scores.lines import lines_of
from desk.core.scores.model import ScoreAward, ScoreRater, ScoreRound, ScoreSubject
from desk.core.scores.service import raters_of, subjects_of
from desk.core.scores.sheets import Sheet

ROUND = "score.round"


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in a list. complete: raters whose sheet is whole."""

    id: int
    version: int
    scheme: str
    title: str
    first: date | None
    last: date | None
    owner_kind: str
    owner_id: int | None
    state: str
    double: bool
    anonymous: bool
    trim: int
    places: int
    closed_on: date | None
    closing_note: str
    decided_on: date | None
    decided_by: str
    decision: str
    void_reason: str
    subjects: int
    raters: int
    entered: int


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject of a round. given: criterion → hundredths."""

    id: int
    place: int
    title: str
    detail: str
    record: str
    record_id: int | None
    person_id: int | None
    given: dict[str, int]
    figures: tuple[tuple[str, str], ...]
    out: str


@dataclass(frozen=True, slots=True)
class RaterRow:
    """A rater of a round. marks: of the first entry, of those wanted."""

    id: int
    version: int
    place: int
    name: str
    role: str
    person_id: int | None
    marks: int
    second: int
    wanted: int

    @property
    def complete(self) -> bool:
        """Nothing is left blank."""
        return self.marks >= self.wanted


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A subject with its result. line: the figures behind it (see engine.Line)."""

    subject_id: int
    title: str
    detail: str
    record: str
    record_id: int | None
    rank: int
    total: Fraction | None
    total_text: str
    band: str
    poor: bool
    tied: tuple[str, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An honour. withdrawn: why it was taken back."""

    id: int
    round_id: int
    round: str
    subject_id: int
    record: str
    record_id: int | None
    name: str
    title: str
    given_on: date
    withdrawn: str


def get_round(uow: UnitOfWork, round_id: int) -> RoundRow:
    """One round; NotFound."""
    return _rounds(uow, [uow.get(ScoreRound, round_id)])[0]


def get_sheet_of(uow: UnitOfWork, round_id: int) -> Sheet:
    """The round's own copy of its sheet."""
    return sheet_of(uow.get(ScoreRound, round_id))


def list_rounds(uow: UnitOfWork, request: PageRequest) -> Page[RoundRow]:
    """Newest first. filters: scheme, state, owner_kind with owner_id; text: of the title."""
    statement = _filtered(select(ScoreRound), request)
    rows, after = keyset_page(uow.session, statement, [ScoreRound.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    return Page(_rounds(uow, rows), after)


def count_rounds(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return uow.session.scalar(_filtered(select(func.count(ScoreRound.id)), request)) or 0


def list_rounds_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[RoundRow]:
    """Rounds of a record, oldest first."""
    return _rounds(uow, list(uow.session.scalars(select(ScoreRound).where(
        ScoreRound.owner_kind == owner_kind, ScoreRound.owner_id == owner_id).order_by(ScoreRound.id))))


def list_subjects(uow: UnitOfWork, round_id: int) -> list[SubjectRow]:
    """In their order, those taken out included."""
    return [SubjectRow(one.id, one.place, one.title, one.detail, one.record, one.record_id, one.person_id, dict(one.given),
                       tuple((label, value) for label, value in one.figures), one.out) for one in subjects_of(uow, round_id)]


def list_raters(uow: UnitOfWork, round_id: int) -> list[RaterRow]:
    """In their order, with how much of their sheet is filled in."""
    sheet = sheet_of(uow.get(ScoreRound, round_id))
    subjects = [one for one in subjects_of(uow, round_id) if not one.out]
    first, second = (values_of(uow, round_id, entry) for entry in (1, 2))
    kept = {one.id for one in subjects}
    return [RaterRow(one.id, one.version, one.place, one.name, one.role, one.person_id, _filled(first, one.id, kept),
                     _filled(second, one.id, kept), _wanted(sheet, one, subjects)) for one in raters_of(uow, round_id)]


def list_missing(uow: UnitOfWork, round_id: int) -> list[str]:
    """Raters whose sheet is not whole, one sentence each."""
    return [_("{name}: {n} of {all} marks").format(name=one.name, n=one.marks, all=one.wanted)
            for one in list_raters(uow, round_id) if not one.complete]


def list_results(uow: UnitOfWork, round_id: int) -> list[ResultRow]:
    """By rank; frozen once the round is closed, else as it stands now."""
    found = uow.get(ScoreRound, round_id)
    subjects = {one.id: one for one in subjects_of(uow, round_id)}
    return [_result(subjects, line) for line in lines_of(uow, found) if line.subject in subjects]


def list_results_of(uow: UnitOfWork, record: str, record_id: int) -> list[tuple[RoundRow, ResultRow]]:
    """Every closed round that judged this record with what it got, newest first."""
    ids = uow.session.scalars(select(ScoreSubject.round_id).where(
        ScoreSubject.record == record, ScoreSubject.record_id == record_id).order_by(ScoreSubject.round_id.desc()))
    found = [(get_round(uow, one), result) for one in ids for result in list_results(uow, one)
             if (result.record, result.record_id) == (record, record_id)]
    return [(round_, result) for round_, result in found if round_.state in ("closed", "published", "decided")]


def list_awards(uow: UnitOfWork, round_id: int | None = None, *, record: str = "",
                record_id: int | None = None) -> list[AwardRow]:
    """Honours of a round, of a record, or all; newest round first, then by place."""
    statement = select(ScoreAward, ScoreRound.title, ScoreSubject).join(
        ScoreRound, ScoreRound.id == ScoreAward.round_id).join(ScoreSubject, ScoreSubject.id == ScoreAward.subject_id)
    if round_id is not None:
        statement = statement.where(ScoreAward.round_id == round_id)
    if record:
        statement = statement.where(ScoreSubject.record == record, ScoreSubject.record_id == record_id)
    rows = uow.session.execute(statement.order_by(ScoreAward.round_id.desc(), ScoreAward.place)).all()
    return [AwardRow(one.id, one.round_id, title, one.subject_id, subject.record, subject.record_id, one.name, one.title,
                     one.given_on, one.withdrawn) for one, title, subject in rows]


def list_marks(uow: UnitOfWork, rater_id: int, entry: int = 1) -> dict[int, dict[str, int]]:
    """What stands on a rater's sheet: subject → criterion → value."""
    rater = uow.get(ScoreRater, rater_id)
    return {subject: marks for (subject, who), marks in values_of(uow, rater.round_id, entry).items() if who == rater_id}


def _filtered(statement: Any, request: PageRequest) -> Any:
    for name in ("scheme", "state", "owner_kind", "owner_id"):
        if request.filters.get(name) not in (None, ""):
            statement = statement.where(getattr(ScoreRound, name) == request.filters[name])
    if request.text.strip():
        statement = statement.where(ScoreRound.title.contains(request.text.strip(), autoescape=True))
    return statement


def _rounds(uow: UnitOfWork, rows: list[ScoreRound]) -> list[RoundRow]:
    ids = [one.id for one in rows]
    subjects, raters, entered = (dict(uow.session.execute(select(model.round_id, func.count(model.id)).where(
        model.round_id.in_(ids), *more).group_by(model.round_id)).all()) for model, more in (
            (ScoreSubject, (ScoreSubject.out == "",)), (ScoreRater, ()), (ScoreRater, (ScoreRater.entered > 0,))))
    return [RoundRow(
        one.id, one.version, one.scheme, one.title, one.first, one.last, one.owner_kind, one.owner_id, one.state, one.double,
        one.anonymous, one.trim, one.places, one.closed_on, one.closing_note, one.decided_on, one.decided_by, one.decision,
        one.void_reason, subjects.get(one.id, 0), raters.get(one.id, 0), entered.get(one.id, 0)) for one in rows]


def _filled(values: dict[tuple[int, int], dict[str, int]], rater_id: int, subjects: set[int]) -> int:
    return sum(len(marks) for (subject, who), marks in values.items() if who == rater_id and subject in subjects)


def _wanted(sheet: Sheet, rater: ScoreRater, subjects: list[ScoreSubject]) -> int:
    own = sum(is_own(rater, one) for one in subjects)
    return len(sheet.rated_by(rater.role)) * (len(subjects) - own)


def _result(subjects: dict[int, ScoreSubject], line: Line) -> ResultRow:
    one = subjects[line.subject]
    return ResultRow(line.subject, one.title, one.detail, one.record, one.record_id, line.rank, line.total,
                     "" if line.total is None else points_text(line.total), line.band, line.poor,
                     tuple(subjects[other].title for other in line.tied if other in subjects), line)

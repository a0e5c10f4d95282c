"""Reads of small livelihood projects: the ledger with estimate, grant, payments and satisfaction; choices among them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from desk.api.cases import Case, CaseRow, get_case, visible_cases
from desk.api.db import UnitOfWork
from desk.api.places import get_area
from plugins.consultation.models import ChoiceEntry, ChoiceRound, Payment, Project, Score, Topic


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment, in fen."""

    on: date
    payee: str
    voucher: str
    what: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project as the ledger shows it; amounts in fen. satisfied: (satisfied and fairly, all) sheets of judgement."""

    id: int
    case: CaseRow
    area: str
    content: str
    raiser: str
    sort: str
    spot: str
    estimate_fen: int
    households: int | None
    screening: str
    screened_on: date | None
    granted_fen: int | None
    granted_on: date | None
    fund: str
    supplier: str
    started_on: date | None
    finished_on: date | None
    checked_on: date | None
    checked_by: str
    check_note: str
    accepted: bool
    payments: tuple[PaymentRow, ...]
    satisfied: tuple[int, int]

    @property
    def paid_fen(self) -> int:
        """What was paid, in fen."""
        return sum(one.amount_fen for one in self.payments)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A project in a choice. rank: after the count."""

    topic_id: int
    place: int
    title: str
    spot: str
    estimate_fen: int
    votes: int | None
    rank: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A choice among projects."""

    id: int
    version: int
    title: str
    held_on: date
    budget_fen: int
    sheets: int | None
    per_sheet: int
    tellers: str
    seed: str
    closed_on: date | None
    entries: tuple[EntryRow, ...]


def list_projects(uow: UnitOfWork, states: tuple[str, ...] = ()) -> list[ProjectRow]:
    """All projects one may see, the newest first; `states` of their topics."""
    statement = (select(Project, Topic).join(Topic, Topic.id == Project.topic_id).join(Case, Case.id == Topic.case_id)
                 .where(*visible_cases(uow)).order_by(Project.id.desc()))
    if states:
        statement = statement.where(Case.state.in_(states))
    return [_project(uow, project, topic) for project, topic in uow.session.execute(statement)]


def find_project_of(uow: UnitOfWork, topic_id: int) -> ProjectRow | None:
    """The project of a topic, None for a topic that is none."""
    found = uow.session.execute(select(Project, Topic).join(Topic, Topic.id == Project.topic_id)
                                .where(Project.topic_id == topic_id)).first()
    return _project(uow, *found) if found else None


def get_round(uow: UnitOfWork, round_id: int) -> RoundRow:
    """One choice; NotFound."""
    return _round(uow, uow.get(ChoiceRound, round_id))


def list_rounds(uow: UnitOfWork) -> list[RoundRow]:
    """Choices, the newest first."""
    return [_round(uow, one) for one in uow.session.scalars(select(ChoiceRound).order_by(ChoiceRound.id.desc()))]


def list_rounds_of(uow: UnitOfWork, topic_id: int) -> list[RoundRow]:
    """Choices a project stood in, oldest first."""
    statement = select(ChoiceRound).join(ChoiceEntry, ChoiceEntry.round_id == ChoiceRound.id)
    return [_round(uow, one) for one in uow.session.scalars(
        statement.where(ChoiceEntry.topic_id == topic_id).order_by(ChoiceRound.id))]


def _project(uow: UnitOfWork, one: Project, topic: Topic) -> ProjectRow:
    case = get_case(uow, topic.case_id)
    payments = uow.session.scalars(select(Payment).where(Payment.project_id == one.id).order_by(Payment.on_date, Payment.id))
    happy, all_ = uow.session.execute(
        select(
            func.coalesce(func.sum(Score.satisfied + Score.fairly), 0),
            func.coalesce(func.sum(Score.satisfied + Score.fairly + Score.dissatisfied), 0),
        ).where(Score.topic_id == topic.id)
    ).one()
    raiser = next((row["name"] for row in topic.raisers if row["name"]), "")
    return ProjectRow(
        topic.id,
        case,
        get_area(uow, case.area_id).full_name if case.area_id else "",
        topic.content,
        raiser,
        one.sort,
        one.spot,
        one.estimate_fen,
        one.households,
        one.screening,
        one.screened_on,
        one.granted_fen,
        one.granted_on,
        one.fund,
        one.supplier,
        one.started_on,
        one.finished_on,
        one.checked_on,
        one.checked_by,
        one.check_note,
        one.accepted,
        tuple(PaymentRow(row.on_date, row.payee, row.voucher, row.what, row.amount_fen) for row in payments),
        (int(happy), int(all_)),
    )


def _round(uow: UnitOfWork, one: ChoiceRound) -> RoundRow:
    found = uow.session.execute(
        select(ChoiceEntry, Case.title, Project.spot, Project.estimate_fen).join(Topic, Topic.id == ChoiceEntry.topic_id)
        .join(Case, Case.id == Topic.case_id).join(Project, Project.topic_id == Topic.id)
        .where(ChoiceEntry.round_id == one.id).order_by(ChoiceEntry.place))
    return RoundRow(
        one.id,
        one.version,
        one.title,
        one.held_on,
        one.budget_fen,
        one.sheets,
        one.per_sheet,
        one.tellers,
        one.seed,
        one.closed_on,
        tuple(
            EntryRow(entry.topic_id, entry.place, title, spot, fen, entry.votes, entry.drawn, entry.chosen)
            for entry, title, spot, fen in found
        ),
    )

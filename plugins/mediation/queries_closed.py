"""The closed ledger by month (“结案”台账): what was settled, on the spot or not, how it was followed up, what came back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from desk.api.calendar import month_days
from desk.api.cases import Case, visible_cases
from desk.api.db import UnitOfWork
from plugins.mediation.categories import category_title
from plugins.mediation.grounds import VISIT_STATES, titled
from plugins.mediation.kinds import READ
from plugins.mediation.models import Agreement, Dispute, ReturnVisit


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A settled case. spot: on the day it was accepted; visited_on, found: its last return visit.

    again: the number it came back as, "—" while that has none.
    """

    dispute_id: int
    number: str
    title: str
    category: str
    settled_on: date
    spot: bool
    mediators: tuple[str, ...]
    clauses: tuple[str, ...]
    visited_on: date | None
    found: str
    again: str


def list_closed(uow: UnitOfWork, month: int) -> list[ClosedLine]:
    """Cases settled in a month (year × 100 + month) that may be seen, by day."""
    uow.require(READ)
    first, last = month_days(month)
    rows = uow.session.execute(
        select(Agreement, Dispute, Case).join(Dispute, Dispute.id == Agreement.dispute_id)
        .join(Case, Case.id == Dispute.case_id)
        .where(Agreement.state != "draft", Agreement.effective_on.between(first, last), Agreement.supplement.is_(False),
               *visible_cases(uow)).order_by(Agreement.effective_on, Agreement.id)).all()
    begun = dict(uow.session.execute(select(Agreement.dispute_id, func.min(Agreement.effective_on)).where(
        Agreement.state != "draft").group_by(Agreement.dispute_id)).all())
    return [_line(uow, *row) for row in rows if begun[row[1].id] == row[0].effective_on]


def _line(uow: UnitOfWork, agreement: Agreement, dispute: Dispute, case: Case) -> ClosedLine:
    visit = uow.session.scalars(select(ReturnVisit).where(ReturnVisit.dispute_id == dispute.id)
                                .order_by(ReturnVisit.visited_on.desc(), ReturnVisit.id.desc()).limit(1)).one_or_none()
    again = uow.session.execute(select(Case.number).join(Dispute, Dispute.case_id == Case.id).where(
        Dispute.again_of == dispute.id).order_by(Dispute.id).limit(1)).one_or_none()
    assert agreement.effective_on is not None
    return ClosedLine(
        dispute.id, case.number or "", case.title, category_title(dispute.category), agreement.effective_on,
        agreement.effective_on == dispute.accepted_on, tuple(agreement.mediators), tuple(agreement.clauses),
        visit.visited_on if visit else None, titled(VISIT_STATES, visit.state) if visit else "",
        (again[0] or "—") if again else "")

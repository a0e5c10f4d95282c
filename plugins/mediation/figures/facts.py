"""Facts of mediation for the tables: cases with what became of them, dangers averted, requests to the court.

Numbers count every case, confidential ones too; which of them may be listed is decided where they are listed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from desk.api.cases import Case, list_moves
from desk.api.db import UnitOfWork
from desk.api.statistics import Scope
from plugins.mediation.figures.codes import PARTY_SIZE, transferrer
from plugins.mediation.figures.mapping import CodeDraft, list_codes
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import Agreement, Confirmation, Dispute, Escalation, Party, Performance, Session


@dataclass(slots=True)
class CaseFact:
    """A case as it stood at the end of the scope.

    settled_on: its first agreement took effect; failed_on: terminated after acceptance; fen: amount of what is in force.
    mode: of the sitting that brought the agreement. partly: something was performed, but not all.
    ground: why it failed ("end_…") or was not accepted ("no_…").
    """

    id: int
    category: str
    five: str
    grid_code: str
    source: str
    transferrer: str
    difficulty: str
    hard: bool
    mediators: tuple[str, ...]
    parties: int
    many: bool
    accepted_on: date | None
    refused_on: date | None = None
    withdrawn_on: date | None = None
    settled_on: date | None = None
    failed_on: date | None = None
    performed_on: date | None = None
    unperformed_on: date | None = None
    form: str = ""
    fen: int = 0
    mode: str = ""
    partly: bool = False
    ground: str = ""

    @property
    def days(self) -> int:
        """From acceptance to the day it was settled; 0 while it is not."""
        return max((self.settled_on - self.accepted_on).days, 0) if self.settled_on and self.accepted_on else 0


def cases(uow: UnitOfWork, scope: Scope) -> list[CaseFact]:
    """Every case that could count in the scope: known by its end, not closed before it began."""
    touching = _touching(scope)
    codes = {one.category: one for one in list_codes(uow)}
    found = {row.id: _case(row, codes.get(row.category)) for row in uow.session.execute(_statement(*touching))}
    for case_id, count in uow.session.execute(_of(Party, func.count(Party.id), *touching).group_by(Party.dispute_id)):
        found[case_id].parties, found[case_id].many = count, count >= PARTY_SIZE
    _agreements(uow, found, touching, scope)
    for case_id, way in uow.session.execute(_of(Session, Session.way, Session.outcome == "agreed", *touching)
                                            .order_by(Session.number)):
        found[case_id].mode = way
    _performances(uow, found, touching, scope)
    return list(found.values())


def escalations(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Dangers that were noticed and averted: id of the case, noticed_on, harm, people."""
    return list(uow.session.execute(
        select(Escalation.dispute_id.label("id"), Escalation.noticed_on, Escalation.harm, Escalation.people)
        .join(Case, Case.id == Escalation.dispute_id)
        .where(scope.within(Escalation.noticed_on), *scope.inside(Case.area_id))))


def confirmations(uow: UnitOfWork, scope: Scope) -> list[Any]:
    """Requests to the court: id of the case, applied_on, decided_on, result."""
    return list(uow.session.execute(
        select(Confirmation.dispute_id.label("id"), Confirmation.applied_on, Confirmation.decided_on, Confirmation.result)
        .join(Case, Case.id == Confirmation.dispute_id)
        .where(or_(scope.within(Confirmation.applied_on), scope.within(Confirmation.decided_on)),
               *scope.inside(Case.area_id))))


def _touching(scope: Scope) -> tuple[Any, ...]:
    return (Case.opened_on <= scope.last, or_(Dispute.closed_on.is_(None), Dispute.closed_on >= scope.first),
            *scope.inside(Case.area_id))


def _statement(*conditions: Any) -> Any:
    return select(
        Dispute.id, Dispute.category, Dispute.source, Dispute.transferred_by, Dispute.difficulty, Dispute.mediators,
        Dispute.accepted_on, Dispute.ended_on, Dispute.ended_ground,
    ).join(Case, Case.id == Dispute.case_id).where(*conditions)


def _of(model: Any, column: Any, *conditions: Any) -> Any:
    return (select(model.dispute_id, column).join(Dispute, Dispute.id == model.dispute_id)
            .join(Case, Case.id == Dispute.case_id).where(*conditions))


def _case(row: Any, codes: CodeDraft | None) -> CaseFact:
    fact = CaseFact(
        row.id, row.category, codes.five if codes else "", codes.grid_code[:2] if codes else "99", row.source,
        transferrer(row.transferred_by) if row.source == "transfer" else "", row.difficulty,
        row.difficulty in ("difficult", "major"), tuple(row.mediators), 0, False, row.accepted_on)
    if row.ended_ground:  # a withdrawal has no ground, a case that was never accepted was refused
        fact.ground = f"{'end' if row.accepted_on else 'no'}_{row.ended_ground}"
        fact.failed_on, fact.refused_on = (row.ended_on, None) if row.accepted_on else (None, row.ended_on)
    else:
        fact.withdrawn_on = row.ended_on
    return fact


def _agreements(uow: UnitOfWork, found: dict[int, CaseFact], touching: tuple[Any, ...], scope: Scope) -> None:
    """The first that took effect says when and how it was settled; those in force at the end say the amount."""
    rows = uow.session.execute(
        select(Agreement.dispute_id, Agreement.form, Agreement.effective_on, Agreement.amount_fen, Agreement.state)
        .join(Dispute, Dispute.id == Agreement.dispute_id).join(Case, Case.id == Dispute.case_id)
        .where(Agreement.state != "draft", Agreement.effective_on <= scope.last, *touching)
        .order_by(Agreement.dispute_id, Agreement.revision))
    for case_id, form, effective, fen, state in rows:
        fact = found[case_id]
        if effective is not None and fact.settled_on is None and (fact.failed_on is None or fact.failed_on < effective):
            fact.settled_on, fact.form, fact.failed_on, fact.ground = effective, form, None, ""
        fact.fen += (fen or 0) if state == "sealed" else 0


def _performances(uow: UnitOfWork, found: dict[int, CaseFact], touching: tuple[Any, ...], scope: Scope) -> None:
    for case_id, _day in uow.session.execute(_of(Performance, Performance.on_date, Performance.on_date <= scope.last,
                                                 *touching)):
        found[case_id].partly = True
    for move in list_moves(uow, DISPUTE, ("performing", "performed", "unperformed"), scope.last):
        fact = found.get(move.case_id)
        if fact is not None:
            fact.performed_on = move.on if move.to_state == "performed" else None
            fact.unperformed_on = move.on if move.to_state == "unperformed" else None

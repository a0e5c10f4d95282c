"""Reads of the allowance sheets: sheets in a list, one with its lines and what each mediator gets."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from desk.api.cases import Case
from desk.api.db import UnitOfWork
from desk.api.statistics import parse_period
from plugins.mediation.categories import category_title
from plugins.mediation.kinds import ALL
from plugins.mediation.models import AllowanceLine, AllowanceSheet, Dispute


@dataclass(frozen=True, slots=True)
class AllowanceRow:
    """A sheet in the list. fen: of all its cases."""

    id: int
    period: str
    state: str
    cases: int
    fen: int
    confirmed_on: date | None
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class PaidCase:
    """A case on a sheet: by its number, without names of parties. shares: (mediator, fen)."""

    id: int
    dispute_id: int
    number: str
    category: str
    title: str
    fen: int
    shares: tuple[tuple[str, int], ...]
    note: str


@dataclass(frozen=True, slots=True)
class AllowanceCard:
    """A sheet with its lines in the order of their numbers; mediators: (name, cases, fen), the most first."""

    row: AllowanceRow
    version: int
    lines: tuple[PaidCase, ...]
    mediators: tuple[tuple[str, int, int], ...]


def list_sheets(uow: UnitOfWork) -> list[AllowanceRow]:
    """Every sheet, the newest first. NotAllowed for whom cases of others are closed."""
    uow.require(ALL)
    counted = (select(AllowanceLine.sheet_id, func.count(AllowanceLine.id), func.sum(AllowanceLine.fen))
               .group_by(AllowanceLine.sheet_id))
    sums = {sheet_id: (count, int(fen)) for sheet_id, count, fen in uow.session.execute(counted)}
    return [_row(sheet, *sums.get(sheet.id, (0, 0)))
            for sheet in uow.session.scalars(select(AllowanceSheet).order_by(AllowanceSheet.id.desc()))]


def get_sheet(uow: UnitOfWork, sheet_id: int) -> AllowanceCard:
    """One sheet, or NotFound."""
    uow.require(ALL)
    sheet = uow.get(AllowanceSheet, sheet_id)
    found = uow.session.execute(
        select(AllowanceLine, Case.number, Dispute.category).join(Dispute, Dispute.id == AllowanceLine.dispute_id)
        .join(Case, Case.id == Dispute.case_id).where(AllowanceLine.sheet_id == sheet_id)
        .order_by(Dispute.accepted_on, Case.id))
    lines = tuple(PaidCase(line.id, line.dispute_id, number or "", category_title(category), line.title, line.fen,
                           tuple((share["name"], share["fen"]) for share in line.shares), line.note)
                  for line, number, category in found)
    return AllowanceCard(_row(sheet, len(lines), sum(line.fen for line in lines)), sheet.version, lines, _mediators(lines))


def _mediators(lines: tuple[PaidCase, ...]) -> tuple[tuple[str, int, int], ...]:
    sums: dict[str, tuple[int, int]] = {}
    for line in lines:
        for name, fen in line.shares:
            cases, before = sums.get(name, (0, 0))
            sums[name] = (cases + 1, before + fen)
    return tuple(sorted(((name, cases, fen) for name, (cases, fen) in sums.items()), key=lambda one: (-one[2], one[0])))


def _row(sheet: AllowanceSheet, cases: int, fen: int) -> AllowanceRow:
    return AllowanceRow(sheet.id, parse_period(sheet.period).title, sheet.state, cases, fen, sheet.confirmed_on,
                        sheet.confirmed_by)

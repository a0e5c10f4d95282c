"""Matters of all plugins side by side: came in, done, still open, late. Only the kinds one may read are counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.core.cases.model import FAR, Case
from desk.core.cases.registry import case_kinds, texts
from desk.core.db.uow import UnitOfWork
from desk.core.statistics.declared import MONTHS, Base, ChartSpec, Figure, IndicatorTable, Ratio, Scope, Source, Split

ROOM = "desk.core.statistics.matters"


@dataclass(slots=True)
class MatterFact:
    """A matter. open, late: on the scope's last day."""

    id: int
    kind: str
    opened_on: date
    closed_on: date | None
    open: bool
    late: bool


def matters(uow: UnitOfWork, scope: Scope) -> Iterator[MatterFact]:
    """Matters of every kind one may read, confidential ones too, that were not closed before the scope."""
    kinds = [kind.code for kind in case_kinds() if uow.actor.may(kind.permission_read)]
    rows = uow.session.execute(
        select(Case.id, Case.kind, Case.opened_on, Case.closed_on, Case.due_on)
        .where(Case.kind.in_(kinds), Case.opened_on <= scope.last, *scope.inside(Case.area_id)))
    for row in rows:
        still = row.closed_on is None or row.closed_on > scope.last
        if still or row.closed_on >= scope.first:
            yield MatterFact(row.id, row.kind, row.opened_on, row.closed_on, still,
                             still and row.due_on != FAR and row.due_on < scope.last)


def kinds(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """The kinds one may read, by their names."""
    return [(kind.code, texts(kind.code)(kind.title)) for kind in case_kinds() if uow.actor.may(kind.permission_read)]


MATTERS = Source("desk.matters", f"{ROOM}:matters", record="case")
FIGURES = (
    Figure("opened", "本期受理", MATTERS, when="opened_on"), Figure("closed", "本期办结", MATTERS, when="closed_on"),
    Figure("open", "期末在办", MATTERS, where={"open": True}), Figure("late", "其中:已超期", MATTERS, where={"late": True}),
    Ratio("late_rate", "超期率", "late", (Base("open", "期末在办", ("open",)),)))
TABLES = (
    IndicatorTable("desk.matters", "各类事项办理情况统计表", FIGURES, by=Split("kind", "事项类别", f"{ROOM}:kinds"),
                   freezes=False, chart=ChartSpec(("opened", "closed")), note="只统计本人有权查看的事项类别,因此不冻结。"),
    IndicatorTable("desk.matter_months", "各类事项分月统计表", FIGURES, across=MONTHS, kinds=("year", "half", "quarter"),
                   freezes=False, chart=ChartSpec(("opened", "closed"), "line", "各类事项")),
)

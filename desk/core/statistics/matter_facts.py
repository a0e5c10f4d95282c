"""What the tables of matters count: one fact a matter, of the kinds one may read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.core.cases.model import FAR, Case
from desk.core.cases.registry import case_kinds, texts
from desk.core.db.uow import UnitOfWork
from desk.core.statistics.declared import Scope


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

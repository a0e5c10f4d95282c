"""Per-case allowance: classes as data with their days of force, which cases may be paid, and how much goes to whom.

Source: rules 1.7 (以案定补 is paid almost everywhere; classes and amounts are local, so all of it can be changed).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.statistics import Scope
from plugins.mediation.figures.facts import CaseFact, cases
from plugins.mediation.models import AllowanceClass, AllowanceLine, AllowanceSheet, Dispute

FITS = (("oral", "口头协议"), ("simple", "简易"), ("ordinary", "一般"), ("difficult", "疑难复杂"), ("major", "重大"))
_LAW = date(2011, 1, 1)
EXAMPLE = "示例金额（各地标准不一，请按当地文件修改）"


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class as in models.AllowanceClass; fits as a tuple."""

    title: str
    fits: tuple[str, ...]
    fen: int
    needs_performed: bool = True
    needs_filed: bool = True
    valid_from: date = _LAW
    valid_to: date | None = None
    source: str = EXAMPLE


SHIPPED = (ClassRow("简易（口头）", ("oral",), 5_000, needs_filed=False), ClassRow("一般", ("simple", "ordinary"), 10_000),
           ClassRow("疑难复杂", ("difficult",), 20_000), ClassRow("重大", ("major",), 20_000))
"""Until the hall enters its own: the example of rules 1.7."""


def list_classes(uow: UnitOfWork) -> list[ClassRow]:
    """The hall's own classes, else the shipped ones."""
    own = uow.session.scalars(select(AllowanceClass).order_by(AllowanceClass.place))
    found = [ClassRow(one.title, tuple(one.fits), one.fen, one.needs_performed, one.needs_filed, one.valid_from, one.valid_to,
                      one.source) for one in own]
    return found or list(SHIPPED)


def class_of(fact: CaseFact, classes: list[ClassRow]) -> ClassRow | None:
    """The first class that fits the case and was in force on the day it was settled."""
    keys = {fact.form, fact.difficulty}
    return next((one for one in classes if keys.intersection(one.fits) and fact.settled_on is not None
                 and one.valid_from <= fact.settled_on and (one.valid_to is None or fact.settled_on <= one.valid_to)), None)


def shares_of(fen: int, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Equal shares in fen; what does not divide goes to the first."""
    if not names:
        return []
    each = fen // len(names)
    return [{"name": name, "fen": each + (fen - each * len(names) if place == 0 else 0)} for place, name in enumerate(names)]


def eligible(uow: UnitOfWork, last: date) -> list[tuple[CaseFact, ClassRow]]:
    """Settled cases that fulfil their class's conditions by `last` and stand on no sheet, the oldest first."""
    paid = set(uow.session.scalars(select(AllowanceLine.dispute_id)))
    filed = set(uow.session.scalars(select(Dispute.id).where(Dispute.filed_on <= last)))
    classes, found = list_classes(uow), []
    for fact in cases(uow, Scope(_LAW, last)):
        chosen = class_of(fact, classes)
        if chosen is None or fact.id in paid or fact.failed_on or not fact.mediators:
            continue
        if (fact.performed_on or not chosen.needs_performed) and (fact.id in filed or not chosen.needs_filed):
            found.append((fact, chosen))
    return sorted(found, key=lambda pair: (str(pair[0].settled_on), pair[0].id))


@dataclass(slots=True)
class ShareFact:
    """A mediator's share of a case on a confirmed sheet, for the statistics table."""

    id: int
    name: str
    title: str
    fen: int
    confirmed_on: date | None


def shares(uow: UnitOfWork, scope: Scope) -> list[ShareFact]:
    """Shares of the sheets confirmed in the scope; sheets are the whole community's, so an area has none."""
    if scope.area_ids is not None:
        return []
    rows = uow.session.execute(
        select(AllowanceLine.dispute_id, AllowanceLine.title, AllowanceLine.shares, AllowanceSheet.confirmed_on)
        .join(AllowanceSheet, AllowanceSheet.id == AllowanceLine.sheet_id)
        .where(AllowanceSheet.state == "confirmed", scope.within(AllowanceSheet.confirmed_on)))
    return [ShareFact(case_id, share["name"], title, share["fen"], day)
            for case_id, title, given, day in rows for share in given]

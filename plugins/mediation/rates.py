"""A mediator's figures out of the cases: accepted, ended, settled, return visits that found people content.

What is settled is what the tables call settled (figures/facts.py), so that a card and a bulletin never differ.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.statistics import Scope
from plugins.mediation.figures.facts import CaseFact, cases
from plugins.mediation.models import ReturnVisit


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of a period. taken: accepted in it; ended: of those, settled or failed; content: of those last visited."""

    taken: int = 0
    ended: int = 0
    settled: int = 0
    visited: int = 0
    content: int = 0

    @property
    def rate(self) -> int:
        """Settled of ended, in hundredths of a percent, rounded down; 0 without any."""
        return self.settled * 10000 // self.ended if self.ended else 0

    @property
    def satisfaction(self) -> int:
        """Content of visited, in hundredths of a percent, rounded down; 0 without any."""
        return self.content * 10000 // self.visited if self.visited else 0


def rates_of(uow: UnitOfWork, name: str, first: date, last: date) -> Rates:
    """Of the cases a mediator had, accepted from first to last; a case of two mediators counts for both."""
    return rates_by_name(uow, [name], first, last)[name]


def rates_by_name(uow: UnitOfWork, names: Collection[str], first: date, last: date) -> dict[str, Rates]:
    """Several mediators in one read."""
    facts = [one for one in cases(uow, Scope(first, last)) if one.accepted_on and first <= one.accepted_on <= last]
    answers = _answers(uow, [one.id for one in facts])
    return {name: _counted([one for one in facts if name in one.mediators], answers) for name in names}


def rates_text(one: Rates) -> str:
    """As papers and cards say it."""
    return (f"受理{one.taken}件，办结{one.ended}件，调解成功{one.settled}件，成功率{percent(one.rate)}；"
            f"回访{one.visited}件，满意{one.content}件，满意率{percent(one.satisfaction)}")


def percent(hundredths: int) -> str:
    """"94.55%" for 9455."""
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _counted(facts: list[CaseFact], answers: dict[int, str]) -> Rates:
    asked = [answers[one.id] for one in facts if answers.get(one.id)]
    settled = sum(one.settled_on is not None for one in facts)
    failed = sum(one.settled_on is None and one.failed_on is not None for one in facts)
    return Rates(len(facts), settled + failed, settled, len(asked), sum(one == "yes" for one in asked))


def _answers(uow: UnitOfWork, dispute_ids: list[int]) -> dict[int, str]:
    """What the last return visit of each case heard."""
    rows = uow.session.execute(select(ReturnVisit.dispute_id, ReturnVisit.satisfied).where(
        ReturnVisit.dispute_id.in_(dispute_ids)).order_by(ReturnVisit.visited_on, ReturnVisit.id))
    return {dispute_id: satisfied for dispute_id, satisfied in rows if satisfied}

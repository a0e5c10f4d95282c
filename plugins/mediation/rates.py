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
from plugins.mediation.settings import setting


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of a period. taken: accepted in it; ended: of those, settled or failed; content: of those last visited.

    base: what the hall divides by for its success rate (setting `rate_base`, as its tables do): ended or taken.
    """

    taken: int = 0
    ended: int = 0
    settled: int = 0
    visited: int = 0
    content: int = 0
    base: int = 0

    @property
    def rate(self) -> int:
        """Settled of the base, in hundredths of a percent, rounded half up; 0 without any."""
        return _hundredths(self.settled, self.base)

    @property
    def satisfaction(self) -> int:
        """Content of visited, in hundredths of a percent, rounded half up; 0 without any."""
        return _hundredths(self.content, self.visited)


def rates_of(uow: UnitOfWork, name: str, first: date, last: date) -> Rates:
    """Of the cases a mediator had, accepted from first to last; a case of two mediators counts for both."""
    return rates_by_name(uow, [name], first, last)[name]


def rates_by_name(uow: UnitOfWork, names: Collection[str], first: date, last: date) -> dict[str, Rates]:
    """Several mediators in one read."""
    facts = [one for one in cases(uow, Scope(first, last)) if one.accepted_on and first <= one.accepted_on <= last]
    answers, by_accepted = _answers(uow, [one.id for one in facts]), setting(uow, "rate_base") == "accepted"
    return {name: _counted([one for one in facts if name in one.mediators], answers, by_accepted) for name in names}


def base_text(uow: UnitOfWork) -> str:
    """What the success rate divides by, printed beside it."""
    return "成功率＝调解成功÷受理" if setting(uow, "rate_base") == "accepted" else "成功率＝调解成功÷（调解成功＋调解不成功）"


def rates_text(one: Rates) -> str:
    """As papers and cards say it."""
    return (f"受理{one.taken}件，办结{one.ended}件，调解成功{one.settled}件，成功率{percent(one.rate)}；"
            f"回访{one.visited}件，满意{one.content}件，满意率{percent(one.satisfaction)}")


def percent(hundredths: int) -> str:
    """"94.55%" for 9455."""
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _hundredths(part: int, whole: int) -> int:
    return (part * 20000 + whole) // (whole * 2) if whole else 0


def _counted(facts: list[CaseFact], answers: dict[int, str], by_accepted: bool) -> Rates:
    asked = [answers[one.id] for one in facts if answers.get(one.id)]
    settled = sum(one.settled_on is not None for one in facts)
    failed = sum(one.settled_on is None and one.failed_on is not None for one in facts)
    ended = settled + failed
    content = sum(one == "yes" for one in asked)
    return Rates(len(facts), ended, settled, len(asked), content, len(facts) if by_accepted else ended)


def _answers(uow: UnitOfWork, dispute_ids: list[int]) -> dict[int, str]:
    """What the last return visit of each case heard."""
    rows = uow.session.execute(select(ReturnVisit.dispute_id, ReturnVisit.satisfied).where(
        ReturnVisit.dispute_id.in_(dispute_ids)).order_by(ReturnVisit.visited_on, ReturnVisit.id))
    return {dispute_id: satisfied for dispute_id, satisfied in rows if satisfied}

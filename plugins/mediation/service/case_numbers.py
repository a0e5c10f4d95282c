"""How a case is numbered: by its series, or, when a quarrel came back (复发), under the first case's number with a suffix.

Source: 四诊工作法 “结案”台账 (a quarrel that comes back is entered anew); that it keeps the number is the hall's to say.
"""

from sqlalchemy import select

from desk.api.cases import Case
from desk.api.db import UnitOfWork
from desk.api.documents import chinese_number
from desk.api.numbers import give_number
from plugins.mediation.kinds import CASE_SERIES, DISPUTE
from plugins.mediation.models import Dispute
from plugins.mediation.settings import setting

AGAIN = "复发"
"""What the link from a case to the one before it says."""


def case_number(uow: UnitOfWork, dispute: Dispute) -> str:
    """The number it gets when it is accepted: the next of its series, or 之二, 之三 … of the first time it came.

    A series' number is never taken for what came back; a case whose first time has no number gets one of its own.
    """
    first = first_time(uow, dispute.id)
    if first == dispute.id or setting(uow, "again_number") != "suffix":
        return give_number(uow, CASE_SERIES, DISPUTE, dispute.id)
    base = _number(uow, first)
    if not base:
        return give_number(uow, CASE_SERIES, DISPUTE, dispute.id)
    taken = {_number(uow, one) for one in came_back_as(uow, first)}
    place = 2
    while f"{base}之{chinese_number(place)}" in taken:
        place += 1
    return f"{base}之{chinese_number(place)}"


def first_time(uow: UnitOfWork, dispute_id: int) -> int:
    """The case with which the quarrel began; itself when it never came back."""
    while before := uow.session.scalar(select(Dispute.again_of).where(Dispute.id == dispute_id)):
        dispute_id = before
    return dispute_id


def came_back_as(uow: UnitOfWork, dispute_id: int) -> list[int]:
    """Every later case of the same quarrel, children before grandchildren."""
    found: list[int] = []
    last = [dispute_id]
    while last := list(uow.session.scalars(select(Dispute.id).where(Dispute.again_of.in_(last)).order_by(Dispute.id))):
        found += last
    return found


def _number(uow: UnitOfWork, dispute_id: int) -> str:
    return uow.session.scalar(select(Case.number).join(Dispute, Dispute.case_id == Case.id).where(
        Dispute.id == dispute_id)) or ""

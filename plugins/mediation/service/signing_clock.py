"""The reminder to sign: it runs from the day an agreement was reached or a further version drafted until it takes effect."""

from desk.api.cases import list_clocks, start_clock, stop_clock, visible_case
from desk.api.db import UnitOfWork
from plugins.mediation.models import Dispute

SIGN = "sign"
_UNSIGNED = ("agreed", "performing", "unperformed", "performed", "terminated")
"""States in which a draft waits for signatures; while it is being mediated it is still talked about."""


def remind_to_sign(uow: UnitOfWork, dispute: Dispute) -> None:
    """A draft waits for signatures from today, unless the reminder runs already (it starts by itself when agreed)."""
    if visible_case(uow, dispute.case_id).state in _UNSIGNED and not _runs(uow, dispute):
        start_clock(uow, dispute.case_id, SIGN)


def signed_or_dropped(uow: UnitOfWork, dispute: Dispute) -> None:
    """Nothing waits for signatures any more."""
    if _runs(uow, dispute):
        stop_clock(uow, dispute.case_id, SIGN)


def _runs(uow: UnitOfWork, dispute: Dispute) -> bool:
    return any(one.code == SIGN and one.stopped_on is None for one in list_clocks(uow, dispute.case_id))

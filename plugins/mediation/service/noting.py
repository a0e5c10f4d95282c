"""What every verb of the room ends with: open pages of the case refresh, and the act stands in the audit trail."""

from typing import Any

from desk.api.db import UnitOfWork
from plugins.mediation.kinds import DISPUTE


def noted(uow: UnitOfWork, action: str, dispute_id: int, **detail: Any) -> None:
    """Touch the case, also when only a sitting or its agreement changed, and trace `action`."""
    uow.touch(DISPUTE, dispute_id)
    uow.trace(action, DISPUTE, dispute_id, **detail)

"""An expert's appraisal stops the clock of a case where the law does not count its time (kinds.NOT_COUNTED)."""

from typing import Any

from desk.api import UserError, clean, translator
from desk.api.cases import list_clocks, pause_clock, resume_clock
from desk.api.db import UnitOfWork, verb
from plugins.mediation.kinds import NOT_COUNTED, WRITE, limit_of
from plugins.mediation.models import Dispute
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.pause_appraisal", permission=WRITE)
def pause_appraisal(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """The clock stands still from a day, while an expert looks at it; answers the dispute's id."""
    dispute = _counted(uow, values["dispute_id"])
    reason = clean(values.get("reason") or "", limit=200)
    if not reason:
        raise UserError(_("Say why the clock stands still."), field="reason", source=NOT_COUNTED[dispute.category])
    pause_clock(uow, dispute.case_id, limit_of(dispute.category), reason, values.get("on"))
    noted(uow, "mediation.pause_appraisal", dispute.id, reason=reason)
    return int(dispute.id)


@verb("mediation.resume_appraisal", permission=WRITE)
def resume_appraisal(uow: UnitOfWork, values: dict[str, Any]) -> int:
    """The clock runs again with the days it had left; answers the dispute's id."""
    dispute = _counted(uow, values["dispute_id"])
    resume_clock(uow, dispute.case_id, limit_of(dispute.category), values.get("on"))
    noted(uow, "mediation.resume_appraisal", dispute.id)
    return int(dispute.id)


def appraisal_state(uow: UnitOfWork, dispute: Dispute | Any) -> str:
    """"running", "paused", or "" where an appraisal stops no clock or none runs."""
    if dispute.category not in NOT_COUNTED:
        return ""
    mine = [one for one in list_clocks(uow, dispute.case_id)
            if one.code == limit_of(dispute.category) and one.stopped_on is None]
    return "" if not mine else "paused" if mine[-1].paused_on else "running"


def _counted(uow: UnitOfWork, dispute_id: int) -> Dispute:
    dispute = seen(uow, dispute_id)
    if dispute.category not in NOT_COUNTED:
        raise UserError(_("Only where the law says so does an appraisal stop the clock."))
    return dispute

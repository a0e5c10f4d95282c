"""More time for a mediation: only when every party consents."""

from desk.api import UserError, clean, translator
from desk.api.cases import extend_clock, list_clocks
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import ExtensionDraft
from plugins.mediation.kinds import WRITE, limit_of
from plugins.mediation.law import source
from plugins.mediation.models import Extension
from plugins.mediation.service.intake import parties_of, seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.extend", permission=WRITE)
def extend(uow: UnitOfWork, draft: ExtensionDraft) -> int:
    """Put the limit off with the consent of all parties; answers the extension's id. UserError names who is lacking."""
    dispute = seen(uow, draft.dispute_id)
    code, reason = limit_of(dispute.category), clean(draft.reason, limit=400)
    clock = next((one for one in list_clocks(uow, dispute.case_id) if one.code == code and one.stopped_on is None), None)
    if clock is None:
        raise UserError(_("No time limit is running in this case."), source=source("month"))
    lacking = [party.name for party in parties_of(uow, dispute.id) if party.id not in draft.agreed]
    if lacking:
        raise UserError(_("More time needs the consent of every party; lacking: {names}.").format(names="、".join(lacking)),
                        field="consents", source=source("month"),
                        todo=_("Without consent, terminate mediation when the limit is over."))
    if not reason:
        raise UserError(_("Say why."), field="reason", source=source("month"))
    extend_clock(uow, dispute.case_id, code, draft.until, reason)
    row = uow.add(Extension(dispute_id=dispute.id, on_date=draft.on or uow.clock.today(), before=clock.last_day,
                            until=draft.until, reason=reason, agreed=list(draft.agreed)))
    noted(uow, "mediation.extend", dispute.id, until=draft.until.isoformat())
    return int(row.id)

"""A quarrel that another module hands over enters the hazard ledger; whether it becomes a dispute is decided there.

One that the grid hands over is a slip of the grid as well, so that it is counted and answered as one.
"""

from desk.api import Handed
from desk.api.cases import link_case
from desk.api.db import UnitOfWork
from plugins.mediation.drafts.hazard import HazardDraft
from plugins.mediation.hazard_kinds import SOURCES
from plugins.mediation.service.grid_slips import FROM, ORIGIN, enter_slip
from plugins.mediation.service.hazards import save_hazard


def take(uow: UnitOfWork, handed: Handed) -> int:
    """Enter it under other disputes, to be classed by who looks at it; linked with where it comes from."""
    made = save_hazard(uow, HazardDraft(
        "other", "\n".join(filter(None, (handed.text, handed.note))), found_on=handed.raised_on,
        source=handed.origin if handed.origin in dict(SOURCES) else "unit",
        place=handed.place or ("" if handed.who else handed.title),
        parties="、".join(filter(None, (handed.who, handed.contact))), area_id=handed.area_id))
    link_case(uow, made, handed.source_kind, handed.source_id, FROM)
    if handed.origin == ORIGIN:
        enter_slip(uow, handed, made)
    return made

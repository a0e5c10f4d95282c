"""Slips of the grid that come in by the program: entered beside the line they become, answered when it is struck off."""

from sqlalchemy import select

from desk.api import Answer, Handed, translator
from desk.api.cases import Case, list_links
from desk.api.db import UnitOfWork
from desk.api.places import get_area
from plugins.mediation.hazard_kinds import HAZARD, HAZARD_KIND, OUTCOMES, word
from plugins.mediation.joint_kinds import HANDOVER
from plugins.mediation.models import GridHandover, Hazard

_ = translator("mediation")
ORIGIN = "grid"
FROM = "from"
"""Meaning of the link to what a line came from."""


def enter_slip(uow: UnitOfWork, handed: Handed, hazard_id: int) -> int:
    """The slip of a grid's event that became the line `hazard_id`; answers its id. Entering the line has checked the right."""
    row = uow.add(GridHandover(
        way="in", event=handed.number, on_date=uow.clock.today(), worker=handed.by, text=handed.text, until=handed.until,
        grid=get_area(uow, handed.area_id).name if handed.area_id else handed.place[:120], hazard_id=hazard_id))
    uow.trace("mediation.save_handover", HANDOVER, row.id, event=row.event)
    return int(row.id)


def answer_slips(uow: UnitOfWork, hazard: Hazard) -> None:
    """The line was struck off: who handed it over in the program is answered at once, unless somebody answered before. A slip
    on paper waits for its own reply, because somebody has to take it there.
    """
    for row in _slips(uow, hazard.id):
        if row.replied_on is None:
            row.reply, row.replied_on = result_of(hazard), hazard.struck_on
            uow.trace("mediation.reply_handover", HANDOVER, row.id)


def take_answers_back(uow: UnitOfWork, hazard: Hazard) -> None:
    """It flared up again: what was answered in the program holds no more. A reply on paper was given and stays."""
    for row in _slips(uow, hazard.id):
        row.reply, row.replied_on = "", None
        uow.touch(HANDOVER, row.id)


def result_of(hazard: Hazard) -> str:
    """已化解。双方约定轮流使用: how it ended and in what words."""
    return "。".join(filter(None, (word(OUTCOMES, hazard.outcome) if hazard.outcome else "", hazard.result)))


def answer(uow: UnitOfWork, hazard_id: int) -> Answer:
    """What the hander is told of a line, even if she may not open it: where it stands, and once it is struck off, or the slip
    was answered before, what came of it.
    """
    row = uow.get(Hazard, hazard_id)
    case = uow.get(Case, row.case_id)
    slip = next((one for one in _slips(uow, hazard_id) if one.replied_on), None)
    text = slip.reply if slip else result_of(row) if row.struck_on else ""
    on = slip.replied_on if slip else row.struck_on
    return Answer(_(HAZARD_KIND.state(case.state).title), on is not None, text, case.number or "", on)


def _slips(uow: UnitOfWork, hazard_id: int) -> list[GridHandover]:
    """Slips that the line came from in the program."""
    if not any(link.outward and link.meaning == FROM for link in list_links(uow, HAZARD, hazard_id)):
        return []
    return list(uow.session.scalars(select(GridHandover).where(
        GridHandover.hazard_id == hazard_id, GridHandover.way == "in").order_by(GridHandover.id)))

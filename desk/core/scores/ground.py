"""What the verbs of scoring stand on: rights, states, the round in the right state."""

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.errors import NotFound, UserError
from desk.core.i18n import N_, _
from desk.core.scores.model import ScoreRound
from desk.core.scores.sheets import Sheet, from_data

CONDUCT, RULES = "desk.scores.conduct", "desk.scores.rules"
STATES = {"draft": N_("Being prepared"), "open": N_("Sheets come in"), "closed": N_("Added up"), "published": N_("Posted"),
          "decided": N_("Closed with a decision"), "void": N_("Void")}


def round_in(uow: UnitOfWork, round_id: int, *states: str) -> ScoreRound:
    """The round, locked until the end of the transaction, when it is in one of `states`; else UserError says where it is."""
    found = uow.session.scalars(select(ScoreRound).where(ScoreRound.id == round_id).with_for_update()
                                .execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    if states and found.state not in states:
        raise UserError(_("This is not possible now: the round is “{state}”.").format(state=_(STATES[found.state])))
    return found


def sheet_of(found: ScoreRound) -> Sheet:
    """The round's own copy of its sheet."""
    return from_data(found.data)

"""Two records of one person become one: not when the two stand in the same dispute."""

from sqlalchemy import func, select

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from plugins.mediation.models import Party

_ = translator("mediation")


def refuse_same_dispute(kept_id: int, gone_id: int, uow: UnitOfWork) -> None:
    """Nobody settles with herself: raises UserError when both are parties in one dispute."""
    both = select(Party.dispute_id).where(Party.person_id.in_((kept_id, gone_id))).group_by(Party.dispute_id).having(
        func.count(func.distinct(Party.person_id)) > 1)
    if uow.session.scalars(both.limit(1)).first() is not None:
        raise UserError(_("Both are parties in the same dispute."), todo=_("Put the parties of that dispute right first."))

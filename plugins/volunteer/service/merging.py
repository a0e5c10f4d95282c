"""What the register asks of volunteering: merged people, people who may not be deleted, whether everything adds up."""

from sqlalchemy import select

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import reconcile
from plugins.volunteer.models import Volunteer

_ = translator("volunteer")


def refuse_two_volunteers(kept_id: int, gone_id: int, uow: UnitOfWork) -> None:
    """Two volunteer records are not merged by themselves, for hours and points belong to each. Raises UserError."""
    if len(uow.session.scalars(select(Volunteer.id).where(Volunteer.person_id.in_((kept_id, gone_id)))).all()) > 1:
        raise UserError(_("Both are registered as volunteers, each with own hours and points."),
                        todo=_("Keep both people, or ask for help."))


def list_blockers(person_id: int, uow: UnitOfWork) -> list[str]:
    """A volunteer's record is kept long-term."""
    found = uow.session.scalar(select(Volunteer.number).where(Volunteer.person_id == person_id))
    return [_("Registered as volunteer {number}; the record has to be kept.").format(number=found)] if found else []


def list_drifts(uow: UnitOfWork) -> list[str]:
    """What does not add up in the ledgers."""
    return [_("{what} {id}: {kept} is kept, the lines say {found}").format(
        what=one.what, id=one.id, kept=one.kept, found=one.found) for one in reconcile(uow)]

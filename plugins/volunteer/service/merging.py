"""What the register asks of volunteering: merged people, people who may not be deleted, whether everything adds up."""

from sqlalchemy import select

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import reconcile
from plugins.volunteer.models import Order, Volunteer

_ = translator("volunteer")


def follow_merge(kept_id: int, gone_id: int, uow: UnitOfWork) -> None:
    """References follow; two volunteer records are not merged by themselves, for hours and points belong to each."""
    gone = uow.session.scalars(select(Volunteer).where(Volunteer.person_id == gone_id)).one_or_none()
    if gone is not None:
        if uow.session.scalar(select(Volunteer.id).where(Volunteer.person_id == kept_id)):
            raise UserError(_("Both are registered as volunteers, each with own hours and points."),
                            todo=_("Keep both people, or ask for help."))
        gone.person_id = kept_id
    for order in uow.session.scalars(select(Order).where(Order.person_id == gone_id)):
        order.person_id = kept_id


def list_blockers(person_id: int, uow: UnitOfWork) -> list[str]:
    """A volunteer's record is kept long-term."""
    found = uow.session.scalar(select(Volunteer.number).where(Volunteer.person_id == person_id))
    return [_("Registered as volunteer {number}; the record has to be kept.").format(number=found)] if found else []


def list_drifts(uow: UnitOfWork) -> list[str]:
    """What does not add up in the ledgers."""
    return [_("{what} {id}: {kept} is kept, the lines say {found}").format(
        what=one.what, id=one.id, kept=one.kept, found=one.found) for one in reconcile(uow)]

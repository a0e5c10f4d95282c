"""Terms of committees that end, for the home page."""

from desk.api import HomeItem, Tone, translator
from desk.api.db import UnitOfWork
from plugins.consultation.estates.queries import list_ending

_ = translator("consultation")


def ending_items(uow: UnitOfWork) -> list[HomeItem]:
    """Committees to be renewed, soonest first."""
    return [HomeItem(_("{estate}: renew the owners' committee").format(estate=one.estate), _("Term ends"), one.term_end,
                     Tone.LATE if (one.days_left or 0) < 0 else Tone.WAITING, "consultation.estate",
                     {"record_id": one.estate_id})
            for one in list_ending(uow)]

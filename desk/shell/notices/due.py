"""What the notice board puts on the home page. No Qt."""

from datetime import timedelta

from desk.core.cases.kinds import Tone
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _
from desk.core.meetings.answers import count_untold
from desk.core.meetings.notices import list_hanging
from desk.host.specs import HomeItem

AHEAD = timedelta(days=3)


def due_notices(uow: UnitOfWork) -> list[HomeItem]:
    """Notices that may come down or soon will, comments nobody has answered, people nobody has told."""
    today, found = uow.clock.today(), []
    for one in list_hanging(uow):
        here = {"record_id": one.id}
        if untold := count_untold(uow, one.id):
            found.append(HomeItem(one.title, _("{n} persons to be told themselves").format(n=untold), one.posted_on,
                                  Tone.WAITING, "notices.card", here))
        if one.unanswered:
            found.append(HomeItem(one.title, _("{n} comments without an answer").format(n=one.unanswered), one.until,
                                  Tone.WAITING, "notices.card", here))
        if one.until is not None and one.until <= today + AHEAD:
            over = one.until < today
            found.append(HomeItem(one.title, _("May come down") if over else _("Posting ends"), one.until,
                                  Tone.LATE if over else Tone.WAITING, "notices.card", here))
    return found

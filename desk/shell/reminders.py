"""What the registers put on the home page: a year without holidays that comes near, terms of office that end. No Qt."""

from datetime import date, timedelta

from desk.core.calendar.queries import get_workdays
from desk.core.cases.kinds import Tone
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _
from desk.core.organisations.queries import list_ending_appointments
from desk.host.specs import HomeItem

NOTICE_MONTH = 11
"""The State Council's notice for the next year comes in autumn; from this month on the hall is reminded."""
TERM_DAYS = 30


def unknown_year(uow: UnitOfWork) -> list[HomeItem]:
    """From November on, when nobody knows next year's holidays; this year's at any time."""
    today = uow.clock.today()
    years = [today.year, *([today.year + 1] if today.month >= NOTICE_MONTH else [])]
    days = get_workdays(uow)
    return [HomeItem(_("Bring in the holidays of {year}").format(year=year), _("Deadlines that run into it may move."),
                     date(year, 1, 1), Tone.WAITING, "calendar.year", {"year": year})
            for year in years if not days.knows(year)]


def ending_terms(uow: UnitOfWork) -> list[HomeItem]:
    """Appointments in force whose term ends within a month."""
    found = list_ending_appointments(uow, uow.clock.today() + timedelta(days=TERM_DAYS))
    return [HomeItem(_("The term of {name} as {post} ends").format(name=row.person, post=row.post),
                     " · ".join(filter(None, (row.organisation, row.area))), row.ends_on, Tone.WAITING,
                     "organisations.appointment_form", {"record_id": row.id}) for row in found]

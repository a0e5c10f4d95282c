"""What is due in mediation and who sits today and tomorrow, for the home page."""

from datetime import timedelta

from desk.api import HomeItem, Tone, hall_time, translator
from desk.api.cases import list_due
from desk.api.db import UnitOfWork
from plugins.mediation.kinds import ALL, DISPUTE
from plugins.mediation.pages.renewals import register_items, renewal_items
from plugins.mediation.queries import list_confirmations, map_disputes
from plugins.mediation.queries_file import list_planned

_ = translator("mediation")
AHEAD = timedelta(days=10)


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Running deadlines of the next ten days and late ones, then confirmation deadlines."""
    until = uow.clock.today() + AHEAD
    rows = list_due(uow, until, kind=DISPUTE)
    ids = map_disputes(uow, [row.case_id for row in rows])
    items = [HomeItem(row.title, f"{_(row.clock)} {row.number or ''}".strip(), row.last_day,
                      Tone.LATE if row.overdue else Tone.OPEN, "mediation.dispute", {"record_id": ids[row.case_id]})
             for row in rows if row.case_id in ids]
    items += renewal_items(uow, until)
    if uow.actor.may(ALL):
        items += register_items(uow, until)
    return items + [HomeItem(one.title, _("Joint request for confirmation by the court"), one.until, Tone.OPEN,
                             "mediation.dispute", {"record_id": one.dispute_id}) for one in list_confirmations(uow, until)]


def sitting_items(uow: UnitOfWork) -> list[HomeItem]:
    """Sittings of today and tomorrow with room and mediators, in order."""
    start = hall_time(uow.clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return [HomeItem(f"{one.start:%H:%M} {one.title}", " · ".join(filter(None, (one.place, "、".join(one.mediators)))),
                     one.start.date(), Tone.OPEN, "mediation.dispute", {"record_id": one.dispute_id})
            for one in list_planned(uow, start, start + timedelta(days=2))]

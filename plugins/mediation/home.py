"""What is due in mediation, for the home page."""

from datetime import timedelta

from desk.api import HomeItem, Tone, translator
from desk.api.cases import list_due
from desk.api.db import UnitOfWork
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.queries import list_confirmations, map_disputes

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
    return items + [HomeItem(one.title, _("Joint request for confirmation by the court"), one.until, Tone.OPEN,
                             "mediation.dispute", {"record_id": one.dispute_id}) for one in list_confirmations(uow, until)]

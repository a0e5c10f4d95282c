"""What the home page says of the reporting calendar. No Qt: a worker asks for it."""

from desk.core.cases.kinds import Tone
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _, translator
from desk.core.statistics.due import list_due_months
from desk.core.statistics.freezing import FREEZE
from desk.host.specs import HomeItem


def due_items(uow: UnitOfWork) -> list[HomeItem]:
    """Months that are over and not frozen, for whoever freezes them."""
    if not uow.actor.may(FREEZE):
        return []
    return [HomeItem(_("Freeze {month} of {table}").format(month=one.month.title,
                                                           table=translator(one.table.domain)(one.table.title)),
                     due=one.due, tone=Tone.LATE if one.due < uow.clock.today() else Tone.WAITING, entry="statistics.tables",
                     args={"table": one.table.code, "period": one.month.code})
            for one in list_due_months(uow) if one.frozen_at is None]

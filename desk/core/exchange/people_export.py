"""The register as a file, numbers masked as on the screen; who took it, and how many, stands in the audit trail."""

from collections.abc import Iterator
from pathlib import Path

from desk.core.audit.chain import anchor
from desk.core.clock import hall_time
from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.exchange.export import ExportColumn, ExportTable, write_table
from desk.core.exchange.rights import EXPORT
from desk.core.i18n import _
from desk.core.people.codes import SEXES
from desk.core.search.people_list import list_people_found

_PAGE = 500


@verb("people.export", permission=EXPORT)
def export_people(uow: UnitOfWork, path: Path, filters: dict[str, object] | None = None, text: str = "") -> int:
    """Write the residents that `filters` and `text` leave (found as the search box finds them) to xlsx or csv; answers how
    many."""
    columns = (ExportColumn(_("Name"), 14), ExportColumn(_("Sex"), 6), ExportColumn(_("Born"), 12),
               ExportColumn(_("Identity number"), 22), ExportColumn(_("Phone"), 16), ExportColumn(_("Address"), 40))
    notes = (_("Made {time} by {name}").format(time=f"{hall_time(uow.clock.now()):%Y-%m-%d %H:%M}", name=uow.actor.name),
             _("Check code of the audit trail: {code}").format(code=anchor(uow).code))
    count = write_table(path, ExportTable(_("Residents"), columns, _rows(uow, dict(filters or {}), text), notes))
    uow.trace("people.export", "person", None, count=count)
    return count


def _rows(uow: UnitOfWork, filters: dict[str, object], text: str) -> Iterator[tuple[str, ...]]:
    after = None
    while True:
        page = list_people_found(uow, PageRequest(size=_PAGE, filters=filters, text=text, after=after))
        for row in page.rows:
            yield row.name, _(SEXES[row.sex].title) if row.sex in SEXES else "", row.birth, row.number, row.phone, row.address
        if page.next is None:
            return
        after = page.next

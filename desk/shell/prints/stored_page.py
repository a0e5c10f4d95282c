"""A paper out of the archive: the pages as they were printed, whether the record differs from them now, printing again."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.db.uow import UnitOfWork
from desk.core.documents.archive import PrintOrder, Stored, reprint
from desk.core.documents.papers import data_hash, paper_kinds
from desk.core.documents.prints import PrintRow, get_print, get_print_bytes, list_printings
from desk.core.documents.raster import page_sizes
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.shell.audit.audit_page import ENTRIES
from desk.shell.kit import bits
from desk.shell.kit.paper_backend import PaperBackend, Shown
from desk.shell.kit.preview import PreviewPage
from desk.shell.kit.printing import Printers


class StoredPage(PreviewPage):
    """`StoredPage(ctx, record_id=7)`: print 7. Whatever leaves from here is a copy with a mark, a reason and a line in the
    archive.
    """

    def __init__(self, ctx: Any, *, record_id: int, printers: Printers | None = None, parent: QWidget | None = None) -> None:
        backend = PaperBackend(look, _never, reprint, get_print_bytes)
        super().__init__(ctx, paper_id="", record_id=record_id, mode="final", backend=backend, printers=printers, parent=parent)

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        super()._on_shown(shown)
        self._row: PrintRow = shown.prints[0]
        entry = ENTRIES.get(self._row.owner_kind) or self._row.owner_kind
        known = [bits.button(_("Open the record"), self.open_record)] if self._may_open(entry) else []
        self._entry = entry
        self.ctx.jobs.read(differs, self._row).then(self._on_compared).start()
        if known:
            words = _("Page as archived. What is printed from here gets a mark.")
            self.notices.addWidget(bits.band(words, "open", *known))

    def _may_open(self, entry: str) -> bool:
        given = self.ctx.desk.contributions.nav.find(entry)
        return given is not None and self.ctx.may(given.item.permission)

    @Slot()
    def open_record(self) -> None:
        """The record it belongs to."""
        self.ctx.open(self._entry, record_id=self._row.owner_id)

    @Slot(object)
    def _on_compared(self, changed: bool | None) -> None:
        if changed:
            self.notices.addWidget(bits.band(_("The record differs from this print now."), "waiting"))


def look(uow: UnitOfWork, order: PrintOrder) -> Shown:
    """The archived pages of print `order.record_id`, with all that were printed of them. Raises NotFound, NotAllowed."""
    row = get_print(uow, order.record_id)
    _data(uow, row)  # whoever may not see the record does not see its papers either
    pdf = get_print_bytes(uow, row.id)
    others = [each for each in list_printings(uow, row.id) if each.id != row.id]
    title = f"{row.title} {row.number}".strip()
    return Shown(title, pdf, tuple(page_sizes(pdf)), prints=(replace(row, mode="final"), *others))


def differs(uow: UnitOfWork, row: PrintRow) -> bool:
    """Whether the record would print otherwise now; False where nobody can say (its plugin is off)."""
    data = _data(uow, row)
    return bool(data is not None and row.data_hash and data_hash(data) != row.data_hash)


def _data(uow: UnitOfWork, row: PrintRow) -> Any:
    kind = next((kind for kind in paper_kinds() if kind.id == row.paper), None)
    return kind.load(uow, row.owner_id) if kind and kind.load else None


def _never(_uow: UnitOfWork, _order: PrintOrder) -> Stored:
    raise UserError(_("A paper out of the archive is only printed again."))

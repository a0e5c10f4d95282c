"""Pieces of the preview: the bar with printer, copies and zoom, and the list of pages and of earlier prints."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QListWidget, QSpinBox, QWidget

from desk.core.clock import hall_time
from desk.core.i18n import N_, _
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.paper_view import FIT_PAGE, FIT_WIDTH, ZOOMS
from desk.shell.kit.printing import Printers

MODES = {"blank": N_("Blank"), "prefilled": N_("Pre-filled"), "final": N_("Final")}


class PreviewBar(QWidget):
    """zoomed(float): FIT_WIDTH, FIT_PAGE or a factor; mode_chosen(str)."""

    zoomed = Signal(float)
    mode_chosen = Signal(str)

    def __init__(self, ctx: Any, printers: Printers, modes: Sequence[str], mode: str) -> None:
        super().__init__()
        self._printers, self._wanted = printers, ctx.memory.get("printer", "")
        self.modes = self._box(_("Kind of print"), [(_(MODES[each]), each) for each in modes], mode)
        self.modes.currentIndexChanged.connect(self._on_mode)
        if len(modes) < 2:
            self.modes.hide()
        fits = [(_("Fit the width"), FIT_WIDTH), (_("Whole page"), FIT_PAGE)]
        fits += [(f"{round(zoom * 100)}%", zoom) for zoom in ZOOMS]
        self.zooms = self._box(_("Zoom"), fits, FIT_WIDTH)
        self.zooms.currentIndexChanged.connect(self._on_zoom)
        self.printers = self._box(_("Printer"), [], "")
        self.printers.setMinimumWidth(theme.px(150))
        self.copies_box = QSpinBox()
        self.copies_box.setRange(1, 99)
        self.copies_box.setAccessibleName(_("Copies"))
        copies = bits.label(_("&Copies"))
        copies.setBuddy(self.copies_box)
        self.save_button = bits.button(_("&Save as a file"), icon="save")
        self.print_button = bits.button("", icon="printer", main=True)
        self.setLayout(bits.row(self.modes, self.zooms, self.printers, copies, self.copies_box, self.save_button,
                                self.print_button))
        self.look_for_printers()
        self.set_ready(False, again=False)

    def _box(self, name: str, items: Sequence[tuple[str, Any]], chosen: Any) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        for title, value in items:
            box.addItem(title, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def look_for_printers(self) -> None:
        """Offer the printers there are now; the one used last comes first to mind."""
        self.printers.clear()
        names = self._printers.names()
        for name in names:
            self.printers.addItem(name, name)
        if not names:
            self.printers.addItem(_("No printer found"), "")
        wanted = self._wanted if self._wanted in names else self._printers.default()
        self.printers.setCurrentIndex(max(0, self.printers.findData(wanted)))

    def printer(self) -> str:
        """Name of the chosen printer, "" when there is none."""
        return self.printers.currentData() or ""

    def copies(self) -> int:
        """How many."""
        return self.copies_box.value()

    def set_ready(self, ready: bool, *, again: bool) -> None:
        """Whether it may be printed; `again`: it was printed already and gets a mark."""
        self.print_button.setText(_("&Print again (Ctrl+P)") if again else _("&Print (Ctrl+P)"))
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    @Slot()
    def _on_mode(self) -> None:
        self.mode_chosen.emit(self.modes.currentData())

    @Slot()
    def _on_zoom(self) -> None:
        self.zoomed.emit(self.zooms.currentData())


class PrintList(QWidget):
    """Pages to jump to, and below them what was printed before. page_chosen(int), print_chosen(PrintRow)."""

    page_chosen = Signal(int)
    print_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pages = QListWidget()
        self.pages.setAccessibleName(_("Pages"))
        self.pages.currentRowChanged.connect(self._on_page)
        self._prints = bits.column(spacing=2)
        self._head = bits.label(_("Printed before"), "section")
        self.setLayout(bits.column(bits.label(_("Pages"), "section"), self.pages, self._head, self._prints))
        self.setFixedWidth(theme.px(170))

    def fill(self, pages: int, prints: Sequence[Any]) -> None:
        """Offer `pages` pages and these earlier prints."""
        self.pages.blockSignals(True)
        self.pages.clear()
        self.pages.addItems([_("Page {number}").format(number=number + 1) for number in range(pages)])
        self.pages.setCurrentRow(0)
        self.pages.blockSignals(False)
        bits.empty(self._prints)
        self._head.setVisible(bool(prints))
        for row in prints[:8]:
            words = hall_time(row.printed_at).strftime("%m-%d %H:%M") + (_(" (again)") if row.reprint_of else "")
            made = bits.link(words, row, self.print_chosen, icon="history")
            made.setToolTip(_("{name}, {copies} copies").format(name=row.printed_by, copies=row.copies))
            self._prints.addWidget(made)

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Mark the page that is in sight."""
        self.pages.blockSignals(True)
        self.pages.setCurrentRow(number)
        self.pages.blockSignals(False)
        self.pages.scrollToItem(self.pages.item(number))

    @Slot(int)
    def _on_page(self, number: int) -> None:
        if number >= 0:
            self.page_chosen.emit(number)

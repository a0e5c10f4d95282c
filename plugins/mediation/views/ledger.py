"""An old ledger comes in: choose the file, see what becomes of each row, take it over, and take it back if it was wrong."""

import uuid
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk.api import N_, translator
from desk.api.exchange import Preview
from desk.api.qt import Page, bits, px
from plugins.mediation.exchange.ledger import LedgerReport, import_ledger, preview_ledger, read_ledger, undo_ledger

_ = translator("mediation")
WORDS = {"new": N_("New"), "same": N_("Known already, stays as it is"), "rejected": N_("Not taken over"),
         "missing": N_("Not in this list")}
FILES = "*.xlsx *.xls *.ods *.csv *.tsv *.txt"


class LedgerPage(Page):
    """Nothing is written before the button that names the number of cases is pressed."""

    def __init__(self, ctx: Any, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "mediation", parent)
        self.preview: Preview | None = None
        self.report: LedgerReport | None = None
        self.name_page(_("Bring in an old ledger"))
        self.choose_button = bits.button(_("&Choose the file"), self.choose, icon="upload")
        self.take_button = bits.button(_("Take over"), self.take, icon="check", main=True)
        self.undo_button = bits.button(_("&Undo this import"), self.undo, icon="undo-2")
        self.summary = bits.label(_("Number, applicant, respondent and day of the request are needed; other columns help."),
                                  "muted", wrap=True)
        self.notices = bits.column(spacing=8)
        self.table = QTableWidget(0, 4)
        self._dress_table()
        for button in (self.take_button, self.undo_button):
            button.hide()
        head = bits.row(bits.label(self.page_title, "title"), None, self.choose_button)
        foot = bits.row(self.undo_button, None, bits.button(_("&Back"), ctx.back), self.take_button)
        layout = bits.column(head, self.summary, self.notices, self.table, foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _dress_table(self) -> None:
        self.table.setHorizontalHeaderLabels([_("Row"), _("Case"), _("What becomes of it"), _("Why")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(_("What becomes of each row"))
        for place, width in enumerate((60, 360, 200)):
            self.table.setColumnWidth(place, px(width))
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def first_focus(self) -> QWidget:
        return self.choose_button

    # Looking

    @Slot()
    def choose(self) -> None:
        """Read a file and show the dry run."""
        path = self.ctx.asker.open_file(_("Choose the ledger"), _("Tables") + f" ({FILES})")
        if path is not None:
            bits.empty(self.notices)
            self.ctx.jobs.read(look, path).then(self._on_preview).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_preview(self, preview: Preview) -> None:
        self.preview, self.report = preview, None
        counts = "  ·  ".join(f"{_(WORDS[name])} {count}" for name, count in preview.counts.items())
        self.summary.setText(f"{preview.draft.file_name}  ·  {counts}")
        rows = sorted(preview.verdicts, key=lambda row: (row.verdict != "rejected", row.number))
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            cells = (str(row.number), row.label, _(WORDS[row.verdict]), " ".join(row.reasons))
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))
        new = preview.counts.get("new", 0)
        self.take_button.setText(_("Take {n} cases over").format(n=new))
        self.take_button.setVisible(new > 0)
        self.undo_button.hide()
        if new:
            self.take_button.setFocus()

    # Doing

    @Slot()
    def take(self) -> None:
        """Write what was shown, in one transaction."""
        if self.preview is not None and self.report is None:
            self.take_button.setEnabled(False)
            self.ctx.jobs.write(import_ledger, self.preview, key=str(uuid.uuid4())).by(self).labelled(
                _("Bringing in the ledger")).then(self._on_taken).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_taken(self, report: LedgerReport) -> None:
        self.report = report
        self.take_button.setEnabled(True)
        self.take_button.hide()
        self.undo_button.show()
        self._say(_("{n} cases were taken over.").format(n=report.counts.get("new", 0)), "done")

    @Slot()
    def undo(self) -> None:
        """Take the whole import back."""
        if self.report is not None and self.ctx.asker.confirm(_("Undo the whole import?"), yes=_("Undo it"), danger=True):
            self.ctx.jobs.write(undo_ledger, self.report.batch_id, key=str(uuid.uuid4())).by(self).then(
                self._on_undone).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_undone(self, _report: LedgerReport) -> None:
        self.undo_button.hide()
        self.table.setRowCount(0)
        self._say(_("The import was undone."), "done")

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self.take_button.setEnabled(True)
        self._say(str(error), "late")

    def _say(self, text: str, tone: str) -> None:
        bits.empty(self.notices)
        self.notices.addWidget(bits.band(text, tone))


def look(uow: Any, path: Path) -> Preview:
    """The dry run of a file."""
    return preview_ledger(uow, read_ledger(uow, path))

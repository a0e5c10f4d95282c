"""A list of any kind comes in: choose the file, see what becomes of each row, take it over, take it back if it was wrong."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.shell.kit import bits
from desk.shell.kit.page import Page
from desk.shell.theme import px

FILES = "*.xlsx *.xls *.ods *.csv *.tsv *.txt"
VERDICTS = {"new": N_("New"), "changed": N_("Changed"), "same": N_("Known already, stays as it is"),
            "rejected": N_("Not taken over"), "missing": N_("Not in this list")}


@dataclass(frozen=True, slots=True)
class TakeOver:
    """What is taken over and how it is called; all words are translated already.

    look: `(uow, path) -> preview` with `draft.file_name`, `counts` (verdict → rows) and `verdicts` (number, label, verdict,
    reasons). take: a @verb `(uow, preview) -> report` with `batch_id` and `counts`. undo: a @verb `(uow, batch_id)`; None
    where taking back needs more than a button. button, taken: with `{n}`, how many rows are new or changed.
    """

    title: str
    hint: str
    subject: str
    look: Callable[..., Any]
    take: Callable[..., Any]
    button: str
    taken: str
    undo: Callable[..., Any] | None = None


class TakeOverPage(Page):
    """Nothing is written before the button that names the number of rows is pressed."""

    def __init__(self, ctx: Any, what: TakeOver, domain: str = "desk", parent: QWidget | None = None) -> None:
        super().__init__(ctx, domain, parent)
        self.what, self.preview, self.report = what, None, None
        self.name_page(what.title)
        self.choose_button = bits.button(_("&Choose the file"), self.choose, icon="upload")
        self.take_button = bits.button(_("Take over"), self.take, icon="check", main=True)
        self.undo_button = bits.button(_("&Undo this import"), self.undo, icon="undo-2")
        self.summary, self.notices = bits.label(what.hint, "muted", wrap=True), bits.column(spacing=8)
        self.table = QTableWidget(0, 4)
        self._dress_table()
        self.take_button.hide()
        self.undo_button.hide()
        head = bits.row(bits.label(self.page_title, "title"), None, self.choose_button)
        foot = bits.row(self.undo_button, None, bits.button(_("&Back"), ctx.back), self.take_button)
        layout = bits.column(head, self.summary, *self.fields(), self.notices, self.table, foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretchFactor(self.table, 1)
        self.setLayout(layout)

    def fields(self) -> tuple[QWidget, ...]:
        """What is asked for besides the file, above the table."""
        return ()

    def ready(self) -> Any:
        """What is handed to `take`; raises UserError when something is still to be filled in."""
        return self.preview

    def first_focus(self) -> QWidget:
        return self.choose_button

    @Slot()
    def choose(self) -> None:
        """Read a file and show the dry run."""
        path = self.ctx.asker.open_file(self.what.title, _("Tables") + f" ({FILES})")
        if path is not None:
            bits.empty(self.notices)
            self.ctx.jobs.read(_look, self.what.look, path).then(self._on_preview).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_preview(self, preview: Any) -> None:
        self.preview, self.report = preview, None
        counts = "  ·  ".join(f"{_(VERDICTS[name])} {count}" for name, count in preview.counts.items())
        self.summary.setText(f"{preview.draft.file_name}  ·  {counts}")
        rows = sorted(preview.verdicts, key=lambda row: (row.verdict != "rejected", row.number))
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate((str(row.number), row.label, _(VERDICTS[row.verdict]), " ".join(row.reasons))):
                self.table.setItem(place, column, QTableWidgetItem(text))
        coming = _coming(preview.counts)
        self.take_button.setText(self.what.button.format(n=coming))
        self.take_button.setVisible(coming > 0)
        self.undo_button.hide()
        if coming:
            self.take_button.setFocus()

    @Slot()
    def take(self) -> None:
        """Write what was shown, in one transaction."""
        if self.preview is None or self.report is not None:
            return
        try:
            ready = self.ready()
        except UserError as error:
            self._on_fault(error)
            return
        self.take_button.setEnabled(False)
        self.ctx.jobs.write(self.what.take, ready, key=str(uuid.uuid4())).by(self).labelled(self.what.title).then(
            self._on_taken).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_taken(self, report: Any) -> None:
        self.report = report
        self.take_button.setEnabled(True)
        self.take_button.hide()
        self.undo_button.setVisible(self.what.undo is not None)
        self._say(self.what.taken.format(n=_coming(report.counts)), "done")

    @Slot()
    def undo(self) -> None:
        """Take the whole import back."""
        if self.report is not None and self.ctx.asker.confirm(_("Undo the whole import?"), yes=_("Undo it"), danger=True):
            self.ctx.jobs.write(self.what.undo, self.report.batch_id, key=str(uuid.uuid4())).by(self).then(
                self._on_undone).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_undone(self, _report: Any) -> None:
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

    def _dress_table(self) -> None:
        self.table.setHorizontalHeaderLabels([_("Row"), self.what.subject, _("What becomes of it"), _("Why")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(_("What becomes of each row"))
        for place, width in enumerate((60, 360, 200)):
            self.table.setColumnWidth(place, px(width))
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)


def _look(uow: Any, look: Callable[..., Any], path: Path) -> Any:
    return look(uow, path)


def _coming(counts: Any) -> int:
    return sum(counts.get(name, 0) for name in ("new", "changed"))

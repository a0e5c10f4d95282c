"""A batch of certificates on its way: how far it is, who gets none and why, go on after a stop, one PDF, one print."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk.api import N_, translator
from desk.api.exchange import write_whole
from desk.api.papers import PrintOrder, page_sizes
from desk.api.qt import JobContext, Page, PaperBackend, PreviewPage, ProgressPanel, Shown, bits, new_key, px
from plugins.volunteer.documents.batch import batch_pdf, draw_part, print_batch, stored_batch
from plugins.volunteer.drafts import EndingDraft
from plugins.volunteer.service.batching import BATCH, BatchState, batch_state, cancel_batch, issue_part, leave_out, take_in

_ = translator("volunteer")
STATES = {"running": N_("On its way"), "issued": N_("Issued"), "cancelled": N_("Cancelled")}


def work_through(job: JobContext, batch_id: int) -> int:
    """Issue, then draw, until nothing waits; each part is kept when the next one fails or somebody stops."""
    with job.reading() as uow:
        total = batch_state(uow, batch_id).total
    left = total
    while left:
        left = job.execute(issue_part, batch_id, key=new_key())
        job.progress(total - left, total, _("Issuing"))
    left = total
    while left:
        left = job.execute(draw_part, batch_id, key=new_key())
        job.progress(total - left, total, _("Drawing"))
    return total


def write_pdf(job: JobContext, batch_id: int, path: Path) -> Path:
    """One file with all certificates; a half-written one never has its name."""
    with job.reading() as uow:
        pdf = batch_pdf(uow, batch_id)
    return write_whole(path, pdf)


class BatchPage(Page):
    """`BatchPage(ctx, record_id=3)`."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "volunteer", parent)
        self.record_id = record_id
        self.name_page(_("Certificates for many"))
        self.title, self.words = bits.label("", "title"), bits.label("", wrap=True)
        self.notices, self.warning = bits.column(spacing=8), bits.column(spacing=8)
        self.panel = ProgressPanel(_("Certificates for many"))
        self.panel.over.connect(self.refresh)
        self.go_button = bits.button(_("&Go on"), self.go_on, icon="check", main=True)
        self.cancel_button = bits.button(_("Cancel the batch"), self.cancel)
        self.save_button = bits.button(_("Save as one PDF (Ctrl+S)"), self.save, icon="save")
        self.print_button = bits.button(_("&Preview and print"), self.preview, icon="printer")
        self.table = QTableWidget(0, 2)
        self._dress_table()
        self._lay_out()
        self.shortcut("Ctrl+S", self.save)
        self.watch(BATCH, record_id)
        self.refresh()

    def _dress_table(self) -> None:
        self.table.setHorizontalHeaderLabels([_("Full name"), _("What is to be known")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(_("Who gets no certificate, or one without number"))
        self.table.verticalHeader().hide()
        self.table.setColumnWidth(0, px(160))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        foot = bits.row(self.cancel_button, None, self.save_button, self.print_button, self.go_button)
        layout = bits.column(self.title, self.words, self.warning, self.notices, self.panel, self.table, None, foot, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretchFactor(self.table, 100)  # the room below is for the table while there is one
        self.setLayout(layout)

    def first_focus(self) -> QWidget:
        return self.go_button if self.go_button.isVisibleTo(self) else self.save_button

    # Seeing

    @Slot()
    def refresh(self) -> None:
        """Read again how far it is."""
        self.ctx.jobs.read(batch_state, self.record_id).then(self._on_state).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_state(self, state: BatchState) -> None:
        self.title.setText(f"{state.title} · {_(STATES[state.state])}")
        self.words.setText(_("{total} volunteers: {issued} certificates issued, {printed} drawn, {refused} without, "
                             "{waiting} waiting").format(total=state.total, issued=state.issued, printed=state.printed,
                                                         refused=len(state.problems), waiting=state.waiting))
        drawn, running = state.printed > 0, state.state == "running"
        undone = (running and state.waiting > 0) or state.printed < state.issued
        self.go_button.setText(_("&Issue {n} certificates").format(n=state.total) if not state.issued else _("&Go on"))
        self.go_button.setVisible(undone)
        self.cancel_button.setVisible(running)
        self.save_button.setVisible(drawn)
        self.print_button.setVisible(drawn)
        self._warn(state)
        blank = _("No identity number in the register: that line of the certificate stays blank.")
        lines = [*((name, blank) for _id, name in state.numberless), *((name, why) for _id, name, why in state.problems)]
        self.table.setVisible(bool(lines))
        self.table.setRowCount(len(lines))
        for place, texts in enumerate(lines):
            for column, text in enumerate(texts):
                self.table.setItem(place, column, QTableWidgetItem(text))

    def _warn(self, state: BatchState) -> None:
        """Before anything is printed: whose certificates would lack the identity number, and the way to leave them out."""
        bits.empty(self.warning)
        if state.numberless:
            out = bits.button(_("&Leave these {n} out").format(n=len(state.numberless)), self.leave_out)
            told = _("The register holds no identity number of {n} volunteers; enter it on their pages, issue with that line "
                     "blank, or leave them out.")
            self.warning.addWidget(bits.band(told.format(n=len(state.numberless)), "waiting", out))
        elif state.left_out and state.state != "cancelled":
            back = bits.button(_("&Take them in again"), self.take_in)
            told = _("{n} volunteers without identity number were left out.")
            self.warning.addWidget(bits.band(told.format(n=state.left_out), "open", back))

    # Doing

    @Slot()
    def go_on(self) -> None:
        """Issue and draw what is left, with a count; stopping keeps what is done."""
        bits.empty(self.notices)
        self.go_button.setEnabled(False)
        job = self.ctx.jobs.work(work_through, self.record_id).by(self).labelled(_("Issuing certificates"))
        self.panel.watch(job).otherwise(self._on_fault).whenever(self._on_over).start()

    @Slot()
    def _on_over(self) -> None:
        self.go_button.setEnabled(True)

    @Slot()
    def leave_out(self) -> None:
        """No certificate of this batch for whose identity number the register does not hold."""
        self.ctx.jobs.write(leave_out, self.record_id, key=new_key()).by(self).then(self._on_changed).otherwise(
            self._on_fault).start()

    @Slot()
    def take_in(self) -> None:
        """They wait again."""
        self.ctx.jobs.write(take_in, self.record_id, key=new_key()).by(self).then(self._on_changed).otherwise(
            self._on_fault).start()

    @Slot()
    def cancel(self) -> None:
        """Stop for good, with a reason."""
        reason = self.ctx.asker.ask_text(_("Why is the batch cancelled? What is issued stays issued."))
        if reason:
            self.ctx.jobs.write(cancel_batch, EndingDraft(self.record_id, reason), key=new_key()).by(self).then(
                self._on_changed).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_changed(self, _batch: object) -> None:
        self.refresh()

    @Slot()
    def save(self) -> None:
        """All certificates in one file."""
        path = self.ctx.asker.save_file(_("Save the certificates"), f"{_('Certificates')}.pdf", "PDF (*.pdf)")
        if path is not None:
            self.ctx.jobs.work(write_pdf, self.record_id, path).then(self._on_saved).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.ctx.notify(_("Saved as {path}").format(path=path))

    @Slot()
    def preview(self) -> None:
        """As they will print."""
        self.ctx.open("volunteer.batch_preview", record_id=self.record_id)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        bits.empty(self.notices)
        self.notices.addWidget(bits.band(str(error), "late"))


class BatchPreview(PreviewPage):
    """The certificates of a batch as they print."""

    def __init__(self, ctx: Any, *, record_id: int, parent: QWidget | None = None) -> None:
        super().__init__(ctx, paper_id="volunteer.certificate", record_id=record_id, parent=parent,
                         backend=PaperBackend(look, print_batch, print_batch, stored_batch))


def look(uow: Any, order: PrintOrder) -> Shown:
    """What is drawn of the batch; it prints as it is stored, so there is nothing to differ from."""
    pdf = batch_pdf(uow, order.record_id)
    return Shown("志愿服务记录证明", pdf, tuple(page_sizes(pdf)))

"""The preview page: a paper as it will print, what was printed of it before, copies, printer, saving as a file.

Whatever leaves the desk as a final or pre-filled paper is archived first, with its number; printing comes after. A paper
that was printed and has not changed since is printed again with a mark and a reason.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.clock import hall_time
from desk.core.documents.archive import PrintOrder, Stored
from desk.core.documents.raster import page_sizes
from desk.core.exchange.export import write_whole
from desk.core.i18n import _
from desk.shell.faults import told
from desk.shell.jobs import JobContext, new_key
from desk.shell.kit import bits
from desk.shell.kit.page import Page
from desk.shell.kit.paper_backend import PaperBackend, Shown, core_papers
from desk.shell.kit.paper_view import PaperView
from desk.shell.kit.preview_parts import PreviewBar, PrintList
from desk.shell.kit.printing import Printers, PrintRun
from desk.shell.kit.queueing import QueueRun

PRINTER, FILE = "printer", "file"


class PreviewPage(Page):
    """`PreviewPage(ctx, paper_id="mediation.agreement", record_id=7, mode="final")`."""

    def __init__(self, ctx: Any, *, paper_id: str, record_id: int | None = None, mode: str = "final",
                 backend: PaperBackend | None = None, printers: Printers | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self._backend, self._printers = backend or core_papers(), printers or Printers()
        self._paper, self._record, self._mode = paper_id, record_id or 0, mode if record_id else "blank"
        self._key, self._busy = new_key(), False
        self._target: tuple[str, Any] = (PRINTER, "")
        self.shown: Shown | None = None
        self.run: PrintRun | QueueRun | None = None
        self._build()
        self.name_page(_("Preview"))
        self.refresh()

    def _build(self) -> None:
        self.title = bits.label(_("Preview"), "title")
        self.bar = PreviewBar(self.ctx, self._printers, self._modes(), self._mode)
        self.notices = bits.column(spacing=8)
        self.view = PaperView(self.ctx.jobs)
        self.list = PrintList()
        self.state_label = bits.label(role="muted")
        self.stop_button = bits.button(_("Stop printing"), self._stop)
        self.stop_button.hide()
        body = bits.row(self.list, self.view, spacing=12)
        body.setStretch(1, 1)
        foot = bits.row(self.state_label, self.stop_button, None)
        layout = bits.column(bits.row(self.title, None, self.bar, spacing=12), self.notices, body, foot, spacing=8)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.bar.print_button)
        self.bar.print_button.clicked.connect(self.print_it)
        self.bar.save_button.clicked.connect(self.save_as)
        self.bar.zoomed.connect(self.view.set_factor)
        self.bar.mode_chosen.connect(self._on_mode)
        self.list.page_chosen.connect(self.view.go_to)
        self.list.print_chosen.connect(self._on_old_print)
        self.view.moved.connect(self.list.show_page)
        self.shortcut("Ctrl+P", self.print_it)
        self.shortcut("Ctrl+S", self.save_as)

    def _modes(self) -> tuple[str, ...]:
        found = self.ctx.papers.find(self._paper)
        modes = tuple(found.item.modes) if found is not None else (self._mode,)
        return modes if self._record else tuple(mode for mode in modes if mode == "blank") or ("blank",)

    def _order(self) -> PrintOrder:
        return PrintOrder(self._paper, self._record, self._mode, self.bar.copies(), bool(self.shown and self.shown.warning))

    # Looking

    @Slot()
    def refresh(self) -> None:
        order = PrintOrder(self._paper, self._record, self._mode)
        self.ctx.jobs.read(self._backend.look, order).then(self._on_shown).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        first, self.shown = self.shown is None, shown
        bits.empty(self.notices)
        self.title.setText(shown.title)
        self.name_page(_("Preview: {title}").format(title=shown.title))
        self.view.show_pdf(shown.pdf, shown.sizes)
        self.list.fill(len(shown.sizes), shown.prints)
        self.state_label.setText(self._state(shown))
        if shown.warning:
            self.confirm = bits.button(_("Print ruled spaces instead"), self._allow)
            self.notices.addWidget(bits.band(shown.warning, "late", self.confirm))
        if shown.changed is not None:
            self.notices.addWidget(bits.band(_("Differs from the print of {time}.").format(
                time=_moment(shown.changed.printed_at)), "waiting"))
        self.bar.set_ready(not shown.warning, again=self._is_reprint())
        if first:
            self.bar.print_button.setFocus()

    def _state(self, shown: Shown) -> str:
        pages = _("{count} pages").format(count=len(shown.sizes))
        last = shown.last_final
        if shown.unkept:
            return f"{pages} · {shown.unkept}"
        if self._mode == "blank":
            return f"{pages} · " + _("Blank form, not archived")
        if last is None:
            return f"{pages} · " + _("Not printed yet; it is archived when it is printed")
        number = f" · {last.number}" if last.number else ""
        return f"{pages} · " + _("Archived on {time} by {name}, {copies} copies").format(
            time=_moment(last.printed_at), name=last.printed_by, copies=last.copies) + number

    def _is_reprint(self) -> bool:
        shown = self.shown
        return bool(shown and self._mode == "final" and shown.last_final is not None and shown.changed is None)

    @Slot()
    def _allow(self) -> None:
        """She has read which characters are missing and will write them by hand."""
        self.bar.set_ready(True, again=self._is_reprint())
        self.confirm.setEnabled(False)

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        self._mode, self._key = mode, new_key()
        self.refresh()

    @Slot(object)
    def _on_old_print(self, row: Any) -> None:
        self.ctx.jobs.read(_old, self._backend, row).then(self._on_old).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_old(self, found: tuple[Any, bytes, Any]) -> None:
        row, pdf, sizes = found
        bits.empty(self.notices)
        back = bits.button(_("Show it as it is now"), self.refresh)
        words = _("As printed on {time} by {name}.").format(time=_moment(row.printed_at), name=row.printed_by)
        self.notices.addWidget(bits.band(f"{words} {row.reason}".strip(), "open", back))
        self.view.show_pdf(pdf, sizes)
        self.bar.set_ready(False, again=False)

    # Letting it out

    @Slot()
    def print_it(self) -> None:
        """Archive, then print on the chosen printer."""
        if self.bar.printer():
            self._let_out(PRINTER, self.bar.printer())
        else:
            self.ctx.notify(_("No printer was found. Save the paper as a file, or connect a printer and press F5."), "waiting")

    @Slot()
    def save_as(self) -> None:
        """Archive, then write the PDF where she says."""
        if self._busy or self.shown is None or not self.bar.print_button.isEnabled():
            return
        path = self.ctx.asker.save_file(_("Save the paper"), f"{self.shown.title}.pdf", "PDF (*.pdf)")
        if path is not None:
            self._let_out(FILE, path)

    def _let_out(self, target: str, where: Any) -> None:
        if self._busy or self.shown is None or not self.bar.print_button.isEnabled():
            return
        job = self._archiving(self.shown)
        if job is None:
            return
        self._target, self._title, self._unkept = (target, where), self.shown.title, bool(self.shown.unkept)
        self._set_busy(True)
        job.then(self._on_pdf).otherwise(self._on_fault).start()

    def _archiving(self, shown: Shown) -> Any:
        """The job that answers the PDF to let out; None when she turned back."""
        if self._mode == "blank" or shown.unkept:
            return self.ctx.jobs.work(_as_it_is, shown.pdf)
        if self._is_reprint() and shown.last_final is not None:
            reason = self.ctx.asker.ask_text(_("Why is it printed again? The copy gets a mark, and the reason is kept."))
            if not reason:
                return None
            return self.ctx.jobs.work(_archive_reprint, self._backend, shown.last_final.id, reason,
                                      self.bar.copies(), self._key)
        return self.ctx.jobs.work(_archive, self._backend, self._order(), self._key)

    @Slot(object)
    def _on_pdf(self, pdf: bytes) -> None:
        self._key = new_key()
        target, where = self._target
        if target == FILE:
            self.ctx.jobs.work(_write, where, pdf).then(self._on_written).otherwise(self._on_fault).start()
            return
        try:
            self.run = self._printers.run(self.ctx.jobs, where, pdf, page_sizes(pdf), copies=self.bar.copies(),
                                          title=self._title, forget=self._unkept, parent=self)
        except Exception as error:  # noqa: BLE001 - whatever the system says, the paper is archived and can be printed again
            self._on_fault(error)
            return
        self.run.progressed.connect(self._on_progress)
        self.run.done.connect(self._on_printed)
        self.run.failed.connect(self._on_fault)
        if isinstance(self.run, QueueRun):
            self.run.left.connect(self._on_left)
        self.stop_button.setVisible(isinstance(self.run, PrintRun))  # what a queue took is stopped at the printer
        self.run.start()

    @Slot(int, int)
    def _on_progress(self, page: int, pages: int) -> None:
        self.state_label.setText(_("Page {page} of {pages} sent to the printer").format(page=page, pages=pages))

    @Slot()
    def _on_printed(self) -> None:
        self._finish(_("{title} sent to {printer}").format(title=self._title, printer=self._target[1]))

    @Slot()
    def _on_left(self) -> None:
        """A queue keeps what nobody may keep."""
        words = _("The print queue may keep this paper. Have the administrator delete printed jobs there.")
        self.notices.addWidget(bits.band(words, "waiting"))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._finish(_("Saved as {path}").format(path=path))

    def _finish(self, words: str) -> None:
        self._set_busy(False)
        self.ctx.memory["printer"] = self.bar.printer()
        self.ctx.notify(words)
        self.refresh()

    @Slot()
    def _stop(self) -> None:
        if isinstance(self.run, PrintRun):
            self.run.stop()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.stop_button.setVisible(False)
        self.bar.setEnabled(not busy)

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._set_busy(False)
        fault = told(error)
        bits.empty(self.notices)
        self.notices.addWidget(bits.band(" ".join(filter(None, (fault.text, fault.advice))), "late"))
        if self.shown is None:
            self.bar.set_ready(False, again=False)


def _moment(moment: Any) -> str:
    return hall_time(moment).strftime("%Y-%m-%d %H:%M")


def _old(uow: Any, backend: PaperBackend, row: Any) -> tuple[Any, bytes, Any]:
    pdf = backend.stored(uow, row.id)
    return row, pdf, page_sizes(pdf)


def _as_it_is(_job: JobContext, pdf: bytes) -> bytes:
    return pdf


def _archive(job: JobContext, backend: PaperBackend, order: PrintOrder, key: str) -> bytes:
    return _stored(job, backend, job.execute(backend.issue, order, key=key))


def _archive_reprint(job: JobContext, backend: PaperBackend, print_id: int, reason: str, copies: int, key: str) -> bytes:
    return _stored(job, backend, job.execute(backend.reprint, print_id, reason, copies, key=key))


def _stored(job: JobContext, backend: PaperBackend, stored: Stored) -> bytes:
    with job.reading() as uow:
        return backend.stored(uow, stored.print_id)


def _write(_job: JobContext, path: Path, pdf: bytes) -> Path:
    return write_whole(path, pdf)

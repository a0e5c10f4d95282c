"""An import page out of an ImportSpec: file → columns (asked only where unclear) → what each row will do → done, or undone.

Nothing is written before the last step, which makes a backup first and is one transaction: stopped half-way it leaves nothing.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desk.core.exchange.batch_queries import IMPORT, BatchRow, list_batches
from desk.core.exchange.reading import NAME_FILTERS
from desk.core.exchange.verdicts import CHANGED, NEW, REJECTED, SAME, Preview
from desk.core.i18n import _
from desk.host.import_pages import ImportSpec
from desk.shell.faults import told
from desk.shell.kit import bits
from desk.shell.kit.import_parts import BatchesCard, ColumnsPane, FilePane, PreviewTabs, counts_text
from desk.shell.kit.import_work import ReadList, read_list, take_list_over, try_list, undo_list, with_columns, write_rejected
from desk.shell.kit.page import Page
from desk.shell.kit.progress import ProgressPanel

BATCHES_SHOWN = 9
"""Lists taken over before that are offered for undoing; of each kind only the last can be."""


class ImportPage(Page):
    """`ImportPage(ctx, spec)`; `path` begins with a file; record_id: whose list it is, where the spec knows several."""

    def __init__(self, ctx: Any, spec: ImportSpec, *, record_id: int = 0, path: Path | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, spec.domain, parent)
        spec = spec.of_record(record_id) if spec.of_record and record_id else spec
        self.spec = spec
        self.found: ReadList | None = None
        self.preview: Preview | None = None
        self._pane: QWidget | None = None
        self._buttons: list[Any] = []
        self._before = bits.column()
        self._busy, self._why_again = False, ""
        self.setAcceptDrops(True)
        self._title, self._where = bits.label(self.tr_(spec.title), "title"), bits.label(role="muted")
        self._trouble, self._middle = bits.column(), bits.column()
        self.back_button = bits.button(_("&Back"), self.step_back)
        self._foot = bits.row()
        self.running = bits.column()
        layout = bits.column(bits.row(self._title, self._where, None), self._trouble, self.running, self._middle, self._foot,
                             spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.name_page(self.tr_(spec.title))
        self.shortcut("Ctrl+Return", self._go_on)
        self._show_file()
        if path is not None:
            self.open_file(path)

    def first_focus(self) -> QWidget:
        return self._focus

    # Step 1: the file

    def _show_file(self) -> None:
        self.found = self.preview = None
        pane = FilePane(self.tr_(self.spec.help))
        pane.choose.connect(self.choose_file)
        self._show(pane, _("1 of 3: the file"), pane.button, stretch=False)
        self._read_batches()

    def _read_batches(self) -> None:
        if not self.ctx.may(IMPORT):  # who may not see the imports still undoes the one she has just made
            return
        self.ctx.jobs.read(list_batches, self.spec.importer.kind, BATCHES_SHOWN).then(self._on_batches).start()

    @Slot(object)
    def _on_batches(self, batches: list[BatchRow]) -> None:
        if not isinstance(self._pane, FilePane):
            return
        bits.empty(self._before)
        card = BatchesCard(batches)
        card.undo.connect(self._on_undo)
        self._before.addWidget(card)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the file."""
        path = self.ctx.asker.open_file(_("Choose the spreadsheet"),
                                        _("Spreadsheets ({patterns})").format(patterns=" ".join(NAME_FILTERS)))
        if path is not None:
            self.open_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._busy and self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        return Path(urls[0].toLocalFile()) if len(urls) == 1 else None

    def open_file(self, path: Path) -> None:
        """Read `path`; what stood here of another file goes away first, for a refusal would seem to speak of that."""
        if not self._busy and not isinstance(self._pane, FilePane):
            self._show_file()
        self._run(_("Reading {name}").format(name=path.name), self.ctx.jobs.work(read_list, self.spec, path), self._on_read)

    @Slot(object)
    def _on_read(self, found: ReadList) -> None:
        self.found = found
        if found.clear:
            self._try()
        else:
            self.ask_columns()

    # Step 2: the columns

    @Slot()
    def ask_columns(self) -> None:
        """Show which column holds what, to be changed."""
        assert self.found is not None
        pane = ColumnsPane(self.found, self.spec.importer.fields, self.tr_)
        go_on = bits.button(_("&Look at the rows"), self._on_columns, main=True)
        unclear = [box for name, box in pane.boxes.items() if name in (*self.found.match.missing, *self.found.match.doubtful)]
        self._show(pane, _("2 of 3: which column holds what"), unclear[0] if unclear else go_on, go_on, stretch=False)
        if not self.found.clear:
            self._say(_("Please check the columns: some headings are unknown or appear twice."), "waiting")

    @Slot()
    def _on_columns(self) -> None:
        assert self.found is not None
        assert isinstance(self._pane, ColumnsPane)
        self.found = with_columns(self.found, self._pane.columns())
        self._try()

    # Step 3: what each row will do

    def _try(self) -> None:
        assert self.found is not None
        name = self.found.draft.file_name
        self._run(_("Looking through {name}").format(name=name), self.ctx.jobs.work(try_list, self.spec, self.found.draft),
                  self._on_preview)

    @Slot(object)
    def _on_preview(self, preview: Preview) -> None:
        self.preview = preview
        tabs = PreviewTabs(preview, self.spec, self.tr_)
        tabs.opened.connect(self._open_record)
        counts = preview.counts
        writes = counts.get(NEW, 0) + counts.get(CHANGED, 0)
        self.take_button = bits.button(_("&Take over {count} rows").format(count=f"{writes:,}"), self.take_over, icon="check",
                                       main=True)
        self.take_button.setEnabled(bool(writes or counts.get(SAME)))
        columns = bits.button(_("C&olumns"), self.ask_columns, icon="columns-3")
        buttons = [columns, *([self._export_button()] if counts.get(REJECTED) else []), self.take_button]
        self._show(tabs, _("3 of 3: {file}, {counts}").format(file=preview.draft.file_name, counts=counts_text(counts)),
                   self.take_button if self.take_button.isEnabled() else tabs, *buttons)
        if not self.take_button.isEnabled():
            self._say(_("No row of this list can be taken over. The reasons stand beside the rows."), "waiting")
        if self._why_again:
            self._say(self._why_again, "waiting")
            self._why_again = ""

    def _export_button(self) -> QWidget:
        return bits.button(_("Save the &rejected rows"), self.save_rejected, icon="download",
                           tip=_("As a workbook with the reasons in front: put right there, bring in again"))

    @Slot()
    def save_rejected(self) -> None:
        """Write the rejected rows to a workbook."""
        assert self.preview is not None
        stem = Path(self.preview.draft.file_name).stem
        path = self.ctx.asker.save_file(_("Save the rejected rows"), _("{name} rejected.xlsx").format(name=stem),
                                        _("Workbook (*.xlsx)"))
        if path is not None:
            self._saved_to = path
            job = self.ctx.jobs.work(write_rejected, path, self.preview, self.ctx.clock.today()).labelled(_("Saving"))
            job.then(self._on_saved).otherwise(self._on_fault).start()

    @Slot(object)
    def _on_saved(self, count: int) -> None:
        self.ctx.notify(_("{count} lines written to {path}").format(count=f"{count:,}", path=self._saved_to))

    @Slot()
    def take_over(self) -> None:
        """Go ahead."""
        if self.preview is not None and self.take_button.isEnabled() and not self._busy:
            name = self.preview.draft.file_name
            self._run(_("Taking over {name}").format(name=name),
                      self.ctx.jobs.work(take_list_over, self.ctx.back_up, self.spec, self.preview),
                      self._on_taken)

    # The result

    @Slot(object)
    def _on_taken(self, report: Any) -> None:
        self._report = report
        assert self.preview is not None
        words = bits.label(_("{file} is in the register: {counts}.").format(
            file=self.preview.draft.file_name, counts=counts_text(report.counts)), wrap=True)
        undo = bits.button(_("&Undo the whole import"), self.undo_this, icon="undo-2")
        to_list = bits.button(self.tr_(self.spec.register_title) or _("To the &list"), self._open_list, icon="users", main=True)
        another = bits.button(_("Bring in another list"), self._another)
        rejected = [self._export_button()] if report.counts.get(REJECTED) else []
        head = bits.row(bits.picture("circle-check", "done", 32), words, spacing=12)
        head.setStretch(1, 1)
        help_ = bits.label(_("It can be undone as a whole until somebody works on these records; the import list keeps it."),
                           "muted", wrap=True)
        self._show(bits.card(bits.column(head, help_, margins=24, spacing=12)), "", to_list, undo, another, *rejected, to_list,
                   stretch=False, back=False)

    @Slot()
    def undo_this(self) -> None:
        """Take back what was just taken over."""
        self._undo(self._report.batch_id, self.preview.draft.file_name if self.preview else "")

    @Slot(object)
    def _on_undo(self, batch: BatchRow) -> None:
        self._undo(batch.id, batch.file_name)

    def _undo(self, batch_id: int, name: str) -> None:
        sure = self.ctx.asker.confirm(_("Undo the whole import of {name}?").format(name=name), yes=_("Undo the import"),
                                      danger=True, detail=_("New records leave the register again, changed fields say what "
                                                            "they said before."))
        if sure:
            self._run(_("Undoing {name}").format(name=name), self.ctx.jobs.work(undo_list, self.spec, batch_id),
                      self._on_undone)

    @Slot(object)
    def _on_undone(self, _report: Any) -> None:
        self.ctx.notify(_("The import is undone"))
        self._show_file()

    @Slot()
    def _another(self) -> None:
        self._show_file()

    @Slot()
    def _open_list(self) -> None:
        self.ctx.open(self.spec.register, **self.spec.register_args)

    @Slot(int)
    def _open_record(self, record_id: int) -> None:
        if self.spec.opens:
            self.ctx.open(self.spec.opens, record_id=record_id)

    # Going to and fro

    @Slot()
    def step_back(self) -> None:
        """The step before; from the first one, leave."""
        if self._busy:
            return
        self._clear_trouble()
        if isinstance(self._pane, FilePane):
            self.ctx.back()
        elif isinstance(self._pane, PreviewTabs) and self.found is not None and not self.found.clear:
            self.ask_columns()
        else:
            self._show_file()

    @Slot()
    def _go_on(self) -> None:
        if self._main is not None and self._main.isEnabled() and not self._busy:
            self._main.click()

    def _show(self, pane: QWidget, where: str, focus: QWidget, *buttons: Any, stretch: bool = True, back: bool = True) -> None:
        self._clear_trouble()
        bits.empty(self._middle)
        self.back_button.setParent(None)
        bits.empty(self._foot)
        self._pane, self._focus = pane, focus
        self._main = next((one for one in buttons if one.property("main") == "true"), None) or getattr(pane, "button", None)
        self._where.setText(where)
        self._middle.addWidget(pane, 1 if stretch else 0)
        if not stretch:
            self._before = bits.column()
            self._middle.addLayout(self._before)
            self._middle.addStretch(1)
        self._buttons = [*buttons, *([self.back_button] if back else [])]
        if back:
            self._foot.addWidget(self.back_button)
            self.back_button.show()
        self._foot.addStretch(1)
        for each in buttons:
            self._foot.addWidget(each)
        if self.isVisible():
            focus.setFocus()

    def _run(self, title: str, job: Any, slot: Any) -> None:
        """Show the job's progress in place of everything else until it has answered."""
        if self._busy:
            return
        self._clear_trouble()
        self._set_busy(True)
        self._then, self._progress = slot, ProgressPanel(title)
        self.running.addWidget(self._progress)
        job.then(self._on_answer).otherwise(self._on_job_fault).labelled(title).by(self)
        job.cancelled.connect(self._on_cancelled)
        self._progress.watch(job).start()

    @Slot(object)
    def _on_answer(self, result: Any) -> None:
        """The next step may start a job of its own, so this one is put away first."""
        self._end_run()
        self._then(result)

    @Slot(object)
    def _on_job_fault(self, error: BaseException) -> None:
        self._end_run()
        if self._then == self._on_taken and told(error).family == "user":
            self._why_again = str(error)
            self._try()
        else:
            self._on_fault(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if self._pane is not None:
            self._pane.setEnabled(not busy)
        for each in self._buttons:
            each.setVisible(not busy)

    def _end_run(self) -> None:
        self._set_busy(False)
        bits.empty(self.running)
        if self.isVisible():
            self._focus.setFocus()

    @Slot()
    def _on_cancelled(self) -> None:
        self._end_run()
        self._say(_("Stopped. Nothing was taken over."), "waiting")

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        found = told(error)
        if found.family == "bug":
            self.ctx.jobs.faulted.emit(error)
        self._say(" ".join(filter(None, (found.text, found.advice))), "late")

    def _say(self, text: str, tone: str) -> None:
        self._clear_trouble()
        self._trouble.addWidget(bits.band(text, tone))

    def _clear_trouble(self) -> None:
        bits.empty(self._trouble)

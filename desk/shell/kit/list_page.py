"""A list page out of a ListSpec: how many there are and how things stand, filters, search, the table, what can be done.

Enter or double-click opens a row; Ctrl+F goes to the search, Ctrl+N makes a new one, Esc in the search clears it.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QToolButton, QWidget

from desk.core.dotted import resolve
from desk.core.i18n import _
from desk.host.pages import ListSpec, RowAction
from desk.shell import theme
from desk.shell.faults import told
from desk.shell.kit import bits, icons
from desk.shell.kit.list_export import export_list
from desk.shell.kit.list_parts import ChipRow, EmptyPage, SelectionBar
from desk.shell.kit.list_print import PrintButton, printable
from desk.shell.kit.memory import memory_of
from desk.shell.kit.page import Page
from desk.shell.kit.paged_model import PagedTableModel
from desk.shell.kit.table import SELECTED_AT_ONCE, ListTable

SEARCH_PAUSE = 250
"""Milliseconds without a key before the search starts."""


class ListPage(Page):
    """`ListPage(ctx, spec, filters={…}, text="…")`: filters given here hold besides those of the chips."""

    def __init__(self, ctx: Any, spec: ListSpec, *, filters: Mapping[str, Any] | None = None, text: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, spec.domain, parent)
        self.spec, self._fixed, self._chip_filters = spec, dict(filters or {}), dict[str, Any]()
        self.model = PagedTableModel(spec.columns, spec.fetch, ctx.jobs, count=spec.count, tr=self.tr_, parent=self)
        self.table = ListTable(self.model)
        self.table.setAccessibleName(self.tr_(spec.title))
        self._memory_key = f"columns.{spec.id}"
        self._build(text)
        self._connect()
        self.name_page(self.tr_(spec.title))
        self.watch(spec.record)
        self.model.ask(sort=spec.default_sort, descending=spec.descending, text=text, filters=self._fixed)

    # Building

    def _build(self, text: str) -> None:
        self.chips = ChipRow(self.spec.chips, self.tr_) if self.spec.chips else None
        self.search = self._search_box(text)
        actions = [action for action in self.spec.actions if self.ctx.may(action.permission)]
        self.bar = SelectionBar(actions, self.tr_)
        self._notice = bits.column()
        self.empty = EmptyPage(*([self._new_button()] if self._may_make() else []))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        tools = bits.row(self.search, *([self.chips] if self.chips else []), None, spacing=12)
        tools.setStretch(0, 100)  # as wide as it may be where the chips leave room
        layout = bits.column(self._header(), tools, self._notice, self.stack, self.bar, spacing=12)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setStretchFactor(self.stack, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _header(self) -> Any:
        self.title, self.count_label = bits.label(self.tr_(self.spec.title), "title"), bits.label(role="muted")
        self.sentence_label = bits.label(role="muted")
        self.columns_button = bits.icon_button("columns-3", _("Choose columns"))
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns_button.setMenu(self.table.column_menu())
        buttons: list[QWidget] = [self.columns_button]
        if self.spec.export:
            self.export_button = bits.button(_("&Export"), self.export, icon="download")
            buttons.append(self.export_button)
        papers = printable(self.ctx, self.spec)
        if papers:
            self.print_button = PrintButton(papers)
            self.print_button.paper.connect(self._on_paper)
            buttons.append(self.print_button)
        if self._may_make():
            self.new_button = self._new_button()
            buttons.append(self.new_button)
            self.shortcut("Ctrl+N", self.make_new)
        return bits.row(self.title, self.count_label, self.sentence_label, None, *buttons, spacing=12)

    @Slot(str)
    def _on_paper(self, paper: str) -> None:
        """Show a paper of the whole list."""
        self.ctx.papers.preview(paper, self.ctx.actor.community_id)

    def _new_button(self) -> QWidget:
        title = self.tr_(self.spec.new_title) if self.spec.new_title else _("New")
        return bits.button(_("{act} (Ctrl+N)").format(act=title), self.make_new, icon="plus", main=True)

    def _may_make(self) -> bool:
        return bool(self.spec.new) and self.ctx.may(self.spec.new_permission)

    def _search_box(self, text: str) -> QLineEdit:
        box = QLineEdit(text)
        box.setPlaceholderText(self.tr_(self.spec.search_hint) if self.spec.search_hint
                               else _("Search in this list (Ctrl+F)"))
        box.setAccessibleName(_("Search in this list"))
        box.setClearButtonEnabled(True)
        icons.lead_with(box, "search")
        box.setMinimumWidth(theme.px(160))
        box.setMaximumWidth(theme.px(300))
        box.installEventFilter(self)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        return box

    def _connect(self) -> None:
        self._pause.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._search_now)
        self.shortcut("Ctrl+F", self._go_to_search)
        if self.chips:
            self.chips.chosen.connect(self._on_chip)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self.table.columns_changed.connect(self._on_columns_changed)
        self.bar.run.connect(self._on_action)
        self.bar.cleared.connect(self.table.clearSelection)
        self.model.counted.connect(self._on_counted)
        self.model.faulted.connect(self._on_fault)
        self.model.settled.connect(self._clear_notice)
        self.model.settled.connect(self._first_rows_stand)
        self.table.choose_columns(memory_of(self.ctx).get(self._memory_key, ()))
        for place, column in enumerate(self.spec.columns):
            if column.sort and column.sort == self.spec.default_sort:
                self.table.show_sorting(place, descending=self.spec.descending)

    # What the user does

    @Slot()
    def make_new(self) -> None:
        """Open the form of a new one."""
        if self._may_make():
            self.ctx.open(self.spec.new)

    @Slot()
    def export(self) -> None:
        """Write the list as it is filtered and sorted to a workbook of her choice."""
        title = self.tr_(self.spec.title)
        path = self.ctx.asker.save_file(_("Export the list"), f"{title} {self.ctx.clock.today()}.xlsx",
                                        ";;".join((_("Workbook (*.xlsx)"), _("Text table (*.csv)"))))
        if path is None:
            return
        columns = [self.spec.columns[place] for place in self.table.shown_columns()]
        notes = (_("Made on {date} by {name}").format(date=self.ctx.clock.today(), name=self.ctx.actor.name),)
        job = self.ctx.jobs.work(export_list, self.spec.fetch, self.model.request, columns, title, notes, path, self.tr_,
                                 self.model.total)
        self._export_path = path
        job.labelled(_("Exporting {title}").format(title=title)).then(self._on_exported).start()

    @Slot()
    def refresh(self) -> None:
        self.model.refresh()
        self._read_sentence()

    @Slot(object)
    def _on_exported(self, count: int) -> None:
        self.ctx.notify(_("{count} lines written to {path}").format(count=f"{count:,}", path=self._export_path))

    @Slot(object)
    def _on_opened(self, row: Any) -> None:
        entry = getattr(row, "entry", "") or self.spec.opens
        if entry:
            self.ctx.open(entry, **getattr(row, "args", {"record_id": row.id}))

    @Slot(object)
    def _on_chosen(self, rows: list[Any]) -> None:
        self.bar.tell(self.table.selection_size() if self.spec.actions else 0)

    @Slot(object)
    def _on_action(self, action: RowAction) -> None:
        rows = self.table.selected_rows()
        if len(rows) < self.table.selection_size():
            self.ctx.notify(_("Too many lines at once. Narrow the list by search or filter, at most {most} lines.")
                            .format(most=f"{SELECTED_AT_ONCE:,}"), "waiting")
            return
        if rows:
            resolve(action.run)(self.ctx, rows)

    @Slot(object)
    def _on_chip(self, filters: dict[str, Any]) -> None:
        self._chip_filters = filters
        self._ask()

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()

    @Slot()
    def _search_now(self) -> None:
        self._pause.stop()
        if self.search.text().strip() != self.model.request.text:
            self._ask()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _ask(self) -> None:
        self.model.ask(text=self.search.text().strip(), filters=self._fixed | self._chip_filters)

    @Slot()
    def _on_columns_changed(self) -> None:
        memory_of(self.ctx)[self._memory_key] = self.table.column_choice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                event.accept()  # else Esc would leave the page before it clears the search
                return True
        elif watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self._search_now()
                return True
        return super().eventFilter(watched, event)

    # What comes back

    @Slot()
    def _first_rows_stand(self) -> None:
        """The sentence counts through whole registers, so the first rows come before it."""
        self.model.settled.disconnect(self._first_rows_stand)
        self._read_sentence()

    def _read_sentence(self) -> None:
        if self.spec.sentence is not None:
            self.ctx.jobs.read(self.spec.sentence).then(self._on_sentence).start()

    @Slot(object)
    def _on_sentence(self, text: str) -> None:
        self.sentence_label.setText(text)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.count_label.setText(_("{count} in all").format(count=f"{count:,}"))
        self.stack.setCurrentWidget(self.table if count else self.empty)
        if not count:
            searching = bool(self.model.request.text or self._chip_filters)
            self.empty.say(_("Nothing matches. Search for fewer words or choose another filter.") if searching
                           else self.tr_(self.spec.empty) or _("Nothing here yet."))

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self._clear_notice()
        again = bits.button(_("Try again"), self.model.retry, icon="refresh-cw")
        self._notice.addWidget(bits.band(_("The list could not be read. {why}").format(why=told(error).text), "late", again))

    @Slot()
    def _clear_notice(self) -> None:
        bits.empty(self._notice)

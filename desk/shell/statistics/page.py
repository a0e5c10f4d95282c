"""Statistics: the declared tables of all running plugins by period and area; down to the records, frozen, printed, taken out.

Enter opens the records behind a number, PgUp and PgDown turn to the period before and after, Ctrl+D shows the picture.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.core.audit.chain import anchor
from desk.core.i18n import _, translator
from desk.core.statistics.chart import chart_of
from desk.core.statistics.comparing import list_differences
from desk.core.statistics.declared import TABLE_PAPERS, IndicatorTable
from desk.core.statistics.export import export_view
from desk.core.statistics.freezing import FREEZE, READ_REPORT, FreezeDraft, freeze_month, make_report
from desk.core.statistics.periods import ReportPeriod, month_span, parse_period
from desk.core.statistics.table import CellValue, TableView, read_table
from desk.shell.doing import carry_out
from desk.shell.faults import told
from desk.shell.jobs import Latest, new_key
from desk.shell.kit import bits
from desk.shell.kit.chart_view import ChartView
from desk.shell.kit.list_parts import EmptyPage
from desk.shell.kit.memory import memory_of
from desk.shell.kit.page import Page
from desk.shell.statistics.grid import FigureGrid
from desk.shell.statistics.pickers import Pickers, list_area_choices

MEMORY = "statistics"


class StatisticsPage(Page):
    """`StatisticsPage(ctx, table="mediation.cases", period="2026-05")`; without, as she last looked."""

    def __init__(self, ctx: Any, *, table: str = "", period: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self.view: TableView | None = None
        self._latest, self._changes = Latest(), Latest()
        self.pickers = Pickers(tables_for(ctx), ctx.clock.today())
        self.grid, self.chart, self.empty = FigureGrid(), ChartView(), EmptyPage()
        self._build()
        self._connect()
        self.name_page(_("Statistics"))
        self.setFocusProxy(self.grid)
        ctx.jobs.read(list_area_choices).then(self.pickers.fill_areas).start()
        remembered = memory_of(ctx).get(MEMORY) or ("", "")
        wanted = period or (remembered[1] if not table else "")
        self.pickers.choose(table or remembered[0], parse_period(wanted) if wanted else None)

    # Building

    def _build(self) -> None:
        self.stack = QStackedWidget()
        for widget in (self.grid, self.chart, self.empty):
            self.stack.addWidget(widget)
        self.state_label, self.notes_label = bits.label(role="muted", wrap=True), bits.label(role="small", wrap=True)
        self.notices = bits.column()
        self.picture_button = bits.button(_("Show the &picture (Ctrl+D)"), self.turn, icon="chart-column")
        self.export_button = bits.button(_("&Export"), self.export, icon="download")
        self.print_button = bits.button(_("Print pre&view (Ctrl+P)"), self.print_it, icon="printer")
        self.freeze_button = bits.button(_("&Freeze the month"), self.freeze, icon="lock")
        self.calendar_button = bits.icon_button("calendar-check", _("Reporting calendar"), self.open_calendar)
        head = bits.row(bits.label(_("Statistics"), "title"), None, self.calendar_button, self.freeze_button,
                        self.export_button, self.print_button, self.picture_button)
        foot = bits.row(self.state_label, bits.label(_("Enter opens the records behind a number."), "small"))
        foot.setStretchFactor(self.state_label, 1)
        layout = bits.column(head, self.pickers, self.notices, self.stack, self.notes_label, foot, spacing=8)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setStretchFactor(self.stack, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.pickers.changed.connect(self.refresh)
        self.grid.opened.connect(self._on_opened)
        for keys, slot in (("PgUp", self.pickers.go_before), ("PgDown", self.pickers.go_after), ("Ctrl+D", self.turn),
                           ("Ctrl+P", self.print_it)):
            self.shortcut(keys, slot)
        self.ctx.changes.connect(self._on_written)

    # Reading

    @Slot()
    def refresh(self) -> None:
        table = self.pickers.table
        if table is None:
            self._show_nothing()
            return
        memory_of(self.ctx)[MEMORY] = (table.code, self.pickers.period.code)
        asked = (table, self.pickers.period, self.pickers.area_id)
        self._latest.start(self.ctx.jobs.read(read_table, *asked).then(self._on_view).otherwise(self._on_fault))

    @Slot(object)
    def _on_view(self, view: TableView) -> None:
        self.view = view
        bits.empty(self.notices)
        self.grid.show_view(view)
        chart = chart_of(view)
        self.chart.show_chart(chart)
        self.picture_button.setVisible(chart is not None)
        if chart is None or self.stack.currentWidget() is self.empty:
            self.stack.setCurrentWidget(self.grid)
        self.state_label.setText(state_words(view))
        self.notes_label.setText("　".join(view.notes))
        self.freeze_button.setVisible(self.ctx.may(FREEZE) and view.table.freezes)
        self.freeze_button.setEnabled(bool(self._freezable()))
        self.print_button.setVisible(self.ctx.may(READ_REPORT))
        if view.frozen:
            job = self.ctx.jobs.read(list_differences, view.table, view.period, view.area_id)
            self._changes.start(job.then(self._on_differences))

    @Slot(object)
    def _on_differences(self, found: list[Any]) -> None:
        if found:
            months = month_span([one.month.month.month for one in found])
            button = bits.button(_("Open the correction list"), self.open_corrections, icon="history")
            self.notices.addWidget(bits.band(_("Records of {months} changed after the figures were frozen.").format(
                months=months), "waiting", button))
        elif self.view and any(month.corrections for month in self.view.frozen):
            button = bits.button(_("Show the corrections"), self.open_corrections, icon="history")
            self.notices.addWidget(bits.band(_("These figures contain corrections."), "open", button))

    @Slot(object)
    def _on_fault(self, error: BaseException) -> None:
        self.view = None
        bits.empty(self.notices)
        fault = told(error)
        again = bits.button(_("Try again"), self.refresh, icon="refresh-cw")
        self.notices.addWidget(bits.band(" ".join(filter(None, (fault.text, fault.advice))), "late", again))

    def _show_nothing(self) -> None:
        self.empty.say(_("No tables yet. Each module brings its own; switch one on under Plugins."))
        self.stack.setCurrentWidget(self.empty)
        for widget in (self.pickers, self.freeze_button, self.export_button, self.print_button, self.picture_button):
            widget.hide()

    @Slot(object, object)
    def _on_written(self, changes: Any, _initiator: object) -> None:
        table = self.pickers.table
        kinds = {"statistics_month", "statistics_correction", *(one.source.record for one in (table.counted if table else ()))}
        if any(kind and changes.touches(kind, None) for kind in kinds):
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    # Doing

    @Slot(object)
    def _on_opened(self, cell: CellValue) -> None:
        if self.view is None or not cell.value and not cell.text.strip("0.%—"):
            self.ctx.notify(_("There are no records behind this number."), "waiting")
        elif cell.hidden:
            self.ctx.notify(_("Small numbers of this table are hidden, so are their records."), "waiting")
        else:
            self.ctx.open("statistics.records", table=self.view.table.code, period=cell.period,
                          area_id=self.view.area_id, cell=cell.key)

    @Slot()
    def turn(self) -> None:
        """From the table to the picture and back."""
        if self.view is None or self.view.table.chart is None:
            return
        picture = self.stack.currentWidget() is self.grid
        shown = self.chart if picture else self.grid
        self.stack.setCurrentWidget(shown)
        self.picture_button.setText(_("Show the &table (Ctrl+D)") if picture else _("Show the &picture (Ctrl+D)"))
        shown.setFocus()

    def _freezable(self) -> list[ReportPeriod]:
        today = self.ctx.clock.today()
        return [month for month in self.view.open_months if month.last < today] if self.view else []

    @Slot()
    def freeze(self) -> None:
        """The first month of this period that is over and not frozen."""
        months = self._freezable()
        if not months or self.view is None:
            return
        month = months[0]
        question = _("Freeze {table} for {month}?").format(table=self.view.title, month=month.title)
        detail = _("The figures are kept as they are now. Later changes of records are shown in the correction list.")
        if self.ctx.asker.confirm(question, detail=detail, yes=_("Freeze the month")):
            carry_out(self.ctx, _("The figures of {month} are frozen").format(month=month.title), freeze_month,
                      FreezeDraft(self.view.table.code, month.code, self.view.area_id))

    @Slot()
    def open_corrections(self) -> None:
        """The list of what changed since the freezing."""
        if self.view is not None:
            self.ctx.open("statistics.corrections", table=self.view.table.code, period=self.view.period.code,
                          area_id=self.view.area_id)

    @Slot()
    def open_calendar(self) -> None:
        """Which months are due."""
        self.ctx.open("statistics.calendar")

    @Slot()
    def print_it(self) -> None:
        """The table as a paper: the preview prints, files and saves it."""
        if self.view is not None and self.ctx.may(READ_REPORT):
            view = self.view
            job = self.ctx.jobs.write(make_report, view.table.code, view.period.code, view.area_id, key=new_key())
            job.then(self._on_report).start()

    @Slot(object)
    def _on_report(self, report_id: int) -> None:
        if self.view is not None:
            self.ctx.papers.preview(f"{TABLE_PAPERS}{self.view.table.code}", report_id)

    @Slot()
    def export(self) -> None:
        """The table as a workbook."""
        if self.view is None:
            return
        name = f"{self.view.title} {self.view.period.title}.xlsx"
        path = self.ctx.asker.save_file(_("Export the table"), name, _("Workbook (*.xlsx)"))
        if path is not None:
            made = _("Made on {date} by {name}").format(date=self.ctx.clock.today(), name=self.ctx.actor.name)
            self.ctx.jobs.work(_export, self.view, path, made).then(self._on_exported).start()

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self.ctx.notify(_("Saved as {path}").format(path=path))


def _export(job: Any, view: TableView, path: Path, made: str) -> Path:
    with job.reading() as uow:
        code = anchor(uow).code
    export_view(view, path, code, made)
    return path


def tables_for(ctx: Any) -> list[tuple[str, str, IndicatorTable]]:
    """(plugin, title, table) of every table she may see."""
    found = []
    for one in ctx.desk.contributions.indicators:
        table: IndicatorTable = one.item
        if ctx.may(table.permission):
            group = "" if one.plugin_id == "desk" else ctx.desk.plugin_title(one.plugin_id)
            found.append((group, translator(table.domain)(table.title), table))
    return found


def state_words(view: TableView) -> str:
    """Which months are frozen, by whom; which show the records as they stand."""
    told_ = [_("{month}: frozen by {name}, check code {code}").format(
        month=f"{row.month.month}月", name=row.by, code=row.check_code) for row in view.frozen]
    if view.table.freezes and view.open_months:
        months = month_span([month.part for month in view.open_months])
        told_.append(_("{months}: not frozen, as the records stand now").format(months=months))
    if len(told_) > 2:  # noqa: PLR2004 - a year of months does not fit on a line
        told_ = [_("{frozen} months frozen, {open} not frozen").format(frozen=len(view.frozen), open=len(view.open_months))]
    return " · ".join(told_)

"""The correction list: which records changed after their month was frozen; taken into the figures with a reason.

Space ticks a record, Enter opens it, Ctrl+Enter takes the ticked ones in.
"""

from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from desk.core.clock import hall_time
from desk.core.i18n import _, translator
from desk.core.statistics.freezing import FREEZE, CorrectionDraft, correct_month
from desk.core.statistics.periods import parse_period
from desk.core.statistics.registry import indicator_table
from desk.shell import theme
from desk.shell.doing import carry_out
from desk.shell.kit import bits
from desk.shell.kit.list_parts import EmptyPage
from desk.shell.kit.page import Page
from desk.shell.statistics.changed import ChangedMonth, ChangedRecord, read_changes

HELD = Qt.ItemDataRole.UserRole
WIDTH, ROW = 420, 34


class _Tree(QTreeWidget):
    """Enter hands the marked line over instead of editing it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.currentItem():
            self.itemActivated.emit(self.currentItem(), 0)
        else:
            super().keyPressEvent(event)


class CorrectionsPage(Page):
    """`CorrectionsPage(ctx, table="mediation.cases", period="2026", area_id=None)`."""

    def __init__(self, ctx: Any, *, table: str, period: str, area_id: int | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent=parent)
        self._asked = (indicator_table(table), parse_period(period), area_id)
        self.months: list[ChangedMonth] = []
        self.tree, self.empty = _Tree(), EmptyPage()
        self.take_button = bits.button(_("Take the ticked changes in as a correction (Ctrl+Enter)"), self.take, icon="check",
                                       main=True)
        self.take_button.setVisible(ctx.may(FREEZE))
        self._build()
        self.name_page(_("Correction list"))
        self.setFocusProxy(self.tree)
        self.watch("statistics_month")
        self.refresh()

    def _build(self) -> None:
        self.tree.setHeaderLabels([_("Record"), _("What it changes")])
        self.tree.setAccessibleName(_("Correction list"))
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(0, theme.px(WIDTH))
        self.tree.setAlternatingRowColors(True)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.itemChanged.connect(self._on_ticked)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.empty)
        table, period, _area = self._asked
        about = f"{translator(table.domain)(table.title)} · {period.title}"
        title = bits.label(_("Correction list"), "title")
        head = bits.row(title, bits.label(about, "muted"), None, self.take_button, spacing=12)
        hint = bits.label(_("What was frozen stays as it is; a correction is an entry of its own with a reason."), "small")
        layout = bits.column(head, self.stack, hint, spacing=12)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setStretchFactor(self.stack, 1)
        self.setLayout(layout)
        self.shortcut("Ctrl+Return", self.take)

    @Slot()
    def refresh(self) -> None:
        self.ctx.jobs.read(read_changes, *self._asked).then(self._on_months).start()

    @Slot(object)
    def _on_months(self, months: list[ChangedMonth]) -> None:
        self.months = months
        self.tree.blockSignals(True)
        self.tree.clear()
        for month in months:
            self.tree.addTopLevelItem(_month_item(month))
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self.empty.say(_("The records agree with the frozen figures; nothing was corrected."))
        self.stack.setCurrentWidget(self.tree if months else self.empty)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first.child(0) or first)
        self._on_ticked()

    def ticked(self) -> list[tuple[ChangedMonth, list[ChangedRecord]]]:
        """Month by month what is ticked."""
        found = []
        for place, month in enumerate(self.months):
            item = cast(QTreeWidgetItem, self.tree.topLevelItem(place))
            rows = [cast(QTreeWidgetItem, item.child(row)) for row in range(len(month.records))]
            records = [row.data(0, HELD) for row in rows if row.checkState(0) is Qt.CheckState.Checked]
            if records:
                found.append((month, records))
        return found

    @Slot()
    def take(self) -> None:
        """Ask why, then enter one correction a month."""
        chosen = self.ticked()
        if not chosen or not self.ctx.may(FREEZE):
            return
        reason = self.ctx.asker.ask_text(_("Why are the frozen figures corrected? It is printed with the correction."))
        if not reason or not reason.strip():
            return
        for month, records in chosen:
            whole = len(records) == len(month.records)
            ids = None if whole else tuple(one.record for one in records if one.record is not None)
            carry_out(self.ctx, _("The figures of {month} are corrected").format(month=month.title), correct_month,
                      CorrectionDraft(month.month.id, reason.strip(), ids, month.seen))

    @Slot()
    def _on_ticked(self) -> None:
        self.take_button.setEnabled(bool(self.ticked()))

    @Slot(object, int)
    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        record = item.data(0, HELD)
        if isinstance(record, ChangedRecord) and record.record is not None and record.entry:
            self.ctx.open(record.entry, record_id=record.record[1])


def _month_item(month: ChangedMonth) -> QTreeWidgetItem:
    frozen = _("frozen on {time} by {name}, check code {code}").format(
        time=hall_time(month.month.at).strftime("%Y-%m-%d %H:%M"), name=month.month.by, code=month.month.check_code)
    item = _line(month.title, frozen)
    for record in month.records:
        child = _line(record.title, "; ".join(record.effects))
        child.setFlags(child.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        child.setCheckState(0, Qt.CheckState.Checked)
        child.setData(0, HELD, record)
        child.setToolTip(1, "\n".join(record.effects))
        item.addChild(child)
    for one in month.corrections:
        words = _("{time} by {name}: {reason} (check code {code})").format(
            time=hall_time(one.at).strftime("%Y-%m-%d %H:%M"), name=one.by, reason=one.reason, code=one.check_code)
        item.addChild(_line(_("Correction {serial}").format(serial=one.serial), words))
    return item


def _line(*texts: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem(list(texts))
    made.setSizeHint(0, QSize(0, theme.px(ROW)))
    return made

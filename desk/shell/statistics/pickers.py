"""What is asked of a table: which one, which kind of period, which period, which area."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import _
from desk.core.places.queries import list_tree
from desk.core.statistics.declared import IndicatorTable
from desk.core.statistics.periods import KIND_TITLES, ReportPeriod, period_of
from desk.shell import theme
from desk.shell.kit import bits

AREAS = ("street", "community", "grid", "special_grid", "micro_grid", "estate")
INDENT = "\u3000"


class Pickers(QWidget):
    """changed(): something else is asked for. `tables`: (group, title, table) in the order shown."""

    changed = Signal()

    def __init__(self, tables: list[tuple[str, str, IndicatorTable]], today: Any) -> None:
        super().__init__()
        self._tables, self._today = [table for _group, _title, table in tables], today
        self.table_box = _box(_("Table"), 300)
        for group, title, _table in tables:
            self.table_box.addItem(f"{group} · {title}" if group else title)
        self.kind_box = _box(_("Kind of period"), 86)
        self.area_box = _box(_("Area"), 150)
        self.area_box.addItem(_("Everywhere"), None)
        self.period_label = bits.label(role="section")
        self.period_label.setMinimumWidth(theme.px(128))
        self.before_button = bits.icon_button("chevron-left", _("The period before (PgUp)"), self.go_before)
        self.after_button = bits.icon_button("chevron-right", _("The next period (PgDown)"), self.go_after)
        self.period = period_of(today, "month").before
        self.setLayout(bits.row(self.table_box, 8, self.kind_box, self.before_button, self.period_label, self.after_button, 8,
                                self.area_box, None))
        self.table_box.currentIndexChanged.connect(self._on_table)
        self.kind_box.currentIndexChanged.connect(self._on_kind)
        self.area_box.currentIndexChanged.connect(self._tell)
        self._fill_kinds()

    @property
    def table(self) -> IndicatorTable | None:
        """The table chosen."""
        return self._tables[self.table_box.currentIndex()] if self._tables else None

    @property
    def area_id(self) -> int | None:
        """The area chosen, None for everywhere."""
        return self.area_box.currentData()

    def choose(self, table: str = "", period: ReportPeriod | None = None) -> None:
        """As a link or the last visit says; what is unknown changes nothing."""
        codes = [one.code for one in self._tables]
        with_signals = self.blockSignals(True)
        if table in codes:
            self.table_box.setCurrentIndex(codes.index(table))
            self._fill_kinds()
        if period is not None and self.kind_box.findData(period.kind) >= 0:
            self.kind_box.setCurrentIndex(self.kind_box.findData(period.kind))
            self._set(period)
        self.blockSignals(with_signals)
        self._tell()

    def fill_areas(self, areas: list[tuple[int, str]]) -> None:
        """The areas one may choose among."""
        self.area_box.blockSignals(True)
        for area_id, title in areas:
            self.area_box.addItem(title, area_id)
        self.area_box.blockSignals(False)
        self.area_box.setVisible(bool(areas))

    @Slot()
    def go_before(self) -> None:
        """The period before."""
        self._set(self.period.before)
        self._tell()

    @Slot()
    def go_after(self) -> None:
        """The next one, as long as it has begun."""
        if self.period.after.first <= self._today:
            self._set(self.period.after)
            self._tell()

    def _fill_kinds(self) -> None:
        kinds = self.table.kinds if self.table else ()
        before = self.kind_box.currentData()
        self.kind_box.blockSignals(True)
        self.kind_box.clear()
        for kind in kinds:
            self.kind_box.addItem(_(KIND_TITLES[kind]), kind)
        self.kind_box.setCurrentIndex(max(0, kinds.index(before) if before in kinds else 0))
        self.kind_box.blockSignals(False)
        self._fit_kind()

    def _fit_kind(self) -> None:
        """The period of the new kind that the old one ends in; a month that has just begun shows the one before."""
        kind = self.kind_box.currentData()
        if kind and kind != self.period.kind:
            self.period = period_of(min(self.period.last, self._today), kind)
        self._set(self.period)

    def _set(self, period: ReportPeriod) -> None:
        self.period = period
        self.period_label.setText(period.title)
        self.after_button.setEnabled(period.after.first <= self._today)

    @Slot()
    def _on_table(self) -> None:
        self._fill_kinds()
        self._tell()

    @Slot()
    def _on_kind(self) -> None:
        self._fit_kind()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _box(name: str, width: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(theme.px(width))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def list_area_choices(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Areas that figures may be asked of, moved in by their depth; only her own where her rights end at areas."""
    own = uow.actor.area_ids
    rows = [row for row in list_tree(uow, kinds=AREAS) if own is None or row.id in own]
    least = min((row.depth for row in rows), default=0)
    return [(row.id, INDENT * (row.depth - least) + row.name) for row in rows]

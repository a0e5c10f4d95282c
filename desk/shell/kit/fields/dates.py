"""Dates are typed, in any usual way, or picked from a calendar; the day is repeated beside the field with its weekday."""

import re
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QPoint, Qt, Slot
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidgetAction

from desk.core.clock import HALL_ZONE, hall_time
from desk.core.errors import UserError
from desk.core.i18n import Translator, _
from desk.core.people.dates import PartialDate, partial, read_date
from desk.core.text import fold_width
from desk.host.pages import Field
from desk.shell.kit import bits
from desk.shell.kit.fields.base import FieldControl, line_edit

WEEKDAYS = "一二三四五六日"
_MONTH_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_TIME = re.compile(r"(\d{1,2})(?:[:.时点](\d{0,2})分?|(\d{2}))?")


class PartialDateField(FieldControl):
    """A date of life: the whole day, or only the month or the year. Value: "1949", "1949-12" or "1949-12-31"."""

    usual, example = 210, "1949-12-31, 1949-12, 1949"

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.edit = line_edit(digits=True, read_only=field.read_only)
        self.edit.setPlaceholderText(self.example)
        self.take(self.edit, field.width or self.usual)
        self.edit.textEdited.connect(self._on_edit)
        self.left.connect(self._on_left)
        self.more = bits.row(self.edit)
        self.setLayout(self.more)
        self._finish()

    def _finish(self) -> None:
        self.more.addStretch(1)

    def read(self) -> PartialDate | None:
        """What is typed; raises UserError."""
        typed = fold_width(self.edit.text()).strip()
        return read_date(typed, on=self.latest(), field=self.field.name) if typed else None

    def latest(self) -> date:
        """The last day that makes sense; dates of life lie in the past."""
        return self.ctx.clock.today()

    def value(self) -> Any:
        found = self.read()
        return None if found is None else str(found)

    def set_value(self, value: Any) -> None:
        self.edit.setText("" if value in (None, "") else str(partial(value)))

    def raw(self) -> Any:
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        self.edit.setText(str(raw or ""))

    def hint(self) -> str:
        try:
            found = self.read()
        except UserError:
            return ""
        if found is None or not found.is_whole():
            return found.paper() if found else ""
        return f"{found.paper()} 星期{WEEKDAYS[found.earliest().weekday()]}"

    def shown(self, value: Any) -> str:
        return "" if value in (None, "") else partial(value).paper()

    @Slot()
    def _on_left(self) -> None:
        try:
            found = self.read()
        except UserError:
            return
        if found is not None:
            self.edit.setText(str(found))


class DateField(PartialDateField):
    """A whole day. Value: `date`. "11-5" means this year; the button opens a calendar."""

    usual, example = 130, "2026-11-05"

    def _finish(self) -> None:
        self.button = bits.icon_button("calendar", _("Pick the day"), self.open_calendar)
        self.button.setEnabled(not self.field.read_only)
        self.more.addWidget(self.button)
        self.more.addStretch(1)

    def latest(self) -> date:
        return date.max

    def read(self) -> PartialDate | None:
        short = _MONTH_DAY.fullmatch(fold_width(self.edit.text()).strip())
        if short:
            typed = f"{self.ctx.clock.today().year}-{short[1]}-{short[2]}"
            return read_date(typed, on=date.max, field=self.field.name)
        found = super().read()
        if found is not None and not found.is_whole():
            raise UserError(_("Enter the whole day, such as {example}.").format(example=self.example),
                            field=self.field.name)
        return found

    def value(self) -> Any:
        found = self.read()
        return None if found is None else found.earliest()

    @Slot()
    def open_calendar(self) -> None:
        """Show a calendar under the field; Enter or a click takes the day."""
        calendar = QCalendarWidget()
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        try:
            day = self.value() or self.ctx.clock.today()
        except UserError:
            day = self.ctx.clock.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._menu = QMenu(self)
        holder = QWidgetAction(self._menu)
        holder.setDefaultWidget(calendar)
        self._menu.addAction(holder)
        calendar.activated.connect(self._on_day)
        calendar.clicked.connect(self._on_day)
        self._menu.popup(self.edit.mapToGlobal(QPoint(0, self.edit.height())))
        calendar.setFocus()

    @Slot(QDate)
    def _on_day(self, day: QDate) -> None:
        self._menu.close()
        self.edit.setText(day.toString("yyyy-MM-dd"))
        self.edit.setFocus()
        self.changed.emit()


class MomentField(DateField):
    """A day and a time of day in the hall. Value: aware datetime."""

    def _finish(self) -> None:
        super()._finish()
        self.time = line_edit(digits=True, read_only=self.field.read_only)
        self.time.setPlaceholderText("9:30")
        self.time.setAccessibleName(_("Time of day"))
        self.time.setFixedWidth(80)
        self.time.textEdited.connect(self._on_edit)
        self.more.insertWidget(2, self.time)

    def value(self) -> Any:
        day, clock = super().value(), fold_width(self.time.text()).strip()
        if day is None and not clock:
            return None
        if day is None:
            raise UserError(_("Enter the day as well."), field=self.field.name)
        found = _TIME.fullmatch(clock)
        hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise UserError(_("Enter the time of day, such as 9:30 or 14:00."), field=self.field.name)
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HALL_ZONE)

    def set_value(self, value: Any) -> None:
        moment = hall_time(value) if value is not None else None
        super().set_value(moment.date() if moment else None)
        self.time.setText(moment.strftime("%H:%M") if moment else "")

    def raw(self) -> Any:
        return [self.edit.text(), self.time.text()] if self.edit.text() or self.time.text() else ""

    def set_raw(self, raw: Any) -> None:
        day, clock = raw or ("", "")
        self.edit.setText(day)
        self.time.setText(clock)

    def shown(self, value: Any) -> str:
        return "" if value is None else hall_time(value).strftime("%Y-%m-%d %H:%M")

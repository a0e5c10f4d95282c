"""Twelve months on one sheet, painted. Arrows move the day, Enter or Space or a double click asks to change it."""

from calendar import Calendar, monthrange
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.core.calendar.workdays import SATURDAY
from desk.core.i18n import _
from desk.shell import theme
from desk.shell.calendar.year import WEEKDAYS, YearView

ACROSS, DOWN, WEEKS = 4, 3, 6
GAP, HEAD, NAMES = 18, 24, 18
"""Pixels between months, of a month's name, of the weekdays' names."""
OFF, ON = "休", "班"
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class YearGrid(QWidget):
    """picked(date): another day is marked. asked(date): it is to be changed."""

    picked = Signal(object)
    asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self.day = today, today
        self._view: YearView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(theme.px(760), theme.px(430)))

    def show_year(self, view: YearView) -> None:
        """Paint `view`; the marked day keeps its month and day."""
        self._view = view
        if self.day.year != view.year:
            last = monthrange(view.year, self.day.month)[1]
            self.day = date(view.year, self.day.month, min(self.day.day, last))
        self._pick(self.day)

    def rect_of(self, day: date) -> QRectF:
        """Where a day stands."""
        left, top, width, height = self._month(day.month)
        place = day.day - 1 + date(day.year, day.month, 1).weekday()
        return QRectF(left + place % 7 * width, top + theme.px(HEAD + NAMES) + place // 7 * height, width, height)

    def _month(self, month: int) -> tuple[float, float, float, float]:
        """Left, top, width and height of a day's cell."""
        gap = theme.px(GAP)
        whole = (self.width() - gap * (ACROSS - 1)) / ACROSS
        tall = (self.height() - gap * (DOWN - 1) / 2) / DOWN
        column, row = (month - 1) % ACROSS, (month - 1) // ACROSS
        return column * (whole + gap), row * (tall + gap / 2), whole / 7, (tall - theme.px(HEAD + NAMES)) / WEEKS

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        assert self._view is not None
        left, top, width, _height = self._month(month)
        painter.setFont(theme.font(bold=True))
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(QRectF(left, top, width * 7, theme.px(HEAD)), CENTRE, _("Month {number}").format(number=month))
        painter.setFont(theme.font(theme.SMALL_POINTS))
        painter.setPen(QColor(theme.colours().muted))
        for place, name in enumerate(WEEKDAYS):
            painter.drawText(QRectF(left + place * width, top + theme.px(HEAD), width, theme.px(NAMES)), CENTRE, name)
        for day in Calendar().itermonthdates(self._view.year, month):
            if day.month == month:
                self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        assert self._view is not None
        box, mark, colours = self.rect_of(day).adjusted(1, 1, -1, -1), self._view.marks.get(day), theme.colours()
        ground, ink = "", colours.text
        if mark is not None and mark.kind == "off":
            ground, ink = colours.late_ground, colours.late
        elif mark is not None:
            ground, ink = colours.waiting_ground, colours.waiting
        elif day.weekday() >= SATURDAY:
            ground, ink = colours.quiet_ground, colours.quiet
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(theme.SMALL_POINTS, bold=day == self._today))
        right = -theme.px(11) if mark is not None else 0
        painter.drawText(box.adjusted(0, 0, right, 0), CENTRE, str(day.day))
        if mark is not None:
            painter.setFont(self._tiny())
            painter.drawText(box.adjusted(0, 0, -2, 0), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                             OFF if mark.kind == "off" else ON)
        self._frame(painter, box, day)

    def _tiny(self) -> QFont:
        return theme.font(theme.SMALL_POINTS - 1.5)

    def _frame(self, painter: QPainter, box: QRectF, day: date) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self.day:
            painter.setPen(QPen(QColor(theme.colours().accent if self.hasFocus() else theme.colours().strong_line), 2))
            painter.drawRoundedRect(box, 3, 3)
        elif day == self._today:
            painter.setPen(QPen(QColor(theme.colours().strong_line), 1))
            painter.drawRoundedRect(box, 3, 3)

    # Hands

    def day_at(self, place: QPoint) -> date | None:
        """The day under the mouse."""
        if self._view is None:
            return None
        for month in range(1, 13):
            for number in range(1, monthrange(self._view.year, month)[1] + 1):
                day = date(self._view.year, month, number)
                if self.rect_of(day).contains(place):
                    return day
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._pick(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._pick(day)
            self.asked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if event.key() in steps:
            self.go_to(self.day + timedelta(days=steps[Qt.Key(event.key())]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.asked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def go_to(self, day: date) -> None:
        """Mark `day`, as long as it is in the year shown."""
        if self._view is not None and day.year == self._view.year:
            self._pick(day)

    def _pick(self, day: date) -> None:
        self.day = day
        self.setAccessibleName(self._view.words(day) if self._view else "")
        self.picked.emit(day)
        self.update()

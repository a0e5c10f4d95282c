"""The venues of one day as a board, painted: a line a venue, a block a booking. Arrows move the mark by half an hour and by
venue, Enter or a double click asks to book there, or for the booking that stands there.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.core.clock import HALL_ZONE, hall_time
from desk.core.i18n import _
from desk.core.places.queries import BookingRow, VenueRow
from desk.shell import theme
from desk.shell.places.venues import times

FIRST, LAST = 8, 22
"""Hours shown."""
SLOTS = (LAST - FIRST) * 2
NAMES, HEAD, LINE = 170, 28, 52
"""Pixels of the venues' names, of the hours' line, of a venue's line."""
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class DayView:
    """The venues that take bookings, and the bookings of the day."""

    day: date
    venues: tuple[VenueRow, ...]
    bookings: tuple[BookingRow, ...]

    def at(self, venue_id: int, moment: datetime) -> BookingRow | None:
        """The booking that stands at a moment."""
        return next((one for one in self.bookings
                     if one.venue_id == venue_id and one.starts_at < moment + timedelta(minutes=30) and one.ends_at > moment),
                    None)


class DayGrid(QWidget):
    """picked(): another place is marked. asked(venue id, moment, BookingRow or None): to book, or to open what stands there."""

    picked = Signal()
    asked = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.view: DayView | None = None
        self.line, self.slot = 0, 2
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, view: DayView) -> None:
        """Paint `view`; the mark stays where it is."""
        self.view = view
        self.line = max(0, min(self.line, len(view.venues) - 1))
        self.setFixedHeight(theme.px(HEAD + LINE * max(1, len(view.venues))))
        self._moved()

    @property
    def moment(self) -> datetime:
        """The marked half hour's beginning."""
        assert self.view is not None
        return datetime.combine(self.view.day, time(), HALL_ZONE) + timedelta(minutes=FIRST * 60 + self.slot * 30)

    @property
    def venue(self) -> VenueRow | None:
        """The marked line's venue."""
        return self.view.venues[self.line] if self.view and self.view.venues else None

    def words(self) -> str:
        """人民调解室 09:30：空闲."""
        if self.view is None or self.venue is None:
            return ""
        taken = self.view.at(self.venue.id, self.moment)
        what = f"{times(taken)} {taken.purpose} {taken.contact}".strip() if taken else _("free")
        return f"{self.venue.name} {hall_time(self.moment):%H:%M} · {what}"

    # Painting

    def rect_of(self, line: int, start: float, end: float) -> QRectF:
        """Where half hours `start` to `end` of a line stand."""
        left = theme.px(NAMES)
        width = (self.width() - left) / SLOTS
        return QRectF(left + start * width, theme.px(HEAD) + line * theme.px(LINE), (end - start) * width, theme.px(LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hours(painter)
        for line, venue in enumerate(self.view.venues):
            self._paint_line(painter, line, venue)
        for booking in self.view.bookings:
            self._paint_booking(painter, booking)
        if self.view.venues:
            colour = theme.colours().accent if self.hasFocus() else theme.colours().strong_line
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawRoundedRect(self.rect_of(self.line, self.slot, self.slot + 1).adjusted(1, 3, -1, -3), 4, 4)

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setFont(theme.font(theme.SMALL_POINTS))
        painter.setPen(QColor(theme.colours().muted))
        for slot in range(0, SLOTS, 2):
            box = self.rect_of(0, slot, slot + 2)
            painter.drawText(QRectF(box.left() + 3, 0, box.width(), theme.px(HEAD)), MIDDLE, f"{FIRST + slot // 2}:00")

    def _paint_line(self, painter: QPainter, line: int, venue: VenueRow) -> None:
        box = self.rect_of(line, 0, SLOTS)
        painter.setPen(QColor(theme.colours().line))
        painter.drawLine(0, int(box.top()), self.width(), int(box.top()))
        for slot in range(0, SLOTS, 2):
            left = int(self.rect_of(line, slot, slot).left())
            painter.drawLine(left, int(box.top()), left, int(box.bottom()))
        painter.setFont(theme.font(bold=line == self.line))
        painter.setPen(QColor(theme.colours().text))
        name = QRectF(4, box.top(), theme.px(NAMES) - 12, box.height())
        painter.drawText(name, MIDDLE, _elided(painter, f"{venue.name} ({venue.capacity})" if venue.capacity else venue.name,
                                               name.width()))

    def _paint_booking(self, painter: QPainter, booking: BookingRow) -> None:
        assert self.view is not None
        line = next((place for place, venue in enumerate(self.view.venues) if venue.id == booking.venue_id), None)
        if line is None:
            return
        start, end = self._slots(booking.starts_at), self._slots(booking.ends_at)
        box = self.rect_of(line, max(0.0, start), min(float(SLOTS), end)).adjusted(1, 5, -1, -5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours().open_ground))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.colours().open))
        painter.setFont(theme.font(theme.SMALL_POINTS))
        inner = box.adjusted(5, 2, -3, -2)
        when = times(booking)
        if QFontMetrics(painter.font()).horizontalAdvance(when) > inner.width():
            when = f"{hall_time(booking.starts_at):%H:%M}"
        for place, text in enumerate((when, booking.purpose)):
            half = QRectF(inner.left(), inner.top() + place * inner.height() / 2, inner.width(), inner.height() / 2)
            painter.drawText(half, MIDDLE, _elided(painter, text, half.width()))

    def _slots(self, moment: datetime) -> float:
        assert self.view is not None
        since = moment - datetime.combine(self.view.day, time(FIRST), HALL_ZONE)
        return since.total_seconds() / 1800

    # Hands

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """(line, half hour) under the mouse."""
        if self.view is None or point.x() < theme.px(NAMES) or point.y() < theme.px(HEAD):
            return None
        line = (point.y() - theme.px(HEAD)) // theme.px(LINE)
        slot = int((point.x() - theme.px(NAMES)) / ((self.width() - theme.px(NAMES)) / SLOTS))
        return (line, slot) if line < len(self.view.venues) and slot < SLOTS else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None:
            self.go_to(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None:
            self.go_to(*place)
            self.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if event.key() in steps:
            down, right = steps[Qt.Key(event.key())]
            self.go_to(self.line + down, self.slot + right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.ask()
        else:
            super().keyPressEvent(event)

    def go_to(self, line: int, slot: int) -> None:
        """Mark a place, as far as there is one."""
        if self.view is not None and 0 <= line < len(self.view.venues) and 0 <= slot < SLOTS:
            self.line, self.slot = line, slot
            self._moved()

    def ask(self) -> None:
        """Book at the mark, or open the booking that stands there."""
        if self.view is not None and self.venue is not None:
            self.asked.emit(self.venue.id, self.moment, self.view.at(self.venue.id, self.moment))

    def _moved(self) -> None:
        self.setAccessibleName(self.words())
        self.update()
        self.picked.emit()


def _elided(painter: QPainter, text: str, width: float) -> str:
    return QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(width))

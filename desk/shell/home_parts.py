"""Parts of the home page: a card of items, the picture of the week."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from desk.core.cases.kinds import Tone
from desk.core.i18n import N_, _, ngettext
from desk.host.specs import HomeItem
from desk.shell import theme
from desk.shell.grouped_list import GroupedList, Line
from desk.shell.home_words import WeekDay, due_tone, due_words, in_order
from desk.shell.kit import bits

MOST = 30
"""Items a card lists; the lists themselves show the rest."""
_SHORT_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


class ItemCard(QFrame):
    """Items with their dates; says in words when there are none. Signal chosen(HomeItem). dated: show when they are
    due.
    """

    chosen = Signal(object)

    def __init__(self, title: str, empty: str, *, dated: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._empty, self._dated = empty, dated
        self.count = bits.label("", "muted")
        self.list = GroupedList(height=36)
        self.list.setProperty("role", "side")
        self.list.setAccessibleName(title)
        self.list.chosen.connect(self.chosen)
        self.words = bits.label(_("Reading…"), "muted", wrap=True)
        self.trouble = bits.label("", "mark", wrap=True)
        self.trouble.hide()
        self.list.hide()
        head = bits.row(bits.label(title, "section"), self.count, None)
        self.rest = bits.label("", "muted", wrap=True)
        self.rest.hide()
        layout = bits.column(head, self.words, self.trouble, self.list, self.rest, margins=12, spacing=4)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_items(self, items: Sequence[HomeItem], today: date, *, failed: bool = False) -> None:
        """List `items`, the most overdue first."""
        late = sum(item.due is not None and item.due < today for item in items)
        count = ngettext("{n} item", "{n} items", len(items)).format(n=len(items))
        if late:
            count += " · " + ngettext("{n} late", "{n} late", late).format(n=late)
        self.count.setText(count if items else "")
        self.words.setText(_("This could not be read just now. Press F5 to try again.") if failed else self._empty)
        self.words.setVisible(not items)
        self.list.setVisible(bool(items))
        rest = max(len(items) - MOST, 0)
        self.rest.setText(ngettext("{n} more stands in the lists.", "{n} more stand in the lists.", rest).format(n=rest))
        self.rest.setVisible(rest > 0)
        self.list.fill([_line(item, today, dated=self._dated) for item in in_order(items)[:MOST]])
        self.list.select(None)
        self.list.setFixedHeight(self.list.content_height() + 4)

    def fail(self, sentence: str) -> None:
        """Say that a part could not be read."""
        self.trouble.setText(sentence)
        self.trouble.show()


class WeekPicture(QWidget):
    """Seven columns: what is due on each day, red when late, today's name in bold."""

    def __init__(self) -> None:
        super().__init__()
        self._week: list[WeekDay] = []
        self._today = date.min
        self.setMinimumHeight(theme.px(120))

    def show_week(self, week: list[WeekDay], today: date) -> None:
        """Draw `week`; a screen reader hears it as a sentence."""
        self._week, self._today = week, today
        said = ", ".join(f"{_(_SHORT_DAYS[place])} {day.due}" for place, day in enumerate(week))
        self.setAccessibleName(_("Due this week: {days}").format(days=said))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._week:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_POINTS))
        most = max(max(day.due for day in self._week), 1)
        if not any(day.due for day in self._week):
            painter.setPen(QPen(QColor(theme.colours().muted)))
            painter.drawText(self.rect().adjusted(0, 0, 0, -theme.px(24)), Qt.AlignmentFlag.AlignCenter,
                             _("Nothing is due this week"))
        width = self.width() / len(self._week)
        for place, day in enumerate(self._week):
            self._draw_day(painter, QRectF(place * width, 0, width, self.height()), place, day, most)
        painter.end()

    def _draw_day(self, painter: QPainter, room: QRectF, place: int, day: WeekDay, most: int) -> None:
        table, words = theme.colours(), theme.px(18)
        floor = room.bottom() - words - 4
        tall = (floor - words - 2) * day.due / most
        bar = QRectF(room.center().x() - theme.px(12), floor - tall, theme.px(24), tall)
        colour = table.late if day.late else table.accent if day.day >= self._today else table.muted
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QPen(QColor(table.line)))
        painter.drawLine(int(room.left()), int(floor), int(room.right()), int(floor))
        if day.due:
            painter.setPen(QPen(QColor(table.text)))
            painter.drawText(QRectF(room.left(), bar.top() - words - 1, room.width(), words),
                             Qt.AlignmentFlag.AlignCenter, str(day.due))
        today = day.day == self._today
        painter.setFont(theme.font(theme.SMALL_POINTS, bold=today))
        painter.setPen(QPen(QColor(table.accent if today else table.muted)))
        under = QRectF(room.left(), floor + 3, room.width(), words)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, _(_SHORT_DAYS[place]))


def _line(item: HomeItem, today: date, *, dated: bool) -> Line:
    tone = due_tone(item.due, today, item.tone) if dated else item.tone
    aside = due_words(item.due, today) if dated else ""
    return Line(item.title, item, theme.tone_look(tone).icon, item.detail, aside=aside,
                tone="" if tone == Tone.OPEN else tone)

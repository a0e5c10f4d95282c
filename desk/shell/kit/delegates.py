"""How cells are drawn that are more than a text: a state as icon and word on its tint, a deadline as a lamp."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.core.cases.kinds import Tone
from desk.host.pages import LampCell, StateCell
from desk.shell import theme
from desk.shell.kit import icons
from desk.shell.kit.cells import days_text, lamp_tone
from desk.shell.kit.paged_model import VALUE

EDGE, PAD, ICON = 11, 8, 14
Index = QModelIndex | QPersistentModelIndex
LAMP_ICONS = {Tone.LATE: "triangle-alert", Tone.WAITING: "hourglass", Tone.DONE: "clock", Tone.MUTED: "circle-pause"}


class PillDelegate(QStyledItemDelegate):
    """States and lamps; everything else as the style draws it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(VALUE)
        if not isinstance(value, (StateCell, LampCell)):
            super().paint(painter, option, index)
            return
        self._ground(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        if isinstance(value, StateCell):
            look = theme.tone_look(value.tone)
            draw_pill(painter, box, str(index.data()), look.colour, look.ground, look.icon)
        else:
            self._lamp(painter, box, value)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = bare.widget.style() if bare.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)

    def _lamp(self, painter: QPainter, box: QRect, lamp: LampCell) -> None:
        if lamp.due is None:
            draw_text(painter, box, lamp.note, theme.colours().muted)
            return
        tone = lamp_tone(lamp)
        date = lamp.due.isoformat()[:10]
        draw_text(painter, box, date, theme.colours().text)
        box = box.adjusted(QFontMetrics(painter.font()).horizontalAdvance(date) + PAD, 0, 0, 0)
        words = " ".join(part for part in (days_text(lamp.days_left), lamp.note) if part)
        if words:
            look = theme.tone_look(tone)
            draw_pill(painter, box, words, look.colour, look.ground, LAMP_ICONS[tone])


def draw_pill(painter: QPainter, box: QRect, text: str, colour: str, ground: str, icon: str) -> None:
    """Icon and word on a rounded tint, at the left of `box`, cut with an ellipsis where it is too narrow."""
    metrics, icon_size = QFontMetrics(painter.font()), theme.px(ICON)
    room = max(0, box.width() - icon_size - 3 * PAD // 2 - PAD)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    height = min(box.height(), metrics.height() + PAD)
    width = metrics.horizontalAdvance(shown) + icon_size + 3 * PAD // 2 + PAD
    pill = QRectF(box.left(), box.center().y() - height / 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(pill.left()) + PAD, round(pill.center().y() - icon_size / 2),
                       icons.cached_pixmap(icon, colour, icon_size, max(ratio, 2.0)))
    painter.setPen(QColor(colour))
    words = pill.adjusted(PAD + icon_size + PAD // 2, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def draw_text(painter: QPainter, box: QRect, text: str, colour: str) -> None:
    """A text in `box`, cut with an ellipsis where it is too narrow."""
    painter.setPen(QColor(colour))
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def pill_size(text: str, metrics: QFontMetrics) -> QSize:
    """Room a pill with `text` needs."""
    return QSize(metrics.horizontalAdvance(text) + theme.px(ICON) + 3 * PAD // 2 + PAD + 4, metrics.height() + PAD)

"""Pieces of a record page: the header card, facts in sections with what can be revealed, the timeline."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QWidget

from desk.core.clock import hall_time
from desk.core.i18n import Translator, _
from desk.host.pages import Fact, FactSection, RecordCard, TimelineItem
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.cells import days_text, lamp_tone
from desk.shell.kit.delegates import LAMP_ICONS, draw_pill, pill_size
from desk.shell.regrow import GROWTH, STILL

REVEALED_SECONDS = 60
"""How long a revealed number stays on the screen."""


class Pill(QWidget):
    """A state or deadline as icon and word on its tint."""

    def __init__(self, text: str, tone: str, icon: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon
        self.setProperty(GROWTH, STILL)
        self.regrown()
        self.setAccessibleName(text)

    def regrown(self) -> None:
        """As large as its words."""
        self.setFixedSize(pill_size(self._text, QFontMetrics(theme.font())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.tone_look(self._tone)
        draw_pill(painter, self.rect(), self._text, look.colour, look.ground, self._icon or look.icon)


def header_card(card: RecordCard, tr: Translator) -> QFrame:
    """Number, title, state, people; at the right who has it, and the clock with the date and the days left."""
    title = bits.row(bits.label(card.title, "title", select=True), Pill(tr(card.state.word), card.state.tone), None)
    if card.confidential:
        lock = bits.picture("lock", "late")
        lock.setToolTip(_("Confidential"))
        lock.setAccessibleName(_("Confidential"))
        title.insertWidget(2, lock)
    second = "  ·  ".join(part for part in (card.number, card.subtitle) if part)
    left = bits.column(title, bits.label(second, "muted", select=True), spacing=4)
    right = bits.column(_deadline(card, tr), _holder(card), spacing=4)
    made = bits.row(left, None, right, margins=12)
    made.setStretch(0, 1)
    return bits.card(made)


def _deadline(card: RecordCard, tr: Translator) -> Any:
    lamp = card.lamp
    if lamp.due is None:
        return bits.row(None, bits.label(tr(lamp.note), "muted"))
    date = lamp.due.date() if isinstance(lamp.due, datetime) else lamp.due
    words = [bits.label(_("Due {date}").format(date=date.isoformat()))]
    tone = lamp_tone(lamp)
    left = " ".join(part for part in (days_text(lamp.days_left), tr(lamp.note)) if part)
    return bits.row(None, *words, *([Pill(left, tone, LAMP_ICONS[tone])] if left else []))


def _holder(card: RecordCard) -> Any:
    if card.holder is None:
        return bits.row()
    words = _("With {name}").format(name=card.holder) if card.holder else _("Not yet given to anybody")
    return bits.row(None, bits.picture("user", size=16), bits.label(words, "muted"), spacing=4)


NARROW, LONG = 560, 24
"""Pixels at ordinary type below which a card has one column of values; characters above which a value has a row of its own."""


class FactCard(QFrame):
    """A section of labelled values, two columns of them where there is room. edit(FactSection); reveal(Fact, FactCard)."""

    edit = Signal(object)
    reveal = Signal(object, object)

    def __init__(self, section: FactSection, tr: Translator, *, may_reveal: bool, may_edit: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._section, self._values = section, dict[str, tuple[Fact, QLabel, QToolButton]]()
        self._cells = [self._cell(fact, tr, may_reveal) for fact in section.facts]
        self._narrow = False
        head: list[Any] = [bits.label(tr(section.title), "section"), None]
        if section.edit and may_edit:
            button = bits.icon_button("pencil", _("Change {what}").format(what=tr(section.title)), self._on_edit)
            button.setProperty("small", "true")
            head.append(button)
        self.setLayout(bits.column(bits.row(*head), self._grid(), margins=12, spacing=8))
        self._hide = QTimer(self, singleShot=True, interval=REVEALED_SECONDS * 1000)
        self._hide.timeout.connect(self.conceal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._place()

    def _grid(self) -> QGridLayout:
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnMinimumWidth(0, theme.px(80))
        self._facts.setColumnStretch(1, 1)
        self._place()
        return self._facts

    def _place(self) -> None:
        """Two pairs a row, a long value and everything in a narrow card a row of its own."""
        grid = self._facts
        while grid.takeAt(0) is not None:
            pass
        grid.setColumnMinimumWidth(2, 0 if self._narrow else theme.px(80))
        grid.setColumnStretch(3, 0 if self._narrow else 1)
        row, column = 0, 0
        for fact, (name, value) in zip(self._section.facts, self._cells, strict=True):
            wide = self._narrow or len(fact.value) > LONG
            if wide and column:
                row, column = row + 1, 0
            top = Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(name, row, column, top)
            grid.addWidget(value, row, column + 1, 1, 3 if wide else 1)
            row, column = (row + 1, 0) if wide or column else (row, 2)

    def _cell(self, fact: Fact, tr: Translator, may_reveal: bool) -> tuple[QLabel, QWidget]:
        value = bits.label(fact.value or "—", wrap=True, select=True)
        name = bits.label(tr(fact.label), "muted")
        if not (fact.reveal and may_reveal):
            return name, value
        value.setWordWrap(False)
        eye = bits.icon_button("eye", _("Show {what}").format(what=tr(fact.label)), self._on_reveal)
        eye.setProperty("fact", fact.reveal)
        eye.setProperty("small", "true")
        self._values[fact.reveal] = (fact, value, eye)
        both = QWidget()
        both.setLayout(bits.row(value, eye, None, spacing=4))
        return name, both

    def show_revealed(self, fact: Fact, value: str) -> None:
        """Show the whole value for a minute."""
        self._values[fact.reveal][1].setText(value)
        self._hide.start()

    @Slot()
    def conceal(self) -> None:
        """Mask everything again."""
        for fact, label, _eye in self._values.values():
            label.setText(fact.value)

    @Slot()
    def _on_edit(self) -> None:
        self.edit.emit(self._section)

    @Slot()
    def _on_reveal(self) -> None:
        self.reveal.emit(self._values[self.sender().property("fact")][0], self)


def timeline(items: Sequence[TimelineItem], tr: Translator) -> QWidget:
    """What happened, as given: when, what, who."""
    inside: list[Any] = []
    for item in items:
        when = bits.label(_when(item.at), "small")
        who = bits.label(item.who, "small")
        lines: list[Any] = [bits.row(when, None, who), bits.label(tr(item.text), wrap=True, select=True)]
        if item.detail:
            lines.append(bits.label(item.detail, "small", wrap=True, select=True))
        inside.append(bits.column(*lines, spacing=2))
    if not inside:
        inside = [bits.label(_("Nothing has happened yet."), "small")]
    made = QWidget()
    made.setLayout(bits.column(*inside, spacing=10))
    return made


def _when(at: Any) -> str:
    if isinstance(at, datetime):
        return (hall_time(at) if at.tzinfo else at).strftime("%Y-%m-%d %H:%M")
    return at.isoformat() if hasattr(at, "isoformat") else str(at or "")

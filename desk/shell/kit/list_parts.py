"""Pieces of a list page: the row of saved filters, the bar of what can be done with the chosen rows, the empty page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from desk.core.i18n import Translator, _, ngettext
from desk.host.pages import Chip, RowAction
from desk.shell.kit import bits


class ChipRow(QWidget):
    """Saved filters, one of which is in force. chosen(filters)."""

    chosen = Signal(object)

    def __init__(self, chips: Sequence[Chip], tr: Translator) -> None:
        super().__init__()
        self._chips = [Chip(_("All")), *chips]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        buttons = [self._button(place, chip, tr) for place, chip in enumerate(self._chips)]
        buttons[0].setChecked(True)
        self.setLayout(bits.row(*buttons, None))
        self._group.idClicked.connect(self._on_click)

    def _button(self, place: int, chip: Chip, tr: Translator) -> QPushButton:
        made = QPushButton(tr(chip.title) if place else chip.title)
        made.setProperty("chip", "true")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # words are never cut
        self._group.addButton(made, place)
        return made

    def choose(self, place: int) -> None:
        """Put the filter at `place` (0: all) into force."""
        self._group.button(place).setChecked(True)
        self._on_click(place)

    @Slot(int)
    def _on_click(self, place: int) -> None:
        self.chosen.emit(dict(self._chips[place].filters))


class SelectionBar(QFrame):
    """How many rows are chosen and what can be done with them. run(RowAction); cleared()."""

    run = Signal(object)
    cleared = Signal()

    def __init__(self, actions: Sequence[RowAction], tr: Translator) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self._words = bits.label()
        self._buttons: list[tuple[RowAction, QPushButton]] = []
        for action in actions:
            button = bits.button(tr(action.title), self._on_click, icon=action.icon)
            self._buttons.append((action, button))
        clear = bits.button(_("Clear the selection"), self.cleared, flat=True)
        self.setLayout(bits.row(self._words, 8, *(button for _action, button in self._buttons), None, clear, margins=8))
        self.hide()

    def tell(self, count: int) -> None:
        """`count` rows are chosen."""
        self._words.setText(ngettext("{count} line chosen", "{count} lines chosen", count).format(count=f"{count:,}"))
        for action, button in self._buttons:
            button.setEnabled(count == 1 or action.many)
            button.setToolTip("" if button.isEnabled() else _("Can be done with one line at a time"))
        self.setVisible(count > 0)

    @Slot()
    def _on_click(self) -> None:
        sender = self.sender()
        self.run.emit(next(action for action, button in self._buttons if button is sender))


class EmptyPage(QFrame):
    """Instead of an empty table: what is the matter and what to do first."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._words = bits.label(role="muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setMinimumWidth(420)
        picture = bits.picture("clipboard-list", "strong_line", 48)
        centre = bits.column(None, bits.row(None, picture, None), bits.row(None, self._words, None),
                             bits.row(None, *buttons, None), None, spacing=16, margins=24)
        self.setLayout(centre)
        self.setMinimumSize(QSize(200, 160))

    def say(self, text: str) -> None:
        """The sentence in the middle."""
        self._words.setText(text)

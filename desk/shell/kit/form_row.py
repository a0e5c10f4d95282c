"""One line of a form: label with its letter, the field, and beside it what must be put right, what follows, or help."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from desk.core.i18n import Translator, _
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.fields import FieldControl

LABEL, SIDE = 132, 260


class FieldRow(QWidget):
    """edited(FieldRow): the value changed. left(FieldRow): the focus went elsewhere."""

    edited = Signal(object)
    left = Signal(object)

    def __init__(self, control: FieldControl, title: str, tr: Translator, *, path: str = "") -> None:
        super().__init__()
        self.control, self.field = control, control.field
        self.path = path or control.field.name
        self.title = tr(control.field.title)
        self._help, self.sentence, self._advice, self._odd = tr(control.field.help), "", "", False
        self._short = False
        self._words = bits.label(wrap=True)
        self._words.setMinimumWidth(theme.px(SIDE // 2))
        self._icon = bits.picture("triangle-alert", "late", 16)
        side = bits.row(self._icon, self._words, spacing=4)
        self._caption = self._label(title)
        line = bits.row(self._caption, control, spacing=8)
        line.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addLayout(side)
        wide = control.wide
        if wide:
            line.setAlignment(self._caption, Qt.AlignmentFlag.AlignTop)
            line.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 3 if wide else 0)
        line.setStretch(2, 2 if wide else 1)
        self.setLayout(line)
        control.changed.connect(self._on_changed)
        control.left.connect(self._on_left)
        self.refresh_side()

    def _label(self, title: str) -> QLabel:
        made = bits.label(title)
        made.setBuddy(self.control.focusProxy() or self.control)
        made.setFixedWidth(theme.px(LABEL))
        made.setMinimumHeight(theme.px(32))
        made.setWordWrap(True)
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self.field.required:
            made.setText(f"{title} *")
            self.control.setAccessibleDescription(_("must be filled in"))
        return made

    def make_short(self) -> None:
        """For several fields in one line: a label as wide as its words, nothing beside the field but what is wrong."""
        self._caption.setMinimumWidth(0)
        self._caption.setMaximumWidth(theme.px(LABEL))
        self._caption.setWordWrap(False)
        self._words.setMinimumWidth(0)
        self._short = True
        self.refresh_side()

    @property
    def is_shown(self) -> bool:
        """Whether the form asks for it now (not whether it is on the screen)."""
        return not self.isHidden()

    def mark(self, sentence: str) -> None:
        """Say beside the field what must be put right; "" when nothing must."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.control.set_marked(bool(sentence))
            target = self.control.focusProxy() or self.control
            target.setAccessibleDescription(sentence or self._help)
        self.refresh_side()

    def advise(self, text: str, *, odd: bool = False) -> None:
        """Say beside the field what was found while typing; no mark, nothing is refused. "" takes it away.

        odd: a question to look at, not just what follows.
        """
        if (text, odd) != (self._advice, self._odd):
            self._advice, self._odd = text, odd and bool(text)
            self.refresh_side()

    def refresh_side(self) -> None:
        """Show the mark, else advice, else what follows from the value, else the help."""
        hint = "" if self.sentence else self._advice or self.control.hint()
        self._icon.setVisible(bool(self.sentence))
        self._words.setText(self.sentence or hint or self._help)
        self._words.setVisible(bool(self.sentence) or not self._short)
        role = "mark" if self.sentence else "odd" if self._odd else "muted" if hint else "small"
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            bits.restyle(self._words)

    @Slot()
    def _on_changed(self) -> None:
        self.refresh_side()
        self.edited.emit(self)

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self)

"""What every field of a form can do, whatever it looks like."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.core.i18n import Translator
from desk.host.pages import Field
from desk.shell import theme
from desk.shell.kit import bits


class FieldControl(QWidget):
    """One field: shows a value and reads it back.

    changed(): something was typed or picked. left(): the focus went elsewhere. `raw` is what stands in the control,
    readable or not, as plain JSON values: drafts keep it.
    """

    changed = Signal()
    left = Signal()
    wide = False
    """Whether it takes what room there is, with its title at the top."""

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__()
        self.ctx, self.field, self.tr_ = ctx, field, tr
        self.setSizePolicy(self.sizePolicy().Policy.Preferred, self.sizePolicy().Policy.Fixed)

    def value(self) -> Any:
        """The value as the draft wants it, None when empty. Raises UserError when what is typed cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show `value`; tells nobody."""
        raise NotImplementedError

    def raw(self) -> Any:
        """What stands in the control, for a draft."""
        raise NotImplementedError

    def set_raw(self, raw: Any) -> None:
        """Put back what a draft kept."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether nothing was given."""
        return self.raw() in ("", None, [], {})

    def hint(self) -> str:
        """A line beside the field that follows from what is typed: an amount in capitals, a date with its weekday."""
        return ""

    def shown(self, value: Any) -> str:
        """`value` as words, for comparing two versions."""
        return "" if value is None else str(value)

    def set_marked(self, on: bool) -> None:
        """Draw the red border of a field that must be put right."""
        target = self.focusProxy() or self
        target.setProperty("marked", "true" if on else "false")
        bits.restyle(target)

    def set_choices(self, choices: Any) -> None:
        """Choices that were read from the database; only choice fields care."""

    def take(self, edit: QWidget, width: int) -> None:
        """Make `edit` what is focused, named and watched; width at 96 dpi, 0 fills the column."""
        self.setFocusProxy(edit)
        edit.setAccessibleName(self.tr_(self.field.title))
        if width:
            edit.setFixedWidth(theme.px(self.field.width or width))
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.focusProxy():
            self.left.emit()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_edit(self) -> None:
        self.changed.emit()


def line_edit(*, digits: bool = False, read_only: bool = False, max_length: int = 0) -> QLineEdit:
    """A line to type in; `digits` switches the input method off, so that digits arrive in plain width."""
    edit = QLineEdit()
    edit.setReadOnly(read_only)
    if max_length:
        edit.setMaxLength(max_length)
    if digits:
        edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        edit.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText)
    return edit


def is_enter(event: QEvent) -> bool:
    """Whether Enter was pressed, with nothing held down."""
    return (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers()
            & ~Qt.KeyboardModifier.KeypadModifier and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))

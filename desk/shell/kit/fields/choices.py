"""Fields one chooses in: one of several, yes or no; and the ones that only show something."""

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QCheckBox, QComboBox

from desk.core.i18n import Translator, _
from desk.host.pages import Field
from desk.shell.kit import bits
from desk.shell.kit.fields.base import FieldControl


class ChoiceField(FieldControl):
    """One of several. Value: the value of what was chosen, None for nothing."""

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setEnabled(not field.read_only)
        self.take(self.box, field.width or 240)
        if not callable(field.choices):
            self.set_choices(field.choices)
        self.box.currentIndexChanged.connect(self._on_edit)
        self.setLayout(bits.row(self.box, None))

    def set_choices(self, choices: Any) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(_("Choose"), None)
        for value, title in choices:
            self.box.addItem(self.tr_(title), value)
        self.box.blockSignals(False)

    def value(self) -> Any:
        return self.box.currentData()

    def set_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        self.box.setCurrentIndex(max(0, self._place(value)))
        self.box.blockSignals(False)

    def raw(self) -> Any:
        return self.value()

    def set_raw(self, raw: Any) -> None:
        self.set_value(raw)

    def shown(self, value: Any) -> str:
        place = self._place(value)
        return self.box.itemText(place) if place > 0 else ""

    def _place(self, value: Any) -> int:
        return next((place for place in range(self.box.count()) if self.box.itemData(place) == value), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()  # scrolling the page over a box must not change it
            return True
        return super().eventFilter(watched, event)


class BoolField(FieldControl):
    """Yes or no, said by the title beside the box."""

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.box = QCheckBox(_("Yes"))
        self.box.setEnabled(not field.read_only)
        self.take(self.box, 0)
        self.box.toggled.connect(self._on_edit)
        self.setLayout(bits.row(self.box, None))

    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)

    def raw(self) -> Any:
        return self.value()

    def set_raw(self, raw: Any) -> None:
        self.set_value(raw)

    def shown(self, value: Any) -> str:
        return _("Yes") if value else _("No")


class ShownField(FieldControl):
    """A note or a computed text: read, never written."""

    wide = True

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.words = bits.label(tr(str(field.default)) if field.default else "", wrap=True, select=True)
        self.words.setMinimumHeight(32)
        self.setLayout(bits.row(self.words))

    def value(self) -> Any:
        return None

    def set_value(self, value: Any) -> None:
        if value:
            self.words.setText(str(value))

    def show_computed(self, text: str) -> None:
        """Show what was computed from the draft."""
        self.words.setText(text)

    def raw(self) -> Any:
        return None

    def set_raw(self, raw: Any) -> None:
        """Nothing to put back."""

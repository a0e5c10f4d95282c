"""One declared setting: title, field by its kind, help, source; an unsure one says so and asks to be confirmed."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from desk.core.i18n import Translator, _
from desk.core.text import clean, clean_note
from desk.host.specs import SettingSpec
from desk.shell import theme
from desk.shell.kit import bits

_FIELD_WIDTH = 280


class SettingRow(QWidget):
    """Signal changed(): the value or the confirmation differs from before, or no longer does."""

    changed = Signal()

    def __init__(self, spec: SettingSpec, tr: Translator, *, editable: bool) -> None:
        super().__init__()
        self.spec, self._tr = spec, tr
        self._stored: Any = spec.default
        self._confirmed = False
        self.field = self._made()
        self.field.setEnabled(editable)
        self.field.setAccessibleName(tr(spec.title))
        self.confirm = QCheckBox(_("Confirmed for this hall"))
        self.confirm.setEnabled(editable)
        self.confirm.toggled.connect(self.changed)
        self.trouble = bits.label("", "mark", wrap=True)
        self.trouble.hide()
        self.setLayout(self._layout())

    @property
    def words(self) -> str:
        """Everything it says, in small letters, to be found by."""
        spec = self.spec
        return " ".join((self._tr(spec.title), self._tr(spec.help), spec.source)).casefold()

    @property
    def is_changed(self) -> bool:
        """Whether saving would change something."""
        return self._shown() != self._stored or self.is_confirmed != self._confirmed

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody says that the value is right here."""
        return self.spec.unsure and self.confirm.isChecked()

    @property
    def needs_confirming(self) -> bool:
        """Whether nobody has confirmed it yet."""
        return self.spec.unsure and not self._confirmed

    def show_value(self, value: Any, *, confirmed: bool) -> None:
        """Show what is stored."""
        self._put(value)
        self._stored, self._confirmed = self._shown(), confirmed
        self.confirm.setChecked(confirmed)
        self.trouble.hide()
        self.warning.setVisible(self.needs_confirming)

    def value(self) -> Any:
        """What would be stored; raises UserError for text that may not be kept."""
        shown = self._shown()
        if self.spec.kind == "date":
            return shown.isoformat()
        if self.spec.kind == "lines":
            return clean_note(shown)
        return clean(shown) if isinstance(shown, str) and self.spec.kind == "text" else shown

    def say(self, sentence: str) -> None:
        """Why it cannot be saved."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def _layout(self) -> Any:
        spec = self.spec
        words: list[QWidget] = [bits.label(self._tr(spec.title), wrap=True)]
        if spec.help:
            words.append(bits.label(self._tr(spec.help), "small", wrap=True))
        if spec.source:
            words.append(bits.label(_("Source: {source}").format(source=spec.source), "small", wrap=True))
        self.warning = bits.band(_("It could not be confirmed that this is right everywhere. Ask your street office or "
                                   "justice office, then confirm it here."), "waiting")
        words.append(self.warning)
        if spec.unsure:
            words.append(self.confirm)
        right = bits.row(self.field, *([bits.label(self._tr(spec.unit), "muted")] if spec.unit else []), None)
        left = bits.column(*words, self.trouble, None, spacing=4)
        row = bits.row(spacing=24)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        return row

    def _made(self) -> QWidget:
        makers = {"number": self._number, "bool": self._bool, "choice": self._choices, "date": self._date,
                  "lines": self._lines}
        return makers.get(self.spec.kind, self._text)()

    def _text(self) -> QWidget:
        field = QLineEdit()
        field.setMaxLength(200)
        field.setMinimumWidth(theme.px(_FIELD_WIDTH))
        field.textEdited.connect(self._touched)
        return field

    def _lines(self) -> QWidget:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setMaximumHeight(theme.px(110))
        field.textChanged.connect(self._touched)
        return field

    def _number(self) -> QWidget:
        field = QSpinBox()
        field.setRange(self.spec.minimum if self.spec.minimum is not None else 0,
                       self.spec.maximum if self.spec.maximum is not None else 1_000_000)
        field.setMinimumWidth(theme.px(110))
        field.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        field.valueChanged.connect(self._touched)
        return field

    def _bool(self) -> QWidget:
        field = QCheckBox(_("Yes"))
        field.toggled.connect(self._touched)
        return field

    def _choices(self) -> QWidget:
        field = QComboBox()
        for value, title in self.spec.choices:
            field.addItem(self._tr(title), value)
        field.setMinimumWidth(theme.px(_FIELD_WIDTH))
        field.activated.connect(self._touched)
        return field

    def _date(self) -> QWidget:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setDisplayFormat("yyyy年M月d日")
        field.setMinimumWidth(theme.px(160))
        field.dateChanged.connect(self._touched)
        return field

    @Slot()
    def _touched(self) -> None:
        self.trouble.hide()
        if self.confirm.isChecked() and self._shown() != self._stored:
            self.confirm.setChecked(False)  # another value has not been confirmed by anybody
        self.changed.emit()

    def _shown(self) -> Any:
        field = self.field
        if isinstance(field, QSpinBox):
            return field.value()
        if isinstance(field, QCheckBox):
            return field.isChecked()
        if isinstance(field, QComboBox):
            return field.currentData()
        if isinstance(field, QDateEdit):
            day = field.date()
            return date(day.year(), day.month(), day.day())
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]

    def _put(self, value: Any) -> None:
        field = self.field
        field.blockSignals(True)
        if isinstance(field, QSpinBox):
            field.setValue(int(value or 0))
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(max(field.findData(value), 0))
        elif isinstance(field, QDateEdit):
            day = date.fromisoformat(value) if isinstance(value, str) and value else value or date(2026, 1, 1)
            field.setDate(QDate(day.year, day.month, day.day))
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(str(value or ""))
        else:
            field.setText(str(value if value is not None else ""))  # type: ignore[attr-defined]
        field.blockSignals(False)

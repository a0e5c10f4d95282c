"""Fields one types into: a line, several lines, numbers and codes of digits, money."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QPlainTextEdit

from desk.core.errors import UserError
from desk.core.i18n import Translator, _
from desk.core.text import clean, clean_note, clean_table, code, fold_width
from desk.host.pages import Field
from desk.shell import theme
from desk.shell.kit import bits
from desk.shell.kit.fields.base import FieldControl, line_edit
from desk.shell.kit.fields.phrases import PhraseButton


class TextField(FieldControl):
    """One line of text."""

    usual, digits = 420, False

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.edit = line_edit(digits=self.digits, read_only=field.read_only, max_length=field.max_length)
        self.take(self.edit, field.width or self.usual)
        self.edit.textEdited.connect(self._on_edit)
        self.setLayout(bits.row(self.edit, None))
        if field.choices and not callable(field.choices):
            self.set_choices(field.choices)

    def set_choices(self, choices: Any) -> None:
        """Offer them while she types; anything else may be written."""
        offered = QCompleter([self.tr_(title) for _value, title in choices], self)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.activated.connect(self._on_edit)
        self.edit.setCompleter(offered)

    def value(self) -> Any:
        return clean(self.edit.text(), field=self.field.name) or None

    def set_value(self, value: Any) -> None:
        self.edit.setText("" if value is None else str(value))
        self.edit.setCursorPosition(0)

    def raw(self) -> Any:
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        self.edit.setText(str(raw or ""))


class CodeField(TextField):
    """Digits and letters of a number: identity papers, phones. Full width folds, spaces go, the input method is off."""

    usual, digits = 240, True

    def value(self) -> Any:
        return code(self.edit.text(), field=self.field.name) or None


class NumberField(TextField):
    """A whole number."""

    usual, digits = 120, True

    def value(self) -> Any:
        typed = code(self.edit.text(), field=self.field.name).replace(",", "")
        if not typed:
            return None
        try:
            return int(typed)
        except ValueError:
            raise UserError(_("Enter a whole number, such as 12."), field=self.field.name) from None


class MoneyField(TextField):
    """Typed in yuan, kept in fen; the capitals that the paper will print stand beside it."""

    usual, digits = 160, True

    def value(self) -> Any:
        from desk.core.documents.money import parse_amount

        typed = fold_width(self.edit.text()).strip()
        return parse_amount(typed, field=self.field.name) if typed else None

    def set_value(self, value: Any) -> None:
        from desk.core.documents.money import figures

        self.edit.setText("" if value is None else figures(value, symbol=""))

    def hint(self) -> str:
        from desk.core.documents.money import capitals

        try:
            fen = self.value()
            return "" if fen is None else capitals(fen)
        except (UserError, ValueError):
            return ""

    def shown(self, value: Any) -> str:
        from desk.core.documents.money import figures

        return "" if value is None else figures(value)


class LinesField(FieldControl):
    """Several lines of text, perhaps with a library of phrases."""

    wide = True

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setReadOnly(field.read_only)
        line = self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(line * max(2, field.rows) + theme.px(16))
        self.take(self.edit, field.width)
        self.edit.setMinimumWidth(theme.px(300))
        self.edit.textChanged.connect(self._on_edit)
        items: list[Any] = [self.edit]
        if field.phrases and not field.read_only:
            self.phrases = PhraseButton(ctx, field.phrases, self.edit, source=field.phrase_source)
            items.append(bits.row(self.phrases, None))
        self.setLayout(bits.column(*items, spacing=4))

    def value(self) -> Any:
        limit = {"limit": self.field.max_length} if self.field.max_length else {}
        cleaned = clean_table if self.field.table else clean_note
        return cleaned(self.edit.toPlainText(), field=self.field.name, **limit) or None

    def set_value(self, value: Any) -> None:
        self.edit.blockSignals(True)
        self.edit.setPlainText("" if value is None else str(value))
        self.edit.blockSignals(False)

    def raw(self) -> Any:
        return self.edit.toPlainText()

    def set_raw(self, raw: Any) -> None:
        self.set_value(raw)

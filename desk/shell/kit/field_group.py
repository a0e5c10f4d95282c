"""Rows that are read together: the fields of a form outside its repeating groups, or those of one item inside."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.core.errors import UserError
from desk.core.i18n import Translator, _
from desk.host.pages import Field
from desk.shell.kit.fields import ShownField, make_field
from desk.shell.kit.form_row import FieldRow
from desk.shell.kit.mnemonics import assign

RESERVED = "SB"
"""Letters of the form's own buttons."""


class FieldGroup(QObject):
    """edited(FieldRow), left(FieldRow): as of the rows. `prefix` leads their paths ("parties.0.")."""

    edited = Signal(object)
    left = Signal(object)

    def __init__(self, ctx: Any, fields: Sequence[Field], tr: Translator, *, prefix: str = "", letters: bool = True,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        shown = [tr(field.title) for field in fields]
        titles = assign(((field.title, title) for field, title in zip(fields, shown, strict=True)),
                        RESERVED) if letters else shown
        self.rows = [FieldRow(make_field(ctx, field, tr), title, tr, path=prefix + field.name)
                     for field, title in zip(fields, titles, strict=True)]
        for row in self.rows:
            row.edited.connect(self.edited)
            row.left.connect(self.left)

    def row(self, name: str) -> FieldRow | None:
        """The row of field `name`."""
        return next((row for row in self.rows if row.field.name == name), None)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show `values`; a field that is not among them shows its default."""
        for row in self.rows:
            if not isinstance(row.control, ShownField) or row.field.name in values:
                row.control.set_value(values.get(row.field.name, row.field.default))
            row.mark("")

    def set_choices(self, choices: Mapping[str, Any]) -> None:
        """Choices read from the database, by field name."""
        for row in self.rows:
            if row.field.name in choices:
                row.control.set_choices(choices[row.field.name])

    def peek(self) -> dict[str, Any]:
        """Values as far as they can be read, without a word."""
        found = {}
        for row in self._asking():
            try:
                found[row.field.name] = row.control.value()
            except UserError:
                found[row.field.name] = None
        return found

    def read(self) -> tuple[dict[str, Any], dict[str, str]]:
        """(values, path → sentence of what cannot be read or is missing). What is not asked for is None."""
        values: dict[str, Any] = {}
        marks: dict[str, str] = {}
        for row in self._asking():
            values[row.field.name], sentence = self.read_one(row) if row.is_shown else (None, "")
            if sentence:
                marks[row.path] = sentence
        return values, marks

    def read_one(self, row: FieldRow, *, gently: bool = False) -> tuple[Any, str]:
        """(value, sentence); `gently`: she is still on her way, missing is not yet worth a word."""
        try:
            value = row.control.value()
        except UserError as error:
            return None, str(error)
        if row.field.required and not gently and (value is False or value in (None, "")):  # nought is a number like others
            return value, _("Fill in “{title}”.").format(title=row.title)
        return value, ""

    def raw(self) -> dict[str, Any]:
        """What stands in the controls, for a draft."""
        return {row.field.name: row.control.raw() for row in self._asking()}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what a draft kept."""
        for row in self._asking():
            if row.field.name in raw:
                row.control.set_raw(raw[row.field.name])
                row.refresh_side()

    def follow(self, values: Mapping[str, Any]) -> None:
        """Show what these values ask for, and compute what follows from them."""
        for row in self.rows:
            row.setVisible(all(values.get(name) in wanted for name, wanted in row.field.visible_when.items()))
            if row.field.computed is not None and isinstance(row.control, ShownField):
                row.control.show_computed(row.field.computed(dict(values)))

    def _asking(self) -> list[FieldRow]:
        return [row for row in self.rows if not isinstance(row.control, ShownField)]


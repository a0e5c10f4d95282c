"""The fields of a form in their sections: values in, values and marks out."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.core.i18n import Translator
from desk.host.pages import Field, FormSpec, Repeat, Section
from desk.shell.kit import bits
from desk.shell.kit.field_group import FieldGroup
from desk.shell.kit.form_row import FieldRow
from desk.shell.kit.repeat_box import RepeatBox


class FormBody(QWidget):
    """edited(): something was typed, added or taken away. left(FieldRow): the focus went on."""

    edited = Signal()
    left = Signal(object)

    def __init__(self, ctx: Any, spec: FormSpec, tr: Translator) -> None:
        super().__init__()
        self._tr, self._given = tr, dict[str, Any]()
        single = [field for section in spec.sections for field in section.fields if isinstance(field, Field)]
        self.group = FieldGroup(ctx, single, tr, parent=self)
        self.repeats = [RepeatBox(ctx, field, tr) for section in spec.sections for field in section.fields
                        if isinstance(field, Repeat)]
        cards = [self._card(section) for section in spec.sections]
        self.setLayout(bits.column(*cards, None, spacing=12))
        for source in self._parts():
            source.edited.connect(self._on_edited)
            source.left.connect(self.left)

    def _card(self, section: Section) -> QWidget:
        repeats = {box.spec.name: box for box in self.repeats}
        inside: list[Any] = [bits.label(self._tr(section.title), "section")] if section.title else []
        if section.help:
            inside.append(bits.label(self._tr(section.help), "small", wrap=True))
        for field in section.fields:
            inside.append(repeats[field.name] if isinstance(field, Repeat) else self.group.row(field.name))
        return bits.card(bits.column(*inside, margins=12, spacing=6))

    def _parts(self) -> list[FieldGroup | RepeatBox]:
        return [self.group, *self.repeats]

    @property
    def rows(self) -> list[FieldRow]:
        """Every row, those of the repeating groups last."""
        return [*self.group.rows, *(row for box in self.repeats for row in box.rows)]

    def set_choices(self, choices: Mapping[str, Any]) -> None:
        """Choices read from the database, by field name."""
        for part in self._parts():
            part.set_choices(choices)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show `values`; what no field shows (id, version) is kept and handed back with the rest."""
        self._given = dict(values)
        self.group.set_values(values)
        for box in self.repeats:
            box.set_values(values.get(box.spec.name))
        self.follow()

    def peek(self) -> dict[str, Any]:
        """Values as far as they can be read."""
        return self._given | self.group.peek() | {box.spec.name: box.peek() for box in self.repeats}

    def read(self) -> tuple[dict[str, Any], dict[str, str]]:
        """(values, path → sentence of what must be put right)."""
        values, marks = self.group.read()
        for box in self.repeats:
            values[box.spec.name], wrong = box.read()
            marks |= wrong
        return self._given | values, marks

    def raw(self) -> dict[str, Any]:
        """What stands in the form, for a draft."""
        return self.group.raw() | {box.spec.name: box.raw() for box in self.repeats}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what a draft kept."""
        self.group.set_raw(raw)
        for box in self.repeats:
            if box.spec.name in raw:
                box.set_raw(raw[box.spec.name])
        self.follow()

    def follow(self) -> None:
        """Show and compute what follows from the values."""
        values = self.peek()
        self.group.follow(values)
        for box in self.repeats:
            box.follow(values)

    def mark(self, marks: Mapping[str, str]) -> list[str]:
        """Put each sentence beside its field; answers those that belong to no field shown."""
        rest = dict(marks)
        for row in self.rows:
            row.mark(rest.pop(row.path, "") if row.is_shown else "")
        for box in self.repeats:
            box.mark(rest.pop(box.spec.name, ""))
        return [sentence for sentence in rest.values() if sentence]

    def marked(self) -> list[FieldRow]:
        """Rows that must be put right, in the order they stand on the page."""
        return sorted((row for row in self.rows if row.sentence), key=self._height)

    def _height(self, row: FieldRow) -> int:
        return row.mapTo(self, row.rect().topLeft()).y()

    @Slot()
    def _on_edited(self) -> None:
        self.follow()
        self.edited.emit()

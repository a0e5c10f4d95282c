"""A repeating group of a form: parties, clauses, instalments. Items are added and taken away, each with its own fields."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from desk.core.i18n import Translator, _
from desk.host.pages import Repeat
from desk.shell.kit import bits
from desk.shell.kit.field_group import FieldGroup
from desk.shell.kit.form_row import FieldRow


class RepeatItem(QFrame):
    """One item with its number and a button that takes it away."""

    removed = Signal(object)

    def __init__(self, ctx: Any, spec: Repeat, tr: Translator, number: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.group = FieldGroup(ctx, spec.fields, tr, prefix=f"{spec.name}.{number}.", letters=False, parent=self)
        self._spec_title = tr(spec.title)
        self._title = bits.label(role="section")
        self.remove = bits.icon_button("trash-2", _("Take away"), self._on_remove)
        if not spec.add_title:
            self.remove.hide()
        self.setLayout(self._line() if spec.compact else self._block())
        self.renumber(spec.name, number)

    def _block(self) -> QLayout:
        head = bits.row(self._title, None, self.remove)
        return bits.column(head, *self.group.rows, margins=8, spacing=4)

    def _line(self) -> QLayout:
        """One line: the fields side by side, each with a label of its own width."""
        self._title.hide()
        for row in self.group.rows:
            row.make_short()
        line = bits.row(*self.group.rows, None, self.remove, spacing=12)
        line.setContentsMargins(8, 4, 8, 4)
        return line

    def renumber(self, name: str, number: int) -> None:
        """It is now item `number`, counted from 0."""
        title = _("{title} {number}").format(title=self._spec_title, number=number + 1)
        self._title.setText(title)
        self.remove.setAccessibleName(_("Take away {what}").format(what=title))
        self.remove.setToolTip(self.remove.accessibleName())
        for row in self.group.rows:
            row.path = f"{name}.{number}.{row.field.name}"

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)


class RepeatBox(QWidget):
    """edited(FieldRow or None), left(FieldRow). Value: a list of dicts; what an item was given and no field shows is kept."""

    edited = Signal(object)
    left = Signal(object)

    def __init__(self, ctx: Any, spec: Repeat, tr: Translator) -> None:
        super().__init__()
        self._ctx, self.spec, self._tr = ctx, spec, tr
        self._given: dict[RepeatItem, dict[str, Any]] = {}
        self._choices: Mapping[str, Any] = {}
        self.items: list[RepeatItem] = []
        self._column = bits.column()
        self.add_button = bits.button(tr(spec.add_title), self.add_by_hand, icon="plus")
        self._mark = bits.label(role="mark", wrap=True)
        self._mark.hide()
        if not spec.add_title:
            self.add_button.hide()
        self.setLayout(bits.column(self._column, self._mark, bits.row(self.add_button, None)))

    @property
    def rows(self) -> list[FieldRow]:
        """Every row of every item, top to bottom."""
        return [row for item in self.items for row in item.group.rows]

    def add(self, values: Mapping[str, Any] | None = None) -> RepeatItem:
        """Add an item showing `values`; tells nobody."""
        item = RepeatItem(self._ctx, self.spec, self._tr, len(self.items))
        item.group.set_choices(self._choices)
        item.group.set_values(values or {})
        item.group.edited.connect(self.edited)
        item.group.left.connect(self.left)
        item.removed.connect(self._on_removed)
        self._given[item] = dict(values or {})
        self.items.append(item)
        self._column.addWidget(item)
        self._count()
        return item

    @Slot()
    def add_by_hand(self) -> None:
        """Add an empty item and go to its first field."""
        item = self.add()
        self.edited.emit(None)
        QTimer.singleShot(0, item.group.rows[0].control.setFocus)

    def set_values(self, values: Sequence[Mapping[str, Any]] | None) -> None:
        """Show these items, at least `minimum`."""
        for item in self.items:
            self._drop(item)
        self.items, self._given = [], {}
        for each in values or ():
            self.add(each)
        while len(self.items) < self.spec.minimum:
            self.add()
        self._count()

    def set_choices(self, choices: Mapping[str, Any]) -> None:
        """Choices read from the database, for every item present and to come."""
        self._choices = choices
        for item in self.items:
            item.group.set_choices(choices)

    def peek(self) -> list[dict[str, Any]]:
        """Items as far as they can be read."""
        return [self._given[item] | item.group.peek() for item in self.items]

    def read(self) -> tuple[list[dict[str, Any]], dict[str, str]]:
        """(items, path → sentence)."""
        values: list[dict[str, Any]] = []
        marks: dict[str, str] = {}
        for item in self.items:
            found, wrong = item.group.read()
            values.append(self._given[item] | found)
            marks |= wrong
        return values, marks

    def raw(self) -> list[dict[str, Any]]:
        """For a draft; what the fields do not show goes along, so that ids survive."""
        return [{"given": self._given[item], "typed": item.group.raw()} for item in self.items]

    def set_raw(self, raw: Sequence[Mapping[str, Any]]) -> None:
        """Put back what a draft kept."""
        self.set_values([kept["given"] for kept in raw])
        for item, kept in zip(self.items, raw, strict=False):
            item.group.set_raw(kept["typed"])

    def follow(self, values: Mapping[str, Any]) -> None:
        """Show in each item what its own values, then the form's, ask for."""
        for item in self.items:
            item.group.follow({**values, **item.group.peek()})

    def mark(self, sentence: str) -> None:
        """Say what is wrong with the group as a whole."""
        self._mark.setText(sentence)
        self._mark.setVisible(bool(sentence))

    @Slot(object)
    def _on_removed(self, item: RepeatItem) -> None:
        self.items.remove(item)
        del self._given[item]
        self._drop(item)
        self._count()
        self.add_button.setFocus()
        self.edited.emit(None)

    def _drop(self, item: RepeatItem) -> None:
        item.group.blockSignals(True)
        self._column.removeWidget(item)
        item.hide()
        item.deleteLater()

    def _count(self) -> None:
        for number, item in enumerate(self.items):
            item.renumber(self.spec.name, number)
            item.remove.setEnabled(len(self.items) > self.spec.minimum)
        self.add_button.setEnabled(not self.spec.maximum or len(self.items) < self.spec.maximum)

"""Several of many: a tick each, in groups with a heading. The arrow keys go from tick to tick, Space sets one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desk.core.i18n import Translator, _
from desk.host.pages import Field
from desk.shell.kit import bits
from desk.shell.kit.fields.base import FieldControl

ACROSS = 2
"""Ticks beside each other."""


class TicksField(FieldControl):
    """Choices are (value, title) or (value, title, group). Value: a tuple of the ticked values, in the order shown."""

    wide = True

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.boxes: dict[Any, QCheckBox] = {}
        self._wanted: tuple[Any, ...] = ()
        self._groups = bits.column(spacing=8)
        self.setLayout(self._groups)
        if not callable(field.choices):
            self.set_choices(field.choices)

    def set_choices(self, choices: Any) -> None:
        bits.empty(self._groups)
        self.boxes = {}
        groups: dict[str, list[tuple[Any, str]]] = {}
        for value, title, *group in choices:
            groups.setdefault(group[0] if group else "", []).append((value, title))
        for name, items in groups.items():
            if name:
                self._groups.addWidget(bits.label(self.tr_(name), "muted"))
            self._groups.addWidget(self._grid(name, items))
        if not groups:
            self._groups.addWidget(bits.label(_("Nothing to choose from yet."), "muted"))
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))
        self.set_value(self._wanted)

    def _grid(self, group: str, items: Sequence[tuple[Any, str]]) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for place, (value, title) in enumerate(items):
            box = QCheckBox(self.tr_(title).replace("&", "&&"))
            box.setAccessibleDescription(self.tr_(group or self.field.title))
            box.setEnabled(not self.field.read_only)
            box.toggled.connect(self._on_edit)
            box.installEventFilter(self)
            self.boxes[value] = box
            grid.addWidget(box, place // ACROSS, place % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        made = QWidget()
        made.setLayout(grid)
        return made

    def value(self) -> Any:
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Any) -> None:
        self._wanted = tuple(value or ())
        for each, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(each in self._wanted)
            box.blockSignals(False)

    def raw(self) -> Any:
        return list(self.value())

    def set_raw(self, raw: Any) -> None:
        self.set_value(raw)

    def set_marked(self, on: bool) -> None:
        """The sentence beside it says enough; forty red boxes would not."""

    def shown(self, value: Any) -> str:
        return "、".join(box.text() for each, box in self.boxes.items() if each in (value or ()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Right: True, Qt.Key.Key_Up: False, Qt.Key.Key_Left: False}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in steps:
            return self._go(watched, 1 if steps[Qt.Key(event.key())] else -1)
        return super().eventFilter(watched, event)

    def _go(self, from_box: QObject, step: int) -> bool:
        boxes = list(self.boxes.values())
        place = next((place for place, box in enumerate(boxes) if box is from_box), 0) + step
        if 0 <= place < len(boxes):
            boxes[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

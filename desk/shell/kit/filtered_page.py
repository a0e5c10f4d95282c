"""A list page with a row of filter fields above the table: days, choices. A field that cannot be read yet filters nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.host.pages import Field, ListSpec
from desk.shell.kit import bits
from desk.shell.kit.fields import ChoiceField, FieldControl, make_field
from desk.shell.kit.list_page import ListPage


class FilteredPage(ListPage):
    """`FilteredPage(ctx, spec, fields)`: each field is named like the filter it sets; choices may be read from the data."""

    def __init__(self, ctx: Any, spec: ListSpec, fields: Sequence[Field], *, filters: Mapping[str, Any] | None = None,
                 text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ctx, spec, filters=filters, text=text, parent=parent)
        self.controls: dict[str, FieldControl] = {}
        parts: list[Any] = []
        for field in fields:
            control = self.controls[field.name] = make_field(ctx, field, self.tr_)
            label = bits.label(self.tr_(field.title))
            label.setBuddy(control.focusProxy() or control)
            parts += [label, control]
            control.changed.connect(self._on_field)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(2, bits.row(*parts, None))
        self._say_all()
        if any(callable(field.choices) for field in fields):
            ctx.jobs.read(_choices, fields).then(self._on_choices).start()

    def own_filters(self) -> dict[str, Any]:
        """What the fields say, as far as they can be read."""
        found = {}
        for name, control in self.controls.items():
            try:
                found[name] = control.value()
            except UserError:  # she is still typing
                continue
        return {name: value for name, value in found.items() if value is not None}

    def _ask(self) -> None:
        self.model.ask(text=self.search.text().strip(), filters=self._fixed | self._chip_filters | self.own_filters())

    @Slot()
    def _on_field(self) -> None:
        wanted = self._fixed | self._chip_filters | self.own_filters()
        if wanted != dict(self.model.request.filters):
            self._ask()

    @Slot(object)
    def _on_choices(self, choices: Mapping[str, Any]) -> None:
        for name, values in choices.items():
            self.controls[name].set_choices(values)
        self._say_all()

    def _say_all(self) -> None:
        """A filter that is not set lets everything through."""
        for control in self.controls.values():
            if isinstance(control, ChoiceField):
                control.box.setItemText(0, _("All"))


def _choices(uow: Any, fields: Sequence[Field]) -> dict[str, Any]:
    return {field.name: tuple(field.choices(uow)) for field in fields if callable(field.choices)}

"""Fields of forms, one class a kind; `make_field` makes the one a declaration asks for. They work by hand as well."""

from typing import Any

from desk.core.i18n import Translator, _
from desk.host.pages import Field
from desk.shell.kit.fields.base import FieldControl
from desk.shell.kit.fields.choices import BoolField, ChoiceField, ShownField
from desk.shell.kit.fields.dates import DateField, MomentField, PartialDateField
from desk.shell.kit.fields.password import PasswordField
from desk.shell.kit.fields.pickers import PickerField
from desk.shell.kit.fields.text import CodeField, LinesField, MoneyField, NumberField, TextField
from desk.shell.kit.fields.ticks import TicksField

KINDS: dict[str, type[FieldControl]] = {
    "text": TextField, "lines": LinesField, "number": NumberField, "money": MoneyField, "date": DateField,
    "partial_date": PartialDateField, "datetime": MomentField, "choice": ChoiceField, "bool": BoolField,
    "person": PickerField, "place": PickerField, "organisation": PickerField, "idnumber": CodeField, "phone": CodeField,
    "note": ShownField, "computed": ShownField, "ticks": TicksField, "password": PasswordField,
}


def make_field(ctx: Any, field: Field, tr: Translator = _) -> FieldControl:
    """The control of `field`; an unknown kind is a bug of the declaration."""
    return KINDS[field.kind](ctx, field, tr)


__all__ = ["KINDS", "BoolField", "ChoiceField", "CodeField", "DateField", "FieldControl", "LinesField", "MomentField",
           "MoneyField", "NumberField", "PartialDateField", "PasswordField", "PickerField", "ShownField", "TextField",
           "TicksField", "make_field"]

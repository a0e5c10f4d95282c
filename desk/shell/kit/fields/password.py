"""A password: shown as dots, never kept in a draft, handed on as a Secret."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from desk.core.i18n import Translator
from desk.core.secret import Secret
from desk.host.pages import Field
from desk.shell.kit import bits
from desk.shell.kit.fields.base import FieldControl, line_edit

LONGEST = 256


class PasswordField(FieldControl):
    """Value: a Secret, None when nothing was typed."""

    def __init__(self, ctx: Any, field: Field, tr: Translator) -> None:
        super().__init__(ctx, field, tr)
        self.edit = line_edit(max_length=field.max_length or LONGEST)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.take(self.edit, field.width or 240)
        self.edit.textEdited.connect(self._on_edit)
        self.setLayout(bits.row(self.edit, None))

    def value(self) -> Any:
        return Secret(self.edit.text()) if self.edit.text() else None

    def set_value(self, value: Any) -> None:
        """Passwords are never shown."""
        self.edit.clear()

    def raw(self) -> Any:
        return ""

    def set_raw(self, raw: Any) -> None:
        """No draft has one."""

    def is_empty(self) -> bool:
        return not self.edit.text()

    def shown(self, value: Any) -> str:
        return "•••" if value else ""

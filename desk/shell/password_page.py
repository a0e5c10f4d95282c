"""Change one's own password: asked for from the header's menu, or before anything else when somebody else set it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.core.errors import UserError
from desk.core.i18n import N_, _
from desk.shell import theme
from desk.shell.faults import told
from desk.shell.jobs import JobRunner
from desk.shell.kit import bits

_FIELDS = (("old", N_("Password until now (&O)")), ("new", N_("New password (&N)")), ("again", N_("Once more (&A)")))


class PasswordPage(QWidget):
    """Signals: changed(); turned_back(). must: there is no way round it but to leave."""

    changed = Signal()
    turned_back = Signal()

    def __init__(self, jobs: JobRunner, *, must: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._jobs = jobs
        self.fields: dict[str, QLineEdit] = {}
        lead = (_("Somebody else set your password. Choose one that only you know, then go on.") if must
                else _("Long is better than odd: four words one remembers make a good password."))
        parts: list[QWidget] = [bits.label(_("Change my password"), "title"), bits.label(lead, "muted", wrap=True)]
        for name, title in _FIELDS:
            parts += self._field(name, _(title))
        self.trouble = bits.label("", "mark", wrap=True)
        self.trouble.setMinimumHeight(theme.px(36))
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save = bits.button(_("Change the password"), self._try, main=True)
        back = bits.button(_("Sign out") if must else _("Back (Esc)"), self.turned_back)
        buttons = QWidget()
        buttons.setLayout(bits.row(None, back, self.save))
        panel = bits.card(bits.column(*parts, self.trouble, buttons, margins=24, spacing=8))
        panel.setFixedWidth(theme.px(440))
        self.setLayout(bits.column(None, bits.row(None, panel, None), None))

    def first_focus(self) -> QWidget:
        return self.fields["old"]

    def turn_back(self) -> None:
        """Esc."""
        self.turned_back.emit()

    def _field(self, name: str, title: str) -> list[QWidget]:
        field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        field.setMaxLength(256)
        field.returnPressed.connect(self._try)
        self.fields[name] = field
        label = bits.label(title)
        label.setBuddy(field)
        return [label, field]

    @Slot()
    def _try(self) -> None:
        old, new, again = (self.fields[name].text() for name, _title in _FIELDS)
        if new != again:
            self._refuse("again", _("The two new passwords differ. Type the new one once more."))
            return
        from desk.core.staff.service import change_own_password

        self.save.setEnabled(False)
        self._jobs.write(change_own_password, old, new).then(self._changed).otherwise(self._failed).start()

    @Slot(object)
    def _changed(self, _nothing: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        field = next(iter(error.fields), "new") if isinstance(error, UserError) else "new"
        self._refuse({"password": "new"}.get(field, field), told(error).text)

    def _refuse(self, field: str, sentence: str) -> None:
        self.trouble.setText(sentence)
        target = self.fields.get(field, self.fields["new"])
        target.selectAll()
        target.setFocus()

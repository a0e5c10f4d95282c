"""Who are you? The first thing painted, and the cover over the desk while it is locked.

The heavy part of the program loads while she types; a password entered before that is done waits for it.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.kit import bits


class SignInPage(QWidget):
    """told: said below the practice mark, how one gets in. Signals: tried(login, password); switch(): somebody else wants to
    sign in while it is locked.
    """

    tried = Signal(str, str)
    switch = Signal()

    def __init__(self, hall: str, *, practice: bool = False, last_login: str = "", told: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._locked_login, self._waiting = "", False
        self.title = bits.label(hall or _("Desk"), "title", wrap=True)
        self.lead = bits.label(_("Sign in to begin."), "muted", wrap=True)
        self.login = QLineEdit(last_login)
        self.login.setMaxLength(60)
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setMaxLength(256)
        self.trouble = bits.label("", "mark", wrap=True)
        self.enter = bits.button(_("Sign in"), self._try, main=True)
        self.other = bits.button(_("Somebody else signs in"), self.switch, link=True)
        for field in (self.login, self.password):
            field.returnPressed.connect(self._try)
            field.textEdited.connect(self._quiet)
        self._lay_out(practice, told)
        self.unlock_for("")

    def first_focus(self) -> QWidget:
        return self.password if self.login.text() else self.login

    def unlock_for(self, name: str, login: str = "") -> None:
        """Ask for the password of the person who locked the desk; "" asks for account and password."""
        self._locked_login = login if name else ""
        for part in (self._login_label, self.login):
            part.setVisible(not name)
        self.other.setVisible(bool(name))
        self.lead.setText(_("Locked. {name}, enter your password to go on where you were.").format(name=name)
                          if name else _("Sign in to begin."))
        self.enter.setText(_("Unlock") if name else _("Sign in"))
        self.password.clear()
        self.refuse("")
        self.first_focus().setFocus()

    def welcome(self, hall: str, login: str) -> None:
        """A hall has just been set up: name it and the account to begin with."""
        self.title.setText(hall)
        self.login.setText(login)

    def wait(self, sentence: str) -> None:
        """Say what is being waited for; nothing can be entered twice."""
        self._waiting = True
        self.enter.setEnabled(False)
        self.trouble.setProperty("role", "muted")
        bits.restyle(self.trouble)
        self.trouble.setText(sentence)

    def refuse(self, sentence: str) -> None:
        """Say why it did not work ("" clears it); the password is to be typed again."""
        self._waiting = False
        self.enter.setEnabled(True)
        self.trouble.setProperty("role", "mark")
        bits.restyle(self.trouble)
        self.trouble.setText(sentence)
        if sentence:
            self.password.selectAll()
            self.password.setFocus()

    def _lay_out(self, practice: bool, told: str) -> None:
        self._login_label = bits.label(_("Account (&A)"))
        self._login_label.setBuddy(self.login)
        password_label = bits.label(_("Password (&P)"))
        password_label.setBuddy(self.password)
        parts: list[QWidget | QVBoxLayout | int] = [self.title, self.lead, 8]
        if practice:
            parts.append(bits.band(_("Practice data: nothing here is real, everything may be tried."), "waiting"))
        if told:
            parts.append(bits.label(told, "muted", wrap=True, select=True))
        self.trouble.setMinimumHeight(theme.px(36))
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts += [bits.column(self._login_label, self.login, spacing=4),
                  bits.column(password_label, self.password, spacing=4), self.trouble, self.enter, self.other]
        panel = bits.card(bits.column(*parts, margins=24, spacing=12))
        panel.setFixedWidth(theme.px(400))
        self.setLayout(bits.column(None, bits.row(None, panel, None), None))

    @Slot()
    def _try(self) -> None:
        login = self._locked_login or self.login.text().strip()
        if self._waiting:
            return
        if not login:
            self.refuse(_("Type your account name."))
            self.login.setFocus()
        elif not self.password.text():
            self.refuse(_("Type your password."))
        else:
            self.tried.emit(login, self.password.text())

    @Slot()
    def _quiet(self) -> None:
        if not self._waiting:
            self.trouble.setText("")

"""The line above the page: the box, the mark of practice data, who is signed in and what she can do about that."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from desk.core.i18n import _
from desk.shell import theme
from desk.shell.box import Box
from desk.shell.context import HouseContext
from desk.shell.kit import bits, icons


class Header(QFrame):
    """Signal asked(how): "lock", "switch", "password", "keys", "quit"."""

    asked = Signal(str)

    def __init__(self, ctx: HouseContext, *, practice: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setFixedHeight(theme.px(52))
        self.box = Box(ctx)
        self.box.setMaximumWidth(theme.px(520))
        mark = bits.label(_("Practice data"), "practice")
        mark.setToolTip(_("Practice data: nothing here is real, everything may be tried."))
        if not practice:
            mark.hide()
        lock = bits.icon_button("lock", _("Lock (Ctrl+L)"), self._lock)
        self.person = bits.button(ctx.actor.name, self._menu, icon="user", flat=True)
        self.person.setAccessibleName(_("{name}, signed in").format(name=ctx.actor.name))
        row = bits.row(self.box, 0, None, mark, lock, self.person, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        row.setStretch(0, 10)
        self.setLayout(row)

    @Slot()
    def _lock(self) -> None:
        self.asked.emit("lock")

    @Slot()
    def _menu(self) -> None:
        menu = QMenu(self)
        for how, title, keys, icon in (
                ("lock", _("&Lock"), "Ctrl+L", "lock"), ("switch", _("&Somebody else signs in"), "", "log-out"),
                ("password", _("Change my &password"), "", "key"), ("keys", _("&Keys"), "F1", "keyboard"),
                ("quit", _("&Quit the desk"), "Ctrl+Q", "x")):
            action = menu.addAction(icons.icon(icon), f"{title}\t{keys}" if keys else title)
            action.setData(how)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.person.mapToGlobal(QPoint(0, self.person.height())))

    @Slot(object)
    def _chosen(self, action: object) -> None:
        self.asked.emit(action.data())  # type: ignore[attr-defined]

"""A start without plugins, this once: for who holds Shift, and offered when the last run ended badly."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk.core.i18n import _
from desk.shell.asker import Asker
from desk.shell.ports import Opening


def offer_start_without_plugins(opening: Opening, asker: Asker) -> bool:
    """Ask where there is reason to; the safe answer after an unclean end is an ordinary start. Answers when it is settled."""
    if opening.without_plugins is None:
        return True
    held = bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
    if not held and not opening.unclean:
        return True
    question = (_("Start without plugins this once?") if held
                else _("The plugin “{plugin}” let the window stand still last time. Start without plugins this once?").format(
                    plugin=opening.hung) if opening.hung
                else _("The desk was not closed properly last time. Start without plugins this once?"))
    detail = _("Their pages are away then and their data stay as they are; the next start is as usual.")
    if asker.confirm(question, detail=detail, yes=_("Start without plugins"), danger=not held):
        opening.without_plugins()
    return True

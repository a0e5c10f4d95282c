"""What must be right before the first QApplication, and how that one is dressed."""

import os
import sys
from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desk.core.i18n import language
from desk.core.immortal import keep_singletons
from desk.shell import theme

_FCITX = ("fcitx", "fcitx5")


def prepare_input_method(environ: MutableMapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Let Chinese be typed under fcitx 5, which UOS, Kylin and deepin set.

    The Qt of the wheels brings no fcitx plugin, and typing then gives bare letters; fcitx 5 also answers as ibus by way
    of the portal. DESK_KEEP_IM=1 leaves everything as it is (a Qt with its own fcitx plugin). fcitx 4 has no such door.
    """
    if platform.startswith("linux") and not environ.get("DESK_KEEP_IM") and environ.get("QT_IM_MODULE", "") in _FCITX:
        environ["QT_IM_MODULE"] = "ibus"
        environ["IBUS_USE_PORTAL"] = "1"


def make_application(argv: Sequence[str], *, appearance: str = "system", scale: float = 1.0) -> QApplication:
    """The QApplication: input method, Qt's own words in the desk's language, the theme."""
    prepare_input_method()
    keep_singletons()
    app = QApplication.instance()
    if app is None:
        app = QApplication([*argv, "-style", "Fusion"])
        app.setProperty("fusion", True)
    assert isinstance(app, QApplication)
    app.setApplicationName("desk")
    app.setQuitOnLastWindowClosed(True)
    QLocale.setDefault(QLocale(language()))
    _speak(app)
    theme.apply(app, mode=appearance, scale=scale, first=True)
    return app


def _speak(app: QApplication) -> None:
    """Qt's own texts (context menus, file dialogs) from Qt's catalogue."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language()}", folder):
        app.installTranslator(translator)

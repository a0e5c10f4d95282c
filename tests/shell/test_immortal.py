"""True outlives every signal."""

import sys

from PySide6.QtCore import QObject, Signal

from desk.shell.immortal import PLENTY


class Bell(QObject):
    rung = Signal()


def test_no_number_of_signals_uses_true_up(qapp):
    bell = Bell()
    for _each in range(1000):
        bell.rung.emit()
    assert sys.version_info >= (3, 12) or sys.getrefcount(True) > PLENTY // 2

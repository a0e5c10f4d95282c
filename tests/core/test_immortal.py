"""None, True and False outlive every signal and every save."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

from desk.core.db import sqlite
from desk.core.immortal import PLENTY, keep_singletons


class Bell(QObject):
    rung = Signal()


@pytest.mark.parametrize("lasting", [None, True, False])
def test_no_number_of_signals_and_saves_uses_them_up(qapp, tmp_path, lasting):
    bell, connection = Bell(), sqlite.connect(tmp_path / "a.db")
    keep_singletons()
    connection.execute("CREATE TABLE t (a)")
    for _each in range(1000):
        bell.rung.emit()
        connection.execute("INSERT INTO t VALUES (?)", (None,))
    connection.close()
    assert sys.version_info >= (3, 12) or sys.getrefcount(lasting) > PLENTY // 2

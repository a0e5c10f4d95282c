"""Keeps None, True and False alive under Python 3.11, where they are counted like any other object.

Two of the libraries take references away that they never took: `Signal.emit()` of PySide6 6.12 answers True without taking one
(a hundred signals, a hundred references gone), sqlcipher3 0.6.4 does the same to None when a parameter is None. After some ten
thousand saves or signals the process would end with "deallocating None". Python 3.12 and later do not count these objects.
"""

import ctypes
import sys

PLENTY = 1 << 40
"""More references than signals or parameters any desk will ever send."""


def keep_singletons() -> None:
    """Give them references to spare, once; cheap enough to be called by everyone who brings one of the libraries in."""
    if sys.version_info >= (3, 12):
        return
    for lasting in (None, True, False):
        if sys.getrefcount(lasting) < PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(lasting)).value += PLENTY

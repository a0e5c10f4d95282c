"""Keeps True alive. `Signal.emit()` of PySide6 6.12 answers True without taking a reference to it, so every signal takes one
away; Python 3.12 and later do not count them, but Python 3.11 ends the process once all are gone ("deallocating True or
False"). Measured: a hundred signals, a hundred references.
"""

import ctypes
import sys

PLENTY = 1 << 40
"""More references than signals any desk will ever send."""


def keep_true() -> None:
    """Give True references to spare where Python counts them."""
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(True)).value += PLENTY

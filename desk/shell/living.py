"""Listing widgets without falling over those that Python is about to collect."""

import gc
from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def listed(ask: Callable[[], list[QWidget]]) -> list[QWidget]:
    """What `ask` answers, such as QApplication.allWidgets.

    A page that was put away may wait for Python's collector; were it collected while the list is made, the list would hold
    what is gone, and the process would go with it.
    """
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    try:
        return ask()
    finally:
        if collecting:
            gc.enable()

"""Keeps imports quick once PySide6 is loaded.

PySide6 puts its own `__import__` in the place of Python's: it reads the source of every module that is imported from then on
and looks for "PySide6" in it, in case the module should ask for `__feature__`. Of the 600 modules of a start that is a tenth
of a second. Nobody here asks for `__feature__`, so Python's own function goes back to its place.
"""

import builtins


def import_qt() -> None:
    """Load PySide6 for the first time, and give Python's `__import__` back; without effect when it is loaded already."""
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own

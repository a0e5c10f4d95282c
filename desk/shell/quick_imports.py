"""Keeps imports quick. Nothing here changes what a module does, only when it is read.

PySide6 puts its own `__import__` in the place of Python's: it reads the source of every module that is imported from then on
and looks for "PySide6" in it, in case the module should ask for `__feature__`. Of the 600 modules of a start that is a tenth
of a second. Nobody here asks for `__feature__`, so Python's own function goes back to its place.

SQLAlchemy imports asyncio (with ssl and thirty modules more) for engines that no seat uses, and it and pluggy import
importlib.metadata (with email and zipfile) to look for plugins of their own: a fifth of their time. These two are read when
somebody asks them for something.
"""

import builtins
import importlib
import sys
from types import ModuleType
from typing import Any


class ReadWhenAsked(ModuleType):
    """Stands in `sys.modules` for a module that has not been read yet; asked for anything, it reads it and hands that on."""

    def __init__(self, name: str, **known: Any) -> None:
        """`known` is answered without reading the module."""
        super().__init__(name)
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        if name in ("__wrapped__", "__file__"):  # what inspection asks every module
            raise AttributeError(name)
        return getattr(_read(self), name)


def _read(stand_in: ModuleType) -> ModuleType:
    if sys.modules.get(stand_in.__name__) is stand_in:
        del sys.modules[stand_in.__name__]
    return importlib.import_module(stand_in.__name__)


def import_qt() -> None:
    """Load PySide6 for the first time, and give Python's `__import__` back; without effect when it is loaded already."""
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own


def _is_coroutine(thing: object) -> bool:
    from asyncio.coroutines import iscoroutine

    return iscoroutine(thing)


def leave_unread() -> None:
    """Until somebody asks asyncio for more than the one function that SQLAlchemy takes while it is imported, and
    importlib.metadata for anything."""
    if "asyncio" not in sys.modules:
        sys.modules["asyncio"] = ReadWhenAsked("asyncio", iscoroutine=_is_coroutine)
    if "importlib.metadata" not in sys.modules:
        importlib.metadata = sys.modules["importlib.metadata"] = ReadWhenAsked("importlib.metadata")

"""The one-program lock: held by the operating system for the life of the process, on a file of its own.

A crash leaves no stale lock, because the system lets go; the file's text only says who holds it.
"""

import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

from desk.core.errors import EnvironmentFault
from desk.core.i18n import _


class ProgramLock:
    """`with ProgramLock(path): …`; raises EnvironmentFault when another desk uses the folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: Any = None

    def acquire(self) -> "ProgramLock":
        """Take the lock or raise EnvironmentFault naming the computer and process that holds it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = self.path.open("a+", encoding="utf-8")
        try:
            _take(handle)
        except OSError:
            holder = self._holder(handle)
            handle.close()
            raise EnvironmentFault(_("The desk is already open on this data folder ({holder}).").format(holder=holder),
                                   advice=_("Use the window that is open, or close it first.")) from None
        self._handle = handle
        handle.seek(0)
        handle.truncate()
        handle.write(json.dumps({"pid": os.getpid(), "host": platform.node()}))
        handle.flush()
        return self

    def release(self) -> None:
        """Let go; closing the file is enough for the system."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None

    def __enter__(self) -> "ProgramLock":
        return self if self._handle else self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()

    def _holder(self, handle: Any) -> str:
        try:
            handle.seek(0)
            said = json.loads(handle.read())
            return f"{said['host']}, {said['pid']}"
        except (ValueError, KeyError, OSError):
            return "?"


def _take(handle: Any) -> None:
    if sys.platform == "win32":
        import msvcrt

        handle.seek(1 << 20)  # a byte beyond the text, so that others can still read who holds it
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

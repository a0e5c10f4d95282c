"""A crash loop ends by itself: a mark is set before plugins are touched and taken away once the window stands.

Two starts that never got that far make the third one a start without plugins.
"""

from contextlib import suppress
from pathlib import Path

from desk.core.db.lock import ProgramLock
from desk.core.errors import DeskError

SAFE_AFTER = 2
"""Unfinished starts in a row after which the desk starts without plugins."""


class StartMark:
    """The mark, a small file in the data folder (`paths.data / "starting"`)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self) -> bool:
        """Note that a start began; whether it should do without plugins."""
        unfinished = self._count()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(str(unfinished + 1), "ascii")
        return unfinished >= SAFE_AFTER

    def done(self) -> None:
        """Note that the window stands; also called when the start was refused in words."""
        self._path.unlink(missing_ok=True)

    def _count(self) -> int:
        try:
            text = self._path.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return 0
        return int(text) if text.isdigit() else SAFE_AFTER


class RunMark:
    """Stands while the window is open: one that was left behind by nobody who still runs means that the last run ended badly.

    path: the mark. lock: the program's lock on the data folder.
    """

    def __init__(self, path: Path, lock: Path) -> None:
        self._path, self._lock = path, lock

    def begin(self) -> None:
        """The window works on the data from now on."""
        with suppress(OSError):
            self._path.write_text("", "ascii")

    def note(self, title: str) -> None:
        """The window stands still in the code of this plugin; "" when it goes on."""
        with suppress(OSError):
            self._path.write_text(title, "utf-8")

    def named(self) -> str:
        """The plugin that was noted last, "" for none."""
        try:
            return self._path.read_text("utf-8").strip()[:80]
        except (OSError, UnicodeDecodeError):
            return ""

    def left_behind(self) -> bool:
        """Whether a run ended without taking its mark away; another window that is open has not ended."""
        if not self._path.exists():
            return False
        try:
            ProgramLock(self._lock).acquire().release()
        except DeskError:
            return False
        return True

"""The desk's own log file: what went wrong and where in the program, never whom it was about.

A line is made of what the program's text says: of a record of the desk its fixed words, with numbers, names in code and
kinds of errors filled in; of everybody else's (libraries, plugins) only the place it comes from, for nobody knows what they
put into theirs.
"""

import logging
import re
import traceback
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

NAME = "desk.log"
MOST_BYTES, MOST_FILES = 500_000, 4
"""A full file becomes desk.log.1; the oldest goes: two and a half megabytes in all."""
_IN_CODE = re.compile(r"[A-Za-z_][\w.:/-]{0,80}", re.ASCII)
_DIGITS = re.compile(r"\d{5}")
_HIDDEN = "…"


class Plain(str):
    """Text known to speak of the program only (places, kinds of errors): the log writes it whole."""

    __slots__ = ()


def inner_path(filename: str) -> str:
    """The path from the last folder that everybody has; a user's folder may bear her name."""
    parts = Path(filename).parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1:])
    known = [place for place, part in enumerate(parts[:-1]) if part in ("plugins", "desk", "zoo")]
    return "/".join(parts[known[-1]:]) if known else parts[-1] if parts else "?"


class CodeOnly(logging.Formatter):
    """Lines without a value of anybody's."""

    def format(self, record: logging.LogRecord) -> str:
        """One record; an exception adds its kinds and places."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}"
        own = record.name.partition(".")[0] == "desk" and isinstance(record.msg, str)
        said = _filled(record.msg, record.args) if own else f"{inner_path(record.pathname)}:{record.lineno} {record.funcName}"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([f"{head} {said}", *(f"  {line}" for line in _places(error))])


class LogFile(logging.Handler):
    """Begun with the first line, which most starts never write: what turns the file over brings sockets and mail with it.
    A log that cannot be written disturbs nobody."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(CodeOnly())
        self._folder = folder
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write it, once there is a data folder."""
        if self._folder.parent.exists():
            try:
                self._folder.mkdir(exist_ok=True)
            except OSError:
                return
            self._opened().emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - the name is logging's
        """A full disk is told where something is saved, not here."""

    def _opened(self) -> "RotatingFileHandler":
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._folder / NAME, maxBytes=MOST_BYTES, backupCount=MOST_FILES,
                                             encoding="utf-8", delay=True)
            self._file.setFormatter(self.formatter)
            self._file.handleError = self.handleError  # type: ignore[method-assign]
        return self._file


@contextmanager
def keep_log(folder: Path) -> Iterator[None]:
    """Every warning goes to `folder`/desk.log as well. By the window only: of one data folder there is one."""
    root, file = logging.getLogger(), LogFile(folder)
    root.addHandler(file)
    try:
        yield
    finally:
        root.removeHandler(file)
        file.close()


def last_lines(folder: Path, most: int = 10) -> list[str]:
    """The end of the log, the oldest line first; [] when nothing went wrong yet, or it cannot be read."""
    try:
        with (folder / NAME).open(encoding="utf-8", errors="replace") as file:
            return [line.rstrip() for line in deque(file, most)]
    except OSError:
        return []


def _filled(words: str, given: Any) -> str:
    shown = tuple(_shown(value) for value in given) if isinstance(given, tuple) else ()
    try:
        return words % shown if shown else words
    except (TypeError, ValueError):
        return words


def _shown(value: object) -> object:
    if isinstance(value, (Plain, bool, int, float)):
        return value
    if isinstance(value, BaseException):
        return type(value).__name__
    if isinstance(value, str) and _IN_CODE.fullmatch(value) and not _DIGITS.search(value):
        return value
    return _HIDDEN


def _places(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {inner_path(frame.filename)}:{frame.lineno} {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)

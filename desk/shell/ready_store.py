"""The file that ready code and ready modules lie in: an index, and behind it pieces that are read when they are asked for."""

import importlib.util
import marshal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FORMAT = b"3"
"""Another one whenever a tuple of the index gets another shape."""
HEAD = importlib.util.MAGIC_NUMBER + FORMAT + sys.version.encode()
"""Only the very Python that wrote a file reads it."""
LENGTH = 8
"""Bytes that say how long the index is."""

DAMAGED = (ValueError, EOFError, TypeError)
"""What Python says of bytes that are no piece."""

Place = tuple[int, int]
"""Where a piece begins behind the index, and its bytes."""


class Store:
    """`index[kind][key]` is a tuple that ends in the piece's Place; a file that is not there or was damaged holds nothing."""

    def __init__(self, file: Path) -> None:
        self._path = file
        self._lock = threading.Lock()
        self._handle: Any = None
        self._begin = 0
        self.index: dict[str, dict[Any, tuple[Any, ...]]] = {}
        try:
            self._open()
        except (OSError, *DAMAGED):
            self.close()

    def _open(self) -> None:
        self._handle = self._path.open("rb", buffering=0)
        head = self._handle.read(len(HEAD) + LENGTH)
        if head[:len(HEAD)] != HEAD:
            raise ValueError(self._path)
        length = int.from_bytes(head[len(HEAD):], "little")
        self.index = marshal.loads(self._handle.read(length))
        self._begin = len(head) + length

    def piece(self, place: Place) -> bytes | None:
        """Its bytes; None when the file has been closed, or is shorter than it was."""
        begin, size = place
        with self._lock:
            if self._handle is None:
                return None
            self._handle.seek(self._begin + begin)
            content: bytes = self._handle.read(size)
        return content if len(content) == size else None

    def close(self) -> None:
        """Let go of the file, which some systems do not replace while it is open."""
        with self._lock:
            if self._handle is not None:
                self._handle.close()
            self._handle, self.index = None, {}


def write(file: Path, pieces: Mapping[str, Mapping[Any, tuple[Any, ...]]]) -> None:
    """Write a file whole: kind → key → tuple that ends in the bytes. Raises OSError and EnvironmentFault."""
    from desk.core.exchange.export import write_whole

    index: dict[str, dict[Any, tuple[Any, ...]]] = {}
    blob = bytearray()
    for kind, held in pieces.items():
        index[kind] = {}
        for key, (*told, content) in held.items():
            index[kind][key] = (*told, (len(blob), len(content)))
            blob += content
    packed = marshal.dumps(index)
    file.parent.mkdir(exist_ok=True)
    write_whole(file, HEAD + len(packed).to_bytes(LENGTH, "little") + packed + blob)

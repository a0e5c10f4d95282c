"""Small choices of one person that outlive a page: columns, zoom, printer. Losing them costs nothing."""

import json
import logging
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


class Memory(MutableMapping[str, Any]):
    """A dict of plain values in one JSON file, written at every change; an unreadable file is an empty one."""

    def __init__(self, path: Path | None = None) -> None:
        self._path, self._values = path, dict[str, Any]()
        if path is not None and path.is_file():
            try:
                self._values = dict(json.loads(path.read_text("utf-8")))
            except (OSError, ValueError, TypeError):
                log.warning("Remembered choices could not be read; starting afresh")

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __setitem__(self, key: str, value: Any) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            self._write()

    def __delitem__(self, key: str) -> None:
        del self._values[key]
        self._write()

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def _write(self) -> None:
        if self._path is None:
            return
        temporary = self._path.with_suffix(".tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps(self._values, ensure_ascii=False), "utf-8")
            temporary.replace(self._path)
        except OSError:
            log.warning("A choice could not be remembered")


def memory_of(ctx: Any) -> MutableMapping[str, Any]:
    """The memory of the person at this seat; a test's context has one that forgets."""
    found = getattr(ctx, "memory", None)
    return found if found is not None else Memory()

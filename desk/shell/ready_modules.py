"""The modules of a start out of one file, instead of looking through folders for each and opening six hundred files.

Python's own way costs a quarter of a millisecond a module beside running it. What is kept is the byte code that Python itself
wrote, with the marks of the source it was made of; a source that has changed is read by Python's own way. Only the program's
modules and libraries are kept, never a plugin's: those are found and judged by the host.
"""

import importlib.util
import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, cast

from desk.shell.ready_store import DAMAGED, Store

KIND = "modules"
BYTE_CODE = 16
"""Bytes before the code in a file of Python's: mark, flags, time and size of the source."""

Kept = tuple[str, tuple[int, int, int], bool, Any]
"""File of the source, its marks, whether it is a package; the byte code."""


class ReadyModules:
    """Stands before Python's own finders and answers for what is kept and has not changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def known(self) -> dict[str, tuple[Any, ...]]:
        """What is kept, without the code."""
        return {name: tuple(one[:-1]) for name, one in self._store.index.get(KIND, {}).items()}

    def find_spec(self, fullname: str, path: Sequence[str] | None = None,
                  _target: ModuleType | None = None, /) -> ModuleSpec | None:
        """As every finder; None for what the next one is to look for."""
        found = self._store.index.get(KIND, {}).get(fullname)
        if found is None:
            return None
        file, marks, package, place = found
        folder = os.path.dirname(file)
        if (os.path.dirname(folder) if package else folder) not in (sys.path if path is None else path):
            return None  # the program was copied elsewhere, or somebody has put another one in its place
        try:
            code = self._store.piece(place) if _marks(os.stat(file)) == marks else None
        except OSError:
            return None
        if code is None:
            return None
        spec = ModuleSpec(fullname, ReadyLoader(fullname, file, code), origin=file, is_package=package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec


class ReadyLoader(SourceFileLoader):
    """Python's own, but for where the code comes from."""

    def __init__(self, fullname: str, path: str, code: bytes) -> None:
        super().__init__(fullname, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        """Out of the bytes; Python's own way where they were damaged."""
        try:
            code: CodeType = marshal.loads(self._code)
        except DAMAGED:
            return cast(CodeType, super().get_code(fullname))
        return code


def loaded_modules() -> dict[str, Kept]:
    """What this process has loaded and may be kept."""
    found = {}
    for name, module in list(sys.modules.items()):
        kept = None if name.partition(".")[0] in ("plugins", "__main__") else _kept(module)
        if kept is not None:
            found[name] = kept
    return found


def _kept(module: ModuleType) -> Kept | None:
    """None for what has no byte code of its own on the disk, or an older one."""
    spec = getattr(module, "__spec__", None)
    if spec is None or not isinstance(spec.loader, SourceFileLoader) or not spec.origin:
        return None
    try:
        now, content = os.stat(spec.origin), Path(importlib.util.cache_from_source(spec.origin)).read_bytes()
    except (OSError, NotImplementedError):
        return None
    seconds, size = int.from_bytes(content[8:12], "little"), int.from_bytes(content[12:16], "little")
    made_by_time = content[:4] == importlib.util.MAGIC_NUMBER and not any(content[4:8])
    if not made_by_time or seconds != int(now.st_mtime) & 0xFFFFFFFF or size != now.st_size & 0xFFFFFFFF:
        return None
    return spec.origin, _marks(now), spec.submodule_search_locations is not None, content[BYTE_CODE:]


def _marks(now: os.stat_result) -> tuple[int, int, int]:
    """Bytes, when they were changed, and when the file came here or was touched otherwise: libraries come out of packages with
    the time of the package, which another version may share."""
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns

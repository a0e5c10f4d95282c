"""What every start would do anew and a second one need not: reading six hundred files, compiling a thousand pieces of source.

Kept in one file beside the program's own byte code and trusted as much; whoever may write there writes the program. It is named
after the Python that wrote it and costs nothing to lose: without it, or where it may not be written, a start takes as long as
the first one.
"""

import importlib.util
import sys
from functools import cache
from pathlib import Path

from desk.shell import ready_code, ready_modules, ready_store
from desk.shell.ready_code import ReadyCode
from desk.shell.ready_modules import ReadyModules, loaded_modules

MOST = 6000
"""Pieces of source the file may hold; more are the remains of versions that are gone, and it is begun anew."""


class Ready:
    """What is kept, in use since `begin()`."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._store = ready_store.Store(file)
        self.code = ReadyCode(self._store)
        self.modules = ReadyModules(self._store)

    def begin(self) -> "Ready":
        """To be called before the libraries are imported."""
        ready_code.stand_in(self.code)
        sys.meta_path.insert(0, self.modules)
        return self

    def keep(self) -> None:
        """Write down what was new; nothing is said where that is not possible, or where byte code is not wanted."""
        if sys.dont_write_bytecode:
            return
        loaded = loaded_modules()
        known = self.modules.known()
        if not self.code.fresh and all(known.get(name) == one[:-1] for name, one in loaded.items()):
            return
        try:
            ready_store.write(self._file, self._all(loaded))
        except Exception:  # noqa: BLE001 - a read-only folder, a full disk, a file in use: nothing is lost by it
            return

    def _all(self, loaded: dict[str, ready_modules.Kept]) -> dict[str, dict[object, tuple[object, ...]]]:
        """With what was kept before, as far as there is room; lets go of the file."""
        fresh = {key: (code,) for key, code in self.code.fresh.items()}
        before = {kind: {key: (*told, content) for key, (*told, place) in held.items()
                         if (content := self._store.piece(place)) is not None}
                  for kind, held in self._store.index.items()}
        self._store.close()
        code = before.get(ready_code.KIND, {})
        return {ready_code.KIND: (code if len(code) + len(fresh) <= MOST else {}) | fresh,
                ready_modules.KIND: before.get(ready_modules.KIND, {}) | dict(loaded)}


@cache
def use_ready() -> Ready:
    """What is kept for this program, in use from now on; the same one however often it is called."""
    return Ready(Path(importlib.util.cache_from_source(__file__)).with_suffix(".kept")).begin()

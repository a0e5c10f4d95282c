"""Source that libraries write and compile while they are loaded, kept compiled from one start to the next.

A data class writes six functions and compiles each, SQLAlchemy writes a wrapper for every decorated function, PySide6 compiles
its signatures, and everybody has regular expressions: of a start that is a seventh, and every start compiles the same words.
Here the words are the key and what Python made of them is the value, so nothing can be out of date.

Only what is compiled while a module is being imported is written down: that is the same for everybody. Later an expression
may hold what somebody typed, and that goes nowhere.
"""

import __future__

import builtins
import marshal
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from desk.shell.ready_store import DAMAGED, Store

KIND = "code"
FUTURE = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
TREE_ONLY = 0x400  # ast.PyCF_ONLY_AST: the answer is a tree, not code

_expressions: Any = re._compiler  # type: ignore[attr-defined]
_engine: Any = _expressions._sre

Key = tuple[str, str, str, int, int]
"""Source, name of the file, mode, flags, degree of optimisation; of a regular expression (expression, "", "", flags, 0)."""


class ReadyCode:
    """`compile` and `run` stand in for the builtin compile and exec, `expression` and `made` for what compiles regular
    expressions and the engine it ends in. fresh: what was compiled because it was not kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.fresh: dict[Key, bytes] = {}
        self._compile: Callable[..., Any] = builtins.compile
        self._express: Callable[..., Any] = _expressions.compile
        self._made: tuple[Any, ...] = ()

    def compile(self, source: Any, filename: Any, mode: str, flags: int = 0, dont_inherit: bool = False,  # noqa: FBT001, FBT002
                optimize: int = -1, **more: Any) -> Any:
        """As the builtin: also the future features of whoever calls hold, unless `dont_inherit`."""
        if not dont_inherit:
            flags |= sys._getframe(1).f_code.co_flags & FUTURE
        if more or flags & TREE_ONLY or type(source) is not str or type(filename) is not str:
            return self._compile(source, filename, mode, flags, True, optimize, **more)
        return self._code((source, filename, mode, flags, optimize))

    def run(self, source: Any, names: dict[str, Any], local: Any = None, /) -> None:
        """As exec with names given."""
        if type(source) is str:
            source = self._code((source, "<string>", "exec", sys._getframe(1).f_code.co_flags & FUTURE, -1))
        exec(source, names, names if local is None else local)

    def expression(self, words: Any, flags: int = 0) -> Any:
        """As `re` compiles; an expression that was parsed before only gets its program back."""
        if type(words) is not str or flags & re.DEBUG:
            return self._express(words, flags)
        key = (words, "", "", int(flags), 0)
        kept = self._kept(key)
        if kept is not None:
            return _engine.compile(words, *kept)
        found = self._express(words, flags)
        if _importing():
            self.fresh[key] = marshal.dumps(self._made)
        return found

    def made(self, words: Any, flags: int, code: list[int], *groups: Any) -> Any:
        """As the engine's compile, noting what it was given; the numbers as plain ones, some of them come with a name."""
        self._made = (int(flags), list(map(int, code)), *groups)
        return _engine.compile(words, flags, code, *groups)

    def _code(self, key: Key) -> Any:
        kept = self._kept(key)
        if kept is not None:
            return kept
        made = self._compile(*key[:4], True, key[4])
        if _importing():
            self.fresh[key] = marshal.dumps(made)
        return made

    def _kept(self, key: Key) -> Any:
        """The code, or the program of an expression; None for what is not kept, or was damaged."""
        found = self._store.index.get(KIND, {}).get(key)
        piece = None if found is None else self._store.piece(found[-1])
        try:
            return None if piece is None else marshal.loads(piece)
        except DAMAGED:
            return None


def _importing() -> bool:
    """Whether a module's own lines are being run, in whatever they call."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_name == "<module>" and frame.f_globals.get("__name__") != "__main__":
            return True
        frame = frame.f_back
    return False


class _Noting:
    """What `re` sees of its engine."""

    def __init__(self, compile: Callable[..., Any]) -> None:  # noqa: A002 - its name there
        self.compile = compile

    def __getattr__(self, name: str) -> Any:
        return getattr(_engine, name)


def stand_in(ready: ReadyCode) -> None:
    """From now on what is compiled is looked up first."""
    import dataclasses

    builtins.compile = ready.compile
    dataclasses.exec = ready.run  # type: ignore[attr-defined]  # the module's own name for it, before the builtin one
    _expressions.compile = ready.expression
    _expressions._sre = _Noting(ready.made)

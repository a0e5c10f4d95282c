"""Names in declarations ("package.module:Name") become things when they are first needed, never before.

So a declaration costs nothing at the start: neither the tables nor the libraries behind it are loaded.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(maxsize=512)
def resolve(name: str) -> Any:
    """What "package.module:Name" names. Raises ImportError or AttributeError: a bug of whoever declared it."""
    module, _colon, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def later(name: str) -> Callable[..., Any]:
    """The function "package.module:name", imported at its first call: what it stands on need not be loaded to declare it."""
    def call(*args: Any, **named: Any) -> Any:
        return resolve(name)(*args, **named)

    return call

"""Names in declarations ("package.module:Name") become things when they are first needed, never before."""

from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(maxsize=512)
def resolve(name: str) -> Any:
    """What "package.module:Name" names. Raises ImportError or AttributeError: a bug of whoever declared it."""
    module, _colon, attribute = name.partition(":")
    return getattr(import_module(module), attribute)

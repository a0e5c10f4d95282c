"""A tables-only plugin whose program is gone: its last declaration, kept with the records, still paints them, read-only."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Any

from desk.host.tables.declarations import NOBODY, Register
from desk.host.tables.modules import modules_of
from desk.host.tables.reading import read_declared


def kept_modules(plugin_id: str, told: Mapping[str, Any]) -> dict[str, ModuleType] | None:
    """Import name → module, made from a stored declaration; None when it cannot be read."""
    declared, errors = read_declared(told, plugin_id, tuple(_rights(told)))
    if declared is None or errors:
        return None
    read_only = replace(declared, registers=tuple(map(_read_only, declared.registers)), practice=())
    return modules_of(f"plugins.{plugin_id}", read_only)


def _read_only(register: Register) -> Register:
    case = replace(register.case, permission_write=NOBODY) if register.case else None
    return replace(register, table=replace(register.table, write=NOBODY), case=case, askings=())


def _rights(told: Mapping[str, Any]) -> Iterator[str]:
    """The rights it names: roles keep them while the plugin is away."""
    for register in told.get("register", []):
        yield from (right for right in (register.get("read"), register.get("write")) if isinstance(right, str))
        for move in register.get("case", {}).get("move", []):
            yield from (right for right in (move.get("right"),) if isinstance(right, str))

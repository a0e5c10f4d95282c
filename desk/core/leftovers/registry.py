"""What removed plugins left in the open data, by kind; known to every start, which hardly ever has any."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.core.leftovers.schema import LeftTable


class Leftovers:
    """Left tables by the kind of their records."""

    def __init__(self, tables: "Iterable[LeftTable]" = ()) -> None:
        self._tables = {one.kind: one for one in tables}

    @property
    def tables(self) -> list[str]:
        """Names of the tables in the data."""
        return [one.table.name for one in self._tables.values() if not one.bare]

    def get(self, kind: str) -> "LeftTable":
        """The table; KeyError is a bug of the caller."""
        return self._tables[kind]

    def of(self, plugin_id: str) -> "list[LeftTable]":
        """Those of one plugin."""
        return [one for one in self._tables.values() if one.plugin == plugin_id]

    def named(self, table: str) -> "LeftTable | None":
        """The one whose table in the data is called so."""
        return next((one for one in self._tables.values() if one.table.name == table), None)


_current = Leftovers()


def leftovers() -> Leftovers:
    """What removed plugins left in the open data."""
    return _current


def use_leftovers(tables: "Iterable[LeftTable]") -> None:
    """Use exactly these from now on (the start, tests)."""
    global _current
    _current = Leftovers(tables)

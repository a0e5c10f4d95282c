"""What a declared register looks like: its fields and rights. Data, no behaviour; handed in once at start."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from desk.core.errors import UserError
from desk.core.i18n import Translator, _, translator

AMOUNTS = ("number", "money", "bool", "place", "organisation", "record")
LINKS = ("person", "place", "organisation", "record")
KINDS = ("text", "lines", "number", "money", "date", "choice", "bool", "phone", *LINKS)
"""money: fen. date: a civil day. person, place, organisation: of the desk's registers; record: of another register of the
plugin."""


@dataclass(frozen=True, slots=True)
class TableField:
    """A field of a declared register.

    choices: ((value, title), …). shown_when: another field → its values. column: stands in the list. indexed: can be sorted
    and filtered by. found: the search box finds the record by it. masked: shown short, whole for a purpose that is traced.
    minimum, maximum: of numbers; money in fen. of: code of the register a record comes from. unique: no two records that are
    still open may bear the same value.
    """

    name: str
    title: str
    kind: str = "text"
    required: bool = False
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    shown_when: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    max_length: int = 0
    minimum: int | None = None
    maximum: int | None = None
    unit: str = ""
    column: bool = False
    indexed: bool = False
    found: bool = False
    masked: bool = False
    of: str = ""
    unique: bool = False

    def title_of(self, value: Any) -> str:
        """The source title of one of its choices, the value itself for one that is no longer declared."""
        return next((title for one, title in self.choices if one == value), str(value))


@dataclass(frozen=True, slots=True)
class Table:
    """A declared register. code: "<plugin>.<register>", the kind of its records. one: what a single record is called.

    series: code of the number series, "" for records without a number. case: its records are matters of the kind `code`.
    due: date field by which something is due, done: date field that ends it. name: fields that make a record's title.
    """

    code: str
    title: str
    one: str
    fields: tuple[TableField, ...]
    read: str
    write: str
    name: tuple[str, ...]
    series: str = ""
    case: bool = False
    due: str = ""
    done: str = ""

    @property
    def plugin_id(self) -> str:
        """Whose it is; also the domain of its texts."""
        return self.code.partition(".")[0]

    def field(self, name: str) -> TableField:
        """The field called `name`; KeyError is a bug of the caller."""
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(name)

    @property
    def kept_apart(self) -> tuple[TableField, ...]:
        """Fields that stand in the table of values: indexed, found, and links to the desk's registers."""
        apart = {*self.name, self.due, self.done}
        return tuple(one for one in self.fields
                     if one.indexed or one.found or one.unique or one.kind in LINKS or one.name in apart)


class Tables:
    """Declared registers by code."""

    def __init__(self, tables: Iterable[Table] = ()) -> None:
        self._tables = {table.code: table for table in tables}

    def find(self, code: str) -> Table | None:
        """The register, None while its plugin is off."""
        return self._tables.get(code)

    def get(self, code: str) -> Table:
        """The register; UserError while its plugin is off."""
        found = self._tables.get(code)
        if found is None:
            raise UserError(_("This register belongs to a plugin that is switched off."),
                            todo=_("Switch the plugin on (Settings, Plugins)."))
        return found

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables.values())


_current = Tables()


def tables() -> Tables:
    """The registers in use."""
    return _current


def use_registers(declared: Iterable[Table]) -> Tables:
    """Use exactly these from now on (the start, tests)."""
    global _current
    _current = Tables(declared)
    return _current


def texts(table_code: str) -> Translator:
    """Translates a register's titles, in the domain of its plugin."""
    return translator(table_code.partition(".")[0])

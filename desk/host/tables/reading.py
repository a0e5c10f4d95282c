"""tables.toml (or tables.json): what a tables-only plugin declares, read without executing anything of it.

Unknown keys are errors, as in plugin.toml; every mistake is a sentence. docs/write-a-plugin.md shows a whole file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desk.core.i18n import _
from desk.core.tables.declared import KINDS, Table, TableField
from desk.host.manifest_parts import NAME
from desk.host.manifest_parts import Table as Keys
from desk.host.tables.declarations import Count, Declared, Register
from desk.host.tables.files import FILES
from desk.host.tables.reading_cases import read_case
from desk.host.tables.reading_papers import read_paper
from desk.host.tables.reading_practice import practice_mistakes
from desk.host.toml_file import read_file

FORMAT = 1
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
ICON = re.compile(r"[a-z][a-z0-9-]{0,40}")
SECTIONS = ("work", "registers")
MOST_REGISTERS, MOST_FIELDS, MOST_NAMED = 20, 60, 24
_TAKEN = ("id", "version", "number", "title", "state", "open", "removed", "due", "case_due", "reason", "table", "today", "hall",
          "community", "committee", "words", "lamp", "why")


def is_tables(names: Sequence[str]) -> bool:
    """Whether a plugin of these files is one of tables only."""
    return any(name in names for name in FILES)


def read_folder(folder: Path, plugin_id: str, permissions: Sequence[str]) -> tuple[Declared | None, tuple[str, ...]]:
    """What the file in `folder` declares, or None and every reason why it cannot be used."""
    file = next((folder / name for name in FILES if (folder / name).is_file()), None)
    if file is None:
        return None, (_("tables.toml is missing."),)
    try:
        return read_bytes(file.name, file.read_bytes(), plugin_id, permissions)
    except OSError:
        return None, (_("{name} cannot be read.").format(name=file.name),)


def read_bytes(name: str, data: bytes, plugin_id: str,
               permissions: Sequence[str]) -> tuple[Declared | None, tuple[str, ...]]:
    """As read_folder, from the file's bytes."""
    told, problem = read_file(name, data)
    if problem:
        return None, (problem,)
    if not isinstance(told, dict):
        return None, (_("{name} cannot be understood: {problem}").format(name=name, problem="-"),)
    return read_declared(told, plugin_id, permissions)


def read_declared(told: Mapping[str, Any], plugin_id: str,
                  permissions: Sequence[str]) -> tuple[Declared | None, tuple[str, ...]]:
    """The declarations in `told`, or None and every mistake in it."""
    reader = Reader(plugin_id, tuple(permissions))
    try:
        declared = reader.read(told)
    except Exception as problem:  # noqa: BLE001 - a stranger's file: whatever it makes fail here, the desk starts
        return None, (_("{name} cannot be understood: {problem}").format(name=FILES[0], problem=type(problem).__name__),)
    return (None, tuple(reader.errors)) if reader.errors else (declared, ())


class Reader:
    """Reads one file; what is wrong goes into `errors`, texts in two languages into `words`."""

    def __init__(self, plugin_id: str, permissions: tuple[str, ...]) -> None:
        self.plugin_id, self.permissions = plugin_id, permissions
        self.errors: list[str] = []
        self.words: dict[str, str] = {}
        self._chosen_from: list[tuple[Keys, str]] = []

    def read(self, told: Mapping[str, Any]) -> Declared:
        """Everything."""
        top = Keys("", told, self.errors)
        if top.take("tables", int, 0) != FORMAT:
            self.errors.append(_("tables must be {format}: this desk reads no other form of declarations.").format(
                format=FORMAT))
        registers = self._named([self._register(keys) for keys in self.each(top, "register", MOST_REGISTERS)], "register")
        if not registers:
            self.errors.append(_("No register is declared."))
        known = {one.id: one for one in registers}
        for inner, source in self._chosen_from:
            self.among(inner, "of", (source,), [one.id for one in registers if one.case is None])
        papers = self._named([read_paper(self, keys, known) for keys in self.each(top, "paper", 40)], "paper")
        counts = self._named([self._count(keys, known) for keys in self.each(top, "statistic", 40)], "statistic")
        practice = tuple(self._practice(keys, known) for keys in self.each(top, "practice", 200))
        top.refuse_the_rest()
        return Declared(self.plugin_id, registers, papers, counts, practice, dict(self.words), dict(told))

    # ---- parts that others use ----

    def each(self, keys: Keys, name: str, most: int) -> Iterator[Keys]:
        """The tables of a list of tables."""
        found = keys.take(name, list, [])
        where = f"{keys.name}.{name}" if keys.name else name
        if len(found) > most:
            self.errors.append(_("There are more than {count} of {key}.").format(count=most, key=where))
        for place, one in enumerate(found[:most], 1):
            if isinstance(one, dict):
                yield Keys(f"{where}[{one.get('id', place)}]", one, self.errors)
            else:
                self.errors.append(_("{key} has a value of the wrong kind or shape.").format(key=where))

    def say(self, keys: Keys, name: str, *, required: bool = True) -> str:
        """A text as its English source, its Chinese kept in `words`."""
        told = keys.words(name, required=required)
        english, chinese = told.get("en", ""), told.get("zh_CN", "")
        if self.words.setdefault(english, chinese) != chinese and english:
            self.wrong(keys, name, _("“{text}” is said in two ways in Chinese; say it one way, or vary the English.").format(
                text=english))
        return english

    def wrong(self, keys: Keys, name: str, why: str) -> None:
        """Note a mistake at a key."""
        self.errors.append(f"{keys.name}.{name}: {why}" if name else f"{keys.name}: {why}")

    def among(self, keys: Keys, name: str, values: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
        """The values, each of which must be known."""
        for value in values:
            if value not in known:
                self.wrong(keys, name, _("there is no {name}; there are: {names}.").format(
                    name=value, names=", ".join(map(str, known[:MOST_NAMED])) or "-"))
        return tuple(values)

    def right(self, keys: Keys, name: str) -> str:
        """A right that plugin.toml declares."""
        told = keys.take(name, str, "")
        if told not in self.permissions:
            self.wrong(keys, name, _("the right {right} is not declared in plugin.toml.").format(right=told or "-"))
        return told

    def _named(self, found: list[Any], what: str) -> tuple[Any, ...]:
        names = [one.id for one in found if one.id]
        for twice in sorted({name for name in names if names.count(name) > 1}):
            self.errors.append(_("{what} {name} is there twice.").format(what=what, name=twice))
        return tuple(found)

    # ---- registers ----

    def _register(self, keys: Keys) -> Register:
        own = keys.matching("id", NAME)
        fields = tuple(self._field(inner) for inner in self.each(keys, "field", MOST_FIELDS))
        names = [field.name for field in fields]
        for name in {name for name in names if names.count(name) > 1}:
            self.wrong(keys, "field", _("{name} is there twice.").format(name=name))
        if not fields:
            self.wrong(keys, "field", _("there is none."))
        self._conditions(keys, fields)
        code, template = f"{self.plugin_id}.{own}", keys.take("number", str, "")
        title, one = self.say(keys, "title"), self.say(keys, "one")
        icon, section = keys.take("icon", str, "folder"), keys.take("section", str, "work")
        self.among(keys, "section", (section,), SECTIONS)
        if not ICON.fullmatch(icon):
            self.wrong(keys, "icon", _("it is no icon's name."))
        case, askings = read_case(self, keys, code, title, template, names)
        table = Table(code, title, one, fields, self.right(keys, "read"), self.right(keys, "write"),
                      self.among(keys, "name", keys.names("name", NAME) or tuple(names[:1]), names),
                      series=code if template else "", case=case is not None, **self._days(keys, fields))
        empty = self.say(keys, "empty", required=False)
        keys.refuse_the_rest()
        return Register(own, table, icon, section, empty, template, case, askings)

    def _days(self, keys: Keys, fields: Sequence[TableField]) -> dict[str, str]:
        found = {}
        days = [field.name for field in fields if field.kind == "date"]
        for name in ("due", "done"):
            told = keys.take(name, str, "")
            if told:
                self.among(keys, name, (told,), days)
            found[name] = told
        if found["done"] and not found["due"]:
            self.wrong(keys, "done", _("it goes with due only."))
        return found

    def _conditions(self, keys: Keys, fields: Sequence[TableField]) -> None:
        kinds = {field.name: field for field in fields}
        for field in fields:
            for name, values in field.shown_when:
                other = kinds.get(name)
                known = [value for value, _title in other.choices] if other and other.kind == "choice" else [True, False]
                if other is None or other.kind not in ("choice", "bool") or any(value not in known for value in values):
                    self.wrong(keys, f"field[{field.name}].shown_when", _("it must name a choice or a yes-or-no field and "
                                                                          "values of it."))

    def _field(self, keys: Keys) -> TableField:
        name, kind = keys.matching("id", NAME), keys.take("kind", str, "text")
        if name in _TAKEN:
            self.wrong(keys, "id", _("this name is the desk's own."))
        self.among(keys, "kind", (kind,), KINDS)
        choices = tuple(self._choice(inner) for inner in self.each(keys, "choices", 100))
        if (kind == "choice") != bool(choices):
            self.wrong(keys, "choices", _("a choice has them, and nothing else."))
        values = [value for value, _title in choices]
        for value in sorted({value for value in values if values.count(value) > 1}):
            self.wrong(keys, "choices", _("{name} is there twice.").format(name=value))
        field = TableField(
            name, self.say(keys, "title"), kind, keys.take("required", bool, False), self.say(keys, "help", required=False),
            choices, self._shown_when(keys), max(0, min(keys.take("max_length", int, 0), 20_000)), self._bound(keys, "minimum"),
            self._bound(keys, "maximum"), self.say(keys, "unit", required=False), keys.take("column", bool, False),
            keys.take("indexed", bool, False), keys.take("found", bool, False), keys.take("masked", bool, False),
            self._of(keys, kind), keys.take("unique", bool, False))
        if field.found and (kind not in ("text", "phone", "choice") or field.masked and kind != "phone"):
            self.wrong(keys, "found", _("only texts and telephones that are not masked can be found."))
        if field.unique and kind in ("lines", "bool"):
            self.wrong(keys, "unique", _("this kind of field cannot be unique."))
        if field.indexed and kind in ("lines", "person", "place", "organisation", "record"):
            self.wrong(keys, "indexed", _("a list cannot be sorted by this kind of field."))
        if field.masked and kind not in ("text", "phone"):
            self.wrong(keys, "masked", _("only texts and telephones can be masked."))
        self._bounds(keys, field)
        keys.refuse_the_rest()
        return field

    def _bounds(self, keys: Keys, field: TableField) -> None:
        """Bounds that nothing could keep, or that nobody would ask about."""
        if "max_length" in keys.data and (field.max_length < 1 or field.kind not in ("text", "lines")):
            self.wrong(keys, "max_length", _("it must be 1 or more, and goes with texts only."))
        if field.kind not in ("number", "money") and not field.minimum == field.maximum is None:
            self.wrong(keys, "minimum", _("only numbers and amounts have bounds."))
        elif field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:
            self.wrong(keys, "minimum", _("it must not be more than maximum."))

    def _of(self, keys: Keys, kind: str) -> str:
        """The register a record is chosen from; whether it is there shows at the end."""
        told = keys.take("of", str, "")
        if (kind == "record") != bool(told):
            self.wrong(keys, "of", _("a record names the register it is chosen from, and nothing else does."))
        if told:
            self._chosen_from.append((keys, told))
        return f"{self.plugin_id}.{told}" if told else ""

    def _bound(self, keys: Keys, name: str) -> int | None:
        return keys.take(name, int, 0) if name in keys.data else None

    def _choice(self, keys: Keys) -> tuple[str, str]:
        value = keys.matching("value", CODE)
        title = self.say(keys, "title")
        keys.refuse_the_rest()
        return value, title

    def _shown_when(self, keys: Keys) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        told = keys.take("shown_when", dict, {})
        for name in [name for name, values in told.items() if not isinstance(values, list) or not values]:
            self.wrong(keys, "shown_when", _("write the values as a list: {name} = [true].").format(name=name))
        return tuple((name, tuple(values)) for name, values in told.items() if isinstance(values, list))

    # ---- the rest ----

    def _count(self, keys: Keys, registers: Mapping[str, Register]) -> Count:
        register = keys.matching("register", NAME)
        self.among(keys, "register", (register,), tuple(registers))
        fields = registers[register].table.fields if register in registers else ()
        by, apart = keys.take("by", str, ""), keys.take("apart", str, "")
        indexed = [field.name for field in registers[register].table.kept_apart] if register in registers else []
        if by and by not in indexed and by in [field.name for field in fields]:
            self.wrong(keys, "by", _("it must be indexed."))
        if by:
            self.among(keys, "by", (by,), [field.name for field in fields if field.kind == "date"])
        if apart:
            self.among(keys, "apart", (apart,), [field.name for field in fields if field.kind in ("choice", "place")])
        if apart and apart not in indexed:
            self.wrong(keys, "apart", _("it must be indexed."))
        count = Count(keys.matching("id", NAME), self.say(keys, "title"), register, by, apart)
        keys.refuse_the_rest()
        return count

    def _practice(self, keys: Keys, registers: Mapping[str, Register]) -> tuple[str, Mapping[str, Any]]:
        register, values = keys.matching("register", NAME), keys.take("values", dict, {})
        self.among(keys, "register", (register,), tuple(registers))
        if register in registers:
            fields = registers[register].table.fields
            if len(self.among(keys, "values", tuple(values), [field.name for field in fields])) == len(values):
                for name, why in practice_mistakes(fields, values):
                    self.wrong(keys, f"values.{name}", why)
        keys.refuse_the_rest()
        return register, values

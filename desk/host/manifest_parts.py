"""Reading one TOML table: every key is asked for by kind, whatever nobody asked for is an error."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from desk.core.i18n import _

T = TypeVar("T")

ID = re.compile(r"[a-z][a-z0-9]{2,15}")
"""Folder, table prefix, translation domain and lineage label in one: letters and digits only."""
API = re.compile(r"\d{1,3}\.\d{1,3}")
RELEASE = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
REVISION = re.compile(r"[a-z][a-z0-9_]{2,40}")
PERMISSION = re.compile(r"[a-z][a-z0-9]{2,15}(\.[a-z][a-z0-9_]{1,30}){1,3}")
ROLE = re.compile(r"[a-z][a-z0-9_]{1,30}")
LANGUAGE = re.compile(r"[a-z]{2}(_[A-Z]{2})?")
NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")
"""Of a register, a field, a step: a word of the declarations of a tables-only plugin."""
COLUMN = re.compile(r"[a-z][a-z0-9_]{0,50}\.[a-z][a-z0-9_]{0,50}")
"""A column of an own table, without the plugin's id: "party.contact" of `mediation_party`."""
_LONGEST = 300


class Table:
    """A table of plugin.toml while it is read; what is wrong goes into `errors`, one sentence each."""

    def __init__(self, name: str, data: Mapping[str, Any], errors: list[str]) -> None:
        self.name, self.data, self.errors = name, data, errors
        self._asked: set[str] = set()

    def take(self, key: str, kind: type[T], default: T) -> T:
        """The value of `key`, `default` when it is absent or of another kind."""
        self._asked.add(key)
        value = self.data.get(key, default)
        if type(value) is not kind:
            self._wrong(key)
            return default
        return value

    def matching(self, key: str, pattern: re.Pattern[str], *, required: bool = True) -> str:
        """A text of the given shape; "" when it is absent."""
        value = self.take(key, str, "")
        if value and not pattern.fullmatch(value):
            self._wrong(key)
        elif not value and required and key not in self.data:
            self.errors.append(_("{key} is missing.").format(key=self._path(key)))
        elif not value and key in self.data:
            self._wrong(key)
        return value

    def names(self, key: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """A list of texts of the given shape, none twice."""
        values = self.take(key, list, [])
        if any(not isinstance(value, str) or not pattern.fullmatch(value) for value in values) or len(set(
                map(str, values))) < len(values):
            self._wrong(key)
            return ()
        return tuple(values)

    def words(self, key: str, *, required: bool = True) -> dict[str, str]:
        """A text by language; English must be there, a required one also in Chinese."""
        if not required and key not in self.data:
            return {}
        if key not in self.data:
            self.errors.append(_("{key} is missing.").format(key=self._path(key)))
            self._asked.add(key)
            return {}
        by_language = self.take(key, dict, {})
        good = {code: text for code, text in by_language.items()
                if LANGUAGE.fullmatch(code) and isinstance(text, str) and 0 < len(text) <= _LONGEST}
        if len(good) < len(by_language) or "en" not in good or "zh_CN" not in good:
            self.errors.append(_("{key} must give the text as en and as zh_CN.").format(key=self._path(key)))
        return good

    def table(self, key: str) -> "Table":
        """An inner table; an empty one when it is absent."""
        return Table(self._path(key), self.take(key, dict, {}), self.errors)

    def keys_matching(self, pattern: re.Pattern[str]) -> list[str]:
        """All keys of a table whose keys are names; the misshapen ones are reported and left out."""
        good = [key for key in self.data if pattern.fullmatch(key)]
        self._asked.update(good)
        self.refuse_the_rest()
        return good

    def refuse_the_rest(self) -> None:
        """Report every key that nobody asked for."""
        self.errors += [_("{key} is not a key this desk knows.").format(key=self._path(key))
                        for key in self.data if key not in self._asked]

    def _path(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def _wrong(self, key: str) -> None:
        self.errors.append(_("{key} has a value of the wrong kind or shape.").format(key=self._path(key)))

"""What a tables-only plugin declares beside its registers: steps, papers, counts, practice records. Data, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.core.cases.kinds import CaseKind
from desk.core.tables.declared import Table

NOBODY = "-"
"""A right that nobody has: of registers whose plugin is gone."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a step of a matter asks for. asks: fields of its form, needs: those of them that must be filled in.

    reason: it wants a reason in words.
    """

    move: str
    title: str
    asks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    reason: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """A register with what the desk draws of it. template: of its numbers, "" without. empty: what a new hall does first."""

    id: str
    table: Table
    icon: str = "folder"
    section: str = "work"
    empty: str = ""
    template: str = ""
    case: CaseKind | None = None
    askings: tuple[Asking, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper out of a template. blocks: (kind, text, more) in order; texts hold {field} and nothing else is put in.

    whole: it is of the whole list, not of one record.
    """

    id: str
    title: str
    register: str
    blocks: tuple[tuple[str, str, Mapping[str, Any]], ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A number for a period: records by the day in `by` ("" for the day of registration), apart by a choice field."""

    id: str
    title: str
    register: str
    by: str = ""
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything a tables-only plugin declares. words: English → Chinese. raw: the file as it is, for the record."""

    plugin_id: str
    registers: tuple[Register, ...] = ()
    papers: tuple[Paper, ...] = ()
    counts: tuple[Count, ...] = ()
    practice: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    raw: Mapping[str, Any] = field(default_factory=dict)

    def register(self, register_id: str) -> Register:
        """The register called so; KeyError is a bug of the caller."""
        for one in self.registers:
            if one.id == register_id:
                return one
        raise KeyError(register_id)

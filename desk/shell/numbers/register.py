"""The register of given numbers: which record has which, since when; voiding one with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.numbers import MANAGE, NumberRow, count_numbers, list_numbers, void_number
from desk.core.documents.series_registry import declared_series
from desk.core.i18n import N_, _
from desk.host.pages import Chip, Column, Field, ListSpec, RowAction, StateCell
from desk.shell.audit.words import record_words
from desk.shell.doing import carry_out_with_reason
from desk.shell.kit.filtered_page import FilteredPage
from desk.shell.numbers.series import series_title


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number in the register."""

    id: int
    text: str
    series: str
    record: str
    given_at: datetime
    given_by: str
    state: StateCell
    why: str
    kind: str
    record_id: int


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[NumberLine]:
    """One page, newest first."""
    page = list_numbers(uow, request)
    return Page([_line(row) for row in page.rows], page.next, page.total)


def _line(row: NumberRow) -> NumberLine:
    state = StateCell(_("Void"), Tone.MUTED) if row.voided_at else StateCell(_("In force"), Tone.DONE)
    return NumberLine(row.id, row.text, series_title(row.code), record_words(row.owner_kind, row.owner_id), row.given_at,
                      row.given_by, state, row.void_reason, row.owner_kind, row.owner_id)


def void(ctx: Any, rows: Sequence[NumberLine]) -> None:
    """Ask why, then void it; it stays in the register."""
    row = rows[0]
    carry_out_with_reason(ctx, _("Why is {number} void? It stays in the register and is not given again.").format(
        number=row.text), _("{number} is void").format(number=row.text), void_number, [row])


REGISTER = ListSpec(
    id="numbers.register", title=N_("Register of numbers"), record="number",
    columns=(Column("text", N_("Number given"), 250), Column("series", N_("Series"), 150), Column("record", N_("Record"), 140),
             Column("given_at", N_("Given on"), 140, "date"), Column("given_by", N_("Given by"), 100),
             Column("state", N_("State"), 110, "state"), Column("why", N_("Why void"), 0)),
    fetch=fetch, count=count_numbers,
    chips=(Chip(N_("In force"), {"void": False}), Chip(N_("Void"), {"void": True})),
    actions=(RowAction("open", N_("Open the record"), "desk.shell.audit.audit_page:open_record", "eye"),
             RowAction("void", N_("Void the number"), "desk.shell.numbers.register:void", "ban", MANAGE)),
    search_hint=N_("Number or name"), empty=N_("No number has been given yet. Papers get theirs when they are printed."))


def series_choices(_uow: UnitOfWork) -> list[tuple[str, str]]:
    """Series by their titles."""
    return sorted(((series.code, series_title(series.code)) for series in declared_series()), key=lambda choice: choice[1])


FIELDS = (Field("code", N_("Series"), "choice", choices=series_choices, width=220),
          Field("year", N_("Year"), "number", width=80))


def register_page(ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "") -> QWidget:
    """The register; opened from a series it shows that one only."""
    given = dict(filters or {})
    return FilteredPage(ctx, REGISTER, [field for field in FIELDS if field.name not in given], filters=given, text=text)

"""Everything that was printed: which paper, which number, who, when, how often; found by number, name and day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.prints import PrintRow, count_archive, list_archive, list_printed_papers
from desk.core.i18n import N_, _
from desk.host.pages import Chip, Column, Field, ListSpec, RowAction
from desk.shell.audit.audit_page import open_record as open_owner
from desk.shell.audit.words import record_words
from desk.shell.kit.filtered_page import FilteredPage

MODES = {"final": N_("Final"), "prefilled": N_("Pre-filled"), "blank": N_("Blank")}


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A printing in the list. kind, record_id: the record it belongs to."""

    id: int
    printed_at: datetime
    title: str
    number: str
    mode: str
    copies: int
    pages: int
    printed_by: str
    record: str
    why: str
    kind: str
    record_id: int


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[PrintLine]:
    """One page, newest first."""
    page = list_archive(uow, request)
    return Page([_line(row) for row in page.rows], page.next, page.total)


def mode_words(row: PrintRow) -> str:
    """定稿, 预填; 补打 for pages that were printed before."""
    return _("Printed again") if row.reprint_of else _(MODES.get(row.mode, row.mode))


def _line(row: PrintRow) -> PrintLine:
    return PrintLine(row.id, row.printed_at, row.title, row.number, mode_words(row), row.copies, row.pages, row.printed_by,
                     record_words(row.owner_kind, row.owner_id), row.reason, row.owner_kind, row.owner_id)


def open_record(ctx: Any, rows: Sequence[PrintLine]) -> None:
    """The record the paper belongs to."""
    open_owner(ctx, rows)  # type: ignore[arg-type]


ARCHIVE = ListSpec(
    id="prints.archive", title=N_("Print archive"), record="print",
    columns=(Column("printed_at", N_("Printed on"), 140, "date"), Column("title", N_("Paper"), 0),
             Column("number", N_("Number given"), 220), Column("mode", N_("Kind of print"), 90),
             Column("copies", N_("Copies"), 70, "number"), Column("pages", N_("Page count"), 70, "number"),
             Column("printed_by", N_("Printed by"), 100), Column("record", N_("Record"), 120),
             Column("why", N_("Reason"), 160)),
    fetch=fetch, count=count_archive,
    chips=(Chip(N_("Final"), {"mode": "final"}), Chip(N_("Pre-filled"), {"mode": "prefilled"}),
           Chip(N_("Printed again"), {"again": True})),
    actions=(RowAction("open", N_("Open the record"), "desk.shell.prints.archive_list:open_record", "eye"),),
    opens="prints.stored", search_hint=N_("Number, paper or who printed it"),
    empty=N_("Nothing has been printed yet. Papers are printed from the page of their record."))

FIELDS = (Field("paper", N_("Paper"), "choice", choices=list_printed_papers, width=220),
          Field("day_from", N_("From day"), "date"), Field("day_to", N_("To day"), "date"))


def archive_page(ctx: Any, **args: Any) -> QWidget:
    """The archive with its filters."""
    return FilteredPage(ctx, ARCHIVE, FIELDS, **args)

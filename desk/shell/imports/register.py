"""The list of everything that was brought in by lists, and the card of one import with its refused rows. No Qt."""

from dataclasses import dataclass
from datetime import datetime

from desk.core.cases.kinds import Tone
from desk.core.clock import hall_time
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.account import ImportLine, count_imports, get_import, list_imports
from desk.core.exchange.account_paper import PAPER
from desk.core.i18n import N_, _
from desk.host.pages import Chip, Column, Fact, FactSection, ListSpec, PaperLink, RecordCard, RecordSpec, StateCell
from desk.shell.audit.trail import trail_of

TOLD = 60
"""Refused rows that stand on the card itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """An import in the list."""

    id: int
    at: datetime
    list_name: str
    file_name: str
    by: str
    new: int
    changed: int
    same: int
    rejected: int
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[Line]:
    """One page, the latest first."""
    page = list_imports(uow, request)
    return Page([Line(one.id, one.at, one.list_name, one.file_name, one.by, one.new, one.changed, one.same, one.rejected,
                      state_of(one)) for one in page.rows], page.next, page.total)


def state_of(one: ImportLine) -> StateCell:
    """Taken back, with refused rows, or whole."""
    if one.undone_at is not None:
        return StateCell(_("Taken back"), Tone.MUTED)
    return StateCell(_("Rows refused"), Tone.WAITING) if one.rejected else StateCell(_("Brought in"), Tone.DONE)


IMPORTS = ListSpec(
    id="imports.list", title=N_("Data brought in"), record="import_batch",
    columns=(Column("at", N_("When"), 150, "date"), Column("list_name", N_("List"), 180),
             Column("file_name", N_("File brought in"), 0), Column("by", N_("By"), 100), Column("new", N_("New"), 80, "number"),
             Column("changed", N_("Changed"), 80, "number"), Column("same", N_("Unchanged"), 80, "number"),
             Column("rejected", N_("Rejected"), 80, "number"), Column("state", N_("State"), 140, "state")),
    fetch=fetch, count=count_imports, descending=True,
    chips=(Chip(N_("Rows refused"), {"rejected": True}), Chip(N_("Taken back"), {"undone": True})),
    opens="imports.card", search_hint=N_("Name of the list or the file"),
    empty=N_("Nothing was brought in yet. Each register's import page takes a spreadsheet; here stands what became of it."))


def load(uow: UnitOfWork, batch_id: int) -> RecordCard:
    """The whole account."""
    account = get_import(uow, batch_id)
    line = account.line
    facts = (Fact(_("List"), line.list_name), Fact(_("File brought in"), line.file_name), Fact(_("By"), line.by),
             Fact(_("When"), f"{hall_time(line.at):%Y-%m-%d %H:%M}"), Fact(_("New"), str(line.new)),
             Fact(_("Changed"), str(line.changed)), Fact(_("Unchanged"), str(line.same)),
             Fact(_("Rejected"), str(line.rejected)), Fact(_("Check code of the file"), account.file_hash))
    refused = tuple(Fact(_("Row {number}").format(number=number), why) for number, why in account.refused[:TOLD])
    sections = (FactSection(_("Import"), facts), *((FactSection(_("Rows refused"), refused),) if refused else ()))
    return RecordCard(batch_id, "", line.list_name, state_of(line), subtitle=line.file_name, holder=None, sections=sections,
                      papers=(PaperLink(PAPER),), timeline=trail_of(uow, "import_batch", batch_id))


IMPORT = RecordSpec("imports.card", N_("Import"), "import_batch", load)

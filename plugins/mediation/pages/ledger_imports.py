"""Old ledgers that were brought in: which file, when, by whom, what came of it; taken back whole at a later time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import N_, Tone, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.exchange import ImportBatch
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    RecordCard,
    RecordSpec,
    StateCell,
)
from plugins.mediation.exchange.ledger import LEDGER, undo_ledger
from plugins.mediation.kinds import ALL
from plugins.mediation.pages.doing import carry

_ = translator("mediation")
_HERE = "plugins.mediation.pages.ledger_imports"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """An import in the list; cases: how many it brought."""

    id: int
    on: date
    file: str
    cases: int
    who: str
    state: StateCell


def _state(row: ImportBatch) -> StateCell:
    return StateCell(_("Taken back"), Tone.MUTED) if row.undone_at else StateCell(_("In the records"), Tone.DONE)


def fetch_imports(uow: UnitOfWork, request: PageRequest) -> Page[ImportLine]:
    """The newest first."""
    uow.require(ALL)
    rows = uow.session.scalars(select(ImportBatch).where(ImportBatch.kind == LEDGER.kind).order_by(ImportBatch.id.desc()))
    found = [ImportLine(row.id, hall_time(row.created_at).date(), row.file_name, row.counts.get("new", 0), row.created_by,
                        _state(row)) for row in rows if request.text in row.file_name]
    return Page(found, None, len(found))


IMPORTS = ListSpec(
    id="mediation.ledger_imports", title=N_("Ledgers brought in"), record="import_batch", domain="mediation",
    columns=(Column("on", N_("Day"), 120, "date"), Column("file", N_("File"), 0), Column("cases", N_("Cases"), 100, "number"),
             Column("who", N_("Brought in by"), 160), Column("state", N_("State"), 150, "state")),
    fetch=fetch_imports, opens="mediation.ledger_import", new="mediation.ledger", new_title=N_("Bring in an old ledger"),
    new_permission=ALL, empty=N_("No old ledger was brought in yet."))


def load_import(uow: UnitOfWork, batch_id: int) -> RecordCard:
    """One import; it can be taken back while nobody has worked on its cases."""
    uow.require(ALL)
    row = uow.get(ImportBatch, batch_id)
    undone = f"{hall_time(row.undone_at):%Y-%m-%d %H:%M} {row.undone_by}" if row.undone_at else ""
    return RecordCard(
        id=row.id, number="", title=row.file_name, state=_state(row), holder=None,
        sections=(FactSection(_("Ledger brought in"), (
            Fact(_("When"), f"{hall_time(row.created_at):%Y-%m-%d %H:%M}"), Fact(_("Brought in by"), row.created_by),
            Fact(_("Cases"), str(row.counts.get("new", 0))), Fact(_("Taken back on"), undone))),),
        acts=() if row.undone_at else (NextAct(_("Take the whole import back"), run=f"{_HERE}:take_back", main=True),),
        version=row.version)


def take_back(ctx: Any, batch_id: int) -> None:
    """Button: asked first, because every case of the list goes."""
    if ctx.asker.confirm(_("Take the whole import back? Every case it brought goes."), yes=_("Take it back"), danger=True):
        carry(ctx, undo_ledger, batch_id)


IMPORT_RECORD = RecordSpec("mediation.ledger_import", N_("Ledger brought in"), "import_batch", load_import, domain="mediation")

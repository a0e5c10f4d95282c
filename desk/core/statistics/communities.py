"""Figures of several communities kept and added up: what a street makes of the files its communities send."""

from dataclasses import dataclass
from datetime import datetime

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NotFound, UserError
from desk.core.files.queries import AttachmentRow, get_bytes, list_attachments
from desk.core.files.service import attach, remove
from desk.core.i18n import _
from desk.core.statistics.declared import Ratio
from desk.core.statistics.figures import NOTHING, base_of, figure_text, ratio_text
from desk.core.statistics.figures_file import FiguresFile, FileTable, from_bytes, latest
from desk.core.statistics.freezing import FREEZE
from desk.core.statistics.registry import indicator_tables

OWNER = "figures_file"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was brought in. at: when."""

    id: int
    file: FiguresFile
    file_name: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AddedTable:
    """One table over communities. heads: (title, unit) of the figures; rows: (community, cells); total: the cells added up."""

    code: str
    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    total: tuple[str, ...]


@verb("statistics.take_figures", permission=FREEZE)
def take_figures(uow: UnitOfWork, file_name: str, content: bytes) -> int:
    """Keep a community's file; an earlier one of the same community and period gives way to it. Answers its id.

    Raises UserError as reading it does, and for a file that is here already.
    """
    file = from_bytes(content)
    for kept in list_files(uow):
        if (kept.file.community, kept.file.period) == (file.community, file.period):
            if kept.file == file:
                raise UserError(_("This file is here already."))
            remove(uow, kept.id, _("a newer file of the same community and period came"))
    return attach(uow, OWNER, uow.actor.community_id, file_name, content, f"{file.community} {file.period}")


@verb("statistics.drop_figures", permission=FREEZE)
def drop_figures(uow: UnitOfWork, file_id: int, reason: str) -> None:
    """Take a community's file away, with a reason; it stays in the trail. Raises NotFound for any other file."""
    if file_id not in {kept.id for kept in list_files(uow)}:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    remove(uow, file_id, reason)


def list_files(uow: UnitOfWork) -> list[KeptFile]:
    """Every file that is kept, the last one first."""
    uow.require(FREEZE)
    return [_kept(uow, row) for row in reversed(list_attachments(uow, OWNER, uow.actor.community_id))]


def add_up(uow: UnitOfWork, period: str) -> list[AddedTable]:
    """The tables of a period over all communities whose file is here; shares are worked out anew from the sums."""
    files = latest([kept.file for kept in reversed(list_files(uow)) if kept.file.period == period])
    codes = dict.fromkeys(table.code for file in files for table in file.tables)
    found = [_added(code, files) for code in codes]
    return [table for table in found if any(cell not in ("0", NOTHING) for cell in table.total)]


def _kept(uow: UnitOfWork, row: AttachmentRow) -> KeptFile:
    return KeptFile(row.id, from_bytes(get_bytes(uow, row.id)), row.file_name, row.at, row.by)


def _added(code: str, files: list[FiguresFile]) -> AddedTable:
    sent = {file.community: table for file in files for table in file.tables if table.code == code}
    figures = {one.code: one for table in sent.values() for one in table.figures}
    sums = {name: sum(one.value or 0 for table in sent.values() for one in table.figures if one.code == name)
            for name in figures}
    rows = tuple((name, _cells(table, tuple(figures))) for name, table in sent.items())
    counted = {one.code for table in sent.values() for one in table.figures if one.value is not None}
    total = tuple(figure_text(sums[name], one.unit) if name in counted else _share(code, name, sums)
                  for name, one in figures.items())
    return AddedTable(code, next(iter(sent.values())).title, tuple((one.title, one.unit) for one in figures.values()), rows,
                      total)


def _cells(table: FileTable, codes: tuple[str, ...]) -> tuple[str, ...]:
    texts = {one.code: one.text for one in table.figures}
    return tuple(texts.get(code, NOTHING) for code in codes)


def _share(table_code: str, code: str, sums: dict[str, int]) -> str:
    """A share or mean of the sums; a dash where the table is not declared here or a part of it was not sent."""
    declared = next((table.figure(code) for table in indicator_tables() if table.code == table_code), None)
    if not isinstance(declared, Ratio):
        return NOTHING
    base = base_of(declared, None)
    if {declared.part, *base.of} - set(sums):
        return NOTHING
    return ratio_text(declared, sums[declared.part], sum(sums[one] for one in base.of))



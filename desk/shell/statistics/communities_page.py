"""Figures of communities: this community's are written to a file, those of others are brought in, and a period is added up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.exchange.export import write_whole
from desk.core.i18n import N_, _
from desk.core.statistics.communities import KeptFile, drop_figures, list_files, take_figures
from desk.core.statistics.communities_paper import PAPER
from desk.core.statistics.figures_file import LARGEST, collect, to_bytes
from desk.core.statistics.freezing import FREEZE
from desk.core.statistics.periods import parse_period
from desk.host.pages import Column, ListSpec, RowAction, StateCell
from desk.shell.doing import carry_out_with_reason
from desk.shell.jobs import new_key
from desk.shell.kit import bits
from desk.shell.kit.list_page import ListPage
from desk.shell.short_lists import short_page

ROOM = "desk.shell.statistics.communities_page"


@dataclass(frozen=True, slots=True)
class FileLine:
    """A community's file in the list."""

    id: int
    community: str
    period: str
    tables: int
    made_on: str
    made_by: str
    at: datetime
    state: StateCell


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[FileLine]:
    """The files that are kept, the last one first."""
    return short_page([_line(kept) for kept in list_files(uow)], request, lambda line: f"{line.community} {line.period}",
                      {"period": lambda line: line.period, "community": lambda line: line.community})


def _line(kept: KeptFile) -> FileLine:
    file = kept.file
    state = StateCell(_("Open months"), Tone.WAITING) if file.open_months else StateCell(_("Frozen"), Tone.DONE)
    return FileLine(kept.id, file.community, parse_period(file.period).title, len(file.tables), file.made_on, file.made_by,
                    kept.at, state)


def print_sums(ctx: Any, rows: Sequence[FileLine]) -> None:
    """The sums of the period that the chosen file is of."""
    ctx.papers.preview(PAPER, rows[0].id)


def drop(ctx: Any, rows: Sequence[FileLine]) -> None:
    """Ask why; the trail keeps that it was there."""
    carry_out_with_reason(ctx, _("Why is this file taken away?"), _("The file is taken away"), drop_figures, rows[:1])


FILES = ListSpec(
    id="statistics.communities", title=N_("Figures of communities"), record="figures_file",
    columns=(Column("community", N_("Community"), 0, sort="community"), Column("period", N_("Period"), 130, sort="period"),
             Column("tables", N_("Tables"), 80, "number"), Column("made_on", N_("Written on"), 110),
             Column("made_by", N_("By"), 110), Column("at", N_("Brought in"), 150, "date"),
             Column("state", N_("State"), 150, "state")),
    fetch=fetch,
    actions=(RowAction("sums", N_("Print the sums of its period"), f"{ROOM}:print_sums", "printer", FREEZE),
             RowAction("drop", N_("Take the file away"), f"{ROOM}:drop", "trash-2", FREEZE)),
    search_hint=N_("Community or period"),
    empty=N_("No file yet. A community writes its figures to a file here and sends it; the street brings the files in, and "
             "this page adds them up."))


class CommunitiesPage(ListPage):
    """The list with its two ways: out to a file, in from one."""

    def __init__(self, ctx: Any, *, filters: Mapping[str, Any] | None = None, text: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(ctx, FILES, filters=filters, text=text, parent=parent)
        self.shortcut("Ctrl+N", self.bring_in)

    def _header(self) -> Any:
        row = super()._header()
        row.addWidget(bits.button(_("&Write our figures to a file"), self.write_out, icon="upload"))
        row.addWidget(bits.button(_("&Bring in a file (Ctrl+N)"), self.bring_in, icon="download", main=True))
        return row

    @Slot()
    def write_out(self) -> None:
        """Ask for the period and the place, then write."""
        last = parse_period(f"{self.ctx.clock.today():%Y-%m}").before.code
        code = self.ctx.asker.ask_text(_("Figures of which period? Such as 2026-11, 2026Q4 or 2026"), last)
        if not code or not code.strip():
            return
        path = self.ctx.asker.save_file(_("Write our figures to a file"), _("Figures {period}.txt").format(period=code.strip()),
                                        _("Figures (*.txt)"))
        if path is not None:
            self.ctx.jobs.read(_write, code.strip(), Path(path)).then(self._on_written).start()

    @Slot()
    def bring_in(self) -> None:
        """Ask which file, read it, keep it."""
        path = self.ctx.asker.open_file(_("Which community's file?"), _("Figures (*.txt)"))
        if path is not None:
            self.ctx.jobs.work(_read, Path(path)).then(self._on_read).start()

    @Slot(object)
    def _on_written(self, told: tuple[str, int]) -> None:
        self.ctx.notify(_("{count} tables written to {name}").format(count=told[1], name=told[0]))

    @Slot(object)
    def _on_read(self, found: tuple[str, bytes]) -> None:
        self.ctx.jobs.write(take_figures, *found, key=new_key()).then(self._on_kept).start()

    @Slot(object)
    def _on_kept(self, _id: object) -> None:
        self.ctx.notify(_("The community's figures are here"))


def _write(uow: UnitOfWork, code: str, path: Path) -> tuple[str, int]:
    file = collect(uow, parse_period(code))
    write_whole(path, to_bytes(file))
    return path.name, len(file.tables)


def _read(_job: Any, path: Path) -> tuple[str, bytes]:
    """One byte more than is read at most, so that a larger file is refused in words."""
    with path.open("rb") as file:
        return path.name, file.read(LARGEST + 1)

"""The records behind a number: as many as it says, shown as far as one may see them; Enter opens one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _, translator
from desk.core.statistics.counting import Key
from desk.core.statistics.declared import ALL, Figure, IndicatorTable
from desk.core.statistics.figures import figure_text
from desk.core.statistics.periods import parse_period
from desk.core.statistics.records import CellRecords, read_records
from desk.core.statistics.registry import indicator_table
from desk.host.pages import Column, ListSpec
from desk.shell.kit.list_page import ListPage
from desk.shell.short_lists import found_among, short_page


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record in the list; `entry` opens it. part: what it adds to a sum, in the figure's unit."""

    id: int
    number: str
    title: str
    detail: str
    on: date | None
    month: str
    part: str
    entry: str


def records_page(ctx: Any, *, table: str, period: str, cell: Key, area_id: int | None = None) -> QWidget:
    """The list of a cell's records."""
    return ListPage(ctx, records_list(indicator_table(table), period, area_id, (cell[0], cell[1], cell[2])))


def records_list(table: IndicatorTable, period: str, area_id: int | None, key: Key) -> ListSpec:
    """The list's declaration; its records are read once and again when the list is refreshed."""
    figure = table.figure(key[0])
    assert isinstance(figure, Figure)
    read = _Reading(table, period, area_id, key)
    shown = [Column("number", N_("Number"), 190), Column("title", N_("Called"), 0), Column("detail", N_("Details"), 260),
             Column("on", N_("On the day"), 110, "date", sort="on"), Column("month", N_("Counted in"), 100)]
    if figure.amount:
        shown.append(Column("part", N_("Adds"), 110))
    return ListSpec(
        id="statistics.records", title=_title(table, figure, period, key), record=figure.source.record, columns=tuple(shown),
        fetch=read.fetch, count=read.count, sentence=read.sentence, opens=figure.source.entry,
        empty=N_("There is no record behind this number that you may see."))


def _title(table: IndicatorTable, figure: Figure, period: str, key: Key) -> str:
    tr = translator(table.domain)
    parts = [parse_period(period).title, tr(figure.title)]
    splits = ((table.by, key[1]), (table.across, key[2]))
    parts += [_value_title(table, split, value) for split, value in splits if value != ALL]
    return " · ".join(parts)


def _value_title(table: IndicatorTable, split: Any, value: str) -> str:
    tr = translator(table.domain)
    named = dict(split.values) if split is not None and not isinstance(split.values, str) else {}
    return tr(named.get(value, value)) or tr(split.other)


class _Reading:
    """What the list asks for, read in a worker."""

    def __init__(self, table: IndicatorTable, period: str, area_id: int | None, key: Key) -> None:
        self._asked = (table, parse_period(period), area_id, key)
        self._unit = getattr(table.figure(key[0]), "unit", "")
        self._kept: CellRecords | None = None

    def _read(self, uow: UnitOfWork, *, anew: bool) -> CellRecords:
        if anew or self._kept is None:
            self._kept = read_records(uow, *self._asked)
        return self._kept

    def _rows(self, found: CellRecords) -> list[RecordRow]:
        entry = found.figure.source.entry
        return [RecordRow(one.record_id, line.number or "—", line.title, line.detail, line.on, parse_period(one.month).title,
                          figure_text(one.part, self._unit), line.entry or entry) for one, line in found.lines]

    def fetch(self, uow: UnitOfWork, request: PageRequest) -> Page[RecordRow]:
        first = request.after is None and not request.offset and not request.backwards
        rows = self._rows(self._read(uow, anew=first))
        sorts: dict[str, Callable[[RecordRow], Any]] = {"on": lambda row: str(row.on or "")}
        return short_page(rows, request, _words, sorts)

    def count(self, uow: UnitOfWork, request: PageRequest) -> int:
        return len(found_among(self._rows(self._read(uow, anew=False)), request.text, _words))

    def sentence(self, uow: UnitOfWork) -> str:
        found = self._read(uow, anew=False)
        told = [_("The number is {number} {unit}").format(number=figure_text(found.value, self._unit), unit=self._unit)]
        if found.unseen:
            told.append(_("{count} of its records are confidential and not listed").format(count=found.unseen))
        if found.unknown:
            told.append(_("a frozen month keeps numbers only, not which records"))
        return ", ".join(told)


def _words(row: RecordRow) -> str:
    return f"{row.number} {row.title} {row.detail}"

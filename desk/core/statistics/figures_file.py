"""Figures that travel by file from a community to its street and are added up there; totals only, never a record or a name.

The file is JSON with a check code over its content: one that was changed on the way is refused. Masked numbers stay out.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desk.core.actor import Actor
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.statistics.declared import IndicatorTable
from desk.core.statistics.periods import ReportPeriod, parse_period
from desk.core.statistics.registry import indicator_tables
from desk.core.statistics.table import read_table

FORMAT = "desk-figures-1"
LARGEST = 4_000_000
"""Bytes of a file that is read."""


@dataclass(frozen=True, slots=True)
class FileFigure:
    """One number of a community. value: records or the amount's smallest unit; None for a share, whose text stands alone."""

    code: str
    title: str
    unit: str
    value: int | None
    text: str


@dataclass(frozen=True, slots=True)
class FileTable:
    """The totals of one table."""

    code: str
    title: str
    figures: tuple[FileFigure, ...]


@dataclass(frozen=True, slots=True)
class FiguresFile:
    """What a community sent. period: its code; made_on: ISO day; open_months: months that were not frozen when it was made."""

    community: str
    street: str
    period: str
    made_on: str
    made_by: str
    open_months: tuple[str, ...]
    tables: tuple[FileTable, ...]


def collect(uow: UnitOfWork, period: ReportPeriod) -> FiguresFile:
    """The totals of every table one may see that is made for periods of this kind; open months are counted as they stand."""
    tables, still_open = list[FileTable](), set[str]()
    for table in indicator_tables():
        if period.kind in table.kinds and _may(uow.actor, table):
            view = read_table(uow, replace(table, by=None, across=None, chart=None), period)
            still_open.update(month.code for month in view.open_months)
            tables.append(FileTable(table.code, view.title, tuple(
                FileFigure(row.key, row.title, row.unit, cells[0].value, cells[0].text)
                for row, cells in zip(view.rows, view.cells, strict=True) if not cells[0].hidden)))
    community = uow.community
    return FiguresFile(str(community.name), str(community.street), period.code, uow.clock.today().isoformat(), uow.actor.name,
                       tuple(sorted(still_open)), tuple(tables))


def _may(actor: Actor, table: IndicatorTable) -> bool:
    return actor.may(table.permission) and actor.area_ids is None


def to_bytes(file: FiguresFile) -> bytes:
    """As it is written: readable JSON, the check code last."""
    body = {"format": FORMAT, "community": file.community, "street": file.street, "period": file.period,
            "made_on": file.made_on, "made_by": file.made_by, "open_months": list(file.open_months),
            "tables": [{"code": table.code, "title": table.title, "figures": [
                {"code": one.code, "title": one.title, "unit": one.unit, "value": one.value, "text": one.text}
                for one in table.figures]} for table in file.tables]}
    return json.dumps(body | {"check": _check(body)}, ensure_ascii=False, indent=1).encode()


def from_bytes(content: bytes) -> FiguresFile:
    """Read one; UserError for anything that is no such file, was changed, or is of a later desk."""
    told = _parsed(content)
    try:
        file = FiguresFile(
            _text(told["community"]), _text(told["street"]), parse_period(_text(told["period"])).code, _text(told["made_on"]),
            _text(told["made_by"]), tuple(map(_text, told["open_months"])), tuple(map(_table, told["tables"])))
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(_("This file of figures is not whole."), todo=_("Ask the community to write it again.")) from error
    if not file.community:
        raise UserError(_("This file of figures does not say whose it is."))
    return file


def _parsed(content: bytes) -> dict[str, Any]:
    wrong = UserError(_("This is no file of figures."),
                      todo=_("Choose the file that a community wrote under Figures of communities."))
    if len(content) > LARGEST:
        raise wrong
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise wrong from error
    if not isinstance(told, dict) or not str(told.get("format", "")).startswith("desk-figures-"):
        raise wrong
    if told["format"] != FORMAT:
        raise UserError(_("This file of figures was written by a later desk."), todo=_("Bring the desk up to date first."))
    check = told.pop("check", "")
    if check != _check(told):
        raise UserError(_("This file was changed after it was written."), todo=_("Ask the community to send it again."))
    return told


def _table(told: dict[str, Any]) -> FileTable:
    return FileTable(_text(told["code"]), _text(told["title"]), tuple(
        FileFigure(_text(one["code"]), _text(one["title"]), _text(one["unit"]), _number(one["value"]), _text(one["text"]))
        for one in told["figures"]))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 400:
        raise TypeError("a short text")
    return value


def _number(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError("a whole number")
    return value


def _check(body: dict[str, Any]) -> str:
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def latest(files: Sequence[FiguresFile]) -> list[FiguresFile]:
    """One file a community, the one that came last, by name."""
    return [found for _name, found in sorted({file.community: file for file in files}.items())]

"""A year of the working calendar out of a spreadsheet: one row a day, 日期 · 休/班 · 节日."""

import re
from datetime import date
from pathlib import Path

from desk.core.calendar.queries import WorkdayRow
from desk.core.errors import UserError
from desk.core.exchange.heading import best_sheet
from desk.core.exchange.reading import read_tables
from desk.core.i18n import _
from desk.core.text import fold_width

HEADINGS = {"day": ("日期", "date", "放假日期", "调休日期", "时间"),
            "kind": ("休班", "类型", "性质", "安排", "班休", "休/班", "kind", "类别"),
            "name": ("节日", "名称", "节假日", "假日", "name", "备注")}
KINDS = {"off": ("休", "休息", "放假", "假", "节假日", "off", "调休"), "on": ("班", "上班", "补班", "工作", "on", "调休上班")}
_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")


def read_workdays(path: Path, year: int) -> list[WorkdayRow]:
    """The days of `year` that the file marks; a date without a year is of `year`.

    Raises UserError naming the row that cannot be understood, or the heading that is missing.
    """
    sheet = best_sheet(read_tables(path), lambda text: _field(text) is not None)
    columns = {field: place for place, label in reversed(list(enumerate(sheet.labels))) if (field := _field(label))}
    for field in ("day", "kind"):
        if field not in columns:
            raise UserError(_("The table needs a column {name}.").format(name=HEADINGS[field][0]),
                            todo=_("One row a day: 日期, 休班 (休 or 班), 节日."))
    return [_row(row.number, row.cells, columns, year) for row in sheet.rows]


def _field(label: str) -> str | None:
    plain = label.strip().lower()
    return next((field for field, words in HEADINGS.items() if plain in words), None)


def _row(number: int, cells: list[str], columns: dict[str, int], year: int) -> WorkdayRow:
    day, kind = cells[columns["day"]], fold_width(cells[columns["kind"]]).strip().lower()
    found = next((code for code, words in KINDS.items() if kind in words), None)
    if found is None:
        raise UserError(_("Row {row}: “{text}” is neither 休 nor 班.").format(row=number, text=kind))
    return WorkdayRow(_day(number, day, year), found, cells[columns["name"]] if "name" in columns else "")


def _day(number: int, text: str, year: int) -> date:
    match = _DATE.fullmatch(fold_width(text).strip())
    try:
        if match:
            return date(int(match[1] or year), int(match[2]), int(match[3]))
    except ValueError:
        pass
    raise UserError(_("Row {row}: “{text}” is no date.").format(row=number, text=text))

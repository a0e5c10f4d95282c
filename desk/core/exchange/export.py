"""Lists out: a workbook people can print and filter, or CSV for another system. Nothing in it is ever a live formula.

Long numbers (citizen numbers, phones, accounts) are text cells in a workbook, so they come back digit for digit. In
CSV they stand as they are: that file is for programs; a spreadsheet that opens it would ruin them, which is why
.xlsx is offered first.
"""

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desk.core.clock import hall_time
from desk.core.errors import EnvironmentFault
from desk.core.exchange.progress import Progress, silent, tell
from desk.core.exchange.table import clean_cell
from desk.core.i18n import _

MAX_CELL = 32_767
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_KEPT_DIGITS = 10**15
_NUMBER_FORMATS = {"integer": "0", "fen": "#,##0.00", "centiarea": "0.00"}
_PROGRESS_EVERY = 500


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """label: as shown in the heading. width: in characters. kind: "text", "integer", "fen" (int, shown in yuan),
    "centiarea" (int of 0.01 m², shown in m²), "date" or "moment" (ISO text, hall time)."""

    label: str
    width: int = 12
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class ExportCell:
    """A number that stands among other kinds in its column; format: as spreadsheets write it ("0", "#,##0.00")."""

    number: int | float
    format: str = "0"


@dataclass(frozen=True, slots=True)
class ExportTable:
    """title: the first line and the sheet's name. notes: lines under it (which filter, which day, who made it)."""

    title: str
    columns: tuple[ExportColumn, ...]
    rows: Iterable[Sequence[object]]
    notes: tuple[str, ...] = ()


def export_cell(value: object, kind: str = "text") -> str | int | float:
    """The one gate for values that leave: a number for number kinds, else clean text of at most 32,767 characters.

    A number with more than 15 digits is text, too: a spreadsheet could not keep it.
    """
    if isinstance(value, ExportCell):
        value = value.number if isinstance(value.number, int) else str(value.number)
    if value is None or value == "":
        return ""
    if kind in _NUMBER_FORMATS and isinstance(value, int) and abs(value) < _KEPT_DIGITS:
        return value if kind == "integer" else value / 100
    if isinstance(value, datetime):
        return hall_time(value).strftime("%Y-%m-%d %H:%M") if value.tzinfo else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return str(clean_cell(value))[:MAX_CELL]


def write_xlsx(path: Path, table: ExportTable, progress: Progress = silent) -> int:
    """Write the workbook whole or not at all; answers the number of rows.

    Raises EnvironmentFault when the place cannot be written, Cancelled when stopped.
    """
    import xlsxwriter

    with _whole_file(path) as temporary:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                   "strings_to_numbers": False, "in_memory": False}
        book = xlsxwriter.Workbook(str(temporary), options)
        try:
            return _write_sheet(book, table, progress)
        finally:
            _close(book)


def _close(book: Any) -> None:
    """XlsxWriter wraps the system's error; unwrapped it becomes the same sentence as every other."""
    from xlsxwriter.exceptions import XlsxFileError

    try:
        book.close()
    except XlsxFileError as error:
        raise OSError(str(error)) from error


def _write_sheet(book: Any, table: ExportTable, progress: Progress) -> int:
    sheet = book.add_worksheet(_sheet_name(table.title))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    formats = [book.add_format({"num_format": _NUMBER_FORMATS.get(column.kind, "@"), "border": 1})
               for column in table.columns]
    for position, column in enumerate(table.columns):
        sheet.set_column(position, position, column.width)
    sheet.write_string(0, 0, str(export_cell(table.title)), book.add_format({"bold": True, "font_size": 14}))
    for line, note in enumerate(table.notes, 1):
        sheet.write_string(line, 0, str(export_cell(note)))
    heading = len(table.notes) + 1
    bold = book.add_format({"bold": True, "border": 1, "bg_color": "#EEF2F6"})
    for position, column in enumerate(table.columns):
        sheet.write_string(heading, position, str(export_cell(column.label)), bold)
    sheet.freeze_panes(heading + 1, 0)
    sheet.repeat_rows(heading)
    count, own = 0, _Formats(book)
    for count, row in enumerate(table.rows, 1):
        _write_row(sheet, heading + count, row, table.columns, formats, own)
        if count % _PROGRESS_EVERY == 0:
            tell(progress, count)
    if table.columns:
        sheet.autofilter(heading, 0, heading + count, len(table.columns) - 1)
    return count


class _Formats(dict[str, Any]):
    """The workbook's formats of single cells, made when first used."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def __missing__(self, name: str) -> Any:
        made = self[name] = self._book.add_format({"num_format": name, "border": 1})
        return made


def _write_row(sheet: Any, at: int, row: Sequence[object], columns: tuple[ExportColumn, ...],
               formats: list[Any], own: "_Formats") -> None:
    for position, (value, column) in enumerate(zip(row, columns, strict=True)):
        if isinstance(value, ExportCell) and abs(value.number) < _KEPT_DIGITS:
            sheet.write_number(at, position, value.number, own[value.format])
            continue
        cell = export_cell(value, column.kind)
        if isinstance(cell, str):
            sheet.write_string(at, position, cell, formats[position])
        else:
            sheet.write_number(at, position, cell, formats[position])


def _sheet_name(title: str) -> str:
    return "".join(character for character in str(export_cell(title)) if character not in "[]:*?/\\'")[:31] or "Sheet1"


def write_csv(path: Path, table: ExportTable, progress: Progress = silent) -> int:
    """Write UTF-8 with a byte order mark, heading first, no title lines; answers the number of rows.

    A text that a spreadsheet would take for a formula gets an apostrophe in front. Errors as write_xlsx.
    """
    count = 0
    with _whole_file(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([csv_cell(column.label) for column in table.columns])
        for count, row in enumerate(table.rows, 1):
            writer.writerow([csv_cell(value, column.kind) for value, column in zip(row, table.columns, strict=True)])
            if count % _PROGRESS_EVERY == 0:
                tell(progress, count)
    return count


def csv_cell(value: object, kind: str = "text") -> str:
    """As export_cell, always text; money and areas with two places."""
    cell = export_cell(value, kind)
    if isinstance(cell, float):
        return f"{cell:.2f}"
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if cell.startswith(_FORMULA_MARKS) else cell


WRITERS: dict[str, Callable[..., int]] = {".xlsx": write_xlsx, ".csv": write_csv}


def write_table(path: Path, table: ExportTable, progress: Progress = silent) -> int:
    """Write by the file's ending, .xlsx where it is another."""
    return WRITERS.get(path.suffix.lower(), write_xlsx)(path, table, progress)


def write_whole(path: Path, content: bytes) -> Path:
    """A file whole or not at all; answers where. Raises EnvironmentFault when it cannot be written, such as open elsewhere."""
    with _whole_file(path) as temporary:
        temporary.write_bytes(content)
    return path


@contextmanager
def _whole_file(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place at the end, or vanishes."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".desk-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        with temporary.open("r+b") as written:
            os.fsync(written.fileno())
        temporary.replace(path)
    except OSError as error:
        raise EnvironmentFault(_("The file {name} could not be written.").format(name=path.name), retry=True,
                               advice=_("If it is open in another program, close it there; else choose another folder."),
                               ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def made_on(today: date) -> str:
    """The note line that says which day the list shows."""
    return _("As of {day}").format(day=today.isoformat())

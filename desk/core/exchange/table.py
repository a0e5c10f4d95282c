"""Cells as a stranger's program wrote them → cells as the desk reads them.

A spreadsheet keeps 15 digits of a number; a citizen number has 18. What it ruined is marked (`RuinedNumber`), never
repaired: the lost digits are gone, and a guess would be somebody else's number.
"""

import math
import re
import sys
import unicodedata
from dataclasses import dataclass, field

from desk.core.text import clean

_SCIENTIFIC = re.compile(r"-?\d(?:\.\d+)?E\+?\d{2,3}", re.IGNORECASE)
_KEPT_DIGITS = 1e15
_NO_LIMIT = sys.maxsize


class RuinedNumber(str):
    """A long number of which the spreadsheet kept only the first fifteen digits, as it shows it ("4.20106E+17")."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, rows and columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class RawSheet:
    """One sheet or text table as read: `rows[0]` is the sheet's row 1; cells are text, numbers, booleans."""

    name: str
    rows: list[list[object]] = field(default_factory=list)
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the heading; `number` as the spreadsheet counts it."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its heading found.

    title: texts above the heading. labels: one a column, "" where the heading is empty. heading_rows: first and
    last row of the heading as the spreadsheet counts them. rows: no blank ones, no repeated headings.
    """

    name: str
    title: str
    labels: tuple[str, ...]
    heading_rows: tuple[int, int]
    rows: tuple[TableRow, ...]


def clean_cell(value: object) -> str:
    """The cell as clean text: as `text.clean` keeps it, on one line.

    Private-use characters stay, for the row's check to name them. Dates are ISO text already. A number that lost
    digits comes back as RuinedNumber.
    """
    if isinstance(value, str):
        if not value:
            return value
        if not value.isprintable() or not unicodedata.is_normalized("NFC", value):
            value = clean(value, limit=_NO_LIMIT)
        text = value.strip()
        if ("E" in text or "e" in text) and _SCIENTIFIC.fullmatch(text):
            return RuinedNumber(text.upper())
        return text
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_text(value)
    return "" if value is None else clean_cell(str(value))


def number_text(value: int | float) -> str:
    """13800000000.0 → "13800000000"; what has more digits than a spreadsheet keeps → RuinedNumber."""
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    if isinstance(value, float) and abs(value) >= _KEPT_DIGITS:
        return RuinedNumber(f"{value:.5E}")
    return str(int(value)) if value == int(value) else format(value, ".15g")


def clean_rows(raw: RawSheet) -> list[list[str]]:
    """All rows cleaned, and a vertically merged cell repeated in each row that it covers (an address over a
    household)."""
    rows = [[clean_cell(cell) for cell in row] for row in raw.rows]
    for merge in raw.merges:
        if merge.left == merge.right and 0 <= merge.top < len(rows) and 0 <= merge.left < len(rows[merge.top]):
            text = rows[merge.top][merge.left]
            for row in rows[merge.top + 1:merge.bottom + 1] if text else ():
                if merge.left < len(row) and not row[merge.left]:
                    row[merge.left] = text
    return rows


def private_use(text: str) -> str:
    """The first private-use character in `text`, or ""; old systems kept rare characters there, each its own way."""
    return next((c for c in text if unicodedata.category(c) == "Co"), "") if not text.isprintable() else ""

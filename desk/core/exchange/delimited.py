"""Text tables (.csv, .tsv, .txt): which encoding, which separator, then the rows.

GB18030 and not GBK: the older tables lose rare characters of names. The order of the guesses matters: UTF-8 hardly
ever decodes by accident, GB18030 often does.
"""

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

from desk.core.errors import UserError
from desk.core.exchange.progress import Progress, silent, tell
from desk.core.exchange.table import RawSheet
from desk.core.exchange.workbook_check import MAX_COLUMNS, MAX_ROWS
from desk.core.i18n import _

MAX_BYTES = 200_000_000
MAX_CELL = 32_767
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SEPARATORS = (",", "\t", ";", "|", "，")
_LOOKED_AT_LINES = 50
_FORMULA_MARKS = ("=", "+", "-", "@")


def read_delimited(path: Path, progress: Progress = silent) -> RawSheet:
    """The table in a text file. Raises UserError for what is no text, has no rows or is too large; Cancelled."""
    if path.stat().st_size > MAX_BYTES:
        raise UserError(_("The file is larger than 200 MB; that is not one community's list. Split it and try again."))
    text = decode(path.read_bytes())
    sheet = RawSheet(path.stem)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=guess_separator(text))
    try:
        for row in reader:
            sheet.rows.append([_unprotected(cell) for cell in row])
            if len(sheet.rows) % 1000 == 0:
                tell(progress, len(sheet.rows))
            if len(sheet.rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
                raise UserError(_("The table has more than 300,000 rows or 256 columns. Split it and try again."))
    except csv.Error:
        sentence = _("Line {line}: a cell is opened with a quotation mark that is never closed, or is far too long. "
                     "Save the list again as .xlsx and choose that.")
        raise UserError(sentence.format(line=reader.line_num)) from None
    return sheet


def decode(data: bytes) -> str:
    """Bytes → text by the first encoding that fits: byte order mark, UTF-16 by its zeros, UTF-8, GB18030."""
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_like_text(text):
            return text.removeprefix("\ufeff")
    raise UserError(_("This is not a text table that can be read. Choose an .xlsx, .xls, .ods or .csv file."))


def _candidates(data: bytes) -> list[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding]
    head = data[:4000]
    if head[1::2].count(0) > len(head) // 8:
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 8:
        return ["utf-16-be"]
    return ["utf-8", "gb18030"]


def _looks_like_text(text: str) -> bool:
    """Control characters give a picture or a program away, whatever it decodes to."""
    sample = text[:100_000]
    odd = sum(1 for character in sample if character < " " and character not in "\t\r\n\f")
    return odd * 200 <= len(sample)


def guess_separator(text: str) -> str:
    """The separator that cuts most of the first lines into the same number of cells, at least two; else a comma."""
    lines = [line for line in text[:200_000].splitlines()[:_LOOKED_AT_LINES] if line.strip()]
    scores = {}
    for separator in _SEPARATORS:
        widths = Counter(len(row) for row in _tolerant_rows(lines, separator))
        width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1]), default=(1, 0))
        scores[separator] = (times if width > 1 else 0, width)
    best = max(scores, key=lambda separator: scores[separator])
    return best if scores[best][0] else ","


def _tolerant_rows(lines: list[str], separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return []


def _unprotected(cell: str) -> str:
    """Take the apostrophe off that our own export (and others') put before what looks like a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _FORMULA_MARKS and cell[1:2] else cell

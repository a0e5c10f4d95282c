"""The child process that parses one workbook: `python -m desk.core.exchange.workbook_child FILE`.

It limits its own memory and time before it touches the file and writes JSON lines to standard output: a head a sheet,
its rows in chunks, `done` at the end, or `refused` with a code. Should the parser abort, only this process dies.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from desk.core.exchange.workbook_check import MAX_COLUMNS, MAX_ROWS, Refusal, check_workbook

MEMORY_LIMIT = 1 << 30
CPU_SECONDS = 60
CHUNK_ROWS = 500
MAX_MERGES = 50_000
MAX_LINE = 16_000_000


def limit_myself() -> None:
    """At most 1 GiB and 60 CPU seconds. Windows has no such limits; the parent's time-out stands in there."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_CORE, 0))
    for kind, wanted in limits:
        _soft, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        try:
            resource.setrlimit(kind, (wanted, hard))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS; the other limits and the time-out remain
            continue


def say(kind: str, **fields: Any) -> None:
    """One JSON line to the parent."""
    line = json.dumps({"kind": kind, **fields}, ensure_ascii=False, default=plain).encode("utf-8", "replace")
    if len(line) > MAX_LINE:
        raise Refusal("bomb", "cells")
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def plain(value: object) -> str:
    """Dates as ISO text; a moment at midnight is a date, because spreadsheets know no other."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def send_workbook(path: Path) -> None:
    """Every visible sheet that has a cell."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_path(str(path))
    for index, about in enumerate(book.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible:
            send_sheet(book.get_sheet_by_index(index))


def send_sheet(sheet: Any) -> None:
    """Head and rows; row numbers count as the spreadsheet shows them, columns from the first used one."""
    if sheet.start is None:
        return
    if sheet.total_height > MAX_ROWS or sheet.width > MAX_COLUMNS:
        raise Refusal("far_cell", "rows" if sheet.total_height > MAX_ROWS else "columns")
    merges = sheet.merged_cell_ranges or []
    left = sheet.start[1]
    say("sheet", name=sheet.name, rows=sheet.total_height,
        merges=[[a, b - left, c, d - left] for (a, b), (c, d) in merges[:MAX_MERGES]])
    chunk: list[list[object]] = []
    for row in sheet.iter_rows():
        chunk.append(row)
        if len(chunk) == CHUNK_ROWS:
            say("rows", rows=chunk)
            chunk = []
    say("rows", rows=chunk)


def main(path: Path) -> int:
    """0 when all was sent; a refusal is an answer, too."""
    limit_myself()
    try:
        check_workbook(path)
        send_workbook(path)
    except Refusal as refusal:
        say("refused", code=refusal.code, detail=refusal.detail)
    except MemoryError:
        say("refused", code="bomb", detail="memory")
    except Exception as error:  # noqa: BLE001 - whatever the parser throws at a damaged file is one answer
        known = {"PasswordError": "password"}.get(type(error).__name__, "damaged")
        say("refused", code=known, detail=type(error).__name__)
    else:
        say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

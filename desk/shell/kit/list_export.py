"""A list as a workbook or a text table: the rows of the filter in force, as shown, read page by page in a worker."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.core.db.paging import Page, PageRequest
from desk.core.i18n import Translator, _
from desk.host.pages import Column
from desk.shell.kit.cells import cell_text, value_of

PAGE = 1000
_KINDS = {"money": "fen", "number": "integer"}


def export_list(job: Any, fetch: Callable[..., Page[Any]], request: PageRequest, columns: Sequence[Column], title: str,
                notes: tuple[str, ...], path: Path, tr: Translator, total: int) -> int:
    """Write `path`; answers the number of rows. Runs in a worker; raises EnvironmentFault or Cancelled."""
    from desk.core.exchange.export import ExportColumn, ExportTable, write_table

    def tell(done: int, _total: int) -> None:
        job.progress(done, max(done, total), _("Writing {name}").format(name=path.name))

    heads = tuple(ExportColumn(tr(column.title), max(8, (column.width or 200) // 8), _KINDS.get(column.kind, "text"))
                  for column in columns)
    with job.reading() as uow:
        rows = (_cells(row, columns, tr) for row in every_row(uow, fetch, request))
        return write_table(path, ExportTable(title, heads, rows, notes), tell)


def every_row(uow: Any, fetch: Callable[..., Page[Any]], request: PageRequest) -> Iterator[Any]:
    """All rows that `request` stands for, by key."""
    ask = replace(request, size=PAGE, after=None, offset=0, backwards=False)
    while True:
        page = fetch(uow, ask)
        yield from page.rows
        if page.next is None:
            return
        ask = replace(ask, after=page.next)


def _cells(row: Any, columns: Sequence[Column], tr: Translator) -> list[object]:
    values = [(column, value_of(row, column)) for column in columns]
    return [value if column.kind in _KINDS and isinstance(value, int) else cell_text(column.kind, value, tr)
            for column, value in values]

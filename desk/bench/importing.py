"""import: a workbook of residents read, checked, matched, written and indexed, against its cells read and inserted bare."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desk.bench.clocks import CpuClock
from desk.bench.figures import MEDIAN, Figure, Target
from desk.bench.hall import BenchHall
from desk.bench.invented import homes
from desk.core.actor import system_actor
from desk.core.collecting import collected_rarely
from desk.core.i18n import _

LARGEST = 100_000
THOUSAND = 1_000
MOST = 200.0
"""CPU milliseconds a thousand rows: 5,000 rows a second."""
_SEX = {"1": "男", "2": "女"}
_RELATION = ("户主", "配偶", "子", "女")


def measure(hall: BenchHall) -> Iterator[Figure]:
    """At most 100,000 rows into an empty register; one sample, it takes long enough to be steady."""
    rows = min(hall.rows, LARGEST)
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder:
        book = Path(folder) / "residents.xlsx"
        write_book(book, rows)
        with hall.empty() as empty, empty.desk() as desk:
            _warm(desk)
            clock = CpuClock(desk.database)
            bare = clock.time(lambda: _bare(desk, book))[0]
            with collected_rarely():
                ours, counts = clock.time(lambda: take_over(desk, book))
    title = _("{rows} rows from XLSX with checks and index, a thousand rows").format(rows=f"{sum(counts.values()):,}")
    share = THOUSAND / rows
    yield Figure(title, (ours * share,), _("cells read and inserted"), (bare * share,), Target(MEDIAN, MOST), clock.unit)


def write_book(path: Path, rows: int) -> None:
    """The residents as a street office hands them over."""
    from desk.core.exchange.export import ExportColumn, ExportTable, write_table

    columns = tuple(map(ExportColumn, ("姓名", "性别", "身份证号", "联系电话", "住址", "与户主关系", "人员类别")))
    lines = ((one.name, _SEX[one.sex], one.number, one.phone, home.address, _RELATION[int(one.relation)], "常住")
             for home in homes(rows, seed=7) for one in home.residents)
    write_table(path, ExportTable("居民", columns, lines))


def take_over(desk: Any, book: Path) -> dict[str, int]:
    """As the command does it; answers verdict → rows."""
    from desk.core.db.commands import execute
    from desk.core.exchange.batch import field_index
    from desk.core.exchange.heading import best_sheet
    from desk.core.exchange.people_import import PEOPLE_LIST, import_people, people_list, preview_people
    from desk.core.exchange.reading import read_tables

    tables = read_tables(book)
    with desk.factory.reading(system_actor()) as uow:
        draft = people_list(uow, best_sheet(tables, field_index(uow, PEOPLE_LIST).knows), book)
        preview = preview_people(uow, draft)
    return dict(execute(desk.factory, system_actor(), import_people, preview).result.counts)


def _warm(desk: Any) -> None:
    """Libraries loaded, the connection open."""
    import python_calamine  # noqa: F401

    from desk.core.exchange import people_import  # noqa: F401

    with desk.factory.reading(system_actor()) as uow:
        uow.session.connection()


def _bare(desk: Any, book: Path) -> None:
    """The driver's own way: every row into one table of text."""
    from python_calamine import CalamineWorkbook

    rows = [tuple(map(str, row)) for row in CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()]
    width = max(map(len, rows))
    with desk.database.writer.connect() as connection:
        names = ", ".join(f"c{place} TEXT" for place in range(width))
        connection.exec_driver_sql(f"CREATE TEMPORARY TABLE bare ({names})")
        mark = "?" if desk.database.dialect == "sqlite" else "%s"
        connection.exec_driver_sql(f"INSERT INTO bare VALUES ({', '.join([mark] * width)})",
                                   [row + ("",) * (width - len(row)) for row in rows])
        connection.rollback()

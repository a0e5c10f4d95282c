"""A list leaves as a workbook: no formulas, every digit of a long number, money in yuan."""

from desk.api.exchange import ExportColumn, ExportTable, write_xlsx
from desk.core.exchange.reading import read_tables


def test_a_workbook_that_says_what_it_holds(tmp_path):
    table = ExportTable("居民名册", (ExportColumn("姓名", 10), ExportColumn("金额", 10, "fen")),
                        [("程秋月", 123456), ("=1+1", 5)], notes=("截至 2026-11-05",))
    assert write_xlsx(tmp_path / "list.xlsx", table) == 2
    rows = [row for one in read_tables(tmp_path / "list.xlsx") for row in one.rows]
    assert any("程秋月" in map(str, row) for row in rows)

"""Lists that leave: no live formula, every digit, whole or not at all."""

import csv
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Cancelled, EnvironmentFault
from desk.core.exchange.export import (
    ExportColumn,
    ExportTable,
    csv_cell,
    export_cell,
    write_csv,
    write_table,
    write_xlsx,
)
from desk.core.exchange.reading import read_tables
from desk.core.exchange.table import clean_rows

COLUMNS = (ExportColumn("姓名", 10), ExportColumn("身份证号", 20), ExportColumn("积分", 8, "integer"),
           ExportColumn("金额", 10, "fen"))
ROWS = [("=cmd|' /C calc'!A0", "42010619900307002X", 12, 123456), ("@程秋月", "420106199003070038", -3, 5),
        ("+1", "110105194912310021", 0, 0), ("http://example.invalid", "1", 1, 1)]


def table(rows: object = ROWS) -> ExportTable:
    return ExportTable("居民名册", COLUMNS, rows, ("筛选:全部", "截至 2026-11-05"))  # type: ignore[arg-type]


def test_workbook_has_no_formula_no_link_and_every_digit(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert write_xlsx(path, table()) == 4
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert 'pane ySplit="4"' in sheet
    rows = clean_rows(read_tables(path)[0])
    assert rows[0][0] == "居民名册"
    assert rows[2][0] == "截至 2026-11-05"
    assert rows[3] == ["姓名", "身份证号", "积分", "金额"]
    assert rows[4] == ["=cmd|' /C calc'!A0", "42010619900307002X", "12", "1234.56"]
    assert rows[5] == ["@程秋月", "420106199003070038", "-3", "0.05"]


def test_csv_comes_back_through_our_own_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, table())
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        raw = list(csv.reader(file))
    assert raw[1][0].startswith("'=")
    assert raw[2][2] == "-3"
    assert [row[:2] for row in clean_rows(read_tables(path)[0])[1:]] == [list(row[:2]) for row in ROWS]


def test_dates_moments_and_long_numbers() -> None:
    assert export_cell(date(2026, 1, 2), "date") == "2026-01-02"
    assert export_cell(datetime(2026, 1, 2, 17, 0, tzinfo=UTC), "moment") == "2026-01-03 01:00"
    assert export_cell(420106199003070038, "integer") == "420106199003070038"
    assert export_cell(None) == ""
    assert export_cell(0, "integer") == 0


def test_stopped_or_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_table(path, table([("a", "b", 1, 1)] * 1000), lambda _done, _total: False)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.xlsx"]
    with pytest.raises(EnvironmentFault):
        write_table(tmp_path / "gone" / "a.csv", table())


@given(st.text(max_size=60))
def test_any_text_in_a_csv_cell_is_inert_and_stable(text: str) -> None:
    cell = csv_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert csv_cell(cell) == cell
    cell.encode("utf-8")


@given(st.lists(st.text(max_size=40), min_size=1, max_size=30))
def test_any_text_survives_a_csv_round_trip(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    write_csv(path, ExportTable("x", (ExportColumn("甲"), ExportColumn("乙")), [(text, "x") for text in texts]))
    read = [row[0] for row in clean_rows(read_tables(path)[0])[1:]]
    assert read == [str(export_cell(text)) for text in texts]

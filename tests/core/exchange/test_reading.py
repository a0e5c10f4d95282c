"""Good files in every shape come back as the same table; bad ones come back as one clear sentence."""

import codecs
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from desk.core.errors import Cancelled, EnvironmentFault, UserError
from desk.core.exchange.delimited import decode, guess_separator
from desk.core.exchange.heading import to_sheet
from desk.core.exchange.reading import read_tables
from desk.core.exchange.table import RuinedNumber, clean_rows

ROWS = [["姓名", "身份证号", "联系电话"], ["程秋月", "42010619900307002X", "13800000001"],
        ["䶮知远", "", "027-85550001"]]


def knows(label: str) -> bool:
    return label in ROWS[0]


def make_xlsx(path: Path, rows: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("名册")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def test_workbook_comes_back_as_written(tmp_path: Path) -> None:
    [raw] = read_tables(make_xlsx(tmp_path / "a.xlsx", ROWS))
    assert raw.name == "名册"
    assert clean_rows(raw) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_text_tables_in_every_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes("\r\n".join(separator.join(row) for row in ROWS).encode(encoding))
    [raw] = read_tables(path)
    assert clean_rows(raw) == ROWS


def test_rare_characters_survive_gb18030() -> None:
    text = "姓名,住址\n𬭎𠅤,㛃里1号\n"
    assert decode(text.encode("gb18030")) == text


def test_byte_order_mark_of_utf8_is_no_character() -> None:
    assert decode(codecs.BOM_UTF8 + "姓名".encode()) == "姓名"


def test_separator_inside_quotes_is_not_counted() -> None:
    assert guess_separator('姓名\t住址\n程秋月\t"一号,二号,三号"\n') == "\t"


def test_numbers_dates_and_ruined_ids(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, [13800000001, 420106199003070012, 1.5, True])
        sheet.write_datetime(0, 4, datetime(1990, 3, 7), day)
        sheet.write_row(1, 0, ["4.20106E+17", " 全\u3000角\n换行 ", "a\u202eb\x00c", 110105491231002])
    rows = clean_rows(read_tables(path)[0])
    assert rows[0] == ["13800000001", "4.20106E+17", "1.5", "TRUE", "1990-03-07"]
    assert isinstance(rows[0][1], RuinedNumber)
    assert isinstance(rows[1][0], RuinedNumber)
    assert rows[1][1:4] == ["全 角 换行", "abc", "110105491231002"]


def test_open_document_tables(tmp_path: Path) -> None:
    path = tmp_path / "名册.ods"
    rows = "".join("<table:table-row>" + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row)
        + "</table:table-row>" for row in ROWS)
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>')
        archive.writestr("content.xml", f'<office:document-content xmlns:office="{names}office:1.0"'
                         f' xmlns:table="{names}table:1.0" xmlns:text="{names}text:1.0"><office:body><office:spreadsheet>'
                         f'<table:table table:name="名册">{rows}</table:table>'
                         '</office:spreadsheet></office:body></office:document-content>')
    [raw] = read_tables(path)
    assert clean_rows(raw) == ROWS


def test_hidden_sheets_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("名册").write(0, 0, "姓名")
        hidden = book.add_worksheet("底稿")
        hidden.write(0, 0, "旧姓名")
        hidden.hide()
        book.add_worksheet("空")
    assert [raw.name for raw in read_tables(path)] == ["名册"]


def test_stopping_stops_the_child(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", ROWS)
    with pytest.raises(Cancelled):
        read_tables(path, lambda _done, _total: False)


def test_missing_file_and_unreadable_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a.xlsx"):
        read_tables(tmp_path / "a.xlsx")
    with pytest.raises(EnvironmentFault):
        read_tables(tmp_path)


@pytest.mark.parametrize(("content", "says"), [
    (b"", "空"),
    (b" \n\n ", "空"),
    (b"%PDF-1.7\n1 0 obj", "PDF"),
    (b"\x89PNG\r\n\x1a\n0000", "图片"),
    (b"<html><table><tr><td>x</td></tr></table></html>", "网页"),
    (bytes(range(256)) * 40, "表格"),
])
def test_wrong_files_are_named(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=says):
        read_tables(path)


def test_unclosed_quotation_mark_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('姓名,住址\n程秋月,"一号\n' + "某某,二号\n" * 9000, "utf-8")
    with pytest.raises(UserError, match="引号"):
        read_tables(path)


def test_protected_formula_text_loses_its_apostrophe(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("姓名,备注\n程秋月,'=1+1\n某某,'tis\n", "utf-8")
    assert clean_rows(read_tables(path)[0])[1:] == [["程秋月", "=1+1"], ["某某", "'tis"]]


def test_heading_below_title_lines(tmp_path: Path) -> None:
    rows = [["幸福里社区居民名册"], [], ["制表日期:2026-10-01"], *ROWS, [], ROWS[0], ["周一鸣", "", ""]]
    sheet = to_sheet(read_tables(make_xlsx(tmp_path / "a.xlsx", rows))[0], knows)
    assert sheet.labels == tuple(ROWS[0])
    assert sheet.heading_rows == (4, 4)
    assert sheet.title.startswith("幸福里社区居民名册")
    assert [(row.number, row.cells[0]) for row in sheet.rows] == [(5, "程秋月"), (6, "䶮知远"), (9, "周一鸣")]


def test_merged_two_line_heading_and_merged_address(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 1, 0, "姓名")
        sheet.merge_range(0, 1, 0, 2, "证件与联系")
        sheet.write_row(1, 1, ["身份证号", "联系电话"])
        sheet.merge_range(2, 3, 3, 3, "翠湖花园1幢101室")
        sheet.merge_range(0, 3, 1, 3, "住址")
        sheet.write_row(2, 0, ["程秋月", "", "13800000001"])
        sheet.write_row(3, 0, ["周一鸣", "", "13800000002"])
    sheet = to_sheet(read_tables(path)[0], knows)
    assert sheet.labels == ("姓名", "身份证号", "联系电话", "住址")
    assert [row.cells for row in sheet.rows] == [["程秋月", "", "13800000001", "翠湖花园1幢101室"],
                                                 ["周一鸣", "", "13800000002", "翠湖花园1幢101室"]]


def test_heading_without_rows_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有"):
        to_sheet(read_tables(make_xlsx(tmp_path / "a.xlsx", ROWS[:1]))[0], knows)

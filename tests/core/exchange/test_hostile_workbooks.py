"""Workbooks made to hang or kill the reader: one sentence each, the desk alive and no bigger."""

import io
import os
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from desk.core.errors import UserError
from desk.core.exchange import workbook
from desk.core.exchange.reading import read_tables
from desk.core.exchange.workbook_check import OLE_MAGIC, Refusal, check_workbook

SHEET = ('<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
         "<sheetData>{rows}</sheetData></worksheet>")


def plain_workbook() -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "姓名")
    return held.getvalue()


def with_part(path: Path, name: str, content: bytes) -> Path:
    """A sound workbook with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(plain_workbook())) as old, \
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            if item != name:
                new.writestr(item, old.read(item))
        new.writestr(name, content)
    return path


def with_sheet(path: Path, rows: str, doctype: str = "") -> Path:
    return with_part(path, "xl/worksheets/sheet1.xml", SHEET.format(rows=rows, doctype=doctype).encode())


def refusal_of(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        check_workbook(path)
    return caught.value.code


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(("place", "row"), [("XFD1048576", 1048576), ("A1048576", 1048576), ("XFD1", 1), ("IW2", 2)])
def test_one_far_cell(tmp_path: Path, place: str, row: int, quote: str) -> None:
    rows = f'<row r="{row}"><c r="{place}"><v>1</v></c></row>'.replace('"', quote)
    path = with_sheet(tmp_path / "a.xlsx", rows)
    assert path.stat().st_size < 8_000
    assert refusal_of(path) == "far_cell"
    with pytest.raises(UserError, match="256"):
        read_tables(path)


def test_far_cell_that_the_check_cannot_see_only_ends_the_child(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", '<row r = "1048576"><c r = "XFD1048576"><v>1</v></c></row>')
    check_workbook(path)
    with pytest.raises(UserError):
        read_tables(path)


def test_entities(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = with_sheet(tmp_path / "a.xlsx", "<row><c><v>&b;</v></c></row>", doctype)
    assert refusal_of(path) == "doctype"
    with pytest.raises(UserError, match="不属于"):
        read_tables(path)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_zip_bomb(tmp_path: Path, part: str) -> None:
    path = with_part(tmp_path / "a.xlsx", part, b"<row/>" * 10_000_000)
    assert path.stat().st_size < 300_000
    assert refusal_of(path) == "bomb"
    with pytest.raises(UserError, match="解开"):
        read_tables(path)


def test_too_many_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(3000):
            archive.writestr(f"xl/{number}.xml", b"")
    assert refusal_of(path) == "bomb"


def test_lying_sizes_are_counted_for_real(tmp_path: Path) -> None:
    """The directory says the part is small; what unpacks decides."""
    path = with_part(tmp_path / "a.xlsx", "xl/sharedStrings.xml", b" " * 60_000_000)
    data = path.read_bytes()
    path.write_bytes(data.replace((60_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    with pytest.raises(UserError):
        read_tables(path)


@pytest.mark.parametrize("keep", [10, 200, 1000, 3000])
def test_truncated_archive(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(plain_workbook()[:keep])
    with pytest.raises(UserError, match="损坏"):
        read_tables(path)


def test_damaged_bytes_never_raise_anything_else(tmp_path: Path) -> None:
    """Every answer to a damaged file is a table or a sentence; the pre-check is tried at many places in-process."""
    good = plain_workbook()
    path = tmp_path / "a.xlsx"
    for position in range(0, len(good), 37):
        path.write_bytes(good[:position] + bytes([good[position] ^ 0xFF]) + good[position + 1:])
        try:
            check_workbook(path)
        except Refusal as refusal:
            assert refusal.code in workbook.REFUSALS  # noqa: PT017 - most damage is found, some is harmless


def test_another_archive_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(UserError, match="不是"):
        read_tables(path)


def test_password_protected_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(OLE_MAGIC + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(UserError, match="密码"):
        read_tables(path)


def test_broken_old_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(OLE_MAGIC + b"\xff" * 2000)
    with pytest.raises(UserError):
        read_tables(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_silent_child_is_given_up(tmp_path: Path) -> None:
    """A pipe that nobody writes to stands for a child that hangs."""
    path = tmp_path / "a.xlsx"
    os.mkfifo(path)
    with pytest.raises(UserError, match="太久"):
        workbook.read_workbook(path, patience=0.3)

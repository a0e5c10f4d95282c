"""The font book: roles, fallbacks, refused fonts, converted fonts."""

import struct
from io import BytesIO
from pathlib import Path

import pytest

from desk.core.documents import model as m
from desk.core.documents.fontbook import FontBook
from desk.core.documents.fontconvert import Converter
from desk.core.documents.fontfind import FontFile, bundled, inspect, system
from desk.core.documents.readback import squeezed
from desk.core.documents.render import render
from tests.core.documents import samples


def small_font(folder: Path, fs_type: int = 0, characters: str = "人民调解 0123456789— 第页共") -> Path:
    """A TrueType font cut from the bundled one, with licence bits as asked."""
    from fontTools.ttLib import TTFont

    path = folder / f"small-{fs_type}.ttf"
    font = TTFont(BytesIO(Converter(bundled()["song"][0].path).truetype(characters)))
    font["OS/2"].fsType = fs_type
    font.save(path)
    return path


def test_the_bundled_fonts_may_be_embedded() -> None:
    for (file,) in bundled().values():
        assert inspect(file.path) == file


@pytest.mark.parametrize(("fs_type", "allowed"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x200, False)])
def test_fonts_that_may_not_be_embedded_are_refused(tmp_path: Path, fs_type: int, allowed: bool) -> None:
    assert (inspect(small_font(tmp_path, fs_type)) is not None) == allowed


def test_files_that_are_no_fonts_are_passed_over(tmp_path: Path) -> None:
    for number, content in enumerate((b"", b"\x00\x01", b"text" * 100, struct.pack(">4sL", b"ttcf", 1) + b"\xff" * 40)):
        path = tmp_path / f"{number}.ttf"
        path.write_bytes(content)
        assert inspect(path) is None
    assert inspect(tmp_path / "absent.ttf") is None


def test_the_machines_fonts_are_found_by_role() -> None:
    found = system()
    assert set(found) <= {"song", "hei", "kai", "fangsong", "rare"}
    assert all(file.outlines == "glyf" for files in found.values() for file in files)


def test_a_role_without_the_character_falls_back(tmp_path: Path) -> None:
    small = FontFile(small_font(tmp_path))
    book = FontBook({"fangsong": (small,), **bundled()})
    glyphs = book.glyphs("fangsong")
    assert glyphs["人"][0] is not glyphs["书"][0] is not None
    assert "人民调解协议书" in squeezed(render(m.Document("t", "题", (m.Paragraph("人民调解协议书"),)), book).pdf)


def test_missing_characters_are_named_once() -> None:
    book = FontBook.bundled()
    assert book.missing("王\ue123 李\ue123\n") == ("\ue123",)
    assert book.has("龘")


def test_fonts_that_lack_everything_but_a_few_stop_the_print(tmp_path: Path) -> None:
    book = FontBook({"song": (FontFile(small_font(tmp_path)),)})
    with pytest.raises(Exception, match="U\\+534F"):
        render(m.Document("t", "题", (m.Paragraph("人民调解协议书"),)), book)


def test_charts_get_a_font_that_has_their_labels(fonts: FontBook) -> None:
    from reportlab.graphics.shapes import Drawing, String

    chart = Drawing(200, 50)
    chart.add(String(10, 10, "邻里纠纷", fontName=fonts.font_name("hei", "邻里纠纷"), fontSize=12))
    assert "邻里纠纷" in squeezed(render(m.Document("t", "图", (m.Drawing(chart),)), fonts).pdf)
    with pytest.raises(LookupError):
        fonts.font_name("hei", "\ue123")


@pytest.mark.long
def test_a_converted_font_prints_the_same_words(tmp_path: Path) -> None:
    book = FontBook(bundled(), tmp_path)
    before = render(samples.agreement(), book)
    assert len(book.pending()) == 2
    assert book.prepare() == 2
    assert book.pending() == ()
    after = render(samples.agreement(), book)
    assert (after.pages, squeezed(after.pdf)) == (before.pages, squeezed(before.pdf))
    assert after.pdf == render(samples.agreement(), FontBook(bundled(), tmp_path)).pdf

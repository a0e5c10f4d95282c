"""The same text set by Qt: QTextDocument on a QPdfWriter, the same font, tables as tables."""

from collections.abc import Iterator
from html import escape
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from desk.core.documents import blocks as b
from desk.core.documents.inline import plain
from desk.core.documents.papers import font_book


class QtPaper:
    """`write()` makes the PDF anew and answers its pages."""

    def __init__(self, document: Any) -> None:
        self._document, self._family = document, _family()
        margins = document.page.margins
        self._margins = QMarginsF(margins.left, margins.top, margins.right, margins.bottom)
        self._size = document.style.size

    def fill_pages(self, pages: int) -> None:
        """Grow the type until it fills as many pages: Qt sets the lines closer than the official papers do."""
        while self.write() < pages and self._size < 40:
            self._size += 1

    def write(self) -> int:
        """Lay out and write; into memory, as ours."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(self._margins, QPageLayout.Unit.Millimeter)
        writer.setResolution(300)
        text = QTextDocument()
        text.setDefaultFont(QFont(self._family, round(self._size)))
        text.documentLayout().setPaintDevice(writer)
        text.setPageSize(writer.pageLayout().paintRectPixels(writer.resolution()).size())
        text.setHtml("".join(_html(block) for block in self._document.blocks))
        text.print_(writer)
        return text.pageCount()


def _family() -> str:
    """The desk's own body face, so that both carry the same outlines."""
    face = font_book().glyphs("song")["一"][0]
    path = getattr(getattr(face, "file", None), "path", None)
    number = QFontDatabase.addApplicationFont(str(path)) if path else -1
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else QFont().family()


def _html(block: Any) -> str:
    match block:
        case b.Title():
            return f"<h1 align='center'>{escape(block.text)}</h1>"
        case b.FieldTable():
            return _table([[(cell.text, cell.span) for cell in row] for row in block.rows])
        case b.DataTable():
            heads = [(column.title, 1) for column in block.columns]
            return _table([heads, *([(cell, 1) for cell in row] for row in block.rows)])
        case b.SignatureBlock():
            lines = [f"{line.label}: {plain(line.name)}" for line in block.lines for _each in range(line.count)]
            return "".join(f"<p align='right'>{escape(line)}</p>" for line in (*lines, plain(block.unit), plain(block.date)))
        case _:
            return "".join(f"<p align='justify'>{escape(line)}</p>" for line in _texts(block))


def _table(rows: list[list[tuple[Any, int]]]) -> str:
    cells = ("".join(f"<td colspan='{span}'>{escape(plain(text))}</td>" for text, span in row) for row in rows)
    return f"<table border='1' cellspacing='0' width='100%'>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _texts(block: Any) -> Iterator[str]:
    """The words of the other blocks, a line each."""
    for name in ("label", "text", "number"):
        found = getattr(block, name, None)
        if found:
            yield from plain(found).split("\n")
    for place, clause in enumerate(getattr(block, "clauses", ()), 1):
        yield f"{place}. {plain(clause)}"
    for inner in getattr(block, "blocks", ()):
        yield from _texts(inner)

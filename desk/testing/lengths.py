"""Papers with texts of any length: what a record prints, swollen as far as its tables allow, and what the pages then say."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from sqlalchemy import JSON

from desk.core.db.base import Base
from desk.core.documents.fontbook import FontBook
from desk.core.documents.grid import Grid
from desk.core.documents.layout import lay_out
from desk.core.documents.linebreak import Line
from desk.core.documents.model import Document
from desk.core.documents.page import PageNumber
from desk.core.documents.pdfium import pdfium
from desk.core.documents.render import render
from desk.core.documents.setting import Used
from desk.core.documents.slabs import Slab, TextSlab
from desk.core.documents.text import NO_START

AMOUNT, DAY, NAME = "¥1,234,567.89", "2026年11月5日", "欧阳䶮"
UNKNOWN = 40
"""Characters of a text that no table holds by its name: it was put together for the paper."""
FEW_WORDS = 20
"""Characters below which a page after the first is as good as empty."""
_CHINESE, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]?[a-z]{2,}")
_READY = re.compile(r"[\d年月日时分元件人户次份页号第至.:,\-—%\s〔〕()（）]*")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOOT = re.compile(r"\s*—\s*\d+\s*—\s*|第\d+页\W*共\d+页")


def long_text(length: int, mark: str) -> str:
    """So many characters: numbered sentences with an amount, a day and a rare name."""
    parts, size, number = [], 0, 0
    while size < length:
        number += 1
        parts.append(f"{mark}第{number}句,{NAME}于{DAY}付{AMOUNT};")
        size += len(parts[-1])
    return "".join(parts)[:length]


def text_limits() -> dict[str, int | None]:
    """Column name → characters it holds at most in any table, None for as many as one likes, 0 for what is no text."""
    found: dict[str, int | None] = {}
    for table in Base.metadata.tables.values():
        for column in table.columns:
            known, size = found.get(column.name, 0), getattr(column.type, "length", 0)
            if isinstance(column.type, JSON):  # lists of texts
                size = None
            found[column.name] = None if size is None or known is None else max(known, size)
    return found


@dataclass
class Swelling:
    """Lengthens what a paper prints. length: of the texts without a limit; put: mark → text that went in."""

    length: int
    limits: dict[str, int | None]
    put: dict[str, str] = field(default_factory=dict)

    def swell(self, value: Any, name: str = "") -> Any:
        """The same value with its words lengthened; codes, numbers, days stay. Of a list the first line only."""
        if isinstance(value, str):
            return self._text(value, name)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: self.swell(getattr(value, one.name), one.name) for one in fields(value)
                                     if one.init})
        if isinstance(value, dict):
            return {key: self.swell(one, str(key)) for key, one in value.items()}
        if isinstance(value, list | tuple) and value:
            lines = all(isinstance(one, tuple | list | dict) or is_dataclass(one) for one in value)
            first = [self.swell(one, name) for one in (value[:1] if lines else value)]
            return type(value)([*first, *value[len(first):]]) if not hasattr(value, "_fields") else value
        return value

    def _text(self, value: str, name: str) -> str:
        most = self.limits.get(name, UNKNOWN)
        most = UNKNOWN if most == 0 else most
        code = not _CHINESE.search(value) or _READY.fullmatch(value)
        if code if value else most is not None:
            return value
        mark = f"测{len(self.put) + 1}"
        self.put[mark] = long_text(self.length if most is None else min(self.length, most), mark)
        return self.put[mark]


def faults(document: Document, fonts: FontBook, put: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    """What is wrong with a paper on its pages, one tuple each: words lost, lines badly begun, English, pages nearly empty."""
    pages = _read(render(document, fonts).pdf)
    said = _squeezed("".join(text for text, _pictures in pages))
    printed = [mark for mark in put if f"{mark}第1句" in said]
    wanted = sum((Counter(_squeezed(put[mark])) for mark in printed), Counter())
    if lost := wanted - Counter(said):
        yield ("lost", sum(lost.values()), *printed)
    for line in _lines(document, fonts):
        if line.start and line.flow.text[line.start] in NO_START:
            yield ("begins", line.flow.text[line.start:line.end])
    yield from (("English", word) for word in sorted(set(_LATIN.findall(said))))
    if document.page.numbers is not PageNumber.NONE:  # signs and cards stand as they are cut
        yield from (("nearly empty", number, text) for number, (text, pictures) in enumerate(pages[1:], 2)
                    if not pictures and len(_FOOT.sub("", _squeezed(text))) < FEW_WORDS)


def _read(pdf: bytes) -> list[tuple[str, bool]]:
    """Of each page (its text, whether pictures stand on it); ValueError for words outside of the sheet."""
    with pdfium() as module, module.PdfDocument(pdf) as document:
        found = []
        for page in document:
            text, (width, height) = page.get_textpage(), page.get_size()
            for left, bottom, right, top in map(text.get_rect, range(text.count_rects())):
                if left < 0 or bottom < 0 or right > width or top > height:
                    raise ValueError("words outside of the sheet")
            pictures = any(one.type == module.raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects())
            found.append((text.get_text_range(), pictures))
    return found


def _lines(document: Document, fonts: FontBook) -> Iterator[Line]:
    with fonts.lock:
        pages = lay_out(document, fonts, Used()).pages
    slabs: list[Slab] = [slab for page in pages for _y, slab in page]
    for slab in slabs:
        if isinstance(slab, TextSlab):
            yield slab.line
        elif isinstance(slab, Grid):
            yield from (line for cell in slab.cells for line in cell.lines)


def _squeezed(text: str) -> str:
    return "".join(text.translate(_HALF).split())

"""A Word file as lines: paragraphs in their order and tables' cells apart, tracked changes taken as accepted.

Nothing of the desk's data is known here; a file that is no Word file, or too large, is refused in words.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desk.api import UserError, translator

_ = translator("mediation")
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 10_000_000, 80_000_000, 2000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = "docProps/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_GONE = (f"{_W}del", f"{_W}moveFrom")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. numbered: the word processor counts it by itself."""

    text: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class WordFile:
    """keywords: the mark of whoever made it; cells: of all tables, row by row."""

    keywords: str
    lines: tuple[Line, ...]
    cells: tuple[str, ...]


def read_file(content: bytes) -> WordFile:
    """Raises UserError for what is no .docx."""
    import docx

    _look_inside(content)
    try:
        word = docx.Document(io.BytesIO(content))
        lines, cells = [], []
        for paragraph, inside in _paragraphs(word.element.body):
            text = _text(paragraph)
            if inside:
                cells.append(text.strip())
            elif text.strip():
                lines += [Line(part.strip(), _counted(paragraph)) for part in text.split("\n") if part.strip()]
        return WordFile(_keywords(content), tuple(lines), tuple(one for one in cells if one))
    except UserError:
        raise
    except Exception as error:  # python-docx and lxml raise many kinds for a broken file
        raise _no_word() from error


def _look_inside(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise UserError(_("This file is too large for an agreement."), todo=_("Take pictures out of it."))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise _no_word() from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UserError(_("This file is too large for an agreement."), todo=_("Take pictures out of it."))


def _keywords(content: bytes) -> str:
    """Read from the part itself: LibreOffice points to it in a way that python-docx does not follow (7.4, seen)."""
    from docx.oxml import parse_xml

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if _PROPERTIES not in packed.namelist():
            return ""
        found = parse_xml(packed.read(_PROPERTIES)).find(_KEYWORDS)
    return (found.text or "") if found is not None else ""


def _no_word() -> UserError:
    return UserError(_("This is no Word file (.docx), or it is damaged."), todo=_("Save it as .docx in the word processor."))


def _paragraphs(body: Any) -> Iterator[tuple[Any, bool]]:
    """(paragraph, whether it stands in a table), in the order of the page; text boxes are left out."""
    for paragraph in body.iter(f"{_W}p"):
        above = [one.tag for one in paragraph.iterancestors()]
        if f"{_W}txbxContent" not in above and not any(tag in _GONE for tag in above):
            yield paragraph, f"{_W}tbl" in above


def _text(paragraph: Any) -> str:
    found = []
    for piece in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if any(one.tag in _GONE or one.tag == f"{_W}txbxContent" for one in piece.iterancestors()):
            continue
        found.append((piece.text or "") if piece.tag == f"{_W}t" else " " if piece.tag == f"{_W}tab" else "\n")
    return "".join(found)


def _counted(paragraph: Any) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None

"""A Word document being written: sheet, fonts, paragraphs and runs; word_blocks.py says what a block becomes."""

from collections.abc import Sequence
from typing import Any

from desk.core.documents.inline import Align, Field, FontRole, Inline, Span, Text, pieces, words
from desk.core.documents.linebreak import GREY
from desk.core.documents.model import Document
from desk.core.documents.page import PageNumber, PaperMode
from desk.core.documents.setting import MM
from desk.core.documents.text import chinese_marks, pdf_text

FACES = {FontRole.SONG: "宋体", FontRole.HEI: "黑体", FontRole.KAI: "楷体", FontRole.FANGSONG: "仿宋"}
LATIN = "Times New Roman"
EMPTY = "\u3000"
"""A full-width space: underlined, a blank to write on."""


class Sheet:
    """Paragraphs and tables are added at its end. width: of the type area, in points."""

    def __init__(self, document: Document) -> None:
        from docx import Document as new

        self.word, self.document, self.style = new(), document, document.style
        left, right = document.page.margins.left, document.page.margins.right
        self.width = (document.page.sheet[0] - left - right) * MM
        self._set_up()

    def paragraph(self, text: Text = None, *, align: Align = Align.JUSTIFY, size: float | None = None, first: float = 0,
                  left: float = 0, before: float = 0, after: float = 0, role: FontRole | None = None, bold: bool = False,
                  keep: bool = False, grey: bool = False) -> Any:
        """One paragraph a line of `text`. size, before, after: points; first, left: points. Answers the last one."""
        line: Any = None
        for part in self._lines(text):
            line = self.word.add_paragraph()
            _shape(line, align, size or self.style.size, self._pitch(size), first, left, before, after, keep)
            self.runs(line, part, size=size, role=role, bold=bold, grey=grey)
        return line

    def fill(self, cell: Any, text: Text, *, align: Align, size: float | None = None, role: FontRole | None = None,
             bold: bool = False, keep: bool = False) -> None:
        """Words into a table's cell, in the table's type. keep: on the page of the row below."""
        size = size or self.style.table_size
        for number, part in enumerate(self._lines(text)):
            line = cell.add_paragraph() if number else cell.paragraphs[0]
            _shape(line, align, size, size * self.style.table_pitch / self.style.table_size, 0, 0, 0, 0, keep)
            self.runs(line, part, size=size, role=role or self.style.table_role, bold=bold)

    def sign_here(self, label: str, left: float) -> None:
        """A label and a rule from there to the edge. left: points."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Pt

        line = self.paragraph(label, align=Align.LEFT, left=left, after=3 * MM, keep=True)
        line.add_run("\t")
        line.paragraph_format.tab_stops.add_tab_stop(Pt(self.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)

    def gap(self, height: float) -> None:
        """Room of so many points."""
        from docx.shared import Pt

        line = self.word.add_paragraph()
        looks = line.paragraph_format
        looks.space_before, looks.space_after, looks.line_spacing = Pt(0), Pt(0), Pt(max(height, 1))

    def runs(self, line: Any, parts: Sequence[tuple[str, Inline]], *, size: float | None = None, role: FontRole | None = None,
             bold: bool = False, grey: bool = False) -> None:
        """Words into a paragraph, each with its looks."""
        for text, piece in parts:
            span = piece if isinstance(piece, Span) else Span("")
            run = line.add_run(text)
            ruled = isinstance(piece, Field) and (piece.underline or not piece.value)
            run.font.bold, run.font.underline, run.font.strike = bold or span.bold, span.underline or ruled, span.strike
            _face(run, span.role or role or self.style.role, size or self.style.size)
            if grey:
                from docx.shared import RGBColor

                run.font.color.rgb = RGBColor(*(round(part * 255) for part in GREY))

    def rules(self, count: int) -> None:
        """Ruled lines for handwriting over the whole measure."""
        for _line in range(count):
            self.paragraph(Field(None, int(self.width / self.style.size)), align=Align.LEFT)

    def _lines(self, text: Text) -> list[list[tuple[str, Inline]]]:
        """Pieces with their words as the print would set them, parted where a line ends."""
        found = [(self._words(piece), piece) for piece in pieces(text)]
        whole = chinese_marks("".join(said for said, _piece in found))
        lines: list[list[tuple[str, Inline]]] = [[]]
        at = 0
        for said, piece in found:
            for number, part in enumerate(whole[at:at + len(said)].split("\n")):
                if number:
                    lines.append([])
                lines[-1].append((part, piece))
            at += len(said)
        return lines

    def _words(self, piece: Inline) -> str:
        if isinstance(piece, Field) and not piece.value:
            final = piece.final if self.document.mode is PaperMode.FINAL else ""
            return pdf_text(final) or EMPTY * max(1, round(piece.width))
        if isinstance(piece, Span) and piece.tick:
            return "☑"
        return pdf_text(words(piece))

    def _pitch(self, size: float | None) -> float:
        return max(self.style.pitch, (size or 0) * 1.5)

    def _set_up(self) -> None:
        """Sheet, margins, page number, properties."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        page, section, about = self.document.page, self.word.sections[0], self.word.core_properties
        section.page_width, section.page_height = (Mm(side) for side in page.sheet)
        section.orientation = WD_ORIENT.LANDSCAPE if page.sheet[0] > page.sheet[1] else WD_ORIENT.PORTRAIT
        margins = page.margins
        section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
        section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
        about.title, about.author = pdf_text(self.document.title), pdf_text(self.document.author)
        about.comments, about.language = "手工修改稿,以签名盖章后的扫描件归档", "zh-CN"
        if page.numbers is not PageNumber.NONE:
            _number(section.footer.paragraphs[0])


def _shape(line: Any, align: Align, size: float, pitch: float, first: float, left: float, before: float, after: float,
           keep: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    looks = line.paragraph_format
    line.alignment = {Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT, Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
                      Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT, Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY}[align]
    looks.first_line_indent, looks.left_indent = Pt(first), Pt(left)
    looks.space_before, looks.space_after, looks.line_spacing = Pt(before), Pt(after), Pt(max(pitch, size * 1.2))
    looks.keep_with_next = keep


def _face(run: Any, role: FontRole, size: float) -> None:
    """Latin letters and Chinese characters have their own fonts; Word keeps the Chinese one apart."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.size, run.font.name = Pt(size), LATIN
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACES[role])


def _number(line: Any) -> None:
    """— 1 — in the middle of the foot, counted by the word processor."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._element.append(field)
    line.add_run(" —")

"""What each block of a paper becomes in a Word document."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from desk.core.documents import blocks
from desk.core.documents.chinese_dates import BLANK_DATE
from desk.core.documents.inline import Align, Field, FontRole, Span, Text, is_blank, joined, plain
from desk.core.documents.layout_table import positions
from desk.core.documents.layout_text import clause_mark, option_words
from desk.core.documents.page import WUHAO
from desk.core.documents.setting import MM
from desk.core.documents.word_sheet import Sheet

_LEAST_RULE = 8
"""Full-width characters of the shortest rule to sign on."""


def write_blocks(sheet: Sheet, given: Iterable[blocks.Block]) -> None:
    """Blocks one below the other."""
    for block in given:
        _WRITE[type(block)](sheet, block)


def _title(sheet: Sheet, block: blocks.Title) -> None:
    sheet.paragraph(block.text, align=Align.CENTRE, size=block.size or sheet.style.title_size, after=block.space_after * MM,
                    role=FontRole.SONG, bold=True, keep=True)


def _red_head(sheet: Sheet, block: blocks.RedHead) -> None:
    sheet.paragraph(block.issuer, align=Align.CENTRE, size=sheet.style.title_size, bold=True)
    sheet.paragraph(block.number, align=Align.CENTRE)


def _number(sheet: Sheet, block: blocks.NumberLine) -> None:
    number: Text = Field(None, block.blank_width) if is_blank(block.number) else block.number
    sheet.paragraph(joined((block.label, number)), align=block.align, after=2 * MM)


def _heading(sheet: Sheet, block: blocks.Heading) -> None:
    role = {1: FontRole.HEI, 2: FontRole.KAI}.get(block.level)
    sheet.paragraph(block.text, align=Align.LEFT, first=2 * sheet.style.size, role=role, bold=block.level > 2, keep=True)


def _paragraph(sheet: Sheet, block: blocks.Paragraph) -> None:
    size = block.size or sheet.style.size
    first = block.indent * size if block.align in (Align.JUSTIFY, Align.LEFT) else 0
    sheet.paragraph(
        block.text, align=block.align, size=size, first=first, left=block.left * size, before=block.space_before * MM,
        after=block.space_after * MM, role=block.role, bold=block.bold, keep=block.keep_with_next)


def _labelled(sheet: Sheet, block: blocks.LabelledText) -> None:
    label = Span(block.label, role=FontRole.HEI if block.bold_label else None)
    if is_blank(block.text):
        room = max(4, int(sheet.width / sheet.style.size) - len(block.label) - 1)
        sheet.paragraph((label, Field(None, room)), align=Align.LEFT)
        sheet.rules(block.lines - 1)
    elif block.below:
        sheet.paragraph(label, align=Align.LEFT, keep=True)
        sheet.paragraph(block.text, first=2 * sheet.style.size)
    else:
        sheet.paragraph((label, block.text))


def _clauses(sheet: Sheet, block: blocks.NumberedClauses) -> None:
    for number, text in enumerate(block.clauses, block.start):
        sheet.paragraph((clause_mark(block.style, number), text), first=2 * sheet.style.size)
    for number in range(block.start, block.start + (0 if block.clauses else block.blank)):
        room = max(4, int(sheet.width / sheet.style.size) - 4)
        sheet.paragraph((clause_mark(block.style, number), Field(None, room)), align=Align.LEFT)
        sheet.rules(block.lines - 1)


def _choice(sheet: Sheet, block: blocks.Choice) -> None:
    options = [option_words(option, number, block) for number, option in enumerate(block.options)]
    parts = [part for number, option in enumerate(options) for part in (("\u3000\u3000",) if number else ()) + option]
    label = (Span(block.label, role=FontRole.HEI),) if block.label else ()
    sheet.paragraph((*label, *parts), align=Align.LEFT, first=block.indent * sheet.style.size)


def _form(sheet: Sheet, block: blocks.FieldTable) -> None:
    table = _grid(sheet, len(block.rows), block.widths, block.row_height * MM)
    for row, column, cell in positions(block)[0]:
        place = table.cell(row, column)
        if cell.rows > 1 or cell.span > 1:
            place = place.merge(table.cell(row + cell.rows - 1, column + cell.span - 1))
        align = cell.align or (Align.LEFT if cell.top else Align.CENTRE)
        sheet.fill(place, cell.text, align=align, size=block.size, role=FontRole.HEI if cell.label else None, bold=cell.bold)
    sheet.gap(block.space_after * MM)


def _data(sheet: Sheet, block: blocks.DataTable) -> None:
    if block.caption:
        sheet.paragraph(block.caption, align=Align.CENTRE, role=FontRole.HEI, size=sheet.style.table_size, keep=True)
    filler: list[tuple[Text, ...]] = [()] * max(block.blank_rows, block.min_rows - len(block.rows), 0)
    rows = [*block.rows, *filler, *([block.total] if block.total else [])]
    table = _grid(sheet, len(rows) + 1, [column.width for column in block.columns], block.row_height * MM)
    for number, column in enumerate(block.columns):
        sheet.fill(table.cell(0, number), column.title, align=Align.CENTRE, size=block.size, role=FontRole.HEI, keep=True)
        for place, row in enumerate(rows, 1):
            sheet.fill(table.cell(place, number), row[number] if row else None, size=block.size,
                       align=Align.RIGHT if column.numeric else column.align, bold=bool(block.total) and place == len(rows))
    if block.note:
        sheet.paragraph(block.note, size=WUHAO)
    sheet.gap(block.space_after * MM)


def _grid(sheet: Sheet, rows: int, widths: Sequence[float], least: float) -> Any:
    """An empty table over the whole measure. least: of a row, in points."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.shared import Pt

    table = sheet.word.add_table(rows, len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(sheet.width * width / sum(widths))  # Word goes by the cells, LibreOffice by the column
        for cell in column.cells:
            cell.width, cell.vertical_alignment = column.width, WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for row in table.rows:
        row.height = Pt(least)
    return table


def _signatures(sheet: Sheet, block: blocks.SignatureBlock) -> None:
    sheet.gap(8 * MM)
    room = max((len(line.label) + _LEAST_RULE for line in block.lines if is_blank(line.name)), default=0) * sheet.style.size
    left = 0 if block.wide or block.columns > 1 else max(0, min(sheet.width * 0.4, sheet.width - room))
    for line in block.lines:
        for number in range(max(line.count, 1)):
            label = line.label if line.label.endswith((":", "\uff1a")) else f"{line.label}:"
            if is_blank(line.name):
                sheet.sign_here(label if not number else "", left)
            else:
                sheet.paragraph((label if not number else "", line.name), align=Align.LEFT, left=left, after=3 * MM, keep=True)
    if block.seal:
        sheet.paragraph(block.seal, align=Align.CENTRE, left=sheet.width * 0.5, grey=True, keep=True)
    if not is_blank(block.unit):
        room = (len(plain(block.unit)) + 1) * sheet.style.size
        sheet.paragraph(block.unit, align=Align.CENTRE, left=max(0, min(sheet.width * 0.5, sheet.width - room)), keep=True)
    if block.date != "":
        _date(sheet, blocks.DateLine(block.date))


def _date(sheet: Sheet, block: blocks.DateLine) -> None:
    sheet.paragraph(BLANK_DATE if block.date is None else block.date, align=Align.CENTRE, left=sheet.width * 0.5)


def _page_end(sheet: Sheet, _block: blocks.PageBreak) -> None:
    sheet.word.add_page_break()  # type: ignore[no-untyped-call]


_WRITE: dict[type, Callable[[Sheet, Any], None]] = {
    blocks.Title: _title, blocks.RedHead: _red_head, blocks.NumberLine: _number, blocks.Heading: _heading,
    blocks.Paragraph: _paragraph, blocks.LabelledText: _labelled, blocks.NumberedClauses: _clauses, blocks.Choice: _choice,
    blocks.FillIn: lambda sheet, block: sheet.rules(block.lines), blocks.FieldTable: _form, blocks.DataTable: _data,
    blocks.SignatureBlock: _signatures, blocks.DateLine: _date, blocks.PageBreak: _page_end,
    blocks.Note: lambda sheet, block: _paragraph(sheet, blocks.Paragraph(block.text, indent=block.indent, size=WUHAO)),
    blocks.Spacer: lambda sheet, block: sheet.gap(block.lines * sheet.style.pitch),
    blocks.Rule: lambda sheet, _block: sheet.rules(1), blocks.CutLine: lambda sheet, _block: sheet.rules(1),
    blocks.KeepTogether: lambda sheet, block: write_blocks(sheet, block.blocks),
}

"""Layout of the blocks that are words: titles, headings, paragraphs, clauses, choices, lines to write on."""

from dataclasses import replace

from desk.core.documents import blocks
from desk.core.documents.blocks import ChoiceStyle, ClauseStyle
from desk.core.documents.inline import Align, Field, FontRole, Inline, Span, is_blank, joined, pieces
from desk.core.documents.linebreak import RED, Line, Look, break_lines
from desk.core.documents.numerals import chinese_number
from desk.core.documents.page import WUHAO
from desk.core.documents.pen import Pen
from desk.core.documents.setting import MM, Setting, text_slabs
from desk.core.documents.slabs import PaintSlab, RuleSlab, Slab, TextSlab, kept

WRITING_PITCH = 27.0
"""Points between rules for handwriting (9.5 mm), at least."""

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
LARGEST_HEAD = 36.0


def title(block: blocks.Title, setting: Setting) -> list[Slab]:
    """Bold, centred; a long one breaks into lines of like length instead of leaving two characters over."""
    size = block.size or setting.style.title_size
    lines = _balanced(block.text, Look("song", size, bold=True), setting)
    slabs = text_slabs(lines, size * 1.5, size)
    return [*kept([*slabs, Slab(block.space_after * MM, keep=True)])]


def _balanced(text: str, look: Look, setting: Setting) -> list[Line]:
    flow = setting.flows(text, look)[0]
    lines = break_lines(flow, setting.width, align=Align.CENTRE)
    if len(lines) == 1:
        return lines
    narrow = flow.acc[-1] / len(lines)
    while len(break_lines(flow, narrow, align=Align.CENTRE)) > len(lines):
        narrow += look.size / 2
    shift = (setting.width - narrow) / 2
    return [replace(line, x=line.x + shift) for line in break_lines(flow, narrow, align=Align.CENTRE)]


def red_head(block: blocks.RedHead, setting: Setting) -> list[Slab]:
    """The issuer as large as fits, the number two lines below, a red line."""
    size = min(LARGEST_HEAD, setting.width / max(len(block.issuer), 1))
    head = setting.line(block.issuer, Look("song", size, bold=True, colour=RED), setting.width * 1.1, Align.CENTRE)
    head = replace(head, x=(setting.width - head.width) / 2)
    slabs: list[Slab] = [Slab(4 * MM, keep=True), TextSlab(head, size * 1.6, size)]
    if block.number:
        pitch, body = setting.style.pitch, setting.body
        slabs += [Slab(pitch), TextSlab(setting.line(block.number, body, setting.width, Align.CENTRE), pitch, body.size)]

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y + 4 * MM, x + setting.width, y + 4 * MM, 1.4, RED)

    return kept([*slabs, PaintSlab(4 * MM, paint, keep=True), Slab(setting.style.pitch, keep=True)])


def number_line(block: blocks.NumberLine, setting: Setting) -> list[Slab]:
    number = Field(None, block.blank_width) if is_blank(block.number) else block.number
    lines = setting.lines(joined((block.label, number)), setting.body, setting.width, align=block.align)
    slabs: list[Slab] = [TextSlab(line, setting.style.pitch, setting.style.size) for line in lines]
    return kept([*slabs, Slab(2 * MM, keep=True)])


def heading(block: blocks.Heading, setting: Setting) -> list[Slab]:
    roles = {1: FontRole.HEI.value, 2: FontRole.KAI.value}
    look = Look(roles.get(block.level, setting.body.role), setting.style.size, bold=block.level > 2)
    lines = setting.lines(block.text, look, setting.width, first=2 * look.size, align=Align.LEFT)
    return kept([TextSlab(line, setting.style.pitch, look.size, keep=True) for line in lines])


def paragraph(block: blocks.Paragraph, setting: Setting) -> list[Slab]:
    size = block.size or setting.style.size
    look = Look(block.role.value if block.role else setting.body.role, size, bold=block.bold)
    left, right = block.left * size, block.right * size
    first = block.indent * size if block.align in (Align.JUSTIFY, Align.LEFT) else 0
    slabs: list[Slab] = [Slab(block.space_before * MM, glue=True)] if block.space_before else []
    for flow in setting.flows(block.text, look):
        lines = break_lines(flow, setting.width - left - right, first=first, align=block.align)
        slabs += text_slabs(lines, setting.pitch(size), size, left)
    if block.keep_with_next:
        slabs[-1].keep = True
    return [*slabs, *([Slab(block.space_after * MM, glue=True)] if block.space_after else [])]


def labelled_text(block: blocks.LabelledText, setting: Setting) -> list[Slab]:
    look, pitch = setting.body, setting.style.pitch
    label: Inline = Span(block.label, role=FontRole.HEI) if block.bold_label else block.label
    if is_blank(block.text):
        return _label_and_rules(label, block.lines, setting)
    if block.below:
        head = [TextSlab(line, pitch, look.size, keep=True) for line in setting.lines(label, look, setting.width)]
        return [*kept(head), *paragraph(blocks.Paragraph(block.text), setting)]
    slabs: list[Slab] = []
    for number, flow in enumerate(setting.flows((label, *pieces(block.text)), look)):
        lines = break_lines(flow, setting.width, first=2 * look.size if number else 0)
        slabs += text_slabs(lines, pitch, look.size)
    return slabs


def _label_and_rules(label: Inline, lines: int, setting: Setting) -> list[Slab]:
    """The label, a rule from its end to the edge, and rules below."""
    height = max(setting.style.pitch, WRITING_PITCH)
    words = setting.lines(label, setting.body, setting.width, align=Align.LEFT)
    start = words[-1].width + 4
    last = words[-1]

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.line(last, x, y + (height - setting.style.size) / 2, setting.style.size)
        if lines and start < setting.width - setting.style.size:
            pen.rule(x + start, y + height - 4, x + setting.width, y + height - 4, 0.4)

    above: list[Slab] = [TextSlab(line, height, setting.style.size, keep=True) for line in words[:-1]]
    return [*above, PaintSlab(height, paint, keep=lines > 1), *_rules(lines - 1, setting)]


def _rules(count: int, setting: Setting, x: float = 0) -> list[Slab]:
    height = max(setting.style.pitch, WRITING_PITCH)
    return [RuleSlab(height, x, setting.width) for _line in range(count)]


def fill_in(block: blocks.FillIn, setting: Setting) -> list[Slab]:
    return _rules(block.lines, setting)


def clauses(block: blocks.NumberedClauses, setting: Setting) -> list[Slab]:
    slabs: list[Slab] = []
    for number, text in enumerate(block.clauses, block.start):
        mark: Inline = clause_mark(block.style, number)
        if block.style is ClauseStyle.ARTICLE:
            mark = Span(str(mark), role=FontRole.HEI)
        slabs += paragraph(blocks.Paragraph(joined((mark, text))), setting)
    if not block.clauses:
        for number in range(block.start, block.start + block.blank):
            slabs += _label_and_rules(clause_mark(block.style, number), block.lines, setting)
    return slabs


def clause_mark(style: ClauseStyle, number: int) -> str:
    """"3、", "三、", "(3)", "第三条 "."""
    numeral = chinese_number(number) if style in (ClauseStyle.CHINESE, ClauseStyle.ARTICLE) else str(number)
    return style.value.replace("一", numeral).replace("1", numeral)


def choice(block: blocks.Choice, setting: Setting) -> list[Slab]:
    options = [option_words(option, number, block) for number, option in enumerate(block.options)]
    label = (Span(block.label, role=FontRole.HEI),) if block.label else ()
    if not block.columns:
        look, indent = setting.body, block.indent * setting.style.size
        lines = [line for row in _inline_rows(options, label, block, setting)
                 for line in setting.lines(row, look, setting.width, first=indent, align=Align.LEFT)]
        return text_slabs(lines, setting.style.pitch, look.size)
    head = paragraph(blocks.Paragraph(label, indent=0, keep_with_next=True), setting) if label else []
    rows = [options[at:at + block.columns] for at in range(0, len(options), block.columns)]
    return [*head, *(_option_row(row, block, setting) for row in rows)]


def _inline_rows(options: list[tuple[Inline, ...]], label: tuple[Inline, ...], block: blocks.Choice,
                 setting: Setting) -> list[tuple[Inline, ...]]:
    """The alternatives one behind the other; one that would be torn by the edge begins a line of its own."""
    struck = block.style is ChoiceStyle.STRIKE
    gap, indent = "/" if struck else "\u3000\u3000", block.indent * setting.style.size
    rows: list[tuple[Inline, ...]] = []
    for number, option in enumerate(options):
        joined_on = (*rows[-1], gap, *option) if rows else (*label, *option)
        torn = not struck and number > 0 and len(setting.lines(joined_on, setting.body, setting.width, first=indent)) > len(
            setting.lines(rows[-1], setting.body, setting.width, first=indent))
        rows = [*rows, option] if torn else [*rows[:-1], joined_on]
    return rows


def option_words(option: blocks.Option, number: int, block: blocks.Choice) -> tuple[Inline, ...]:
    """An alternative with the mark its style gives it."""
    words = pieces(option.text)
    if block.style is ChoiceStyle.BOX:
        return (Span("□", tick=bool(option.chosen)), *words)
    if block.style is ChoiceStyle.CIRCLED:
        return (CIRCLED[number], *words, *(("√",) if option.chosen else ()))
    struck = option.chosen is False and any(other.chosen for other in block.options)
    return tuple(Span(piece, strike=True) if struck and isinstance(piece, str) else piece for piece in words)


def _option_row(row: list[tuple[Inline, ...]], block: blocks.Choice, setting: Setting) -> Slab:
    size, pitch = setting.style.size, setting.style.pitch
    indent = block.indent * size
    each = (setting.width - indent) / block.columns
    cells = [setting.lines(option, setting.body, each - size / 2, align=Align.LEFT) for option in row]

    def paint(pen: Pen, x: float, y: float) -> None:
        for column, lines in enumerate(cells):
            for number, line in enumerate(lines):
                pen.line(line, x + indent + column * each, y + number * pitch + (pitch - size) / 2, size)

    return PaintSlab(max(map(len, cells)) * pitch, paint)


def note(block: blocks.Note, setting: Setting) -> list[Slab]:
    size = min(WUHAO, setting.style.size - 1.5)
    look = Look("song", size)
    lines = setting.lines(block.text, look, setting.width, first=block.indent * size)
    return text_slabs(lines, size * 1.5, size)


def date_line(block: blocks.DateLine, setting: Setting) -> list[Slab]:
    from desk.core.documents.chinese_dates import BLANK_DATE

    size = setting.style.size
    text = BLANK_DATE if block.date is None else block.date
    line = setting.line(text, setting.body, setting.width - block.right * size, Align.RIGHT)
    return [TextSlab(line, setting.style.pitch, size)]

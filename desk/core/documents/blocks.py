"""The blocks a paper is built of; each is a frozen dataclass, the layout gives it its looks.

Heights and widths are in mm unless said otherwise; column widths are relative, a grid fills the type area.
"""

from dataclasses import dataclass
from enum import StrEnum

from desk.core.documents.charts import ChartData
from desk.core.documents.inline import Align, FontRole, Text


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's name, bold and centred; `size` in points (None: the style's). Long titles break evenly."""

    text: str
    size: float | None = None
    space_after: float = 6


@dataclass(frozen=True, slots=True)
class RedHead:
    """发文机关标志: issuer in red, number below it, red line (GB/T 9704 7.2.4)."""

    issuer: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """编号 line; `label` is printed before it."""

    number: Text
    label: str = "编号:"
    align: Align = Align.RIGHT
    blank_width: float = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """level 1 一、黑体; 2 (一)楷体; 3 1. body type bold. The text carries its own number."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `indent` in characters for the first line, `left`/`right` in characters for all lines."""

    text: Text
    align: Align = Align.JUSTIFY
    indent: float = 2
    bold: bool = False
    role: FontRole | None = None
    size: float | None = None
    left: float = 0
    right: float = 0
    space_before: float = 0
    space_after: float = 0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A label and its content, which may run over pages; when blank, `lines` ruled lines for handwriting.

    below: the content begins on its own line, indented 2 characters; otherwise it follows the label.
    """

    label: str
    text: Text = None
    lines: int = 4
    below: bool = False
    bold_label: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a FieldTable; a blank value stays an empty cell.

    lines: least height in lines of the table's type. span/rows: columns and rows it covers.
    label: printed as a label (centred, 黑体). final: see Field.final.
    """

    text: Text = None
    span: int = 1
    rows: int = 1
    label: bool = False
    align: Align | None = None
    lines: int = 1
    bold: bool = False
    top: bool = False
    final: str = ""


def label(text: str, span: int = 1, rows: int = 1) -> Cell:
    """A label cell."""
    return Cell(text, span=span, rows=rows, label=True)


def value(text: Text, span: int = 1, rows: int = 1, lines: int = 1, align: Align | None = None) -> Cell:
    """A value cell; None is an empty cell to write in. Several lines: set at the top."""
    return Cell(text, span=span, rows=rows, lines=lines, align=align, top=lines > 1)


@dataclass(frozen=True, slots=True)
class FieldTable:
    """A ruled form: rows of label and value cells over columns of relative `widths`.

    Every row must fill all columns (cells spanning from above counted in). size: points.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    size: float | None = None
    row_height: float = 10
    space_after: float = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a DataTable; numeric ones are right aligned. group: heading shared with its neighbours."""

    title: str
    width: float = 1
    align: Align = Align.CENTRE
    numeric: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A list: the header is repeated on each page. blank_rows: empty rows after the last, for handwriting.

    total: last row, printed bold. min_rows: filled up with empty rows to at least this many.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...] = ()
    total: tuple[Text, ...] = ()
    blank_rows: int = 0
    min_rows: int = 0
    size: float | None = None
    row_height: float = 8
    caption: str = ""
    note: str = ""
    space_after: float = 3


class ClauseStyle(StrEnum):
    """How clauses are numbered."""

    ARABIC = "1、"
    CHINESE = "一、"
    BRACKETS = "(1)"
    ARTICLE = "第一条 "


@dataclass(frozen=True, slots=True)
class NumberedClauses:
    """Clauses numbered on the paper; without any, `blank` empty ones with `lines` ruled lines each."""

    clauses: tuple[Text, ...] = ()
    style: ClauseStyle = ClauseStyle.ARABIC
    start: int = 1
    blank: int = 3
    lines: int = 1


@dataclass(frozen=True, slots=True)
class FillIn:
    """Ruled lines for handwriting over the whole measure."""

    lines: int = 3


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative; chosen None: nothing is decided yet, the paper is ticked by hand."""

    text: Text
    chosen: bool | None = None


class ChoiceStyle(StrEnum):
    """How alternatives are told apart."""

    BOX = "box"         # □ 同意 ☑ 反对
    CIRCLED = "circled" # ① 当事人申请 ② 主动调解, the chosen one followed by √
    STRIKE = "strike"   # the unused alternative is struck out


@dataclass(frozen=True, slots=True)
class Choice:
    """A label and its alternatives in one paragraph; `columns` > 1 sets them in columns, below the label."""

    label: str
    options: tuple[Option, ...]
    style: ChoiceStyle = ChoiceStyle.BOX
    columns: int = 0
    indent: float = 0


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A label and room to write: "申请人(签名盖章或按指印)".

    name: printed name (None: left to the hand). count: lines for several people.
    """

    label: str
    name: Text = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Signatures, kept together on a page with the date; in the right half unless `wide`.

    lines: one per party. unit: name of the sealing unit, printed above the date.
    seal: light note where the seal goes, "(印章)"; "" for none.
    date: None for 年 月 日 to be filled by hand; "" for no date line.
    columns: 2 sets the lines in two columns (甲方/乙方).
    """

    lines: tuple[SignatureLine, ...] = ()
    unit: Text = ""
    seal: str = ""
    date: Text = None
    columns: int = 1
    wide: bool = False


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date on its own line, `right` characters in from the right edge; None: 年 月 日 with blanks."""

    date: Text = None
    right: float = 4


@dataclass(frozen=True, slots=True)
class Note:
    """A small remark: 备注, filling-in notes."""

    text: Text
    indent: float = 0


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty room in lines of the body."""

    lines: float = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A line as wide as the type area; thickness in mm."""

    thickness: float = 0.25
    red: bool = False


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dashed line to cut along (ballot and stub); text e.g. "(骑缝章)" stands on it."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (PNG or JPEG bytes), `width` mm wide at most and never wider than the type area."""

    data: bytes
    width: float = 120
    caption: str = ""
    max_height: float = 200


@dataclass(frozen=True, slots=True)
class Drawing:
    """A `reportlab.graphics.shapes.Drawing` (a chart); scaled down to the type area when wider."""

    drawing: object
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers as bars or lines over the whole measure, `height` mm high."""

    data: ChartData
    height: float = 75


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page when they fit on one."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a sheet: blocks from the top down; code: printed as a QR code at the right, "" for none."""

    blocks: "tuple[Block, ...]"
    code: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out, as many side by side as fit; `width` and `height` of one in mm (ID-1: 85.6 by 54)."""

    cards: tuple[Card, ...]
    width: float = 85.6
    height: float = 54.0


Block = (Title | RedHead | NumberLine | Heading | Paragraph | LabelledText | FieldTable | DataTable
         | NumberedClauses | FillIn | Choice | SignatureBlock | DateLine | Note | Spacer | Rule | CutLine
         | PageBreak | Image | Drawing | Chart | KeepTogether | Cards)
"""Everything a paper may be made of."""

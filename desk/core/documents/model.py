"""A paper as data: what it is, what stands on it, how the sheet is set up. `render.render` makes the PDF.

    Document(kind="mediation.application", title="人民调解申请书", blocks=(Title("人民调解申请书"), …))

This module is the front door: everything a paper is built of can be imported from here.
"""

from dataclasses import dataclass, replace

from desk.core.documents.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Chart,
    Choice,
    ChoiceStyle,
    ClauseStyle,
    Column,
    CutLine,
    DataTable,
    DateLine,
    Drawing,
    FieldTable,
    FillIn,
    Heading,
    Image,
    KeepTogether,
    LabelledText,
    Note,
    NumberedClauses,
    NumberLine,
    Option,
    PageBreak,
    Paragraph,
    RedHead,
    Rule,
    SignatureBlock,
    SignatureLine,
    Spacer,
    Title,
    label,
    value,
)
from desk.core.documents.charts import ChartData
from desk.core.documents.inline import (
    Align,
    Field,
    FontRole,
    Inline,
    Span,
    Text,
    is_blank,
    joined,
    pieces,
    plain,
)
from desk.core.documents.page import (
    BLANK_FORM,
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    SPECIMEN,
    VOID,
    WIDE_LIST,
    Margins,
    PageNumber,
    PageSetup,
    PaperMode,
    Stamp,
    StampKind,
    Style,
    reprint_stamp,
)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper.

    kind: id of its paper kind ("mediation.agreement"). title: name in lists and in the PDF's properties.
    number: as printed, "" before it has one. footer: small line at the foot of every page.
    stamps: drawn on every page. joint_seal: note at the right edge of every page, "(骑缝章)"; "" for none.
    author: issuing unit, for the PDF's properties.
    """

    kind: str
    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    page: PageSetup = PageSetup()
    style: Style = OFFICIAL
    mode: PaperMode = PaperMode.FINAL
    footer: str = ""
    stamps: tuple[Stamp, ...] = ()
    joint_seal: str = ""
    author: str = ""

    def stamped(self, stamp: Stamp) -> "Document":
        """The same paper with one more stamp."""
        return replace(self, stamps=(*self.stamps, stamp))


__all__ = [
    "BLANK_FORM", "COMPACT", "FORM", "FORM_MARGINS", "OFFICIAL", "SPECIMEN", "VOID", "WIDE_LIST", "Align", "Block", "Card",
    "Cards",
    "Cell", "Chart", "ChartData", "Choice", "ChoiceStyle", "ClauseStyle", "Column", "CutLine", "DataTable", "DateLine",
    "Document", "Drawing", "Field", "FieldTable", "FillIn", "FontRole", "Heading", "Image", "Inline", "KeepTogether",
    "LabelledText", "Margins", "Note", "NumberLine", "NumberedClauses", "Option", "PageBreak", "PageNumber",
    "PageSetup", "PaperMode", "Paragraph", "RedHead", "Rule", "SignatureBlock", "SignatureLine", "Spacer", "Span",
    "Stamp", "StampKind", "Style", "Text", "Title", "is_blank", "joined", "label", "pieces", "plain", "reprint_stamp",
    "value",
]

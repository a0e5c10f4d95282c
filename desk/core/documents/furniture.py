"""What stands outside the type area: page numbers, foot lines, stamps, the place of the joint seal.

Page numbers: GB/T 9704-2012 7.5: 四号, a dash on each side, 7 mm below the type area, odd pages right, even pages left.
"""

from dataclasses import dataclass

from desk.core.documents.inline import Align
from desk.core.documents.linebreak import GREY, RED, Look
from desk.core.documents.model import Document
from desk.core.documents.page import SIHAO, XIAOWU, PageNumber, Stamp, StampKind
from desk.core.documents.pen import Pen
from desk.core.documents.setting import MM, Setting

NUMBER_LOOK = Look("song", SIHAO)
FOOT_LOOK = Look("song", XIAOWU, colour=GREY)
PALE = (0.87, 0.87, 0.87)
CORNER_SIZE, CORNER_NOTE, WATERMARK_SIZE, JOINT_SIZE = 16.0, 8.0, 110.0, 10.0


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page's printed number and the printed total."""

    number: int
    total: int


def alphabet(document: Document, setting: Setting) -> None:
    """Note the characters furniture will need, before fonts are made ready."""
    setting.flows("0123456789— 第页共", NUMBER_LOOK)
    setting.flows(document.footer, FOOT_LOOK)
    setting.flows(document.joint_seal, Look("song", JOINT_SIZE))
    for stamp in document.stamps:
        setting.flows(stamp.text, Look("hei", CORNER_SIZE))
        setting.flows(stamp.note, Look("song", CORNER_NOTE))


def under(pen: Pen, document: Document, setting: Setting) -> None:
    """Watermarks, drawn before everything else."""
    for stamp in document.stamps:
        if stamp.kind is StampKind.WATERMARK:
            _watermark(pen, stamp, document, setting)


def over(pen: Pen, document: Document, setting: Setting, page: PageOf) -> None:
    """Page number, foot line, corner stamps, joint seal."""
    _number(pen, document, setting, page)
    if document.footer:
        margins, height = document.page.margins, document.page.sheet[1]
        line = setting.lines(document.footer, FOOT_LOOK, setting.width, align=Align.LEFT)[0]
        pen.line(line, margins.left * MM, (height - min(margins.bottom / 2, 10)) * MM, XIAOWU)
    for stamp in document.stamps:
        if stamp.kind is StampKind.CORNER:
            _corner(pen, stamp, document, setting)
    if document.joint_seal and page.total > 1:
        _joint_seal(pen, document, setting)


def _number(pen: Pen, document: Document, setting: Setting, page: PageOf) -> None:
    style, margins = document.page.numbers, document.page.margins
    if style is PageNumber.NONE:
        return
    words = f"第{page.number}页 共{page.total}页" if style is PageNumber.OF_TOTAL else f"— {page.number} —"
    look = FOOT_LOOK if style is PageNumber.OF_TOTAL else NUMBER_LOOK
    look = Look(look.role, 10.5 if style is PageNumber.OF_TOTAL else look.size)
    line = setting.line(words, look, setting.width)
    x = (setting.width - line.width) / 2
    if style is PageNumber.DASHES:
        x = setting.width - line.width - look.size if page.number % 2 else look.size
    pen.line(line, margins.left * MM + x, (document.page.sheet[1] - margins.bottom + 7) * MM - look.size, look.size)


def _corner(pen: Pen, stamp: Stamp, document: Document, setting: Setting) -> None:
    """A framed word at the upper right, its note below."""
    word = setting.line(stamp.text, Look("hei", CORNER_SIZE, colour=RED), setting.width)
    right, top = (document.page.sheet[0] - document.page.margins.right) * MM, 12 * MM
    left = right - word.width - 12
    pen.box(left, top, word.width + 12, CORNER_SIZE + 9, 1.2, RED)
    pen.line(word, left + 6, top + 4.5, CORNER_SIZE)
    if stamp.note:
        note = setting.line(stamp.note, Look("song", CORNER_NOTE, colour=RED), setting.width, Align.LEFT)
        pen.line(note, right - note.width, top + CORNER_SIZE + 12, CORNER_NOTE)


def _watermark(pen: Pen, stamp: Stamp, document: Document, setting: Setting) -> None:
    width, height = (side * MM for side in document.page.sheet)
    size = min(WATERMARK_SIZE, width / max(len(stamp.text), 1) * 0.6)
    line = setting.line(stamp.text, Look("hei", size, colour=PALE), width * 2)
    with pen.turned(width / 2, height / 2, 40):
        pen.line(line, -line.width / 2, -size / 2, size)


def _joint_seal(pen: Pen, document: Document, setting: Setting) -> None:
    """A light note along the outer edge, where the pages are fanned and sealed across."""
    width, height = (side * MM for side in document.page.sheet)
    line = setting.line(document.joint_seal, Look("song", JOINT_SIZE, colour=GREY), height)
    with pen.turned(width - 6 * MM, height / 2, 90):
        pen.line(line, -line.width / 2, -JOINT_SIZE / 2, JOINT_SIZE)



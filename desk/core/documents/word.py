"""Documents to DOCX, for changing by hand in a word processor: the same words in the same order, looks as near as may be.

What comes back is nobody's archived print: the desk keeps what it printed itself, and the scan of what was signed. Needs
python-docx, loaded when it is first used. Fonts are named, not embedded.
"""

from io import BytesIO

from desk.core.documents import blocks
from desk.core.documents.model import Document
from desk.core.documents.word_blocks import write_blocks
from desk.core.documents.word_sheet import Sheet
from desk.core.errors import UserError
from desk.core.i18n import _

UNFIT = (blocks.Image, blocks.Drawing, blocks.Chart, blocks.Cards)


def to_word(document: Document, mark: str = "") -> bytes:
    """The paper as a .docx file. mark: kept in its keywords, for telling whose file comes back.

    Raises UserError for papers that hold pictures or cards: they are printed, not edited.
    """
    if any(isinstance(block, UNFIT) for block in document.blocks):
        raise UserError(_("This paper holds pictures or cards: print it, it cannot be changed by hand."))
    sheet = Sheet(document)
    write_blocks(sheet, document.blocks)
    sheet.word.core_properties.keywords = mark
    out = BytesIO()
    sheet.word.save(out)
    return out.getvalue()

"""感谢卡: what the resident said, for the volunteer who helped."""

from desk.api.documents import Align, Document, Margins, PageNumber, PageSetup, Paragraph, SignatureBlock, Title, long_date
from plugins.volunteer.documents.data import OrderPaper

KIND, TITLE = "volunteer.thanks_card", "感谢卡"


def build(paper: OrderPaper | None) -> Document:
    """A5, landscape; the address of the resident is not on it."""
    name, wish = (paper.taker, paper.wish) if paper else ("            ", "                    ")
    return Document(KIND, TITLE, (
        Title(TITLE), Paragraph(f"{name}:", indent=0, size=16, space_after=4),
        Paragraph(f"感谢您应邻里点单,帮助解决:{wish}", size=16, space_after=4),
        Paragraph(f"居民的话:{paper.praise}" if paper and paper.praise else "居民的话:", size=14, align=Align.LEFT),
        SignatureBlock(unit=paper.community if paper else "", date=long_date(paper.day) if paper else None),
    ), page=PageSetup("A5", landscape=True, margins=Margins(16, 14, 20, 20), numbers=PageNumber.NONE),
        number=paper.number if paper else "", author=paper.community if paper else "")

"""志愿者证 and 岗位证: cards of bank-card size, several to a sheet, with a code that signs in at the door."""

from desk.api.documents import (
    COMPACT,
    Align,
    Card,
    Cards,
    Document,
    FontRole,
    Margins,
    PageNumber,
    PageSetup,
    Paragraph,
    long_date,
)
from plugins.volunteer.documents.data_teams import CardPaper, CardsPaper, PostPaper

SHEET = PageSetup(margins=Margins(top=12, bottom=12, left=15, right=15), numbers=PageNumber.NONE)
BLANK_CARDS = 10
USE = "凭此证扫码签到、签退"


def build_sheet(paper: CardsPaper | None) -> Document:
    """Cards of many, ten to a sheet."""
    cards = tuple(_card(one) for one in paper.cards) if paper else tuple(_card(None) for _blank in range(BLANK_CARDS))
    return Document("volunteer.team_cards", "志愿者证", (Cards(cards or (_card(None),)),), page=SHEET, style=COMPACT,
                    author=paper.community if paper else "")


def build_post(paper: PostPaper | None) -> Document:
    """上岗证."""
    lines = (f"岗位:{paper.post}", f"任职人:{paper.name}", f"区域:{paper.area or paper.place or '本社区'}",
             f"期限:{_term(paper)}", f"编号:{paper.number}") if paper else (
        "岗位:", "任职人:", "区域:", "期限:", "编号:")
    card = Card((_head(paper.community if paper else "", "志愿服务岗位证"), *(_line(text) for text in lines)),
                code=paper.code if paper else "")
    return Document("volunteer.post_card", "志愿服务岗位证", (Cards((card,)),), page=SHEET, style=COMPACT,
                    author=paper.community if paper else "")


def _card(one: CardPaper | None) -> Card:
    lines = (f"姓名:{one.name}", f"编号:{one.number}", f"登记:{long_date(one.since)}") if one else ("姓名:", "编号:", "登记:")
    return Card((_head(one.community if one else "", "志愿者证"), *(_line(text) for text in lines),
                 Paragraph(USE, indent=0, size=8, space_before=1.5)), code=one.number if one else "")


def _head(community: str, title: str) -> Paragraph:
    return Paragraph(f"{community}{title}" if community else title, Align.LEFT, indent=0, bold=True, role=FontRole.HEI, size=12,
                     space_after=1)


def _line(text: str) -> Paragraph:
    return Paragraph(text, Align.LEFT, indent=0, size=10.5)


def _term(paper: PostPaper) -> str:
    return f"{paper.since}至{paper.until}" if paper.until else f"{paper.since}起"

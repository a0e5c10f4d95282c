"""联系方式公示表, 温馨联系卡, 责任牌, 工作牌 from appointments; the duty phone always stands first (systems F0 #5)."""

from dataclasses import dataclass, replace
from datetime import date

from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Column,
    CutLine,
    DataTable,
    Document,
    Field,
    FieldTable,
    KeepTogether,
    Margins,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    Title,
    label,
    value,
)
from desk.core.meetings.contacts import Contact, get_contacts
from desk.core.meetings.papers import signing_unit
from desk.core.settings.service import get_setting

DUTY = "desk.contacts.duty_phone"
CUT_PAGE = PageSetup(margins=Margins(top=14, bottom=14, left=20, right=20), numbers=PageNumber.NONE)
PLATE = replace(OFFICIAL, size=24, pitch=38, title_size=40)
CARDS, PLATES = 5, 2


@dataclass(frozen=True, slots=True)
class ContactPaper:
    """Who can be reached for an area. duty: the phone that is answered day and night, "" when it is not entered."""

    unit: str
    area: str
    duty: str
    today: date
    contacts: tuple[Contact, ...]


def load_contacts(uow: UnitOfWork, area_id: int) -> ContactPaper:
    """The contacts of an area as they are today."""
    found = get_contacts(uow, area_id)
    return ContactPaper(signing_unit(uow), found.area.full_name or found.area.name, str(get_setting(uow, DUTY, "")),
                        uow.clock.today(), found.contacts)


def build_sheet(paper: ContactPaper | None) -> Document:
    """The sheet for the entrance of a building."""
    rows = tuple((one.post, one.name, one.phone or "请由值班电话转接", one.where) for one in paper.contacts) if paper else ()
    return Document(
        "desk.contact_sheet",
        "联系方式公示",
        (
            Title("联系方式公示"),
            Paragraph(("范围:", paper.area if paper else Field(None, 12)), indent=0),
            Paragraph(
                ("24小时值班电话:", (paper.duty if paper else None) or Field(None, 12)), indent=0, size=20, space_after=3
            ),
            DataTable(
                (Column("职务", 3), Column("姓名", 2), Column("联系电话", 3), Column("单位或片区", 4)),
                rows,
                min_rows=8,
                size=14,
                row_height=12,
            ),
            Note("人员调整时更换本表。"),
            SignatureBlock(unit=paper.unit if paper else "", seal="(印章)", date=long_date(paper.today) if paper else None),
        ),
        page=PageSetup(margins=FORM_MARGINS),
        style=FORM,
        author=paper.unit if paper else "",
    )


def build_cards(paper: ContactPaper | None) -> Document:
    """The same card several times on a sheet, one for every home."""
    blocks: list[Block] = []
    for number in range(CARDS):
        blocks += [CutLine()] if number else []
        blocks.append(KeepTogether(_card(paper)))
    return Document("desk.contact_cards", "温馨联系卡", tuple(blocks), page=CUT_PAGE, style=COMPACT,
                    author=paper.unit if paper else "")


def _card(paper: ContactPaper | None) -> tuple[Block, ...]:
    contacts = paper.contacts[:4] if paper else ()
    lines = [f"{one.post} {one.name} {one.phone}".strip() for one in contacts]
    told: tuple[Block, ...] = tuple(Paragraph(line, indent=0) for line in lines) if paper else (
        Paragraph(("网格员:", Field(None, 6), "  电话:", Field(None, 8)), indent=0),
        Paragraph(("楼栋长:", Field(None, 6), "  电话:", Field(None, 8)), indent=0))
    return (
        Title("温馨联系卡", size=15, space_after=1),
        Paragraph(
            (paper.area if paper else Field(None, 12), "  24小时值班电话:", (paper.duty if paper else None) or Field(None, 9)),
            indent=0,
        ),
        *told,
        Note(f"{paper.unit}。有事请找我们。" if paper else "有事请找我们。"),
    )


def build_plates(paper: ContactPaper | None) -> Document:
    """Two plates to a sheet: who is responsible here."""
    blocks: list[Block] = []
    for number, one in enumerate(paper.contacts if paper else (None,) * PLATES):
        blocks += [CutLine()] if number else []
        blocks.append(
            KeepTogether(
                (
                    Title(f"{one.post}责任牌" if one else "责任牌"),
                    Paragraph(("责任人:", one.name if one else Field(None, 8)), indent=0),
                    Paragraph(
                        ("责任范围:", (one.where or (paper.area if paper else "")) if one else Field(None, 10)), indent=0
                    ),
                    Paragraph(
                        (
                            "联系电话:",
                            (one.phone or (paper.duty if paper else "") or Field(None, 8)) if one else Field(None, 8),
                        ),
                        indent=0,
                    ),
                    Paragraph(paper.unit if paper else "", indent=0, align=Align.RIGHT),
                )
            )
        )
    return Document("desk.duty_plates", "责任牌", tuple(blocks), page=CUT_PAGE, style=PLATE, author=paper.unit if paper else "")


def build_badges(paper: ContactPaper | None) -> Document:
    """Badges, several to a sheet, with room for a photo."""
    blocks: list[Block] = []
    for number, one in enumerate(paper.contacts if paper else (None,) * 4):
        blocks += [CutLine()] if number else []
        blocks.append(
            KeepTogether(
                (
                    Title("工作牌", size=16, space_after=1),
                    FieldTable(
                        (
                            (
                                value("照片", rows=3, lines=5, align=Align.CENTRE),
                                label("姓名"),
                                value(one.name if one else None),
                            ),
                            (label("职务"), value(one.post if one else None)),
                            (label("单位"), value(paper.unit if paper else None)),
                        ),
                        (2.4, 1.6, 6),
                    ),
                )
            )
        )
    return Document("desk.badges", "工作牌", tuple(blocks), page=CUT_PAGE, style=FORM, author=paper.unit if paper else "")

"""Papers of the market: counting sheet, register of hand-outs, donations, price list, poster (rules 3.4)."""

from collections.abc import Sequence

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    FieldTable,
    Image,
    KeepTogether,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    figures,
    label,
    long_date,
    value,
)
from plugins.volunteer.documents.market_data import (
    CountLine,
    CountPaper,
    DonationPaper,
    GiftLine,
    HandLine,
    MarketPaper,
    MonthPaper,
    OfferLine,
)
from plugins.volunteer.service.points import points_text

PAGE, WIDE = PageSetup(margins=FORM_MARGINS), PageSetup(margins=FORM_MARGINS, landscape=True)
THANKS = "积分是对志愿服务的感谢,不是报酬,不兑换现金。"
TWO_NAMES = (SignatureLine("盘点人(签名)"), SignatureLine("监盘人(签名)"))


def _number(title: str, width: float) -> Column:
    return Column(title, width, numeric=True)


def build_count(paper: CountPaper | None) -> Document:
    """库存盘点表: what the books say, what was counted, the difference and why; two signatures."""
    rows = tuple(_counted(place, line, paper.booked) for place, line in enumerate(paper.lines, 1)) if paper else ()
    who = f"盘点人:{paper.first}  监盘人:{paper.second}" if paper and paper.booked else "盘点人:            监盘人:"
    day = long_date(paper.day) if paper else "    年  月  日"
    hall = paper.community if paper else ""
    return Document("volunteer.stock_sheet", "爱心超市库存盘点表", (
        Title("爱心超市库存盘点表"), Paragraph(f"{hall}  盘点日期:{day}  {who}", indent=0, space_after=2),
        DataTable((Column("序号", 0.6), Column("编码", 0.8), Column("物品", 2.6), Column("单位", 0.8), _number("账面数", 1),
                   _number("实盘数", 1), _number("盈亏", 1), Column("原因", 2.2)), rows, min_rows=12, size=10.5),
        Note("实盘数与账面数不符的,写明原因,由两人签名。"),
        SignatureBlock(TWO_NAMES, date=day if paper else None, columns=2, wide=True),
    ), page=PAGE, style=FORM, author=paper.community if paper else "")


def _counted(place: int, line: CountLine, booked: bool) -> tuple[str, ...]:
    counted = "" if line.counted is None else str(line.counted)
    difference = f"{line.counted - line.expected:+}" if booked and line.counted is not None else ""
    return (str(place), line.code, line.name, line.unit, str(line.expected), counted, difference, line.reason)


def build_register(paper: MonthPaper | None) -> Document:
    """爱心超市兑换登记表: every hand-out of a month with room for the receiver's signature."""
    rows = tuple(_handed(line) for line in paper.given) if paper else ()
    total = ("合计", "", "", "", "", "", points_text(sum(one.points for one in paper.given if not one.returned)), "", "", "") if rows and paper else ()
    return Document("volunteer.redemptions", "爱心超市兑换登记表", (
        Title("爱心超市兑换登记表"), Paragraph(f"{paper.community}  {paper.title}" if paper else "    年  月", indent=0, space_after=2),
        DataTable((Column("日期", 1.5), Column("志愿者", 1.1), Column("编号", 1), Column("物品", 2), Column("数量", 0.8),
                   _number("单价积分", 1), _number("合计积分", 1), _number("结余", 1), Column("领取人签字", 1.4), Column("经办人", 1.1)),
                  rows, total, min_rows=10, size=10.5),
        Note(THANKS + "使用积分不减少服务时长。"),
    ), page=WIDE, style=FORM, author=paper.community if paper else "")


def _handed(line: HandLine) -> tuple[str, ...]:
    goods = line.goods + ("(已退回)" if line.returned else "")
    return (long_date(line.day), line.name, line.number, goods, line.quantity, points_text(line.price), points_text(line.points),
            points_text(line.left), "", line.handler)


def build_donation(paper: DonationPaper | None) -> Document:
    """爱心超市物品入库单(捐赠登记): one donation, signed by both sides."""
    line = paper.line if paper else None
    return Document("volunteer.donation", "爱心超市物品入库单(捐赠登记)", (
        Title("爱心超市物品入库单(捐赠登记)"),
        FieldTable((
            (label("捐赠人"), value(line and line.donor), label("日期"), value(line and long_date(line.day))),
            (label("物品"), value(line and line.goods), label("数量"), value(line and line.quantity)),
            (label("价值"), value(figures(line.value_fen) if line and line.value_fen else None), label("保质期至"),
             value(long_date(line.best_before) if line and line.best_before else None)),
        ), (1.1, 2.4, 1.1, 2.2)),
        Note(f"{paper.community if paper else '本社区'}所收捐赠物品用于感谢志愿服务,不出售。"),
        SignatureBlock((SignatureLine("捐赠人(签名)"), SignatureLine("经手人(签名)")),
                       date=long_date(line.day) if line else None, columns=2, wide=True),
    ), page=PageSetup("A5", landscape=True, margins=FORM_MARGINS), style=FORM, author=paper.community if paper else "")


def build_donors(paper: MonthPaper | None) -> Document:
    """爱心超市捐赠公示: who gave what in a month, with thanks."""
    rows = tuple(_given(place, line) for place, line in enumerate(paper.donated, 1)) if paper else ()
    worth = sum(line.value_fen or 0 for line in paper.donated) if paper else 0
    return Document("volunteer.donors", "爱心超市捐赠公示", (
        Title("爱心超市捐赠公示"),
        Paragraph(f"{paper.title if paper else '    年  月'},爱心企业、单位和居民向爱心超市捐赠下列物品,谨致谢意。"),
        DataTable((Column("序号", 0.6), Column("日期", 1.7), Column("捐赠人", 2.4), Column("物品", 2), Column("数量", 1),
                   _number("价值(元)", 1.3)), rows, ("", "", "合计", "", "", figures(worth)) if worth else (), min_rows=6, size=10.5),
        SignatureBlock(unit=paper.community if paper else "", seal="(公章)", date=long_date(paper.last_day) if paper else None),
    ), author=paper.community if paper else "")


def _given(place: int, line: GiftLine) -> tuple[str, ...]:
    return (str(place), long_date(line.day), line.donor, line.goods, line.quantity, figures(line.value_fen) if line.value_fen else "")


def build_prices(paper: MarketPaper | None) -> Document:
    """爱心超市兑换价目表."""
    rows = tuple((one.code, one.name, one.unit, points_text(one.points), str(one.stock), one.limit) for one in paper.lines) if paper else ()
    return Document("volunteer.prices", "爱心超市兑换价目表", (
        Title("爱心超市兑换价目表"),
        DataTable((Column("编码", 0.8), Column("物品", 2.8), Column("单位", 0.8), _number("积分", 1), _number("库存", 1),
                   Column("限领", 2.4)), rows, min_rows=8),
        Note(THANKS + "物品以现有库存为限。"),
        SignatureBlock(unit=paper.community if paper else "", date=long_date(paper.day) if paper else None),
    ), author=paper.community if paper else "")


def build_poster(paper: MarketPaper | None) -> Document:
    """爱心超市海报: pictures, points and donors, to hang beside the shelf."""
    blocks: list[Block] = [Title(f"{paper.community if paper else ''}爱心超市"), Paragraph("用服务换来的感谢", align=Align.CENTRE, indent=0, size=16)]
    blocks += [_offer(one) for one in paper.lines] if paper else [DataTable((Column("物品", 3), Column("积分", 1)), min_rows=10)]
    blocks.append(Note(THANKS + "凭志愿者证到社区服务台领取。"))
    return Document("volunteer.poster", "爱心超市海报", tuple(blocks), page=PAGE, author=paper.community if paper else "")


def _offer(one: OfferLine) -> KeepTogether:
    words: Sequence[str] = [f"{one.code} {one.name}  {points_text(one.points)} 积分/{one.unit}", "  ".join(filter(None, (
        one.limit, f"捐赠:{one.donors}" if one.donors else "")))]
    parts: list[Block] = [Image(one.picture, width=70, max_height=50)] if one.picture else []
    parts.append(Paragraph(words[0], align=Align.CENTRE, indent=0, size=20))
    if words[1]:
        parts.append(Paragraph(words[1], align=Align.CENTRE, indent=0, size=11, space_after=4))
    return KeepTogether(tuple(parts))

"""发票(领票)登记表, 授权委托书 and the ballots themselves, several to a sheet with cutting marks (rules 2.7)."""

from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    Align,
    Block,
    Choice,
    Column,
    CutLine,
    DataTable,
    Document,
    Drawing,
    Field,
    FieldTable,
    KeepTogether,
    Margins,
    Note,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    qr_code,
    value,
)
from desk.api.documents import Option as Box
from desk.api.votes import spaced
from plugins.consultation.documents.data import BallotSheet, VotePaper

PAGE = PageSetup(margins=FORM_MARGINS)
#: no page number: it would tell the ballots of one sheet from those of another
BALLOT_PAGE = PageSetup(margins=Margins(top=12, bottom=12, left=18, right=18), numbers=PageNumber.NONE)
QR_MM = 20


def build_register(paper: VotePaper | None) -> Document:
    """Who was given a ballot, with room to sign. Secret: no serial stands beside any name."""
    vote = paper.vote if paper else None
    named = vote is not None and vote.method == "named"
    columns = [Column("序号", 1), Column("户/姓名", 3), Column("坐落(代表户)", 3)]
    columns += [Column("票号", 3.4), Column("面积", 1.8)] if named else []
    columns += [Column("送达方式", 2), Column("签收", 2.4), Column("收回", 1.6)] if named else [Column("签名(已领票)", 3.4)]
    empty = ("", "", "") if named else ("",)
    rows = tuple((f"{one.place}", one.name + (f"(代:{one.proxy})" if one.proxy else ""), one.label,
                  *((spaced(one.mark) if one.mark else "", one.area) if named else ()), *empty)
                 for one in paper.lines) if paper else ()
    note = "记名表决:票号与投票人对应,收票时登记。" if named else "无记名表决:本表只登记是否领票,不登记票号、时间和先后;选票混放后由投票人自取。"
    return Document("consultation.register", "发票(领票)登记表", (
        Title("发票(领票)登记表"),
        Paragraph(("表决:", vote.title if vote else Field(None, 20)), indent=0, space_after=2),
        DataTable(tuple(columns), rows, min_rows=18), Note(note),
        SignatureBlock((SignatureLine("发票人(签名)"), SignatureLine("监票人(签名)")), date=None),
    ), page=PAGE, style=COMPACT, author=paper.unit if paper else "")


def build_proxy(paper: VotePaper | None) -> Document:
    """A written authority, question by question."""
    questions = paper.vote.questions if paper else (("1", ""),)
    return Document("consultation.proxy", "授权委托书", (
        Title("授权委托书"),
        FieldTable((
            (label("委托人"), value(None), label("证件号码"), value(None)),
            (label("房号"), value(None), label("面积"), value(None)),
            (label("受托人"), value(None), label("证件号码"), value(None)),
            (label("受托人电话"), value(None), label("期限"), value(None))), (2, 4, 2, 4)),
        Paragraph(("现委托受托人在“", paper.vote.title if paper else Field(None, 12), "”中代为表决,意见如下:")),
        *(Choice(f"{number}. {text} ", (Box("同意"), Box("反对"), Box("弃权"))) for number, text in questions),
        Note("本委托不得转委托。附双方身份证复印件。"),
        SignatureBlock((SignatureLine("委托人(签名)"), SignatureLine("受托人(签名)")), date=None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")


def build_ballots(sheet: BallotSheet) -> Document:
    """All ballots, as many to a sheet as fit, each kept whole, cut along the dashed lines."""
    blocks: list[Block] = []
    for number, one in enumerate(sheet.ballots):
        blocks += [CutLine()] if number else []
        blocks.append(KeepTogether(_ballot(sheet, *one)))
    return Document("consultation.ballots", "表决票", tuple(blocks), page=BALLOT_PAGE, style=COMPACT, author=sheet.unit)


def _ballot(sheet: BallotSheet, mark: str, name: str, where: str, area: str) -> tuple[Block, ...]:
    vote = sheet.vote
    who = ((Paragraph(f"业主(户):{name}  坐落:{where}{f'  面积:{area}' if area else ''}", indent=0),) if name else ())
    sign = ((Paragraph(("本人或代理人签名:", Field(None, 8), "  联系电话:", Field(None, 8)), indent=0, space_before=2),) if name else ())
    day = f"  {long_date(vote.held_on)}" if vote.held_on else ""
    return (
        Title(f"{vote.title}表决票", size=16, space_after=1), *who,
        *(Choice(f"{number}. {text}  ", (Box("同意"), Box("反对"), Box("弃权"))) for number, text in vote.questions), *sign,
        Drawing(qr_code(mark, QR_MM)), Paragraph(f"票号 {spaced(mark)}", align=Align.CENTRE, indent=0, size=9),
        Note(f"每项只在一个方框内打“√”;不填或无法辨认的按规则处理。{sheet.unit}(印章){day}"))

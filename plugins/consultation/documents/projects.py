"""Papers of small livelihood projects: idea form, list for the choice, its outcome, completion card with photos (systems F1 #20)."""

from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    Block,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    Image,
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
from plugins.consultation.documents.data import ChoicePaper, FundsPaper, ProjectPaper

PAGE = PageSetup(margins=FORM_MARGINS)
SORTS = {"works": "工程类", "service": "服务类", "goods": "货物类"}


def yuan(fen: int) -> str:
    """An amount without its sign: the heading or the words beside it say 元."""
    return figures(fen, symbol="")


def build_idea(paper: ProjectPaper | None) -> Document:
    """The idea as it was taken down on a round."""
    one = paper.project if paper else None
    return Document("consultation.idea", "民生微实事点子征集表", (
        Title("民生微实事点子征集表"),
        FieldTable((
            (label("项目名称"), value(one.case.title if one else None, span=3)),
            (label("提出人"), value((one.raiser or "匿名") if one else None), label("类别"), value(SORTS[one.sort] if one else None)),
            (label("实施地点"), value((one.spot or None) if one else None), label("受益户数"), value(str(one.households) if one and one.households else None)),
            (label("估算金额(元)"), value(yuan(one.estimate_fen) if one else None, span=3)),
            (label("建议内容"), value((one.content or None) if one else None, span=3, lines=7)),
            (label("初审意见"), value((one.screening or None) if one else None, span=3, lines=4))), (2.2, 4, 2, 4)),
        SignatureBlock((SignatureLine("网格员(签名)"), SignatureLine("初审人(签名)")), date=long_date(one.screened_on) if one and one.screened_on else None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")


def build_choice_list(paper: ChoicePaper | None) -> Document:
    """What residents choose from, with room for their dots."""
    one = paper.round if paper else None
    rows = tuple((f"{entry.place}", entry.title, entry.spot, yuan(entry.estimate_fen), "") for entry in one.entries) if one else ()
    told = f"资金总额{yuan(one.budget_fen)}元,每人可贴{one.per_sheet}个圆点,一个项目一人只贴一个。" if one else "每个项目一人只贴一个圆点。"
    return Document("consultation.choice_list", "民生微实事评选表", (
        Title(one.title if one else "民生微实事评选表"), Paragraph(told, indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("项目", 5), Column("地点", 4), Column("估算金额(元)", 2.6), Column("贴圆点处", 6)), rows, min_rows=8, row_height=16),
        Note("按得票由高到低,在资金总额内依次入选;金额放不下的跳过,顺延下一项。关系到入选的同票项目当众抽签。"),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")


def build_choice_result(paper: ChoicePaper | None) -> Document:
    """The outcome, by dots."""
    one = paper.round if paper else None
    ranked = sorted(one.entries, key=lambda entry: entry.rank or entry.place) if one else []
    rows = tuple((f"{number}", entry.title, yuan(entry.estimate_fen), f"{entry.votes if entry.votes is not None else ''}",
                  "入选" if entry.chosen else "") for number, entry in enumerate(ranked, 1))
    chosen = sum(entry.estimate_fen for entry in ranked if entry.chosen)
    total = (("合计", "", yuan(chosen), "", ""),) if one and one.closed_on else ()
    return Document("consultation.choice_result", "民生微实事评选结果", (
        Title(f"{one.title}结果" if one else "民生微实事评选结果"),
        Paragraph(f"{long_date(one.held_on)}评选,收回{one.sheets or 0}张,资金总额{yuan(one.budget_fen)}元。" if one else
                  ("评选日期:", Field(None, 10), "收回", Field(None, 4), "张。"), indent=0, space_after=2),
        DataTable((Column("名次", 1), Column("项目", 6), Column("金额(元)", 2.6), Column("得票", 1.6), Column("结果", 1.8)), rows,
                  total=total[0] if total else (), min_rows=6),
        *((Paragraph(f"抽签种子:{one.seed}。算法:按SHA-256(种子|序号)由小到大取。", indent=0),) if one and one.seed else ()),
        SignatureBlock((SignatureLine("计票人(签名)", (one.tellers or None) if one else None), SignatureLine("监票人(签名)")),
                       unit=paper.unit if paper else "", date=long_date(one.closed_on) if one and one.closed_on else None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")


def build_completion(paper: ProjectPaper | None) -> Document:
    """What was done for how much, accepted by whom, with the photos kept with the topic."""
    one = paper.project if paper else None
    payments = tuple((long_date(row.on), row.payee, row.what, row.voucher, yuan(row.amount_fen)) for row in one.payments) if one else ()
    days = f"{long_date(one.started_on)}至{long_date(one.finished_on)}" if one and one.started_on and one.finished_on else None
    happy = f"满意和基本满意{one.satisfied[0]}份,共{one.satisfied[1]}份" if one and one.satisfied[1] else None
    blocks: tuple[Block, ...] = (
        Title("民生微实事完工卡"),
        FieldTable((
            (label("项目名称"), value(one.case.title if one else None, span=3)),
            (label("地点"), value((one.spot or None) if one else None), label("施工(服务)单位"), value((one.supplier or None) if one else None)),
            (label("核定金额(元)"), value(yuan(one.granted_fen) if one and one.granted_fen is not None else None), label("资金来源"),
             value((one.fund or None) if one else None)),
            (label("实际支出(元)"), value(yuan(one.paid_fen) if one else None), label("工期"), value(days)),
            (label("验收结论"), value(("合格" if one.accepted else "不合格") if one and one.checked_on else None), label("验收人"),
             value((one.checked_by or None) if one else None)),
            (label("验收说明"), value((one.check_note or None) if one else None, span=3, lines=3)),
            (label("居民满意度"), value(happy, span=3))), (2.4, 4, 2.4, 4)),
        DataTable((Column("日期", 2.6), Column("收款单位", 3.6), Column("用途", 3.6), Column("凭证号", 2), Column("金额(元)", 2.2)), payments,
                  min_rows=3, caption="支出明细"),
        *(Image(data, 80, title, 70) for title, data in (paper.photos if paper else ())),
        SignatureBlock((SignatureLine("验收人(签名)"), SignatureLine("居民代表(签名)")), unit=paper.unit if paper else "", date=None))
    return Document("consultation.completion", "民生微实事完工卡", blocks, page=PAGE, style=FORM, author=paper.unit if paper else "")


def build_funds(paper: FundsPaper | None) -> Document:
    """What came in, what was paid, what is left; booked line by line, corrections as lines of their own."""
    rows = tuple((f"{number}", long_date(day), words, yuan(amount) if amount > 0 else "", yuan(-amount) if amount < 0 else "", yuan(left))
                 for number, (day, words, amount, left) in enumerate(paper.lines, 1)) if paper else ()
    came = sum(amount for _day, _words, amount, _left in paper.lines if amount > 0) if paper else 0
    went = -sum(amount for _day, _words, amount, _left in paper.lines if amount < 0) if paper else 0
    told = f"收入合计{yuan(came)}元,支出合计{yuan(went)}元,结余{yuan(came - went)}元。" if paper else ("收入合计", Field(None, 6), "元,支出合计",
                                                                                     Field(None, 6), "元,结余", Field(None, 6), "元。")
    return Document("consultation.funds", "民生微实事资金收支表", (
        Title("民生微实事资金收支表"),
        FieldTable(((label("项目名称"), value(paper.title if paper else None, span=3)),
                    (label("资金来源"), value((paper.fund or None) if paper else None), label("概算(元)"),
                     value(yuan(paper.estimate) if paper else None))), (2, 4, 1.8, 3)),
        DataTable((Column("序号", 1), Column("日期", 2.6), Column("摘要(收款单位、用途、凭证号)", 5.4), Column("收入(元)", 2.2),
                   Column("支出(元)", 2.2), Column("结余(元)", 2.2)), rows, min_rows=10),
        Paragraph(told, indent=0),
        Note("收支只增不改,更正另记一行。"),
        SignatureBlock((SignatureLine("经办人(签名)"), SignatureLine("审核人(签名)")), unit=paper.unit if paper else "", date=None),
    ), page=PAGE, style=FORM, author=paper.unit if paper else "")

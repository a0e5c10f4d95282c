"""Papers of the hazard ledger: the line's sheet, the month's ledger with its reconciliation, the overdue list, patrols, 包案."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    NumberLine,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.mediation.documents.hazard_data import (
    HazardPaper,
    LedgerPaper,
    PatrolMonthPaper,
    PatrolPaper,
    ResponsibilityPaper,
)
from plugins.mediation.documents.parts import SEAL, paragraphs, short_date

_PAGE = PageSetup(margins=FORM_MARGINS)
_WIDE = PageSetup(landscape=True, margins=FORM_MARGINS)
_WIDTHS = (2.2, 3.8, 2.2, 3.8)


def sheet(paper: HazardPaper | None) -> Document:
    """矛盾纠纷隐患登记(销号)表: entry, who answers, measures, strike-off with evidence and approver."""
    def said(name: str) -> str | None:
        return (getattr(paper, name) or None) if paper else None

    def day(name: str) -> str | None:
        found = getattr(paper, name) if paper else None
        return long_date(found) if found else None

    rows = (
        (label("发现时间"), value(day("found_on")), label("来源"), value(said("source"))),
        (label("所在区域"), value(said("area")), label("地点"), value(said("place"))),
        (label("当事人"), value(said("parties"), span=3)),
        (label("纠纷类型"), value(said("category")), label("所属大类"), value(said("five"))),
        (label("隐患等级"), value(said("level")), label("化解期限"), value(day("limit"))),
        (label("基本情况"), value(said("summary"), span=3, lines=3)),
        (label("包案领导"), value(said("leader")), label("责任人"),
         value("、".join(filter(None, (paper.unit, paper.person))) or None if paper else None)),
        (label("化解措施"), value(said("measures"), span=3, lines=2)),
        (label("化解方式"), value(said("way")), label("化解结果"), value(said("outcome"))),
        (label("结果说明"), value(said("result"), span=3, lines=2)),
        (label("佐证材料"), value(said("evidence"), span=3, lines=2)),
        (label("申请销号人"), value(said("proposed_by")), label("计时"), value(f"{paper.days}天" if paper else None)),
        (label("批准销号人"), value(said("approved_by")), label("销号时间"), value(day("struck_on"))),
    )
    unit = paper.committee if paper else ""
    return Document("mediation.hazard_sheet", "矛盾纠纷隐患登记（销号）表", (
        Title("矛盾纠纷隐患登记（销号）表"), NumberLine((paper.number or None) if paper else None), FieldTable(rows, _WIDTHS),
        SignatureBlock((SignatureLine("责任人(签名)"), SignatureLine("批准人(签名)")), unit=unit, seal=SEAL, date=None)),
        page=_PAGE, style=FORM, author=unit)


def ledger(paper: LedgerPaper | None) -> Document:
    """矛盾纠纷隐患排查台账 of a month, and under it 上月结转 + 本月新增 − 本月销号 = 月末在册."""
    sums = [Paragraph(_reconciled(paper), indent=0)] if paper else [Paragraph((
        "上月结转", Field(None, 3), "件,本月新增", Field(None, 3), "件,本月销号", Field(None, 3), "件,月末在册", Field(None, 3), "件。"),
        indent=0)]
    return _table("mediation.hazard_ledger", "矛盾纠纷隐患排查台账", paper, (
        ("编号", 2), ("发现时间", 1.2), ("区域、地点", 1.8), ("当事人", 1.6), ("类型", 1.4), ("等级", 0.8), ("基本情况", 3.2),
        ("责任人", 1.2), ("期限", 1.2), ("结果", 1.4), ("销号时间", 1.2), ("天数", 0.7)),
        [(one.number, short_date(one.found_on), " ".join(filter(None, (one.area, one.place))), one.parties, one.category,
          one.level, one.summary, one.leader or one.person or one.unit, short_date(one.limit), one.outcome,
          short_date(one.struck_on), str(one.days)) for one in (paper.lines if paper else ())], sums)


def overdue(paper: LedgerPaper | None) -> Document:
    """超期未销号清单."""
    return _table("mediation.hazard_overdue", "超期未销号隐患清单", paper, (
        ("编号", 2), ("发现时间", 1.2), ("当事人", 1.8), ("类型", 1.5), ("等级", 0.8), ("包案领导", 1.2), ("责任单位、责任人", 2),
        ("期限", 1.2), ("超期天数", 1), ("目前情况", 1.6)),
        [(one.number, short_date(one.found_on), one.parties, one.category, one.level, one.leader,
          "、".join(filter(None, (one.unit, one.person))), short_date(one.limit), str(one.days_late), one.state)
         for one in (paper.lines if paper else ())], [])


def _reconciled(paper: LedgerPaper) -> str:
    rate = f",化解率{paper.settled * 100 / paper.struck:.2f}%({paper.settled}÷{paper.struck})" if paper.struck else ""
    return (f"上月结转{paper.carried}件,本月新增{paper.new}件(其中当场化解{paper.spot}件),本月销号{paper.struck}件,"
            f"月末在册{paper.open}件{rate}" + (f",平均用时{paper.mean}天。" if paper.mean else "。"))


def _table(kind: str, title: str, paper: LedgerPaper | None, columns: tuple[tuple[str, float], ...],
           rows: list[tuple[str, ...]], after: list[Paragraph]) -> Document:
    made = long_date(paper.made_on) if paper else "　　　　年　　月　　日"
    head = f"{paper.committee}  {paper.month}  制表日期:{made}" if paper else f"　　　　年　　月  制表日期:{made}"
    wide = {"基本情况", "当事人", "区域、地点"}
    blocks: list[Block] = [Title(title), Paragraph(head, indent=0, space_after=2), DataTable(
        tuple(Column(name, width, Align.LEFT if name in wide else Align.CENTRE) for name, width in columns), tuple(rows),
        min_rows=8, size=9.5, row_height=6.5), *after,
        SignatureBlock((SignatureLine("制表人(签名)"), SignatureLine("审核人(签名)")), date="", columns=2, wide=True)]
    return Document(kind, title, tuple(blocks), page=_WIDE, style=FORM, author=paper.committee if paper else "")


def patrol(paper: PatrolPaper | None) -> Document:
    """矛盾纠纷巡诊排查记录: where, who, how many doors, what was found and where it goes."""
    rows = (
        (label("排查区域"), value(paper.area if paper else None), label("排查时间"), value(long_date(paper.on) if paper else None)),
        (label("排查人员"), value("、".join(paper.people) if paper else None, span=3)),
        (label("走访户数"), value(f"{paper.doors}户" if paper else None), label("走访人次"),
         value(f"{paper.persons}人次" if paper else None)),
        (label("排查情况"), value((paper.words or None) if paper else None, span=3, lines=6)),
    )
    found = tuple((str(place), one.parties or one.place, one.category, one.level, one.summary,
                   f"当场化解:{one.result}" if one.struck_on == one.found_on and one.result else f"登记 {one.number}")
                  for place, one in enumerate(paper.found if paper else (), 1))
    unit = paper.committee if paper else ""
    return Document("mediation.patrol_record", "矛盾纠纷巡诊排查记录", (
        Title("矛盾纠纷巡诊排查记录"), FieldTable(rows, _WIDTHS),
        DataTable((Column("序号", 0.6), Column("当事人、地点", 1.8), Column("类型", 1.4), Column("等级", 0.8),
                   Column("苗头、隐患", 3.2, Align.LEFT), Column("去向", 2.2, Align.LEFT)), found, min_rows=5, size=10.5),
        SignatureBlock((SignatureLine("排查人员(签名)"),), unit=unit, date=None)), page=_PAGE, style=FORM, author=unit)


def patrol_month(paper: PatrolMonthPaper | None) -> Document:
    """矛盾纠纷巡诊排查月报: patrols, findings, coverage."""
    unit = paper.committee if paper else ""
    rows = tuple((one.area, short_date(one.on), "、".join(one.people), str(one.doors), str(one.persons), str(len(one.found)),
                  str(sum(found.struck_on == found.found_on for found in one.found))) for one in paper.patrols) if paper else ()
    found = sum(len(one.found) for one in paper.patrols) if paper else 0
    summary = (f"本月排查{len(rows)}次,发现苗头隐患{found}件;应排查网格{paper.grids}个,已排查{paper.walked}个,覆盖率"
               f"{paper.walked * 100 / paper.grids if paper.grids else 0:.0f}%"
               + (f";未排查:{'、'.join(paper.missed)}。" if paper.missed else "。")) if paper else ("本月排查", Field(None, 3), "次,发现苗头隐患", Field(None, 3), "件。")
    return Document("mediation.patrol_month", "矛盾纠纷巡诊排查月报", (
        Title("矛盾纠纷巡诊排查月报"), Paragraph(f"{unit}  {paper.month if paper else '　　　　年　　月'}", indent=0, space_after=2),
        DataTable((Column("区域", 1.6), Column("时间", 1.3), Column("排查人员", 2.4), Column("户数", 0.8), Column("人次", 0.8),
                   Column("发现", 0.8), Column("当场化解", 1)), rows, min_rows=8, size=10.5),
        Paragraph(summary), SignatureBlock((SignatureLine("制表人(签名)"),), unit=unit, seal=SEAL, date=None)),
        page=_PAGE, style=FORM, author=unit)


def responsibility(paper: ResponsibilityPaper | None) -> Document:
    """矛盾纠纷包案责任表."""
    def said(name: str) -> str | None:
        return (getattr(paper, name) or None) if paper else None

    rows = (
        (label("事项"), value(said("matter"), span=3)),
        (label("包案领导"), value(said("leader")), label("职务"), value(said("post"))),
        (label("责任单位"), value(said("unit")), label("责任人"), value(said("person"))),
        (label("包案时间"), value(long_date(paper.since) if paper else None), label("办结期限"),
         value(long_date(paper.until) if paper else None)),
        (label("任务要求"), value(said("task"), span=3, lines=3)),
        (label("工作进展"), value("\n".join(paper.notes) or None if paper else None, span=3, lines=6)),
        (label("延期情况"), value("\n".join(paper.extensions) or None if paper else None, span=3, lines=2)),
        (label("办理结果"), value(said("outcome")), label("办结时间"),
         value(long_date(paper.ended_on) if paper and paper.ended_on else None)),
        (label("结果说明"), value(said("result"), span=3, lines=3)),
    )
    unit = paper.committee if paper else ""
    return Document("mediation.responsibility_sheet", "矛盾纠纷包案责任表", (
        Title("矛盾纠纷包案责任表"), NumberLine((paper.number or None) if paper else None), FieldTable(rows, _WIDTHS),
        SignatureBlock((SignatureLine("包案领导(签名)"), SignatureLine("责任人(签名)")), unit=unit, date=None)),
        page=_PAGE, style=FORM, author=unit)


def reminder(paper: ResponsibilityPaper | None) -> Document:
    """包案督办通知: the limit comes near or has passed."""
    unit = paper.committee if paper else ""
    state = (f"已超期{paper.days_late}天" if paper.days_late else "即将到期") if paper else "即将到期(已超期　　天)"
    whom = "、".join(filter(None, (paper.leader, paper.unit, paper.person))) if paper else None
    return Document("mediation.responsibility_reminder", "包案督办通知", (
        Title("包案督办通知"), NumberLine((paper.number or None) if paper else None),
        Paragraph((Field(whom, 14), ":"), indent=0),
        Paragraph(("你(单位)负责的", Field(paper.matter if paper else None, 14), ",办结期限为",
                   Field(long_date(paper.until) if paper else None, 8), f",现{state}。")),
        Paragraph("请抓紧办理,并于收到本通知后三日内书面反馈进展;确需延期的,说明理由并征得当事人同意。"),
        *(paragraphs("最近进展:" + paper.notes[-1]) if paper and paper.notes else ()),
        SignatureBlock(unit=unit, seal=SEAL, date=None)), style=OFFICIAL, author=unit)

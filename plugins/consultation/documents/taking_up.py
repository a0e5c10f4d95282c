"""议题审核(立项)表, 议题答复单, 方案(公约)草案, the strip of lamps, 议题台账 (rules 2.7; systems F1 #8, #11)."""

from datetime import date

from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Block,
    Choice,
    Column,
    CutLine,
    DataTable,
    Document,
    Field,
    FieldTable,
    FillIn,
    Heading,
    KeepTogether,
    LabelledText,
    Note,
    NumberLine,
    Option,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    value,
)
from plugins.consultation.documents.data import LedgerPaper, TopicPaper
from plugins.consultation.kinds import FORMS_OF_TALK, paper_in

PAGE = PageSetup(margins=FORM_MARGINS)
SORTS = (("self", "自治事项"), ("property", "物业事项"), ("report", "上报事项"), ("none", "不予立项"))
PARTS = (("ground", "背景与依据"), ("aim", "目标"), ("text", "主要内容"), ("funding", "资金来源与分摊"), ("stages", "实施步骤"),
         ("duty", "责任人"), ("watch", "监督办法"))


def build_check(topic: TopicPaper | None) -> Document:
    """Whether the topic is taken up: what kind it is, whether it is lawful, who is concerned, how it is talked over."""
    file = topic.file if topic else None
    check = file.check if file else {}
    return Document("consultation.check", "议题审核(立项)表", (
        Title("议题审核(立项)表"), NumberLine(file.case.number if file else None),
        FieldTable(((label("议题"), value(file.case.title if file else None, span=3)),
                    (label("牵头人"), value((file.lead or None) if file else None), label("协商形式"),
                     value(paper_in(FORMS_OF_TALK, check.get("form", "")) or None))), (2, 4, 2, 4)),
        Choice("类别:", tuple(Option(words, check["sort"] == code if check.get("sort") else None) for code, words in SORTS)),
        LabelledText("合法性初审:", check.get("lawful") or None, lines=5, below=True),
        LabelledText("利害关系人范围:", check.get("concerned") or (file.scope if file and check else None) or None, lines=3, below=True),
        LabelledText("党组织意见(签章):", check.get("party") or None, lines=4, below=True),
        SignatureBlock((SignatureLine("审核人(签名)"),), seal="(党组织印章)", date=None),
    ), page=PAGE, style=FORM, number=(file.case.number or "") if file else "", author=topic.unit if topic else "")


def build_reply(topic: TopicPaper | None) -> Document:
    """One slip for each who raised the topic, cut apart along the dashed lines; two blank ones."""
    raisers = [one["name"] or "提议人" for one in topic.file.raisers] or ["提议人"] if topic else [None] * 2
    blocks: list[Block] = []
    for number, name in enumerate(raisers):
        blocks += [CutLine()] if number else []
        blocks.append(KeepTogether(_slip(topic, name)))
    return Document("consultation.reply", "议题答复单", tuple(blocks), page=PAGE, style=FORM, author=topic.unit if topic else "")


def _slip(topic: TopicPaper | None, name: str | None) -> tuple[Block, ...]:
    file = topic.file if topic else None
    about = (f"您于{long_date(file.raised_on)}提出的“{file.case.title}”({file.case.number}),现答复如下:",) if file else (
        "您提出的“", Field(None, 14), "”,现答复如下:")
    return (Title("议题答复单", size=18, space_after=1), Paragraph((name or Field(None, 8), ":"), indent=0), Paragraph(about),
            Paragraph(file.reply) if file and file.reply else FillIn(3),
            SignatureBlock(unit=topic.unit if topic else "", seal="(印章)", date=None))


def build_draft(topic: TopicPaper | None) -> Document:
    """The newest version of the plan or covenant, part by part; parts nobody wrote are left out, on a blank form all stand."""
    draft = topic.file.drafts[-1] if topic and topic.file.drafts else None
    texts = {**draft.parts, "text": draft.text} if draft else {}
    blocks: list[Block] = [Title(draft.title if draft else "方案(公约)草案")]
    if draft:
        blocks.append(Paragraph(f"(第{draft.number}稿)", align=Align.CENTRE, indent=0))
    number = 0
    for part, words in PARTS:
        if draft is not None and not texts.get(part):
            continue
        blocks.append(Heading(f"{'一二三四五六七'[number]}、{words}", 1))
        number += 1
        blocks += [Paragraph(line) for line in texts[part].splitlines() if line.strip()] if draft else [FillIn(3)]
    return Document("consultation.draft", "方案(公约)草案", (
        *blocks, SignatureBlock((SignatureLine("起草人", (draft.author or None) if draft else None),),
                                date=long_date(draft.made_on) if draft else None)),
        style=OFFICIAL, author=topic.unit if topic else "")


def build_strip(topic: TopicPaper | None) -> Document:
    """How far the topic is, step by step, to be hung up beside the notices."""
    file = topic.file if topic else None
    steps = file.procedure.steps if file and file.procedure else ()
    walked = {one["code"]: one for one in file.done if not one.get("back")} if file else {}
    codes = [step.code for step in steps]
    now = codes.index(file.step) if file and file.step in codes else len(codes)
    rows = tuple((f"{place + 1}", step.title, step.convener, "●" if place < now else "◐" if place == now and file and file.step else "○",
                  long_date(date.fromisoformat(walked[step.code]["on"])) if step.code in walked and place < now else "")
                 for place, step in enumerate(steps))
    return Document("consultation.strip", "议题进度", (
        Title("议题进度公开"), Paragraph(("议题:", file.case.title if file else Field(None, 18)), indent=0, space_after=2),
        DataTable((Column("步骤", 1), Column("名称", 4), Column("召集", 4), Column("状态", 1.2), Column("完成日期", 3)), rows, min_rows=6),
        Note("●已完成 ◐正在进行 ○未开始"),
    ), page=PAGE, style=FORM, author=topic.unit if topic else "")


def build_ledger(paper: LedgerPaper | None) -> Document:
    """All topics of a year."""
    rows = tuple((one.number, one.title, one.field, one.channel, long_date(one.raised_on), f"{one.supporters}", one.state,
                  one.reply) for one in paper.rows) if paper else ()
    return Document("consultation.ledger", "议题台账", (
        Title(f"{paper.year}年议题台账" if paper else "议题台账"),
        DataTable((Column("编号", 2.6), Column("议题", 4.6), Column("类别", 1.8), Column("渠道", 1.8), Column("提出日期", 2.4),
                   Column("附议", 1), Column("状态", 1.8), Column("答复", 3.6)), rows, min_rows=14),
    ), page=PageSetup(margins=FORM_MARGINS, landscape=True), style=COMPACT, author=paper.unit if paper else "")

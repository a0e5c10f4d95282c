"""议题征集表, 专家审查意见表, 实施评议表 (rules 2.7)."""

from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    Choice,
    Column,
    DataTable,
    Document,
    FieldTable,
    LabelledText,
    Note,
    NumberLine,
    Option,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    figures,
    label,
    long_date,
    value,
)
from plugins.consultation.documents.data import TopicPaper

PAGE = PageSetup(margins=FORM_MARGINS)
AS = {"resident": "居民", "owner": "业主", "member": "党员", "deputy": "代表", "unit": "驻区单位"}


def build(topic: TopicPaper | None) -> Document:
    """The topic as it was raised, who supports it, whether it is taken up."""
    file = topic.file if topic else None
    first = file.raisers[0] if file and file.raisers else {}
    supporters = tuple((f"{number}", one.get("name") or "匿名", AS.get(one.get("kind", ""), ""), one.get("home", ""), "")
                       for number, one in enumerate(file.raisers[1:], 1)) if file else ()
    return Document("consultation.topic", "议题征集表", (
        Title("议题征集表"), NumberLine(file.case.number if file else None),
        FieldTable((
            (label("提议人"), value((first.get("name") or "匿名") if file else None), label("身份"),
             value(AS.get(first.get("kind", ""), "") if file else None)),
            (label("联系方式"), value(first.get("contact") if file else None), label("住址(楼栋)"),
             value(first.get("home") if file else None)),
            (label("提出时间"), value(long_date(file.raised_on) if file else None), label("渠道"),
             value(topic.channel if topic else None)),
            (label("议题名称"), value(file.case.title if file else None, span=3)),
            (label("类别"), value(topic.field if topic else None), label("涉及范围"), value(file.scope if file else None)),
            (label("主要内容及建议"), value(file.content if file else None, span=3, lines=7)),
            (label("受理意见"), value(file.reply if file else None, span=3, lines=3)),
            (label("是否立项"), value((file.procedure.title if file.procedure else "未立项") if file else None, span=3))),
            (2.2, 4, 2, 4)),
        DataTable((Column("序号", 1), Column("附议人", 2.5), Column("身份", 2), Column("住址", 4), Column("签名", 2.5)), supporters,
                  min_rows=5, caption="附议人"),
        SignatureBlock((SignatureLine("受理人(签名)"),), date=None),
    ), page=PAGE, style=FORM, number=(file.case.number or "") if file else "", author=topic.unit if topic else "")


def build_review(topic: TopicPaper | None) -> Document:
    """What an expert examined and concluded; without an opinion, a form to fill in by hand."""
    draft = topic.file.drafts[-1] if topic and topic.file.drafts else None
    said = draft.reviews[-1] if draft and draft.reviews else None
    return Document("consultation.review", "专家审查意见表", (
        Title("专家审查意见表"),
        FieldTable((
            (label("项目"), value(f"{draft.title}(第{draft.number}稿)" if draft else None, span=3)),
            (label("专家姓名"), value(said.expert if said else None), label("专业领域"), value(said.field if said else None)),
            (label("单位及职务"), value(said.unit if said else None, span=3))), (2.2, 4, 2, 4)),
        Choice("审查内容:", (Option("合法性"), Option("可行性"), Option("公平性"))),
        LabelledText("审查意见:", said.text if said else None, lines=10, below=True),
        Choice("结论:", tuple(Option(text, said.opinion == code if said else None) for code, text in (
            ("pass", "同意"), ("revise", "修改后同意"), ("reject", "不同意")))),
        SignatureBlock((SignatureLine("专家(签名)"),), date=long_date(said.on) if said else None),
    ), page=PAGE, style=FORM, author=topic.unit if topic else "")


def build_scores(topic: TopicPaper | None) -> Document:
    """Tasks with how far they are, and the residents' judgement."""
    file = topic.file if topic else None
    tasks = tuple((f"{number}", one.text, one.who, figures(one.budget_fen, symbol="") if one.budget_fen else "",
                   long_date(one.due_on) if one.due_on else "", "已完成" if one.done_on else "办理中",
                   long_date(one.done_on) if one.done_on else "", one.result, "") for number, one in enumerate(file.tasks, 1)) if file else ()
    scores = tuple((long_date(one.on), f"{one.satisfied}", f"{one.fairly}", f"{one.dissatisfied}", one.remark)
                   for one in file.scores) if file else ()
    return Document("consultation.scores", "实施评议表", (
        Title("实施评议表"),
        LabelledText("议题:", file.case.title if file else None, lines=1),
        DataTable((Column("序号", 0.8), Column("任务", 3), Column("责任人", 1.8), Column("预算(元)", 1.8), Column("时限", 2.1),
                   Column("进度", 1.4), Column("完成日期", 2.1), Column("结果", 2.4), Column("凭证", 1.6)), tasks, min_rows=4,
                  caption="实施台账"),
        DataTable((Column("日期", 2.6), Column("满意", 1.5), Column("基本满意", 1.5), Column("不满意", 1.5), Column("意见", 5)), scores,
                  min_rows=3, caption="居民评议"),
        Note("评议由居民代表、党员填写,只汇总份数,不登记评议人姓名。"),
        SignatureBlock((SignatureLine("汇总人(签名)"),), date=None),
    ), page=PAGE, style=FORM, author=topic.unit if topic else "")

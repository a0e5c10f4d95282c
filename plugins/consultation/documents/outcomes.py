"""议事决议, 备案报告, 民主议事审议表 of 三审一公决 and 四议两公开 (rules 2.2, 2.7)."""

from desk.api import hall_time
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Block,
    Choice,
    Document,
    Field,
    FieldTable,
    FillIn,
    Heading,
    KeepTogether,
    LabelledText,
    NumberLine,
    Option,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Style,
    Title,
    figures,
    label,
    long_date,
    moment_text,
    value,
)
from desk.api.meetings import GatheringRow, gathering_kind
from plugins.consultation.documents.data import FilingPaper, ResolutionPaper, TopicPaper
from plugins.consultation.kinds import CONFORMITIES
from plugins.consultation.procedures import StepRule

PAGE = PageSetup(margins=FORM_MARGINS)
STAGES = ("党支部审议", "“两委”会审议", "党员大会审议", "村民代表会议或村民会议公决")


def build_resolution(paper: ResolutionPaper | None) -> Document:
    """What was resolved, by whom, on what grounds."""
    one = paper.resolution if paper else None
    ground = (f"{long_date(one.made_on)},{one.body or '会议'}就“{paper.topic}”依照{paper.procedure or '议事规则'}进行审议{paper.vote},决议如下:",
              ) if one and paper else (Field(None, 8), "就“", Field(None, 12), "”进行审议,决议如下:")
    return Document("consultation.resolution", "议事决议", (
        Title(one.title if one else "议事决议"), NumberLine(one.number if one else None), Paragraph(ground),
        *(tuple(Paragraph(line) for line in one.text.splitlines() if line.strip()) if one else (FillIn(10),)),
        SignatureBlock((SignatureLine("主持人(签名)"), SignatureLine("代表(签名)", count=2)), unit=paper.unit if paper else "",
                       seal="(印章)", date=long_date(one.made_on) if one else None),
    ), style=OFFICIAL, number=one.number if one else "", author=paper.unit if paper else "")


def build_filing(paper: FilingPaper | None) -> Document:
    """The letter that files a resolution or covenant with the street office, and its receipt to be signed."""
    one = paper.filing if paper else None
    what = f"“{one.title}”" if one else None
    enclosed = [part.strip() for part in one.enclosed.replace(",", "、").split("、") if part.strip()] if one else []
    return Document("consultation.street_filing", "备案报告", (
        Title(f"关于{one.title}备案的报告" if one else "备案报告"),
        Paragraph((one.sent_to if one else Field(None, 10), ":"), indent=0),
        Paragraph((what or Field(None, 14), f"已经{paper.body if paper and paper.body else '会议'}审议通过,现报送备案。")),
        *((Paragraph(f"附件:{';'.join(f'{number}.{part}' for number, part in enumerate(enclosed, 1))}"),) if enclosed else
          (Paragraph(("附件:", Field(None, 20))),)),
        SignatureBlock(unit=paper.unit if paper else "", seal="(印章)", date=long_date(one.sent_on) if one else None),
        Heading("备案回执", 1),
        Paragraph(("报送的", what or Field(None, 14), "已收悉,予以备案。备案号:", (one.receipt or None) if one and one.receipt else Field(None, 10), "。")),
        SignatureBlock((SignatureLine("经办人(签名)"),), unit=one.sent_to if one else "", seal="(印章)",
                       date=long_date(one.receipt_on) if one and one.receipt_on else None),
    ), style=OFFICIAL, author=paper.unit if paper else "")


def build_stages(topic: TopicPaper | None) -> Document:
    """A box a step, two on a page: what was put, who came, what was found; signed under each."""
    file = topic.file if topic else None
    steps = [step for step in file.procedure.steps if step.meeting] if file and file.procedure else []
    major = file.major if file else {}
    blocks: list[Block] = [
        Title(f"{file.procedure.title}审议表" if file and file.procedure else "民主议事审议表"),
        NumberLine(file.case.number if file else None),
        FieldTable(((label("事项"), value(file.case.title if file else None, span=3)),
                    (label("涉及金额"), value(_yuan(major)), label("涉及户数"), value(str(major["households"]) if major.get("households") else None))),
                   (1.6, 4, 1.6, 3)),
        Choice("动议事由:", tuple(Option(words) for words in ("党员群众建议", "村干部提议", "上级党委政府安排")))]
    for number, title in enumerate([step.title for step in steps] or STAGES):
        blocks.append(KeepTogether(tuple(_stage(topic, steps[number] if steps else None, title))))
    return Document("consultation.stages", "民主议事审议表", tuple(blocks), page=PAGE, style=Style(FORM.role, 12, 19.5),
                    author=topic.unit if topic else "")


def _stage(topic: TopicPaper | None, step: StepRule | None, title: str) -> list[Block]:
    done = next((one for one in reversed(topic.file.done) if step and one["code"] == step.code and not one.get("back")), None) if topic else None
    number = (done.get("evidence") or {}).get("gathering") if done else None
    held: GatheringRow | None = next((one for one in topic.file.gatherings if one.id == number), None) if topic else None
    ticks = done.get("ticks", []) if done else []
    came = f"应到{len(held.attendees)}人,实到{held.came}人" if held and held.attendees else None
    blocks: list[Block] = [
        Heading(title, 1),
        FieldTable(((label("时间"), value(moment_text(hall_time(held.starts_at)) if held else None), label("会议形式"),
                     value(gathering_kind(held.kind).paper if held else None)),
                    (label("参会人员"), value(came), label("主持人"), value((held.host or None) if held else None))), (1.6, 4, 1.6, 3)),
        LabelledText("内容和意见:", (held.agreed or done["note"] or None) if held and done else None, lines=2, below=True)]
    if step is None or "conformity" in step.needs:
        blocks.append(Choice("审查:", tuple(Option(words, code in ticks if done else None) for code, words in CONFORMITIES)))
    blocks.append(SignatureBlock((SignatureLine("参会人员(签名)"),), date=None, wide=True))
    return blocks


def _yuan(major: dict[str, object]) -> str | None:
    amount = major.get("amount_fen")
    return f"{figures(amount, symbol='')}元" if isinstance(amount, int) else None

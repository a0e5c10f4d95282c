"""人民调解调查记录 (239号 set; rules 1.4.6): several people may be asked in one; two investigators are recommended."""

from desk.api.documents import (
    OFFICIAL,
    Block,
    Document,
    FieldTable,
    FillIn,
    LabelledText,
    Note,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    moment_span,
    moment_text,
    value,
)
from plugins.mediation.documents.data_file import AskedLine, InvestigationPaper
from plugins.mediation.documents.parts import lead

KIND = "mediation.investigation"
_WIDTHS = (2.2, 2.6, 1.2, 1.2, 1.2, 1.6, 1.2, 1.4)


def build(paper: InvestigationPaper | None) -> Document:
    """Head, who was asked, questions and answers, three kinds of signatures."""
    return Document(KIND, "人民调解调查记录", (
        Title(f"人民调解调查记录(第{paper.number}次)" if paper and paper.number > 1 else "人民调解调查记录"),
        LabelledText("时间:", _when(paper), lines=1),
        LabelledText("地点:", (paper.place or None) if paper else None, lines=1),
        LabelledText("参加人:", ("、".join(paper.attendants) or "无") if paper else None, lines=1),
        *(_asked(one) for one in (paper.asked if paper else (None, None))),
        lead("记录:"), *_lines(paper), *_signatures(paper),
        Note("注:每页由被调查人签名或者按指印,更正处按指印。"),
    ), style=OFFICIAL, author=paper.case.committee if paper else "")


def _when(paper: InvestigationPaper | None) -> str | None:
    if paper is None:
        return None
    return moment_span(paper.started_at, paper.ended_at) if paper.ended_at else moment_text(paper.started_at)


def _asked(one: AskedLine | None) -> Block:
    return FieldTable((
        (label("被调查人"), value(one and one.name), label("性别"), value(one and one.sex), label("民族"), value(one and one.ethnic),
         label("年龄"), value(one and one.age)),
        (label("职业或职务"), value(one and one.occupation, span=3), label("联系方式", span=2), value(one and one.contact, span=2)),
        (label("单位或住址"), value(one and one.address, span=3), label("与当事人关系", span=2),
         value(one and one.relation, span=2)),
    ), _WIDTHS)


def _lines(paper: InvestigationPaper | None) -> tuple[Block, ...]:
    if paper is None:
        return (FillIn(22),)
    found: list[Block] = []
    for question, answer in paper.lines:
        found += [Paragraph(f"问:{line}" if not place else line, keep_with_next=True)
                  for place, line in enumerate(question.splitlines() or [""])]
        found += [Paragraph(f"答:{line}" if not place else line) for place, line in enumerate(answer.splitlines() or [""])]
    return tuple(found)


def _signatures(paper: InvestigationPaper | None) -> tuple[Block, ...]:
    asked = len(paper.asked) if paper else 2
    investigators = max(2, len(paper.investigators)) if paper else 2
    return (SignatureBlock((SignatureLine("被调查人(签名)", count=asked), SignatureLine("调查人(签名)", count=investigators),
                            SignatureLine("记录人(签名)")), date=None),)

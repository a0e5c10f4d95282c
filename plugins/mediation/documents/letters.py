"""Letters of the committee: 调解通知书、不予受理告知书、终止调解通知书、委托(移送)调解函 and its answer (rules 1.4.12, local)."""

from datetime import date

from desk.api import hall_time
from desk.api.documents import (
    OFFICIAL,
    Block,
    Document,
    Field,
    FillIn,
    NumberedClauses,
    NumberLine,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Text,
    Title,
    both,
    date_text,
    long_date,
    moment_span,
)
from plugins.mediation.documents.data import CasePaper, EndingPaper
from plugins.mediation.documents.data_file import LetterPaper, PlanPaper, ReminderPaper
from plugins.mediation.documents.parts import SEAL, names, paragraphs

REMEDIES = "当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。"


def notice(paper: PlanPaper | None) -> Document:
    """调解通知书: one sheet for each party, who comes when and where, what to bring."""
    sheets: list[Block] = []
    for party in [one.name for one in paper.case.parties] if paper else [None]:
        sheets += [*([PageBreak()] if sheets else []), *_notice(paper, party)]
    return Document("mediation.notice", "调解通知书", tuple(sheets), style=OFFICIAL, author=paper.case.committee if paper else "")


def _notice(paper: PlanPaper | None, party: str | None) -> tuple[Block, ...]:
    case = paper.case if paper else None
    other = "、".join(one.name for one in case.parties if one.name != party) if case else None
    when = moment_span(hall_time(paper.start), hall_time(paper.end)) if paper else None
    contact = paper.contact if paper else None
    return (
        Title("调解通知书"), NumberLine((case.number or None) if case else None),
        Paragraph((Field(party, 8), ":"), indent=0),
        Paragraph(("你与", Field(other, 8), "之间的", Field(case.category if case else None, 6),
                   ",人民调解委员会定于下列时间、地点进行调解,请准时参加。")),
        Paragraph(("时间:", Field(when, 18))), Paragraph(("地点:", Field((paper.place or None) if paper else None, 18))),
        Paragraph(("人民调解员:", Field("、".join(paper.mediators) if paper else None, 12))),
        Paragraph(("请携带:", Field((paper.bring or None) if paper else None, 18))),
        Paragraph(("联系电话:", Field(contact or None, 12))),
        Paragraph("因故不能参加的,请提前告知。人民调解不收取任何费用。"),
        SignatureBlock(unit=case.committee if case else "", seal=SEAL, date=long_date(paper.on) if paper else None))


def not_accepted(paper: EndingPaper | None) -> Document:
    """不予受理告知书: ground, and the right channel."""
    case = paper.case if paper else None
    return _letter("mediation.not_accepted", "不予受理告知书", case, names(case) if case else None, (
        Paragraph((*_day(paper and case and case.applied_on), "收到你(单位)", Field(case.category if case else None, 8),
                   "的调解申请。经审查,该纠纷属于下列情形,人民调解委员会不予受理:")),
        Paragraph((Field(_why(paper), 24), "。")),
        Paragraph(("依据:", Field((paper.source or None) if paper else None, 18))),
        Paragraph(("你(单位)可以:", Field((paper.channel or None) if paper else None, 16), "。")),
        Paragraph("特此告知。")), paper)


def termination(paper: EndingPaper | None) -> Document:
    """终止调解通知书: ground, and the other ways."""
    case = paper.case if paper else None
    return _letter("mediation.termination", "终止调解通知书", case, names(case) if case else None, (
        Paragraph(("人民调解委员会", *_day(case and case.accepted_on), "受理的", Field(names(case) or None, 12), "之间的",
                   Field(case.category if case else None, 8), ",因下列情形,现终止调解:")),
        Paragraph((Field(_why(paper), 24), "。")),
        Paragraph(f"{(paper.channel.rstrip('。') + '。') if paper and paper.channel else REMEDIES}"),
        Paragraph("特此通知。")), paper)


def entrust(paper: LetterPaper | None) -> Document:
    """委托(移送)调解函."""
    return _to_office(paper, "mediation.entrust", "委托(移送)调解函", "请贵单位审查后予以调解,并将结果函复。")


def reply(paper: LetterPaper | None) -> Document:
    """委托(移送)调解复函."""
    return _to_office(paper, "mediation.reply", "委托(移送)调解复函", "特此函复。")


def _to_office(paper: LetterPaper | None, kind: str, title: str, end: str) -> Document:
    case = paper.case if paper else None
    body: tuple[Block, ...] = (
        Paragraph(("关于", Field(names(case) or None, 12), "之间的", Field(case.category if case else None, 8), ":")),
        *(paragraphs(paper.text) if paper else (FillIn(8),)), Paragraph(end))
    unit = case.committee if case else ""
    return Document(kind, title, (
        Title(title), NumberLine((case.number or None) if case else None),
        Paragraph((Field(paper.office if paper else None, 12), ":"), indent=0), *body,
        SignatureBlock(unit=unit, seal=SEAL, date=long_date(paper.on) if paper else None)), style=OFFICIAL, author=unit)


def _letter(kind: str, title: str, case: CasePaper | None, to: str | None, body: tuple[Block, ...],
            paper: EndingPaper | None) -> Document:
    unit = case.committee if case else ""
    day = long_date(paper.ended_on) if paper and paper.ended_on else None
    return Document(kind, title, (
        Title(title), NumberLine((case.number or None) if case else None), Paragraph((Field(to, 12), ":"), indent=0), *body,
        SignatureBlock(unit=unit, seal=SEAL, date=day)), style=OFFICIAL, author=unit)


def _why(paper: EndingPaper | None) -> str | None:
    if paper is None or not paper.ground:
        return None
    return paper.ground + (f"({paper.reason})" if paper.reason and paper.reason != paper.ground else "")


def _day(day: date | None) -> tuple[Text, ...]:
    text = date_text(day)
    return text if isinstance(text, tuple) else (text,)


def reminder(paper: ReminderPaper | None) -> Document:
    """人民调解协议履行提醒书: what is due by which day; after that day, that it is urged (人民调解法 第三十一条)."""
    case = paper.case if paper else None
    due = tuple(f"{f'{long_date(one.due)}前:' if one.due else ''}{one.what}{both(one.fen) if one.fen is not None else ''}"
                for one in paper.open) if paper else ()
    late = paper is not None and any(one.due is not None and one.due < paper.today for one in paper.open)
    return Document("mediation.reminder", "人民调解协议履行提醒书", (
        Title("人民调解协议履行提醒书"), NumberLine((paper.number or None) if paper else None),
        Paragraph((Field(names(case) or None, 12), ":"), indent=0),
        Paragraph(("你(单位)于", *_day(paper and paper.made_on), "达成的人民调解协议具有法律约束力,当事人应当按照约定履行。"
                   "下列内容", "已经到期,尚未履行:" if late else "请按期履行:")),
        NumberedClauses(due, blank=3, lines=1),
        Paragraph("履行后请将履行凭证交人民调解委员会。对协议的履行或者内容发生争议的,可以向人民法院提起诉讼。"),
        SignatureBlock(unit=case.committee if case else "", seal=SEAL, date=long_date(paper.today) if paper else None)),
        style=OFFICIAL, author=case.committee if case else "")

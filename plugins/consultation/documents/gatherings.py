"""Papers of light and special gatherings: opinions on a stool and what came of them, talk-point visits, hearings, four parties,
problems of a deliberation (systems F1 #13–#17).
"""

from collections.abc import Iterable

from desk.api import hall_time
from desk.api.documents import (
    COMPACT,
    FORM,
    FORM_MARGINS,
    Cell,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
    LabelledText,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    moment_text,
    value,
)
from plugins.consultation.documents.data import MattersPaper
from plugins.consultation.kinds import FOUR, OUTCOME_PAPERS
from plugins.consultation.queries_matters import MatterRow

ROUTED = "当场不能答复的,注明转办去向并约定答复日期。"
PAGE = PageSetup(margins=FORM_MARGINS)
WIDE = PageSetup(margins=FORM_MARGINS, landscape=True)


def build_opinions(paper: MattersPaper | None) -> Document:
    """The light note sheet of a sitting in the courtyard."""
    heads = f"{paper.meeting.heads}人" if paper and paper.meeting.heads else None
    rows = tuple((f"{number}", one.who or "匿名", one.text, OUTCOME_PAPERS[one.outcome], one.answer or one.does)
                 for number, one in enumerate(paper.matters, 1)) if paper else ()
    return _sheet("opinions", "小板凳议事记录单", paper, (
        FieldTable((_place(paper), (label("主持人"), value(_said(paper, "host")), label("到场约"), value(heads))), (1.6, 4, 1.6, 3)),
        DataTable((Column("序号", 1), Column("提出人", 2), Column("意见", 5), Column("去向", 2), Column("答复(承办)", 4)), rows, min_rows=12),
        Note("提出人可不留姓名。意见的办理情况在下一次同一地点的议事会上反馈。"),
        SignatureBlock((SignatureLine("记录人(签名)"),), date=None)))


def build_feedback(paper: MattersPaper | None) -> Document:
    """What became of the opinions of earlier sittings at the same spot; hung up there without names."""
    rows = tuple((f"{number}", long_date(one.raised_on), one.text, OUTCOME_PAPERS[one.outcome], one.answer or (
        f"由{one.does}承办" if one.does else "")) for number, one in enumerate(paper.earlier, 1)) if paper else ()
    return _sheet("feedback", "小板凳议事反馈单", paper, (
        FieldTable((_place(paper),), (1.6, 4, 1.6, 3)),
        DataTable((Column("序号", 1), Column("提出日期", 2.4), Column("意见", 5), Column("办理情况", 2), Column("答复", 4.6)), rows, min_rows=10),
        SignatureBlock(unit=paper.unit if paper else "", date=None)))


def build_visits(paper: MattersPaper | None) -> Document:
    """The log of a talk point."""
    return _sheet("visits", "居民说事登记表", paper, (
        Paragraph(("说事点:", _said(paper, "place") or Field(None, 12), "  值守人:", _said(paper, "host") or Field(None, 8)), indent=0, space_after=2),
        visit_table(paper.matters if paper else ()), Note(ROUTED)), wide=True)


def visit_table(matters: Iterable[MatterRow]) -> DataTable:
    """Who came with what, and where it went; shared with the log of a month."""
    rows = tuple((f"{number}", long_date(one.raised_on), one.who or "匿名", one.contact, one.text, OUTCOME_PAPERS[one.outcome],
                  one.answer or one.does, "") for number, one in enumerate(matters, 1))
    return DataTable((Column("序号", 1), Column("日期", 2.4), Column("来访人", 1.8), Column("联系电话", 2.4), Column("说事内容", 5),
                      Column("处理", 2), Column("答复或转办去向", 3.6), Column("签名", 1.8)), rows, min_rows=12)


def build_hearing(paper: MattersPaper | None) -> Document:
    """The summary of a hearing: questions with answers or promised days, the scores as counted."""
    rows = tuple((f"{number}", one.who or "居民", one.text, one.answer or "", long_date(one.promised_on) if one.promised_on else "")
                 for number, one in enumerate(paper.matters, 1)) if paper else ()
    return _sheet("hearing", "听评会情况小结", paper, (
        FieldTable((_place(paper), (label("报告人"), value(_said(paper, "host")), label("到会"), value(_came(paper)))), (1.6, 4, 1.6, 3)),
        LabelledText("报告内容:", _said(paper, "agenda"), lines=4, below=True),
        DataTable((Column("序号", 1), Column("提问人", 2), Column("问题", 4.6), Column("答复", 5), Column("承诺答复日期", 2.6)), rows, min_rows=5,
                  caption="提问和答复"),
        LabelledText("评议结果:", _judged(paper), lines=3, below=True),
        SignatureBlock((SignatureLine("主持人(签名)"), SignatureLine("记录人(签名)")), date=None)))


def build_four_party(paper: MattersPaper | None) -> Document:
    """The record of a coordination with four signature lines; who did not come is told."""
    meeting = paper.meeting if paper else None
    rows = []
    for role, party in FOUR:
        there = [one for one in meeting.attendees if one.role == role] if meeting else []
        names = {party, *(one.name for one in there)}
        said = next((text for who, text in meeting.points if who in names and text), "") if meeting else ""
        away = bool(there) and all(one.state in ("absent", "excused") for one in there)
        rows.append((label(party), value(("(缺席)" if away else said) or None, span=3, lines=3)))
    matters = tuple((f"{number}", one.text, OUTCOME_PAPERS[one.outcome], one.does, one.answer)
                    for number, one in enumerate(paper.matters, 1)) if paper else ()
    return _sheet("four_party", "四方议事协调记录", paper, (
        FieldTable((_place(paper), *rows), (2.4, 4, 1.6, 3)),
        DataTable((Column("序号", 1), Column("协调事项", 5), Column("结果", 2.2), Column("承办", 2.4), Column("说明", 3.4)), matters, min_rows=4),
        LabelledText("一致意见:", _said(paper, "agreed"), lines=2, below=True),
        SignatureBlock(tuple(SignatureLine(f"{party}(签名)") for _role, party in FOUR), date=None, columns=2, wide=True)))


def build_problems(paper: MattersPaper | None) -> Document:
    """Problems of a deliberation and who solves them."""
    rows = tuple((f"{number}", one.text, OUTCOME_PAPERS[one.outcome], one.does, _until(one), one.answer)
                 for number, one in enumerate(paper.matters, 1)) if paper else ()
    return _sheet("problems", "协商问题清单", paper, (
        Paragraph(("会议:", paper.meeting.title if paper else Field(None, 14), "  时间:",
                   moment_text(hall_time(paper.meeting.starts_at)) if paper else Field(None, 10)), indent=0, space_after=2),
        DataTable((Column("序号", 1), Column("问题", 6), Column("结果", 2.2), Column("承办", 2.6), Column("时限", 2.6), Column("办理情况", 4)),
                  rows, min_rows=10)), wide=True)


def _sheet(name: str, title: str, paper: MattersPaper | None, blocks: tuple[object, ...], *, wide: bool = False) -> Document:
    return Document(f"consultation.{name}", title, (Title(title), *blocks), page=WIDE if wide else PAGE,  # type: ignore[arg-type]
                    style=COMPACT if wide else FORM, author=paper.unit if paper else "")


def _place(paper: MattersPaper | None) -> tuple[Cell, ...]:
    return (label("时间"), value(moment_text(hall_time(paper.meeting.starts_at)) if paper else None), label("地点"),
            value(_said(paper, "place")))


def _said(paper: MattersPaper | None, name: str) -> str | None:
    return (getattr(paper.meeting, name) or None) if paper else None


def _judged(paper: MattersPaper | None) -> str | None:
    """What the minutes say of it, then the results of the score sheets."""
    return "\n".join(filter(None, (_said(paper, "agreed"), *paper.scores))) or None if paper else None


def _came(paper: MattersPaper | None) -> str | None:
    if paper is None:
        return None
    return f"{paper.meeting.came}人" if paper.meeting.attendees else f"约{paper.meeting.heads}人" if paper.meeting.heads else None


def _until(one: MatterRow) -> str:
    return long_date(one.promised_on) if one.promised_on else ""

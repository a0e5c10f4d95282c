"""Papers of the standing joint meeting: 通知, 纪要, 趋势研判表."""

from dataclasses import dataclass
from typing import Any

from desk.api import hall_time
from desk.api.calendar import month_title
from desk.api.db import UnitOfWork
from desk.api.documents import (
    FORM,
    FORM_MARGINS,
    OFFICIAL,
    Align,
    Column,
    DataTable,
    Document,
    Field,
    FieldTable,
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
from desk.api.meetings import GatheringRow, get_gathering
from plugins.mediation.documents.parts import SEAL
from plugins.mediation.trend import MONTHS, Trend, read_trend

_PAGE = PageSetup(margins=FORM_MARGINS)
_WIDE = PageSetup(landscape=True, margins=FORM_MARGINS)
_WIDTHS = (2.2, 3.8, 2.2, 3.8)
_STATES = {"came": "到会", "excused": "请假", "absent": "缺席"}


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """A joint meeting with the trend it judges."""

    committee: str
    meeting: GatheringRow
    trend: Trend


def load(uow: UnitOfWork, gathering_id: int) -> MeetingPaper:
    """One meeting."""
    one = get_gathering(uow, gathering_id)
    return MeetingPaper(uow.community.committee, one, read_trend(uow, hall_time(one.starts_at).date()))


def notice(paper: MeetingPaper | None) -> Document:
    """联席会议通知, one sheet that names every department."""
    one = paper.meeting if paper else None
    called = "、".join(who.unit or who.name for who in one.attendees) if one else None
    return Document("mediation.joint_notice", "矛盾纠纷调解联席会议通知", (
        Title("矛盾纠纷调解联席会议通知"), Paragraph((Field(called, 20), ":"), indent=0),
        Paragraph(("兹定于", Field(moment_text(hall_time(one.starts_at)) if one else None, 10), "在",
                   Field((one.place or None) if one else None, 8), "召开矛盾纠纷调解联席会议。请派员参加,并准备本部门掌握的情况。")),
        Paragraph(("议程:", Field((one.agenda or None) if one else None, 20))),
        SignatureBlock(unit=paper.committee if paper else "", seal=SEAL, date=None)), style=OFFICIAL,
        author=paper.committee if paper else "")


def minutes(paper: MeetingPaper | None) -> Document:
    """联席会议纪要: who came, opinions, how things are judged, tasks."""
    one = paper.meeting if paper else None
    tasks = "\n".join(f"{place}、{item.text}({'，'.join(filter(None, (item.who, long_date(item.due_on) if item.due_on else '')))})"
                      for place, item in enumerate(one.decisions, 1)) if one else None
    said = {who: text for who, text in one.points} if one else {}
    rows = tuple((who.unit or who.name, who.name if who.unit != who.name else "", _STATES.get(who.state, ""),
                  said.get(who.unit or who.name, "")) for who in one.attendees) if one else ()
    rows += tuple((who, "", "", text) for who, text in said.items() if who not in {row[0] for row in rows})
    return Document("mediation.joint_minutes", "矛盾纠纷调解联席会议纪要", (
        Title("矛盾纠纷调解联席会议纪要"), FieldTable((
            _pair("会议时间", moment_text(hall_time(one.starts_at)) if one else None, "地点", one and one.place),
            _pair("主持人", one and one.host, "记录人", one and one.recorder), _wide("议程", one and one.agenda, 2)), _WIDTHS),
        DataTable((Column("部门", 1.8), Column("人员", 1), Column("到会", 0.8), Column("意见", 4.6, Align.LEFT)), rows, min_rows=4,
                  size=10.5),
        FieldTable((_wide("分析研判", one and one.agreed, 3), _wide("预防重点", one and one.open_points, 2),
                    _wide("任务分工", tasks, 3)), _WIDTHS),
        SignatureBlock((SignatureLine("主持人(签名)"), SignatureLine("记录人(签名)")), unit=paper.committee if paper else "",
                       date=None)), page=_PAGE, style=FORM, author=paper.committee if paper else "")


def trend(paper: MeetingPaper | None) -> Document:
    """矛盾纠纷趋势研判表: six months by class, what stands, and how the meeting judges it."""
    months = [f"{month % 100}月" for month in paper.trend.months] if paper else ["    月"] * MONTHS
    rows = tuple((row.title, *map(str, row.counts), str(row.total), f"{row.change:+}", str(row.open))
                 for row in paper.trend.rows) if paper else ()
    head = f"{paper.committee}  截至{month_title(paper.trend.months[-1])}" if paper else "　　　　年　　月"
    one = paper.meeting if paper else None
    return Document("mediation.joint_trend", "矛盾纠纷趋势研判表", (
        Title("矛盾纠纷趋势研判表"), Paragraph(head, indent=0, space_after=2),
        DataTable((Column("类别", 1.8), *(Column(month, 1) for month in months), Column("合计", 1), Column("环比", 1),
                   Column("在册隐患", 1.2)), rows, min_rows=7, size=10.5),
        FieldTable((_wide("分析研判", one and one.agreed, 3), _wide("预防重点", one and one.open_points, 2)), _WIDTHS),
        SignatureBlock((SignatureLine("制表人(签名)"), SignatureLine("审核人(签名)")), date="", columns=2, wide=True)),
        page=_WIDE, style=FORM, author=paper.committee if paper else "")


def _pair(first: str, one: Any, second: str, other: Any) -> tuple[Any, ...]:
    return (label(first), value(one or None), label(second), value(other or None))


def _wide(title: str, text: Any, lines: int) -> tuple[Any, ...]:
    return (label(title), value(text or None, span=3, lines=lines))

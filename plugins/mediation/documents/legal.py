"""Papers of the legal side: duty sheet, tours of the mobile stop, lecture sign-in, ways of law, invitation, house rules."""

from collections.abc import Callable
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
    Note,
    NumberedClauses,
    NumberLine,
    PageNumber,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    long_date,
    moment_span,
    value,
)
from plugins.mediation.documents.data_file import PlanPaper
from plugins.mediation.documents.parts import SEAL, names
from plugins.mediation.grounds import TOLD_HOW, titled
from plugins.mediation.house_rules import SHEETS
from plugins.mediation.legal_kinds import LINES, WAYS, way_title
from plugins.mediation.models import Lecture, LegalReferral
from plugins.mediation.queries import get_file
from plugins.mediation.queries_legal import read_legal_month
from plugins.mediation.settings import setting

Sheet = dict[str, Any]
_PAGE = PageSetup(margins=FORM_MARGINS)
_WEEKDAYS = "一二三四五六日"


def load_month(uow: UnitOfWork, month: int) -> Sheet:
    """A month of the legal desk."""
    found = read_legal_month(uow, month)
    return {"committee": uow.community.committee, "month": month_title(month),
            "duties": [(_day(one.day), one.slot or "全天", one.who, one.deputy, one.phone, one.note) for one in found.duties],
            "stops": [(_day(one.due_on), one.title.removesuffix("流动法律服务站"), one.who, "") for one in found.stops]}


def duty_sheet(sheet: Sheet | None) -> Document:
    """值班律师排班表, for the wall of the legal desk."""
    return _month_table("mediation.duty_sheet", "值班律师排班表", sheet, "duties", (
        Column("日期", 2), Column("时段", 0.8), Column("值班律师", 1.8), Column("替班", 1.8), Column("联系电话", 1.8),
        Column("备注", 1.2)), "法律咨询不收取费用。来访人可以预约值班律师。")


def stop_sheet(sheet: Sheet | None) -> Document:
    """流动法律服务站巡回安排表."""
    return _month_table("mediation.stop_sheet", "流动法律服务站巡回安排表", sheet, "stops", (
        Column("日期", 2), Column("停靠地点", 3, Align.LEFT), Column("调解员、法律工作者", 2.6), Column("备注", 1.6)),
        "可以就近咨询法律问题、申请人民调解,不收取费用。")


def _month_table(kind: str, title: str, sheet: Sheet | None, rows: str, columns: tuple[Column, ...], note: str) -> Document:
    head = f"{_unit(sheet)}  {sheet['month']}" if sheet else "　　　　年　　月"
    return Document(kind, title, (
        Title(title), Paragraph(head, indent=0, space_after=2),
        DataTable(columns, tuple(sheet[rows]) if sheet else (), min_rows=10, size=10.5), Note(note),
        SignatureBlock(unit=_unit(sheet), seal=SEAL, date=None)), page=_PAGE, style=FORM, author=_unit(sheet))


def load_lecture(uow: UnitOfWork, lecture_id: int) -> Sheet:
    """A lecture."""
    row = uow.get(Lecture, lecture_id)
    return {"committee": uow.community.committee, "on": long_date(row.on_date), "topic": row.topic,
            "line": dict(LINES).get(row.line, ""), "speaker": row.speaker, "place": row.place, "audience": row.audience,
            "heads": f"{row.heads}人" if row.heads is not None else "", "note": row.note}


def lecture(sheet: Sheet | None) -> Document:
    """法治讲座登记(签到)表: what it was, and lines to sign on."""
    rows = (_pair("讲座主题", _said(sheet, "topic"), "所属工作", _said(sheet, "line")),
            _pair("时间", _said(sheet, "on"), "地点", _said(sheet, "place")),
            _pair("主讲人", _said(sheet, "speaker"), "参加人员", _said(sheet, "audience")),
            _pair("到场人数", _said(sheet, "heads"), "备注", _said(sheet, "note")))
    return Document("mediation.lecture_sheet", "法治讲座登记（签到）表", (
        Title("法治讲座登记（签到）表"), FieldTable(rows, (2.2, 3.8, 2.2, 3.8)),
        DataTable((Column("序号", 0.6), Column("签名", 2), Column("序号", 0.6), Column("签名", 2), Column("序号", 0.6),
                   Column("签名", 2)), tuple((str(line), "", str(line + 14), "", str(line + 28), "") for line in range(1, 15)),
                  size=12, row_height=9), SignatureBlock((SignatureLine("登记人(签名)"),), date=None)),
        page=_PAGE, style=FORM, author=_unit(sheet))


def load_referral(uow: UnitOfWork, referral_id: int) -> Sheet:
    """A way of law that a party was shown."""
    row = uow.get(LegalReferral, referral_id)
    file = get_file(uow, row.dispute_id)
    return {"committee": uow.community.committee, "number": file.case.number, "title": file.case.title, "party": row.party,
            "way": row.way, "way_title": way_title(row.way), "office": row.office, "on": long_date(row.on_date),
            "how": titled(TOLD_HOW, row.how), "reason": row.reason}


def legal_ways(sheet: Sheet | None) -> Document:
    """法律途径告知书: every way there is, the one that fits named; signed by the party."""
    told = Paragraph(("你与对方当事人之间的纠纷(", Field(_said(sheet, "title"), 14), ")经人民调解委员会调解,",
                      Field(_said(sheet, "reason"), 10, final="未能解决"), "。现告知你可以通过下列途径维护自己的权利:"))
    fit = Paragraph(("根据纠纷情况,建议你优先选择:", Field(_said(sheet, "way_title"), 10), "。"))
    return Document("mediation.legal_ways", "法律途径告知书", (
        Title("法律途径告知书"), NumberLine(_said(sheet, "number")), Paragraph((Field(_said(sheet, "party"), 8), ":"), indent=0),
        told, NumberedClauses(tuple(f"{one.title}:{one.text}" for one in WAYS)), fit,
        SignatureBlock((SignatureLine("被告知人(签名)"),), unit=_unit(sheet), seal=SEAL, date=_said(sheet, "on"))),
        page=_PAGE, style=FORM, author=_unit(sheet))


def referral_letter(sheet: Sheet | None) -> Document:
    """引导法律途径转介函, to the court, the arbitration or the legal aid."""
    return Document("mediation.legal_referral_letter", "引导法律途径转介函", (
        Title("引导法律途径转介函"), NumberLine(_said(sheet, "number")),
        Paragraph((Field(_said(sheet, "office"), 12), ":"), indent=0),
        Paragraph((Field(_said(sheet, "title"), 14), "经我委员会调解,", Field(_said(sheet, "reason"), 10, final="未能解决"),
                   "。我委员会于", Field(_said(sheet, "on"), 8), "告知当事人", Field(_said(sheet, "party"), 8), "可以",
                   Field(_said(sheet, "way_title"), 8), "。现转介该当事人前往贵处,请予接待并依法办理。")),
        Paragraph("特此函告。"), SignatureBlock(unit=_unit(sheet), seal=SEAL, date=_said(sheet, "on"))),
        style=OFFICIAL, author=_unit(sheet))


def invitation(paper: PlanPaper | None) -> Document:
    """邀请法律工作者参加调解函 (诉调对接): who is asked to come when and where, to what kind of dispute."""
    case = paper.case if paper else None
    when = moment_span(hall_time(paper.start), hall_time(paper.end)) if paper else None
    return Document("mediation.legal_invitation", "邀请法律工作者参加调解函", (
        Title("邀请法律工作者参加调解函"), NumberLine((case.number or None) if case else None),
        Paragraph((Field((paper.legal_worker or None) if paper else None, 8), ":"), indent=0),
        Paragraph(("我委员会受理的", Field(names(case) or None, 12), "之间的", Field(case.category if case else None, 8),
                   ",拟依法进行调解。现邀请你到场参加,就法律适用提出意见。")),
        Paragraph(("时间:", Field(when, 18))), Paragraph(("地点:", Field((paper.place or None) if paper else None, 18))),
        Paragraph(("人民调解员:", Field("、".join(paper.mediators) if paper else None, 12))),
        Paragraph(("联系电话:", Field((paper.contact or None) if paper else None, 12))),
        Paragraph("不能到场的,请提前告知原因,原因记入调解记录。调解内容请予保密。"),
        SignatureBlock(unit=case.committee if case else "", seal=SEAL, date=long_date(paper.on) if paper else None)),
        style=OFFICIAL, author=case.committee if case else "")


def _house(code: str) -> tuple[Callable[[UnitOfWork, int], Sheet], Callable[[Sheet | None], Document]]:
    shipped = next(one for one in SHEETS if one.code == code)

    def load(uow: UnitOfWork, _record_id: int) -> Sheet:
        lines = [line.strip() for line in str(setting(uow, shipped.key)).splitlines() if line.strip()]
        return {"committee": uow.community.committee, "lines": lines}

    def build(sheet: Sheet | None) -> Document:
        lines = sheet["lines"] if sheet else shipped.text.splitlines()
        return Document(f"mediation.house_{code}", shipped.title, (
            Title(shipped.title), NumberedClauses(tuple(lines)), SignatureBlock(unit=_unit(sheet), date=None)),
            page=PageSetup(numbers=PageNumber.NONE), style=OFFICIAL, author=_unit(sheet))

    return load, build


load_house_room, house_room = _house("room")
load_house_mediator, house_mediator = _house("mediator")
load_house_parties, house_parties = _house("parties")


def _day(day: Any) -> str:
    return f"{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"


def _pair(first: str, one: str | None, second: str, other: str | None) -> tuple[Any, ...]:
    return (label(first), value(one), label(second), value(other))


def _said(sheet: Sheet | None, name: str) -> str | None:
    return (sheet[name] or None) if sheet else None


def _unit(sheet: Sheet | None) -> str:
    return str(sheet["committee"]) if sheet else ""

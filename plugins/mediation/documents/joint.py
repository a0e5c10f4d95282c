"""Papers of the work with others: study, hand-over slips, letters to the court, copies of results, legal desk, bodies."""

from typing import Any

from desk.api import hall_time
from desk.api.calendar import month_title
from desk.api.cases import get_case
from desk.api.db import UnitOfWork
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
    Note,
    NumberLine,
    PageBreak,
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
from desk.api.visits import get_visit
from plugins.mediation.categories import category_title
from plugins.mediation.documents.parts import SEAL, paragraphs
from plugins.mediation.hazard_kinds import word
from plugins.mediation.joint_kinds import BODIES, CONSULT_KINDS, COURT_OUTCOMES, MEANS, REFERRALS
from plugins.mediation.models import CourtMatter, GridHandover, JointStudy, LegalConsult, ResultCopy
from plugins.mediation.queries_joint import list_bodies, shares

Sheet = dict[str, Any]
"""What a paper prints: texts ready for print, by the names its builder uses."""
_PAGE = PageSetup(margins=FORM_MARGINS)
_WIDTHS = (2.2, 3.8, 2.2, 3.8)


def load_study(uow: UnitOfWork, study_id: int) -> Sheet:
    """A joint study."""
    row = uow.get(JointStudy, study_id)
    case = get_case(uow, row.owner_id)
    units = [one | {"means": "、".join(word(MEANS, code) for code in one["means"].split()) if one["means"] else ""}
             for one in row.units]
    return {"committee": uow.community.committee, "matter": case.title, "number": case.number,
            "at": moment_text(hall_time(row.starts_at)), "place": row.place, "host": row.host, "question": row.question,
            "units": units, "analysis": row.analysis, "held": row.held, "plan": row.plan, "tasks": row.tasks}


def study_notice(sheet: Sheet | None) -> Document:
    """集中会诊通知: one sheet for each department."""
    blocks: list[Block] = []
    for unit in [one["unit"] for one in sheet["units"]] if sheet else [None]:
        blocks += [*([PageBreak()] if blocks else []), Title("集中会诊通知"), NumberLine(_said(sheet, "number")),
                   Paragraph((Field(unit, 12), ":"), indent=0),
                   Paragraph(("兹定于", Field(_said(sheet, "at"), 10), "在", Field(_said(sheet, "place"), 8),
                              "召开矛盾纠纷集中会诊,研究", Field(_said(sheet, "matter"), 14), "。请派员参加。")),
                   Paragraph(("会诊问题:", Field(_said(sheet, "question"), 20))),
                   SignatureBlock(unit=_unit(sheet), seal=SEAL, date=None)]
    return Document("mediation.study_notice", "集中会诊通知", tuple(blocks), style=OFFICIAL, author=_unit(sheet))


def study_minutes(sheet: Sheet | None) -> Document:
    """集中会诊纪要: who came, opinions by department and means, plan, tasks."""
    tasks = [f"{place}、{one['what']}({one['who']},{one['due']})" for place, one in enumerate(sheet["tasks"], 1)] if sheet else []
    rows = (
        _pair("会诊时间", _said(sheet, "at"), "地点", _said(sheet, "place")), _pair("主持人", _said(sheet, "host"), "事项编号",
                                                                                 _said(sheet, "number")),
        _wide("会诊事项", _said(sheet, "matter"), 1), _wide("会诊问题", _said(sheet, "question"), 2))
    opinions = tuple((one["unit"], one["person"], ("到会" if one["came"] else "未到会") if sheet["held"] else "", one["means"], one["opinion"])
                     for one in sheet["units"]) if sheet else ()
    after = (_wide("分析研判", _said(sheet, "analysis"), 3), _wide("化解方案", _said(sheet, "plan"), 4),
             _wide("任务分工", "\n".join(tasks) or None, 3))
    return Document("mediation.study_minutes", "集中会诊纪要", (
        Title("集中会诊纪要"), FieldTable(rows, _WIDTHS),
        DataTable((Column("部门", 1.6), Column("人员", 1), Column("到会", 0.8), Column("手段", 1.2),
                   Column("意见", 4, Align.LEFT)), opinions, min_rows=4, size=10.5), FieldTable(after, _WIDTHS),
        SignatureBlock((SignatureLine("主持人(签名)"), SignatureLine("记录人(签名)")), unit=_unit(sheet), date=None)),
        page=_PAGE, style=FORM, author=_unit(sheet))


def load_handover(uow: UnitOfWork, handover_id: int) -> Sheet:
    """A slip between the grid and the room."""
    row = uow.get(GridHandover, handover_id)
    line = get_case(uow, row.hazard_id) if row.hazard_id else None
    number = line.number if line else ""
    return {"state": line.state_title if line else "",
            "committee": uow.community.committee, "event": row.event, "on": long_date(row.on_date), "grid": row.grid,
            "worker": "".join(filter(None, (row.worker, f"({row.phone})" if row.phone else ""))),
            "category": category_title(row.category), "text": row.text, "until": long_date(row.until) if row.until else "",
            "number": number, "reply": row.reply, "replied": long_date(row.replied_on) if row.replied_on else "",
            "way": "网格移交调解" if row.way == "in" else "调解移交网格"}


def handover(sheet: Sheet | None) -> Document:
    """网格事件与调解移交单, the answer on its lower half."""
    rows = (_pair("移交方向", _said(sheet, "way"), "移交时间", _said(sheet, "on")),
            _pair("事件编号", _said(sheet, "event"), "所属网格", _said(sheet, "grid")),
            _pair("网格员", _said(sheet, "worker"), "纠纷类型", _said(sheet, "category")),
            _wide("事件情况", _said(sheet, "text"), 6),
            _pair("登记编号", _said(sheet, "number"), "反馈期限", _said(sheet, "until")),
            _wide("办理结果反馈", _said(sheet, "reply"), 6), _wide("反馈时间", _said(sheet, "replied"), 1))
    return _form("mediation.handover_slip", "网格事件与调解移交单", sheet, rows, ("移交人(签名)", "接收人(签名)"))


def handover_return(sheet: Sheet | None) -> Document:
    """网格移交事项办理结果反馈单: what goes back to the grid, with a receipt to be signed there."""
    rows = (_pair("事件编号", _said(sheet, "event"), "所属网格", _said(sheet, "grid")),
            _pair("移交时间", _said(sheet, "on"), "登记编号", _said(sheet, "number")),
            _pair("办理状态", _said(sheet, "state"), "反馈时间", _said(sheet, "replied")),
            _wide("移交事项", _said(sheet, "text"), 3), _wide("办理结果", _said(sheet, "reply"), 5),
            _wide("网格签收意见", None, 3))
    return _form("mediation.handover_return", "网格移交事项办理结果反馈单", sheet, rows, ("反馈人(签名)", "网格签收人(签名)"))


def load_court(uow: UnitOfWork, matter_id: int) -> Sheet:
    """A matter of the court."""
    row = uow.get(CourtMatter, matter_id)
    return {"committee": uow.community.committee, "court": row.court, "number": row.number, "cause": row.cause,
            "sides": "、".join(filter(None, (row.plaintiff, row.defendant))), "received": long_date(row.received_on),
            "until": long_date(row.until) if row.until else "", "outcome": word(COURT_OUTCOMES, row.outcome),
            "result": row.result, "dispute": get_case(uow, row.dispute_id).number if row.dispute_id else ""}


def court_letter(sheet: Sheet | None) -> Document:
    """诉前委派(委托)调解接收函: the room takes the matter over."""
    return _court(sheet, "mediation.court_letter", "诉前委派（委托）调解接收函", (
        Paragraph(("贵院", Field(_said(sheet, "received"), 8), "委派(委托)的", Field(_said(sheet, "sides"), 12),
                   "之间的", Field(_said(sheet, "cause"), 8), "一案(案号:", Field(_said(sheet, "number"), 10),
                   "),我委员会予以接收并依法组织调解。")),
        Paragraph(("拟于", Field(_said(sheet, "until"), 8), "前办结,结果另行函复。"))))


def court_return(sheet: Sheet | None) -> Document:
    """诉前委派(委托)调解复函: what came of it."""
    return _court(sheet, "mediation.court_return", "诉前委派（委托）调解复函", (
        Paragraph(("贵院委派(委托)我委员会调解的", Field(_said(sheet, "sides"), 12), "之间的",
                   Field(_said(sheet, "cause"), 8), "一案(案号:", Field(_said(sheet, "number"), 10), "),调解结果为:",
                   Field(_said(sheet, "outcome"), 8), "。")),
        *(paragraphs(sheet["result"]) if sheet and sheet["result"] else (Paragraph((Field(None, 24),)),)),
        Paragraph("现将有关材料随函送还。")))


def _court(sheet: Sheet | None, kind: str, title: str, body: tuple[Block, ...]) -> Document:
    return Document(kind, title, (
        Title(title), NumberLine(_said(sheet, "dispute")), Paragraph((Field(_said(sheet, "court"), 10), ":"), indent=0), *body,
        Paragraph("特此函告。"), SignatureBlock(unit=_unit(sheet), seal=SEAL, date=None)), style=OFFICIAL, author=_unit(sheet))


def load_copy(uow: UnitOfWork, copy_id: int) -> Sheet:
    """A copy of a month's results, as it stood when it was made."""
    row = uow.get(ResultCopy, copy_id)
    return {"committee": uow.community.committee, "month": month_title(row.month), "to": row.addressees, "lines": row.lines,
            "made": long_date(row.made_on)}


def result_copy(sheet: Sheet | None) -> Document:
    """矛盾纠纷化解结果抄送单: numbers of cases and units only; how many in time."""
    lines = sheet["lines"] if sheet else []
    done = [one for one in lines if one["struck"]]
    in_time = sum(not one["late"] for one in done)
    total = (f"共{len(lines)}件,已化解销号{len(done)}件,其中按期{in_time}件,超期{sum(one['late'] for one in lines)}件。"
             if sheet else "共    件,已化解销号    件,其中按期    件,超期    件。")
    return Document("mediation.result_copy", "矛盾纠纷化解结果抄送单", (
        Title("矛盾纠纷化解结果抄送单"), Paragraph(("抄送:", Field(_said(sheet, "to"), 20)), indent=0),
        Paragraph(("统计月份:", Field(_said(sheet, "month"), 8)), indent=0),
        DataTable((Column("编号", 2.3), Column("类型", 2.3), Column("责任单位、责任人", 2.2), Column("期限", 1.5),
                   Column("结果", 1.3), Column("销号时间", 1.5), Column("超期", 0.8)),
                  tuple((one["number"], one["category"], one["unit"], one["limit"], one["outcome"], one["struck"],
                         "是" if one["late"] else "否") for one in lines), min_rows=8, size=9.5),
        Paragraph(total), Paragraph("责任单位、责任人办理情况", indent=0, bold=True, keep_with_next=True),
        DataTable((Column("责任单位、责任人", 2.6), Column("件数", 1), Column("销号", 1), Column("化解", 1), Column("化解率", 1.2),
                   Column("按期", 1), Column("按期率", 1.2)),
                  tuple((one.unit or "未定", str(one.lines), str(one.struck), str(one.settled), one.settled_share,
                         str(one.in_time), one.in_time_share) for one in shares(lines)), min_rows=3, size=10.5),
        Note("化解率、按期率以销号数为分母。本单只列编号和单位,不列当事人姓名。"),
        SignatureBlock(unit=_unit(sheet), seal=SEAL, date=sheet["made"] if sheet else None)),
        page=_PAGE, style=FORM, author=_unit(sheet))


def load_consult(uow: UnitOfWork, consult_id: int) -> Sheet:
    """A referral: the advice is not printed, it stays with the legal desk."""
    row = uow.get(LegalConsult, consult_id)
    return {"committee": uow.community.committee, "person": row.person or "(匿名)", "contact": row.contact,
            "kind": word(CONSULT_KINDS, row.kind), "question": row.question, "lawyer": row.lawyer,
            "to": row.referred_to or REFERRALS.get(row.outcome, ""), "on": long_date(row.on_date),
            "booked": long_date(row.booked_on) if row.booked_on else "", "reply": row.reply}


def referral(sheet: Sheet | None) -> Document:
    """公共法律服务转介单."""
    rows = (_pair("来访人", _said(sheet, "person"), "联系方式", _said(sheet, "contact")),
            _pair("接待时间", _said(sheet, "on"), "事项类别", _said(sheet, "kind")),
            _wide("咨询事项", _said(sheet, "question"), 5), _wide("转介单位", _said(sheet, "to"), 1),
            _wide("办理反馈", _said(sheet, "reply"), 4))
    return _form("mediation.referral", "公共法律服务转介单", sheet, rows, ("接待人(签名)", "来访人(签名)"))


def appointment(sheet: Sheet | None) -> Document:
    """值班律师预约单."""
    rows = (_pair("预约人", _said(sheet, "person"), "联系方式", _said(sheet, "contact")),
            _pair("预约日期", _said(sheet, "booked"), "值班律师", _said(sheet, "lawyer")),
            _wide("咨询事项", _said(sheet, "question"), 4))
    return _form("mediation.appointment_slip", "值班律师预约单", sheet, rows, ("接待人(签名)",))


def load_doorstep(uow: UnitOfWork, visit_id: int) -> Sheet:
    """Mediation at the door, out of the desk's visit."""
    row = get_visit(uow, visit_id)
    return {"committee": uow.community.committee, "at": moment_text(hall_time(row.visited_at)) if row.visited_at else "",
            "place": row.place, "area": row.area, "parties": row.met, "who": "、".join(row.visitors), "text": row.words,
            "result": row.handled, "settled": "当场化解" if row.solved else "未化解,已登记隐患台账"}


def doorstep(sheet: Sheet | None) -> Document:
    """门前店面调解登记单."""
    rows = (_pair("时间", _said(sheet, "at"), "地点", _said(sheet, "place")),
            _pair("所在区域", _said(sheet, "area"), "当事人", _said(sheet, "parties")),
            _pair("调解人员", _said(sheet, "who"), "去向", _said(sheet, "settled")),
            _wide("纠纷情况", _said(sheet, "text"), 4), _wide("调解情况", _said(sheet, "result"), 4))
    return _form("mediation.doorstep_slip", "门前店面调解登记单", sheet, rows, ("当事人(签名)", "调解人员(签名)"))


def load_bodies(uow: UnitOfWork, _body_id: int) -> Sheet:
    """Everybody who takes part in mediation."""
    return {"committee": uow.community.committee, "bodies": [
        (word(BODIES, one.kind), one.name, one.leader, one.members, one.contact, one.task) for one in list_bodies(uow)]}


def bodies(sheet: Sheet | None) -> Document:
    """综合性调解机制成员一览表, for the wall."""
    return Document("mediation.bodies_sheet", "综合性调解机制成员一览表", (
        Title("综合性调解机制成员一览表"), DataTable((
            Column("类别", 1.2), Column("名称", 2), Column("负责人", 1), Column("成员", 2.4, Align.LEFT), Column("联系方式", 1.5),
            Column("职责", 2.6, Align.LEFT)), tuple(sheet["bodies"]) if sheet else (), min_rows=6, size=10.5),
        SignatureBlock(unit=_unit(sheet), seal=SEAL, date=None)),
        page=PageSetup(landscape=True, margins=FORM_MARGINS), style=FORM, author=_unit(sheet))


def _form(kind: str, title: str, sheet: Sheet | None, rows: tuple[Any, ...], signers: tuple[str, ...]) -> Document:
    return Document(kind, title, (
        Title(title), FieldTable(rows, _WIDTHS),
        SignatureBlock(tuple(map(SignatureLine, signers)), unit=_unit(sheet), seal=SEAL, date=None)),
        page=_PAGE, style=FORM, author=_unit(sheet))


def _pair(first: str, one: str | None, second: str, other: str | None) -> tuple[Any, ...]:
    return (label(first), value(one), label(second), value(other))


def _wide(title: str, text: str | None, lines: int) -> tuple[Any, ...]:
    return (label(title), value(text, span=3, lines=lines))


def _said(sheet: Sheet | None, name: str) -> str | None:
    return (sheet[name] or None) if sheet else None


def _unit(sheet: Sheet | None) -> str:
    return str(sheet["committee"]) if sheet else ""

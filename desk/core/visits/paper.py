"""走访记录: one visit on a sheet, blank to take along, pre-filled, final."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date, moment_text
from desk.core.documents.model import (
    FORM,
    FORM_MARGINS,
    Document,
    FieldTable,
    Note,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.core.staff.queries import get_hall
from desk.core.visits.purposes import COMMON, find_finding, find_purpose
from desk.core.visits.queries import get_visit

KIND = "desk.visit_record"
WAYS = {"door": "上门", "phone": "电话", "online": "线上", "counter": "来访", "spot": "现场"}
_WIDTHS = (2.2, 4.0, 2.2, 4.0)
_SOLVED = {True: "已当场处理", False: "未能当场处理", None: ""}


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """What the record of a visit prints. at: None for a visit still to be made; found: official words."""

    hall: str
    purpose: str
    way: str
    at: datetime | None
    planned_on: date | None
    subject: str
    area: str
    met: str
    visitors: tuple[str, ...]
    found: tuple[str, ...]
    words: str
    handled: str
    solved: str
    follow_up: str


def load(uow: UnitOfWork, visit_id: int) -> VisitSheet:
    """Everything of one visit."""
    row = get_visit(uow, visit_id)
    follow = f"{long_date(row.follow_up_on)}前:{row.follow_up}" if row.follow_up_on else ""
    return VisitSheet(
        get_hall(uow).hall or get_hall(uow).name, find_purpose(row.purpose).paper, WAYS.get(row.way, row.way),
        hall_time(row.visited_at) if row.visited_at else None, row.planned_on, row.subject, row.area, row.met, row.visitors,
        tuple(find_finding(row.purpose, code).paper for code in row.findings), row.words, row.handled,
        _SOLVED[row.solved], follow)


def build(sheet: VisitSheet | None) -> Document:
    """The form; what is not known yet is left to be written."""
    def said(name: str) -> str | None:
        return (getattr(sheet, name) or None) if sheet else None

    when = (moment_text(sheet.at) if sheet.at else long_date(sheet.planned_on) if sheet.planned_on else None) if sheet else None
    found = "、".join(sheet.found) if sheet else "".join(f"□{one.paper}  " for one in COMMON).strip()
    handled = "\n".join(filter(None, (sheet.solved, sheet.handled))) if sheet else None
    rows = (
        (label("走访对象"), value(said("subject"), span=3)),
        (label("所在区域"), value(said("area")), label("接待人"), value(said("met"))),
        (label("走访事由"), value(said("purpose")), label("走访方式"), value(said("way"))),
        (label("走访时间"), value(when), label("走访人员"), value("、".join(sheet.visitors) if sheet else None)),
        (label("走访发现"), value(found or None, span=3, lines=2)),
        (label("具体情况"), value(said("words"), span=3, lines=8)),
        (label("处理情况"), value(handled or None, span=3, lines=5)),
        (label("后续跟进"), value(said("follow_up"), span=3, lines=3)),
    )
    unit = sheet.hall if sheet else ""
    return Document(KIND, "走访记录", (
        Title("走访记录"), FieldTable(rows, _WIDTHS),
        SignatureBlock((SignatureLine("走访人员(签名)"), SignatureLine("走访对象(签名)")), unit=unit, date=None),
        Note("走访应当说明来意、出示证件;只记录与走访事由有关的情况。")),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=unit)

"""Hours for an outside volunteer system: each entry goes once, with the elements of MZ/T 061 (rules 3.7, LIKELY).

Only of volunteers who agreed to the handing over (67号令: transfer with consent). The standard's exact element names could not
be read; the usual ones stand in the heading, and the outside system's own form decides what it takes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.exchange import ExportColumn, ExportTable
from desk.api.people import KINDS, get_person, reveal
from desk.api.timesheets import TimeEntry
from plugins.volunteer.kinds import ACTIVITY, HOURS, SERVICES, SKILLS, VOLUNTEER, title_of
from plugins.volunteer.models import Activity, HandOver, HandOverLine, Volunteer
from plugins.volunteer.service.hours import kind_of_source

_ = translator("volunteer")
HAND_OVER = "volunteer.hand_over"
SEXES = {"1": "男", "2": "女"}
STATES = {"active": "正常", "paused": "暂停", "left": "退出", "family": "家庭记录"}
VOLUNTEER_COLUMNS = ("志愿者编号", "姓名", "证件类型", "证件号码", "性别", "出生日期", "居住区域", "手机", "专业技能",
                     "意向服务类别", "可服务时间", "紧急联系人", "注册时间", "状态")
HOUR_COLUMNS = ("交换编号", "志愿者编号", "姓名", "证件类型", "证件号码", "活动名称", "服务类别", "活动组织单位", "服务日期",
                "服务地点", "活动负责人", "服务时长(小时)", "记录性质", "结果", "说明")


@dataclass(frozen=True, slots=True)
class HandOverDraft:
    """To which system, hours of which days."""

    system: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class HandOverFiles:
    """The two tables of a hand-over."""

    hours: ExportTable
    volunteers: ExportTable


@verb("volunteer.hand_over", permission=HOURS)
def hand_over(uow: UnitOfWork, draft: HandOverDraft) -> int:
    """Choose what this system does not have yet; answers the hand-over's id. Raises UserError when there is nothing."""
    system, last = clean(draft.system, limit=80), draft.last or uow.clock.today()
    first = draft.first or last.replace(month=1, day=1)
    fields = {}
    if not system:
        fields["system"] = _("Say which system it is for.")
    if last < first:
        fields["last"] = _("The end lies before the beginning.")
    refuse_marked(fields)
    agreed = {one.id for one in uow.session.scalars(select(Volunteer)) if "share" in one.consents}
    entries = [one for one in uow.session.scalars(_open_entries(system, first, last)) if one.holder_id in agreed]
    if not entries:
        raise UserError(_("Nothing of this time is left to hand over."), field="first",
                        todo=_("Only hours of volunteers who agreed to it go out, and each only once."))
    made = uow.add(HandOver(system=system, day=uow.clock.today(), first=first, last=last, lines=len(entries)))
    refused = _refused(uow, system)
    uow.session.add_all([HandOverLine(hand_over_id=made.id, entry_id=one.id, volunteer_id=one.holder_id, system=system,
                                      attempt=1 + refused.get(one.id, 0), code=f"JH{made.id}-{one.id}",
                                      minutes=one.minutes) for one in entries])
    uow.trace("volunteer.hand_over", HAND_OVER, made.id, lines=len(entries), system=system)
    return int(made.id)


@verb("volunteer.read_hand_over", permission=HOURS)
def read_hand_over(uow: UnitOfWork, hand_over_id: int) -> HandOverFiles:
    """The tables to be written into files; whole identity numbers are read for it, which the trail keeps."""
    found = uow.get(HandOver, hand_over_id)
    lines = uow.session.scalars(select(HandOverLine).where(HandOverLine.hand_over_id == found.id)
                                .order_by(HandOverLine.id)).all()
    people = {one: _person(uow, uow.get(Volunteer, one), found.system) for one in sorted({line.volunteer_id for line in lines})}
    entries = {one.id: one for one in uow.session.scalars(select(TimeEntry).where(
        TimeEntry.id.in_(select(HandOverLine.entry_id).where(HandOverLine.hand_over_id == found.id))))}
    hours = [_hours(uow, line, entries[line.entry_id], people[line.volunteer_id]) for line in lines]
    notes = (f"{uow.community.name} → {found.system} {found.first} – {found.last}",)
    return HandOverFiles(_table("志愿服务记录", HOUR_COLUMNS, hours, notes),
                         _table("志愿者", VOLUNTEER_COLUMNS, [tuple(people[one].values()) for one in people], notes))


def _open_entries(system: str, first: date, last: date) -> Any:
    """Entries of the period that this system has not been sent, or has refused."""
    had = select(HandOverLine.entry_id).where(HandOverLine.system == system, HandOverLine.state != "refused")
    return select(TimeEntry).where(TimeEntry.holder_kind == VOLUNTEER, TimeEntry.day.between(first, last),
                                   TimeEntry.id.not_in(had)).order_by(TimeEntry.id)


def _refused(uow: UnitOfWork, system: str) -> dict[int, int]:
    """How often this system has refused an entry. Two seats that hand the same over at once meet at the unique attempt."""
    rows: Any = uow.session.execute(select(HandOverLine.entry_id, func.count(HandOverLine.id)).where(
        HandOverLine.system == system, HandOverLine.state == "refused").group_by(HandOverLine.entry_id))
    return dict(rows.all())


def _person(uow: UnitOfWork, who: Volunteer, system: str) -> dict[str, str]:
    person = get_person(uow, who.person_id)
    whole = reveal(uow, who.person_id, f"志愿服务数据交换:{system}")
    paper = person.papers[0] if person.papers else None
    kind = KINDS.get(paper.kind) if paper else None
    said = (who.number, person.name, kind.title if kind else "", whole["papers"].get(paper.id, "") if paper else "",
            SEXES.get(person.sex, ""), person.birth, person.address, next(iter(whole["phones"].values()), ""),
            "、".join(_(title_of(SKILLS, one)) for one in who.skills.split(",") if one), who.wishes, who.times, who.emergency,
            f"{who.joined_on}", STATES[who.state])
    return dict(zip(VOLUNTEER_COLUMNS, said, strict=True))


def _hours(uow: UnitOfWork, line: HandOverLine, entry: TimeEntry, person: dict[str, str]) -> tuple[str, ...]:
    kind, title = kind_of_source(uow, entry.source_kind, entry.source_id)
    activity = uow.get(Activity, entry.source_id) if entry.source_kind == ACTIVITY else None
    said = (title, _(title_of(SERVICES, kind)), uow.community.name, f"{entry.day}", activity.place if activity else "",
            activity.responsible if activity else "", f"{entry.minutes / 60:.2f}",
            "更正" if entry.kind == "correction" else "服务", "", "")
    return (line.code, *(person[name] for name in ("志愿者编号", "姓名", "证件类型", "证件号码")), *said)


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]], notes: tuple[str, ...]) -> ExportTable:
    return ExportTable(title, tuple(ExportColumn(name, 16) for name in columns), rows, notes)

"""One case as a record of GB/T 31000-2015 (矛盾纠纷排查化解), for grid platforms: element names agree in three systems.

化解方式 codes could not be confirmed: they stand in a setting that is empty by default, and so does the element.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import hall_time
from desk.api.cases import list_clocks
from desk.api.db import UnitOfWork, verb
from desk.api.people import KINDS, get_person, reveal
from plugins.mediation.kinds import DISPUTE, READ, limit_of
from plugins.mediation.models import ReturnVisit, Session
from plugins.mediation.queries import CaseFile, PartyRow, get_file
from plugins.mediation.settings import setting

LONGEST = 2000
#: older event classes 00–24 (LIKELY): our category → class
EVENT_CLASSES = {
    "marriage_family": "16", "neighbour": "17", "homestead": "12", "contract": "14", "business": "14", "damages": "24",
    "forest_land": "04", "relocation": "02", "environment": "05", "migrant_wages": "08", "labour": "08", "tourism": "13",
    "e_commerce": "13", "consumer": "13", "medical": "09", "traffic": "10", "estate_service": "12", "other": "00",
}
_SETTLED = ("performing", "performed", "unperformed")


@dataclass(frozen=True, slots=True)
class Source:
    """What the elements are taken from. number, paper: of the first applicant, read for this export and traced. until: the last
    day to settle it; what runs now (an instalment, a visit) is no limit of settling.
    """

    file: CaseFile
    first: PartyRow
    ways: tuple[str, ...]
    visit: ReturnVisit | None
    paper: str
    number: str
    committee: str
    way_codes: dict[str, str]
    until: date | None = None


def _day(day: Any) -> str:
    return day.strftime("%Y%m%d") if day else ""


def _settled(source: Source) -> str:
    if source.file.in_force or source.file.case.state in _SETTLED:
        return "1"
    return "0" if source.file.dispute.ended_ground else ""


def _result(source: Source) -> str:
    clauses = [text for one in source.file.in_force for text in one.clauses]
    return "\n".join([*clauses, source.file.dispute.ended_reason]).strip()[:LONGEST]


def _way(source: Source) -> str:
    return next((source.way_codes[way] for way in source.ways if way in source.way_codes), "")


ELEMENTS: tuple[tuple[str, Callable[[Source], str]], ...] = (
    ("事件名称", lambda one: one.file.case.title),
    ("发生日期", lambda one: _day(one.file.dispute.happened_on or one.file.dispute.applied_on)),
    ("发生地点", lambda one: one.file.dispute.place),
    ("事件规模", lambda one: one.file.dispute.scale),
    ("事件类别", lambda one: EVENT_CLASSES.get(one.file.dispute.category, "00")),
    ("涉及人数", lambda one: str(sum(party.kind == "person" for party in one.file.parties))),
    ("涉及单位", lambda one: "、".join(party.name for party in one.file.parties if party.kind == "organisation")),
    ("事件简述", lambda one: one.file.dispute.summary[:LONGEST]),
    ("主要当事人证件代码", lambda one: one.paper),
    ("主要当事人证件号码", lambda one: one.number),
    ("主要当事人姓名", lambda one: one.first.name),
    ("主要当事人性别", lambda one: one.first.sex),
    ("主要当事人民族", lambda one: one.first.ethnic),
    ("主要当事人学历", lambda _one: ""),
    ("主要当事人人员类别", lambda _one: ""),
    ("主要当事人居住详址", lambda one: one.first.address),
    ("化解时限", lambda one: _day(one.until)),
    ("化解方式", _way),
    ("化解组织", lambda one: one.committee),
    ("化解责任人姓名", lambda one: next(iter(one.file.dispute.mediators), "")),
    ("化解责任人联系方式", lambda _one: ""),
    ("化解是否成功", _settled),
    ("化解情况", _result),
    ("考评日期", lambda one: _day(one.visit.visited_on if one.visit else None)),
    ("考评意见", lambda one: one.visit.findings[:LONGEST] if one.visit else ""),
    ("经度", lambda _one: ""),
    ("纬度", lambda _one: ""),
)


@verb("mediation.export_case", permission=READ)
def export_case(uow: UnitOfWork, dispute_id: int) -> dict[str, str]:
    """The case as element → value, in the standard's order; the export is traced, and so is reading the paper's number."""
    file = get_file(uow, dispute_id)
    first = file.parties[0]
    paper, number = _paper(uow, first)
    visit = uow.session.scalars(select(ReturnVisit).where(ReturnVisit.dispute_id == dispute_id)
                                .order_by(ReturnVisit.visited_on.desc()).limit(1)).one_or_none()
    newest_first = select(Session.way).where(Session.dispute_id == dispute_id).order_by(Session.number.desc())
    ways = tuple(uow.session.scalars(newest_first))
    committee = uow.community.committee or f"{uow.community.name}人民调解委员会"
    source = Source(file, first, ways, visit, paper, number, committee, way_codes(str(setting(uow, "way_codes"))),
                    _limit(uow, file))
    uow.trace("mediation.export_case", DISPUTE, dispute_id, on=f"{hall_time(uow.clock.now()):%Y-%m-%d}")
    return {name: read(source) for name, read in ELEMENTS}


def _limit(uow: UnitOfWork, file: CaseFile) -> date | None:
    """The end of the newest deadline for settling it, running or stopped; None before the acceptance."""
    code = limit_of(file.dispute.category)
    return next((one.last_day for one in reversed(list_clocks(uow, file.case.id)) if one.code == code), None)


def way_codes(text: str) -> dict[str, str]:
    """The setting "consultation=01;law=02;virtue=03" as a table; empty by default."""
    pairs = (part.partition("=") for part in text.replace("\uff1b", ";").split(";"))
    return {way.strip(): code.strip() for way, _equals, code in pairs if code.strip()}


def _paper(uow: UnitOfWork, party: PartyRow) -> tuple[str, str]:
    """Code (GA/T 517) and whole number of the first identity paper of a registered person, else the unit's code."""
    if party.kind == "organisation":
        return "", party.credit_code
    if not party.person_id:
        return "", ""
    card = get_person(uow, party.person_id)
    if not card.papers:
        return "", ""
    kind = KINDS.get(card.papers[0].kind)
    number = reveal(uow, party.person_id, "GB/T 31000 矛盾纠纷数据交换")["papers"].get(card.papers[0].id, "")
    return (kind.code if kind else "999"), number

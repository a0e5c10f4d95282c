"""Practice data of the hazard ledger's months: rounds walked, lines found and struck off, one carried over. Invented."""

from datetime import date, datetime, time, timedelta

from desk.api import HALL_ZONE
from desk.api.db import UnitOfWork
from desk.api.organisations import find_organisations
from desk.api.places import list_areas
from plugins.mediation.drafts.hazard import (
    FindingDraft,
    HazardDraft,
    PatrolDraft,
    ReleaseDraft,
    ResponsibilityDraft,
    StrikeDraft,
    VerdictDraft,
)
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.models import Hazard
from plugins.mediation.queries_hazard import list_found
from plugins.mediation.service.hazards import decide_strike, propose_strike, save_hazard
from plugins.mediation.service.patrols import save_patrol
from plugins.mediation.service.responsibilities import release, save_responsibility

MONTHS = 5
TEAM = ("何苗", "网格员小吕")
FOUND = (
    ("neighbour", "general", "楼道堆物影响通行", "consultation"), ("estate_service", "greater", "电梯停运引起业主不满", "law"),
    ("marriage_family", "general", "婆媳因带孩子争执", "virtue"), ("labour", "major", "商铺歇业拖欠店员工资", "law"),
    ("homestead", "greater", "两户因院墙界址争执", "consultation"), ("consumer", "general", "理发卡退费争执", "consultation"))


def fill_ledger(uow: UnitOfWork) -> None:
    """Call after areas, organisations and staff are there."""
    grids = [one.id for one in list_areas(uow, kinds=("grid",))]
    units = [one.id for word in ("物业", "派出所", "司法") for one in find_organisations(uow, word, limit=1)]
    if not grids:
        return
    first = uow.clock.today().replace(day=1)
    for back in range(MONTHS, 0, -1):
        month = (first - timedelta(days=31 * back - 15)).replace(day=1)
        _round(uow, month, grids, back)
        for place in range(2 + back % 3):
            _line(uow, month + timedelta(days=3 + place * 6), place + back, units, carried=back == 1 and place == 0)


def _round(uow: UnitOfWork, month: date, grids: list[int], back: int) -> None:
    """All grids but one are walked, every other month the last one too."""
    for place, grid in enumerate(grids if back % 2 else grids[:-1]):
        day = month + timedelta(days=7 + place)
        quarrel = FindingDraft("装修时间引起口角", parties="楼上楼下两户", solved=True, how="约定午休不施工")
        findings = (quarrel,) if place % 2 else ()
        patrol = save_patrol(uow, PatrolDraft(grid, datetime.combine(day, time(15), HALL_ZONE), TEAM, 30 + place * 4,
                                              41 + place * 5, "入户走访，了解邻里关系。", findings))
        assert len(list_found(uow, patrol)) == len(findings)


def _line(uow: UnitOfWork, day: date, place: int, units: list[int], *, carried: bool) -> None:
    """A line found on `day` and struck off, somebody answering for the graver ones; `carried` stays open."""
    category, level, words, way = FOUND[place % len(FOUND)]
    unit = units[place % len(units)] if units else None
    line = save_hazard(uow, HazardDraft(category, words, day, source="resident" if place % 2 else "grid", level=level,
                                        parties="有关住户", place="翠湖花园", unit_id=unit, person="沈建国"))
    if carried:
        return
    end = day + timedelta(days=4 + place * 3 % 11)
    propose_strike(uow, StrikeDraft(line, "settled" if place % 5 else "legal", "双方已和解，回访无反复", end, way, "回访记录"))
    uow.get(Hazard, line).proposed_by = "网格员小吕"
    decide_strike(uow, VerdictDraft(line, on=end))
    if level != "general":
        sheet = save_responsibility(uow, ResponsibilityDraft(HAZARD, line, "赵敏", day + timedelta(days=9), post="社区书记",
                                                             unit_id=unit, person="沈建国", since=day))
        release(uow, ReleaseDraft(sheet, "settled", "双方已和解", end))

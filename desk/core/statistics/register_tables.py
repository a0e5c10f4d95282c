"""The tables of the core's own registers (catalogue 1–3): residents, ages, household files, units, load of grids."""

from typing import Any

from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.people.codes import SEXES, TENURES
from desk.core.statistics.declared import Base, ChartSpec, Figure, IndicatorTable, Ratio, Scope, Source, Split

ROOM = "desk.core.statistics.registers"
READ = "desk.people.read"


def _source(name: str, one: str, entry: str, record: str) -> Source:
    return Source(f"desk.{name}", f"{ROOM}:{name}", f"{ROOM}:{one}_lines", entry, record, large=True)


RESIDENTS = _source("residents", "resident", "people.person", "person")
HOUSEHOLDS = _source("households", "household", "people.household", "household")
ORGANISATIONS = _source("organisations", "organisation", "organisations.card", "organisation")
PLACES = _source("places", "place", "places.area", "area")
BY_GRID = Split("grid", "网格", f"{ROOM}:grids", other="未划入网格")


def _here(**wanted: Any) -> dict[str, Any]:
    return {"here": True, **wanted}


def _people(code: str, title: str, **wanted: Any) -> Figure:
    return Figure(code, title, RESIDENTS, where=_here(**wanted), unit="人")


def _flow(code: str, title: str, when: str) -> Figure:
    return Figure(code, title, RESIDENTS, when=when, unit="人")


def _files(code: str, title: str, **wanted: Any) -> Figure:
    return Figure(code, title, HOUSEHOLDS, where=wanted, unit="户")


def _units(code: str, title: str, **wanted: Any) -> Figure:
    return Figure(code, title, ORGANISATIONS, where=_here(**wanted), unit="个")


def is_rented(fact: Any, _scope: Scope) -> bool:
    """Let, privately or by the public."""
    return fact.tenure in ("rented", "public")


ALL_PEOPLE, FILES = _people("people", "在册居民"), _files("files", "已建档")
DOORS = Figure("doors", "登记门户", PLACES, where=_here(kind="room"), unit="户")
UNITS = Figure("units", "驻区单位", ORGANISATIONS, where=_here(), unit="个")

TABLES = (
    IndicatorTable(
        "desk.residents", "居民情况统计表", (
            ALL_PEOPLE, _people("permanent", "常住", kind="permanent"), _people("floating", "流动", kind="floating"),
            _people("male", "男", sex="1"), _people("female", "女", sex="2"),
            _people("child", "18岁以下", band=("0-6", "7-17")), _people("old", "60岁以上", band=("60-79", "80+")),
            _flow("came", "本期迁入", "came_on"), _flow("left", "本期迁出", "left_on"), _flow("died", "本期死亡", "died_on")),
        by=BY_GRID, permission=READ, chart=ChartSpec(("permanent", "floating"))),
    IndicatorTable(
        "desk.ages", "居民年龄统计表", (ALL_PEOPLE,),
        by=Split("band", "年龄", (("0-6", "0—6岁"), ("7-17", "7—17岁"), ("18-59", "18—59岁"), ("60-79", "60—79岁"),
                                ("80+", "80岁以上")), other="出生日期不详"),
        across=Split("sex", "性别", tuple((one.value, one.official) for one in SEXES.values())), permission=READ,
        chart=ChartSpec(("people",))),
    IndicatorTable(
        "desk.households", "一户一档情况统计表", (
            DOORS, FILES, Ratio("coverage", "建档率", "files", (Base("doors", "登记门户", ("doors",)),)),
            _files("own", "自有", tenure="own"), Figure("rented", "租住", HOUSEHOLDS, where=is_rented, unit="户"),
            _files("vacant", "空置", tenure="vacant"), _files("stale", "6个月未走访", stale=True)),
        by=BY_GRID, permission=READ, chart=ChartSpec(("files", "stale")),
        note="登记门户为“区域”中登记的门(室);建档率超过100%时请核对区域登记。"),
    IndicatorTable(
        "desk.tenures", "住户居住性质统计表", (FILES,), by=BY_GRID,
        across=Split("tenure", "居住性质", tuple((one.value, one.official) for one in TENURES.values() if one.value),
                     other="不详"),
        permission=READ),
    IndicatorTable(
        "desk.organisations", "驻区单位统计表", (
            UNITS, Figure("workers", "从业人员", ORGANISATIONS, where=_here(), amount="people", unit="人")),
        by=Split("kind", "单位类别", tuple(ORGANISATION_KINDS.items())), chart=ChartSpec(("units",))),
    IndicatorTable(
        "desk.units_by_grid", "驻区单位网格分布统计表", (UNITS,), by=BY_GRID,
        across=Split("kind", "单位类别", tuple(ORGANISATION_KINDS.items())), chart=ChartSpec(("units",))),
    IndicatorTable(
        "desk.unit_parties", "驻区单位党组织覆盖统计表", (
            _units("all", "驻区单位", party=("yes", "no")), _units("with", "已建党组织", party="yes"),
            _units("without", "未建党组织", party="no"),
            Ratio("share", "覆盖率", "with", (Base("units", "驻区单位", ("all",)),)),
            Figure("members", "党员", ORGANISATIONS, where=_here(party="yes"), amount="members", unit="人")),
        by=Split("kind", "单位类别", tuple((code, title) for code, title in ORGANISATION_KINDS.items() if code != "party")),
        chart=ChartSpec(("with", "without")),
        note="以“上级单位”登记为该单位的党组织为准,党员为其人数;党组织本身不计入驻区单位。"),
    IndicatorTable(
        "desk.grids", "网格基础数据统计表", (
            ALL_PEOPLE, FILES, Figure("buildings", "楼栋", PLACES, where=_here(kind="building"), unit="栋"), UNITS,
            Figure("shops", "商铺", ORGANISATIONS, where=_here(kind="shop"), unit="个")),
        by=BY_GRID, permission=READ, chart=ChartSpec(("people", "files"))),
)

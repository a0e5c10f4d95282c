"""网格一览表, 网格划分核查表, 网格平面图, 网格员手册页, 网格调整移交清单 (catalogue 3)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import final

from sqlalchemy import func, select

from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    FORM,
    FORM_MARGINS,
    WIDE_LIST,
    Align,
    Block,
    Column,
    DataTable,
    Document,
    FieldTable,
    Heading,
    Image,
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.core.errors import UserError
from desk.core.files.queries import get_bytes, list_attachments
from desk.core.i18n import _
from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.organisations.model import Organisation
from desk.core.organisations.queries import list_appointments
from desk.core.people.codes import RESIDENT_KINDS
from desk.core.people.dates import age_at
from desk.core.people.model import Household, Person
from desk.core.people.rights import READ
from desk.core.places.kinds import AREA_KINDS
from desk.core.places.model import Area
from desk.core.places.queries import get_area, list_area_ids_below
from desk.core.registers.grids import (
    PAPER_FINDINGS,
    PAPER_VERDICTS,
    GridFinding,
    GridLoad,
    Spread,
    check_grids,
    get_grid_load,
    grid_to_print,
    guide,
    list_grid_loads,
    spread_of,
)

LIST, CHECK, MAP, HANDBOOK, HANDOVER = (
    "desk.grid_list", "desk.grid_check", "desk.grid_map", "desk.grid_handbook", "desk.grid_handover")
FORM_PAGE = PageSetup(margins=FORM_MARGINS)
INSIDE = ("micro_grid", "estate", "building")
GROWN, YOUNG, OLD = range(18, 60), "18岁以下", "60岁以上"
STATES = {"now": "启用", "draft": "拟划", "closed": "停用"}


@final
@dataclass(frozen=True, slots=True)
class GridList:
    """All grids in use or drafted, with the guide they are measured by."""

    unit: str
    on: date
    loads: tuple[GridLoad, ...]
    spread: Spread
    guide: dict[str, int]


@final
@dataclass(frozen=True, slots=True)
class CheckPaper:
    """What the partition leaves open."""

    unit: str
    on: date
    findings: tuple[GridFinding, ...]


@final
@dataclass(frozen=True, slots=True)
class GridPaper:
    """One grid. inside: (kind, names) of what lies in it; posts: (post, name, phone) in force; units: (kind, name, contact,
    phone); kinds: resident kind or age group → how many; picture: the newest image that is attached, b"" for none.
    """

    unit: str
    on: date
    load: GridLoad
    kind: str
    above: str
    inside: tuple[tuple[str, str], ...]
    posts: tuple[tuple[str, str, str], ...]
    units: tuple[tuple[str, str, str, str], ...]
    people: tuple[tuple[str, int], ...]
    picture: bytes = b""


@final
@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """What a grid took over when it was made or enlarged. came_from: names of the grids; homes: (address, people)."""

    unit: str
    grid: str
    came_from: tuple[str, ...]
    on: str
    reason: str
    areas: tuple[tuple[str, str], ...]
    homes: tuple[tuple[str, str, str], ...]
    units: tuple[tuple[str, str, str], ...]


def load_list(uow: UnitOfWork, _community_id: int) -> GridList:
    """As the list of grids shows them."""
    loads = tuple(list_grid_loads(uow))
    return GridList(str(uow.community.name), uow.clock.today(), loads, spread_of(loads), guide(uow))


def load_check(uow: UnitOfWork, _community_id: int) -> CheckPaper:
    """Findings of today; none is a result too."""
    return CheckPaper(str(uow.community.name), uow.clock.today(), tuple(check_grids(uow)))


def load_grid(uow: UnitOfWork, area_id: int) -> GridPaper:
    """One grid. Raises NotFound, NotAllowed, UserError for an area that is no grid."""
    row = grid_to_print(uow, area_id)
    ids = list_area_ids_below(uow, area_id)
    units = uow.session.execute(select(Organisation.kind, Organisation.name, Organisation.contact, Organisation.phone).where(
        Organisation.area_id.in_(ids), Organisation.closed_on.is_(None)).order_by(Organisation.kind, Organisation.pinyin))
    posts = list_appointments(uow, area_ids=sorted(ids), on=uow.clock.today())
    return GridPaper(
        str(uow.community.name), uow.clock.today(), get_grid_load(uow, area_id), _(AREA_KINDS[row.kind].title),
        get_area(uow, row.parent_id).name if row.parent_id else "", _inside(uow, ids - {area_id}),
        tuple((one.post, one.person, one.phone if one.publish else "") for one in posts),
        tuple((_(ORGANISATION_KINDS.get(kind, kind)), name, contact, phone) for kind, name, contact, phone in units),
        _people(uow, ids), _picture(uow, area_id))


def _inside(uow: UnitOfWork, ids: frozenset[int]) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = {}
    for kind, name in uow.session.execute(select(Area.kind, Area.full_name).where(
            Area.id.in_(ids), Area.kind.in_(INSIDE), Area.active_to.is_(None)).order_by(Area.path)):
        found.setdefault(_(AREA_KINDS[kind].title), []).append(name)
    return tuple((kind, "、".join(names)) for kind, names in found.items())


def _people(uow: UnitOfWork, ids: frozenset[int]) -> tuple[tuple[str, int], ...]:
    """By kind of resident; under 18 and from 60 on; a birth of which nothing is known is in no age group."""
    today, found = uow.clock.today(), Counter[str]()
    rows = uow.session.execute(select(Person.resident_kind, Person.birth).outerjoin(
        Household, Household.id == Person.household_id).where(
        Person.state == "present", func.coalesce(Person.area_id, Household.area_id).in_(ids)))
    for kind, birth in rows:
        found[RESIDENT_KINDS[kind].official if kind in RESIDENT_KINDS else kind] += 1
        if birth and (age := age_at(birth, today)) not in GROWN:
            found[YOUNG if age < GROWN.start else OLD] += 1
    return tuple((name, found[name]) for name in (*(kind.official for kind in RESIDENT_KINDS.values()), YOUNG, OLD))


def _picture(uow: UnitOfWork, area_id: int) -> bytes:
    pictures = [one for one in list_attachments(uow, "area", area_id) if one.mime in ("image/png", "image/jpeg")]
    return get_bytes(uow, pictures[-1].id) if pictures else b""


def load_handover(uow: UnitOfWork, area_id: int) -> HandoverPaper:
    """A grid that was made out of others. Raises UserError for one that was not."""
    uow.require(READ)
    uow.require_area(area_id)
    area: Area = uow.get(Area, area_id)
    if not area.came_from:
        raise UserError(_("This grid was not made out of another one."))
    ids = list_area_ids_below(uow, area_id)
    rows = uow.session.execute(
        select(Household.address, func.count(Person.id), Household.contact).outerjoin(
            Person, (Person.household_id == Household.id) & (Person.state == "present"))
        .where(Household.area_id.in_(ids)).group_by(Household.id, Household.address, Household.contact)
        .order_by(Household.address, Household.id))
    units = uow.session.execute(select(Organisation.name, Organisation.kind, Organisation.contact).where(
        Organisation.area_id.in_(ids), Organisation.closed_on.is_(None)).order_by(Organisation.pinyin))
    return HandoverPaper(
        str(uow.community.name), area.name, tuple(uow.get(Area, one).name for one in area.came_from),
        long_date(area.active_from) if area.active_from else "", area.note, _inside(uow, ids - {area_id}),
        tuple((address, f"{count}人", contact) for address, count, contact in rows),
        tuple((name, _(ORGANISATION_KINDS.get(kind, kind)), contact) for name, kind, contact in units))


def build_list(paper: GridList | None) -> Document:
    """All grids with their load against the guide; the spread of households below."""
    columns = (Column("编号", 0.9), Column("网格", 1.4), Column("类别", 1), Column("负责人", 2.4),
               Column("户数", 0.7, numeric=True), Column("人数", 0.7, numeric=True),
               Column("楼栋", 0.6, numeric=True), Column("单位", 0.6, numeric=True),
               Column("商铺", 0.6, numeric=True), Column("规模", 1), Column("状态", 1.4))
    rows = tuple((one.area.code, one.area.name, _(AREA_KINDS[one.area.kind].title), one.leaders, str(one.households),
                  str(one.people), str(one.buildings), str(one.units), str(one.shops), PAPER_VERDICTS[one.verdict], _state(one))
                 for one in (paper.loads if paper else ()))
    told: list[Block] = []
    if paper:
        spread, limits = paper.spread, paper.guide
        told = [Paragraph(f"启用的基础网格{spread.grids}个,每格户数最少{spread.least}、平均{spread.mean}、最多{spread.most};"
                          f"超出或低于参考规模的{spread.outside}个。", indent=0),
                Note(f"参考规模:{limits['households_from']}—{limits['households_to']}户,或"
                     f"{limits['shops_from']}—{limits['shops_to']}家商铺(各地不一,以当地规定为准)。"
                     "户数为户档数与登记户数中较大者;专属网格、微网格不评规模。")]
    return Document(LIST, "网格一览表", (Title("网格一览表"), _day(paper and paper.unit, paper and paper.on),
                                         DataTable(columns, rows, size=10), *told),
                    page=WIDE_LIST, style=FORM, author=paper.unit if paper else "")


def _state(one: GridLoad) -> str:
    if one.state == "draft" and one.area.active_from:
        return f"拟划,{one.area.active_from.isoformat()}起"
    return STATES[one.state]


def build_check(paper: CheckPaper | None) -> Document:
    """Each finding with room for what is done about it."""
    rows = tuple((str(one.id), PAPER_FINDINGS[one.kind], one.what, "") for one in (paper.findings if paper else ()))
    told = "每个楼栋、每户均属于一个且仅一个网格,未发现遗漏或重叠。" if paper and not rows else ""
    return Document(CHECK, "网格划分核查表", (
        Title("网格划分核查表"), _day(paper and paper.unit, paper and paper.on),
        DataTable((Column("序号", 0.6), Column("问题", 1.8), Column("区域或住址", 3.4, Align.LEFT), Column("处理", 2)), rows,
                  min_rows=1, size=10.5), Paragraph(told, indent=0),
        SignatureBlock((SignatureLine("核查人"),), unit=paper.unit if paper else "", date=None)),
        page=FORM_PAGE, style=FORM, author=paper.unit if paper else "")


def build_map(paper: GridPaper | None) -> Document:
    """The picture of the grid with who answers for it; without one, room to paste or draw it."""
    load = paper.load if paper else None
    picture: Block = (Image(paper.picture, width=160, max_height=150) if paper and paper.picture else
                      FieldTable(((value("(在此粘贴或绘制网格图,标明四至、楼栋和出入口)", lines=22),),), (1,)))
    return Document(MAP, "网格平面图", (
        Title(f"{load.area.name}平面图" if load else "网格平面图"),
        picture, FieldTable((
            (label("负责人"), value(load and load.leaders or None, span=3)),
            (label("楼栋"), value(load and str(load.buildings)), label("户数"), value(load and str(load.households))),
            (label("范围说明"), value(load and load.area.note or None, span=3, lines=2))), (1.2, 2.6, 1.2, 2.6), size=11),
        Note(f"{paper.unit} {long_date(paper.on)}" if paper else "")), page=FORM_PAGE, style=FORM,
        author=paper.unit if paper else "")


def build_handbook(paper: GridPaper | None) -> Document:
    """What the grid worker carries: her grid in figures, who is who, units, and lines to write on."""
    load = paper.load if paper else None
    head = FieldTable((
        (label("网格"), value(load and load.area.name), label("编号"), value(load and load.area.code or None)),
        (label("类别"), value(paper and paper.kind), label("所属"), value(paper and paper.above or None)),
        (label("负责人"), value(load and load.leaders or None, span=3)),
        (label("户数"), value(load and str(load.households)), label("人数"), value(load and str(load.people))),
        (label("其中"), value("  ".join(f"{name}{count}" for name, count in paper.people) if paper else None, span=3)),
        (label("单位"), value(load and str(load.units)), label("商铺"), value(load and str(load.shops))),
        *((label(kind), value(names, span=3, align=Align.LEFT)) for kind, names in (paper.inside if paper else ()))),
        (1.2, 2.8, 1.2, 2.8), size=11)
    blocks: tuple[Block, ...] = (
        Title("网格员手册页"), head, Heading("网格力量", 3),
        DataTable((Column("职务"), Column("姓名"), Column("公开电话", 1.4)), paper.posts if paper else (),
                  blank_rows=0 if paper and paper.posts else 4, size=10.5),
        Heading("单位和商铺", 3),
        DataTable((Column("类别"), Column("名称", 2, Align.LEFT), Column("联系人"), Column("电话", 1.4)),
                  paper.units if paper else (), blank_rows=0 if paper and paper.units else 4, size=10.5),
        Heading("重点提示", 3), DataTable((Column("事项", 1.4), Column("地点", 2), Column("注意", 3)), blank_rows=5, size=10.5),
        Note("手册页不印居民姓名;居民信息以户卡和网格居民名册为准,用后按规定销毁。"))
    return Document(HANDBOOK, "网格员手册页", blocks, page=FORM_PAGE, style=FORM, author=paper.unit if paper else "")


def build_handover(paper: HandoverPaper | None) -> Document:
    """What went over, home by home, for both grid workers to sign."""
    head = FieldTable((
        (label("接收网格"), value(paper and paper.grid), label("调整日期"), value(paper and paper.on or None)),
        (label("原网格"), value(paper and "、".join(paper.came_from), span=3)),
        (label("调整原因"), value(paper and paper.reason or None, span=3)),
        *((label(kind), value(names, span=3, align=Align.LEFT)) for kind, names in (paper.areas if paper else ()))),
        (1.2, 2.8, 1.2, 2.8), size=11)
    homes = tuple((str(place), *one, "") for place, one in enumerate(paper.homes if paper else (), 1))
    units = tuple((str(place), *one, "") for place, one in enumerate(paper.units if paper else (), 1))
    return Document(HANDOVER, "网格调整移交清单", (
        Title("网格调整移交清单"), head, Heading(f"住户({len(homes)}户)" if paper else "住户", 3),
        DataTable((Column("序号", 0.6), Column("住址", 3.4, Align.LEFT), Column("在册", 0.8), Column("联系人", 1.4),
                   Column("备注", 1.4)), homes, blank_rows=0 if paper else 8, min_rows=1, size=10.5),
        Heading(f"单位({len(units)}个)" if paper else "单位", 3),
        DataTable((Column("序号", 0.6), Column("名称", 3, Align.LEFT), Column("类别", 1.2), Column("联系人", 1.4),
                   Column("备注", 1.4)), units, blank_rows=0 if paper else 4, min_rows=1, size=10.5),
        SignatureBlock((SignatureLine("移交人(原网格员)"), SignatureLine("接收人(网格员)")), unit=paper.unit if paper else "",
                       date=None, columns=2),
        Note("一式三份,双方和社区各存一份;在办事项、重点提示另附清单。")), page=FORM_PAGE, style=FORM,
        author=paper.unit if paper else "")


def _day(unit: str | None, on: date | None) -> Paragraph:
    return Paragraph(f"{unit},截至{long_date(on)}。" if unit and on else "", indent=0)

"""单位卡, 驻区单位名册(按网格), 驻区单位通讯录: the register of organisations on paper (catalogue 2)."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import final

from desk.core.db.paging import PageRequest
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
    Note,
    PageSetup,
    Paragraph,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.core.i18n import _
from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.organisations.party import PARTY, PartyRow, list_party_organisations
from desk.core.organisations.queries import (
    AppointmentRow,
    OrganisationRow,
    get_organisation,
    list_appointments,
    list_organisations,
)
from desk.core.people.rights import READ
from desk.core.places.grids import GRID_KINDS, grids_by_area
from desk.core.places.queries import list_tree
from desk.core.visits.purposes import find_finding, find_purpose
from desk.core.visits.queries import list_visits
from desk.core.visits.units import last_visits

CARD, LIST, CONTACTS = "desk.unit_card", "desk.unit_list", "desk.unit_contacts"
MOST, VISITS, HOLDERS = 100_000, 6, 6
NO_GRID = "未划入网格"


@dataclass(frozen=True, slots=True)
class UnitVisit:
    """A visit as printed on the card."""

    day: str
    purpose: str
    found: str
    who: str


@final
@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit with its party organisation, who holds which post, and who called on it. parent: the unit above, "" for none."""

    unit: str
    row: OrganisationRow
    kind: str
    parent: str
    parties: tuple[PartyRow, ...]
    holders: tuple[AppointmentRow, ...]
    visits: tuple[UnitVisit, ...]


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit in the lists. party: name and members, as printed; visited: day of the last visit, None when nobody called."""

    grid: str
    kind: str
    name: str
    size: str
    party: str
    contact: str
    phone: str
    address: str
    visited: date | None


@dataclass(frozen=True, slots=True)
class UnitList:
    """All units that are there, by grid and name."""

    unit: str
    on: date
    lines: tuple[UnitLine, ...]


def load_card(uow: UnitOfWork, organisation_id: int) -> UnitCard:
    """From the register; posts and visits only for those who may see residents."""
    row, sees = get_organisation(uow, organisation_id), uow.actor.may(READ)
    holders = list_appointments(uow, organisation_id=row.id, on=uow.clock.today())[:HOLDERS] if sees else []
    visits = list_visits(uow, PageRequest(size=VISITS, descending=True, filters={
        "organisation_id": row.id, "state": "done"})).rows if sees else []
    return UnitCard(
        str(uow.community.name), row, _(ORGANISATION_KINDS.get(row.kind, row.kind)),
        get_organisation(uow, row.parent_id).name if row.parent_id else "",
        tuple(list_party_organisations(uow, [row.id]).get(row.id, ())), tuple(holders),
        tuple(UnitVisit(long_date(one.day), find_purpose(one.purpose).paper,
                        "、".join(find_finding(one.purpose, code).paper for code in one.findings), "、".join(one.visitors))
              for one in visits))


def load_list(uow: UnitOfWork, _community_id: int) -> UnitList:
    """Every unit that is there, in the order of the grids; those without one stand last."""
    rows = list_organisations(uow, PageRequest(size=MOST)).rows
    ids = [row.id for row in rows]
    grid_of, seen, parties = grids_by_area(uow), last_visits(uow, ids), list_party_organisations(uow, ids)
    grids = {str(area.id): (place, area.name) for place, area in enumerate(list_tree(uow, kinds=GRID_KINDS))}
    placed = sorted(((grids.get(grid_of.get(row.area_id, ""), (len(grids), NO_GRID)), row) for row in rows),
                    key=lambda one: one[0])
    return UnitList(str(uow.community.name), uow.clock.today(), tuple(
        UnitLine(grid, _(ORGANISATION_KINDS.get(row.kind, row.kind)), row.name, "" if row.size is None else f"{row.size}人",
                 _party(row, parties.get(row.id, [])), row.contact, row.phone, row.address, seen.get(row.id))
        for (_place, grid), row in placed))


def _party(row: OrganisationRow, parties: list[PartyRow]) -> str:
    if row.kind == PARTY:
        return "—"
    return "、".join(named(one) for one in parties) or "未建"


def named(party: PartyRow) -> str:
    """机关支部(12人)."""
    return party.name if party.members is None else f"{party.name}({party.members}人)"


def build_card(paper: UnitCard | None) -> Document:
    """The card; blank it is filled in at the door."""
    row = paper.row if paper else None
    head = FieldTable((
        (label("单位名称"), value(row and row.name, span=3), label("编号"), value(row and row.code or None)),
        (label("类别"), value(paper and paper.kind), label("人数"), value(_number(row)),
         label("入驻日期"), value(row and row.active_from and long_date(row.active_from) or None)),
        (label("统一社会信用代码"), value(row and row.uscc or None, span=3), label("负责人"),
         value(row and row.legal_representative or None)),
        (label("地址"), value(row and row.address or None, span=3), label("所在网格"), value(row and row.area or None)),
        (label("联系人"), value(row and row.contact or None), label("电话"), value(row and row.phone or None),
         label("上级单位"), value(paper and paper.parent or None)),
        (label("党组织"), value(_parties(paper), span=5)),
        (label("备注"), value(row and row.note or None, span=5, lines=2))), (1.9, 2.2, 1.3, 2.1, 1.3, 2.2), size=11)
    unit = paper.unit if paper else ""
    return Document(CARD, "驻区单位卡", (
        Title("驻区单位卡"), head, Heading("任职人员", 3), _holders(paper), Heading("走访核实记录", 3), _visits(paper),
        SignatureBlock((SignatureLine("网格员"),), unit=unit, date=None)),
        page=PageSetup(margins=FORM_MARGINS), style=FORM, author=unit)


def _number(row: OrganisationRow | None) -> str | None:
    return str(row.size) if row is not None and row.size is not None else None


def _parties(paper: UnitCard | None) -> str | None:
    if paper is None:
        return None
    if paper.row.kind == PARTY:
        return "本单位即党组织"
    return "、".join(map(named, paper.parties)) or "未建"


def _holders(paper: UnitCard | None) -> DataTable:
    rows = tuple((one.post, one.person, one.phone, long_date(one.starts_on)) for one in (paper.holders if paper else ()))
    return DataTable((Column("职务", 1.6), Column("姓名", 1.2), Column("公开电话", 1.6), Column("任职起", 1.8)), rows,
                     blank_rows=0 if rows else 2, size=10.5)


def _visits(paper: UnitCard | None) -> DataTable:
    rows = tuple((one.day, one.purpose, one.found, one.who) for one in (paper.visits if paper else ()))
    return DataTable((Column("日期", 1.7), Column("事由", 1.2), Column("情况", 3), Column("走访人", 1.6)), rows,
                     blank_rows=0 if rows else 4, size=10.5)


def build_list(paper: UnitList | None) -> Document:
    """One table a grid, units numbered within it."""
    columns = (Column("序号", 0.5), Column("单位名称", 2.6, Align.LEFT), Column("类别", 1.2), Column("规模", 0.8),
               Column("党组织(党员)", 2), Column("联系人", 0.9), Column("电话", 1.4), Column("地址", 2.2, Align.LEFT),
               Column("最近走访", 1.2))
    blocks: list[Block] = [Title("驻区单位名册"), _told(paper)]
    for grid, lines in groupby(paper.lines if paper else (), key=lambda line: line.grid):
        rows = tuple((str(place), one.name, one.kind, one.size, one.party, one.contact, one.phone, one.address,
                      one.visited.isoformat() if one.visited else "—") for place, one in enumerate(lines, 1))
        blocks += [Heading(f"{grid}({len(rows)}个)", 3), DataTable(columns, rows, size=10)]
    return Document(LIST, "驻区单位名册", tuple(blocks), page=WIDE_LIST, style=FORM, author=paper.unit if paper else "")


def build_contacts(paper: UnitList | None) -> Document:
    """Names and telephones, by kind of unit."""
    lines = sorted(paper.lines if paper else (), key=lambda one: one.kind)
    rows = tuple((one.kind, one.name, one.contact, one.phone, one.address) for one in lines)
    return Document(CONTACTS, "驻区单位通讯录", (
        Title("驻区单位通讯录"), _told(paper),
        DataTable((Column("类别", 1.2), Column("单位名称", 2.4, Align.LEFT), Column("联系人", 0.9), Column("电话", 1.4),
                   Column("地址", 2, Align.LEFT)), rows, size=10.5),
        Note("联系方式仅供工作联系使用。")), page=PageSetup(margins=FORM_MARGINS), style=FORM,
        author=paper.unit if paper else "")


def _told(paper: UnitList | None) -> Paragraph:
    return Paragraph(f"{paper.unit},截至{long_date(paper.on)},共{len(paper.lines)}个。" if paper else "", indent=0)

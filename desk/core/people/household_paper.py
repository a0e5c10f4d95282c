"""户卡: the door, who lives there, the last visits; numbers of identity papers and telephones stay masked."""

from dataclasses import dataclass
from typing import final

from desk.core.clock import hall_time
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    FORM,
    FORM_MARGINS,
    Block,
    Column,
    DataTable,
    Document,
    FieldTable,
    Heading,
    Note,
    PageSetup,
    SignatureBlock,
    SignatureLine,
    Title,
    label,
    value,
)
from desk.core.people.codes import RELATIONS, RESIDENT_KINDS, SEXES, TENURES
from desk.core.people.dates import partial
from desk.core.people.household_queries import get_household
from desk.core.people.model import Person
from desk.core.places.model import Area

PAPER = "people.household_card"
ROWS, VISITS = 6, 5
"""Lines for people on an empty card; visits that are printed."""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A person as printed; number and phone masked."""

    name: str
    relation: str
    sex: str
    birth: str
    kind: str
    number: str
    phone: str


@final
@dataclass(frozen=True, slots=True)
class HouseholdPaper:
    """The card as printed. visits: (day, by, what)."""

    unit: str
    code: str
    address: str
    area: str
    tenure: str
    contact: str
    visited_on: str
    note: str
    members: tuple[MemberLine, ...]
    visits: tuple[tuple[str, str, str], ...]


def load(uow: UnitOfWork, household_id: int) -> HouseholdPaper:
    """From the register; raises NotFound, NotAllowed as its card does."""
    card = get_household(uow, household_id)
    area = uow.get(Area, card.area_id).full_name if card.area_id else ""
    relations = {one.id: uow.get(Person, one.id).relation for one in card.members}
    members = tuple(MemberLine(
        one.name, RELATIONS[relations[one.id]].official if relations[one.id] in RELATIONS else "", SEXES[one.sex].official,
        partial(one.birth).paper() if one.birth else "", RESIDENT_KINDS[one.resident_kind].official, one.number, one.phone)
        for one in card.members)
    visits = tuple((long_date(hall_time(visit.at).date()), visit.by, visit.text) for visit in card.visits[:VISITS])
    return HouseholdPaper(
        str(uow.community.name), card.code, card.address, area, TENURES[card.tenure].official if card.tenure else "",
        card.contact, partial(card.visited_on).paper() if card.visited_on else "", card.note, members, visits)


def build(paper: HouseholdPaper | None) -> Document:
    """The card; blank it is the form that is filled in at the door."""
    unit = paper.unit if paper else ""
    head = FieldTable((
        (label("住址"), value(paper and paper.address, span=3), label("户编号"), value(paper and paper.code or None)),
        (label("所在网格"), value(paper and paper.area or None, span=3), label("居住性质"),
         value(paper and paper.tenure or None)),
        (label("联系人"), value(paper and paper.contact or None, span=3), label("最近走访"),
         value(paper and paper.visited_on or None)),
        (label("备注"), value(paper and paper.note or None, span=5, lines=2))), (1.6, 2, 1.2, 2, 1.6, 2.6))
    blocks: tuple[Block, ...] = (
        Title("居民户卡（一户一档）"), head, Heading("家庭成员", 3), _members(paper), Heading("走访记录", 3), _visits(paper),
        Note("证件号码、电话部分隐去;本卡含个人信息,请妥善保管,用后按规定销毁。"),
        SignatureBlock((SignatureLine("网格员"),), unit=unit, seal="", date=None))
    return Document(PAPER, "居民户卡（一户一档）", blocks, page=PageSetup(margins=FORM_MARGINS), style=FORM, author=unit)


def _members(paper: HouseholdPaper | None) -> DataTable:
    columns = (Column("姓名", 1.3), Column("与户主关系", 1.1), Column("性别", 0.7), Column("出生日期", 1.8),
               Column("类别", 0.9), Column("证件号码", 2.2), Column("电话", 1.6))
    rows = tuple((one.name, one.relation, one.sex, one.birth, one.kind, one.number, one.phone)
                 for one in (paper.members if paper else ()))
    return DataTable(columns, rows, blank_rows=0 if paper else ROWS, min_rows=1, size=10)


def _visits(paper: HouseholdPaper | None) -> DataTable:
    columns = (Column("日期", 1.6), Column("走访人", 1.2), Column("情况", 5))
    return DataTable(columns, paper.visits if paper else (), blank_rows=0 if paper and paper.visits else 4, size=10)

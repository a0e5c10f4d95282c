"""网格居民名册, 居民信息变更单, 迁入迁出登记表 (catalogue 1); numbers of identity papers and telephones stay masked."""

from dataclasses import dataclass
from datetime import date
from typing import final

from sqlalchemy import func, select

from desk.core.calendar.arithmetic import add_months
from desk.core.clock import hall_time
from desk.core.db.paging import PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.documents.chinese_dates import long_date
from desk.core.documents.model import (
    FORM,
    FORM_MARGINS,
    WIDE_LIST,
    Align,
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
from desk.core.people.codes import RELATIONS, RESIDENT_KINDS, SEXES, STATES
from desk.core.people.dates import partial
from desk.core.people.masks import mask_phone
from desk.core.people.model import Household, Person, Phone
from desk.core.people.queries import area_mark, get_person
from desk.core.people.relocations import RelocationRow, list_relocations
from desk.core.places.model import Area
from desk.core.places.queries import get_area, list_area_ids_below
from desk.core.registers.grids import grid_to_print

RESIDENTS, CHANGES, MOVES = "desk.grid_residents", "desk.change_slip", "desk.move_list"
FORM_PAGE = PageSetup(margins=FORM_MARGINS)
MOST, SHOWN, MONTHS = 5000, 12, 12
"""Moves printed at most; changed fields on a slip; months the list of moves goes back."""
FIELDS = {"name": "姓名", "sex": "性别", "birth": "出生日期", "household_id": "所在户", "relation": "与户主关系",
          "resident_kind": "类别", "address": "住址", "area_id": "所在网格或区域", "moved_in": "迁入日期",
          "moved_out": "迁出日期", "deceased_on": "死亡日期", "state": "状态", "pinyin_given": "姓名读音"}
_WORDS = {"sex": SEXES, "relation": RELATIONS, "resident_kind": RESIDENT_KINDS, "state": STATES}


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """A person in the grid's list; phone masked."""

    home: str
    name: str
    relation: str
    sex: str
    birth: str
    kind: str
    phone: str


@dataclass(frozen=True, slots=True)
class ResidentList:
    """Everybody present in a grid, home by home."""

    unit: str
    grid: str
    on: date
    lines: tuple[ResidentLine, ...]
    homes: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A field that was changed: what it said, what it says now, when and by whom, as printed."""

    field: str
    before: str
    after: str
    day: str
    by: str


@final
@dataclass(frozen=True, slots=True)
class ChangeSlip:
    """The last changes of one person's record."""

    unit: str
    name: str
    home: str
    area: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class MoveList:
    """Moves of the last twelve months, those taken back left out."""

    unit: str
    on: date
    since: date
    moves: tuple[RelocationRow, ...]


def load_residents(uow: UnitOfWork, area_id: int) -> ResidentList:
    """People present in one grid. Raises NotFound, NotAllowed, UserError for an area that is no grid."""
    row = grid_to_print(uow, area_id)
    where = func.coalesce(Person.area_id, Household.area_id)
    statement = select(Person, Household.address).outerjoin(Household, Household.id == Person.household_id).where(
        Person.state == "present", where.in_(list_area_ids_below(uow, area_id)))
    if uow.actor.area_ids is not None:
        statement = statement.where(area_mark(uow, where))
    found = uow.session.execute(statement.order_by(
        Household.address.is_(None), Household.address, Person.relation == "", Person.relation, Person.id)).all()
    phones = _phones(uow, [person.id for person, _home in found])
    lines = tuple(_line(person, home, phones.get(person.id, "")) for person, home in found)
    return ResidentList(str(uow.community.name), row.name, uow.clock.today(), lines,
                        len({person.household_id for person, _home in found if person.household_id}))


def _phones(uow: UnitOfWork, ids: list[int]) -> dict[int, str]:
    """The first telephone of each."""
    found: dict[int, str] = {}
    for start in range(0, len(ids), 500):
        for person_id, number in uow.session.execute(select(Phone.person_id, Phone.number).where(
                Phone.person_id.in_(ids[start:start + 500])).order_by(Phone.id)):
            found.setdefault(person_id, number)
    return found


def _line(person: Person, home: str | None, phone: str) -> ResidentLine:
    return ResidentLine(person.address or home or "", person.name, _word("relation", person.relation), _word("sex", person.sex),
                        person.birth, _word("resident_kind", person.resident_kind), mask_phone(phone))


def _word(field: str, code: str) -> str:
    codes = _WORDS[field]
    return codes[code].official if code in codes else code


def load_changes(uow: UnitOfWork, person_id: int) -> ChangeSlip:
    """From the old values that are kept; numbers of papers are not among them. Raises NotFound, NotAllowed."""
    card = get_person(uow, person_id)
    lines: list[ChangeLine] = []
    later: dict[str, object] = {name: getattr(card, name, "") for name in FIELDS} | {"address": card.own_address}
    for one in sorted((old for old in card.history if old.field in FIELDS), key=lambda old: old.at, reverse=True)[:SHOWN]:
        before, after = _said(uow, one.field, one.value), _said(uow, one.field, later[one.field])
        lines.append(ChangeLine(FIELDS[one.field], before, after, long_date(hall_time(one.at).date()), one.by))
        later[one.field] = one.value
    area = get_area(uow, card.area_id).full_name if card.area_id else ""
    return ChangeSlip(str(uow.community.name), card.name, card.address, area, tuple(lines))


def _said(uow: UnitOfWork, field: str, kept: object) -> str:
    """A kept value in words; ids of homes and areas as their address and name."""
    text = "" if kept is None else str(kept)
    if not text:
        return "无"
    if field in ("household_id", "area_id"):
        model, column = (Household, Household.address) if field == "household_id" else (Area, Area.full_name)
        return uow.session.scalar(select(column).where(model.id == int(text))) or text
    if field in _WORDS:
        return _word(field, text)
    return partial(text).paper() if field in ("birth", "moved_in", "moved_out", "deceased_on") else text


def load_moves(uow: UnitOfWork, _community_id: int) -> MoveList:
    """Those one may see."""
    today = uow.clock.today()
    since = add_months(today.replace(day=1), 1 - MONTHS)
    found = list_relocations(uow, PageRequest(size=MOST, filters={"since": since, "undone": False})).rows
    return MoveList(str(uow.community.name), today, since, tuple(found))


def build_residents(paper: ResidentList | None) -> Document:
    """Home by home; the address stands once for each home."""
    rows, last = [], None
    for place, one in enumerate(paper.lines if paper else (), 1):
        rows.append((str(place), "" if one.home == last else one.home, one.name, one.relation, one.sex, one.birth, one.kind,
                     one.phone, ""))
        last = one.home
    told = (f"{paper.unit} {paper.grid},截至{long_date(paper.on)},在册{len(paper.lines)}人、{paper.homes}户。" if paper else
            "网格:")
    return Document(RESIDENTS, "网格居民名册", (
        Title("网格居民名册"), Paragraph(told, indent=0),
        DataTable((Column("序号", 0.6), Column("住址", 3, Align.LEFT), Column("姓名", 1.1), Column("与户主关系", 1),
                   Column("性别", 0.6), Column("出生日期", 1.2), Column("类别", 0.8), Column("电话", 1.3), Column("备注", 1.6)),
                  tuple(rows), blank_rows=0 if paper else 14, min_rows=1, size=10),
        Note("电话部分隐去,不印证件号码。本名册含个人信息,专人保管,用后按规定销毁。")),
        page=WIDE_LIST, style=FORM, author=paper.unit if paper else "")


def build_changes(paper: ChangeSlip | None) -> Document:
    """What changed, before and after; blank it is filled in at the door or the counter and typed in later."""
    head = FieldTable((
        (label("姓名"), value(paper and paper.name), label("网格"), value(paper and paper.area or None)),
        (label("住址"), value(paper and paper.home or None, span=3))), (1.1, 2.4, 1.1, 3), size=12)
    rows = tuple((one.field, one.before, one.after, one.day, one.by) for one in (paper.lines if paper else ()))
    unit = paper.unit if paper else ""
    return Document(CHANGES, "居民信息变更单", (
        Title("居民信息变更单"), head, Heading("变更内容", 3),
        DataTable((Column("项目", 1.4), Column("变更前", 2.2), Column("变更后", 2.2), Column("日期", 1.8),
                   Column("登记人", 1.2)), rows, blank_rows=0 if rows else 6, size=10.5),
        Note("证件号码变更不印在本单上。迁入、迁出请写明来处或去处。"),
        SignatureBlock((SignatureLine("本人(家属)签名"), SignatureLine("登记人")), unit=unit, date=None, columns=2)),
        page=FORM_PAGE, style=FORM, author=unit)


def build_moves(paper: MoveList | None) -> Document:
    """In and out by day, and how many of each."""
    moves = paper.moves if paper else ()
    rows = tuple((str(place), partial(one.moved_on).paper(), "迁入" if one.way == "in" else "迁出", one.person,
                  _word("resident_kind", one.kind), one.home, one.place, one.by) for place, one in enumerate(moves, 1))
    arrived = sum(one.way == "in" for one in moves)
    told = (f"{paper.unit},{long_date(paper.since)}至{long_date(paper.on)},迁入{arrived}人、迁出{len(moves) - arrived}人。"
            if paper else "")
    return Document(MOVES, "迁入迁出登记表", (
        Title("迁入迁出登记表"), Paragraph(told, indent=0),
        DataTable((Column("序号", 0.6), Column("日期", 1.5), Column("类别", 0.7), Column("姓名", 1), Column("人员", 0.8),
                   Column("住址", 2.6, Align.LEFT), Column("来处或去处", 2.2, Align.LEFT), Column("登记人", 1)), rows,
                  blank_rows=0 if paper else 12, min_rows=1, size=10)),
        page=WIDE_LIST, style=FORM, author=paper.unit if paper else "")

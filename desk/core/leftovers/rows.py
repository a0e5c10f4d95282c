"""Reading what removed plugins left: pages of rows, counted, sorted, found; and one row with all that hangs on it.

Who may see what follows the same rules as before: the right of the kind, the community, the area, confidential matters by
those who are let in. A row that hangs on another is seen by whoever sees that one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Integer, Select, String, and_, cast, false, func, null, or_, select

from desk.core.cases.access import visible, visible_case
from desk.core.cases.model import Case
from desk.core.cases.rows import CaseRow, case_row
from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.core.db.uow import UnitOfWork
from desk.core.errors import NotFound
from desk.core.i18n import _
from desk.core.leftovers.cells import is_sensitive, masked, words
from desk.core.leftovers.found import only_community
from desk.core.leftovers.registry import leftovers
from desk.core.leftovers.schema import LeftTable
from desk.core.people.model import Person
from desk.core.tables.values import read_names

MATTER = {"case_number": Case.number, "case_title": Case.title, "case_state": Case.state, "case_opened": Case.opened_on}
"""Names a list of matters can be sorted by besides its own columns."""


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row. words: column → as people read it, sensitive ones short; hidden: names of those. case: its matter, if any."""

    id: int
    kind: str
    words: dict[str, str]
    hidden: tuple[str, ...]
    case: CaseRow | None = None

    @property
    def title(self) -> str:
        """What it may be called: the matter's title, else its first words."""
        return self.case.title if self.case else next((word for word in self.words.values() if word), f"#{self.id}")


def list_rows(uow: UnitOfWork, left: LeftTable, request: PageRequest) -> Page[LeftRow]:
    """One page, the newest first unless sorted. sort: a column's name or one of MATTER. Filters: state (of matters), day_from,
    day_to (of the first day there is), a column's name (equal). text: words in any text. NotAllowed without the right."""
    statement = _statement(left).where(*conditions(uow, left), *_asked(left, request))
    keys = list(left.table.primary_key)
    sort = [_sortable(left, request.sort).label("left_sort")] if request.sort else []
    if not request.sort:
        request = replace(request, descending=not request.descending)
    found, following = keyset_page(uow.session, statement.add_columns(*sort), (*sort, *keys), request)  # type: ignore[arg-type]
    return Page(_rows(uow, left, found), following)


def count_rows(uow: UnitOfWork, left: LeftTable, request: PageRequest | None = None) -> int:
    """How many rows `list_rows` shows in all."""
    statement = _statement(left).where(*conditions(uow, left), *_asked(left, request or PageRequest()))
    return uow.session.scalar(select(func.count()).select_from(statement.with_only_columns(
        next(iter(left.table.primary_key))).subquery())) or 0


def get_row(uow: UnitOfWork, left: LeftTable, row_id: int) -> LeftRow:
    """One row; NotFound when it is not there or may not be seen. A look at a confidential matter is put into the trail."""
    return _rows(uow, left, [_one(uow, left, row_id)])[0]


def whole_value(uow: UnitOfWork, left: LeftTable, row_id: int, name: str) -> str:
    """What a column of the row holds, nothing hidden."""
    row = _one(uow, left, row_id)
    column = next((one for one in left.columns if one.name == name), None)
    if column is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    return words(column, row._mapping[name], _names(uow, left, [row]))


def rows_below(uow: UnitOfWork, left: LeftTable, row_id: int, most: int = 8) -> list[tuple[LeftTable, str, list[LeftRow], int]]:
    """(table, column, its newest rows, how many in all) of each table of the plugin that refers to this row."""
    found = []
    for other in leftovers().of(left.plugin):
        for column in other.columns:
            if column.row_of == left.table.name and uow.actor.may(other.read):
                asked = PageRequest(size=most, filters={column.name: row_id})
                count = count_rows(uow, other, asked)
                if count:
                    found.append((other, column.name, list(list_rows(uow, other, asked).rows), count))
    return found


def rows_of_person(uow: UnitOfWork, plugin_id: str, person_id: int, most: int = 100) -> list[tuple[LeftTable, LeftRow]]:
    """The rows of a plugin that name a person or a record merged into hers, the newest first in each table, as far as they may
    be seen.
    """
    found, ids = [], [person_id, *uow.session.scalars(select(Person.id).where(Person.merged_into_id == person_id))]
    for left in leftovers().of(plugin_id):
        if uow.actor.may(left.read):
            for name, one in product(left.linked("person"), ids):
                rows = list_rows(uow, left, PageRequest(size=most, filters={name: one})).rows
                found += [(left, row) for row in rows]
    return found


def conditions(uow: UnitOfWork, left: LeftTable, above: tuple[str, ...] = ()) -> list[ColumnElement[bool]]:
    """What the actor may see of a table. above: tables already gone through, so that a circle of references ends."""
    uow.require(left.read)
    table, actor, found = left.table, uow.actor, list[ColumnElement[bool]]()
    above, scoped = (*above, table.name), "community_id" in table.columns
    if scoped:
        found.append(table.columns["community_id"] == actor.community_id)
    if left.bare:
        found.append(table.columns["kind"] == left.kind)
    if left.matters:
        of_kind = select(Case.id).where(Case.kind == left.kind)
        found.append(or_(table.columns["id"].in_(of_kind.where(*visible(uow))), table.columns["id"].not_in(of_kind)))
    elif "confidential" in table.columns and not actor.all_rights:
        found.append(table.columns["confidential"].is_not(True))
    for column in table.columns:
        target = next((key.column.table.name for key in column.foreign_keys), "core_case" if column.name == "case_id" else "")
        if target == "core_case" and column.name != "id":
            found.append(or_(column.is_(None), column.in_(select(Case.id).where(*visible(uow)))))
        elif target == "core_area" and actor.area_ids is not None:
            found.append(or_(column.is_(None), column.in_(sorted(actor.area_ids))))
        parent = leftovers().named(target)
        if parent is not None and target not in above and actor.may(parent.read):
            seen = select(parent.table.columns["id"]).where(*conditions(uow, parent, above)) if parent.opens else None
            if seen is not None:
                found.append(or_(column.is_(None), column.in_(seen)))
                scoped = scoped or not column.nullable
    if not scoped and not only_community(uow):
        found.append(false())
    return found


def _one(uow: UnitOfWork, left: LeftTable, row_id: int) -> Any:
    row = uow.session.execute(_statement(left).where(left.table.columns["id"] == row_id, *conditions(uow, left))).first()
    if row is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    if left.matters and row._mapping["Case"] is not None:
        visible_case(uow, row_id)
    return row


def _statement(left: LeftTable) -> Select[Any]:
    columns = [null().label("left_nothing"), *left.table.columns]  # never one column alone: the row would come bare
    if not left.matters:
        return select(*columns).select_from(left.table)
    return select(*columns, Case).select_from(left.table).outerjoin(
        Case, and_(Case.id == left.table.columns["id"], Case.kind == left.kind))


def _sortable(left: LeftTable, name: str) -> ColumnElement[Any]:
    """Paging by key wants a value in every row."""
    column: Any = MATTER[name] if left.matters and name in MATTER else left.table.columns[name]
    kind = next((one.kind for one in left.columns if one.name == name), "date" if name == "case_opened" else "text")
    if kind == "bool":
        return func.coalesce(cast(column, Integer), -1)
    if isinstance(column.type, DateTime):
        least: Any = datetime(1, 1, 2, tzinfo=UTC if column.type.timezone else None)
    else:
        least = {"text": "", "date": date(1, 1, 1)}.get(kind, -(2**31))
    return func.coalesce(column, least)


def _asked(left: LeftTable, request: PageRequest) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name, value in request.filters.items():
        if name == "state" and left.matters:
            found.append(Case.state == value)
        elif name in ("day_from", "day_to"):
            found.append(_by_day(left, name, value))
        else:
            found.append(left.table.columns[name] == value)
    texts: list[Any] = [left.table.columns[one.name] for one in left.columns
                        if isinstance(left.table.columns[one.name].type, String) and not is_sensitive(one)]
    texts += [Case.title, Case.number, Case.summary] if left.matters else []
    for word in request.text.split():
        found.append(or_(false(), *(text.icontains(word, autoescape=True) for text in texts)))
    return found


def first_day(left: LeftTable) -> str:
    """The column by whose day the list is narrowed: the first day, else the first moment; "" without either."""
    days = [one.name for kind in ("date", "moment") for one in left.columns if one.kind == kind]
    return "case_opened" if left.matters else days[0] if days else ""


def _by_day(left: LeftTable, name: str, day: date) -> ColumnElement[bool]:
    which = first_day(left)
    column: Any = MATTER[which] if which in MATTER else left.table.columns[which]
    limit: Any = day + timedelta(days=name == "day_to")
    if isinstance(column.type, DateTime):
        from desk.core.clock import HALL_ZONE

        limit = datetime.combine(limit, datetime.min.time(), HALL_ZONE).astimezone(UTC)
        limit = limit if column.type.timezone else limit.replace(tzinfo=None)
    return column >= limit if name == "day_from" else column < limit


def _rows(uow: UnitOfWork, left: LeftTable, found: Sequence[Any]) -> list[LeftRow]:
    names, today, made = _names(uow, left, found), uow.clock.today(), []
    for told in found:
        row = told._mapping  # by name: a column may be called as a method of the row is
        whole = {one.name: words(one, row[one.name], names) for one in left.columns}
        short = {one.name: masked(one, whole[one.name]) for one in left.columns}
        case = row["Case"] if left.matters else None
        made.append(LeftRow(row["id"] if left.opens else 0, left.kind, short,
                            tuple(name for name in short if short[name] != whole[name]),
                            case_row(case, _handler(uow, case), today) if case is not None else None))
    return made


def _handler(uow: UnitOfWork, case: Case) -> str:
    from desk.core.staff.model import StaffUser

    return uow.session.scalar(select(StaffUser.name).where(StaffUser.id == case.handler_id)) or "" if case.handler_id else ""


def _names(uow: UnitOfWork, left: LeftTable, found: Sequence[Any]) -> dict[tuple[str, int], str]:
    wanted = {kind: {row._mapping[name] for row in found for name in left.linked(kind)} - {None}
              for kind in ("person", "organisation", "place")}
    return read_names(uow, {kind: ids for kind, ids in wanted.items() if ids})

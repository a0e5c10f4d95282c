"""The search box: what somebody typed → at most fifty hits she may see."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, or_, select, true

from desk.core.db.uow import UnitOfWork
from desk.core.search.document import fold_text
from desk.core.search.engines import token_tables
from desk.core.search.model import SearchRow
from desk.core.search.plan import Plan, Way, plan

LIMIT = 50
CANDIDATES = 200
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found. title and subtitle hold no whole personal number."""

    kind: str
    record_id: int
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The best hits; `more`: there are others, keep typing."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


def find_records(uow: UnitOfWork, text: str, *, kinds: tuple[str, ...] = (), limit: int = LIMIT) -> SearchAnswer:
    """Search the actor's community for what was typed (`plan.py` says what finds what), in `kinds` only if given.

    What she may not see is neither found nor counted. Exact names first, then names that begin so, then by name.
    """
    asked = plan(text)
    if not asked:
        return SearchAnswer()
    wanted = max(CANDIDATES, limit + 1)
    found = list(uow.session.execute(_statement(uow, asked, kinds).limit(wanted)))
    typed = fold_text(text)
    found.sort(key=lambda row: (row.first != typed, not row.first.startswith(typed), row.first, row.kind, row.record_id))
    hits = tuple(Hit(row.kind, row.record_id, row.title, row.subtitle) for row in found[:limit])
    return SearchAnswer(hits, len(found) > limit)


def _statement(uow: UnitOfWork, asked: Plan, kinds: tuple[str, ...]) -> Select[tuple[str, int, str, str, str]]:
    statement = select(SearchRow.kind, SearchRow.record_id, SearchRow.title, SearchRow.subtitle, SearchRow.first)
    statement = statement.where(*_may_see(uow))
    if kinds:
        statement = statement.where(SearchRow.kind.in_(kinds))
    if asked.first:
        return statement.where(SearchRow.first >= asked.first, SearchRow.first < asked.first + LAST).order_by(
            SearchRow.first, SearchRow.id)
    tables = token_tables(uow.session.connection().dialect.name)
    for table in ("grams", "starts"):
        words = [word for word in asked.words if word[0].table == table]
        if words:
            statement = statement.where(tables.matches(table, words))
    return statement.where(*(or_(*map(_recheck, word)) for word in asked.words))


def _may_see(uow: UnitOfWork) -> list[ColumnElement[bool]]:
    """The access marks of a document against the actor's rights and areas."""
    marks: list[ColumnElement[bool]] = []
    if not uow.actor.all_rights:
        marks.append(SearchRow.permission.in_(["", *sorted(uow.actor.permissions)]))
    if uow.actor.area_ids is not None:
        marks.append(or_(SearchRow.area_id.is_(None), SearchRow.area_id.in_(sorted(uow.actor.area_ids))))
    return marks


def _recheck(way: Way) -> ColumnElement[bool]:
    """Tokens tell that all parts are there; the recheck, that they stand together."""
    return getattr(SearchRow, way.column).like(way.pattern) if way.column else true()

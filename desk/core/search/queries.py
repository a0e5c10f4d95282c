"""The search box: what somebody typed → at most fifty hits she may see."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnClause, ColumnElement, Select, literal_column, or_, select, text, true

from desk.core.db.uow import UnitOfWork
from desk.core.search.document import fold_text
from desk.core.search.engines import token_tables
from desk.core.search.model import SearchRow
from desk.core.search.plan import Plan, Way, plan

LIMIT = 50
CANDIDATES = 200
SELECTIVE = 3
"""Characters of a pinyin token, its mark counted, from which on it narrows enough to lead a search of several words."""
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


def find_records(uow: UnitOfWork, typed: str, *, kinds: tuple[str, ...] = (), limit: int = LIMIT) -> SearchAnswer:
    """Search the actor's community for what was typed (`plan.py` says what finds what), in `kinds` only if given.

    What she may not see is neither found nor counted. Exact names first, then names that begin so, then by name.
    """
    asked = plan(typed)
    if not asked:
        return SearchAnswer()
    wanted = limit + 1 if asked.first else max(CANDIDATES, limit + 1)  # by the first character they come in order
    found = list(uow.session.execute(_statement(uow, asked, kinds).limit(wanted)))
    name = fold_text(typed)
    found.sort(key=lambda row: (row[4] != name, not row[4].startswith(name), row[4], row[0], row[1]))
    hits = tuple(Hit(*row[:4]) for row in found[:limit])
    return SearchAnswer(hits, len(found) > limit)


def found_ids(uow: UnitOfWork, typed: str, kind: str) -> Select[Any] | None:
    """A statement of the ids of all records of one kind that the box would find, for lists; None when nothing is asked."""
    asked = plan(typed)
    if not asked:
        return None
    return _statement(uow, asked, (kind,)).with_only_columns(_doc("record_id"), maintain_column_froms=False).order_by(None)


def _statement(uow: UnitOfWork, asked: Plan, kinds: tuple[str, ...]) -> Select[Any]:
    statement = select(*map(_doc, ("kind", "record_id", "title", "subtitle", "first"))).where(*_may_see(uow))
    if kinds:
        statement = statement.where(_doc("kind").in_(kinds))
    if asked.first:
        first = _doc("first")
        return (statement.select_from(text("core_search_doc")).order_by(first, _doc("id"))
                .where(first >= asked.first, first < asked.first + LAST))
    return _from_tokens(uow, statement, asked).where(*(or_(*map(_recheck, word)) for word in asked.words))


def _from_tokens(uow: UnitOfWork, statement: Select[Any], asked: Plan) -> Select[Any]:
    """Candidates by tokens: the token table leads, so that LIMIT stops it early.

    With pinyin and other words, pinyin leads and the recheck does for the others; a single letter is too many to lead.
    """
    tables = token_tables(uow.session.connection().dialect.name)
    pinyin = [word for word in asked.words if word[0].table == "starts"]
    others = [word for word in asked.words if word[0].table == "grams"]
    lead = tables.asked("starts", pinyin) if pinyin else tables.asked("grams", others)
    if pinyin and others and max(len(way.tokens[0]) for word in pinyin for way in word) < SELECTIVE:
        second, lead = lead, tables.asked("grams", others)
        statement = statement.where(_doc("id").in_(
            select(literal_column(second.key)).select_from(text(second.table)).where(second.condition)))
    return statement.select_from(lead.led).where(lead.where)


def _may_see(uow: UnitOfWork) -> list[ColumnElement[bool]]:
    """Community and access marks of a document against the actor's rights and areas."""
    marks: list[ColumnElement[bool]] = [_doc("community_id") == uow.actor.community_id]
    if not uow.actor.all_rights:
        allowed = _doc("permission").in_(["", *sorted(uow.actor.permissions)])
        marks.append(or_(allowed, _doc("viewers").like(f"% {uow.actor.user_id or 0} %")))
    if uow.actor.area_ids is not None:
        marks.append(or_(_doc("area_id").is_(None), _doc("area_id").in_(sorted(uow.actor.area_ids))))
    return marks


def _recheck(way: Way) -> ColumnElement[bool]:
    """Tokens tell that all parts are there; the recheck, that they stand together."""
    return _doc(way.column).like(way.pattern) if way.column else true()


def _doc(name: str) -> ColumnClause[Any]:
    """A column of core_search_doc that does not put the table into FROM by itself: the order of the join is ours."""
    return literal_column(f"core_search_doc.{name}", SearchRow.__table__.c[name].type)

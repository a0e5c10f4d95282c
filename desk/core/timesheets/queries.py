"""Reads of the time sheets: sheets of a source, minutes of a person."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from desk.core.db.uow import UnitOfWork
from desk.core.timesheets.drafts import Whose
from desk.core.timesheets.model import TimeEntry, TimePair, TimePublication


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair on a sheet. minutes: served by the pair; entered: what counts of it now, with corrections."""

    id: int
    holder_id: int
    source_kind: str
    source_id: int
    day: date
    started_at: datetime
    ended_at: datetime | None
    unserved: int
    minutes: int
    entered: int
    state: str
    witness: str
    objection: str


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """A publication with how many pairs still hang on it."""

    id: int
    published_on: date
    last_day: date
    place: str
    entered_on: date | None
    pairs: int


def count_minutes(uow: UnitOfWork, holder: Whose, *, first: date | None = None, last: date | None = None) -> int:
    """Minutes that count for a person, within civil days when given."""
    statement: Any = select(func.coalesce(func.sum(TimeEntry.minutes), 0)).where(
        TimeEntry.holder_kind == holder.kind, TimeEntry.holder_id == holder.id)
    if first is not None:
        statement = statement.where(TimeEntry.day >= first)
    if last is not None:
        statement = statement.where(TimeEntry.day <= last)
    return int(uow.session.scalar(statement) or 0)


def list_pairs_of_source(uow: UnitOfWork, source: Whose) -> list[PairRow]:
    """The sheet of an activity or order, in order of beginning; struck pairs included."""
    return _rows(uow, TimePair.source_kind == source.kind, TimePair.source_id == source.id)


def list_pairs_of(uow: UnitOfWork, holder: Whose) -> list[PairRow]:
    """A person's pairs, oldest first."""
    return _rows(uow, TimePair.holder_kind == holder.kind, TimePair.holder_id == holder.id)


def list_pairs_published(uow: UnitOfWork, publication_id: int) -> list[PairRow]:
    """What hangs on the board."""
    return _rows(uow, TimePair.publication_id == publication_id)


def list_publications(uow: UnitOfWork, *, waiting: bool = False) -> list[PublicationRow]:
    """Publications, newest first; waiting: only those not entered yet."""
    statement = select(TimePublication, func.count(TimePair.id)).outerjoin(
        TimePair, TimePair.publication_id == TimePublication.id).group_by(TimePublication.id)
    if waiting:
        statement = statement.where(TimePublication.entered_on.is_(None))
    return [PublicationRow(one.id, one.published_on, one.last_day, one.place, one.entered_on, pairs)
            for one, pairs in uow.session.execute(statement.order_by(TimePublication.id.desc()))]


def _rows(uow: UnitOfWork, *where: Any) -> list[PairRow]:
    pairs = uow.session.scalars(select(TimePair).where(*where).order_by(TimePair.started_at, TimePair.id)).all()
    sums = dict(uow.session.execute(
        select(TimeEntry.pair_id, func.sum(TimeEntry.minutes)).join(TimePair, TimePair.id == TimeEntry.pair_id)
        .where(*where).group_by(TimeEntry.pair_id)).all())
    return [PairRow(pair.id, pair.holder_id, pair.source_kind, pair.source_id, pair.day, pair.started_at, pair.ended_at,
                    pair.unserved, pair.minutes, int(sums.get(pair.id, 0)), pair.state, pair.witness, pair.objection)
            for pair in pairs]

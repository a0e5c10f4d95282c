"""The unit of work: one transaction, who acts in it, what it touched, and who takes part before the commit.

Sessions are made here only. Services take the unit of work first and never commit; whoever opened it does, by leaving the
`with` block. Community scope is set on every new root record and filtered on every ORM query, so forgetting it is impossible.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

from sqlalchemy import event, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from desk.core.actor import Actor
from desk.core.changes import Changes
from desk.core.clock import Clock
from desk.core.db.base import Root, Scoped
from desk.core.db.community import Community
from desk.core.db.engine import Database
from desk.core.db.faults import translated
from desk.core.errors import Conflict, NotAllowed, NotFound
from desk.core.events import EventBus
from desk.core.i18n import _

Model = TypeVar("Model", bound=Scoped)
READ_AGAIN = timedelta(hours=1)
"""How long a look at a confidential record counts as the same look."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Trace:
    """A line for the audit trail, written by its participant in the same transaction.

    by, at: who did it and when, where that was not the one whose transaction this is (see trace_for).
    """

    action: str
    kind: str
    record_id: int | None
    detail: dict[str, Any]
    by: Actor | None = None
    at: datetime | None = None


class Participant(Protocol):
    """Somebody who must take part in every writing transaction: audit, search documents."""

    def before_commit(self, uow: "UnitOfWork") -> None:
        """Called after the service's last flush and before the commit; raising rolls everything back."""
        ...


@dataclass
class UnitOfWork:
    """One transaction. `changes` fill themselves from flushed records that carry a `record_kind`."""

    session: Session
    actor: Actor
    clock: Clock
    writing: bool
    changes: Changes = field(default_factory=Changes)
    traces: list[Trace] = field(default_factory=list)
    events: list[object] = field(default_factory=list)
    seen: set[tuple[str, int]] = field(default_factory=set)
    done: list[Callable[[], None]] = field(default_factory=list)

    def require(self, permission: str) -> None:
        """Raise NotAllowed unless the actor has `permission`."""
        self.actor.require(permission)

    def require_area(self, area_id: int | None) -> None:
        """Raise NotAllowed when the actor's rights end at other areas (None: a record without an area)."""
        if self.actor.area_ids is not None and area_id is not None and area_id not in self.actor.area_ids:
            raise NotAllowed(_("This record belongs to an area outside yours."))

    @property
    def community(self) -> Community:
        """The actor's community."""
        found = self.session.get(Community, self.actor.community_id)
        if found is None:
            raise NotFound(_("This data folder has not been set up yet."), todo=_("Run desk init, or open the window."))
        return found

    def get(self, model: type[Model], record_id: int) -> Model:
        """The record of this community, or NotFound."""
        found = self.session.scalars(select(model).where(model.id == record_id)).one_or_none()
        if found is None:
            raise NotFound(_("This record is no longer there, or may not be seen."))
        return found

    def expect_version(self, record: Any, version: int) -> None:
        """Raise Conflict when somebody saved `record` since its form was opened at `version`; both editions are then shown."""
        if record.version != version:
            raise Conflict(_("{name} saved this record while you were editing it.").format(name=record.updated_by))

    def add(self, record: Any) -> Any:
        """Add and flush, so that the record has its id."""
        self.session.add(record)
        self.session.flush()
        return record

    def touch(self, kind: str, *ids: int) -> None:
        """Note a change that no flushed record tells of (bulk statements)."""
        self.changes.add(kind, *ids)

    def trace(self, action: str, kind: str, record_id: int | None = None, **detail: Any) -> None:
        """Write a line of audit with this transaction."""
        self.traces.append(Trace(action, kind, record_id, detail))

    def trace_for(self, by: Actor, at: datetime, action: str, kind: str, record_id: int | None = None, **detail: Any) -> None:
        """Write a line for what somebody else did before, while nothing could be written."""
        self.traces.append(Trace(action, kind, record_id, detail, by, at))

    def saw(self, kind: str, record_id: int) -> None:
        """Note that a person looked at a confidential record; a reading unit of work puts it into the trail when it ends.

        Called where such records are handed out, so that no page can forget it. Programs without an account are not noted.
        """
        if not self.writing and self.actor.user_id is not None:
            self.seen.add((kind, record_id))

    def tell(self, happening: object) -> None:
        """Publish `happening` after the commit, not at all after a rollback."""
        self.events.append(happening)

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call back once the transaction is safe."""
        self.done.append(callback)


class UnitOfWorkFactory:
    """Opens units of work; one per user action or job, in the thread that uses it."""

    def __init__(self, database: Database, clock: Clock, participants: Sequence[Participant] = (),
                 bus: EventBus | None = None) -> None:
        self.database, self.clock, self.participants = database, clock, list(participants)
        self.bus = bus or EventBus()
        self._noted: dict[tuple[int | None, str, int], datetime] = {}

    @contextmanager
    def reading(self, actor: Actor) -> Iterator[UnitOfWork]:
        """A unit of work that cannot write; ended before the user thinks.

        Confidential records that were read stand in the trail before what was read is shown.
        """
        with self._session(actor, writing=False) as uow:
            try:
                yield uow
            finally:
                uow.session.rollback()
        if uow.seen:
            self._note_reads(actor, uow.seen)

    @contextmanager
    def writing(self, actor: Actor) -> Iterator[UnitOfWork]:
        """A unit of work that commits at the end of the block and tells of it, or leaves no trace."""
        with self._session(actor, writing=True) as uow:
            yield uow
            uow.session.flush()
            for participant in self.participants:
                participant.before_commit(uow)
            uow.session.commit()
            self._tell(uow)

    def _note_reads(self, actor: Actor, seen: set[tuple[str, int]]) -> None:
        """One line an hour for a person and a record: pages refresh themselves, that is no new look."""
        now = self.clock.now()
        fresh = [(kind, record_id) for kind, record_id in sorted(seen)
                 if now - self._noted.get((actor.user_id, kind, record_id), _LONG_AGO) >= READ_AGAIN]
        if not fresh:
            return
        with self.writing(actor) as uow:
            for kind, record_id in fresh:
                uow.trace("cases.read", kind, record_id)
        self._noted.update({(actor.user_id, kind, record_id): now for kind, record_id in fresh})

    @contextmanager
    def _session(self, actor: Actor, *, writing: bool) -> Iterator[UnitOfWork]:
        bind = self.database.writer if writing else self.database.engine
        with translated(self.database), Session(bind, expire_on_commit=False, autoflush=writing) as session:
            uow = UnitOfWork(session, actor, self.clock, writing)
            _attach(session, uow)
            yield uow

    def _tell(self, uow: UnitOfWork) -> None:
        for callback in uow.done:
            callback()
        if uow.changes.touched:
            self.bus.publish(uow.changes)
        for happening in uow.events:
            self.bus.publish(happening)


def _attach(session: Session, uow: UnitOfWork) -> None:
    event.listen(session, "do_orm_execute", lambda state: _within_community(state, uow.actor.community_id))
    event.listen(session, "before_flush", lambda *_args: _stamp(session, uow))
    event.listen(session, "after_flush", lambda *_args: _note(session, uow))


def _within_community(state: ORMExecuteState, community_id: int) -> None:
    """Every ORM statement sees the actor's community only; `all_communities=True` is for set-up and statistics of a street."""
    if state.execution_options.get("all_communities"):
        return
    state.statement = state.statement.options(with_loader_criteria(
        Scoped, lambda cls: cls.community_id == community_id, include_aliases=True))


def _stamp(session: Session, uow: UnitOfWork) -> None:
    if not uow.writing and (session.new or session.dirty or session.deleted):
        raise RuntimeError("a reading unit of work cannot write")
    now = uow.clock.now()
    for record in session.new:
        if isinstance(record, Scoped) and record.community_id is None:
            record.community_id = uow.actor.community_id
        if isinstance(record, Root):
            record.created_at, record.created_by = now, uow.actor.name
            record.updated_at, record.updated_by = now, uow.actor.name
    for record in session.dirty:
        if isinstance(record, Root) and session.is_modified(record):
            record.updated_at, record.updated_by = now, uow.actor.name


def _note(session: Session, uow: UnitOfWork) -> None:
    for record in (*session.new, *session.dirty, *session.deleted):
        kind = getattr(record, "record_kind", "")
        if kind and record.id is not None:
            uow.changes.add(kind, record.id)

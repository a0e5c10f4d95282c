"""Signing in and out, and writing pairs down from paper: no overlap, no future, midnight is no border.

For verbs of plugins, within their transaction; they check the rights of their own trade.
"""

from datetime import datetime, timedelta

from sqlalchemy import or_, select

from desk.core.clock import hall_time
from desk.core.db.conflicts import insert_of
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.text import clean
from desk.core.timesheets.drafts import PairDraft, Whose
from desk.core.timesheets.model import TimeHolder, TimePair

LONGEST = timedelta(hours=24)
"""A pair longer than this is a forgotten sign-out."""
STRUCK = "struck"


def record_pair(uow: UnitOfWork, draft: PairDraft) -> int:
    """Write one in and out (or a sign-in) down; answers the pair's id.

    Raises UserError beside started_at, ended_at, unserved, witness or late_reason.
    """
    _check(uow, draft)
    _lock(uow, draft.holder)
    _refuse_overlap(uow, draft.holder, draft.started_at, draft.ended_at)
    pair = uow.add(TimePair(
        holder_kind=draft.holder.kind, holder_id=draft.holder.id, source_kind=draft.source.kind, source_id=draft.source.id,
        day=hall_time(draft.started_at).date(), started_at=draft.started_at, ended_at=draft.ended_at,
        unserved=draft.unserved, state="closed" if draft.ended_at else "open",
        witness=clean(draft.witness, limit=60, field="witness"),
        late_reason=clean(draft.late_reason, field="late_reason")))
    return int(pair.id)


def examine_pair(uow: UnitOfWork, draft: PairDraft) -> None:
    """Raise what `record_pair` would raise; nothing is written and nobody has to wait (for dry runs)."""
    _check(uow, draft)
    _refuse_overlap(uow, draft.holder, draft.started_at, draft.ended_at)


def sign_out(uow: UnitOfWork, pair_id: int, at: datetime, *, unserved: int = 0) -> int:
    """Close an open pair; answers the served minutes."""
    pair = uow.get(TimePair, pair_id)
    if pair.state != "open":
        raise UserError(_("This pair is signed out already."))
    whose = Whose(pair.holder_kind, pair.holder_id)
    _check(uow, PairDraft(whose, Whose(pair.source_kind, pair.source_id), pair.started_at, at, unserved, witness="—",
                          late_reason="—"))
    _lock(uow, whose)
    _refuse_overlap(uow, whose, pair.started_at, at, but=pair.id)
    pair.ended_at, pair.unserved, pair.state = at, unserved, "closed"
    return pair.minutes


def reopen(uow: UnitOfWork, pair_id: int) -> None:
    """Take a sign-out back: she is still there. Refused once the pair was confirmed, or when she has signed in anew since."""
    pair = uow.get(TimePair, pair_id)
    if pair.state != "closed":
        raise UserError(_("This sign-out can no longer be taken back."), todo=_("Mend the times on the sheet."))
    whose = Whose(pair.holder_kind, pair.holder_id)
    _lock(uow, whose)
    _refuse_overlap(uow, whose, pair.started_at, None, but=pair.id)
    pair.ended_at, pair.unserved, pair.state = None, 0, "open"
    uow.trace("timesheets.reopen", "time_pair", pair.id)


def find_open(uow: UnitOfWork, holder: Whose, source: Whose) -> int | None:
    """The pair that somebody has not signed out of here, None when there is none."""
    return uow.session.scalar(select(TimePair.id).where(
        TimePair.holder_kind == holder.kind, TimePair.holder_id == holder.id, TimePair.source_kind == source.kind,
        TimePair.source_id == source.id, TimePair.state == "open"))


def strike(uow: UnitOfWork, pair_id: int, reason: str) -> None:
    """Take a pair that is not entered yet off the sheet, saying why."""
    pair = uow.get(TimePair, pair_id)
    if pair.state == "entered":
        raise UserError(_("These minutes are entered already."), todo=_("Correct them; a new entry is written."))
    reason = clean(reason)
    if not reason:
        raise UserError(_("Say why this is struck out."), field="reason")
    pair.state, pair.objection = STRUCK, reason
    uow.trace("timesheets.strike", "time_pair", pair.id, reason=reason)


def _check(uow: UnitOfWork, draft: PairDraft) -> None:
    fields = _times(uow, draft) | _late(uow, draft)
    refuse_marked(fields)


def _times(uow: UnitOfWork, draft: PairDraft) -> dict[str, str]:
    now, fields = uow.clock.now(), {}
    if draft.started_at > now:
        fields["started_at"] = _("Time that is still to come cannot be recorded.")
    if draft.ended_at is None:
        return fields
    length = draft.ended_at - draft.started_at
    if draft.ended_at > now:
        fields["ended_at"] = _("Time that is still to come cannot be recorded.")
    elif length <= timedelta():
        fields["ended_at"] = _("The end lies before the beginning.")
    elif length > LONGEST:
        fields["ended_at"] = _("More than 24 hours at a stretch: the sign-out was probably forgotten.")
    if draft.unserved < 0 or timedelta(minutes=draft.unserved) >= length > timedelta():
        fields["unserved"] = _("Travel and breaks take up the whole time.")
    return fields


def _late(uow: UnitOfWork, draft: PairDraft) -> dict[str, str]:
    days = (uow.clock.today() - hall_time(draft.started_at).date()).days
    if days <= draft.late_days:
        return {}
    fields = {}
    if not draft.witness.strip():
        fields["witness"] = _("Written down {days} days later: name a witness.").format(days=days)
    if not draft.late_reason.strip():
        fields["late_reason"] = _("Say why this is written down late.")
    return fields


def _lock(uow: UnitOfWork, holder: Whose) -> None:
    """Make others who write this person's time wait (PostgreSQL; on SQLite the writer is alone anyway)."""
    insert = insert_of(uow, TimeHolder)
    uow.session.execute(insert.values(community_id=uow.actor.community_id, holder_kind=holder.kind,
                                      holder_id=holder.id).on_conflict_do_nothing())
    uow.session.execute(select(TimeHolder.id).where(
        TimeHolder.holder_kind == holder.kind, TimeHolder.holder_id == holder.id).with_for_update())


def _refuse_overlap(uow: UnitOfWork, holder: Whose, start: datetime, end: datetime | None, but: int = 0) -> None:
    statement = select(TimePair).where(
        TimePair.holder_kind == holder.kind, TimePair.holder_id == holder.id, TimePair.state != STRUCK, TimePair.id != but,
        or_(TimePair.ended_at.is_(None), TimePair.ended_at > start))
    if end is not None:
        statement = statement.where(TimePair.started_at < end)
    other = uow.session.scalars(statement.order_by(TimePair.started_at).limit(1)).first()
    if other is None:
        return
    since = f"{hall_time(other.started_at):%Y-%m-%d %H:%M}"
    if other.ended_at is None:
        raise UserError(_("Signed in since {since} and not signed out yet.").format(since=since), field="started_at",
                        todo=_("Sign out there first."))
    raise UserError(_("This overlaps with {since}–{until}.").format(
        since=since, until=f"{hall_time(other.ended_at):%H:%M}"), field="started_at")

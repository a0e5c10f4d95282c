"""From the sheet to minutes that count: confirmed, published for the set working days, entered, corrected by new entries.

Published at the organisation for at least three working days before entry (practice, rules 3.2); wrong entries are
corrected so that the correction can be traced, never overwritten.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from desk.core.calendar.arithmetic import nth_workday
from desk.core.calendar.queries import get_workdays
from desk.core.db.uow import UnitOfWork
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean
from desk.core.timesheets.model import TimeEntry, TimePair, TimePublication

WORKDAYS = 3
SERVED, CORRECTION = "served", "correction"


@dataclass(frozen=True, slots=True)
class Entered:
    """A pair that became an entry: minutes signed."""

    entry_id: int
    pair_id: int
    holder_kind: str
    holder_id: int
    minutes: int


def confirm(uow: UnitOfWork, pair_ids: Sequence[int]) -> int:
    """The leader says the sheet is right; answers how many pairs were confirmed. Open pairs are refused."""
    pairs = _pairs(uow, pair_ids)
    if any(pair.state == "open" for pair in pairs):
        raise UserError(_("Somebody has not signed out yet."), todo=_("Sign everybody out first."))
    for pair in pairs:
        if pair.state == "closed":
            pair.state = "confirmed"
    return sum(pair.state == "confirmed" for pair in pairs)


def publish(uow: UnitOfWork, pair_ids: Sequence[int], *, place: str = "", workdays: int = WORKDAYS) -> int:
    """Put confirmed pairs on the notice board today; answers the publication's id."""
    pairs = [pair for pair in _pairs(uow, pair_ids) if pair.state == "confirmed"]
    if not pairs:
        raise UserError(_("There is nothing confirmed to publish."), todo=_("Confirm the sheet first."))
    today = uow.clock.today()
    made = uow.add(TimePublication(
        published_on=today, last_day=nth_workday(today, workdays, get_workdays(uow)), workdays=workdays,
        place=clean(place, limit=120)))
    for pair in pairs:
        pair.state, pair.publication_id = "published", made.id
    return int(made.id)


def object_to(uow: UnitOfWork, pair_id: int, text: str) -> None:
    """Somebody says a published pair is wrong: it goes back to be looked at, the others go on."""
    pair = uow.get(TimePair, pair_id)
    if pair.state != "published":
        raise UserError(_("Only what is published now can be objected to."), todo=_("Entered minutes are corrected."))
    pair.state, pair.publication_id = "closed", None
    pair.objection = clean(text, limit=400, field="objection")
    uow.trace("timesheets.object", "time_pair", pair.id, text=pair.objection)


def enter(uow: UnitOfWork, publication_id: int) -> list[Entered]:
    """Enter what was published and not objected to, once. Raises UserError before the last day has passed."""
    found = uow.session.scalars(select(TimePublication).where(TimePublication.id == publication_id)
                                .with_for_update().execution_options(populate_existing=True)).one()
    if found.entered_on is not None:
        raise UserError(_("This publication is entered already."))
    if uow.clock.today() <= found.last_day:
        raise UserError(_("Published until {day}; it may be entered after that day.").format(day=found.last_day),
                        todo=_("Come back on the next working day."))
    pairs = uow.session.scalars(select(TimePair).where(
        TimePair.publication_id == publication_id, TimePair.state == "published").order_by(TimePair.id)).all()
    found.entered_on = uow.clock.today()
    return [_enter(uow, pair) for pair in pairs if pair.minutes]


def correct(uow: UnitOfWork, pair_id: int, minutes: int, reason: str, witness: str = "") -> Entered:
    """The served minutes of an entered pair shall be `minutes`; the difference is a new entry."""
    pair = uow.session.scalars(select(TimePair).where(TimePair.id == pair_id).with_for_update()).one()
    reason = clean(reason, field="reason")
    if pair.state != "entered":
        raise UserError(_("This is not entered yet; change it on the sheet."))
    if not reason:
        raise UserError(_("Say why the entry is corrected."), field="reason")
    if not 0 <= minutes <= 24 * 60:
        raise UserError(_("Minutes lie between 0 and 24 hours."), field="minutes")
    difference = minutes - entered_minutes(uow, pair_id)
    if not difference:
        raise UserError(_("It says so already."), field="minutes")
    if minutes + _other_minutes(uow, pair) > 24 * 60:
        raise UserError(_("With what else is entered on {day} that would be more than 24 hours.").format(day=pair.day),
                        field="minutes")
    return _write(uow, pair, difference, CORRECTION, reason, witness)


def lock_pairs(uow: UnitOfWork, pair_ids: Sequence[int]) -> None:
    """Make corrections of these pairs wait until this transaction ends, locked in the order of ids."""
    uow.session.scalars(select(TimePair.id).where(TimePair.id.in_(list(pair_ids))).order_by(TimePair.id)
                        .with_for_update()).all()


def entered_minutes(uow: UnitOfWork, pair_id: int) -> int:
    """What counts of a pair now."""
    return uow.session.scalar(select(func.coalesce(func.sum(TimeEntry.minutes), 0)).where(TimeEntry.pair_id == pair_id)) or 0


def _other_minutes(uow: UnitOfWork, pair: TimePair) -> int:
    """What counts of the same person's other pairs of the day."""
    return uow.session.scalar(select(func.coalesce(func.sum(TimeEntry.minutes), 0)).where(
        TimeEntry.holder_kind == pair.holder_kind, TimeEntry.holder_id == pair.holder_id, TimeEntry.day == pair.day,
        TimeEntry.pair_id != pair.id)) or 0


def _enter(uow: UnitOfWork, pair: TimePair) -> Entered:
    pair.state = "entered"
    return _write(uow, pair, pair.minutes, SERVED, "", pair.witness)


def _write(uow: UnitOfWork, pair: TimePair, minutes: int, kind: str, reason: str, witness: str) -> Entered:
    entry = uow.add(TimeEntry(
        pair_id=pair.id, holder_kind=pair.holder_kind, holder_id=pair.holder_id, source_kind=pair.source_kind,
        source_id=pair.source_id, day=pair.day, minutes=minutes, kind=kind, reason=reason, witness=clean(witness, limit=60),
        at=uow.clock.now(), by=uow.actor.name))
    uow.trace("timesheets.enter", "time_entry", entry.id, pair=pair.id, minutes=minutes, entry=kind)
    return Entered(entry.id, pair.id, pair.holder_kind, pair.holder_id, minutes)


def _pairs(uow: UnitOfWork, pair_ids: Sequence[int]) -> list[TimePair]:
    return list(uow.session.scalars(select(TimePair).where(TimePair.id.in_(list(pair_ids))).order_by(TimePair.id)))

"""Deadlines of matters: started by states, paused with a reason, extended, stopped by final states."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from desk.core.calendar.arithmetic import Due, Period, workdays_between
from desk.core.calendar.queries import get_due, get_workdays
from desk.core.cases.access import changeable_case, changed
from desk.core.cases.entries import happened_on, write_entry
from desk.core.cases.kinds import CaseKind, Limit
from desk.core.cases.model import FAR, Case, CaseClock
from desk.core.cases.registry import texts
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.settings.service import get_setting
from desk.core.text import clean

BY_KIND = "the kind of matter names the permission, which is required inside"


@verb("cases.start_clock", open_because=BY_KIND)
def start_clock(uow: UnitOfWork, case_id: int, limit_code: str, on: date | None = None) -> Due:
    """Start the deadline `limit_code` of the kind's table as of `on` (that day is not counted); answers when it ends."""
    case, kind = changeable_case(uow, case_id)
    return _start(uow, case, kind, kind.limit(limit_code), happened_on(uow, case, on))


@verb("cases.start_clock_until", open_because=BY_KIND)
def start_clock_until(uow: UnitOfWork, case_id: int, code: str, title: str, until: date, source: str = "") -> None:
    """Start a deadline that ends on an agreed day (performance promised for a date)."""
    case, _kind = changeable_case(uow, case_id)
    _refuse_second(uow, case, code)
    today = uow.clock.today()
    if until < today:
        raise UserError(_("{day} is over already.").format(day=until), field="until")
    uow.add(CaseClock(case_id=case_id, limit_code=code, title=clean(title, limit=120, field="title"), source=source,
                      started_on=today, due_on=until, unmoved_on=until))
    write_entry(uow, case, "clock.start", what=code, text=until.isoformat())
    _renew_due(uow, case)


@verb("cases.set_clock", open_because=BY_KIND)
def set_clock(uow: UnitOfWork, case_id: int, code: str, title: str, span: Period | date | None, on: date | None = None) -> None:
    """The deadline `code` runs anew from `on`, for a period or until an agreed day, in place of one that runs; None only
    stops it. For lengths that are data of the record itself, not of its kind (a procedure a community edits).
    """
    case, _kind = changeable_case(uow, case_id)
    day = happened_on(uow, case, on)
    _stop(uow, case, [clock for clock in _clocks(uow, case) if clock.limit_code == code], day)
    if span is None:
        return
    due = get_due(uow, day, span) if isinstance(span, Period) else Due(span, span)
    length = {"amount": span.amount, "unit": span.unit, "source": span.source} if isinstance(span, Period) else {}
    uow.add(CaseClock(case_id=case_id, limit_code=code, title=clean(title, limit=120, field="title"), started_on=day,
                      due_on=due.last_day, unmoved_on=due.unmoved, **length))
    write_entry(uow, case, "clock.start", what=code, text=due.last_day.isoformat(), on=day)
    _renew_due(uow, case)


@verb("cases.pause_clock", open_because=BY_KIND)
def pause_clock(uow: UnitOfWork, case_id: int, limit_code: str, reason: str, on: date | None = None) -> None:
    """The days after `on` do not count until the clock is resumed (an expert's appraisal); a reason is needed."""
    case, _kind = changeable_case(uow, case_id)
    clock, reason = _running(uow, case, limit_code), _reason(reason)
    if clock.paused_on is not None:
        raise UserError(_("This deadline is paused already, since {day}.").format(day=clock.paused_on))
    clock.paused_on, clock.paused_reason = _not_before(uow, case, clock.started_on, on), reason
    write_entry(uow, case, "clock.pause", what=limit_code, reason=reason, on=clock.paused_on)
    _renew_due(uow, case)


@verb("cases.resume_clock", open_because=BY_KIND)
def resume_clock(uow: UnitOfWork, case_id: int, limit_code: str, on: date | None = None) -> Due:
    """The clock runs again from `on`; what was left when it was paused is left now. Answers when it ends."""
    case, _kind = changeable_case(uow, case_id)
    clock = _running(uow, case, limit_code)
    if clock.paused_on is None:
        raise UserError(_("This deadline is not paused."))
    day = _not_before(uow, case, clock.paused_on, on)
    due = _moved_on(uow, clock, day)
    clock.due_on, clock.unmoved_on, clock.paused_on, clock.paused_reason = due.last_day, due.unmoved, None, ""
    write_entry(uow, case, "clock.resume", what=limit_code, text=due.last_day.isoformat(), on=day)
    _renew_due(uow, case)
    return due


@verb("cases.extend_clock", open_because=BY_KIND)
def extend_clock(uow: UnitOfWork, case_id: int, limit_code: str, until: date, reason: str) -> None:
    """The deadline is put off to `until`, later than before; a reason is needed (the parties agree)."""
    case, _kind = changeable_case(uow, case_id)
    clock, reason = _running(uow, case, limit_code), _reason(reason)
    if until <= clock.due_on:
        raise UserError(_("The new last day must be later than {day}.").format(day=clock.due_on), field="until")
    clock.due_on = clock.unmoved_on = until
    write_entry(uow, case, "clock.extend", what=limit_code, text=until.isoformat(), reason=reason)
    _renew_due(uow, case)


@verb("cases.stop_clock", open_because=BY_KIND)
def stop_clock(uow: UnitOfWork, case_id: int, limit_code: str, on: date | None = None) -> None:
    """What was due is done."""
    case, _kind = changeable_case(uow, case_id)
    _stop(uow, case, [_running(uow, case, limit_code)], happened_on(uow, case, on))


def start_limits(uow: UnitOfWork, case: Case, kind: CaseKind, on: date) -> None:
    """Start the deadlines that the matter's state starts, stop those it ends; all of them in a final state."""
    final = kind.state(case.state).final
    over = {limit.code for limit in kind.limits if case.state in limit.stops_in}
    _stop(uow, case, [clock for clock in _clocks(uow, case) if final or clock.limit_code in over], on)
    running = {clock.limit_code for clock in _clocks(uow, case)}
    for limit in kind.limits:
        if limit.starts_in == case.state and limit.code not in running and not final:
            _start(uow, case, kind, limit, on)


def _start(uow: UnitOfWork, case: Case, kind: CaseKind, limit: Limit, on: date) -> Due:
    _refuse_second(uow, case, limit.code)
    amount = int(get_setting(uow, limit.setting, limit.amount)) if limit.setting else limit.amount
    due = get_due(uow, on, Period(amount, limit.unit, limit.source))
    uow.add(CaseClock(case_id=case.id, limit_code=limit.code, title=texts(kind.code)(limit.title), amount=amount,
                      unit=limit.unit, source=limit.source, started_on=on, due_on=due.last_day, unmoved_on=due.unmoved))
    write_entry(uow, case, "clock.start", what=limit.code, text=due.last_day.isoformat(), on=on)
    _renew_due(uow, case)
    return due


def _stop(uow: UnitOfWork, case: Case, clocks: Sequence[CaseClock], on: date) -> None:
    for clock in clocks:
        clock.stopped_on = max(on, clock.started_on)
        write_entry(uow, case, "clock.stop", what=clock.limit_code, on=on)
    if clocks:
        _renew_due(uow, case)


def _moved_on(uow: UnitOfWork, clock: CaseClock, day: date) -> Due:
    """The end of a paused clock that runs again from `day`; one that was over when paused stays over."""
    paused = clock.paused_on or day
    if clock.due_on <= paused or day == paused:
        return Due(clock.due_on, clock.unmoved_on)
    table = get_workdays(uow)
    if clock.unit == "workday":
        return get_due(uow, day, Period(workdays_between(paused, clock.due_on, table) or 1, "workday"), table)
    plain = clock.unmoved_on if clock.unmoved_on > paused else clock.due_on
    return get_due(uow, day, Period((plain - paused).days, "day"), table)


def _clocks(uow: UnitOfWork, case: Case) -> Sequence[CaseClock]:
    return uow.session.scalars(select(CaseClock).where(CaseClock.case_id == case.id, CaseClock.stopped_on.is_(None))
                               .order_by(CaseClock.id)).all()


def _running(uow: UnitOfWork, case: Case, limit_code: str) -> CaseClock:
    found = [clock for clock in _clocks(uow, case) if clock.limit_code == limit_code]
    if not found:
        raise UserError(_("This deadline is not running."))
    return found[0]


def _refuse_second(uow: UnitOfWork, case: Case, code: str) -> None:
    if any(clock.limit_code == code for clock in _clocks(uow, case)):
        raise UserError(_("This deadline is running already."))


def _not_before(uow: UnitOfWork, case: Case, earliest: date, on: date | None) -> date:
    day = happened_on(uow, case, on)
    if day < earliest:
        raise UserError(_("{day} is too early: the deadline ran from {earliest}.").format(day=day, earliest=earliest),
                        field="on")
    return day


def _reason(reason: str) -> str:
    reason = clean(reason, field="reason")
    if not reason:
        raise UserError(_("Say why."), field="reason")
    return reason


def _renew_due(uow: UnitOfWork, case: Case) -> None:
    uow.session.flush()
    case.due_on = min((clock.due_on for clock in _clocks(uow, case) if clock.paused_on is None), default=FAR)
    changed(uow, case, "cases.clock")

"""When an agreement takes effect, and until when the court may be asked to confirm it. Pure arithmetic over the law's table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.api.calendar import Period, WorkingDays, due_on
from plugins.mediation.law import source

CONFIRMATION = Period(30, "day", source("R18"))


@dataclass(frozen=True, slots=True)
class Effect:
    """effective_on: None while a signature or the seal is lacking; `lacking` then counts what is.

    confirm_until: last day for the joint application, moved off holidays; confirm_remind: the earlier, unmoved day.
    """

    effective_on: date | None = None
    confirm_until: date | None = None
    confirm_remind: date | None = None
    moved_because: str = ""


def written_effect(signed: Sequence[date | None], mediator: date | None, seal: date | None, days: WorkingDays, *,
                   weekends_move: bool = True, confirmable: bool = True) -> Effect:
    """A written agreement: the last of all parties' signatures, the mediator's and the seal (R13)."""
    dates = [*signed, mediator, seal]
    if not signed or any(one is None for one in dates):
        return Effect()
    return _with_confirmation(max(one for one in dates if one), days, weekends_move, confirmable)


def oral_effect(reached_on: date, days: WorkingDays, *, weekends_move: bool = True, confirmable: bool = True) -> Effect:
    """An oral agreement takes effect when it is reached (R15)."""
    return _with_confirmation(reached_on, days, weekends_move, confirmable)


def _with_confirmation(effective: date, days: WorkingDays, weekends_move: bool, confirmable: bool) -> Effect:
    if not confirmable:
        return Effect(effective)
    due = due_on(effective, CONFIRMATION, days, weekends_move=weekends_move)
    return Effect(effective, due.last_day, due.unmoved, due.moved_because)

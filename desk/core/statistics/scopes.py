"""Which months and areas a question is about, within what the actor may see."""

from datetime import date

from desk.core.db.uow import UnitOfWork
from desk.core.errors import NotAllowed
from desk.core.i18n import _
from desk.core.places.queries import get_area, list_area_ids_below
from desk.core.statistics.declared import Scope
from desk.core.statistics.model import EVERYWHERE
from desk.core.statistics.periods import ReportPeriod


def area_ids(uow: UnitOfWork, area_id: int | None) -> frozenset[int] | None:
    """Ids below the chosen area, None for everywhere; an actor whose rights end at areas counts only within them.

    Raises NotAllowed for an area outside hers.
    """
    own = uow.actor.area_ids
    if not area_id:
        return None if own is None else frozenset(own)
    below = list_area_ids_below(uow, area_id)
    if own is not None and not below <= frozenset(own):
        raise NotAllowed(_("This area lies outside yours."))
    return below


def area_title(uow: UnitOfWork, area_id: int | None) -> str:
    """What the area is called, the community's name for everywhere."""
    if area_id:
        area = get_area(uow, area_id)
        return area.full_name or area.name
    return str(uow.community.name)


def area_key(area_id: int | None) -> int:
    """How frozen months name it."""
    return area_id or EVERYWHERE


def begun(months: tuple[ReportPeriod, ...], today: date) -> tuple[ReportPeriod, ...]:
    """Those months that have begun: nothing is counted of the future."""
    return tuple(month for month in months if month.first <= today)


def scope_of(months: tuple[ReportPeriod, ...], areas: frozenset[int] | None, today: date) -> Scope:
    """From the first month's first day to the last one's end, or to today."""
    return Scope(months[0].first, min(months[-1].last, today), areas)

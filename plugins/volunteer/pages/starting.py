"""Starting values of the forms: what is stored, else what a clerk would type anyway."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from desk.api import HALL_ZONE, translator
from desk.api.db import UnitOfWork
from desk.api.people import get_person
from desk.api.timesheets import TimePair, Whose, count_minutes, entered_minutes
from plugins.volunteer.kinds import ACTIVITY, VOLUNTEER
from plugins.volunteer.models import Activity, Goods, Order, Role, Team, Volunteer
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.earning import owing_household
from plugins.volunteer.service.market import balance
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.proving import certified_lines, eligible_star
from plugins.volunteer.service.sharing import household_title, share_of
from plugins.volunteer.service.star_table import star_levels
from plugins.volunteer.service.stock import price_of, stock_of

_ = translator("volunteer")


def stored(model: Any, *names: str) -> Any:
    """A loader that answers `names` of the stored record with id and version, {} for a new one."""
    def load(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
        if not record_id:
            return {}
        found = uow.get(model, record_id)
        return {"id": found.id, "version": found.version} | {name: getattr(found, name) for name in names}
    return load


def just_id(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Forms that act on one record."""
    return {"id": record_id or 0, "activity_id": record_id or 0, "volunteer_id": record_id or 0, "team_id": record_id or 0,
            "goods_id": record_id or 0}


def volunteer(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A new registration of today, or the stored one."""
    if not record_id:
        return {"joined_on": uow.clock.today()}
    found = uow.get(Volunteer, record_id)
    names = ("id", "version", "person_id", "joined_on", "state", "station", "skills_note", "wishes", "times", "emergency",
             "guardian", "guardian_on", "own_income")
    return {name: getattr(found, name) for name in names} | {
        "skills": tuple(filter(None, found.skills.split(","))), "consent_data": "data" in found.consents,
        "consent_names": "names" in found.consents, "consent_share": "share" in found.consents}


def activity(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Tomorrow morning, or the stored plan."""
    if not record_id:
        start = _tomorrow(uow)
        return {"starts_at": start, "ends_at": start + timedelta(hours=2), "responsible": uow.actor.name,
                "roles": [{"title": "志愿者", "seats": 0, "least_age": 0}]}
    found = uow.get(Activity, record_id)
    names = ("id", "version", "title", "kind", "form", "team_id", "project_id", "area_id", "style",
             "tools", "contact", "wanted", "place", "content", "risks", "responsible", "starts_at",
             "ends_at", "unserved", "hazard", "insurance", "insured_from", "minors")
    roles = uow.session.scalars(select(Role).where(Role.activity_id == found.id).order_by(Role.id))
    return {name: getattr(found, name) for name in names} | {"roles": [
        {"id": one.id, "title": one.title, "seats": one.seats, "least_age": one.least_age} for one in roles]}


def _tomorrow(uow: UnitOfWork) -> datetime:
    """Nine o'clock of the next day in the hall."""
    return datetime.combine(uow.clock.today() + timedelta(days=1), time(9), HALL_ZONE)


def signing_up(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The activity's first role."""
    first = uow.session.scalar(select(Role.id).where(Role.activity_id == (record_id or 0)).order_by(Role.id).limit(1))
    return just_id(uow, record_id) | {"role_id": first or 0}


team = stored(Team, "name", "kind", "theme", "parent_id", "area_id", "duty", "seats", "venue", "hours", "worker")


def goods(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Stored goods with today's price."""
    if not record_id:
        return {"unit": "件", "limit_days": 90}
    found = uow.get(Goods, record_id)
    names = ("id", "version", "code", "name", "unit", "limit", "limit_days")
    return {name: getattr(found, name) for name in names} | {"points": points_text(price_of(uow, found.id) or 0)}


def stocktake(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """What should be there."""
    return {"goods_id": record_id or 0, "counted": stock_of(uow, record_id or 0)}


def order(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A new wish for tomorrow."""
    start = _tomorrow(uow)
    return {"wanted_at": start, "wanted_until": start + timedelta(hours=2)}


def done(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """As it was agreed."""
    found = uow.get(Order, record_id or 0)
    return {"id": found.id, "started_at": found.wanted_at, "ended_at": found.wanted_until}


def correction(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """What counts now."""
    found = uow.get(TimePair, record_id or 0)
    return {"pair_id": found.id, "minutes": entered_minutes(uow, found.id), "what": _whose_points(uow, found)}


def _whose_points(uow: UnitOfWork, pair: TimePair) -> str:
    """From whom points are taken back when less was served."""
    household = owing_household(uow, pair)
    if household is not None and share_of(uow, pair.holder_id) is None:
        return _("They stayed on the account of {household} when she left it; what is taken back is taken there.").format(
            household=household_title(uow, household))
    have = balance(uow, pair.holder_id)
    if have < 0:
        return _("{points} points are owed; taking back more adds to the debt.").format(points=points_text(-have))
    return _("They follow the hours. She has {points} now; what was spent already stands as a debt.").format(
        points=points_text(have))


def times(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """As the line stands; without a sign-out the planned end."""
    found = uow.get(TimePair, record_id or 0)
    end = found.ended_at or (uow.get(Activity, found.source_id).ends_at if found.source_kind == ACTIVITY else None)
    return {"id": found.id, "started_at": found.started_at, "ended_at": end, "unserved": found.unserved,
            "witness": found.witness}


def certificate(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Everything till today, and what there is to certify."""
    who, today = uow.get(Volunteer, record_id or 0), uow.clock.today()
    lines = certified_lines(uow, who.id, date.min, today)
    told = [_("{hours} in {n} entries, since {day}").format(
        hours=hours_text(count_minutes(uow, Whose(VOLUNTEER, who.id))), n=len(lines), day=lines[0]["day"])
        if lines else _("No hours of this community are entered yet: there is nothing to certify.")]
    if not get_person(uow, who.person_id).papers:
        told.append(_("The register holds no identity paper of this person; its line on the certificate stays blank."))
    return {"volunteer_id": who.id, "last": today, "handler": uow.actor.name, "what": " ".join(told)}


def levels(uow: UnitOfWork) -> list[tuple[int, str]]:
    """Star levels to choose from."""
    return [(one.level, one.title) for one in star_levels(uow)]


def star(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The highest level the hours allow."""
    found = eligible_star(uow, record_id or 0)
    return {"volunteer_id": record_id or 0, "level": found.level if found else 1, "by": uow.community.name}


def rule(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """From today on."""
    return {"valid_from": uow.clock.today(), "points": "1", "months": 36}

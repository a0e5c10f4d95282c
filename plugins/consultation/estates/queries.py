"""Reads of estates: lists, the register of owners, committees and their terms, the set-up rate."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select

from desk.api.db import UnitOfWork
from desk.api.pages import Page, PageRequest, keyset_page
from desk.api.settings import get_setting
from desk.api.votes import UnitDraft, VoterDraft, VoteRow, list_votes_of, owners_roll
from plugins.consultation.estates.kinds import ESTATE
from plugins.consultation.estates.model import Committee, Estate, Unit

LEAD_DAYS = 90


@dataclass(frozen=True, slots=True)
class EstateRow:
    """An estate in the list. area: 0.01 m²; committee: of the present or last term."""

    id: int
    version: int
    name: str
    address: str
    firm: str
    managed: bool
    developer: str
    note: str
    units: int
    area: int
    committee: "CommitteeRow | None"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A part with its owners: (name, tail)."""

    id: int
    version: int
    estate_id: int
    building: str
    label: str
    area: int
    area_source: str
    owners: tuple[tuple[str, str], ...]
    voter: str
    parking: bool
    unsold: bool


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A committee. seats: (name, post, home) of who sits now. days_left: to the end of its term, None without one. changes:
    (day, "left" or "came", name, post, why or how) during the term, oldest first. elected: members the election gave.
    """

    id: int
    version: int
    estate_id: int
    estate: str
    number: int
    state: str
    prepared_on: date
    preparers: str
    seats: tuple[tuple[str, str, str], ...]
    vote_id: int | None
    elected_on: date | None
    term_end: date | None
    filed_on: date | None
    filed_with: str
    filing_number: str
    ended_on: date | None
    end_reason: str
    days_left: int | None
    changes: tuple[tuple[date, str, str, str, str], ...] = ()
    elected: int = 0
    party_members: int | None = None


@dataclass(frozen=True, slots=True)
class EstateFile:
    """Everything of an estate but its parts one by one. voters: persons an owners' vote would have; area what it weighs."""

    row: EstateRow
    voters: int
    area: int
    namesakes: tuple[str, ...]
    unowned: int
    committees: tuple[CommitteeRow, ...]
    votes: tuple[VoteRow, ...]


def list_estates(uow: UnitOfWork, request: PageRequest) -> Page[EstateRow]:
    """One page by name. filters: committee ("standing", "none"), ending: within the lead."""
    found, after = keyset_page(uow.session, _estates(uow, request), (Estate.name, Estate.id), request)
    return Page([_estate(uow, one) for one in found], after)


def count_estates(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return uow.session.scalar(select(func.count()).select_from(_estates(uow, request).subquery())) or 0


def set_up_rate(uow: UnitOfWork) -> tuple[int, int]:
    """(managed estates with a standing committee, managed estates)."""
    managed = uow.session.scalar(select(func.count()).select_from(Estate).where(Estate.managed.is_(True))) or 0
    standing = uow.session.scalar(select(func.count(func.distinct(Committee.estate_id))).join(
        Estate, Estate.id == Committee.estate_id).where(Estate.managed.is_(True), Committee.state == "filed")) or 0
    return standing, managed


def get_estate(uow: UnitOfWork, estate_id: int) -> EstateFile:
    """The estate; NotFound."""
    estate = uow.get(Estate, estate_id)
    units = list_units_of(uow, estate_id)
    roll = roll_of_estate(uow, estate_id, units)
    return EstateFile(
        _estate(uow, estate), len(roll), sum(voter.area for voter in roll), _namesakes(units),
        sum(not one.owners and not one.unsold for one in units),
        tuple(_committee(uow, one, estate.name) for one in uow.session.scalars(
            select(Committee).where(Committee.estate_id == estate_id).order_by(Committee.number.desc()))),
        tuple(list_votes_of(uow, ESTATE, estate_id)))


def get_committee(uow: UnitOfWork, committee_id: int) -> CommitteeRow:
    """One committee; NotFound."""
    one = uow.get(Committee, committee_id)
    return _committee(uow, one, uow.get(Estate, one.estate_id).name)


def party_share(uow: UnitOfWork) -> tuple[int, int]:
    """(party members, members) of standing committees whose number is kept."""
    found = [_committee(uow, one, "") for one in uow.session.scalars(
        select(Committee).where(Committee.state == "filed", Committee.party_members.is_not(None)))]
    return (sum(one.party_members or 0 for one in found),
            sum(post != "substitute" for one in found for _name, post, _home in one.seats))


def list_ending(uow: UnitOfWork) -> list[CommitteeRow]:
    """Committees whose term ends within the lead (a setting), soonest first; ended ones nobody renewed stay."""
    until = uow.clock.today() + timedelta(days=int(get_setting(uow, "consultation.term_lead", LEAD_DAYS)))
    found = uow.session.execute(select(Committee, Estate.name).join(Estate, Estate.id == Committee.estate_id).where(
        Committee.state == "filed", Committee.term_end <= until).order_by(Committee.term_end, Committee.id))
    return [_committee(uow, one, name) for one, name in found]


def list_units(uow: UnitOfWork, request: PageRequest) -> Page[UnitRow]:
    """One page of the register, by building and flat."""
    found, after = keyset_page(uow.session, _units(request), (Unit.building, Unit.label, Unit.id), request)
    return Page([_unit(one) for one in found], after)


def count_units(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return uow.session.scalar(select(func.count()).select_from(_units(request).subquery())) or 0


def get_unit(uow: UnitOfWork, unit_id: int) -> UnitRow:
    """One part; NotFound."""
    return _unit(uow.get(Unit, unit_id))


def list_units_of(uow: UnitOfWork, estate_id: int) -> list[UnitRow]:
    """The whole register of an estate."""
    return [_unit(one) for one in uow.session.scalars(select(Unit).where(Unit.estate_id == estate_id).order_by(
        Unit.building, Unit.label))]


def roll_of_estate(uow: UnitOfWork, estate_id: int, units: list[UnitRow] | None = None) -> tuple[VoterDraft, ...]:
    """Who would vote today: one owner once with all her areas, co-owners of a part once, the developer once (区分解释 8, 9)."""
    estate = uow.get(Estate, estate_id)
    parking = bool(get_setting(uow, "consultation.parking_counts", False))
    drafts = []
    for one in units if units is not None else list_units_of(uow, estate_id):
        owners = tuple((name, f"{name}/{tail}") for name, tail in one.owners)
        if one.unsold:
            owners = ((estate.developer or "建设单位", "developer"),)
        if owners:
            drafts.append(UnitDraft(full_label(one), one.area, owners, one.area_source, one.parking, one.building, one.voter))
    return owners_roll(drafts, parking=parking)


def full_label(one: UnitRow) -> str:
    """Building and flat as papers print them."""
    return f"{one.building}-{one.label}" if one.building else one.label


def _estates(uow: UnitOfWork, request: PageRequest) -> Select[Any]:
    found = select(Estate)
    standing = select(Committee.estate_id).where(Committee.state == "filed")
    if request.text.strip():
        found = found.where(or_(Estate.name.contains(request.text.strip(), autoescape=True),
                                Estate.firm.contains(request.text.strip(), autoescape=True)))
    if request.filters.get("committee") == "standing":
        found = found.where(Estate.id.in_(standing))
    if request.filters.get("committee") == "none":
        found = found.where(Estate.managed.is_(True), Estate.id.not_in(standing))
    if request.filters.get("ending"):
        found = found.where(Estate.id.in_([one.estate_id for one in list_ending(uow)]))
    return found


def _units(request: PageRequest) -> Select[Any]:
    found = select(Unit)
    if request.filters.get("estate_id"):
        found = found.where(Unit.estate_id == request.filters["estate_id"])
    for word in request.text.split():
        found = found.where(or_(Unit.building.contains(word, autoescape=True), Unit.label.contains(word, autoescape=True)))
    return found


def _estate(uow: UnitOfWork, one: Estate) -> EstateRow:
    units, area = uow.session.execute(select(func.count(Unit.id), func.coalesce(func.sum(Unit.area), 0)).where(
        Unit.estate_id == one.id)).one()
    last = uow.session.scalars(select(Committee).where(Committee.estate_id == one.id).order_by(Committee.number.desc())
                               .limit(1)).one_or_none()
    return EstateRow(one.id, one.version, one.name, one.address, one.firm, one.managed, one.developer, one.note, int(units),
                     int(area), _committee(uow, last, one.name) if last else None)


def _unit(one: Unit) -> UnitRow:
    return UnitRow(one.id, one.version, one.estate_id, one.building, one.label, one.area, one.area_source,
                   tuple((owner["name"], owner.get("tail", "")) for owner in one.owners), one.voter, one.parking, one.unsold)


def _committee(uow: UnitOfWork, one: Committee, estate: str) -> CommitteeRow:
    left = (one.term_end - uow.clock.today()).days if one.term_end and one.state == "filed" else None
    return CommitteeRow(one.id, one.version, one.estate_id, estate, one.number, one.state, one.prepared_on, one.preparers,
                        tuple((seat["name"], seat["post"], seat.get("home", "")) for seat in one.seats
                              if "left_on" not in seat), one.vote_id,
                        one.elected_on, one.term_end, one.filed_on, one.filed_with, one.filing_number, one.ended_on,
                        one.end_reason, left, _changes(one), sum("from_on" not in seat and seat["post"] != "substitute"
                                                                 for seat in one.seats), one.party_members)


def _changes(one: Committee) -> tuple[tuple[date, str, str, str, str], ...]:
    left = [(date.fromisoformat(seat["left_on"]), "left", seat["name"], seat["post"], seat.get("why", ""))
            for seat in one.seats if "left_on" in seat]
    came = [(date.fromisoformat(seat["from_on"]), "came", seat["name"], seat["post"], seat.get("how", ""))
            for seat in one.seats if "from_on" in seat]
    return tuple(sorted([*left, *came], key=lambda change: (change[0], change[1] == "came")))


def _namesakes(units: list[UnitRow]) -> tuple[str, ...]:
    """Names that stand on several parts, at least once without a tail: they are taken for one person until told apart."""
    tails: dict[str, list[str]] = {}
    for unit in units:
        for name, tail in unit.owners:
            tails.setdefault(name, []).append(tail)
    return tuple(name for name, found in tails.items() if len(found) > 1 and "" in found)

"""Reads of the register of covenants."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.api.db import UnitOfWork
from desk.api.places import get_area
from plugins.consultation.models import Covenant, CovenantReview


@dataclass(frozen=True, slots=True)
class CovenantReviewRow:
    """What one review found."""

    on: date
    who: str
    finding: str
    outcome: str


@dataclass(frozen=True, slots=True)
class CovenantRow:
    """A covenant with its reviews. area: full name, "" for the whole community."""

    id: int
    version: int
    title: str
    area_id: int | None
    area: str
    text: str
    edition: int
    topic_id: int | None
    adopted_on: date
    adopted_by: str
    checked_by: str
    households: int | None
    signed: int | None
    review_on: date
    state: str
    ended_on: date | None
    ended_reason: str
    replaces_id: int | None
    reviews: tuple[CovenantReviewRow, ...]


def get_covenant(uow: UnitOfWork, covenant_id: int) -> CovenantRow:
    """One covenant; NotFound."""
    return _row(uow, uow.get(Covenant, covenant_id))


def list_covenants(uow: UnitOfWork, *, in_force: bool | None = None) -> list[CovenantRow]:
    """Covenants, those in force first, the newest first."""
    statement = select(Covenant).order_by(Covenant.state != "force", Covenant.adopted_on.desc(), Covenant.id.desc())
    if in_force is not None:
        statement = statement.where((Covenant.state == "force") == in_force)
    return [_row(uow, one) for one in uow.session.scalars(statement)]


def _row(uow: UnitOfWork, one: Covenant) -> CovenantRow:
    reviews = uow.session.scalars(
        select(CovenantReview).where(CovenantReview.covenant_id == one.id).order_by(CovenantReview.id)
    )
    return CovenantRow(
        one.id, one.version, one.title, one.area_id, get_area(uow, one.area_id).full_name if one.area_id else "", one.text,
        one.edition, one.topic_id, one.adopted_on, one.adopted_by, one.checked_by, one.households, one.signed, one.review_on,
        one.state, one.ended_on, one.ended_reason, one.replaces_id,
        tuple(CovenantReviewRow(said.on_date, said.who, said.finding, said.outcome) for said in reviews))

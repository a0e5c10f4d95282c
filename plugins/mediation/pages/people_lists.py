"""The lists of mediators and of mediation rooms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Chip, Column, ListSpec, Page, PageRequest, RowAction, StateCell, keyset_page
from plugins.mediation.kinds import ALL, MEDIATOR, ROOM
from plugins.mediation.mediators import KINDS, POSTS
from plugins.mediation.models import Mediator, StarRoom, Term
from plugins.mediation.rates import base_text, percent, rates_by_name

_ = translator("mediation")
SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class MediatorLine:
    """A mediator in the list; taken, settled, rate: this year."""

    id: int
    number: str
    name: str
    kind: str
    post: str
    state: StateCell
    until: date | None
    taken: int
    settled: int
    rate: str


@dataclass(frozen=True, slots=True)
class RoomLine:
    """A mediation room in the list."""

    id: int
    name: str
    place: str
    lead: str
    star: str
    review_on: date | None
    state: StateCell


def term_state(last: date | None, today: date) -> StateCell:
    """Whether a term runs, ends soon, or is over."""
    if last is None:
        return StateCell(_("No term"), Tone.WAITING)
    if last < today:
        return StateCell(_("Term over"), Tone.LATE)
    return StateCell(_("Ends soon"), Tone.WAITING) if last - today <= SOON else StateCell(_("In office"), Tone.DONE)


def _filtered(statement: Any, request: PageRequest) -> Any:
    if request.filters.get("in_office"):
        statement = statement.where(Mediator.left_on.is_(None))
    if request.filters.get("kind"):
        statement = statement.where(Mediator.kind == request.filters["kind"])
    if request.text.strip():
        text = request.text.strip()
        statement = statement.where(Mediator.name.contains(text, autoescape=True) | Mediator.number.contains(text,
                                                                                                             autoescape=True))
    return statement


def fetch_mediators(uow: UnitOfWork, request: PageRequest) -> Page[MediatorLine]:
    """By number, with the figures of the year."""
    rows, after = keyset_page(uow.session, _filtered(select(Mediator), request), [Mediator.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards))
    today = uow.clock.today()
    lasts = _lasts(uow, [one.id for one in rows])
    rates = rates_by_name(uow, {one.name for one in rows}, today.replace(month=1, day=1), today)
    titles = {code: _(title) for table in (KINDS, POSTS) for code, title, _paper in table}
    return Page([MediatorLine(
        one.id, one.number, one.name, titles.get(one.kind, ""), titles.get(one.post, ""),
        StateCell(_("Left"), Tone.MUTED) if one.left_on else term_state(lasts.get(one.id), today), lasts.get(one.id),
        rates[one.name].taken, rates[one.name].settled, percent(rates[one.name].rate) if rates[one.name].base else "")
        for one in rows], after)


def count_mediators(uow: UnitOfWork, request: PageRequest) -> int:
    """How many the filters leave."""
    return uow.session.scalar(_filtered(select(func.count(Mediator.id)), request)) or 0


def sentence(uow: UnitOfWork) -> str:
    """在任多少人, 任期将满多少人."""
    today = uow.clock.today()
    cards = list(uow.session.scalars(select(Mediator.id).where(Mediator.left_on.is_(None))))
    ending = sum(last <= today + SOON for last in _lasts(uow, cards).values())
    terms = _("{n} mediators, the terms of {ending} end within two months or are over").format(n=len(cards), ending=ending)
    return f"{terms}；{base_text(uow)}"


def _lasts(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, date]:
    """Last day of the newest term that was not ended."""
    return dict(uow.session.execute(select(Term.mediator_id, func.max(Term.last)).where(
        Term.mediator_id.in_(ids), Term.ended_how == "").group_by(Term.mediator_id)).all())


def fetch_rooms(uow: UnitOfWork, request: PageRequest) -> Page[RoomLine]:
    """By name."""
    statement = select(StarRoom)
    if request.filters.get("open"):
        statement = statement.where(StarRoom.closed_on.is_(None))
    if request.text.strip():
        statement = statement.where(StarRoom.name.contains(request.text.strip(), autoescape=True))
    rows, after = keyset_page(uow.session, statement, [StarRoom.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards))
    names = dict(uow.session.execute(select(Mediator.id, Mediator.name).where(
        Mediator.id.in_([one.lead_id for one in rows if one.lead_id]))).all())
    return Page([RoomLine(one.id, one.name, one.place, names.get(one.lead_id or 0, ""), one.star, one.review_on, room_state(
        one, uow.clock.today())) for one in rows], after)


def room_state(one: StarRoom, today: date) -> StateCell:
    """Open, closed, or waiting for its next review."""
    if one.closed_on:
        return StateCell(_("Closed"), Tone.MUTED)
    if one.review_on and one.review_on <= today + SOON:
        return StateCell(_("Review due"), Tone.WAITING)
    return StateCell(_("In use"), Tone.DONE)


def print_register(ctx: Any, _rows: Sequence[Any]) -> None:
    """The whole register on paper."""
    ctx.papers.preview("mediation.mediator_list", 0)


MEDIATORS = ListSpec(
    id="mediation.mediators", title=N_("Mediators"), record=MEDIATOR, domain="mediation",
    columns=(Column("number", N_("Number"), 110), Column("name", N_("Mediator's name"), 0), Column("kind", N_("Kind"), 150),
             Column("post", N_("Post"), 130), Column("state", N_("State"), 120, "state"), Column("until", N_("Term until"),
                                                                                                 120, "date"),
             Column("taken", N_("Cases this year"), 110, "number"), Column("settled", N_("Settled cases"), 100, "number"),
             Column("rate", N_("Rate"), 90, "number")),
    fetch=fetch_mediators, count=count_mediators, sentence=sentence,
    chips=(Chip(N_("In office"), {"in_office": True}), Chip(N_("Full-time mediator"), {"in_office": True,
                                                                                       "kind": "full_time"})),
    actions=(RowAction("register", N_("Print the register"), "plugins.mediation.pages.people_lists:print_register", "printer"),
             ),
    opens="mediation.mediator", new="mediation.mediator_card_form", new_title=N_("Register a mediator"), new_permission=ALL,
    search_hint=N_("Name or number"),
    empty=N_("No mediators yet. Register the members of the committee, then give each a term."))
ROOMS = ListSpec(
    id="mediation.rooms", title=N_("Mediation rooms"), record=ROOM, domain="mediation",
    columns=(Column("name", N_("Mediation room"), 0), Column("place", N_("Place"), 220),
             Column("lead", N_("Lead mediator"), 120), Column("star", N_("Star"), 160),
             Column("review_on", N_("Next review"), 120, "date"),
             Column("state", N_("State"), 120, "state")),
    fetch=fetch_rooms, chips=(Chip(N_("In use"), {"open": True}),), opens="mediation.room", new="mediation.room_form",
    new_title=N_("Register a mediation room"), new_permission=ALL, search_hint=N_("Name of the room"),
    empty=N_("No mediation rooms yet. Register the rooms; a round of star rating takes them as candidates."))

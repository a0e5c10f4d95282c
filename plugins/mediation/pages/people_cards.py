"""The cards of a mediator and of a mediation room."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
)
from desk.api.scores import list_awards, list_results_of
from plugins.mediation.categories import category_title
from plugins.mediation.kinds import MEDIATOR, ROOM
from plugins.mediation.mediators import ENDINGS, GRADES, KINDS, POSTS, WAYS
from plugins.mediation.models import Assessment, Mediator, StarRoom, Term, Training
from plugins.mediation.pages.people_lists import room_state, term_state
from plugins.mediation.queries_rooms import list_room_bookings, list_room_cases, list_years
from plugins.mediation.rates import rates_of, rates_text
from plugins.mediation.service.register import running_term, terms_of
from plugins.mediation.settings import setting

_ = translator("mediation")
_SHOWN = 20
"""Newest cases of a room that stand on its card; the paper has all."""


def _act(title: str, form: str, record_id: int, *, main: bool = False, **more: Any) -> NextAct:
    return NextAct(title, f"mediation.{form}", {"record_id": record_id, **more}, main=main)


def word(table: tuple[tuple[str, str, str], ...], code: str) -> str:
    """A code's word on the screen."""
    return next((_(title) for known, title, _paper in table if known == code), "")


def load_mediator(uow: UnitOfWork, record_id: int) -> RecordCard:
    """Terms, figures, training, assessments, honours."""
    one, today = uow.get(Mediator, record_id), uow.clock.today()
    terms, trainings = terms_of(uow, one.id), _rows(uow, Training, one.id, Training.on_date)
    term = running_term(uow, one.id, today)
    state = StateCell(_("Left"), Tone.MUTED) if one.left_on else term_state(term.last if term else None, today)
    return RecordCard(
        id=one.id, number=one.number, title=one.name, holder=None, version=one.version, state=state,
        subtitle=f"{word(POSTS, one.post)} · {word(KINDS, one.kind)}",
        lamp=LampCell(term.last, (term.last - today).days, _("term")) if term else LampCell(),
        sections=tuple(_sections(uow, one, terms, trainings)), missing=tuple(_missing(uow, one, term, trainings, today)),
        acts=tuple(_acts(one, term)), papers=tuple(_papers(terms)))


def _sections(uow: UnitOfWork, one: Mediator, terms: list[Term], trainings: list[Training]) -> list[FactSection]:
    today = uow.clock.today()
    this_year, last_year = (rates_text(rates_of(uow, one.name, date(year, 1, 1), date(year, 12, 31)))
                            for year in (today.year, today.year - 1))
    found = [
        FactSection(_("Card"), (
            Fact(_("Good at"), "、".join(category_title(code) for code in one.skills.split(",") if code)),
            Fact(_("Languages"), one.languages), Fact(_("Grade"), one.grade), Fact(_("Phone"), one.phone),
            Fact(_("In the register of residents"), _("yes; conflicts of interest are looked for in the household")
                 if one.person_id else _("no"))), "mediation.mediator_card_form", {"record_id": one.id}),
        FactSection(_("Terms"), tuple(Fact(f"{term.first} ~ {term.ended_on or term.last}", " ".join(filter(None, (
            word(WAYS, term.way), term.basis, word(ENDINGS, term.ended_how), term.ended_why)))) for term in reversed(terms))),
        FactSection(_("Figures out of the cases"), (Fact(str(today.year), this_year), Fact(str(today.year - 1), last_year),
                                                    *_earlier(uow, one.id)), "mediation.mediator_years", {}),
        FactSection(_("Training"), tuple(Fact(str(row.on_date), _trained(row)) for row in reversed(trainings[-10:]))),
        FactSection(_("Yearly assessment"), tuple(
            Fact(str(row.year), f"{word(GRADES, row.grade)} {row.remark} {row.figures}".strip())
            for row in reversed(_rows(uow, Assessment, one.id, Assessment.year))))]
    honours = [Fact(str(award.given_on), f"{award.title} {award.round}") for award in list_awards(
        uow, record=MEDIATOR, record_id=one.id) if not award.withdrawn]
    return [*found, FactSection(_("Honours"), tuple(honours))] if honours else found


def _earlier(uow: UnitOfWork, mediator_id: int) -> list[Fact]:
    """Years before the last one in which there were cases, newest first."""
    years = [(year, rates) for one in list_years(uow, mediator_id) for year, rates in one.years[:-2] if rates.taken]
    return [Fact(str(year), rates_text(rates)) for year, rates in reversed(years)]


def _trained(row: Training) -> str:
    length = _("{n} minutes").format(n=row.minutes) if row.minutes else ""
    return " ".join(filter(None, (row.topic, row.given_by, length, row.result)))


def _missing(uow: UnitOfWork, one: Mediator, term: Term | None, trainings: list[Training], today: date) -> list[Missing]:
    here = {"record_id": one.id}
    if one.left_on:
        return []
    found = [] if term else [Missing(_("No term runs today, so cases should not be given to this mediator."),
                                     "mediation.term_form", here, source="人民调解法 第九条")]
    wanted = int(setting(uow, "training_minutes"))
    done = sum(row.minutes for row in trainings if row.on_date.year == today.year)
    if wanted and done < wanted:
        found.append(Missing(_("{done} of {wanted} minutes of training this year").format(done=done, wanted=wanted),
                             "mediation.training_form", here))
    last = today.year - 1
    years = [row.year for row in _rows(uow, Assessment, one.id, Assessment.year)]
    first = terms_of(uow, one.id)
    if last not in years and first and first[0].first.year <= last:
        found.append(Missing(_("The assessment of {year} lacks.").format(year=last), "mediation.assessment_form", here))
    return found


def _acts(one: Mediator, term: Term | None) -> list[NextAct]:
    appoint = _act(_("Appoint again") if term else _("Appoint"), "term_form", one.id, main=term is None)
    return [appoint, *([_act(_("End the term"), "term_end_form", one.id)] if term else []),
            _act(_("Note a training"), "training_form", one.id, main=term is not None),
            _act(_("Assess the year"), "assessment_form", one.id)]


def _papers(terms: list[Term]) -> list[PaperLink]:
    letters = [PaperLink("mediation.appointment", term.id, str(term.first.year)) for term in reversed(terms)]
    return [*letters[:2], PaperLink("mediation.mediator_card"), PaperLink("mediation.mediator_sheet"),
            PaperLink("mediation.mediator_list")]


def load_room(uow: UnitOfWork, record_id: int) -> RecordCard:
    """Where it is, who leads it, its star and every rating."""
    one, today = uow.get(StarRoom, record_id), uow.clock.today()
    lead = uow.get(Mediator, one.lead_id).name if one.lead_id else ""
    ratings = tuple(Fact(round_.title, f"{result.total_text} {result.band}") for round_, result in list_results_of(
        uow, ROOM, one.id))
    missing = [] if one.lead_id or one.closed_on else [Missing(_("Name the lead mediator."), "mediation.room_form",
                                                               {"record_id": one.id}, "lead_id")]
    return RecordCard(
        id=one.id, number="", title=one.name, state=room_state(one, today), holder=None, version=one.version,
        subtitle=" · ".join(filter(None, (one.star, one.place))),
        lamp=LampCell(one.review_on, (one.review_on - today).days, _("next review")) if one.review_on else LampCell(),
        sections=(FactSection(_("Mediation room"), (
            Fact(_("Place"), one.place), Fact(_("Lead mediator"), lead), Fact(_("Opening hours"), one.hours),
            Fact(_("Phone"), one.phone), Fact(_("Opened on"), str(one.opened_on or "")),
            Fact(_("Star since"), f"{one.star} {one.starred_on or ''}".strip())), "mediation.room_form", {"record_id": one.id}),
            FactSection(_("Ratings"), ratings), *_use(uow, one)),
        missing=tuple(missing), acts=(*_booking(one), NextAct(_("Rounds of star rating"), "scores.rounds", {"filters": {
            "scheme": "mediation.star_room"}}, main=True),),
        papers=(*((PaperLink("mediation.plaque"),) if one.star else ()), PaperLink("mediation.room_sign"),
                PaperLink("mediation.room_bookings"), PaperLink("mediation.room_cases")))


def _booking(one: StarRoom) -> list[NextAct]:
    return [NextAct(_("Bookings of the room"), "places.venue", {"record_id": one.venue_id})] if one.venue_id else []


def _use(uow: UnitOfWork, one: StarRoom) -> list[FactSection]:
    """What is booked, and this year's cases, each opening."""
    booked = tuple(Fact(f"{row.start:%Y-%m-%d %H:%M}-{row.end:%H:%M}", f"{row.what} {row.who}".strip())
                   for row in list_room_bookings(uow, one))
    cases = list_room_cases(uow, one, uow.clock.today().year)
    found = [FactSection(_("Booked in the next two weeks"), booked)] if booked else []
    count = _("{n} cases, {m} sittings").format(n=len(cases), m=sum(row.sittings for row in cases))
    return [*found, FactSection(_("Cases of this year"), (Fact(_("In all"), count),)), *(FactSection(
        f"{row.number} {row.category}".strip(), (
            Fact(_("Sittings"), f"{row.sittings} · {row.first} ~ {row.last}"), Fact(_("Mediators"), "、".join(row.mediators)),
            Fact(_("Outcome"), _(row.outcome))), "mediation.dispute", {"record_id": row.dispute_id})
        for row in reversed(cases[-_SHOWN:]))]


def _rows(uow: UnitOfWork, model: Any, mediator_id: int, order: Any) -> list[Any]:
    return list(uow.session.scalars(select(model).where(model.mediator_id == mediator_id).order_by(order, model.id)))


MEDIATOR_RECORD = RecordSpec("mediation.mediator", N_("Mediator"), MEDIATOR, load_mediator, domain="mediation")
ROOM_RECORD = RecordSpec("mediation.room", N_("Mediation room"), ROOM, load_room, domain="mediation")

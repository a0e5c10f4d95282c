"""The mediators' register: registered, appointed for three years and again, ended or removed, trained, assessed each year."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.people import person_for_papers, read_date
from plugins.mediation.drafts import AssessmentDraft, MediatorCardDraft, TermDraft, TermEndDraft, TrainingDraft
from plugins.mediation.kinds import ALL, MEDIATOR
from plugins.mediation.mediators import ADULT_SOURCE, ENDINGS, GRADES, REMOVAL_SOURCE, TERM_SOURCE, TERM_YEARS, WAYS
from plugins.mediation.models import Assessment, Mediator, Term, Training
from plugins.mediation.parties import needs_guardian
from plugins.mediation.rates import rates_of, rates_text

_ = translator("mediation")


@verb("mediation.save_mediator", permission=ALL)
def save_mediator(uow: UnitOfWork, draft: MediatorCardDraft) -> int:
    """Register a mediator, or change the card; answers its id."""
    draft = _filled(uow, draft)
    _check(uow, draft)
    row = uow.get(Mediator, draft.id) if draft.id else Mediator()
    if draft.id:
        uow.expect_version(row, draft.version)
    values = asdict(draft) | {"skills": ",".join(draft.skills)}
    for name in ("id", "version"):
        values.pop(name)
    for name, value in values.items():
        setattr(row, name, clean(value) if isinstance(value, str) else value)
    if not draft.id:
        uow.add(row)
        row.number = give_number(uow, MEDIATOR, MEDIATOR, row.id)
    uow.trace("mediation.save_mediator", MEDIATOR, row.id)
    return int(row.id)


@verb("mediation.appoint_mediator", permission=ALL)
def appoint(uow: UnitOfWork, draft: TermDraft) -> int:
    """Begin a term, the first or another; one at a time, three years at most (人民调解法 第九条). Answers the mediator's id."""
    row = uow.get(Mediator, draft.mediator_id)
    last = draft.last or _three_years(draft.first)
    if draft.way not in dict((code, title) for code, title, _paper in WAYS):
        raise UserError(_("Elected or appointed?"), field="way")
    if not draft.first <= last <= _three_years(draft.first):
        raise UserError(_("A term lasts {n} years.({source})").format(n=TERM_YEARS, source=TERM_SOURCE), field="last")
    for term in terms_of(uow, row.id):
        if term.first <= last and draft.first <= (term.ended_on or term.last):
            raise UserError(_("A term runs until {day}.").format(day=term.ended_on or term.last), field="first",
                            todo=_("End it first, or begin on the day after."))
    uow.add(Term(mediator_id=row.id, way=draft.way, first=draft.first, last=last, basis=clean(draft.basis)))
    row.left_on = None
    uow.touch(MEDIATOR, row.id)
    uow.trace("mediation.appoint_mediator", MEDIATOR, row.id, until=str(last))
    return int(row.id)


@verb("mediation.end_term", permission=ALL)
def end_term(uow: UnitOfWork, draft: TermEndDraft) -> int:
    """End the running term; a removal says on which ground of the law. Answers the mediator's id."""
    row, today = uow.get(Mediator, draft.mediator_id), uow.clock.today()
    term = next((one for one in reversed(terms_of(uow, row.id)) if not one.ended_how), None)
    if term is None:
        raise UserError(_("No term is running."))
    why = clean(draft.why, limit=400, field="why")
    if draft.how not in [code for code, _title, _paper in ENDINGS]:
        raise UserError(_("Say how the term ends."), field="how")
    if draft.how == "removed" and not why:
        raise UserError(_("Say on which ground.({source})").format(source=REMOVAL_SOURCE), field="why")
    if not term.first <= draft.on <= today:
        raise UserError(_("Between {first} and today.").format(first=term.first), field="on")
    term.ended_on, term.ended_how, term.ended_why = min(draft.on, term.last), draft.how, why
    row.left_on = term.ended_on
    uow.touch(MEDIATOR, row.id)
    uow.trace("mediation.end_term", MEDIATOR, row.id, how=draft.how, reason=why)
    return int(row.id)


@verb("mediation.add_training", permission=ALL)
def add_training(uow: UnitOfWork, draft: TrainingDraft) -> int:
    """Note a training; answers the mediator's id."""
    topic = clean(draft.topic, field="topic")
    if not topic:
        raise UserError(_("Say what it was about."), field="topic")
    _past(uow, draft.on)
    if not 0 <= draft.minutes <= 60 * 24 * 30:
        raise UserError(_("Minutes of instruction, 45 for a lesson."), field="minutes")
    uow.add(Training(mediator_id=uow.get(Mediator, draft.mediator_id).id, on_date=draft.on, topic=topic,
                     given_by=clean(draft.given_by), minutes=draft.minutes, result=clean(draft.result, limit=60)))
    uow.touch(MEDIATOR, draft.mediator_id)
    uow.trace("mediation.add_training", MEDIATOR, draft.mediator_id)
    return draft.mediator_id


@verb("mediation.assess_mediator", permission=ALL)
def assess(uow: UnitOfWork, draft: AssessmentDraft) -> int:
    """The yearly assessment, with the year's figures as they stand now; once a year, then it is changed."""
    row = uow.get(Mediator, draft.mediator_id)
    if not 2000 <= draft.year <= uow.clock.today().year:
        raise UserError(_("This year has not come yet."), field="year")
    if draft.grade not in [code for code, _title, _paper in GRADES]:
        raise UserError(_("Choose a grade."), field="grade")
    figures = rates_text(rates_of(uow, row.name, date(draft.year, 1, 1), date(draft.year, 12, 31)))
    found = uow.session.scalars(select(Assessment).where(
        Assessment.mediator_id == row.id, Assessment.year == draft.year)).one_or_none()
    one = found or Assessment(mediator_id=row.id, year=draft.year)
    one.grade, one.remark, one.figures = draft.grade, clean(draft.remark, limit=400, field="remark"), figures
    one.on_date = uow.clock.today()
    uow.add(one)
    uow.touch(MEDIATOR, row.id)
    uow.trace("mediation.assess_mediator", MEDIATOR, row.id, year=draft.year)
    return int(row.id)


def terms_of(uow: UnitOfWork, mediator_id: int) -> list[Term]:
    """Oldest first."""
    return list(uow.session.scalars(select(Term).where(Term.mediator_id == mediator_id).order_by(Term.first)))


def running_term(uow: UnitOfWork, mediator_id: int, on: date) -> Term | None:
    """The term that covers a day."""
    return next((one for one in terms_of(uow, mediator_id) if one.first <= on <= (one.ended_on or one.last)), None)


def count_mediators(uow: UnitOfWork) -> int:
    """How many cards there are."""
    return uow.session.scalar(select(func.count(Mediator.id))) or 0


def _filled(uow: UnitOfWork, draft: MediatorCardDraft) -> MediatorCardDraft:
    if not draft.person_id:
        return draft
    known = person_for_papers(uow, draft.person_id)
    sources = (("name", "name"), ("sex", "sex"), ("birth", "birth"), ("phone", "contact"))
    found: dict[str, Any] = {name: known.get(source, "") for name, source in sources if not getattr(draft, name).strip()}
    return replace(draft, **found)


def _check(uow: UnitOfWork, draft: MediatorCardDraft) -> None:
    if not draft.name.strip():
        raise UserError(_("Enter the name, or choose somebody from the register."), field="name")
    birth = str(read_date(draft.birth, on=uow.clock.today(), field="birth")) if draft.birth.strip() else ""
    if needs_guardian(birth, uow.clock.today()):
        raise UserError(_("Only an adult can mediate.({source})").format(source=ADULT_SOURCE), field="birth")
    others = select(Mediator.id).where(Mediator.id != draft.id)
    if draft.person_id and uow.session.scalars(others.where(Mediator.person_id == draft.person_id)).first():
        raise UserError(_("This resident has a card already."), field="person_id")


def _past(uow: UnitOfWork, day: date) -> None:
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")


def _three_years(first: date) -> date:
    following = first.replace(year=first.year + TERM_YEARS) if (first.month, first.day) != (2, 29) else date(
        first.year + TERM_YEARS, 3, 1)
    return following - timedelta(days=1)

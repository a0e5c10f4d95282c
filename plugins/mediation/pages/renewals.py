"""What evaluations said of a case, on its page and on the home page."""

from datetime import date

from sqlalchemy import select

from desk.api import HomeItem, Tone, translator
from desk.api.cases import Case, visible_cases
from desk.api.db import UnitOfWork
from desk.api.pages import Fact, FactSection, Missing
from desk.api.scores import list_results_of
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import Mediator, Renewal, StarRoom, Term
from plugins.mediation.service.rooms import holds, renewals_of

_ = translator("mediation")


def renewal_sections(uow: UnitOfWork, dispute_id: int) -> list[FactSection]:
    """Results of the evaluations that judged this case, and what was ordered."""
    judged = [Fact(round_.title, f"{result.total_text} {result.band}".strip())
              for round_, result in list_results_of(uow, DISPUTE, dispute_id)]
    ordered = [Fact(_("Mediate anew until {day}").format(day=one.due_on), one.result or _("not done yet"))
               for one in renewals_of(uow, dispute_id)]
    return [FactSection(_("Evaluation"), (*judged, *ordered))] if judged or ordered else []


def renewals_missing(uow: UnitOfWork, dispute_id: int) -> list[Missing]:
    """Open orders to mediate anew."""
    return [Missing(_("Found poor by the evaluation: mediate anew until {day}").format(day=one.due_on),
                    "mediation.renewal_form",
                    {"record_id": one.id}, source="四诊工作法 复诊") for one in renewals_of(uow, dispute_id) if not one.result]


def renewal_items(uow: UnitOfWork, until: date) -> list[HomeItem]:
    """Orders that are open, of cases one may see."""
    rows = uow.session.execute(select(Renewal, Case.number).join(Case, Case.id == Renewal.dispute_id).where(
        Renewal.result == "", Renewal.due_on <= until, *visible_cases(uow)).order_by(Renewal.due_on)).all()
    return [HomeItem(_("Mediate anew: {number}").format(number=number or one.dispute_id), _("found poor by the evaluation"),
                     one.due_on,
                     Tone.LATE if one.due_on < uow.clock.today() else Tone.OPEN, "mediation.dispute",
                     {"record_id": one.dispute_id}) for one, number in rows if holds(uow, one)]


def register_items(uow: UnitOfWork, until: date) -> list[HomeItem]:
    """Terms that end, stars whose review is due."""
    terms = uow.session.execute(select(Mediator.id, Mediator.name, Term.last).join(Term, Term.mediator_id == Mediator.id).where(
        Mediator.left_on.is_(None), Term.ended_how == "", Term.last.between(uow.clock.today(), until))).all()
    rooms = uow.session.scalars(select(StarRoom).where(StarRoom.closed_on.is_(None), StarRoom.review_on <= until))
    return [*(HomeItem(name, _("the term as mediator ends"), last, Tone.OPEN, "mediation.mediator", {"record_id": one})
              for one, name, last in terms),
            *(HomeItem(room.name, _("the star is to be rated anew"), room.review_on, Tone.OPEN, "mediation.room",
                       {"record_id": room.id}) for room in rooms)]

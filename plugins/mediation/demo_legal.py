"""Practice data of the legal side: duty lawyers, tours of the mobile stop, lectures, a way of law shown. Invented."""

from datetime import timedelta

from sqlalchemy import select

from desk.api import UserError
from desk.api.calendar import DutyDraft, plan_turns, save_roster
from desk.api.db import UnitOfWork
from desk.api.visits import VisitDraft, VisitorDraft, record_visit
from plugins.mediation.drafts import ConfirmationDraft, PlanDraft
from plugins.mediation.hazard_kinds import HAZARD, RETURN_VISIT
from plugins.mediation.joint_kinds import LEGAL_ROSTER
from plugins.mediation.models import Agreement, Dispute, Hazard, Plan
from plugins.mediation.queries import list_parties
from plugins.mediation.service.confirming import apply_confirmation
from plugins.mediation.service.legal import plan_stops, save_lecture, save_legal_referral
from plugins.mediation.service.plans import save_plan

LAWYERS = ("甲律师", "乙律师", "丙法律工作者")
LECTURES = ((-40, "education", "民法典与邻里相处", "甲律师", 46), (-19, "property", "物业费那些事", "乙律师", 38),
            (-6, "help", "怎样申请法律援助", "丙法律工作者", 27), (9, "education", "养老防骗与遗嘱", "甲律师", None))


def fill_legal(uow: UnitOfWork) -> None:
    """Call after the disputes are there."""
    today = uow.clock.today()
    first = today.replace(day=1)
    last = (first + timedelta(days=62)).replace(day=1) - timedelta(days=1)
    duties = [DutyDraft(one.day, one.who, "下午", one.deputy, "010-88880012") for one in plan_turns(uow, first, last, LAWYERS)
              if one.day.weekday() in (0, 2, 4)]
    save_roster(uow, LEGAL_ROSTER, first, last, duties)
    _tours(uow)
    for days, line, topic, speaker, heads in LECTURES:
        save_lecture(uow, {"on_date": today + timedelta(days=days), "line": line, "topic": topic, "speaker": speaker,
                           "heads": heads, "place": "社区会议室", "audience": "居民"})
    failed = uow.session.scalars(select(Dispute.id).where(Dispute.ended_ground == "failed").order_by(Dispute.id.desc())).first()
    if failed is not None:
        save_legal_referral(uow, {"dispute_id": failed, "party": list_parties(uow, failed)[0].name, "way": "court",
                                  "office": "和平区人民法院",
                                  "on_date": today, "how": "paper", "reason": "双方对赔偿数额分歧较大"})
    _invite(uow)
    _confirm(uow)
    _visit(uow)


def _tours(uow: UnitOfWork) -> None:
    """Two stops on this day of the week, from today."""
    today = uow.clock.today()
    plan_stops(uow, {"places": "翠湖花园北门\n农贸市场", "weekday": today.weekday(), "every": 1, "starts_on": today,
                     "who": "沈建国、甲律师", "ahead": 3})


def _invite(uow: UnitOfWork) -> None:
    """The next planned sitting is one by law: a legal worker is invited."""
    plan = uow.session.scalars(select(Plan).where(Plan.state == "planned", Plan.starts_at > uow.clock.now())
                               .order_by(Plan.starts_at.desc())).first()
    if plan is not None:
        save_plan(uow, PlanDraft(plan.dispute_id, plan.starts_at, plan.ends_at, id=plan.id, version=plan.version,
                                 venue_id=plan.venue_id, place=plan.place, mediators=tuple(plan.mediators), bring=plan.bring,
                                 contact="010-88880012", legal_worker="甲律师"))


def _confirm(uow: UnitOfWork) -> None:
    """One agreement whose parties ask the court to confirm it."""
    today = uow.clock.today()
    for agreement in uow.session.scalars(select(Agreement).where(
            Agreement.state == "sealed", Agreement.form == "written", Agreement.confirm_until >= today).order_by(Agreement.id)):
        parties = tuple(party.id for party in list_parties(uow, agreement.dispute_id))
        try:
            apply_confirmation(uow, ConfirmationDraft(agreement.id, "和平区人民法院", today, parties))
        except UserError:  # a court does not confirm what this one is about
            continue
        return


def _visit(uow: UnitOfWork) -> None:
    """A struck line was visited again."""
    line = uow.session.scalars(select(Hazard).where(Hazard.outcome == "settled", Hazard.proposed_on.is_not(None),
                                                    Hazard.struck_on.is_not(None)).order_by(Hazard.struck_on.desc())).first()
    if line is not None:
        record_visit(uow, VisitDraft(RETURN_VISIT, uow.clock.now() - timedelta(days=2), place=line.place or "社区",
                                     met=line.parties, findings=("mediation.stable",), words="双方未再发生争执。",
                                     owner_kind=HAZARD, owner_id=line.id, visitors=(VisitorDraft("何苗"),)))

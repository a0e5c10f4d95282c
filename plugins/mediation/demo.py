"""Practice disputes between the practice residents, in every state a screen should show."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from desk.api import hall_time
from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from desk.api.papers import PrintOrder, get_print_bytes, issue, list_prints, merge
from desk.api.people import list_people
from desk.api.places import list_bookings, list_venues
from plugins.mediation.demo_early import fill_early
from plugins.mediation.demo_ledger import fill_ledger
from plugins.mediation.demo_legal import fill_legal
from plugins.mediation.demo_people import fill_people
from plugins.mediation.demo_room import fill_room
from plugins.mediation.demo_texts import CLAUSES, PHRASES, STORIES, TEMPLATES
from plugins.mediation.demo_year import fill_year
from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    AskedDraft,
    DisputeDraft,
    EndingDraft,
    EscalationDraft,
    EvidenceDraft,
    EvidenceListDraft,
    ExtensionDraft,
    FileDraft,
    InstalmentDraft,
    InvestigationDraft,
    LetterDraft,
    PartyDraft,
    PerformedDraft,
    PlanDraft,
    QuickDraft,
    ScanDraft,
    SessionDraft,
    SigningDraft,
    VisitDraft,
)
from plugins.mediation.drafts.lawsuit import LawsuitDraft
from plugins.mediation.models import Agreement, Phrase, Session
from plugins.mediation.queries import list_parties
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.closing import close_dispute
from plugins.mediation.service.collecting import save_evidence, save_letter, save_visit
from plugins.mediation.service.dossier import save_file
from plugins.mediation.service.escalations import save_escalation
from plugins.mediation.service.extending import extend
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.investigations import save_investigation
from plugins.mediation.service.lawsuits import save_lawsuit
from plugins.mediation.service.performance import mark_instalment, mark_performed
from plugins.mediation.service.plans import save_plan
from plugins.mediation.service.quick import settle_quickly
from plugins.mediation.service.scans import add_scan
from plugins.mediation.service.sessions import save_session
from plugins.mediation.service.signing import sign_agreement
from plugins.mediation.service.templates import set_templates

MEDIATOR, RECORDER = "沈建国", "何苗"


def fill(uow: UnitOfWork, seed: int) -> None:
    """A dozen disputes from registered to filed away, sittings for today and tomorrow, quarrels settled at the counter."""
    dice = random.Random(seed)
    people = [row for row in list_people(uow, PageRequest(size=60)).rows if row.age is None or row.age >= 20]
    for use, text in PHRASES:
        uow.add(Phrase(use=use, text=text))
    set_templates(uow, TEMPLATES)
    for place, (category, summary, request) in enumerate(STORIES):
        first, second = dice.sample(people, 2)
        days = dice.randrange(14, 27)
        dispute = save_dispute(uow, DisputeDraft(
            category, (PartyDraft("applicant", person_id=first.id, ethnic="汉族"),
                       PartyDraft("respondent", person_id=second.id, ethnic="汉族")),
            summary=summary, requests=(request,), applied_on=uow.clock.today() - timedelta(days=days)))
        _further(uow, dispute, place, days)
    fill_year(uow, people, dice)
    fill_ledger(uow)
    fill_early(uow)
    fill_legal(uow)
    for text, settled in (("电动车占用他人车位", "移走电动车，双方互相道歉;"), ("楼上跳绳影响休息", "每晚九点后不再跳绳;")):
        one, other = dice.sample(people, 2)
        settle_quickly(uow, QuickDraft("", "", "neighbour", text, settled, applicant_id=one.id, respondent_id=other.id))
    fill_people(uow)
    fill_room(uow)
    _print_some(uow)


def _print_some(uow: UnitOfWork) -> None:
    """The archive of prints has something in it: the first agreements that were signed, and their records."""
    signed = uow.session.scalars(select(Agreement).where(
        Agreement.state == "sealed", Agreement.form == "written").order_by(Agreement.id).limit(3)).all()
    for agreement in signed:
        issue(uow, PrintOrder("mediation.agreement", agreement.id, "final", copies=3))
        session = uow.session.scalar(select(Session.id).where(Session.dispute_id == agreement.dispute_id).limit(1))
        if session is not None:
            issue(uow, PrintOrder("mediation.session_record", session, "final"))
            _scanned(uow, agreement, session)


def _scanned(uow: UnitOfWork, agreement: Agreement, session: int) -> None:
    """The signed record and agreement came back from the scanner in one file."""
    both = merge([get_print_bytes(uow, list_prints(uow, kind, record_id)[0].id) for kind, record_id in (
        (Session.record_kind, session), (Agreement.record_kind, agreement.id))])
    add_scan(uow, ScanDraft(agreement.dispute_id, "session", "签字扫描件.pdf", both, "签字的调解记录和协议书",
                            stands_for=(f"session_record:{session}", f"agreement:{agreement.id}")))


def _further(uow: UnitOfWork, dispute: int, place: int, days: int) -> None:
    """How far the case has come, by its place in the list."""
    if place < 2:
        return
    accepted = uow.clock.today() - timedelta(days=days - 1)
    accept_dispute(uow, AcceptanceDraft(dispute, accepted, (MEDIATOR,), recorder=RECORDER, rights_told_on=accepted))
    if place < 4:
        _plan(uow, dispute, 1 if place == 2 else 26)
        return
    _collected(uow, dispute)
    parties = list_parties(uow, dispute)
    ending = {4: "continued", 5: "failed"}.get(place, "agreed")
    start = _afternoon(uow, 9)
    save_session(uow, SessionDraft(
        dispute, start, ended_at=start + timedelta(hours=2), place="人民调解室", matter="纠纷调解",
        present=tuple(party.id for party in parties), record=_talk(parties), outcome=ending, remedies_told=ending == "failed",
        outcome_note="双方对赔偿数额分歧较大。" if ending == "failed" else "", mediators=(MEDIATOR,), recorder=RECORDER))
    if place == 4:
        save_escalation(uow, EscalationDraft(dispute, "watch", "当事人情绪激动，有争吵苗头。", uow.clock.today(), people=3,
                                             measures="安排网格员每日走访。"))
        _letters_and_time(uow, dispute, tuple(party.id for party in parties))
    if place > 5:
        _agreement(uow, dispute, parties, place)


def _letters_and_time(uow: UnitOfWork, dispute: int, parties: tuple[int, ...]) -> None:
    """The police passed the matter on and were answered; everybody agreed to more time."""
    today = uow.clock.today()
    save_letter(uow, LetterDraft(dispute, "entrust", "物业服务行业人民调解委员会", today - timedelta(days=3),
                                 "双方对共用管道维修意见不一，请协助查明责任。"))
    save_letter(uow, LetterDraft(dispute, "reply", "和平派出所", today - timedelta(days=2),
                                 "已受理并进行一次调解，双方同意继续协商。"))
    extend(uow, ExtensionDraft(dispute, today + timedelta(days=60), "等待管道检测报告", parties))


def _plan(uow: UnitOfWork, dispute: int, hours: int) -> None:
    """A sitting soon, in the mediation room when it has one and it is free."""
    room = next((one.id for one in list_venues(uow) if "调解" in one.name), None)
    start = (hall_time(uow.clock.now()) + timedelta(hours=hours)).replace(minute=0, second=0, microsecond=0)
    if not 9 <= start.hour <= 16:  # practice data made in the evening has no sitting at night
        start = (start + timedelta(days=start.hour > 16)).replace(hour=9)
    while room and list_bookings(uow, start, start + timedelta(hours=2), venue_id=room):
        start += timedelta(hours=1)
    save_plan(uow, PlanDraft(dispute, start, start + timedelta(hours=2), venue_id=room, place="" if room else "人民调解室",
                             mediators=(MEDIATOR,), bring="身份证件及与纠纷有关的证据材料"))


def _afternoon(uow: UnitOfWork, days: int) -> datetime:
    """Half past two so many days ago, whenever the practice data are made."""
    return hall_time(uow.clock.now() - timedelta(days=days)).replace(hour=14, minute=30, second=0, microsecond=0)


def _collected(uow: UnitOfWork, dispute: int) -> None:
    """An investigation and two pieces of evidence."""
    when, day = _afternoon(uow, 10), uow.clock.today() - timedelta(days=10)
    save_investigation(uow, InvestigationDraft(
        dispute, when, ended_at=when + timedelta(minutes=40), place="当事人家中",
        asked=(AskedDraft("单广志", "1", "66", "汉族", "退休", "", "", "邻居"),),
        lines=(("你是否了解双方纠纷的经过?", "了解，事情大约一个月前开始。"), ("现场情况如何?", "情况和申请书上写的一致。")),
        investigators=(MEDIATOR, RECORDER), recorder=RECORDER))
    save_evidence(uow, EvidenceListDraft(dispute, (
        EvidenceDraft("现场照片", kind="picture", given_by="申请人", pages=3, proves="受损情况", received_on=day),
        EvidenceDraft("维修报价单", given_by="申请人", pages=1, original=True, proves="损失数额", received_on=day))))


def _agreement(uow: UnitOfWork, dispute: int, parties: Sequence[Any], place: int) -> None:
    today, made = uow.clock.today(), uow.clock.today() - timedelta(days=8)
    agreement = draft_agreement(uow, AgreementDraft(
        dispute, facts="经双方陈述和现场查看，事实清楚。争议事项为维修责任与赔偿数额。", clauses=CLAUSES, amount_fen=260000,
        instalments=(InstalmentDraft(today + timedelta(days=7), "第一期", 160000),
                     InstalmentDraft(today + timedelta(days=37), "第二期", 100000)),
        performance="以银行转账方式支付至申请人本人账户。", made_on=made, mediators=(MEDIATOR,), recorder=RECORDER))
    if place == 6:
        return
    signed = tuple((party.id, made) for party in parties)
    sign_agreement(uow, SigningDraft(agreement, signed, made, made + timedelta(days=1)))
    if place == 7:
        save_lawsuit(uow, LawsuitDraft(agreement, parties[0].name, "和平区人民法院", today - timedelta(days=2),
                                       note="对方表示不再履行。"))
        return
    paid = PerformedDraft(agreement, 0, today, payer=parties[1].name, payee=parties[0].name)
    mark_instalment(uow, paid)
    save_visit(uow, VisitDraft(dispute, today, "、".join(party.name for party in parties), performed="part", satisfied="yes",
                               findings="防水已修复，第一期款项已付。", measures="督促按期支付第二期。", visitor=MEDIATOR))
    if place > 8:
        mark_instalment(uow, PerformedDraft(agreement, 1, today, payer=parties[1].name, payee=parties[0].name))
        mark_performed(uow, EndingDraft(dispute, today))
        close_dispute(uow, EndingDraft(dispute, today))
        save_file(uow, FileDraft(dispute, "short", today, RECORDER, MEDIATOR))


def _talk(parties: Sequence[Any]) -> str:
    first, second = parties[0].name, parties[1].name
    return (f"调解员：今天就双方的纠纷进行调解，双方的权利和义务刚才已告知，是否听清?\n{first}：听清了。\n{second}：听清了。\n"
            f"调解员：请{first}先说明情况。\n{first}：事情发生后我多次找过对方，一直没有解决。\n"
            f"{second}：情况属实，但责任不全在我，愿意协商。\n调解员：双方都有协商的意愿，请就具体方案发表意见。")

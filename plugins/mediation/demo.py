"""Practice disputes between the practice residents, in every state a screen should show."""

import random
from datetime import timedelta
from typing import Any

from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from desk.api.people import list_people
from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    DisputeDraft,
    InstalmentDraft,
    PartyDraft,
    SessionDraft,
    SigningDraft,
)
from plugins.mediation.models import Phrase
from plugins.mediation.queries import list_parties
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.sessions import save_session
from plugins.mediation.service.signing import sign_agreement

STORIES = (
    ("neighbour", "楼上卫生间渗水，造成楼下客厅吊顶和木地板受损，双方就维修和赔偿不能达成一致。", "修复防水层，停止渗水;"),
    ("neighbour", "楼道内堆放杂物和电动车，邻居多次劝说未果，发生争吵。", "清理楼道杂物，电动车停放到车棚;"),
    ("estate_service", "单元门禁长期损坏，业主以此为由拒交物业费。", "修复门禁，减免维修期间物业费;"),
    ("marriage_family", "兄妹三人就父亲赡养费分担和轮流照料意见不一。", "明确每月赡养费和照料安排;"),
    ("consumer", "在小区超市购买的电热水壶漏电，商家只同意维修不同意退货。", "退还货款并赔偿检测费;"),
    ("labour", "装修工程完工后，包工头拖欠三名工人工资。", "一周内付清拖欠工资;"),
    ("neighbour", "阳台养鸽粪便落到楼下晾晒的被褥上。", "迁走鸽笼，赔偿清洗费;"),
    ("homestead", "两户因院墙位置和滴水问题发生争执。", "按原界址恢复院墙;"),
)
CLAUSES = ("被申请人自本协议生效之日起7日内修复完毕，费用自理;", "被申请人向申请人赔礼道歉，双方互相谅解;",
           "双方就此事再无其他争议。")
PHRASES = (
    ("mediation.record", "调解员：今天就双方的纠纷进行调解，双方的权利和义务刚才已经告知，是否听清?"),
    ("mediation.record", "申请人：听清了，同意调解。"), ("mediation.record", "被申请人：听清了，同意调解。"),
    ("mediation.clause", "被申请人于本协议签订之日起    日内一次性支付申请人人民币    元;"),
    ("mediation.clause", "双方自愿达成本协议，就此事再无其他争议。"),
    ("mediation.performance", "以银行转账方式支付至申请人本人账户。"), ("mediation.performance", "当场履行完毕。"),
    ("mediation.summary", "双方因    发生争执，经自行协商未能达成一致，到社区申请调解。"),
    ("mediation.facts", "经查明,    。双方争议的主要事项为    。"),
)


def fill(uow: UnitOfWork, seed: int) -> None:
    """Eight disputes: registered, accepted, in mediation, agreed, being performed."""
    dice = random.Random(seed)
    people = [row for row in list_people(uow, PageRequest(size=60)).rows if row.age is None or row.age >= 20]
    for use, text in PHRASES:
        uow.add(Phrase(use=use, text=text))
    for place, (category, summary, request) in enumerate(STORIES):
        first, second = dice.sample(people, 2)
        days = dice.randrange(2, 26)
        dispute = save_dispute(uow, DisputeDraft(
            category, (PartyDraft("applicant", person_id=first.id, ethnic="汉族"),
                       PartyDraft("respondent", person_id=second.id, ethnic="汉族")),
            summary=summary, requests=(request,), applied_on=uow.clock.today() - timedelta(days=days)))
        _further(uow, dispute, place, days)


def _further(uow: UnitOfWork, dispute: int, place: int, days: int) -> None:
    """How far the case has come, by its place in the list."""
    if place < 2:
        return
    accepted = uow.clock.today() - timedelta(days=days - 1)
    accept_dispute(uow, AcceptanceDraft(dispute, accepted, ("沈建国",), recorder="何苗", rights_told_on=accepted))
    if place < 4:
        return
    parties = list_parties(uow, dispute)
    start = uow.clock.now() - timedelta(days=1, hours=3)
    save_session(uow, SessionDraft(
        dispute, start, ended_at=start + timedelta(hours=2), place="人民调解室", matter="纠纷调解",
        present=tuple(party.id for party in parties), record=_talk(parties), outcome="agreed" if place > 5 else "continued",
        mediators=("沈建国",), recorder="何苗"))
    if place > 5:
        _agreement(uow, dispute, parties, seal=place == 7)


def _agreement(uow: UnitOfWork, dispute: int, parties: list[Any], *, seal: bool) -> None:
    today = uow.clock.today()
    agreement = draft_agreement(uow, AgreementDraft(
        dispute, facts="经双方陈述和现场查看，事实清楚。争议事项为维修责任与赔偿数额。", clauses=CLAUSES, amount_fen=260000,
        instalments=(InstalmentDraft(today + timedelta(days=7), "第一期", 160000),
                     InstalmentDraft(today + timedelta(days=37), "第二期", 100000)),
        performance="以银行转账方式支付至申请人本人账户。", made_on=today - timedelta(days=1), mediators=("沈建国",),
        recorder="何苗"))
    if seal:
        signed = tuple((party.id, today - timedelta(days=1)) for party in parties)
        sign_agreement(uow, SigningDraft(agreement, signed, today, today))


def _talk(parties: list[Any]) -> str:
    first, second = parties[0].name, parties[1].name
    return (f"调解员：今天就双方的纠纷进行调解，双方的权利和义务刚才已经告知，是否听清?\n{first}:听清了。\n{second}:听清了。\n"
            f"调解员：请{first}先说明情况。\n{first}:事情发生后我多次找过对方，一直没有解决。\n"
            f"{second}:情况属实，但责任不全在我，愿意协商。\n调解员：双方都有协商的意愿，请就具体方案发表意见。")

"""Eleven months of practice cases behind the running ones, with frozen figures and one case entered late."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from desk.api import HALL_ZONE
from desk.api.db import UnitOfWork
from desk.api.figures import FreezeDraft, freeze_month
from desk.api.places import list_areas
from desk.api.statistics import period_of
from plugins.mediation.demo_texts import STORIES
from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    DisputeDraft,
    EndingDraft,
    EscalationDraft,
    FileDraft,
    PartyDraft,
    SessionDraft,
    SigningDraft,
)
from plugins.mediation.queries import list_parties
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.allowance import confirm_sheet, make_sheet
from plugins.mediation.service.closing import close_dispute
from plugins.mediation.service.dossier import save_file
from plugins.mediation.service.escalations import save_escalation
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.performance import mark_performed
from plugins.mediation.service.sessions import save_session
from plugins.mediation.service.signing import agree_orally, sign_agreement

MEDIATORS = ("沈建国", "方敏", "何苗")
FROZEN = ("mediation.summary", "mediation.categories", "mediation.five")
MONTHS, LATE = 11, 3
"""Months with cases before this one; how many months ago the case lies that was entered late."""


def fill_year(uow: UnitOfWork, people: Sequence[Any], dice: random.Random) -> None:
    """Three to five cases a month, most of them settled by word of mouth; all months but the last are frozen."""
    grids = [one.id for one in list_areas(uow, kinds=("grid",))]
    month = period_of(uow.clock.today(), "month").before
    months = [month]
    while len(months) < MONTHS:
        months.insert(0, months[0].before)
    for number, one in enumerate(months):
        for _each in range(3 + number % 3):
            _case(uow, people, dice, one.first + timedelta(days=dice.randrange(0, 20)), grids)
    for one in months[:-1]:
        for table in FROZEN:
            freeze_month(uow, FreezeDraft(table, one.code))
    _case(uow, people, dice, months[-LATE].first + timedelta(days=18), grids)
    confirm_sheet(uow, make_sheet(uow, months[-2].code))
    make_sheet(uow, months[-1].code)


def _case(uow: UnitOfWork, people: Sequence[Any], dice: random.Random, day: date, grids: Sequence[int]) -> None:
    category, summary, request = dice.choice(STORIES)
    first, second = dice.sample(list(people), 2)
    source = dice.choice(("application", "application", "application", "initiative", "transfer"))
    hard = dice.random() < 0.25
    dispute = save_dispute(uow, DisputeDraft(
        category, (PartyDraft("applicant", person_id=first.id), PartyDraft("respondent", person_id=second.id)),
        source=source, transferred_by="和平派出所" if source == "transfer" else "", summary=summary, requests=(request,),
        applied_on=day, difficulty="difficult" if hard else dice.choice(("simple", "ordinary")),
        area_id=dice.choice(grids) if grids else None))
    who = tuple(dice.sample(MEDIATORS, dice.choice((1, 1, 2))))
    accept_dispute(uow, AcceptanceDraft(dispute, day, who, recorder="何苗", rights_told_on=day))
    settled = dice.random() < 0.9
    start = datetime.combine(day + timedelta(days=2), time(9, 30), HALL_ZONE)
    way = dice.choice(("consultation", "consultation", "virtue", "law"))
    save_session(uow, SessionDraft(
        dispute, start, ended_at=start + timedelta(hours=1), place="人民调解室", way=way,
        legal_worker="社区法律顾问" if way == "law" else "", present=tuple(one.id for one in list_parties(uow, dispute)),
        record="双方陈述事实，调解员劝导。", outcome="agreed" if settled else "failed", remedies_told=not settled,
        outcome_note="" if settled else "双方分歧较大。", mediators=who, recorder="何苗"))
    if dice.random() < 0.1:
        save_escalation(uow, EscalationDraft(dispute, "danger", "一方扬言聚众上门。", day, harm="fight", people=4,
                                             measures="劝导并通知网格员。"))
    if settled:
        _settled(uow, dispute, start.date(), who, dice.choice((0, 0, 50_000, 120_000, 860_000)), hard)
    else:
        close_dispute(uow, EndingDraft(dispute, start.date()))


def _settled(uow: UnitOfWork, dispute: int, day: date, who: tuple[str, ...], fen: int, hard: bool) -> None:
    """By word of mouth or, when it is hard, in writing; performed, closed and filed a week later."""
    agreement = draft_agreement(uow, AgreementDraft(
        dispute, "双方就争议协商一致。", ("双方按约履行，互相谅解。",), "" if hard else "当场履行。", amount_fen=fen or None,
        form="written" if hard else "oral", at_once=not hard, made_on=day, mediators=who, recorder="何苗"))
    if hard:
        sign_agreement(uow, SigningDraft(agreement, tuple((one.id, day) for one in list_parties(uow, dispute)), day, day))
        mark_performed(uow, EndingDraft(dispute, day + timedelta(days=5)))
    else:
        agree_orally(uow, agreement)
    close_dispute(uow, EndingDraft(dispute, day + timedelta(days=7)))
    save_file(uow, FileDraft(dispute, "short", day + timedelta(days=7), "何苗", who[0]))

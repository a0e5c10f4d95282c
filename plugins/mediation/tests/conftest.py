"""What the mediation room's tests stand on: its kind of case and number series declared, two residents and a unit."""

from datetime import date, timedelta

import pytest

from desk.api import UserError
from desk.testing.declared import declare_plugin
from plugins.mediation import drafts
from plugins.mediation.drafts import AcceptanceDraft, AgreementDraft, DisputeDraft, PartyDraft, SessionDraft, SigningDraft
from plugins.mediation.queries import get_file
from plugins.mediation.service import (
    collecting,
    confirming,
    dossier,
    escalations,
    extending,
    investigations,
    performance,
    plans,
)
from plugins.mediation.service.acceptance import accept_dispute
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.sessions import save_session
from plugins.mediation.service.signing import sign_agreement


@pytest.fixture(autouse=True)
def declared():
    """Kinds and series as a running desk knows them."""
    declare_plugin("mediation")


@pytest.fixture
def two_people(writing):
    """Ids of two registered residents."""
    from desk.api.people import PersonDraft, PhoneDraft, register_person

    with writing() as uow:
        return [register_person(uow, PersonDraft(name=name, sex=sex, birth=birth, address=f"翠湖花园3幢2单元{door}室",
                                                 phones=(PhoneDraft(phone),), reason="试"))
                for name, sex, birth, door, phone in (("龚桂兰", "2", "1964-03-07", "502", "13800000001"),
                                                      ("欧阳䶮", "1", "1985-07-01", "602", "13900000002"))]


class Room:
    """Shortcuts through the room's verbs, each in a transaction of its own; dates are the clock's today unless told."""

    def __init__(self, writing, reading, clock):
        self.writing, self.reading, self.clock = writing, reading, clock

    @property
    def today(self):
        return self.clock.today()

    def do(self, verb, *args):
        with self.writing() as uow:
            return verb(uow, *args)

    def see(self, query, *args):
        with self.reading() as uow:
            return query(uow, *args)

    def file(self, dispute):
        return self.see(get_file, dispute)

    def state(self, dispute):
        return self.file(dispute).case.state

    def parties(self, dispute):
        return [party.id for party in self.file(dispute).parties]

    def register(self, *parties, **more):
        parties = parties or (PartyDraft("applicant", name="龚桂兰"), PartyDraft("respondent", name="欧阳䶮"))
        given = {"summary": "602室漏水至502室。", "requests": ("修复防水层;",), "category": "neighbour",
                 "applied_on": self.today} | more
        return self.do(save_dispute, DisputeDraft(parties=parties, **given))

    def accept(self, dispute=None, **more):
        given = {"accepted_on": self.today, "mediators": ("沈建国",), "recorder": "何苗", "rights_told_on": self.today} | more
        return self.do(accept_dispute, AcceptanceDraft(dispute or self.register(), **given))

    def hold(self, dispute, outcome="agreed", **more):
        given = {"ended_at": self.clock.now(), "place": "人民调解室", "record": "双方陈述事实。", "mediators": ("沈建国",),
                 "recorder": "何苗", "present": tuple(self.parties(dispute))} | more
        return self.do(save_session, SessionDraft(dispute, self.clock.now() - timedelta(hours=1), outcome=outcome, **given))

    def draft(self, dispute, **more):
        given = {"facts": "渗漏原因为602室防水破损。", "clauses": ("修复防水层;",), "performance": "七日内完成。",
                 "made_on": self.today, "mediators": ("沈建国",), "recorder": "何苗"} | more
        return self.do(draft_agreement, AgreementDraft(dispute, **given))

    def sign(self, dispute, agreement, days=None, mediator=None, seal=None, **more):
        parties = self.parties(dispute)
        days = days or [self.today] * len(parties)
        return self.do(sign_agreement, SigningDraft(agreement, tuple(zip(parties, days, strict=True)), mediator or self.today,
                                                    seal or self.today, **more))

    def sealed(self, dispute=None, **more):
        """A case whose agreement is signed and sealed today: (dispute, agreement)."""
        dispute = dispute or self.accept()
        self.hold(dispute)
        agreement = self.draft(dispute, **more)
        self.sign(dispute, agreement)
        return dispute, agreement


@pytest.fixture
def room(writing, reading, clock):
    return Room(writing, reading, clock)


@pytest.fixture
def refused(room):
    """`refused(call, …)`: the UserError it raises."""
    def ask(call, *args, **more):
        with pytest.raises(UserError) as told:
            call(*args, **more)
        return told.value
    return ask


@pytest.fixture
def whole(room, clock):
    """A case with something of everything in its file: {record kind: id of one}."""
    dispute = room.register(
        PartyDraft("applicant", name="龚桂兰", sex="2", ethnic="汉族", birth="1964-03-07", occupation="退休",
                   contact="13800000001",
                   address="翠湖花园3幢2单元502室", agent="方敏", agent_powers="special", agent_matters="参加调解、签订协议"),
        PartyDraft("respondent", name="欧阳䶮", sex="1", ethnic="汉族", birth="1985-07-01", contact="13900000002",
                   address="翠湖花园3幢2单元602室"), difficulty="difficult")
    room.accept(dispute)
    return {"mediation.dispute": dispute} | before_agreement(room, dispute) | after_agreement(room, dispute)


def before_agreement(room, dispute):
    """A plan, an investigation, sittings, more time, a danger."""
    start = room.clock.now() + timedelta(days=1)
    found = {}
    found["mediation.plan"] = room.do(plans.save_plan, drafts.PlanDraft(
        dispute, start, start + timedelta(hours=2), place="人民调解室", bring="身份证件", contact="010-88880000"))
    found["mediation.investigation"] = room.do(investigations.save_investigation, drafts.InvestigationDraft(
        dispute, room.clock.now() - timedelta(hours=3), ended_at=room.clock.now() - timedelta(hours=2), place="602室",
        asked=(drafts.AskedDraft("老单", "1", "66", "汉族", "退休", "翠湖花园3幢2单元601室", "13700000003", "邻居"),
               drafts.AskedDraft("沈芳", "2", "40")),
        lines=(("何时发现漏水?", "上周三晚上,天花板开始滴水。"), ("水从哪里来?", "从602室卫生间。")),
        investigators=("沈建国", "何苗"), recorder="何苗"))
    found["mediation.session"] = room.hold(dispute, "continued")
    found["mediation.extension"] = room.do(extending.extend, drafts.ExtensionDraft(
        dispute, date(2027, 1, 10), "等待鉴定", tuple(room.parties(dispute))))
    room.hold(dispute, "agreed")
    found["mediation.escalation"] = room.do(escalations.save_escalation, drafts.EscalationDraft(
        dispute, "police", "扬言砸门", room.today, people=2, measures="劝离现场,上门安抚", reported_to="和平派出所",
        reported_on=room.today, result="民警到场,未再发生"))
    return found


def after_agreement(room, dispute):
    """A sealed agreement in two instalments, the court, a receipt, a visit, letters, evidence, deliveries."""
    agreement = room.draft(
        dispute, amount_fen=860000, clauses=("被申请人七日内修复602室卫生间防水层;", "分两期赔偿申请人损失。"),
        instalments=(drafts.InstalmentDraft(date(2026, 11, 15), "第一期", 500000),
                     drafts.InstalmentDraft(date(2026, 12, 15), "第二期", 360000)))
    room.sign(dispute, agreement)
    found = {"mediation.agreement": agreement}
    found["mediation.confirmation"] = room.do(confirming.apply_confirmation, drafts.ConfirmationDraft(
        agreement, "和平区人民法院", room.today, tuple(room.parties(dispute))))
    found["mediation.performance"] = room.do(performance.mark_instalment, drafts.PerformedDraft(
        agreement, 0, room.today, payer="欧阳䶮", payee="龚桂兰"))
    found["mediation.return_visit"] = room.do(collecting.save_visit, drafts.VisitDraft(
        dispute, room.today, "龚桂兰、欧阳䶮", performed="part", satisfied="yes", findings="防水已修复。",
        measures="督促第二期",
        visitor="沈建国"))
    found["mediation.letter"] = room.do(collecting.save_letter, drafts.LetterDraft(
        dispute, "reply", "和平派出所", room.today, "经调解,双方已达成调解协议。"))
    room.do(collecting.save_evidence, drafts.EvidenceListDraft(dispute, (
        drafts.EvidenceDraft("渗水照片", kind="picture", given_by="龚桂兰", pages=2, proves="客厅吊顶受损",
                             received_on=room.today),
        drafts.EvidenceDraft("维修报价单", given_by="龚桂兰", pages=1, original=True, proves="损失数额"))))
    room.do(collecting.save_deliveries, drafts.DeliveriesDraft(dispute, (
        drafts.DeliveryDraft("人民调解协议书", "龚桂兰", on_date=room.today, address="502室", taken_by="龚桂兰"),)))
    room.do(dossier.save_file, drafts.FileDraft(dispute, "long", room.today, "何苗", "方敏", undisputed="漏水始于10月28日。"))
    return found

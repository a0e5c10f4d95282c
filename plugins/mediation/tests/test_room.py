"""Paper cases entered midway, hand-over of a mediator's cases, plans that move, quarrels at the counter, the phrase library."""

from datetime import date, timedelta

import pytest

from desk.api import UserError
from desk.api.cases import list_clocks, list_timeline
from desk.api.db import Actor
from desk.testing.hall import make_account, make_venue
from plugins.mediation.drafts import (
    DisputeDraft,
    EndingDraft,
    HandOverDraft,
    MediatorDraft,
    PartyDraft,
    PlanDraft,
    QuickDraft,
    TakeOverDraft,
)
from plugins.mediation.models import Agreement, Phrase, Plan
from plugins.mediation.pages import pickers, record
from plugins.mediation.service.mediators import hand_over, replace_mediator
from plugins.mediation.service.plans import cancel_plan, save_plan
from plugins.mediation.service.quick import settle_quickly
from plugins.mediation.service.takeover import take_over_case
from plugins.mediation.tests.helpers import mediator

PARTIES = (PartyDraft("applicant", name="龚桂兰"), PartyDraft("respondent", name="欧阳䶮"))


def paper_case(stage, **more):
    dispute = DisputeDraft("neighbour", PARTIES, summary="漏水", applied_on=date(2026, 10, 1))
    return TakeOverDraft(dispute, "(2026)和平人调字第87号", date(2026, 10, 3), ("沈建国",), rights_told_on=date(2026, 10, 3),
                         stage=stage, note="卷内已有调查记录两份", **more)


def test_a_paper_case_keeps_its_old_number_and_the_series_its_place(room):
    dispute = room.do(take_over_case, paper_case("mediating"))
    file = room.file(dispute)
    assert (file.case.number, file.case.state, file.dispute.taken_over) == ("(2026)和平人调字第87号", "mediating", True)
    assert any("由纸质案卷转入" in entry.text for entry in room.see(list_timeline, dispute))
    assert file.case.due_on == date(2026, 11, 2)
    assert room.file(room.accept()).case.number == "(2026)和平人调字第1号"


def test_a_paper_case_being_performed_has_its_old_agreement(room):
    dispute = room.do(take_over_case, paper_case(
        "performing", agreement_number="和平调字〔2026〕40号", agreement_on=date(2026, 10,
                                                                                 20), agreement_clauses=("修复防水层;",)))
    agreement = room.file(dispute).agreement
    assert (agreement.number, agreement.paper, agreement.effective_on) == (
        "和平调字〔2026〕40号", "mediation.agreement_next", date(2026, 10, 20))
    assert room.state(dispute) == "performing"


@pytest.mark.parametrize(("lacking", "field"), [({"number": ""}, "number"), ({"stage": "performing"}, "agreement_number")])
def test_a_paper_case_says_what_is_lacking(room, lacking, field):
    from dataclasses import replace

    with pytest.raises(UserError) as told:
        room.do(take_over_case, replace(paper_case("mediating"), **lacking))
    assert field in told.value.fields


def test_everything_of_a_mediator_goes_to_another(room, factory):
    first, second = room.do(make_account, "shen", "沈建国"), room.do(make_account, "fang", "方敏")
    rights = frozenset({"mediation.case.read", "mediation.case.write"})
    shen = Actor("沈建国", 1, user_id=first, permissions=rights)
    from plugins.mediation.drafts import AcceptanceDraft
    from plugins.mediation.service.acceptance import accept_dispute
    from plugins.mediation.service.intake import save_dispute

    with factory.writing(shen) as uow:
        disputes = [save_dispute(uow, DisputeDraft("neighbour", PARTIES)) for _each in range(3)]
        accept_dispute(uow, AcceptanceDraft(disputes[0], room.today, ("沈建国", "何苗")))
    assert room.do(hand_over, HandOverDraft(first, second, "退休")) == 3
    for dispute in disputes:
        assert room.file(dispute).case.handler == "方敏"
    assert room.file(disputes[0]).dispute.mediators == ("方敏", "何苗")
    with factory.reading(Actor("方敏", 1, user_id=second, permissions=rights)) as uow:
        assert record.load(uow, disputes[0]).holder == "方敏"


def test_a_hand_over_says_of_which_case_the_parties_are_to_be_told(room, factory, refused):
    from plugins.mediation.drafts import AcceptanceDraft
    from plugins.mediation.service.acceptance import accept_dispute
    from plugins.mediation.service.intake import save_dispute

    first, second = room.do(make_account, "shen", "沈建国"), room.do(make_account, "fang", "方敏")
    for name in ("沈建国", "方敏"):
        mediator(room, name)
    room.accept(mediators=("方敏",))
    shen = Actor("沈建国", 1, user_id=first, permissions=frozenset({"mediation.case.read", "mediation.case.write"}))
    with factory.writing(shen) as uow:
        dispute = save_dispute(uow, DisputeDraft("neighbour", PARTIES))
        accept_dispute(uow, AcceptanceDraft(dispute, room.today, ("沈建国",), conflict_told=True))
    told = refused(room.do, hand_over, HandOverDraft(first, second, "退休"))
    assert room.file(dispute).case.number in told.what
    assert room.file(dispute).case.handler == "沈建国"
    room.do(hand_over, HandOverDraft(first, second, "退休", conflict_told=True))
    assert room.file(dispute).dispute.mediators == ("方敏",)


def test_a_mediator_is_replaced_by_somebody_else_only(room):
    dispute = room.accept()
    for before, after in (("老单", "方敏"), ("沈建国", "沈建国"), ("沈建国", "")):
        with pytest.raises(UserError):
            room.do(replace_mediator, MediatorDraft(dispute, before, after, "要求更换", room.today))


def test_a_plan_moves_with_its_room_and_gives_it_back(room):
    venue, start = room.do(make_venue, "人民调解室"), room.clock.now() + timedelta(days=1)
    dispute, other = room.accept(), room.accept()
    plan = room.do(save_plan, PlanDraft(dispute, start, start + timedelta(hours=2), venue_id=venue))
    version = room.see(lambda uow: uow.get(Plan, plan).version)
    later = start + timedelta(hours=1)
    room.do(save_plan, PlanDraft(dispute, later, later + timedelta(hours=2), id=plan, version=version, venue_id=venue))
    room.do(cancel_plan, EndingDraft(plan, reason="一方出差"))
    room.do(save_plan, PlanDraft(other, later, later + timedelta(hours=2), venue_id=venue))
    with pytest.raises(UserError):
        room.do(cancel_plan, EndingDraft(plan))


def test_a_mediator_cannot_sit_in_two_sessions_at_once(room, refused):
    start = room.clock.now() + timedelta(days=1)
    first, second = room.accept(), room.accept()
    plan = room.do(save_plan, PlanDraft(first, start, start + timedelta(hours=2), place="社区议事厅"))
    later = start + timedelta(hours=1)
    told = refused(room.do, save_plan, PlanDraft(second, later, later + timedelta(hours=1), place="当事人家中"))
    assert "沈建国" in told.fields["mediators"]
    assert "龚桂兰" not in told.fields["mediators"]
    room.do(save_plan, PlanDraft(second, later, later + timedelta(hours=1), place="当事人家中", mediators=("方敏",)))
    room.do(save_plan, PlanDraft(second, start + timedelta(hours=2), start + timedelta(hours=3), place="当事人家中"))
    version = room.see(lambda uow: uow.get(Plan, plan).version)
    room.do(save_plan, PlanDraft(first, start - timedelta(hours=1), start, id=plan, version=version, place="社区议事厅"))


def test_a_session_held_by_a_plan_uses_it_up(room):
    from plugins.mediation.pages import starting

    start = room.clock.now() + timedelta(minutes=30)
    dispute = room.accept()
    plan = room.do(save_plan, PlanDraft(dispute, start, start + timedelta(hours=2), place="和平社区议事厅"))
    values = room.see(starting.session, dispute)
    assert (values["plan_id"], values["place"]) == (plan, "和平社区议事厅")
    room.hold(dispute, "continued", plan_id=plan)
    assert room.see(lambda uow: uow.get(Plan, plan).state) == "held"


def test_a_quarrel_is_settled_in_one_go(room):
    agreement = room.do(settle_quickly, QuickDraft("龚桂兰", "欧阳䶮", "neighbour", "楼道堆物", "当场清理;\n互相道歉;"))
    with room.reading() as uow:
        found = uow.get(Agreement, agreement)
        assert (found.form, found.state, found.clauses) == ("oral", "sealed", ["当场清理;", "互相道歉;"])
        dispute = found.dispute_id
    file = room.file(dispute)
    assert (file.case.state, len(file.sessions)) == ("performed", 1)
    assert [clock.code for clock in room.see(list_clocks, dispute) if clock.stopped_on is None] == ["visit"]
    with pytest.raises(UserError) as told:
        room.do(settle_quickly, QuickDraft("甲", "", "neighbour", "吵架", ""))
    assert {"respondent", "settled"} <= set(told.value.fields)


def test_a_counter_that_does_not_mediate_names_who_did(room, refused):
    from plugins.mediation.pages import starting

    assert room.see(starting.quick, None)["mediators"]
    mediator(room, "沈建国")
    assert room.see(starting.quick, None)["mediators"] == ""
    words = ("龚桂兰", "欧阳䶮", "neighbour", "楼道堆物", "当场清理;")
    assert refused(room.do, settle_quickly, QuickDraft(*words)).field == "mediators"
    agreement = room.do(settle_quickly, QuickDraft(*words, mediators=("沈建国",)))
    assert room.see(lambda uow: uow.get(Agreement, agreement).mediators) == ["沈建国"]
    assert refused(room.do, settle_quickly, QuickDraft(*words, mediators=("沈建国",))).field == "mediators"
    room.do(settle_quickly, QuickDraft(*words, mediators=("沈建国",), conflict_told=True))


def test_the_halls_phrases_stand_beside_their_field(room):
    with room.writing() as uow:
        for use, text in (("mediation.clause", "一次付清;"), ("mediation.record", "听清了。"),
                          ("mediation.clause", "互相道歉;")):
            uow.add(Phrase(use=use, text=text))
    assert room.see(pickers.phrases, "mediation.clause") == ["一次付清;", "互相道歉;"]

"""Who is stopped, and by which law: rules R1–R23 and every row of the acceptance examples (rules 1.10)."""

from datetime import date, datetime, timedelta

import pytest

from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    BreachDraft,
    ConfirmationDraft,
    DecisionDraft,
    EndingDraft,
    EscalationDraft,
    ExtensionDraft,
    InstalmentDraft,
    InvitedDraft,
    MediatorDraft,
    PartyDraft,
    PerformedDraft,
    PlanDraft,
    RevisionDraft,
    SigningDraft,
)
from plugins.mediation.models import Agreement, MediatorChange
from plugins.mediation.pages import record
from plugins.mediation.service.acceptance import accept_dispute, refuse_dispute
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.closing import close_dispute, reopen, terminate, withdraw
from plugins.mediation.service.confirming import apply_confirmation, enter_decision
from plugins.mediation.service.escalations import save_escalation
from plugins.mediation.service.extending import extend
from plugins.mediation.service.mediators import replace_mediator
from plugins.mediation.service.performance import mark_instalment, mark_performed, note_breach
from plugins.mediation.service.plans import save_plan
from plugins.mediation.service.signing import agree_orally, sign_agreement
from plugins.mediation.service.versions import revise_agreement, supplement_agreement, write_down
from plugins.mediation.tests.helpers import said

APPLICANT, RESPONDENT = PartyDraft("applicant", name="龚桂兰"), PartyDraft("respondent", name="欧阳䶮")
COMPANY = PartyDraft("respondent", kind="organisation", name="安居物业服务有限公司", credit_code="91110000MA00000000",
                     representative="方敏", post="经理")


# The rows of 1.10

def test_a_refusal_on_the_second_session_leaves_only_the_end(room, refused):
    dispute = room.accept()
    room.hold(dispute, "continued")
    room.hold(dispute, "refused", refused_by=room.parties(dispute)[1])
    assert room.state(dispute) == "terminated"
    assert "第十七条" in said(refused(room.draft, dispute))
    assert "第二十六条" in said(refused(room.do, close_dispute, EndingDraft(dispute, room.today)))
    assert "第十七条" in said(refused(room.hold, dispute, "continued"))


def test_the_written_example(room):
    dispute = room.accept(room.register(applied_on=date(2026, 11, 1)), accepted_on=date(2026, 11, 1),
                          rights_told_on=date(2026, 11, 1))
    room.hold(dispute, "continued")
    agreement = room.draft(dispute, made_on=date(2026, 11, 1))
    room.sign(dispute, agreement, [date(2026, 11, 1), date(2026, 11, 3)], date(2026, 11, 3), date(2026, 11, 5))
    row = room.file(dispute).agreement
    assert (row.effective_on, row.confirm_until, row.confirm_remind) == (
        date(2026, 11, 5), date(2026, 12, 7), date(2026, 12, 5))
    with room.reading() as uow:
        assert uow.get(Agreement, agreement).copies == 3


def test_the_oral_example(room, clock):
    clock.advance(days=-4)  # 2026-11-01
    dispute = room.accept()
    room.hold(dispute)
    room.do(agree_orally, room.draft(dispute, form="oral", at_once=True))
    row = room.file(dispute).agreement
    assert (row.effective_on, row.confirm_until) == (date(2026, 11, 1), date(2026, 12, 1))


def test_an_oral_agreement_takes_effect_when_reached_and_may_be_written_down(room):
    dispute = room.accept()
    room.hold(dispute)
    agreement = room.draft(dispute, form="oral", at_once=True)
    room.do(agree_orally, agreement)
    row = room.file(dispute).agreement
    assert (row.state, row.effective_on, row.confirm_until) == ("sealed", room.today, date(2026, 12, 7))
    assert room.state(dispute) == "performed"
    titles = [act.title for act in room.see(record.load, dispute).acts]
    assert "形成书面协议" in titles or "Turn into a written agreement" in titles
    written = room.do(write_down, agreement)
    room.sign(dispute, written)
    assert [one.state for one in room.file(dispute).agreements] == ["replaced", "sealed"]


@pytest.mark.parametrize("subject", ["adoption", "marriage", "ownership"])
def test_what_courts_do_not_confirm_has_no_reminder_and_says_why(room, refused, subject):
    dispute, agreement = room.sealed(room.accept(room.register(excluded_subject=subject)))
    assert room.file(dispute).agreement.confirm_until is None
    draft = ConfirmationDraft(agreement, "和平区人民法院", room.today, tuple(room.parties(dispute)))
    assert "第三百五十五条" in said(refused(room.do, apply_confirmation, draft))


def test_a_party_of_sixteen_has_a_guardian_on_every_signature(room, refused, printed):
    from plugins.mediation.documents import acceptance, agreement, application, loading, session_record

    young = PartyDraft("applicant", name="小刚", birth="2010-05-01")
    assert "民法典" in said(refused(room.register, young, RESPONDENT))
    dispute = room.accept(room.register(PartyDraft("applicant", name="小刚", birth="2010-05-01", guardian="龚桂兰",
                                                   guardian_relation="母亲"), RESPONDENT))
    session = room.hold(dispute)
    paper = room.draft(dispute)
    with room.reading() as uow:
        case = loading.load_case(uow, dispute)
        for document in (application.build(case), acceptance.build(case),
                         session_record.build(loading.load_session(uow, session)),
                         agreement.build(loading.load_agreement(uow, paper))):
            assert "法定代理人(签名" in printed(document)


def test_five_residents_against_one_company(room, refused, printed):
    from plugins.mediation.documents import acceptance, agreement, loading

    residents = tuple(PartyDraft("applicant", name=f"居民{name}", representing=True) for name in "甲乙丙丁戊")
    dispute = room.accept(room.register(*residents, COMPANY, category="estate_service"))
    assert "第二十条" in said(refused(room.register, *residents, PartyDraft("applicant", name="居民己", representing=True),
                                  COMPANY))
    room.hold(dispute)
    paper = room.draft(dispute)
    with room.reading() as uow:
        text = printed(agreement.build(loading.load_agreement(uow, paper)))
        assert "91110000MA00000000" in text
        assert text.count("当事人(签名盖章或按指印)") == 6
        assert "一式7份" in text
        assert "居民戊" in printed(acceptance.build(loading.load_case(uow, dispute)))


@pytest.mark.parametrize("lacking", ["credit_code", "representative"])
def test_a_unit_needs_code_and_representative(room, refused, lacking):
    from dataclasses import replace

    error = refused(room.register, APPLICANT, replace(COMPANY, **{lacking: ""}))
    assert f"parties.1.{lacking}" in error.fields


def test_a_units_agreement_waits_for_the_units_own_seal(room):
    dispute = room.accept(room.register(APPLICANT, COMPANY))
    room.hold(dispute)
    agreement = room.draft(dispute)
    room.sign(dispute, agreement)
    row = room.file(dispute).agreement
    assert (row.state, row.lacking) == ("draft", ("安居物业服务有限公司(单位印章)",))
    company = room.parties(dispute)[1]
    room.sign(dispute, agreement, unit_seals=((company, room.today),))
    assert room.file(dispute).agreement.state == "sealed"


def test_three_instalments_the_second_unpaid(room, refused, clock):
    rows = tuple(InstalmentDraft(date(2026, 11, 10 + 5 * n), f"第{n}期", 10000) for n in (1, 2, 3))
    dispute, agreement = room.sealed(instalments=rows, amount_fen=30000)
    clock.advance(days=20)
    room.do(mark_instalment, PerformedDraft(agreement, 0, date(2026, 11, 15)))
    room.do(mark_instalment, PerformedDraft(agreement, 2, room.today))
    card = room.see(record.load, dispute)
    facts = {fact.label: fact.value for section in card.sections for fact in section.facts}
    assert "部分履行" in facts.values() or "partly performed" in facts.values()
    assert card.lamp.days_left < 0
    assert [one.source for one in card.missing] == ["人民调解法 第三十一条"], card.missing
    assert "第三十一条" in said(refused(room.do, mark_performed, EndingDraft(dispute, room.today)))
    assert "第三十一条" in said(refused(room.do, close_dispute, EndingDraft(dispute, room.today)))
    room.do(mark_instalment, PerformedDraft(agreement, 1, room.today))
    room.do(mark_performed, EndingDraft(dispute, room.today))
    room.do(close_dispute, EndingDraft(dispute, room.today))


# The rules one by one

def test_a_case_begins_by_request_or_initiative(room, refused):
    assert "第十七条" in said(refused(room.register, source="hearsay"))


def test_a_transferred_case_names_the_office(room, refused):
    assert "第十八条" in said(refused(room.register, source="transfer"))


def test_nothing_is_accepted_against_a_will_or_beside_a_court(room, refused):
    dispute = room.register()
    ask = AcceptanceDraft(dispute, room.today, ("沈建国",), all_agree=False)
    assert "第十七条" in said(refused(room.do, accept_dispute, ask))
    assert "第三十一条" in said(refused(room.do, accept_dispute, AcceptanceDraft(dispute, room.today, ("沈建国",),
                                                                            no_court=False)))
    assert "第十九条" in said(refused(room.do, accept_dispute, AcceptanceDraft(dispute, room.today, ())))
    assert "channel" in refused(room.do, refuse_dispute, EndingDraft(dispute, room.today, "不属于", ground="other")).fields
    room.do(refuse_dispute, EndingDraft(dispute, room.today, ground="court"))
    assert room.file(dispute).dispute.channel == "由受理的人民法院处理"


def test_a_mediator_is_replaced_with_both_names_kept(room, refused):
    dispute = room.accept()
    wish = MediatorDraft(dispute, "沈建国", "方敏", "当事人要求更换", room.today, room.parties(dispute)[0])
    assert "第二十三条" in said(refused(room.do, replace_mediator, MediatorDraft(dispute, "沈建国", "方敏", "", room.today)))
    room.do(replace_mediator, wish)
    with room.reading() as uow:
        row = uow.session.query(MediatorChange).one()
        assert (row.before, row.after, row.asked_by) == ("沈建国", "方敏", room.parties(dispute)[0])
    assert room.file(dispute).dispute.mediators == ("方敏",)


def test_guests_take_part_only_with_consent(room, refused):
    dispute = room.accept()
    guest = (InvitedDraft("老单", "邻居"),)
    assert "第二十条" in said(refused(room.hold, dispute, "continued", invited=guest))
    start = room.clock.now() + timedelta(days=1)
    assert "第二十条" in said(refused(room.do, save_plan, PlanDraft(dispute, start, start + timedelta(hours=1), place="社区",
                                                                   invited=guest)))
    room.hold(dispute, "continued", invited=(InvitedDraft("老单", "邻居", True),))


def test_what_touches_privacy_is_not_public(room, refused):
    assert "第二十三条第三项" in said(refused(room.register, open_mediation=True, privacy=True))
    room.register(open_mediation=True)


def test_rights_are_told_before_the_first_session(room, refused):
    dispute = room.accept(rights_told_on=None)
    assert "第二十四条" in said(refused(room.hold, dispute, "continued"))
    room.hold(dispute, "continued", rights_told=True)
    assert room.file(dispute).dispute.rights_told_on == room.today


def test_possible_crime_is_reported(room, refused):
    dispute = room.accept()
    told = EscalationDraft(dispute, "crime", "扬言报复", room.today, measures="劝离现场,通知家属")
    assert "第二十五条" in said(refused(room.do, save_escalation, told))
    room.do(save_escalation, EscalationDraft(dispute, "crime", "扬言报复", room.today, measures="劝离现场",
                                             reported_to="派出所",
                                             reported_on=room.today))
    assert any("第二十五条" in one.source for one in room.see(record.load, dispute).missing)


def test_a_failure_tells_the_other_ways(room, refused):
    dispute = room.accept()
    assert "第二十六条" in said(refused(room.hold, dispute, "failed"))
    assert "第二十六条" in said(refused(room.do, terminate, EndingDraft(dispute, room.today, "谈不拢", ground="failed")))
    assert "第十七条" in said(refused(room.do, terminate, EndingDraft(dispute, room.today, "不来", room.today, "refused")))
    assert "ground" in refused(room.do, terminate, EndingDraft(dispute, room.today, "", room.today, "expired")).fields
    room.do(terminate, EndingDraft(dispute, room.today, "", room.today, "refused", refused_by=room.parties(dispute)[0]))
    room.do(close_dispute, EndingDraft(dispute, room.today))
    assert "第十七条" in said(refused(room.do, reopen, EndingDraft(dispute, room.today, "又起争执")))


@pytest.mark.parametrize("more", [{"written_wanted": True}, {"difficulty": "difficult"}, {}])
def test_some_agreements_must_be_written(room, refused, more):
    dispute = room.accept(room.register(**more))
    room.hold(dispute)
    error = refused(room.draft, dispute, form="oral", at_once=bool(more))
    assert "第三十四条" in error.fields["form"]


def test_the_setting_lets_oral_agreements_be(room):
    from desk.testing.hall import put_settings

    room.do(put_settings, {"mediation.written_compulsory": False})
    dispute = room.accept()
    room.hold(dispute)
    room.draft(dispute, form="oral")


def test_an_agreement_needs_facts_clauses_and_terms(room, refused):
    dispute = room.accept()
    room.hold(dispute)
    error = refused(room.do, draft_agreement, AgreementDraft(dispute, instalments=(InstalmentDraft(None, "赔偿"),)))
    assert {"facts", "clauses", "instalments.0.due"} <= set(error.fields)


def test_an_agent_signs_only_with_special_powers(room, refused):
    party = PartyDraft("applicant", name="龚桂兰", agent="方敏", agent_powers="general")
    dispute = room.accept(room.register(party, RESPONDENT))
    room.hold(dispute)
    agreement, first = room.draft(dispute), room.parties(dispute)[0]
    draft = SigningDraft(agreement, ((first, room.today),), by_agent=(first,))
    assert "第六十二条" in said(refused(room.do, sign_agreement, draft))


def test_agents_are_at_most_two_and_have_powers(room, refused):
    assert "第六十一条" in said(refused(room.register, PartyDraft("applicant", name="甲", agent="乙、丙、丁",
                                                             agent_powers="special"),
                                   RESPONDENT))
    assert "agent_powers" in next(iter(refused(room.register, PartyDraft("applicant", name="甲", agent="乙"),
                                               RESPONDENT).fields))


def test_more_time_needs_everybody(room, refused):
    dispute = room.accept()
    first, second = room.parties(dispute)
    ask = ExtensionDraft(dispute, date(2027, 1, 10), "等待鉴定", (first,))
    error = refused(room.do, extend, ask)
    assert "欧阳䶮" in said(error)
    assert "第三十三条" in said(error)
    room.do(extend, ExtensionDraft(dispute, date(2027, 1, 10), "等待鉴定", (first, second)))
    assert room.file(dispute).case.due_on == date(2027, 1, 10)


def test_the_court_is_asked_together_and_in_time(room, refused, clock):
    dispute, agreement = room.sealed()
    first, second = room.parties(dispute)
    assert "第三十三条" in said(refused(room.do, apply_confirmation, ConfirmationDraft(agreement, "法院", room.today, (first,
                                                                                                                ))))
    clock.advance(days=40)
    late = ConfirmationDraft(agreement, "法院", room.today, (first, second))
    assert "applied_on" in refused(room.do, apply_confirmation, late).fields


def test_a_rejected_agreement_gets_a_second_version(room, refused):
    dispute, agreement = room.sealed()
    asked = room.do(apply_confirmation, ConfirmationDraft(agreement, "和平区人民法院", room.today,
                                                          tuple(room.parties(dispute))))
    assert "第二百零六条" in said(refused(room.do, enter_decision, DecisionDraft(asked, "rejected", room.today)))
    room.do(enter_decision, DecisionDraft(asked, "rejected", room.today, "(2026)调确1号", "内容不明确"))
    second = room.do(revise_agreement, RevisionDraft(agreement, "内容不明确", room.today))
    assert [one.state for one in room.file(dispute).agreements] == ["sealed", "draft"]
    room.sign(dispute, second)
    assert [(one.version, one.state) for one in room.file(dispute).agreements] == [(1, "replaced"), (2, "sealed")]
    assert room.state(dispute) == "performing"


def test_a_mistake_after_sealing_becomes_a_supplement(room, refused):
    dispute, agreement = room.sealed()
    assert refused(room.draft, dispute).todo
    added = room.do(supplement_agreement, RevisionDraft(agreement, "门牌号应为602室"))
    room.draft(dispute, clauses=("门牌号更正为602室;",), version=room.see(lambda uow: uow.get(Agreement, added).version))
    room.sign(dispute, added)
    assert [one.state for one in room.file(dispute).agreements] == ["sealed", "sealed"]
    assert room.file(dispute).agreement.supplement


def test_numbers_of_later_versions_follow_the_setting(room):
    from desk.api.papers import give_number
    from desk.testing.hall import put_settings

    dispute, agreement = room.sealed()
    room.do(give_number, "mediation.agreement", "mediation.agreement", agreement)
    room.do(revise_agreement, RevisionDraft(agreement, "重新协商", room.today))
    assert [(one.number, one.paper) for one in room.file(dispute).agreements] == [
        ("和平调字〔2026〕1号", "mediation.agreement"), ("和平调字〔2026〕1号之二", "mediation.agreement_next")]
    room.do(put_settings, {"mediation.version_number": "new"})
    assert room.file(dispute).agreement.paper == "mediation.agreement"


def test_nobody_performs_and_the_parties_learn_that_they_may_sue(room, refused):
    dispute, agreement = room.sealed(instalments=(InstalmentDraft(date(2026, 11, 10), "赔偿", 100),))
    assert "第三十一条" in said(refused(room.do, note_breach, BreachDraft(dispute, room.today, "")))
    room.do(note_breach, BreachDraft(dispute, room.today, "经督促仍不履行", ends=True))
    assert room.state(dispute) == "unperformed"
    room.do(close_dispute, EndingDraft(dispute, room.today))


def test_a_request_is_taken_back_with_a_reason(room, refused):
    dispute = room.accept()
    assert "第二十三条" in said(refused(room.do, withdraw, EndingDraft(dispute, room.today)))
    room.do(withdraw, EndingDraft(dispute, room.today, "已自行和解"))
    assert room.state(dispute) == "withdrawn"


def test_by_law_means_with_a_legal_worker_or_a_reason(room, refused):
    dispute = room.accept()
    assert "legal_worker" in refused(room.hold, dispute, "continued", way="law").fields
    room.hold(dispute, "continued", way="law", legal_worker="法律顾问因故未到")


def test_medical_disputes_have_thirty_working_days(room):
    assert room.file(room.accept(room.register(category="medical"))).case.due_on == date(2026, 12, 17)


def test_a_room_is_not_given_twice(room, refused):
    from desk.testing.hall import make_venue

    venue = room.do(make_venue, "人民调解室")
    start = datetime(2026, 11, 6, 1, 0, tzinfo=room.clock.now().tzinfo)
    first, second = room.accept(), room.accept(mediators=("何苗",), recorder="沈建国")
    room.do(save_plan, PlanDraft(first, start, start + timedelta(hours=2), venue_id=venue))
    error = refused(room.do, save_plan, PlanDraft(second, start + timedelta(hours=1), start + timedelta(hours=3),
                                                  venue_id=venue))
    assert "人民调解室" in str(error)
    assert "龚桂兰" not in str(error)

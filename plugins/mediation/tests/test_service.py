"""The way of a dispute through its verbs, on both engines."""

from datetime import date, timedelta

import pytest

from desk.api import NotFound, UserError
from desk.api.cases import visible_case
from desk.api.db import Actor
from plugins.mediation.documents import agreement as agreement_paper
from plugins.mediation.documents import loading
from plugins.mediation.drafts import (
    AcceptanceDraft,
    AgreementDraft,
    DisputeDraft,
    EndingDraft,
    InstalmentDraft,
    PartyDraft,
    RightsDraft,
    SessionDraft,
    SigningDraft,
)
from plugins.mediation.models import Agreement, Dispute
from plugins.mediation.pages import lists, record
from plugins.mediation.queries import get_file
from plugins.mediation.service.acceptance import accept_dispute, tell_remedies
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.closing import close_dispute, terminate
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.performance import mark_performed
from plugins.mediation.service.sessions import save_session
from plugins.mediation.service.signing import sign_agreement

TODAY = date(2026, 11, 5)


def party(side, name="", **more):
    return PartyDraft(side=side, name=name, **more)


@pytest.fixture
def registered(writing, two_people):
    first, second = two_people
    with writing() as uow:
        return save_dispute(uow, DisputeDraft(
            "neighbour", (party("applicant", person_id=first), party("respondent", person_id=second)),
            summary="602室漏水至502室,双方就赔偿不能达成一致。", requests=("修复防水层;", "赔偿损失8,600元。")))


@pytest.fixture
def accepted(writing, registered):
    with writing() as uow:
        return accept_dispute(uow, AcceptanceDraft(registered, TODAY, ("沈建国",), recorder="何苗", rights_told_on=TODAY))


def hold(writing, clock, dispute, outcome="agreed", **more):
    with writing() as uow:
        return save_session(uow, SessionDraft(dispute, clock.now() - timedelta(hours=1), ended_at=clock.now(), place="调解室",
                                              record="双方陈述事实。", outcome=outcome, **more))


def test_blank_fields_are_taken_from_the_register(registered, reading):
    with reading() as uow:
        parties = get_file(uow, registered).parties
    assert [(one.name, one.sex, one.birth, one.contact) for one in parties] == [
        ("龚桂兰", "2", "1964-03-07", "13800000001"), ("欧阳䶮", "1", "1985-07-01", "13900000002")]


def test_acceptance_gives_the_number_without_gaps(accepted, reading):
    with reading() as uow:
        row = lists.fetch(uow, lists.PageRequest()).rows[0]
        assert row.number == "(2026)和平人调字第1号"
        assert visible_case(uow, get_file(uow, accepted).case.id).state == "accepted"


def test_a_second_party_is_needed(writing):
    with pytest.raises(UserError) as told, writing() as uow:
        save_dispute(uow, DisputeDraft("neighbour", (party("applicant", "甲"),)))
    assert "parties" in told.value.fields


def test_a_minor_needs_a_guardian(writing):
    with pytest.raises(UserError) as told, writing() as uow:
        save_dispute(uow, DisputeDraft("neighbour", (party("applicant", "甲", birth="2010-12-01"), party("respondent", "乙"))))
    assert "民法典" in told.value.fields["parties.0.guardian"]


def test_a_unit_needs_its_representative(writing):
    with pytest.raises(UserError) as told, writing() as uow:
        save_dispute(uow, DisputeDraft("estate_service", (party("applicant", "甲"),
                                                          party("respondent", "某物业公司", kind="organisation"))))
    assert "parties.1.representative" in told.value.fields


def test_one_refusal_ends_mediation_and_only_with_the_remedies_told(accepted, writing, reading, clock):
    with reading() as uow:
        refusing = get_file(uow, accepted).parties[1].id
    hold(writing, clock, accepted, "refused", refused_by=refusing)
    with reading() as uow:
        assert get_file(uow, accepted).case.state == "terminated"
        assert any("第二十六条" in one.source for one in record.load(uow, accepted).missing)
    with pytest.raises(UserError) as told, writing() as uow:
        draft_agreement(uow, AgreementDraft(accepted, facts="x", clauses=("y",)))
    assert "第十七条" in str(told.value)
    with pytest.raises(UserError) as told, writing() as uow:
        close_dispute(uow, EndingDraft(accepted, TODAY))
    assert "第二十六条" in str(told.value)
    with writing() as uow:
        tell_remedies(uow, RightsDraft(accepted, TODAY))
        close_dispute(uow, EndingDraft(accepted, TODAY))


def test_a_failed_case_closes_only_after_the_remedies_were_told(accepted, writing):
    with pytest.raises(UserError) as told, writing() as uow:
        terminate(uow, EndingDraft(accepted, TODAY, "无法达成协议"))
    assert "第二十六条" in str(told.value)
    with writing() as uow:
        terminate(uow, EndingDraft(accepted, TODAY, "无法达成协议", TODAY))
        close_dispute(uow, EndingDraft(accepted, TODAY))


def agreed(writing, clock, dispute):
    hold(writing, clock, dispute)
    with writing() as uow:
        return draft_agreement(uow, AgreementDraft(
            dispute, facts="渗漏原因为602室防水破损。", clauses=("修复防水层;", "分两期赔偿。"), amount_fen=860000,
            instalments=(InstalmentDraft(date(2026, 11, 15), "第一期", 500000),
                         InstalmentDraft(date(2026, 12, 15), "第二期", 360000)),
            made_on=date(2026, 11, 1)))


def sign(writing, agreement, parties, days, mediator, seal):
    with writing() as uow:
        return sign_agreement(uow, SigningDraft(agreement, tuple(zip(parties, days, strict=True)), mediator, seal))


def test_the_effective_date_is_computed_and_the_agreement_locked(accepted, writing, reading, clock):
    agreement = agreed(writing, clock, accepted)
    with reading() as uow:
        parties = [one.id for one in get_file(uow, accepted).parties]
    days = [date(2026, 11, 1), date(2026, 11, 3)]
    sign(writing, agreement, parties, days, date(2026, 11, 3), None)
    with reading() as uow:
        assert uow.get(Agreement, agreement).effective_on is None
    sign(writing, agreement, parties, days, date(2026, 11, 3), TODAY)
    with reading() as uow:
        found = uow.get(Agreement, agreement)
        assert (found.effective_on, found.confirm_until, found.confirm_remind) == (TODAY, date(2026, 12, 7), date(2026, 12, 5))
        assert get_file(uow, accepted).case.state == "performing"
    with pytest.raises(UserError), writing() as uow:
        draft_agreement(uow, AgreementDraft(accepted, facts="anders", clauses=("x",)))
    with pytest.raises(UserError, match="2") as told, writing() as uow:
        mark_performed(uow, EndingDraft(accepted, TODAY))
    assert "第三十一条" in str(told.value)


def test_instalments_that_do_not_add_up_are_named(accepted, writing, clock):
    hold(writing, clock, accepted)
    with pytest.raises(UserError) as told, writing() as uow:
        draft_agreement(uow, AgreementDraft(accepted, facts="x", clauses=("y",), amount_fen=100,
                                            instalments=(InstalmentDraft(TODAY, "a", 99),)))
    assert "amount_fen" in told.value.fields


def test_the_printed_agreement_says_what_the_record_says(accepted, writing, reading, clock, printed):
    agreement = agreed(writing, clock, accepted)
    with reading() as uow:
        text = printed(agreement_paper.build(loading.load_agreement(uow, agreement)))
    for wanted in ("龚桂兰", "欧阳䶮", "人民币捌仟陆佰元整", "¥8,600.00", "2026年11月15日", "一式3份",
                   "和平街道和平社区人民调解委员会"):
        assert wanted in text.replace("\n", "")


def test_a_colleague_does_not_see_a_confidential_case(accepted, factory):
    from desk.api.db import Actor

    other = Actor("何苗", 1, user_id=99, permissions=frozenset({"mediation.case.read", "mediation.case.write"}))
    with factory.reading(other) as uow:
        assert lists.fetch(uow, lists.PageRequest()).rows == []
        assert lists.count(uow, lists.PageRequest()) == 0
        with pytest.raises(NotFound):
            record.load(uow, accepted)


def test_the_record_page_says_what_to_do_next(accepted, writing, reading, clock):
    with reading() as uow:
        card = record.load(uow, accepted)
    assert [act.entry for act in card.acts if act.main] == ["mediation.session"]
    agreed(writing, clock, accepted)
    with reading() as uow:
        card = record.load(uow, accepted)
    assert [act.entry for act in card.acts if act.main] == ["mediation.signing_form"]
    assert len(card.missing) == 3


def test_a_change_by_somebody_else_is_not_overwritten(registered, writing, reading):
    from desk.api import Conflict

    with reading() as uow:
        version = uow.get(Dispute, registered).version
    draft = DisputeDraft("neighbour", (party("applicant", "甲"), party("respondent", "乙")), id=registered, version=version)
    with writing() as uow:
        save_dispute(uow, draft)
    with pytest.raises(Conflict), writing() as uow:
        save_dispute(uow, draft)


def test_the_box_finds_a_case_for_its_handlers_only(accepted, factory):
    from desk.testing.hall import find_in_box, index_matter
    from plugins.mediation.kinds import DISPUTE_KIND

    def found(typed, **who):
        return find_in_box(factory, Actor("某人", 1, permissions=frozenset(who.pop("rights")), **who), typed,
                           "mediation.dispute")

    index_matter(factory, DISPUTE_KIND, accepted)
    assert found("欧阳", rights=["mediation.case.read"], user_id=99) == []
    assert found("欧阳", rights=["mediation.case.read", "mediation.case.all"], user_id=98) == [accepted]
    assert found("人调字第1号", rights=["mediation.case.all"], user_id=98) == [accepted]

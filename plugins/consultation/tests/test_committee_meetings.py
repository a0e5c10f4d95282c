"""An owners' committee meets, decides by its rule, posts what it decided; owners may read the file of its term."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.meetings import AttendeeDraft, MinutesDraft, call_gathering, get_notice, write_minutes
from desk.api.settings import change_settings
from plugins.consultation.estates.decisions import count_party, decide, get_decision, list_decisions, post_decision
from plugins.consultation.estates.documents import papers
from plugins.consultation.estates.documents.loading import load_decision, load_file
from plugins.consultation.estates.drafts import CommitteeDraft, EstateDraft, FilingDraft, PartyDraft, SeatDraft
from plugins.consultation.estates.pages.decisions import (
    COMMITTEE_MEETING_FORM,
    DECISION_OF_FORM,
    POST_DECISION_FORM,
)
from plugins.consultation.estates.pages.lists import sentence
from plugins.consultation.estates.pages.record import load
from plugins.consultation.estates.queries import get_committee
from plugins.consultation.estates.service import file_committee, prepare_committee, save_estate, seat_committee

NAMES = ("孙明", "罗小梅", "唐志强", "龚桂兰", "沈建国")


@pytest.fixture
def body(writing):
    with writing() as uow:
        made = prepare_committee(uow, CommitteeDraft(save_estate(uow, EstateDraft("翠湖花园"))))
        seats = (*(SeatDraft(name, "director" if not place else "member") for place, name in enumerate(NAMES)),
                 SeatDraft("马小云", "substitute"))
        seat_committee(uow, CommitteeDraft(id=made, seats=seats, years=3))
        file_committee(uow, FilingDraft(made, filed_with="和平街道办事处"))
    return made


def met(uow, body, came, close=True):
    draft = COMMITTEE_MEETING_FORM.make_draft(COMMITTEE_MEETING_FORM.load(uow, body) | {
        "starts_at": uow.clock.now() - timedelta(hours=2)})
    made = call_gathering(uow, draft)
    write_minutes(uow, MinutesDraft(made, attendees=tuple(AttendeeDraft(
        name, "owners", state="came" if name in came else "absent") for name in (*NAMES, "马小云")),
        agreed="同意更换门禁。", close=close))
    return made


def decided(uow, meeting, signers, **more):
    return decide(uow, DECISION_OF_FORM.make_draft(DECISION_OF_FORM.load(uow, meeting) | {
        "title": "更换门禁", "text": "更换1、2幢门禁。", "signers": "\n".join(signers)} | more))


@pytest.mark.parametrize(("came", "signed", "outcome"), [(3, 3, "passed"), (5, 2, "failed"), (2, 2, "no_quorum")])
def test_more_than_half_of_all_members_come_and_more_than_half_of_all_agree(came, signed, outcome, writing, reading, body):
    with writing() as uow:
        made = decided(uow, met(uow, body, (*NAMES[:came], "马小云")), NAMES[:signed])
    with reading() as uow:
        one = get_decision(uow, made)
    assert one.outcome == outcome
    assert "参加人数" in one.tests[0]


def test_only_members_who_came_sign_and_only_after_final_minutes(writing, reading, body):
    with writing() as uow:
        open_one = met(uow, body, NAMES, close=False)
    with pytest.raises(UserError), writing() as uow:
        decided(uow, open_one, NAMES[:3])
    with writing() as uow:
        meeting = met(uow, body, NAMES[:4])
    for wrong, field in ((NAMES, "signers"), (("马小云",), "signers")):
        with pytest.raises(UserError) as refused, writing() as uow:
            decided(uow, meeting, wrong)
        assert field in refused.value.fields
    with pytest.raises(UserError) as refused, writing() as uow:
        decided(uow, meeting, NAMES[:3], title="")
    assert "title" in refused.value.fields


def test_a_decision_hangs_within_three_days_without_names(writing, reading, clock, body, printed):
    with writing() as uow:
        made = decided(uow, met(uow, body, NAMES[:4]), NAMES[:3])
    estate = 1
    with reading() as uow:
        estate = get_committee(uow, body).estate_id
        assert any(one.entry == "consultation.post_decision_form" for one in load(uow, estate).missing)
        values = POST_DECISION_FORM.load(uow, made)
    with writing() as uow:
        notice = post_decision(uow, POST_DECISION_FORM.make_draft(values | {"approved_by": "孙明"}))
    with pytest.raises(UserError), writing() as uow:
        post_decision(uow, POST_DECISION_FORM.make_draft(values))
    with reading() as uow:
        hangs, card = get_notice(uow, notice), load(uow, estate)
        row, = list_decisions(uow, body)
        sheet, index = (printed(build(data)) for build, data in (
            (papers.build_decision, load_decision(uow, made)), (papers.build_file, load_file(uow, body))))
    assert hangs.state == "posted"
    assert "更换1、2幢门禁" in hangs.body
    assert "同意人数3" in hangs.body
    assert not any(name in hangs.body for name in NAMES)
    assert row.posted_on == clock.today()
    assert not any(one.entry == "consultation.post_decision_form" for one in card.missing)
    assert all(name in sheet for name in NAMES[:3])
    assert NAMES[3] not in sheet
    assert all(words in index for words in ("会议记录", "更换门禁", "通过", "公示"))
    for build in (papers.build_decision, papers.build_file):
        assert "业主" in printed(build(None))


def test_the_number_of_party_members_is_kept_only_where_it_is_switched_on(writing, reading, body):
    with pytest.raises(UserError), writing() as uow:
        count_party(uow, PartyDraft(body, 2))
    with writing() as uow:
        change_settings(uow, {"consultation.party_share": True})
    with pytest.raises(UserError) as refused, writing() as uow:
        count_party(uow, PartyDraft(body, 6))
    assert refused.value.field == "number"
    with writing() as uow:
        count_party(uow, PartyDraft(body, 2))
    with reading() as uow:
        facts = [fact for section in load(uow, get_committee(uow, body).estate_id).sections for fact in section.facts]
        assert any("5 名委员中 2 名" in fact.label and "未达到" in fact.value for fact in facts)
        assert "40.0%" in sentence(uow)
    with writing() as uow:
        count_party(uow, PartyDraft(body, None))
    with reading() as uow:
        assert get_committee(uow, body).party_members is None

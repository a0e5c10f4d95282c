"""A review hearing is judged on score sheets: opened from its page, counted, told on the page and on the summary."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft
from desk.api.score_sheets import MarksDraft
from desk.api.scores import close_round, enter_marks, get_round, list_raters, list_subjects, void_round
from plugins.consultation.documents import gatherings
from plugins.consultation.documents.loading_more import load_matters
from plugins.consultation.drafts_bodies import HeldDraft, MatterDraft
from plugins.consultation.pages.hearings import HEARING_SCORE_FORM
from plugins.consultation.pages.meetings import load
from plugins.consultation.service.gatherings import call, hold
from plugins.consultation.service.hearings import score_hearing


@pytest.fixture
def hearing(writing):
    with writing() as uow:
        made = call(uow, GatheringDraft("hearing", "半年工作报告听评会", uow.clock.now() - timedelta(hours=2), host="沈建国"))
        hold(uow, HeldDraft(MinutesDraft(made, attendees=tuple(
            AttendeeDraft(name, "resident", state="came") for name in ("龚桂兰", "郑国庆")), agreed="会上评议。"),
            (MatterDraft("食堂能否送餐?", answer="下月起送餐。", outcome="solved"),)))
    return made


def opened(uow, hearing, **more):
    return score_hearing(uow, HEARING_SCORE_FORM.make_draft(HEARING_SCORE_FORM.load(uow, hearing) | more))


def entries(reading, hearing):
    with reading() as uow:
        return [act.entry for act in load(uow, hearing).acts]


def test_who_came_judges_and_the_result_stands_on_the_page_and_the_summary(writing, reading, hearing, printed):
    assert "consultation.hearing_score_form" in entries(reading, hearing)
    with writing() as uow:
        made = opened(uow, hearing, members=1)
    with reading() as uow:
        card = load(uow, hearing)
        assert [one.role for one in list_raters(uow, made)] == ["residents", "residents", "members"]
        assert get_round(uow, made).anonymous
    assert ("score.round", made) in card.beside  # the page is read again when a sheet is keyed in
    assert "scores.round" in [act.entry for act in card.acts]
    assert "consultation.hearing_score_form" not in [act.entry for act in card.acts]
    with writing() as uow:
        subject = list_subjects(uow, made)[0].id
        for rater, done in zip(list_raters(uow, made), (3000, 2000, 1000), strict=True):
            marks = {"done": done, "work": 3000, "answers": 2000, "manner": 2000}
            enter_marks(uow, MarksDraft(rater.id, {subject: marks}))
        close_round(uow, made)
    with reading() as uow:
        facts = [fact for section in load(uow, hearing).sections for fact in section.facts]
        paper = printed(gatherings.build_hearing(load_matters(uow, hearing)))
    # residents 100 and 90, their mean 95 weighs 70; members 80 weighs 30: 66.5 + 24
    assert any(fact.label == "沈建国" and "90.5" in fact.value for fact in facts)
    assert "90.5分,满意" in paper
    assert "会上评议。" in paper


def test_what_cannot_be_judged_is_refused_beside_its_field(writing, hearing):
    for values, field in (({"reporter": " "}, "reporter"), ({"residents": 0}, "residents"), ({"members": -1}, "members"),
                          ({"residents": 5000}, "residents")):
        with pytest.raises(UserError) as told, writing() as uow:
            opened(uow, hearing, **values)
        assert field in told.value.fields
    with writing() as uow:
        stool = call(uow, GatheringDraft("stool", "小板凳", uow.clock.now()))
    with pytest.raises(UserError), writing() as uow:
        opened(uow, stool, reporter="沈建国", residents=3)


def test_a_hearing_is_judged_once_unless_the_round_was_void(writing, reading, hearing):
    with writing() as uow:
        made = opened(uow, hearing)
    with pytest.raises(UserError), writing() as uow:
        opened(uow, hearing)
    with writing() as uow:
        void_round(uow, made, "评议表发错")
    assert "consultation.hearing_score_form" in entries(reading, hearing)
    with writing() as uow:
        assert opened(uow, hearing) != made

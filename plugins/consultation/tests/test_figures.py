"""Tables of figures over the practice records: every number is the number of its records."""

from datetime import timedelta

import pytest

from desk.api.figures import read_table
from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft, call_gathering, write_minutes
from desk.api.statistics import Scope, period_of
from desk.api.votes import HandsDraft, list_roll, record_hands
from plugins.consultation.demo import fill
from plugins.consultation.drafts import (
    AcceptDraft,
    BallotDraft,
    CountDraft,
    RaiserDraft,
    ReasonDraft,
    StepDraft,
    TextDraft,
    TopicDraft,
    VoteActDraft,
)
from plugins.consultation.drafts_bodies import MatterDraft
from plugins.consultation.figures import facts, majors, sittings
from plugins.consultation.figures.tables import TABLES
from plugins.consultation.kinds import CONFORMITIES, TOPIC
from plugins.consultation.models import Matter
from plugins.consultation.service.gatherings import settle_matter
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic, refuse_topic, save_topic
from plugins.consultation.service.votes import count_ballots, make_ballots, note_present
from plugins.consultation.service.work import write_draft
from plugins.consultation.tests.helpers import vote_on


def table(code):
    return next(one for one in TABLES if one.code == f"consultation.{code}")


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.code)
def test_every_table_is_read_over_the_practice_records(one, writing, reading, clock):
    with writing() as uow:
        fill(uow, 7)
    with reading() as uow:
        view = read_table(uow, one, period_of(clock.today(), "year"))
    assert view is not None


def test_days_of_a_step_and_whether_it_was_late(writing, reading, clock):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("充电棚", field="safety", raisers=(RaiserDraft("龚桂兰"), RaiserDraft("郑国庆"))))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
    clock.advance(days=20)
    with writing() as uow:
        finish_step(uow, StepDraft(topic, "talk", note="重报", back=True))
    with reading() as uow:
        scope = Scope(clock.today() - timedelta(days=60), clock.today())
        found = [(one.step, one.days, one.late, one.back) for one in facts.steps(uow, scope)]
        one = facts.topics(uow, scope)[0]
    assert found == [("提议题", 0, False, False), ("出主意", 20, True, True)]
    assert (one.raisers, one.walking_on, one.refused_on) == (2, clock.today() - timedelta(days=20), None)


def test_a_vote_that_too_few_took_part_in_is_counted_apart_from_one_that_failed(writing, reading, clock):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("充电棚", field="safety", raisers=(RaiserDraft("龚桂兰"),)))
        accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理"))
        for came, agree in ((20, 20), (30, 5), (30, 30)):
            by_hands(uow, topic, came, agree)
    with reading() as uow:
        scope = Scope(clock.today() - timedelta(days=60), clock.today())
        found = [(one.took, one.passed, one.no_quorum) for one in facts.votes(uow, scope)]
        view = read_table(uow, table("quorum"), period_of(clock.today(), "year"))
    assert sorted(found) == [(20, False, True), (30, False, False), (30, True, False)]
    assert any("六步议事" in line.title for line in (*view.rows, *view.columns))


def by_hands(uow, topic, came, agree):
    roll = "\n".join(f"代表{number:02d},{number}号楼" for number in range(1, 41))
    vote = vote_on(uow, BallotDraft(topic, f"表决{came}/{agree}", "six_steps", "hands", ("通过",), roll,
                                            uow.clock.today()))
    note_present(uow, VoteActDraft(vote, roll_ids=tuple(line.id for line in list_roll(uow, vote)[:came])))
    make_ballots(uow, VoteActDraft(vote))
    for teller in (1, 2):
        record_hands(uow, HandsDraft(vote, teller, ((agree, came - agree, 0),)))
    count_ballots(uow, CountDraft(vote, "沈建国", teller="何苗"))


def test_major_matters_are_counted_by_stage_with_money_and_days(writing, reading, clock):
    with writing() as uow:
        topic = save_topic(uow, TopicDraft("修路", field="living", major="works", major_fen=860_000_00, land=12,
                                           major_households=143, scope="全村"))
        accept_topic(uow, AcceptDraft(topic, "three_reviews", "已受理", lawful="合法"))
        write_draft(uow, TextDraft(topic, "方案", "一、修路"))
        finish_step(uow, StepDraft(topic, "topic"))
    for place, kind in enumerate(("branch", "committees", "members")):
        clock.advance(days=3 if place else 0)
        with writing() as uow:
            held(uow, topic, kind)
            finish_step(uow, StepDraft(topic, kind, ticks=tuple(code for code, _words in CONFORMITIES)))
    clock.advance(days=4)
    with writing() as uow:
        by_hands(uow, topic, 40, 40)
        finish_step(uow, StepDraft(topic, "vote", note="代表会议另有约定,按三分之二"))
    with reading() as uow:
        one, = majors.majors(uow, Scope(clock.today() - timedelta(days=60), clock.today()))
        view = read_table(uow, table("majors"), period_of(clock.today(), "year"))
        before, = majors.majors(uow, Scope(clock.today() - timedelta(days=60), clock.today() - timedelta(days=1)))
    assert (one.kind, one.days, one.amount, one.households) == ("works", 10, 860_000_00, 143)
    assert (one.branch_on, one.voted_on) == (clock.today() - timedelta(days=10), clock.today())
    assert before.voted_on is None, "a period sees only what had happened by its end"
    row = next(place for place, line in enumerate(view.rows) if line.title == "基础设施")
    assert [cell.text for cell in view.cells[row]] == ["1", "1", "1", "1", "1", "860,000.00", "12", "143", "10", "10.0"]


def test_hearings_have_a_mean_and_their_promises_are_kept_or_not(writing, reading, clock):
    with writing() as uow:
        fill(uow, 7)
        day = clock.today()
        late = uow.session.query(Matter).filter_by(kind="hearing", outcome="open").one()
        settle_matter(uow, MatterDraft(late.text, id=late.id, outcome="solved", answer="已划线", promised_on=late.promised_on,
                                       answered_on=day))
    with reading() as uow:
        judged = [one for one in sittings.hearings(uow, Scope(day - timedelta(days=60), day)) if one.judged_on]
        found = sittings.promises(uow, Scope(day - timedelta(days=60), day))
        before = sittings.promises(uow, Scope(day - timedelta(days=60), day - timedelta(days=1)))
    # residents 91, 89.5, 88 with a mean of 89.5 weigh 70; the member's 86.5 weighs 30
    assert [one.points for one in judged] == [8860]
    assert sorted((one.at_once, one.kept, one.late, one.open) for one in found) == [
        (False, False, True, False), (True, False, False, False)]
    assert sum(one.open for one in before) == 1


def held(uow, topic, kind):
    one = call_gathering(uow, GatheringDraft(kind, "会议", uow.clock.now(), owner_kind=TOPIC, owner_id=topic))
    write_minutes(uow, MinutesDraft(one, attendees=(AttendeeDraft("沈建国", "committee", state="came"),), agreed="同意"))


def test_days_to_the_first_answer_and_what_projects_cost(writing, reading, clock):
    with writing() as uow:
        fill(uow, 7)
        late = save_topic(uow, TopicDraft("晚答复", raised_on=clock.today() - timedelta(days=12)))
        refuse_topic(uow, ReasonDraft(late, "属街道职责"))
    with reading() as uow:
        found = {one.id: one for one in facts.topics(uow, Scope(clock.today() - timedelta(days=60), clock.today()))}
        view = read_table(uow, table("projects"), period_of(clock.today(), "year"))
        lines = facts.payment_lines(uow, [one.id for one in facts.payments(uow, Scope(clock.today(), clock.today()))])
    assert (found[late].answered_on, found[late].answer_days) == (clock.today(), 12)
    paid = next(place for place, line in enumerate(view.columns) if line.title.startswith("实际支出"))
    assert "10,000.00" in [row[paid].text for row in view.cells]
    assert [(line.number, line.title) for line in lines] == [("记-0112", "预付款")]

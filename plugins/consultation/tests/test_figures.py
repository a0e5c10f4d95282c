"""Tables of figures over the practice records: every number is the number of its records."""

from datetime import timedelta

import pytest

from desk.api.figures import read_table
from desk.api.statistics import Scope, period_of
from desk.api.votes import HandsDraft, list_roll, record_hands
from plugins.consultation.demo import fill
from plugins.consultation.drafts import (
    AcceptDraft,
    BallotDraft,
    CountDraft,
    RaiserDraft,
    StepDraft,
    TopicDraft,
    VoteActDraft,
)
from plugins.consultation.figures import facts
from plugins.consultation.figures.tables import TABLES
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import count_ballots, make_ballots, note_present, open_topic_vote


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
    vote = open_topic_vote(uow, BallotDraft(topic, f"表决{came}/{agree}", "six_steps", "hands", ("通过",), roll,
                                            uow.clock.today()))
    note_present(uow, VoteActDraft(vote, roll_ids=tuple(line.id for line in list_roll(uow, vote)[:came])))
    make_ballots(uow, VoteActDraft(vote))
    for teller in (1, 2):
        record_hands(uow, HandsDraft(vote, teller, ((agree, came - agree, 0),)))
    count_ballots(uow, CountDraft(vote, "沈建国", teller="何苗"))

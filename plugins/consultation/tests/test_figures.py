"""Tables of figures over the practice records: every number is the number of its records."""

from datetime import timedelta

import pytest

from desk.api.figures import read_table
from desk.api.statistics import Scope, period_of
from plugins.consultation.demo import fill
from plugins.consultation.drafts import AcceptDraft, RaiserDraft, StepDraft, TopicDraft
from plugins.consultation.figures import facts
from plugins.consultation.figures.tables import TABLES
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic, save_topic


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

"""The home page's items of consultation, with a deadline running."""

from dataclasses import replace
from datetime import timedelta

from desk.api.cases import CaseDraft, open_case, start_clock_until
from desk.api.meetings import DecisionDraft, GatheringDraft, MinutesDraft, call_gathering, write_minutes
from plugins.consultation.demo import fill
from plugins.consultation.home import due_items
from plugins.consultation.kinds import TOPIC
from plugins.consultation.models import Topic


def test_a_running_deadline_of_a_topic_is_due_on_the_home_page(writing, reading, clock):
    with writing() as uow:
        case_id = open_case(uow, TOPIC, CaseDraft(title="电动车充电棚选址"))
        start_clock_until(uow, case_id, "posting", "公示", clock.today() + timedelta(days=3))
    with reading() as uow:
        item = next(one for one in due_items(uow) if one.title == "电动车充电棚选址")
    assert item.due == clock.today() + timedelta(days=3)
    assert item.detail == "公示"


def test_a_decision_says_what_it_is_about(writing, reading):
    with writing() as uow:
        fill(uow, 3)
    with reading() as uow:
        due = [one for one in due_items(uow) if one.entry == "consultation.meeting"]
        shown = {one.title for one in due}
    assert len(due) == len(shown) > 1
    assert any("拟出方案草案" in one and "12号楼加装电梯的公共部分使用" in one for one in shown)


def test_a_confidential_topics_decisions_are_told_to_nobody_else(writing, reading, factory, actor):
    with writing() as uow:
        case_id = open_case(uow, TOPIC, CaseDraft(title="住户纠葛", confidential=True))
        uow.add(Topic(id=case_id, case_id=case_id, raised_on=uow.clock.today()))
        meeting = call_gathering(uow, GatheringDraft("talk", "住户纠葛", uow.clock.now(), owner_kind=TOPIC, owner_id=case_id))
        asked = DecisionDraft("上门调查", "何苗", uow.clock.today())
        write_minutes(uow, MinutesDraft(meeting, decisions=(asked,), close=False))
    reader = replace(actor, all_rights=False, permissions=frozenset({"consultation.topic.read"}))
    with reading() as uow:
        assert any("上门调查" in one.title for one in due_items(uow))
    with factory.reading(reader) as uow:
        assert not any("上门调查" in one.title for one in due_items(uow))

"""The home page's items of consultation, with a deadline running."""

from datetime import timedelta

from desk.api.cases import CaseDraft, open_case, start_clock_until
from plugins.consultation.home import due_items
from plugins.consultation.kinds import TOPIC


def test_a_running_deadline_of_a_topic_is_due_on_the_home_page(writing, reading, clock):
    with writing() as uow:
        case_id = open_case(uow, TOPIC, CaseDraft(title="电动车充电棚选址"))
        start_clock_until(uow, case_id, "posting", "公示", clock.today() + timedelta(days=3))
    with reading() as uow:
        item = next(one for one in due_items(uow) if one.title == "电动车充电棚选址")
    assert item.due == clock.today() + timedelta(days=3)
    assert item.detail == "公示"

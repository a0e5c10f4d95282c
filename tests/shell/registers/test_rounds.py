"""Visits and recurring schedules through the window: typed, saved, read back with the core's own queries."""

import pytest
from PySide6.QtCore import Qt

from desk.core.calendar.recurrence import Rule
from desk.core.calendar.schedule_queries import list_due_occurrences, list_schedules
from desk.core.calendar.schedules import ScheduleDraft, add_schedule
from desk.core.db.paging import PageRequest
from desk.core.visits.drafts import VisitDraft
from desk.core.visits.queries import get_visit, list_visits
from desk.core.visits.service import record_visit
from desk.shell.schedules.card import DONE_FORM, SCHEDULE, due_items
from desk.shell.schedules.register import SCHEDULE_FORM, SCHEDULES
from desk.shell.visits.card import VISIT, person_lines
from desk.shell.visits.card import due_items as due_visits
from desk.shell.visits.forms import FOLLOW_FORM, VISIT_FORM
from desk.shell.visits.register import visits_page
from tests.shell.registers.conftest import button, edit, shown

pytestmark = pytest.mark.gui


def test_a_visit_is_typed_and_stands_in_the_list(opened, ctx, factory, actor, qtbot, typing):
    page = opened(ctx, VISIT_FORM)
    typing(edit(page, "place"), "2幢楼道")
    typing(edit(page, "words"), "堆物已清")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with factory.reading(actor) as uow:
        found = list_visits(uow, PageRequest()).rows
    assert [(row.subject, row.words, row.visitors) for row in found] == [("2幢楼道", "堆物已清", ("王秀英",))]
    rows = shown(opened(ctx, visits_page))
    assert rows[0][1:3] == ["2幢楼道", "日常走访"]
    assert "已走访" in rows[0][6]


def test_what_is_missing_stands_beside_the_field(opened, ctx, factory, actor, qtbot):
    page = opened(ctx, VISIT_FORM)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "走访对象或地点" in page.body.group.row("place").sentence
    with factory.reading(actor) as uow:
        assert list_visits(uow, PageRequest()).rows == []


def test_a_follow_up_is_on_the_home_page_until_it_is_done(opened, ctx, factory, actor, clock, qtbot, typing):
    with factory.writing(actor) as uow:
        visit = record_visit(uow, VisitDraft("care", clock.now(), place="3幢", follow_up="送药", follow_up_on=clock.today()))
    with factory.reading(actor) as uow:
        assert [item.title for item in due_visits(uow)] == ["跟进走访：3幢"]
    card = opened(ctx, VISIT, record_id=visit)
    assert button(card, "登记回访")
    page = opened(ctx, FOLLOW_FORM, record_id=visit)
    typing(edit(page, "reason"), "药已送到")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with factory.reading(actor) as uow:
        assert get_visit(uow, visit).handled == "药已送到"
        assert due_visits(uow) == []
        assert person_lines(1, uow) == []


def test_a_schedule_is_made_by_keys_and_a_time_is_done(opened, ctx, factory, actor, clock, qtbot, typing):
    page = opened(ctx, SCHEDULE_FORM)
    typing(edit(page, "title"), "月度巡查")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with factory.reading(actor) as uow:
        (row,) = list_schedules(uow, PageRequest()).rows
    assert row.rule == Rule("month_weekday", 1, (2,), shift="after")
    assert shown(opened(ctx, SCHEDULES))[0][:2] == ["月度巡查", "每月第1个星期三，遇休息日顺延"]
    clock.advance(days=40)
    with factory.reading(actor) as uow:
        assert [item.title for item in due_items(uow)] == ["月度巡查"]
    assert button(opened(ctx, SCHEDULE, record_id=row.id), "已完成")
    page = opened(ctx, DONE_FORM, record_id=row.id)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with factory.reading(actor) as uow:
        assert list_due_occurrences(uow) == []


def test_who_may_not_plan_sees_no_buttons(opened, house, factory, actor, clock):
    with factory.writing(actor) as uow:
        plan = add_schedule(uow, ScheduleDraft("例会", Rule("day", 7), clock.today()))
    card = opened(house("desk.people.read"), SCHEDULE, record_id=plan)
    with pytest.raises(StopIteration):
        button(card, "暂停")

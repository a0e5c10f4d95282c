"""The loop: found, sorted out, handled, pressed, settled, revisited, filed; what stops it, what opens it again."""

from datetime import date, timedelta

import pytest

from desk.api import NotAllowed
from desk.api.cases import list_timeline
from desk.api.db import Actor, PageRequest
from desk.api.files import attach
from desk.api.settings import change_settings
from desk.api.visits import list_visits_of
from plugins.grid.demo import picture
from plugins.grid.drafts import (
    DispatchDraft,
    EventDraft,
    FinishDraft,
    KindDraft,
    PressDraft,
    PressReplyDraft,
    PutOffDraft,
    ReasonDraft,
    ReplyDraft,
    RevisitDraft,
)
from plugins.grid.event_kinds import kind_of, list_kinds, save_kinds
from plugins.grid.home import due_items
from plugins.grid.kinds import AFTER, BEFORE, EVENT, MOVES, STATES
from plugins.grid.models import Event
from plugins.grid.pages import events as pages
from plugins.grid.pages.forms import KINDS_FORM
from plugins.grid.pages.record import load
from plugins.grid.presets import SHIPPED
from plugins.grid.queries import list_dispatches, list_presses
from plugins.grid.service.dispatching import answer_press, dispatch_event, press_event, put_off, take_reply
from plugins.grid.service.ending import file_event, finish_event, reopen_event, reveal_phone, revisit_event
from plugins.grid.service.events import save_event, settle_event


@pytest.fixture(autouse=True)
def words(source_texts):
    """English as in the sources."""


def row(loop, event):
    return loop.see(lambda uow: uow.get(Event, event))


def acts(loop, event):
    return [one.title for one in loop.see(load, event).acts]


def test_the_whole_way_with_a_unit(loop):
    event = loop.report("facility", area_id=loop.area())
    case = loop.case(event)
    assert (case.state, case.due_on, case.title) == ("reported", loop.today + timedelta(days=7), "3幢楼下 设施损坏")
    assert case.number.endswith("1号")
    loop.do(dispatch_event, DispatchDraft(event, "物业服务企业", "供电所", "尽快修复", loop.today + timedelta(days=2)))
    assert (loop.state(event), loop.case(event).due_on) == ("handling", loop.today + timedelta(days=2))
    loop.do(press_event, PressDraft(event, "请抓紧"))
    assert loop.state(event) == "pressed"
    [note] = loop.see(list_presses, event)
    assert (note.unit, note.until) == ("物业服务企业", loop.today + timedelta(days=3))
    loop.do(answer_press, PressReplyDraft(note.id, "配件已到"))
    loop.do(take_reply, ReplyDraft(event, "progress", "明天更换"))
    assert loop.state(event) == "pressed"
    loop.clock.advance(hours=26)
    loop.do(take_reply, ReplyDraft(event, "settled", "已更换灯具"))
    found = row(loop, event)
    assert (loop.state(event), found.result, found.outcome, found.limit_on) == (
        "done", "已更换灯具", "settled", loop.today + timedelta(days=1))
    assert loop.case(event).due_on is None
    assert "Revisit" in loop.refused(file_event, event).what
    loop.do(revisit_event, RevisitDraft(event, "good", way="phone", met="钟女士", words="亮了"))
    [visit] = loop.see(list_visits_of, EVENT, event)
    assert (visit.met, visit.findings) == ("钟女士", ("grid.solved",))
    loop.do(file_event, event)
    assert (loop.state(event), row(loop, event).filed_on) == ("filed", loop.today)
    moves = [entry.what for entry in loop.see(list_timeline, event) if entry.code == "move"]
    assert sorted(moves) == sorted(["dispatch", "press", "finish", "revisit", "file"])


def test_settled_at_once_by_its_own_power(loop):
    event = loop.report("environment", spot=True, result="当场清理")
    found = row(loop, event)
    assert (loop.state(event), found.spot, found.unit, found.result) == ("done", True, "", "当场清理")
    assert loop.refused(save_event, EventDraft("environment", "再改", id=event, version=found.version, place="3幢")).todo
    with loop.writing() as uow:
        change_settings(uow, {"grid.revisit_spot": False})
    loop.do(file_event, event)
    assert loop.state(event) == "filed"


def test_who_settles_by_hand_says_how(loop):
    event = loop.report()
    assert set(loop.refused(settle_event, FinishDraft(event, "", " ")).fields) == {"outcome", "result"}
    early = loop.refused(settle_event, FinishDraft(event, "settled", "已修", loop.clock.now() - timedelta(days=1)))
    assert set(early.fields) == {"at"}
    late = loop.refused(settle_event, FinishDraft(event, "settled", "已修", loop.clock.now() + timedelta(days=1)))
    assert set(late.fields) == {"at"}


def test_a_report_says_what_is_lacking_beside_its_field(loop):
    told = loop.refused(save_event, EventDraft("nothing", " ", loop.clock.now() + timedelta(hours=1), channel="x", spot=True))
    assert set(told.fields) == {"kind", "summary", "found_at", "channel", "place", "result"}


def test_another_kind_starts_its_clock_anew(loop):
    event = loop.report("facility")
    version = row(loop, event).version
    loop.do(save_event, EventDraft("environment", "垃圾", loop.clock.now(), id=event, version=version, place="3幢"))
    assert loop.case(event).due_on == date(2026, 11, 9)  # two days end on a Saturday, so on Monday


def test_not_theirs_comes_back_and_is_sorted_out_anew(loop):
    event = loop.dispatch()
    assert set(loop.refused(take_reply, ReplyDraft(event, "", " ")).fields) == {"outcome", "reply"}
    loop.do(take_reply, ReplyDraft(event, "returned", "不属物业管理范围"))
    assert (loop.state(event), row(loop, event).unit) == ("reported", "")
    loop.dispatch(event, unit="供电所")
    assert [one.outcome for one in loop.see(list_dispatches, event)] == ["returned", ""]
    assert loop.refused(take_reply, ReplyDraft(loop.report(), "settled", "好")).what


def test_sent_on_to_the_centre_above(loop):
    event = loop.dispatch()
    loop.dispatch(event, unit="街道综治中心", level="centre")
    found = row(loop, event)
    assert (found.unit, found.level, [one.outcome for one in loop.see(list_dispatches, event)]) == (
        "街道综治中心", "centre", ["again", ""])


def test_not_solved_opens_it_again_with_a_new_clock(loop):
    event = loop.settle(loop.report("environment"))
    assert set(loop.refused(revisit_event, RevisitDraft(event, "", solved=False)).fields) == {"rating", "words"}
    loop.clock.advance(days=3)
    loop.do(revisit_event, RevisitDraft(event, "poor", solved=False, words="又堆满了"))
    found = row(loop, event)
    assert (loop.state(event), found.reopened, found.done_at, found.rating) == ("reported", 1, None, "")
    assert loop.case(event).due_on == loop.today + timedelta(days=2)
    loop.settle(event)
    loop.do(revisit_event, RevisitDraft(event, "fair"))
    loop.do(file_event, event)
    loop.do(reopen_event, ReasonDraft(event, "反弹"))
    assert (loop.state(event), row(loop, event).reopened, row(loop, event).filed_on) == ("reported", 2, None)


def test_a_photo_from_before_asks_for_one_from_after(loop):
    event = loop.report()
    loop.do(attach, EVENT, event, "a.png", picture("#111111"), BEFORE)
    done = FinishDraft(event, "settled", "已修好")
    assert "after" in loop.refused(settle_event, done).what
    loop.do(attach, EVENT, event, "b.png", picture("#eeeeee"), AFTER)
    loop.do(settle_event, done)
    other = loop.report()
    loop.do(attach, EVENT, other, "a.png", picture("#111111"), BEFORE)
    with loop.writing() as uow:
        change_settings(uow, {"grid.photo_after": False})
    loop.do(settle_event, FinishDraft(other, "settled", "已修好"))


def test_the_limit_is_put_off_with_a_reason(loop):
    event = loop.dispatch()
    assert set(loop.refused(put_off, PutOffDraft(event, loop.today - timedelta(days=1), " ")).fields) == {"until", "reason"}
    loop.do(put_off, PutOffDraft(event, loop.today + timedelta(days=20), "配件缺货"))
    assert loop.case(event).due_on == loop.today + timedelta(days=20)
    assert any("配件缺货" in entry.text for entry in loop.see(list_timeline, event))


def test_a_press_note_needs_somebody_who_has_it(loop):
    assert "hand" in loop.refused(press_event, PressDraft(loop.report(), "快")).what
    event = loop.dispatch()
    assert set(loop.refused(press_event, PressDraft(event, " ", loop.today - timedelta(days=1))).fields) == {"text", "until"}


def test_who_may_only_report_neither_dispatches_nor_files(loop, factory):
    event = loop.report()
    worker = Actor("小吕", community_id=1, permissions=frozenset({"grid.event.read", "grid.event.write", "desk.visits.write"}))
    with pytest.raises(NotAllowed), factory.writing(worker) as uow:
        dispatch_event(uow, DispatchDraft(event, "物业"))
    with factory.reading(worker) as uow:
        shown = load(uow, event)
    assert [one.title for one in shown.acts if one.main] == ["Settle it by our own power"]
    loop.settle(event)
    with pytest.raises(NotAllowed), factory.writing(worker) as uow:
        file_event(uow, event)


def test_the_telephone_is_masked_and_looking_is_written_down(loop):
    event = loop.report(reporter="钟女士", phone="13800000017")
    facts = {fact.label: fact for section in loop.see(load, event).sections for fact in section.facts}
    assert (facts["Phone"].value, facts["Phone"].reveal) == ("138****0017", "phone")
    assert loop.do(reveal_phone, event, "phone") == "13800000017"


def test_the_list_the_lamps_and_the_home_page(loop):
    late = loop.report("environment", days=5)
    waits = loop.settle()
    lines = loop.see(pages.fetch, PageRequest(sort="opened")).rows
    assert {one.id for one in lines} == {late, waits}
    assert loop.see(pages.sentence) == "1 to be sorted out, 0 in hand, 1 overdue, 1 to be revisited"
    assert [one.state for one in loop.see(load, late).steps][:2] == ["done", "now"]
    titles = [item.title for item in loop.see(due_items)]
    assert titles == ["3幢楼下 环境卫生", "1 grid events wait to be sorted out", "1 grid events wait for a revisit"]
    pressed = loop.dispatch()
    loop.do(press_event, PressDraft(pressed, "快", loop.today + timedelta(days=1)))
    assert "Answer to the press note" in [item.title for item in loop.see(due_items)]


def test_what_may_be_done_follows_the_state(loop):
    event = loop.report()
    assert acts(loop, event)[:2] == ["Dispatch", "Hand over by a slip"]
    loop.dispatch(event)
    assert "Close the event" in acts(loop, event)
    loop.do(finish_event, FinishDraft(event, "explained", "已说明"))
    assert acts(loop, event)[0] == "Revisit"


def test_kinds_are_a_table_of_the_hall_s_own(loop):
    kinds = loop.see(KINDS_FORM.load, None)["kinds"]
    assert [one["code"] for one in kinds] == [one.code for one in SHIPPED]
    kinds[0] |= {"days": 0, "title": " "}
    told = loop.refused(save_kinds, KINDS_FORM.make_draft({"kinds": kinds}))
    assert set(told.fields) == {"kinds.0.title", "kinds.0.days"}
    kinds[0] |= {"days": 5, "title": "安全隐患"}
    kept = [one for one in kinds if one["code"] != "care"] + [{"title": "噪声扰民", "days": 4, "unit": "派出所"}]
    loop.do(save_kinds, KINDS_FORM.make_draft({"kinds": kept}))
    found = loop.see(list_kinds)
    assert [(one.code, one.days) for one in (found[0], found[-1])] == [("safety", 5), ("own1", 4)]
    assert "care" not in {one.code for one in found}
    assert loop.see(kind_of, "care").title == "关爱需求"
    assert loop.see(kind_of, "dispute").taker == "mediation.hazard"
    event = loop.report("own1")
    assert loop.case(event).due_on == loop.today + timedelta(days=4)
    loop.refused(save_kinds, [KindDraft("甲", active=False)])


def test_every_state_is_reached_and_left():
    targets = {move.target for move in MOVES} | {"reported"}
    assert targets == {state.code for state in STATES}
    assert {source for move in MOVES for source in move.sources} == targets


def test_days_are_civil_days_of_the_hall(loop):
    event = loop.report()
    assert row(loop, event).found_on == date(2026, 11, 5)

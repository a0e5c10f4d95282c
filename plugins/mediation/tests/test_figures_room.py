"""Figures of the case itself: settled on the spot and come back, days a class, rooms, agreements kept, visits, evaluations."""

from dataclasses import replace
from datetime import date

import pytest

from desk.api.figures import count_records, indicator_table, read_table
from desk.api.score_sheets import POINT, MarksDraft, RaterDraft, RoundDraft
from desk.api.scores import (
    close_round,
    enter_marks,
    list_raters,
    list_subjects,
    plan_round,
    start_round,
)
from desk.api.statistics import parse_period
from desk.testing.hall import put_settings
from plugins.mediation.drafts import EndingDraft, InstalmentDraft, PerformedDraft, RenewalDraft, RoomDraft, VisitDraft
from plugins.mediation.drafts.later import AgainDraft
from plugins.mediation.figures.mapping import classes, list_codes, set_codes
from plugins.mediation.models import Renewal
from plugins.mediation.scoring import QUARTER_CODE
from plugins.mediation.service.again import register_again
from plugins.mediation.service.closing import close_dispute
from plugins.mediation.service.collecting import save_visit
from plugins.mediation.service.performance import mark_instalment, mark_performed
from plugins.mediation.service.rooms import end_renewal, save_room
from plugins.mediation.service.signing import agree_orally

NOVEMBER, YEAR = parse_period("2026-11"), parse_period("2026")


def figures(room, name, period=NOVEMBER):
    """Row title → texts."""
    view = room.see(read_table, indicator_table(f"mediation.{name}"), period)
    return {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)}


def columns(room, name, row, period=NOVEMBER):
    """Column title → text of one row."""
    view = room.see(read_table, indicator_table(f"mediation.{name}"), period)
    titles = [one.title for one in view.columns]
    return dict(zip(titles, figures(room, name, period)[row], strict=True))


def first(room, name, period=NOVEMBER):
    return {title: texts[0] for title, texts in figures(room, name, period).items()}


def oral(room, **more):
    dispute = room.accept()
    room.hold(dispute, **more)
    room.do(agree_orally, room.draft(dispute, form="oral", at_once=True))
    return dispute


def test_the_closed_ledger_counts_the_spot_and_what_came_back(room, clock):
    spot = oral(room)
    slow = room.accept()
    clock.advance(days=3)
    room.sealed(slow)
    room.do(close_dispute, EndingDraft(spot, room.today))
    room.accept(room.do(register_again, AgainDraft(spot, "又吵了", room.today)))
    found = columns(room, "closed_ledger", "邻里纠纷")
    assert (found["调解成功"], found["当场化解"], found["当场化解率"], found["复发"], found["复发率"]) == (
        "2", "1", "50.0%", "1", "50.0%")
    assert columns(room, "five", "邻里纠纷")["平均用时"] == "1.5"


def test_rooms_have_their_cases_and_rate_and_lead_to_them(room):
    room.do(save_room, RoomDraft("老单调解室"))
    oral(room, place="老单调解室")
    failed = room.accept()
    room.hold(failed, "failed", place="社区老单调解室", remedies_told=True)
    oral(room, place="会议室")
    found = columns(room, "room_cases", "老单调解室")
    assert (found["受理"], found["调解次数"], found["成功率"]) == ("2", "2", "50.0%")
    assert columns(room, "room_cases", "其他地点")["受理"] == "1"
    view = room.see(read_table, indicator_table("mediation.room_cases"), NOVEMBER)
    cell = view.cells[[row.title for row in view.rows].index("老单调解室")][0]
    assert len(room.see(count_records, indicator_table("mediation.room_cases"), NOVEMBER, None, cell.key)) == 2


def test_agreements_kept_on_time(room, clock):
    rows = (InstalmentDraft(date(2026, 11, 20), "一期", 100), InstalmentDraft(date(2026, 11, 25), "二期", 100))
    kept, first_agreement = room.sealed(instalments=rows, amount_fen=200)
    late, second_agreement = room.sealed(room.accept(), instalments=rows, amount_fen=200)
    clock.advance(days=18)
    for place in (0, 1):
        room.do(mark_instalment, PerformedDraft(first_agreement, place, room.today))
    room.do(mark_performed, EndingDraft(kept, room.today))
    clock.advance(days=4)
    for place in (0, 1):
        room.do(mark_instalment, PerformedDraft(second_agreement, place, room.today))
    room.do(mark_performed, EndingDraft(late, room.today))
    found = columns(room, "agreements", "书面协议")
    assert (found["达成协议"], found["已履行"], found["按期履行"], found["按期履行率"]) == ("2", "2", "1", "50.0%")


def test_visits_due_and_made(room, clock):
    dispute, _agreement = room.sealed(instalments=(InstalmentDraft(date(2026, 11, 20), "一期", 100),), amount_fen=100)
    other, _agreement = room.sealed(room.accept())
    clock.advance(days=20)
    room.do(save_visit, VisitDraft(dispute, room.today, "龚桂兰", performed="full", satisfied="yes", visitor="何苗"))
    room.do(save_visit, VisitDraft(other, room.today, "龚桂兰", state="relapsed", performed="none", satisfied="no",
                                   measures="再劝", visitor="何苗"))
    found = first(room, "visits")
    assert {name: found[name] for name in ("应回访", "按期回访", "回访率", "回访", "其中:复发", "复发率", "满意率")} == {
        "应回访": "1", "按期回访": "1", "回访率": "100.0%", "回访": "2", "其中:复发": "1", "复发率": "50.0%", "满意率": "50.0%"}
    clock.advance(days=30)
    assert first(room, "visits", parse_period("2026-12"))["按期回访"] == "2", "visited before the month of the first visit"


def judge(room, title, *marks):
    """An evaluation of everything on offer, counted; marks a subject, in order."""
    made = room.do(plan_round, RoundDraft(title, "mediation.quarter", scheme=QUARTER_CODE, first=date(2026, 11, 1),
                                          last=room.today, raters=(RaterDraft("甲", "residents"),)))
    room.do(start_round, made)
    rater = room.see(list_raters, made)[0]
    subjects = room.see(list_subjects, made)
    most = {"settled": 40, "fair": 30, "prompt": 15, "content": 15}
    room.do(enter_marks, MarksDraft(rater.id, {
        subject.id: {code: points * POINT * mark // 100 for code, points in most.items()}
        for subject, mark in zip(subjects, marks, strict=True)}))
    room.do(close_round, made)


def test_poor_cases_cured_at_the_second_try(room, clock):
    one, other = oral(room), oral(room)
    judge(room, "第一次", 40, 100)
    renewal, = room.see(lambda uow: [row.id for row in uow.session.query(Renewal)])
    room.do(end_renewal, RenewalDraft(renewal, on=room.today, result="重新做工作"))
    clock.advance(days=1)
    judge(room, "第二次", 90, 100)
    found = first(room, "evaluations", parse_period("2026Q4"))
    wanted = {"评估案件": "4", "平均分": "82.5", "评为差": "1", "差评率": "25.0%", "再化解后评估": "1", "再化解见效": "1",
              "再化解见效率": "100.0%"}
    assert {name: found[name] for name in wanted} == wanted
    assert one < other


def test_the_work_of_each_mediator(room):
    room.accept()
    done = room.accept(mediators=("方敏", "沈建国"))
    room.hold(done)
    room.do(agree_orally, room.draft(done, form="oral", at_once=True))
    assert figures(room, "workload")["沈建国"] == ["1", "2", "1", "1.0"]
    assert figures(room, "workload")["合计"] == ["1", "2", "1", "1.0"]


@pytest.mark.parametrize("name", ["closed_ledger", "room_cases", "agreements", "visits", "visit_months", "evaluations",
                                  "workload"])
def test_an_empty_hall_has_its_tables(room, name):
    assert room.see(read_table, indicator_table(f"mediation.{name}"), YEAR).cells


def test_a_hall_s_own_class_stands_behind_the_five(room):
    room.do(put_settings, {"mediation.more_classes": "停车纠纷，噪声纠纷"})
    assert [title for _code, title in room.see(classes)][4:] == ["家庭纠纷", "停车纠纷", "噪声纠纷"]
    codes = [replace(one, five="停车纠纷") if one.category == "contract" else one for one in room.see(list_codes)]
    room.do(set_codes, codes)
    room.accept(room.register(category="contract"))
    found = figures(room, "five")
    assert list(found)[:5] == ["邻里纠纷", "产权纠纷", "劳动纠纷", "物管纠纷", "家庭纠纷"]
    assert found["停车纠纷"][0] == "1"

"""Visits: planned and unplanned, what was found, follow-ups, what they led to, figures, forgetting, the paper."""

from datetime import timedelta

import pytest

from desk.core.calendar.recurrence import Rule
from desk.core.calendar.schedule_queries import list_due_occurrences
from desk.core.calendar.schedules import ScheduleDraft, add_schedule
from desk.core.db.paging import PageRequest
from desk.core.errors import UserError
from desk.core.i18n import language, set_language
from desk.core.people.drafts import PersonDraft
from desk.core.people.erasure import erase_person
from desk.core.people.merge import merge_people
from desk.core.people.service import register_person
from desk.core.places.drafts import AreaDraft
from desk.core.places.service import add_area
from desk.core.visits.drafts import PlanDraft, VisitDraft, VisitorDraft
from desk.core.visits.paper import build, load
from desk.core.visits.purposes import Finding, Purpose, find_finding, find_purpose, use_purposes
from desk.core.visits.queries import (
    count_figures,
    count_visits,
    get_visit,
    list_due_visits,
    list_outcomes,
    list_visits,
    list_visits_behind,
)
from desk.core.visits.service import cancel_visit, end_follow_up, note_outcome, plan_visit, record_visit


@pytest.fixture(autouse=True)
def source_texts():
    before = language()
    set_language("en")
    yield
    set_language(before)


@pytest.fixture
def grid(writing):
    with writing() as uow:
        return add_area(uow, AreaDraft("第一网格", "grid"))


@pytest.fixture
def person(writing, grid):
    with writing() as uow:
        return register_person(uow, PersonDraft(name="龚䶮", area_id=grid, reason="练习"))


def test_a_planned_visit_is_made_followed_up_and_counted(writing, reading, clock, person, grid):
    with writing() as uow:
        plan = plan_visit(uow, PlanDraft("care", clock.today() + timedelta(1), person_id=person, words="带米油",
                                         visitors=(VisitorDraft("何苗"), VisitorDraft("沈建国"))))
        assert [one.id for one in list_due_visits(uow, clock.today() + timedelta(3))] == [plan]
    clock.advance(days=1)
    with pytest.raises(UserError, match="Describe"), writing() as uow:
        record_visit(uow, VisitDraft("care", clock.now(), plan, person_id=person, findings=("need",)))
    with writing() as uow:
        record_visit(uow, VisitDraft("care", clock.now(), plan, person_id=person, findings=("need",), words="缺药",
                                     solved=False, follow_up_on=clock.today() + timedelta(2), follow_up="联系卫生站",
                                     visitors=(VisitorDraft("何苗"), VisitorDraft("沈建国"))))
    with reading() as uow:
        row = get_visit(uow, plan)
        assert (row.state, row.area_id, row.subject, row.visitors) == ("done", grid, "龚䶮", ("何苗", "沈建国"))
        assert [one.id for one in list_due_visits(uow, clock.today() + timedelta(3))] == [plan]
        assert count_visits(uow, PageRequest(filters={"follow_up": True})) == 1
        assert [one.id for one in list_visits(uow, PageRequest(text="龚", filters={"worrying": True})).rows] == [plan]
    clock.advance(days=2)
    with writing() as uow:
        record_visit(uow, VisitDraft("follow", clock.now(), person_id=person, words="药已送到", follows_id=plan))
    with reading() as uow:
        assert list_due_visits(uow, clock.today() + timedelta(9)) == []
        figures = count_figures(uow, clock.today() - timedelta(9), clock.today(), area_ids=(grid,))
        assert (figures.visits, figures.worrying, figures.solved, figures.areas, figures.person_visits) == (2, 1, 0, 1, 3)


def test_a_follow_up_ends_without_a_visit_and_a_plan_is_called_off(writing, reading, clock, grid):
    with writing() as uow:
        made = record_visit(uow, VisitDraft("daily", clock.now(), area_id=grid, reached=False, follow_up="再去",
                                            follow_up_on=clock.today()))
        plan = plan_visit(uow, PlanDraft("daily", clock.today(), area_id=grid))
        with pytest.raises(UserError, match="Say why"):
            cancel_visit(uow, plan, "")
        cancel_visit(uow, plan, "暴雨")
        end_follow_up(uow, made, "电话联系上了")
    with reading() as uow:
        assert (get_visit(uow, made).state, get_visit(uow, plan).reason) == ("missed", "暴雨")
        assert get_visit(uow, made).handled == "电话联系上了"
        assert list_due_visits(uow, clock.today()) == []
    with pytest.raises(UserError, match="no longer open"), writing() as uow:
        cancel_visit(uow, plan, "又下雨")


def test_a_visit_fulfils_a_time_and_leads_to_a_record(writing, reading, clock, grid):
    with writing() as uow:
        plan = add_schedule(uow, ScheduleDraft("月巡诊", Rule("day", 30), clock.today()))
        visit = record_visit(uow, VisitDraft("daily", clock.now(), area_id=grid, schedule_id=plan, nominal=clock.today()))
        first = note_outcome(uow, visit, "mediation.hazard", 12, "水管")
        assert note_outcome(uow, visit, "mediation.hazard", 12, "水管") == first
    with reading() as uow:
        assert list_due_occurrences(uow) == []
        assert [(one.kind, one.record_id) for one in list_outcomes(uow, visit)] == [("mediation.hazard", 12)]
        assert [one.id for one in list_visits_behind(uow, "mediation.hazard", 12)] == [visit]


@pytest.mark.parametrize(("change", "field"), [
    ({"purpose": "spying"}, "purpose"), ({"area_id": None}, "place"), ({"visitors": (VisitorDraft(" "),)}, "visitors"),
    ({"follow_up": "再去"}, "follow_up_on"), ({"way": "drone"}, "way")])
def test_what_is_missing_is_said_beside_its_field(writing, clock, grid, change, field):
    draft = {"purpose": "daily", "visited_at": clock.now(), "area_id": grid} | change
    with pytest.raises(UserError) as told, writing() as uow:
        record_visit(uow, VisitDraft(**draft))
    assert field in told.value.fields


def test_nobody_visits_in_the_future(writing, clock, grid):
    with pytest.raises(UserError, match="future"), writing() as uow:
        record_visit(uow, VisitDraft("daily", clock.now() + timedelta(hours=1), area_id=grid))


def test_visits_follow_a_merge_and_forget_an_erased_person(writing, reading, clock, grid, person):
    with writing() as uow:
        other = register_person(uow, PersonDraft(name="龚䶮䶮", area_id=grid, reason="练习"))
        visit = record_visit(uow, VisitDraft("daily", clock.now(), person_id=other, words="腿脚不便", met="本人",
                                             findings=("need",)))
        merge_people(uow, person, other, "同一人")
    with reading() as uow:
        assert get_visit(uow, visit).person_id == person
    with writing() as uow:
        erase_person(uow, person, "本人要求")
    with reading() as uow:
        row = get_visit(uow, visit)
        assert (row.person_id, row.words, row.met, row.state) == (None, "", "", "done")
        assert count_figures(uow, clock.today(), clock.today()).visits == 1


def test_a_plugins_purposes_come_and_go():
    away = use_purposes("good", (Purpose("good.round", "Round", "巡查", (Finding("leak", "Leak", "漏水", True),)),))
    assert find_purpose("good.round").paper == "巡查"
    assert find_finding("good.round", "leak").worry
    away()
    assert find_purpose("good.round").paper == "good.round"


def test_the_record_prints_everything_and_blank(writing, reading, clock, grid, person, printed):
    with writing() as uow:
        visit = record_visit(uow, VisitDraft("care", clock.now(), person_id=person, met="本人", findings=("need", "danger"),
                                             words="楼道堆物。\n老人独居。", handled="已劝离。", solved=True, follow_up="复查",
                                             follow_up_on=clock.today() + timedelta(7), visitors=(VisitorDraft("李𬭎"),)))
    with reading() as uow:
        text = printed(build(load(uow, visit)))
    for piece in ("走访记录", "龚䶮", "关爱慰问", "有困难需要帮助、发现安全隐患", "楼道堆物。", "老人独居。",
                  "已当场处理", "复查", "李𬭎"):
        assert piece in text
    assert "□发现安全隐患" in printed(build(None))

"""The hazard ledger: the running clock, strike-off with evidence and another's word, patrols, who answers, the papers."""

from datetime import timedelta

import pytest

from desk.api import NotAllowed, UserError
from desk.api.calendar import list_due_occurrences
from desk.api.cases import get_case, list_clocks, list_links
from desk.api.db import Actor, PageRequest
from desk.api.files import attach
from desk.api.places import AreaDraft, add_area
from desk.api.visits import list_outcomes, use_purposes
from plugins.mediation.documents import hazards as papers
from plugins.mediation.documents import loading_hazard as loading
from plugins.mediation.drafts.hazard import (
    FindingDraft,
    HazardDraft,
    PatrolDraft,
    PatrolPlanDraft,
    ProgressDraft,
    PutOffDraft,
    ReasonDraft,
    ReleaseDraft,
    ResponsibilityDraft,
    StrikeDraft,
    ToDisputeDraft,
    VerdictDraft,
)
from plugins.mediation.hazard_kinds import HAZARD, PATROL
from plugins.mediation.home_early import due_items
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import Hazard
from plugins.mediation.pages.hazard_months import count_lines, fetch_lines, fetch_months, load_month
from plugins.mediation.pages.hazards import load as load_card
from plugins.mediation.pages.patrols import load_responsibility
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.queries_hazard import (
    coverage,
    days_run,
    get_responsibility,
    list_found,
    list_responsibilities,
    month_figures,
)
from plugins.mediation.service.hazards import (
    decide_strike,
    hazard_back,
    hazard_to_dispute,
    pause_hazard,
    propose_strike,
    relapse_hazard,
    resume_hazard,
    save_hazard,
)
from plugins.mediation.service.patrols import plan_patrols, save_patrol
from plugins.mediation.service.responsibilities import note_progress, put_off, release, save_responsibility

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture(autouse=True)
def words(source_texts):
    """The room's purposes of visits known."""
    away = use_purposes("mediation", PURPOSES)
    yield
    away()


@pytest.fixture
def head(factory):
    """A writing unit of work of the committee's head: who grants strike-offs."""
    return lambda: factory.writing(Actor("赵敏", 1, None, all_rights=True))


@pytest.fixture
def grid(writing):
    with writing() as uow:
        return add_area(uow, AreaDraft("第一网格", "grid"))


@pytest.fixture
def hazard(writing, clock, grid):
    with writing() as uow:
        return save_hazard(uow, HazardDraft("neighbour", "两户因楼道堆物争执", clock.today(), parties="尉迟玉珍、李𬭎",
                                            area_id=grid, person="何苗", level="greater"))


def state(uow, hazard_id):
    return get_case(uow, hazard_id).state


def test_a_line_has_a_number_and_a_clock_by_its_level(reading, writing, hazard, clock):
    with reading() as uow:
        case = get_case(uow, hazard)
        assert case.number == "隐患〔2026〕1号"
        assert case.due_on >= clock.today() + timedelta(days=15)
        version = uow.get(Hazard, hazard).version
    with writing() as uow:
        save_hazard(uow, HazardDraft("neighbour", "升级为肢体冲突", clock.today(), hazard, version, place="3幢", level="major"))
    with reading() as uow:
        assert [one.code for one in list_clocks(uow, hazard) if one.stopped_on is None] == ["settle_major"]


def test_no_strike_off_without_result_and_evidence_and_another_persons_word(reading, writing, head, hazard, clock):
    with pytest.raises(UserError) as told, writing() as uow:
        propose_strike(uow, StrikeDraft(hazard, "settled", ""))
    assert set(told.value.fields) == {"result", "evidence", "way"}
    with writing() as uow:
        attach(uow, HAZARD, hazard, "和解书.pdf", PDF)
        propose_strike(uow, StrikeDraft(hazard, "settled", "堆物已清,双方和解", way="virtue"))
    with pytest.raises(UserError, match="does not grant"), writing() as uow:
        decide_strike(uow, VerdictDraft(hazard))
    with head() as uow:
        with pytest.raises(UserError, match="still to be done"):
            decide_strike(uow, VerdictDraft(hazard, False, " "))
        decide_strike(uow, VerdictDraft(hazard, False, "请补回访情况"))
        assert state(uow, hazard) == "charged"
    with writing() as uow:
        propose_strike(uow, StrikeDraft(hazard, "settled", "堆物已清", way="virtue", evidence="照片两张"))
    with head() as uow:
        decide_strike(uow, VerdictDraft(hazard))
    with reading() as uow:
        row = uow.get(Hazard, hazard)
        assert (state(uow, hazard), row.approved_by, row.struck_on) == ("struck", "赵敏", clock.today())
        assert [one for one in list_clocks(uow, hazard) if one.stopped_on is None] == []
    with pytest.raises(UserError, match="struck off"), writing() as uow:
        propose_strike(uow, StrikeDraft(hazard, "settled", "再次", way="law", evidence="照片"))


def test_a_clerk_may_not_strike_off(factory, writing, hazard):
    with writing() as uow:
        propose_strike(uow, StrikeDraft(hazard, "groundless", "查无此事", evidence="走访记录"))
    rights = frozenset({"mediation.case.read", "mediation.case.write"})
    with pytest.raises(NotAllowed), factory.writing(Actor("何苗", 1, None, permissions=rights)) as uow:
        decide_strike(uow, VerdictDraft(hazard))


def test_the_clock_pauses_only_with_a_reason_and_days_are_counted_without(reading, writing, hazard, clock):
    clock.advance(days=4)
    with writing() as uow:
        with pytest.raises(UserError, match="stands still"):
            pause_hazard(uow, ReasonDraft(hazard, ""))
        pause_hazard(uow, ReasonDraft(hazard, "等待鉴定"))
    clock.advance(days=10)
    with reading() as uow:
        assert days_run(uow, uow.get(Hazard, hazard)) == 4
        assert load_card(uow, hazard).lamp.note == "等待鉴定"
    with writing() as uow:
        resume_hazard(uow, hazard)
    clock.advance(days=2)
    with reading() as uow:
        assert days_run(uow, uow.get(Hazard, hazard)) == 6


def test_it_flares_up_under_its_number_with_a_suffix(reading, writing, head, hazard, clock):
    with writing() as uow:
        propose_strike(uow, StrikeDraft(hazard, "settled", "和解", way="law", evidence="协议"))
    with head() as uow:
        decide_strike(uow, VerdictDraft(hazard))
    clock.advance(days=20)
    with writing() as uow:
        relapse_hazard(uow, ReasonDraft(hazard, "再次争吵"))
    with reading() as uow:
        assert load_card(uow, hazard).number == "隐患〔2026〕1号-复1"
        assert state(uow, hazard) == "found"
        assert any(one.stopped_on is None for one in list_clocks(uow, hazard))


def test_a_hazard_becomes_a_dispute_and_comes_back(reading, writing, hazard):
    with writing() as uow:
        dispute = hazard_to_dispute(uow, ToDisputeDraft(hazard, "尉迟玉珍", "李𬭎", request="清除堆物;"))
        assert state(uow, hazard) == "mediating"
    with reading() as uow:
        assert [(one.kind, one.record_id) for one in list_links(uow, HAZARD, hazard)] == [(DISPUTE, dispute)]
        assert get_case(uow, dispute).class_code == "neighbour"
    with writing() as uow:
        hazard_back(uow, ReasonDraft(hazard, "一方不愿调解"))
        assert state(uow, hazard) == "charged"
    with pytest.raises(UserError, match="already"), writing() as uow:
        hazard_to_dispute(uow, ToDisputeDraft(hazard, "甲", "乙"))


def test_patrols_remind_cover_and_feed_the_ledger(reading, writing, clock, grid):
    with writing() as uow:
        other = add_area(uow, AreaDraft("第二网格", "grid"))
        plan_patrols(uow, PatrolPlanDraft((grid, other), clock.today().day, clock.today(), "何苗"))
        due = list_due_occurrences(uow, kind=PATROL)
    assert len(due) == 2
    first = due[0]
    with writing() as uow:
        patrol = save_patrol(uow, PatrolDraft(
            grid, clock.now(), ("何苗", "民警小周"), 40, 52, "全面走访", (
                FindingDraft("噪声扰民", parties="甲户、乙户", solved=True, how="当场致歉"),
                FindingDraft("遗产争议", "marriage_family", "major", parties="丙户")), first.schedule_id, first.nominal))
        assert [one.due_on for one in list_due_occurrences(uow, kind=PATROL)] == [due[1].due_on]
    with reading() as uow:
        found = list_found(uow, patrol)
        assert [state(uow, one.id) for one in found] == ["spot", "found"]
        month = clock.today().year * 100 + clock.today().month
        assert coverage(uow, month) == (1, 2, ["第二网格"])
        figures = month_figures(uow, month)
        assert (figures.carried, figures.new, figures.struck, figures.open, figures.spot) == (0, 2, 1, 1, 1)
        assert len(list_outcomes(uow, loading.get_patrol(uow, patrol).visit_id)) == 2
    with pytest.raises(UserError) as told, writing() as uow:
        save_patrol(uow, PatrolDraft(None, clock.now(), (), findings=(FindingDraft("吵架", solved=True),)))
    assert {"area_id", "people", "findings.0.how"} <= set(told.value.fields)


def test_a_months_ledger_adds_up_across_the_turn_of_the_month(reading, writing, head, hazard, clock):
    november = clock.today().year * 100 + clock.today().month
    clock.advance(days=30)
    with writing() as uow:
        save_hazard(uow, HazardDraft("other", "新的苗头", clock.today(), place="5幢"))
        propose_strike(uow, StrikeDraft(hazard, "settled", "和解", way="consultation", evidence="协议"))
    with head() as uow:
        decide_strike(uow, VerdictDraft(hazard))
    with reading() as uow:
        before, after = month_figures(uow, november), month_figures(uow, november + 1)
        assert (before.new, before.struck, before.open) == (1, 0, 1)
        assert (after.carried, after.new, after.struck, after.open) == (1, 1, 1, 1)
        assert after.carried + after.new - after.struck == after.open
        assert load_month(uow, november + 1).sections[0].facts[-2].value == "100.00% (1÷1)"
        for part in ("carried", "new", "struck", "open", "late"):
            request = PageRequest(filters={"month": november + 1, "part": part})
            assert count_lines(uow, request) == getattr(after, part)
            assert len(fetch_lines(uow, request).rows) == getattr(after, part)
        assert next(row for row in fetch_months(uow, PageRequest()).rows if row.id == november + 1).mean == after.mean


def test_one_person_answers_with_steps_and_a_later_limit(reading, writing, hazard, clock):
    with pytest.raises(UserError) as told, writing() as uow:
        save_responsibility(uow, ResponsibilityDraft(HAZARD, hazard, "", None))
    assert {"leader", "until", "person"} <= set(told.value.fields)
    until = clock.today() + timedelta(days=3)
    with writing() as uow:
        sheet = save_responsibility(uow, ResponsibilityDraft(HAZARD, hazard, "赵敏", until, post="书记", person="何苗"))
        assert state(uow, hazard) == "charged"
        with pytest.raises(UserError, match="already"):
            save_responsibility(uow, ResponsibilityDraft(HAZARD, hazard, "别人", until, person="某某"))
        note_progress(uow, ProgressDraft(sheet, "约谈双方"))
        put_off(uow, PutOffDraft(sheet, until + timedelta(days=10), "等待外出人员返回"))
        assert any(item.entry == "mediation.responsibility" for item in due_items(uow)) is False
    clock.advance(days=10)
    with reading() as uow:
        assert [item.args for item in due_items(uow) if item.entry == "mediation.responsibility"] == [{"record_id": sheet}]
        assert load_responsibility(uow, sheet).lamp.days_left == 3
    with writing() as uow:
        release(uow, ReleaseDraft(sheet, "settled", "双方和解"))
        assert list_responsibilities(uow, HAZARD, hazard)[0].outcome == "settled"
    with pytest.raises(UserError, match="has ended"), writing() as uow:
        note_progress(uow, ProgressDraft(sheet, "再说"))


def test_a_disputes_limit_is_put_off_only_by_consent(writing, clock, room):
    dispute = room.register()
    with writing() as uow:
        sheet = save_responsibility(uow, ResponsibilityDraft(DISPUTE, dispute, "赵敏", clock.today(), person="何苗"))
        with pytest.raises(UserError, match="parties agree"):
            put_off(uow, PutOffDraft(sheet, clock.today() + timedelta(days=5), "复杂"))
        put_off(uow, PutOffDraft(sheet, clock.today() + timedelta(days=5), "复杂", consent=True))
        assert get_responsibility(uow, sheet).until == clock.today() + timedelta(days=5)


def test_every_paper_blank_and_filled(reading, writing, head, hazard, clock, grid, printed):
    with writing() as uow:
        patrol = save_patrol(uow, PatrolDraft(grid, clock.now(), ("何苗",), 10, 12, "走访",
                                              (FindingDraft("漏水", place="5幢"),)))
        sheet = save_responsibility(uow, ResponsibilityDraft(HAZARD, hazard, "赵敏", clock.today(), person="何苗",
                                                             task="七日内化解"))
        note_progress(uow, ProgressDraft(sheet, "已约谈"))
    clock.advance(days=40)
    month = clock.today().year * 100 + clock.today().month
    with reading() as uow:
        made = {
            papers.sheet: (loading.load_hazard(uow, hazard), ("隐患〔2026〕1号", "尉迟玉珍、李𬭎", "较大", "赵敏", "邻里纠纷")),
            papers.ledger: (loading.load_ledger(uow, month), ("上月结转2件,本月新增0件", "隐患〔2026〕2号")),
            papers.overdue: (loading.load_overdue(uow, month), ("超期天数", "隐患〔2026〕1号")),
            papers.patrol: (loading.load_patrol(uow, patrol), ("第一网格", "10户", "漏水", "登记隐患〔2026〕2号")),
            papers.patrol_month: (loading.load_patrol_month(uow, month - 1), ("本月排查1次", "覆盖率100%")),
            papers.responsibility: (loading.load_responsibility(uow, sheet), ("七日内化解", "已约谈", "赵敏")),
            papers.reminder: (loading.load_responsibility(uow, sheet), ("已超期40天", "赵敏、何苗"))}
    for build, (data, pieces) in made.items():
        text = "".join(printed(build(data)).split())
        for piece in pieces:
            assert piece.replace(" ", "") in text.replace("，", ","), (build.__name__, piece, text[:400])
        assert "".join(printed(build(None)).split())

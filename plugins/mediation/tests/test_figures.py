"""The tables of mediation: what each number counts, down to the cases; shares; frozen months; codes."""

import pytest

from desk.api import UserError
from desk.api.figures import (
    CorrectionDraft,
    FreezeDraft,
    correct_month,
    count_records,
    freeze_month,
    indicator_table,
    indicator_tables,
    list_differences,
    read_table,
)
from desk.api.places import AreaDraft, add_area
from desk.api.settings import change_settings
from desk.api.statistics import parse_period
from plugins.mediation import drafts
from plugins.mediation.drafts import EndingDraft, MediatorCardDraft, PartyDraft, TermDraft
from plugins.mediation.drafts.hazard import HazardDraft
from plugins.mediation.figures.mapping import CodeDraft, list_codes, set_codes
from plugins.mediation.service import closing, confirming, performance
from plugins.mediation.service.hazards import save_hazard
from plugins.mediation.service.register import appoint, save_mediator
from plugins.mediation.service.signing import agree_orally

NOVEMBER = parse_period("2026-11")


def figures(room, name, period=NOVEMBER):
    """Row title → texts."""
    view = room.see(read_table, indicator_table(f"mediation.{name}"), period)
    return {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)}


def first(room, name="summary", period=NOVEMBER):
    return {title: texts[0] for title, texts in figures(room, name, period).items()}


def oral(room, **more):
    """A case settled by word of mouth today."""
    dispute = room.accept(room.register(**more))
    room.hold(dispute, way=more.pop("way", "consultation"))
    room.do(agree_orally, room.draft(dispute, form="oral", at_once=True, amount_fen=123456))
    return dispute


def failed(room, **more):
    dispute = room.accept(room.register(**more))
    room.hold(dispute, "failed", remedies_told=True)
    return dispute


def test_what_became_of_each_case(room, whole):
    oral(room)
    failed(room)
    room.do(closing.withdraw, EndingDraft(room.accept(), room.today, reason="自行和好"))
    room.accept()
    room.register()
    found = first(room)
    assert {name: found[name] for name in ("受理", "调解成功", "调解不成功", "撤回申请", "期末正在调解", "成功率")} == {
        "受理": "5", "调解成功": "2", "调解不成功": "1", "撤回申请": "1", "期末正在调解": "1", "成功率": "66.7%"}
    assert {name: found[name] for name in ("口头协议", "书面协议", "协议涉及金额", "疑难复杂案件")} == {
        "口头协议": "1", "书面协议": "1", "协议涉及金额": "0.98", "疑难复杂案件": "1"}
    assert {name: found[name] for name in ("已履行", "期末正在履行", "其中:部分履行", "未履行", "申请", "确认有效")} == {
        "已履行": "1", "期末正在履行": "1", "其中:部分履行": "1", "未履行": "0", "申请": "1", "确认有效": "0"}
    assert found["当事人总数"] == "10"


def test_the_denominator_is_a_setting_that_is_printed(room, writing):
    oral(room)
    failed(room)
    room.accept()
    assert first(room)["成功率"] == "50.0%"
    with writing() as uow:
        change_settings(uow, {"mediation.rate_base": "accepted"})
    assert first(room)["成功率"] == "33.3%"
    view = room.see(read_table, indicator_table("mediation.summary"), NOVEMBER)
    assert view.notes[0] == "成功率=调解成功÷受理"


def test_where_cases_came_from_and_several_parties(room):
    room.accept(room.register(source="initiative"))
    for office in ("和平派出所", "和平区人民法院", "街道办事处"):
        room.accept(room.register(source="transfer", transferred_by=office))
    parties = [PartyDraft("applicant", name=name) for name in ("甲一", "甲二")] + [PartyDraft("respondent", name="某公司",
               kind="organisation", credit_code="91420100MA4KXXXX0X", representative="乙", post="经理")]
    parties[-1] = PartyDraft("respondent", name="乙一")
    room.accept(room.register(*parties))
    found = first(room)
    assert [found[name] for name in ("主动调解", "依申请调解", "接受委托移送调解", "其中:公安机关", "其中:人民法院",
                                     "其中:行政机关、其他部门", "3人以上当事人案件")] == ["1", "1", "3", "1", "1", "1", "1"]
    assert figures(room, "sources")["邻里纠纷"] == ["1", "1", "3", "5"]


def test_dangers_are_cases_and_people(room, whole):
    from plugins.mediation.service.escalations import save_escalation

    room.do(save_escalation, drafts.EscalationDraft(whole["mediation.dispute"], "danger", "扬言聚众", room.today,
                                                    harm="fight", people=7, measures="劝离"))
    view = room.see(read_table, indicator_table("mediation.summary"), NOVEMBER)
    fights = [(row.unit, cells[0].text) for row, cells in zip(view.rows, view.cells, strict=True)
              if row.title == "防止群体性械斗"]
    assert fights == [("件", "1"), ("人", "7")]


def test_classes_five_classes_platform_and_mediators(room):
    oral(room, category="estate_service")
    oral(room, category="neighbour")
    failed(room, category="contract")
    assert figures(room, "categories")["物业纠纷"][:3] == ["1", "1", "0"]
    five = figures(room, "five")
    assert {title: row[0] for title, row in five.items()} == {
        "邻里纠纷": "1", "产权纠纷": "0", "劳动纠纷": "0", "物管纠纷": "1", "家庭纠纷": "0", "其他": "1", "合计": "3"}
    assert figures(room, "grid_codes")["物权相关纠纷"][0] == "1"
    assert figures(room, "mediators")["沈建国"][:2] == ["3", "2"]
    assert figures(room, "modes")["邻里纠纷"] == ["1", "0", "0", "1"]


def test_codes_are_changed_and_frozen_months_keep_theirs(room, clock):
    oral(room, category="contract")
    clock.advance(days=30)
    room.do(freeze_month, FreezeDraft("mediation.five", "2026-11"))
    codes = [CodeDraft(one.category, "estate", "0402") if one.category == "contract" else one for one in room.see(list_codes)]
    assert room.do(set_codes, codes) == 1
    assert room.see(list_codes) == codes
    assert figures(room, "five")["物管纠纷"][0] == "0"
    assert figures(room, "grid_codes")["物权相关纠纷"][0] == "1"
    [found] = room.see(list_differences, indicator_table("mediation.five"), NOVEMBER)
    room.do(correct_month, CorrectionDraft(found.month.id, "改按物管纠纷统计"))
    assert figures(room, "five")["物管纠纷"][0] == "1"
    with pytest.raises(UserError):
        room.do(set_codes, [CodeDraft("contract", "estate", "77")])
    with pytest.raises(UserError):
        room.do(set_codes, [CodeDraft("contract", "sixth", "04")])


def test_breach_court_and_a_case_that_failed_after_all(room):
    dispute, agreement = room.sealed(amount_fen=100)
    room.do(confirming.apply_confirmation, drafts.ConfirmationDraft(agreement, "和平区人民法院", room.today,
                                                                    tuple(room.parties(dispute))))
    room.do(performance.note_breach, drafts.BreachDraft(dispute, room.today, "逾期不付款", ends=True))
    found = first(room)
    assert [found[name] for name in ("调解成功", "未履行", "期末正在履行", "申请")] == ["1", "1", "0", "1"]


ELSEWHERE = {"led", "sheet_units", "sheet_leaders", "sheet_people", "studies", "study_units", "slips", "court_matters",
             "doorsteps", "evaluations", "lectures"}
"""Tables of what this test does not make; each has a test of its own."""


def test_every_number_of_every_table_leads_to_its_cases(room, whole):
    oral(room, category="estate_service")
    failed(room)
    room.accept()
    room.do(save_hazard, HazardDraft("neighbour", "楼道堆物", room.today, place="3幢", spot=True, way="virtue",
                                     result="已清理"))
    room.do(appoint, TermDraft(room.do(save_mediator, MediatorCardDraft("沈建国")), "appointed", room.today))
    for table in indicator_tables():
        if table.permission != "mediation.case.read":
            continue
        period = parse_period("2026") if "month" not in table.kinds else NOVEMBER
        view = room.see(read_table, table, period)
        assert not view.empty or table.code.removeprefix("mediation.") in ELSEWHERE, table.code
        for cell in (cell for cells in view.cells for cell in cells if cell.value is not None):
            records = room.see(count_records, table, parse_period(cell.period), None, cell.key)
            figure = table.figure(cell.key[0])
            assert (sum(one.part for one in records) if figure.amount else len(records)) == cell.value, (table.code, cell)


def test_a_case_of_a_year_ago_counts_where_it_happened(room, clock):
    early = oral(room)
    clock.advance(days=62)
    assert first(room)["受理"] == "1"
    january = figures(room, "summary", parse_period("2027-01"))
    assert january["受理"] == ["0", "0", "0", "—", "0"]
    [record] = room.see(count_records, indicator_table("mediation.summary"), NOVEMBER, None, ("settled", "*", "*"))
    assert record.record_id == early


def test_grids(room, writing):
    with writing() as uow:
        grid = add_area(uow, AreaDraft("第一网格", "grid"))
    room.accept(room.register(area_id=grid))
    room.accept()
    view = room.see(read_table, indicator_table("mediation.categories"), NOVEMBER, grid)
    assert view.cells[-1][0].value == 1
    assert view.area == "第一网格"

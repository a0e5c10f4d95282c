"""Out as a GB/T 31000 record: names and order of the standard, one case whole, no formulas, no invented codes."""

import csv
import json

from plugins.mediation.exchange.gbt31000 import ELEMENTS, export_case, way_codes
from plugins.mediation.exchange.writing import save_record

NAMES = ["事件名称", "发生日期", "发生地点", "事件规模", "事件类别", "涉及人数", "涉及单位", "事件简述", "主要当事人证件代码",
         "主要当事人证件号码", "主要当事人姓名", "主要当事人性别", "主要当事人民族", "主要当事人学历", "主要当事人人员类别",
         "主要当事人居住详址", "化解时限", "化解方式", "化解组织", "化解责任人姓名", "化解责任人联系方式", "化解是否成功",
         "化解情况", "考评日期", "考评意见", "经度", "纬度"]


def test_the_elements_are_those_of_the_standard():
    assert [name for name, _read in ELEMENTS] == NAMES


def test_a_case_goes_out_whole(whole, room, tmp_path):
    record = room.do(export_case, whole["mediation.dispute"])
    assert record["事件名称"] == "龚桂兰、欧阳䶮邻里纠纷"
    assert (record["事件类别"], record["事件规模"], record["涉及人数"], record["化解是否成功"]) == ("17", "01", "2", "1")
    assert record["化解方式"] == ""  # the codes could not be confirmed: empty until the hall enters them
    assert "修复602室卫生间防水层" in record["化解情况"]
    csv_path = save_record(record, tmp_path / "case.csv")
    with csv_path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == NAMES
    assert rows[1][0] == record["事件名称"]
    assert json.loads(save_record(record, tmp_path / "case.json").read_text("utf-8")) == record


def test_a_text_that_looks_like_a_formula_stays_a_text(room, tmp_path):
    record = room.do(export_case, room.register(summary="=cmd()"))
    with save_record(record, tmp_path / "case").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][7] == "'=cmd()"


def test_the_hall_enters_the_codes_of_ways(whole, room):
    from desk.testing.hall import put_settings

    assert way_codes("law = 02;consultation=01;") == {"law": "02", "consultation": "01"}
    room.do(put_settings, {"mediation.way_codes": "consultation=01"})
    assert room.do(export_case, whole["mediation.dispute"])["化解方式"] == "01"


def test_a_registered_persons_paper_goes_along(room, two_people, writing):
    from desk.api.people import PaperDraft, add_paper
    from plugins.mediation.drafts import PartyDraft

    with writing() as uow:
        add_paper(uow, two_people[0], PaperDraft("passport", "E12345678"))
    dispute = room.register(PartyDraft("applicant", person_id=two_people[0]), PartyDraft("respondent", name="乙"))
    record = room.do(export_case, dispute)
    assert record["主要当事人证件号码"] == "E12345678"
    assert record["主要当事人证件代码"].isdigit()


def test_the_limit_is_that_of_settling_and_not_what_runs_now(room, clock):
    from desk.api.cases import list_clocks

    dispute = room.accept()
    clock.advance(days=3)
    room.sealed(dispute)
    file = room.file(dispute)
    limit = next(one.last_day for one in room.see(list_clocks, file.case.id) if one.code == "mediate")
    assert file.case.due_on != limit  # the return visit runs now
    assert room.do(export_case, dispute)["化解时限"] == f"{limit:%Y%m%d}"
    assert room.do(export_case, room.register())["化解时限"] == ""

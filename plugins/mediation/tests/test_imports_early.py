"""An old hazard ledger and a court's list come in as files: seen first, written whole, taken back whole."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.api import UserError
from desk.api.cases import Case, get_case
from desk.api.exchange import read_list
from plugins.mediation.drafts.hazard import ReasonDraft, ResponsibilityDraft
from plugins.mediation.exchange.cells import read_category, read_choice, read_day
from plugins.mediation.exchange.court_list import COURT_LIST, import_court_list, preview_court_list, undo_court_list
from plugins.mediation.exchange.hazard_ledger import HAZARD_LIST, import_hazards, preview_hazards, undo_hazards
from plugins.mediation.hazard_kinds import HAZARD, LEVELS, OUTCOMES
from plugins.mediation.models import CourtMatter, Hazard
from plugins.mediation.pages.imports_early import COURT, HAZARDS
from plugins.mediation.queries_hazard import month_figures
from plugins.mediation.service.hazards import relapse_hazard
from plugins.mediation.service.joint import accept_court_matter
from plugins.mediation.service.responsibilities import save_responsibility

LEDGER = """某社区隐患排查台账
编号,发现时间,当事人,地点,类型,等级,基本情况,责任人,结果,销号时间,化解方式
隐患〔2025〕1号,2025-03-01,龚某、欧阳某,3幢,邻里纠纷,一般,卫生间漏水,沈建国,已化解,2025-03-11,协商
隐患〔2025〕2号,2025.4.2,业主与物业,,物管,较大,停车收费争执,何苗,引导诉讼,2025.4.20,
隐患〔2025〕3号,2025/10/1,,,劳动,重大,拖欠工资,沈建国,,,
隐患〔2025〕4号,2025/10/1,甲某,,邻里,一般,,何苗,,,
隐患〔2025〕5号,下月,甲某,,邻里,一般,争吵,何苗,,,
隐患〔2025〕6号,2025-06-09,甲某,,邻里,一般,争吵,何苗,已化解,2025-06-01,
隐患〔2025〕1号,2025-07-01,乙某,,邻里,一般,号码重复,何苗,,,
"""
COURT_CSV = """法院,案号,案由,原告,被告,移送方式,委派日期,办结期限
某区人民法院,(2026)民诉前调12号,物业服务合同纠纷,和平物业,李𬭎,诉前委派,2026-10-30,2026-11-29
某区人民法院,(2026)民初9号,邻里纠纷,甲某,乙某,委托(简易程序),2026-10-30,
,(2026)民初10号,邻里纠纷,甲某,乙某,,,
某区人民法院,(2026)民诉前调13号,,甲某,乙某,,2026-11-01,2026-10-01
"""


@pytest.fixture
def bring(tmp_path, room, source_texts):
    """`bring(importer, preview, text)`: the dry run of a file with this text."""
    def look(importer, preview, text):
        path = tmp_path / "名单.csv"
        path.write_text(text, "utf-8")
        return room.see(lambda uow: preview(uow, read_list(uow, importer, path, "名单")))
    return look


def test_an_old_hazard_ledger_comes_in_and_goes_again(room, bring):
    shown = bring(HAZARD_LIST, preview_hazards, LEDGER)
    assert dict(shown.counts) == {"new": 3, "rejected": 4}
    assert all(row.reasons for row in shown.of("rejected"))
    assert HAZARDS.cells(shown.of("new")[0]) == ("2025年3月1日", "邻里纠纷", "2025年3月11日")
    assert HAZARDS.cells(shown.of("rejected")[0]) == ("", "", "")
    report = room.do(import_hazards, shown)
    rows = room.see(lambda uow: [(get_case(uow, one.id).number, get_case(uow, one.id).state, one.outcome, one.level,
                                  one.ran_days) for one in uow.session.query(Hazard).order_by(Hazard.id)])
    assert rows == [("隐患〔2025〕1号", "struck", "settled", "general", 10),
                    ("隐患〔2025〕2号", "struck", "legal", "greater", 18), ("隐患〔2025〕3号", "found", "", "major", None)]
    march = room.see(month_figures, 202503)
    assert (march.new, march.struck, march.mean) == (1, 1, "10.0")
    assert dict(bring(HAZARD_LIST, preview_hazards, LEDGER).counts)["same"] == 3
    room.do(undo_hazards, report.batch_id)
    assert room.see(lambda uow: uow.session.query(Case).filter_by(kind=HAZARD).count()) == 0


def test_an_old_line_that_was_worked_on_stays(room, bring):
    report = room.do(import_hazards, bring(HAZARD_LIST, preview_hazards, LEDGER))
    first, _second, third = room.see(lambda uow: [one.id for one in uow.session.query(Hazard).order_by(Hazard.id)])
    room.do(save_responsibility, ResponsibilityDraft(HAZARD, third, "赵敏", room.today + timedelta(days=3), person="何苗"))
    room.do(relapse_hazard, ReasonDraft(first, "又吵"))
    with pytest.raises(UserError, match="worked on since"):
        room.do(undo_hazards, report.batch_id)


def test_a_courts_list_comes_in_as_a_file(room, bring):
    shown = bring(COURT_LIST, preview_court_list, COURT_CSV)
    assert dict(shown.counts) == {"new": 2, "rejected": 2}
    assert COURT.cells(shown.of("new")[1]) == ("某区人民法院", "邻里纠纷", "")
    report = room.do(import_court_list, shown)
    rows = room.see(lambda uow: [(one.stage, one.category, one.until) for one in uow.session.query(CourtMatter).order_by(
        CourtMatter.id)])
    assert rows == [("before", "estate_service", date(2026, 11, 29)), ("summary", "neighbour", date(2026, 11, 6))]
    assert dict(bring(COURT_LIST, preview_court_list, COURT_CSV).counts) == {"same": 2, "rejected": 2}
    room.do(undo_court_list, report.batch_id)
    assert room.see(lambda uow: uow.session.query(CourtMatter).count()) == 0
    report = room.do(import_court_list, bring(COURT_LIST, preview_court_list, COURT_CSV))
    room.do(accept_court_matter, {"id": room.see(lambda uow: uow.session.query(CourtMatter.id).first()[0])})
    with pytest.raises(UserError, match="worked on since"):
        room.do(undo_court_list, report.batch_id)


@given(st.text(max_size=30))
@settings(max_examples=80, deadline=None)
def test_any_cell_is_read(typed):
    problems = []
    found = read_day(typed, date(2026, 11, 5), problems)
    assert found is None or found <= date(2026, 11, 5)
    assert bool(typed.strip()) == (found is not None or bool(problems))
    assert read_category(typed)
    assert read_choice(typed, LEVELS, "general") in dict(LEVELS)
    assert read_choice(typed, OUTCOMES, "") in {"", *dict(OUTCOMES)}

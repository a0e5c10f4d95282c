"""What surrounds a case, in the window: templates and Word files, ways of sittings, rounds of visits, the closed ledger."""

import docx
import pytest

from tests.journeys.forms import act, command, look, refused, saved
from tests.journeys.test_mediation import accept, agree, register, sign, sit


@pytest.fixture
def desk(hall, open_window):
    driver = open_window(hall)
    driver.keys("Alt+2")
    driver.sees("登记纠纷")
    return driver


def drafted(desk):
    register(desk)
    saved(desk, "下一步")
    accept(desk)
    sit(desk, "达成协议", "制作协议")
    agree(desk)


def the_agreement(uow):
    from sqlalchemy import select

    from plugins.mediation.models import Agreement

    row = uow.session.scalars(select(Agreement)).one()
    return list(row.clauses), dict(row.heads)


def test_a_draft_goes_out_to_word_and_comes_back(hall, open_window, wall_clock, tmp_path):
    out, foreign = tmp_path / "草稿.docx", tmp_path / "别人的.docx"
    docx.Document().save(str(foreign))
    desk = open_window(hall, answers=[out, foreign, out])
    desk.keys("Alt+2")
    desk.sees("登记纠纷")
    drafted(desk)
    desk.rest()
    desk.click("导出草稿修改")
    desk.until(out.exists, "the Word file")
    word = docx.Document(str(out))
    clause = next(one for one in word.paragraphs if "七日内修复" in one.text)
    clause.add_run("逾期另付违约金。")
    word.save(str(out))
    desk.rest()
    desk.click("读回 Word 文件")
    desk.sees("选择 Word 文件")
    desk.click("选择 Word 文件")
    desk.sees("不是从本系统的草稿另存的")
    desk.click("选择 Word 文件")
    desk.sees("1 行不同")
    desk.sees("逾期另付违约金。")
    desk.click("采用文件中的文字")
    desk.sees("草稿修改前")
    desk.shell.end()
    clauses, _heads = look(hall, wall_clock, the_agreement)
    assert clauses[0].endswith("逾期另付违约金。")


def test_the_hall_s_own_wording_is_taken_by_a_new_agreement(desk, hall, wall_clock):
    command(desk, "协议书模板")
    desk.sees("带 * 的必须填写")
    desk.click("添加模板")
    refused(desk, "模板名称")
    desk.fill("模板名称", "本中心")
    desk.fill("固定条款", "双方今后和睦相处;")
    desk.fill("份数说明之前", "双方应当自觉履行本协议。")
    saved(desk)
    desk.keys("Alt+2")
    desk.sees("登记纠纷")
    drafted(desk)
    desk.shell.end()
    clauses, heads = look(hall, wall_clock, the_agreement)
    assert clauses[-1] == "双方今后和睦相处;"
    assert heads == {"closing": "双方应当自觉履行本协议。"}


def test_a_sitting_by_law_names_who_is_invited(desk, hall, wall_clock):
    from plugins.mediation.models import Plan
    from tests.journeys.forms import the_row

    register(desk)
    saved(desk, "下一步")
    accept(desk)
    act(desk, "安排调解", "调解方式")
    desk.sees("名册中还没有合适的人员")
    desk.fill("调解方式", "依法调解")
    desk.fill("其他地点", "议事厅")
    refused(desk, "请填写邀请的法律工作者")
    desk.fill("邀请的法律工作者", "甲律师")
    saved(desk, "议事厅")
    desk.shell.end()
    assert the_row(hall, wall_clock, Plan).way == "law"


def test_a_round_is_planned_and_ticked_off(desk, hall, wall_clock):
    drafted(desk)
    sign(desk)
    desk.keys("Alt+2")
    desk.rest()
    command(desk, "按月回访计划")
    desk.open_row("2026年12月")
    act(desk, "安排回访人", "回访人")
    desk.fill("回访人", "何苗")
    saved(desk, "何苗 第 1 站")
    desk.shell.end()


def test_the_closed_ledger_leads_to_its_case(desk, hall, wall_clock):
    desk.keys("Ctrl+Shift+K")
    desk.sees("当事人甲")
    for label, words in (("当事人甲", "龚桂兰"), ("当事人乙", "欧阳䶮"), ("纠纷情况", "楼道堆物"), ("协议内容", "当天清走;")):
        desk.fill(label, words)
    saved(desk, "口头协议登记表")
    command(desk, "“结案”台账")
    desk.open_row("2026年11月")
    desk.sees("当场化解 1 件")
    desk.sees("当天清走")
    desk.shell.end()

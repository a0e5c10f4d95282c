"""The mediation room's rounds by the window: a quarter's cases judged, one mediated anew and exported; the best of the year."""

import csv

from desk.core.documents.readback import squeezed
from desk.testing.declared import declare_plugin
from tests.journeys.forms import FORM, command, look, prepare, saved


def two_settled(uow):
    """Two cases of neighbours, settled and sealed today."""
    from plugins.mediation import drafts
    from plugins.mediation.queries import list_parties
    from plugins.mediation.service.acceptance import accept_dispute
    from plugins.mediation.service.agreements import draft_agreement
    from plugins.mediation.service.intake import save_dispute
    from plugins.mediation.service.sessions import save_session
    from plugins.mediation.service.signing import sign_agreement

    declare_plugin("mediation")
    today, by = uow.clock.today(), {"mediators": ("沈建国",), "recorder": "何苗"}
    for one, other in (("龚桂兰", "欧阳明"), ("沈芳", "方敏")):
        dispute = save_dispute(uow, drafts.DisputeDraft(
            "neighbour", (drafts.PartyDraft("applicant", name=one), drafts.PartyDraft("respondent", name=other)),
            summary="602室漏水。", requests=("修复;",), applied_on=today))
        accept_dispute(uow, drafts.AcceptanceDraft(dispute, today, rights_told_on=today, **by))
        parties = [party.id for party in list_parties(uow, dispute)]
        save_session(uow, drafts.SessionDraft(dispute, uow.clock.now(), ended_at=uow.clock.now(), place="调解室", record="谈。",
                                              outcome="agreed", present=tuple(parties), **by))
        made = draft_agreement(uow, drafts.AgreementDraft(dispute, facts="清楚。", clauses=("修复;",), performance="七日内。",
                                                          made_on=today, **by))
        sign_agreement(uow, drafts.SigningDraft(made, tuple((party, today) for party in parties), today, today))


def how_it_counts(uow):
    """What the only round took from its kind: (left out, honoured, without names, sheet)."""
    from sqlalchemy import select

    from desk.core.scores.model import ScoreRound

    one = uow.session.scalars(select(ScoreRound)).one()
    return one.trim, one.places, one.anonymous, one.data["code"]


def three_mediators(uow):
    """Cards whose terms run."""
    from datetime import date

    from plugins.mediation.drafts import MediatorCardDraft, TermDraft
    from plugins.mediation.service.register import appoint, save_mediator

    declare_plugin("mediation")
    for name in ("沈建国", "何苗", "方敏"):
        appoint(uow, TermDraft(save_mediator(uow, MediatorCardDraft(name)), "appointed", date(2026, 1, 1)))


def planned(desk, kind, title, raters):
    """From the command to the open round; the sheet and the way of counting are those of its kind."""
    command(desk, "安排评分")
    desk.sees(FORM)
    desk.fill("评分类型", kind)
    desk.fill("名称", title)
    saved(desk, "从台账取候选对象")
    desk.rest()
    desk.click("评分人")
    desk.sees(FORM)
    desk.fill("一行一个", raters)
    saved(desk, "开始评分")
    desk.rest()
    desk.click("开始评分")
    desk.sees("录入评分表")


def keyed(desk, raters, sheet):
    """The same sheet for everybody: a row of numbers a subject."""
    desk.rest()
    desk.click("录入评分表")
    desk.sees("下一位评分人")
    for done in range(1, raters + 1):
        for mark in (mark for row in sheet for mark in row):
            for digit in str(mark):
                desk.write(digit)
            desk.keys("Return")
        desk.sees(f"已完成 {done} 份")
    desk.keys("Esc")
    desk.sees("统计并锁定")
    desk.rest()
    desk.click("统计并锁定")
    desk.sees(FORM)


def test_a_quarter_is_judged_without_names_and_the_poor_case_goes_out_and_back(hall, open_window, wall_clock, tmp_path):
    from plugins.mediation.models import Renewal

    prepare(hall, wall_clock, two_settled)
    out = tmp_path / "网格.csv"
    desk = open_window(hall, answers=[out])
    planned(desk, "季度化解效果评估", "第四季度评估", "居民代表 2\n党员 1\n乡贤 1")
    keyed(desk, 4, ((38, 28, 14, 14), (10, 10, 5, 5)))
    saved(desk, "94", "30")
    assert "作出表彰决定" not in desk.page()  # an evaluation honours nobody: it is over
    assert "已决定" not in desk.page()
    desk.keys("Alt+2")
    desk.open_row("第2号")
    desk.sees("责令再化解")
    desk.rest()
    desk.click("评估为差")
    desk.sees(FORM)
    desk.fill("处理结果", "重新上门，双方和好")
    saved(desk, "双方和好")
    desk.rest()
    desk.click("导出网格平台数据")
    desk.sees("已保存为")
    with out.open(encoding="utf-8-sig", newline="") as file:
        heads, values = csv.reader(file)
    told = dict(zip(heads, values, strict=True))
    assert (told["事件名称"], told["化解时限"], told["化解是否成功"]) == ("沈芳、方敏邻里纠纷", "20261207", "1")
    desk.shell.end()
    assert look(hall, wall_clock, lambda uow: [(one.verdict, one.result) for one in uow.session.query(Renewal)]) == [
        ("差", "重新上门，双方和好")]


def test_the_best_of_the_year_is_chosen_posted_and_given_a_certificate(hall, open_window, wall_clock, tmp_path):
    prepare(hall, wall_clock, three_mediators)
    out = tmp_path / "荣誉证书.pdf"
    desk = open_window(hall, answers=[out])
    planned(desk, "年度优秀调解员评选", "2026年度优秀调解员评选",
            "甲 居民代表\n乙 居民代表\n丙 居民代表\n丁 调委会\n戊 调解员")
    assert look(hall, wall_clock, how_it_counts) == (1, 3, False, "mediation.best")
    keyed(desk, 5, ((18, 19), (20, 20), (12, 13)))
    saved(desk, "公示结果")
    desk.rest()
    desk.click("公示结果")
    desk.sees(FORM)
    desk.fill("批准人", "郑国庆")
    saved(desk, "公示")
    wall_clock.advance(days=20)
    desk.keys("F5")
    desk.rest()
    desk.click("作出表彰决定")
    desk.sees(FORM)
    desk.fill("决定机关", "人民调解委员会")
    desk.fill("表彰", "", which=1)
    desk.fill("表彰", "", which=2)
    saved(desk, "荣誉证书")
    desk.rest()
    desk.click("荣誉证书")
    desk.sees("共")
    desk.rest()
    desk.click("另存为")
    desk.until(out.exists, "the certificate")
    desk.rest()
    assert "何苗" in squeezed(out.read_bytes())
    assert "优秀人民调解员" in squeezed(out.read_bytes())

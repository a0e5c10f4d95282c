"""Hours for outside systems and from them: each entry once, an answer for each line, nothing counted twice."""

from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.api import UserError
from desk.api.exchange import read_tables, write_table
from plugins.volunteer.drafts import CorrectionDraft, VolunteerDraft
from plugins.volunteer.exchange import answers, outside
from plugins.volunteer.exchange.handing import HandOverDraft, hand_over, read_hand_over
from plugins.volunteer.models import HandOverLine, OutsideHours
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.registering import save_volunteer
from plugins.volunteer.tests.conftest import at

DRAFT = HandOverDraft("省志愿服务信息系统")


@pytest.fixture
def served(station, do):
    """One who agreed to the handing over and one who did not, with three hours each."""
    agreed = do(save_volunteer, VolunteerDraft(station.person("龚桂兰"), consent_data=True, consent_share=True))
    other = station.volunteer("欧阳明")
    pair = station.serve(agreed, at(11, 4, 8), at(11, 4, 11), enter=False)
    station.serve(other, at(11, 4, 8), at(11, 4, 11))
    return agreed, other, pair


def lines(do):
    return do(lambda uow: [(one.volunteer_id, one.minutes, one.state, one.said) for one in
                           uow.session.scalars(select(HandOverLine).order_by(HandOverLine.id))])


def test_each_entry_goes_once_and_only_with_consent(do, served):
    agreed, _other, pair = served
    with pytest.raises(UserError):
        do(hand_over, HandOverDraft(""))
    do(hand_over, DRAFT)
    assert lines(do) == [(agreed, 180, "sent", "")]
    with pytest.raises(UserError):
        do(hand_over, DRAFT)
    do(correct_hours, CorrectionDraft(pair, 120, "早退"))
    do(hand_over, DRAFT)
    assert [line[1] for line in lines(do)] == [180, -60]  # the sum on the other side is the sum here
    do(hand_over, HandOverDraft("市平台"))
    assert len(lines(do)) == 4


def test_the_files_hold_the_elements(do, served, tmp_path):
    made = do(hand_over, DRAFT)
    files = do(read_hand_over, made)
    for table, words in ((files.hours, ("JH1-", "3.00", "便民服务", "和平社区", "服务")),
                         (files.volunteers, ("ZY1", "龚桂兰", "正常"))):
        path = tmp_path / "表.xlsx"
        write_table(path, table)
        text = " ".join(str(cell) for sheet in read_tables(path) for row in sheet.rows for cell in row)
        assert all(word in text for word in words)


def answer_file(tmp_path, *rows):
    path = Path(tmp_path) / "回执.csv"
    out = StringIO()
    out.write("交换编号,结果,说明\n" + "".join(f"{','.join(row)}\n" for row in rows))
    path.write_text(out.getvalue(), "utf-8")
    return path


def code(do, place=0):
    return do(lambda uow: uow.session.scalars(select(HandOverLine.code).order_by(HandOverLine.id)).all()[place])


def test_every_line_gets_its_answer_and_a_refused_one_may_go_again(do, served, tmp_path):
    do(hand_over, DRAFT)
    first = code(do)
    path = answer_file(tmp_path, (first, "导入失败", "证件号码不符"), ("JH9-9", "成功", ""), (first, "成功", ""))
    shown = do(answers.ANSWERS.look, path)
    assert [row.verdict for row in shown.verdicts] == ["changed", "rejected", "rejected"]
    done = do(answers.import_answers, shown)
    assert lines(do)[0][2:] == ("refused", "证件号码不符")
    do(hand_over, DRAFT)
    again = do(answers.import_answers, do(answers.ANSWERS.look, answer_file(tmp_path, (code(do, 1), "导入成功", ""))))
    assert [line[2] for line in lines(do)] == ["refused", "accepted"]
    with pytest.raises(UserError):
        do(hand_over, DRAFT)
    do(answers.undo_answers, again.batch_id)
    assert [line[2] for line in lines(do)] == ["refused", "sent"]
    assert done.batch_id


@pytest.mark.parametrize(("said", "means"), [
    ("成功", "accepted"), ("导入不成功", "refused"), ("未通过", "refused"), ("OK", "accepted"), ("待定", ""), ("", "")])
def test_outcomes(said, means):
    assert answers.outcome(said) == means


OUTSIDE = """志愿者编号,姓名,活动组织单位,活动名称,服务日期,服务时长,记录编号
ZY1,,市红十字会,应急培训,2026-10-01,3,A-1
,欧阳明,市红十字会,献血宣传,2026-10-02,90分钟,
ZY1,,和平社区,便民服务,2026-11-04,3,B-1
ZY1,,市红十字会,应急培训,2026-10-01,3,A-1
ZY1,,,无单位,2026-10-01,3,A-2
ZY1,,市红十字会,明年的,2027-10-01,3,A-3
ZY1,,市红十字会,太长,2026-10-01,30,A-4
"""


def test_what_others_recorded_is_kept_once_and_never_counted(station, do, served, tmp_path):
    agreed, _other, _pair = served
    path = tmp_path / "外部.csv"
    path.write_text(OUTSIDE, "utf-8")
    shown = do(outside.OUTSIDE.look, path)
    assert [row.verdict for row in shown.verdicts] == ["new", "new", *["rejected"] * 5]
    done = do(outside.import_outside, shown)
    kept = do(lambda uow: [one.minutes for one in uow.session.scalars(select(OutsideHours).order_by(OutsideHours.id))])
    assert kept == [180, 90]
    assert station.minutes(agreed) == 180
    assert do(outside.OUTSIDE.look, path).counts["same"] == 2
    do(outside.undo_outside, done.batch_id)
    assert do(lambda uow: uow.session.scalars(select(OutsideHours)).all()) == []


def test_own_lines_coming_back_are_refused(do, served, tmp_path):
    do(hand_over, DRAFT)
    path = tmp_path / "回来.csv"
    path.write_text(f"志愿者编号,活动组织单位,活动名称,服务日期,服务时长,交换编号\n"
                    f"ZY1,某平台,便民服务,2026-11-04,3,{code(do)}\n", "utf-8")
    assert [row.verdict for row in do(outside.OUTSIDE.look, path).verdicts] == ["rejected"]

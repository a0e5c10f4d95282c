"""Every way a dispute can go, through the window: by keys and clicks on what is visible, read back from the data."""

import pytest
from PySide6.QtWidgets import QApplication

from desk.core.documents.readback import squeezed
from tests.journeys.forms import act, command, look, refused, saved

LEAK = "602室卫生间漏水,502室吊顶受损。"
TOLD = "调解员:双方的权利和义务是否听清?\n双方:听清了。"


@pytest.fixture
def copy(tmp_path):
    """Where the preview's "save as" puts its file."""
    return tmp_path / "协议书.pdf"


@pytest.fixture
def desk(hall, open_window, copy):
    """The window on an empty hall, at the list of disputes."""
    driver = open_window(hall, answers=[copy])
    driver.keys("Alt+2")
    driver.sees("登记纠纷")
    return driver


def party(desk, which, name, **fields):
    desk.fill("姓名或名称", name, which=which)
    for label, text in fields.items():
        desk.fill(label, text, which=which)


def register(desk, first="龚桂兰", second="欧阳䶮", **more):
    """Two people, what happened and what is asked for."""
    act(desk, "登记纠纷", "纠纷简要情况")
    desk.fill("纠纷简要情况", LEAK)
    for label, text in more.items():
        desk.fill(label, text)
    party(desk, 0, first)
    party(desk, 1, second)
    desk.click("加一项")
    desk.fill("申请事项", "修复防水层并赔偿")


def accept(desk, mediator="沈建国"):
    act(desk, "受理", "人民调解员")
    desk.fill("人民调解员", mediator)
    desk.fill("记录人", "何苗")
    saved(desk, "第1号")


def sit(desk, outcome, *after, refuses=None, remedies=False, why=""):
    act(desk, "记录调解", "调解记录")
    desk.fill("调解记录", TOLD)
    desk.fill("结果", outcome)
    if refuses is not None:
        desk.tick("拒绝调解", which=refuses)
    if why:
        desk.fill("理由", why)
    if remedies:
        desk.tick("已告知当事人可以通过仲裁")
    saved(desk, *after)


def agree(desk, *instalments, total=""):
    act(desk, "制作协议", "纠纷主要事实")
    desk.fill("纠纷主要事实", "防水破损,双方无异议。")
    desk.fill("条款", "欧阳䶮七日内修复防水层,赔偿龚桂兰损失;")
    desk.fill("履行方式", "银行转账。")
    if total:
        desk.fill("涉及金额", total)
    for which, (due, fen) in enumerate(instalments):
        desk.click("加一期")
        desk.fill("履行时限", due, which=which)
        desk.fill("金额", fen, which=which)
    saved(desk, "登记签名盖章")


def ask_court(desk):
    """Both parties together."""
    act(desk, "申请司法确认", "法院")
    desk.fill("法院", "和平区人民法院")
    saved(desk, "登记法院处理结果")


def sign(desk, parties=2):
    act(desk, "登记签名盖章", "调委会盖章日期")
    for which in range(parties):
        desk.fill("签名日期", "2026-11-05", which=which)
    desk.fill("调解员签名日期", "2026-11-05")
    desk.fill("调委会盖章日期", "2026-11-05")
    saved(desk, "生效日期")


def the_agreement(desk, copy):
    """The agreement as the preview saves it, its text without spaces."""
    desk.click("人民调解协议书")
    desk.sees("共")
    desk.rest()
    desk.click("另存为")
    desk.until(copy.exists, "the PDF")
    desk.rest()
    return squeezed(copy.read_bytes())


def settle(desk, parties=2):
    """From the acceptance to the sealed agreement."""
    accept(desk)
    sit(desk, "达成协议", "制作协议")
    agree(desk)
    sign(desk, parties)


def the_case(uow):
    """(state, dispute, agreements oldest first) of the only case."""
    from sqlalchemy import select

    from desk.core.cases.model import Case
    from plugins.mediation.models import Agreement, Dispute

    case = uow.session.scalars(select(Case)).one()
    agreements = uow.session.scalars(select(Agreement).order_by(Agreement.revision)).all()
    return (case.state, case.number, uow.session.scalars(select(Dispute)).one().ended_ground,
            [(one.revision, one.form, one.state) for one in agreements])


def test_settled_at_the_counter(desk, hall, wall_clock):
    desk.keys("Ctrl+Shift+K")
    desk.sees("当事人甲")
    desk.fill("当事人甲", "龚桂兰")
    desk.fill("当事人乙", "欧阳䶮")
    desk.fill("纠纷情况", "楼道堆物")
    desk.fill("协议内容", "当天清走;")
    saved(desk, "口头协议登记表")
    desk.rest()
    desk.shell.end()
    state, number, _ground, agreements = look(hall, wall_clock, the_case)
    assert (state, number) == ("performed", "(2026)和平人调字第1号")
    assert agreements == [(1, "oral", "sealed")]


def test_a_counter_quarrel_by_keys_alone(hall, open_window, wall_clock, tmp_path):
    """From the shortcut to the saved paper, every key counted but those of the words themselves."""
    copy = tmp_path / "登记表.pdf"
    desk = open_window(hall, answers=[copy])
    pressed = []

    def press(*keys):
        pressed.extend(keys)
        desk.keys(*keys)

    def go_to(label):
        wanted = desk.field(label)
        while not (wanted.hasFocus() or wanted.isAncestorOf(QApplication.focusWidget())):
            press("Tab")
            assert len(pressed) < 40, label

    press("Ctrl+Shift+K")
    desk.sees("当事人甲")
    for label, words in (("当事人甲", "龚桂兰"), ("当事人乙", "欧阳䶮"), ("纠纷情况", "楼道堆物"), ("协议内容", "当天清走;")):
        go_to(label)
        desk.write(words)
    press("Ctrl+S")
    desk.sees("口头协议登记表")
    desk.rest()
    desk.click("另存为")
    desk.until(copy.exists, "the PDF")
    pressed.append("Ctrl+P")
    desk.shell.end()
    assert look(hall, wall_clock, the_case)[0] == "performed"
    assert len(pressed) <= 24, pressed


def test_a_full_written_case_with_three_instalments_and_confirmation(desk, hall, wall_clock):
    register(desk)
    saved(desk, "下一步")
    accept(desk)
    sit(desk, "达成协议", "制作协议")
    agree(desk, ("2026-11-15", "3000"), ("2026-12-15", "3000"), ("2027-01-15", "2600"), total="8600")
    sign(desk)
    desk.sees("2026年12月7日")
    ask_court(desk)
    act(desk, "登记法院处理结果", "结果")
    desk.fill("结果", "裁定确认有效")
    saved(desk, "登记一期履行")
    act(desk, "登记一期履行", "第几期")
    saved(desk, "部分履行")
    for _n in range(2):
        act(desk, "登记一期履行", "第几期")
        saved(desk)
    act(desk, "登记履行完毕")
    saved(desk)
    act(desk, "结案")
    saved(desk, "整理案卷")
    desk.shell.end()
    state, number, _ground, agreements = look(hall, wall_clock, the_case)
    assert (state, number, agreements) == ("closed", "(2026)和平人调字第1号", [(1, "written", "sealed")])


def test_one_refusal_ends_it(desk, hall, wall_clock):
    register(desk)
    saved(desk, "下一步")
    accept(desk)
    sit(desk, "一方拒绝调解", "终止", refuses=1, remedies=True, why="不愿调解")
    assert "制作协议" not in desk.page()
    desk.shell.end()
    state, _number, ground, agreements = look(hall, wall_clock, the_case)
    assert (state, ground, agreements) == ("terminated", "refused", [])


def test_failed_with_the_other_ways_told(desk, hall, wall_clock):
    register(desk)
    saved(desk, "下一步")
    accept(desk)
    act(desk, "记录调解", "调解记录")
    desk.fill("调解记录", TOLD)
    desk.fill("结果", "未达成协议")
    desk.fill("理由", "赔偿数额差距大")
    refused(desk, "仲裁")
    desk.tick("已告知当事人可以通过仲裁")
    saved(desk, "结束原因")
    act(desk, "结案")
    saved(desk, "整理案卷")
    desk.shell.end()
    state, _number, ground, _agreements = look(hall, wall_clock, the_case)
    assert (state, ground) == ("closed", "failed")


def test_withdrawn(desk, hall, wall_clock):
    register(desk)
    saved(desk, "下一步")
    act(desk, "撤回", "理由")
    refused(desk, "理由")
    desk.fill("理由", "双方已自行和解")
    saved(desk, "双方已自行和解")
    desk.shell.end()
    assert look(hall, wall_clock, the_case)[0] == "withdrawn"


def test_the_court_rejects_and_version_two_takes_its_place(desk, hall, wall_clock):
    register(desk)
    saved(desk, "下一步")
    accept(desk)
    sit(desk, "达成协议", "制作协议")
    agree(desk)
    sign(desk)
    ask_court(desk)
    act(desk, "登记法院处理结果", "结果")
    desk.fill("结果", "裁定驳回申请")
    refused(desk, "法院的理由")
    desk.fill("法院的理由", "内容不明确")
    saved(desk, "变更协议")
    act(desk, "变更协议", "理由")
    desk.fill("理由", "按法院意见写明修复标准")
    saved(desk, "制作协议")
    agree(desk)
    sign(desk)
    desk.shell.end()
    assert look(hall, wall_clock, the_case)[3] == [(1, "written", "replaced"), (2, "written", "sealed")]


def test_a_minor_has_a_guardian(desk, hall, wall_clock, copy):
    register(desk)
    desk.fill("出生日期", "2010-05-01", which=1)
    refused(desk, "法定代理人")
    desk.fill("法定代理人", "欧阳建", which=1)
    desk.fill("与当事人关系", "父亲", which=1)
    saved(desk, "下一步", "欧阳建")
    settle(desk)
    text = the_agreement(desk, copy)
    assert "法定代理人欧阳建" in text
    assert text.count("法定代理人(签名或按指印)") == 1
    desk.shell.end()
    assert look(hall, wall_clock, lambda uow: guardians(uow)) == {"龚桂兰": "", "欧阳䶮": "欧阳建"}


def guardians(uow):
    from sqlalchemy import select

    from plugins.mediation.models import Party

    return {one.name: one.guardian for one in uow.session.scalars(select(Party))}


def test_five_residents_against_a_company(desk, hall, wall_clock, copy):
    register(desk, "龚桂兰", "和平物业服务有限公司", 纠纷类型="物业纠纷")
    desk.fill("个人或单位", "单位", which=1)
    for place, name in enumerate(("单广志", "沈芳", "李强", "孙浩"), 2):
        desk.click("加一方当事人")
        party(desk, place, name)
        desk.fill("身份", "申请人", which=place)
    refused(desk, "法定代表人")
    desk.fill("统一社会信用代码", "91000000MA0000001X")
    desk.fill("法定代表人或负责人", "韩志伟")
    desk.fill("职务", "经理")
    saved(desk, "下一步", "和平物业")
    settle(desk, parties=6)
    text = the_agreement(desk, copy)
    for name in ("龚桂兰", "单广志", "沈芳", "李强", "孙浩", "和平物业服务有限公司", "韩志伟", "91000000MA0000001X"):
        assert name in text, name
    desk.shell.end()
    names = look(hall, wall_clock, guardians)
    assert len(names) == 6


def test_handed_over_by_the_police(desk, hall, wall_clock):
    register(desk, 案件来源="接受委托移送调解")
    refused(desk, "移送单位")
    desk.fill("移送单位", "和平派出所")
    desk.fill("移送文号", "和公调〔2026〕3号")
    saved(desk, "接受委托移送调解")
    accept(desk)
    sit(desk, "达成协议", "制作协议")
    agree(desk)
    sign(desk)
    desk.shell.end()
    assert look(hall, wall_clock, the_case)[0] == "performing"


def test_a_hazard_becomes_a_case_that_opens_at_once(desk, hall, wall_clock):
    command(desk, "登记隐患")
    desk.sees("带 * 的必须填写")
    desk.fill("走访发现", LEAK)
    desk.fill("类型", "邻里纠纷")
    desk.fill("当事人", "龚某、欧阳某")
    saved(desk, "隐患〔2026〕1号")
    act(desk, "转为调解案件", "申请事项")
    for which, name in enumerate(("龚桂兰", "欧阳䶮")):
        desk.fill("或姓名", name, which=which)
    desk.fill("申请事项", "修复防水层")
    saved(desk, "龚桂兰、欧阳䶮邻里纠纷", "不予受理")


def test_what_comes_back_keeps_its_number(desk, hall, wall_clock):
    register(desk)
    saved(desk, "下一步")
    accept(desk)
    sit(desk, "未达成协议", "结束原因", remedies=True, why="分歧较大")
    act(desk, "结案")
    saved(desk, "整理案卷")
    act(desk, "纠纷复发，另行登记", "本次纠纷情况")
    desk.fill("本次纠纷情况", "又漏水了")
    saved(desk, "原案件", "不予受理")
    act(desk, "受理", "人民调解员")
    desk.fill("人民调解员", "沈建国")
    saved(desk, "第1号之二")

"""The first start: back always works, nothing is done before the summary is agreed to, faults lead to their page."""

import pytest
from PySide6.QtCore import Qt

from desk.core.errors import EnvironmentFault, UserError
from desk.shell.app import Shell
from desk.shell.asker import RecordedAsker
from desk.shell.faults import FaultHook
from desk.shell.ports import Opening, PluginOffer

pytestmark = pytest.mark.gui

OFFER = [PluginOffer("mediation", "人民调解室", "从登记到协议。", (("mediation.case", "调解案件", "人调字"),)),
         PluginOffer("volunteer", "志愿服务", "", (("volunteer.team", "队伍", "志字"),)),
         PluginOffer("consultation", "议事协商")]


@pytest.fixture
def made():
    """What the wizard handed over, and what it is answered."""
    return {"answers": [], "raise": []}


@pytest.fixture
def shell(qapp, qtbot, desk, opening, made):
    def found(answers):
        made["answers"].append(answers)
        if made["raise"]:
            raise made["raise"].pop(0)

    def restored(file):
        made["answers"].append(file)
        if made["raise"]:
            raise made["raise"].pop(0)

    shell = Shell(Opening(opening.paths, lambda: desk, first_run=True, found=found, offer=lambda: OFFER, restored=restored),
                  FaultHook(), RecordedAsker())
    shell.begin()
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    qtbot.waitUntil(lambda: bool(shell.window.page.plugins.boxes))
    yield shell
    shell.end()
    shell.window.close()


@pytest.fixture
def wizard(shell):
    return shell.window.page


def forward(qtbot, wizard):
    qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)


def to_the_summary(qtbot, wizard):
    forward(qtbot, wizard)
    names = wizard.steps[1].fields
    names["community"].setText("和平社区")
    names["street"].setText("和平街道")
    for _page in range(4):
        forward(qtbot, wizard)
    account = wizard.steps[5].fields
    for name, text in {"name": "王秀英", "password": "four words", "again": "four words"}.items():
        account[name].setText(text)
    forward(qtbot, wizard)
    assert wizard.forward.text() == "开始建立"


def test_all_answers_arrive_as_one_plain_dict(shell, wizard, qtbot, made):
    to_the_summary(qtbot, wizard)
    assert made["answers"] == []
    assert not any(shell.opening.paths.data.glob("*"))
    shown = dict(wizard.summary.lines(wizard.answers))
    assert shown["大厅名称"] == "和平社区党群服务中心"
    assert shown["插件"] == "人民调解室、志愿服务、议事协商"
    assert "four words" not in "".join(shown.values())
    forward(qtbot, wizard)
    qtbot.waitUntil(lambda: shell.window.page is None)
    assert made["answers"] == [{
        "practice": False, "community": "和平社区", "street": "和平街道", "hall": "和平社区党群服务中心",
        "committee": "和平街道和平社区人民调解委员会", "plugins": ("mediation", "volunteer", "consultation"),
        "org_short": "和平", "words": {"mediation.case": ("人调字", 1), "volunteer.team": ("志字", 1)},
        "name": "王秀英", "login": "admin", "password": "four words"}]
    assert shell.window.sign_in.title.text() == "和平社区党群服务中心"
    assert shell.window.sign_in.login.text() == "admin"
    qtbot.waitUntil(lambda: shell.desk is not None)


def test_back_always_works_and_keeps_every_answer(shell, wizard, qtbot):
    to_the_summary(qtbot, wizard)
    for _page in range(6):
        qtbot.keyClick(shell.window, Qt.Key.Key_Escape)
    assert wizard.where.text() == "第 1 页，共 7 页"
    assert not wizard.back.isVisible()
    for _page in range(6):
        forward(qtbot, wizard)
    assert wizard.where.text() == "第 7 页，共 7 页"


def marked(wizard, field):
    """What stands under a field, "" when nothing is shown there."""
    mark = next(step.marks[field] for step in wizard.steps if field in getattr(step, "marks", {}))
    return mark.text() if mark.isVisible() else ""


def test_a_name_put_right_renews_what_was_suggested_from_it(wizard, qtbot):
    to_the_summary(qtbot, wizard)
    for _page in range(4):
        qtbot.mouseClick(wizard.back, Qt.MouseButton.LeftButton)
    wizard.steps[2].fields["committee"].setText("和平街道联合人民调解委员会")
    qtbot.mouseClick(wizard.back, Qt.MouseButton.LeftButton)
    wizard.steps[1].fields["community"].setText("翠湖社区")
    for _page in range(5):
        forward(qtbot, wizard)
    assert wizard.answers["hall"] == "翠湖社区党群服务中心"
    assert wizard.answers["org_short"] == "翠湖"
    assert wizard.answers["committee"] == "和平街道联合人民调解委员会"


def test_many_kinds_of_numbers_scroll_and_keep_their_height(wizard, qtbot):
    many = [PluginOffer("mediation", "调解", "", tuple((f"trial.{n}", f"第{n}种", "字") for n in range(30)))]
    wizard.numbers.offer(many)
    forward(qtbot, wizard)
    wizard.steps[1].fields["community"].setText("和平社区")
    for _page in range(3):
        forward(qtbot, wizard)
    fields = [wizard.numbers.rows[f"trial.{n}"][0] for n in range(30)]
    assert fields[0].isVisible()
    qtbot.waitUntil(lambda: min(field.height() for field in fields) >= fields[0].minimumSizeHint().height())
    fields[28].setFocus()
    qtbot.keyClick(fields[28], Qt.Key.Key_Tab)
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
    assert fields[29].hasFocus()
    assert not fields[29].visibleRegion().isEmpty()


def test_a_missing_or_differing_answer_is_said_and_stays_on_its_page(wizard, qtbot):
    forward(qtbot, wizard)
    forward(qtbot, wizard)
    assert marked(wizard, "community") == "请填写：社区"
    wizard.steps[1].fields["community"].setText("和平社区")
    for _page in range(4):
        forward(qtbot, wizard)
    account = wizard.steps[5].fields
    account["name"].setText("王秀英")
    account["password"].setText("short")
    account["again"].setText("short")
    forward(qtbot, wizard)
    assert "8" in marked(wizard, "password")
    account["password"].setText("long enough")
    forward(qtbot, wizard)
    assert marked(wizard, "again") == "两次输入的密码不一致，请再输一次。"
    assert not wizard.steps[5].marks["password"].isVisible()


def test_a_set_ticks_its_plugins_and_only_their_numbers_are_asked(wizard, qtbot):
    forward(qtbot, wizard)
    wizard.steps[1].fields["community"].setText("和平社区")
    forward(qtbot, wizard)
    forward(qtbot, wizard)
    titles = [button.text() for button, _ids in wizard.plugins.sets]
    assert titles == ["村或小型社区", "只用调解室"]
    wizard.plugins.sets[1][0].click()
    assert [plugin for plugin, box in wizard.plugins.boxes.items() if box.isChecked()] == ["mediation"]
    wizard.plugins.boxes["volunteer"].click()
    assert not any(button.isChecked() for button, _ids in wizard.plugins.sets)
    wizard.plugins.boxes["volunteer"].click()
    forward(qtbot, wizard)
    assert wizard.numbers.rows["mediation.case"][0].isVisible()
    assert not wizard.numbers.rows["volunteer.team"][0].isVisible()


def test_a_refused_answer_leads_to_its_page(wizard, qtbot, made):
    made["raise"] = [UserError("有遗漏", fields={"password": "此密码太容易猜到。"})]
    to_the_summary(qtbot, wizard)
    forward(qtbot, wizard)
    qtbot.waitUntil(lambda: marked(wizard, "password") == "此密码太容易猜到。")
    assert wizard.where.text() == "第 6 页，共 7 页"


def test_a_full_disk_keeps_the_answers_for_another_try(shell, wizard, qtbot, made):
    made["raise"] = [EnvironmentFault("磁盘已满。", advice="请腾出空间。")]
    to_the_summary(qtbot, wizard)
    forward(qtbot, wizard)
    qtbot.waitUntil(lambda: "磁盘已满" in wizard.trouble.text())
    forward(qtbot, wizard)
    qtbot.waitUntil(lambda: shell.window.page is None)
    assert made["answers"][0] == made["answers"][1]
    qtbot.waitUntil(lambda: shell.desk is not None)


def test_a_new_computer_gets_the_data_from_a_backup_and_starts_again(shell, wizard, made, qtbot, tmp_path):
    made["raise"] = [UserError("这个备份不完整。", todo="请换一个备份。")]
    shell.asker.answers = [str(tmp_path / "bad.deskbackup"), str(tmp_path / "good.deskbackup")]
    wizard.first.moved.setFocus()
    qtbot.keyClick(wizard.first.moved, Qt.Key.Key_Space)
    forward(qtbot, wizard)
    qtbot.waitUntil(lambda: "不完整" in wizard.trouble.text())
    assert not shell.restart_wanted
    forward(qtbot, wizard)
    qtbot.waitUntil(lambda: shell.restart_wanted)
    assert made["answers"] == [tmp_path / "bad.deskbackup", tmp_path / "good.deskbackup"]

"""Before the first window: the input method's door, Qt's own words in Chinese."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from desk.shell.environment import make_application, prepare_input_method


@pytest.mark.parametrize(("before", "platform", "after"), [
    ({"QT_IM_MODULE": "fcitx"}, "linux", {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
    ({"QT_IM_MODULE": "fcitx5"}, "linux", {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
    ({"QT_IM_MODULE": "fcitx", "DESK_KEEP_IM": "1"}, "linux", {"QT_IM_MODULE": "fcitx", "DESK_KEEP_IM": "1"}),
    ({"QT_IM_MODULE": "ibus"}, "linux", {"QT_IM_MODULE": "ibus"}),
    ({}, "linux", {}),
    ({"QT_IM_MODULE": "fcitx"}, "win32", {"QT_IM_MODULE": "fcitx"})])
def test_fcitx_is_reached_by_the_ibus_door(before, platform, after):
    prepare_input_method(before, platform)
    assert before == after


@pytest.mark.gui
def test_qt_speaks_chinese(qapp):
    make_application(["desk"], appearance="light")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "取消"

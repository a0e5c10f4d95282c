"""F1 lists every key there is, those of the quick actions too."""

import pytest
from PySide6.QtWidgets import QLabel

from desk.shell.commands import Command
from desk.shell.keys_sheet import KEYS, KeysSheet

pytestmark = pytest.mark.gui


def test_the_keys_of_every_page_and_of_what_may_be_begun_are_listed(qtbot):
    sheet = KeysSheet(None, [Command("登记居民", "people.form", shortcut="Ctrl+Shift+N"), Command("登记议题", "topics.form")])
    qtbot.addWidget(sheet)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert said[said.index("Ctrl+Shift+N") + 1] == "登记居民"
    assert "Ctrl+F" in said
    assert "登记议题" not in said  # it has no key
    assert len(said) == 2 * (len(KEYS) + 1)

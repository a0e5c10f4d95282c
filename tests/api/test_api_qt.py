"""A declared list becomes a page; `make_context` stands in for the desk, and `qtbot` clicks."""

import pytest
from PySide6.QtWidgets import QLabel

from desk.api.db import Page
from desk.api.pages import Column, ListSpec
from desk.api.qt import make_page
from desk.testing.shell import make_context

pytestmark = pytest.mark.gui
LAMPS = ListSpec("example.list", "路灯", "example.lamp", (Column("title", "名称", 200),),
                 lambda _uow, _request: Page([]), lambda _uow, _request: 0, lambda _uow: "今天没有报修。", empty="没有路灯。")


def test_an_empty_list_says_so(qtbot, tmp_path):
    page = make_page(make_context(tmp_path), LAMPS)
    qtbot.addWidget(page)
    page.show()
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("没有路灯。" in text for text in words)

"""Listing widgets while pages that were put away wait for Python's collector."""

import gc

import pytest
from PySide6.QtWidgets import QApplication, QDateEdit, QWidget

from desk.shell.living import listed

pytestmark = pytest.mark.gui


def test_pages_that_wait_for_the_collector_do_not_break_the_list(qapp):
    """Changing the look made the list, the collector woke in the midst of it, and the process was gone."""
    before = gc.get_threshold()
    gc.collect()
    gc.disable()
    for _page in range(20):
        page = QWidget()
        page.parts = [QDateEdit(page) for _part in range(5)]
        page.itself = page
    del page
    gc.set_threshold(gc.get_count()[0] + 60, 1, 1)
    gc.enable()
    try:
        found = listed(QApplication.allWidgets)
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)
    assert all(isinstance(one.objectName(), str) for one in found)

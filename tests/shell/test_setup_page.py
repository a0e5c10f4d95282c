"""The set-up file by clicks: written in one hall, looked at line by line and taken over in another, with its plugin."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk.core.actor import Actor, system_actor
from desk.core.paths import DeskPaths
from desk.core.settings.service import change_settings, enabled_plugins, get_setting
from desk.host.install_checks import look_at
from desk.host.install_verbs import install_plugin
from desk.host.package import pack
from desk.running import open_desk
from desk.seat import DeskForWindow, UnitsBackend
from desk.shell.asker import RecordedAsker
from desk.shell.context import ChangeHub, HouseContext, Seat
from desk.shell.drafts import DraftStore
from desk.shell.jobs import ImmediateJobs
from desk.shell.setup_page import SetupPage
from desk.testing.shell import RecordingNavigator

pytestmark = pytest.mark.gui
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ME = Actor("周慧", community_id=1, user_id=1, all_rights=True)


@pytest.fixture
def hall(sqlite_template, tmp_path, monkeypatch, qtbot):
    """`hall("here")`: (its set-up page, its running desk), on data of its own."""
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    open_desks = []

    def make(name):
        paths = DeskPaths(tmp_path / name)
        paths.data.mkdir()
        shutil.copyfile(sqlite_template, paths.database)
        desk = open_desk(paths)
        open_desks.append(desk)
        window = DeskForWindow(desk)
        seat = Seat(actor=ME, clock=desk.clock, jobs=ImmediateJobs(UnitsBackend(desk, ME)), asker=RecordedAsker(),
                    drafts=DraftStore(tmp_path / "drafts", tmp_path / "keys", user_id=1), settings={},
                    navigator=RecordingNavigator(), hub=ChangeHub(), desk=window)
        page = SetupPage(HouseContext(seat))
        qtbot.addWidget(page)
        page.show()
        return page, desk

    yield make
    for desk in open_desks:
        desk.close()


def click(qtbot, page, button, *answers):
    page.ctx.asker.answers = list(answers)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.ctx.asker.answers == []


def lines(page):
    return "\n".join(label.text() for label in page.preview.findChildren(QLabel))


def furnish(desk, tmp_path):
    """A plugin from a stick, switched on, and a setting of the hall's own."""
    file = pack(EXAMPLES / "reading", tmp_path)
    places = DeskForWindow(desk).plugin_places()
    with desk.factory.writing(system_actor()) as uow:
        install_plugin(uow, places, file, look_at(file, places).package.sha256, True)
        change_settings(uow, {"desk.files.limit_mb": 50, "desk.enabled_plugins": ["reading"]})


def test_written_here_and_taken_over_there(hall, qtbot, tmp_path):
    here, desk = hall("here")
    furnish(desk, tmp_path)
    file = tmp_path / "street.desksetup"
    click(qtbot, here, here.write, file)
    assert file.is_file()
    there, other = hall("there")
    assert not there.preview.isVisible()
    click(qtbot, there, there.choose, file)
    assert there.preview.isVisible()
    told = lines(there)
    for words in ("图书阅览室", "未签名", "desk.files.limit_mb", "50"):
        assert words in told
    click(qtbot, there, there.take, False)
    with other.factory.reading(system_actor()) as uow:
        assert (enabled_plugins(uow), get_setting(uow, "desk.files.limit_mb")) == (set(), None)
    click(qtbot, there, there.take, True)
    assert not there.preview.isVisible()
    with other.factory.reading(system_actor()) as uow:
        assert (enabled_plugins(uow), get_setting(uow, "desk.files.limit_mb")) == ({"reading"}, 50)
    assert "reading" in {one.id for one in DeskForWindow(other).plugin_places().found()}
    click(qtbot, there, there.choose, file)
    assert not there.take.isEnabled()  # nothing is left to be taken over


def test_a_file_that_is_none_is_refused_in_words_and_the_page_goes_on(hall, qtbot, tmp_path):
    page, _desk = hall("here")
    file = tmp_path / "letter.desksetup"
    file.write_text("Dear hall", "utf-8")
    faults = []
    page.ctx.jobs.faulted.connect(faults.append)
    click(qtbot, page, page.choose, file)
    assert len(faults) == 1
    assert not page.preview.isVisible()
    assert page.choose.isEnabled()


def test_turning_back_from_the_file_window_changes_nothing(hall, qtbot):
    page, _desk = hall("here")
    click(qtbot, page, page.choose, None)
    click(qtbot, page, page.write, None)
    assert not page.preview.isVisible()

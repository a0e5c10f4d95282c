"""The house's own contributions: every page they name opens, every action leads somewhere."""

import inspect

import pytest

from desk.host.pages import FormSpec
from desk.shell import builtin
from desk.shell.kit import icons
from desk.testing.shell import FakeDesk


def test_every_view_is_there_and_every_action_leads_to_one():
    entries = {entry.id: entry for entry in builtin.desk_nav_entries()}
    desk = FakeDesk()
    for entry in entries.values():
        view = desk.resolve("desk", entry.view)
        assert inspect.isclass(view) or isinstance(view, FormSpec), entry.id
        assert icons.has_icon(entry.icon), entry.icon
    assert {action.entry for action in builtin.desk_actions()} <= set(entries)


def test_unsure_settings_name_their_source():
    for setting in builtin.desk_settings():
        assert setting.source or not setting.unsure


@pytest.mark.gui
def test_its_pages_open_in_the_frame_and_nothing_flashes_as_a_window(shown, at_work, qtbot):
    for entry in at_work.window.frame.pages.places():
        at_work.window.frame.pages.open(entry.entry_id)
        assert type(at_work.window.frame.pages.current).__name__ != "BrokenPage", entry.entry_id
        qtbot.waitUntil(lambda: at_work.jobs.idle)
    assert shown.windows == ["MainWindow "]


@pytest.fixture
def entries():
    return builtin.desk_nav_entries()


@pytest.fixture
def desk(entries, clock):
    return FakeDesk(entries, actions=builtin.desk_actions(), settings=builtin.desk_settings(), clock=clock)

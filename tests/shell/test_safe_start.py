"""A start without plugins is offered after an unclean end, and only then."""

from desk.core.paths import DeskPaths
from desk.host.starting import RunMark
from desk.shell.asker import RecordedAsker
from desk.shell.ports import Opening
from desk.shell.safe_start import offer_start_without_plugins


def offered(tmp_path, qapp, answers, *, unclean):
    done = []
    opening = Opening(DeskPaths(tmp_path), load=lambda: None, unclean=unclean, without_plugins=lambda: done.append(True))
    asker = RecordedAsker(answers)
    offer_start_without_plugins(opening, asker)
    return done, asker.asked


def test_after_an_unclean_end_it_is_offered(tmp_path, qapp):
    assert offered(tmp_path, qapp, [True], unclean=True)[0] == [True]
    assert offered(tmp_path, qapp, [False], unclean=True)[0] == []


def test_the_plugin_that_let_the_window_stand_still_is_named(tmp_path, qapp):
    mark = RunMark(tmp_path / "running", tmp_path / "desk.lock")
    mark.begin()
    mark.note("失物招领")
    assert mark.left_behind()
    opening = Opening(DeskPaths(tmp_path), load=lambda: None, unclean=True, hung=mark.named(), without_plugins=lambda: None)
    asker = RecordedAsker([False])
    offer_start_without_plugins(opening, asker)
    assert "失物招领" in str(asker.asked)


def test_after_a_clean_one_nobody_is_asked(tmp_path, qapp):
    assert offered(tmp_path, qapp, [], unclean=False) == ([], [])

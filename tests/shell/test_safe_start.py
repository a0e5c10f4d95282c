"""A start without plugins is offered after an unclean end, and only then."""

from desk.core.paths import DeskPaths
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


def test_after_a_clean_one_nobody_is_asked(tmp_path, qapp):
    assert offered(tmp_path, qapp, [], unclean=False) == ([], [])

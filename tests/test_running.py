"""An open data folder with its plugins, on the data file and on a server: same steps, same words."""

import pytest

from desk.core.clock import FixedClock
from desk.core.config import write_config
from desk.core.errors import EnvironmentFault, UserError
from desk.core.paths import BUNDLED_PLUGINS, DeskPaths
from desk.core.setup import HallDraft, make_hall, make_hall_on_server
from desk.core.staff.passwords import Strength
from desk.host.discovery import discover
from desk.host.states import State
from desk.running import grants_of, lineages_of, open_desk
from desk.seat import DeskForWindow

FOUND = discover(BUNDLED_PLUGINS)
DRAFT = HallDraft("和平社区", committee="和平社区人民调解委员会", org_short="和平", login="zhou", name="周慧",
                  password="correct horse", plugins=("mediation",), grants=grants_of(FOUND, ("mediation",)),
                  strength=Strength(1024, 1))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def hall(request, tmp_path):
    """A hall on a data file, and one on a server whose database is empty."""
    paths = DeskPaths(tmp_path / "data")
    if request.param == "sqlite":
        make_hall(paths, DRAFT, lineages_of(FOUND), FixedClock())
    else:
        url = request.getfixturevalue("empty_server_database")()
        make_hall_on_server(url, DRAFT, lineages_of(FOUND), FixedClock())
        paths.data.mkdir()
        write_config(paths.config, server=url)
    return paths


def test_a_hall_opens_with_its_plugin_running_and_its_administrator_may_use_it(hall):
    desk = open_desk(hall, clock=FixedClock())
    try:
        assert desk.host.record("mediation").state is State.RUNNING
        window = DeskForWindow(desk)
        actor = window.sign_in("zhou", "correct horse").actor
        assert actor.may("mediation.case.write")
        assert window.status().plugins_on == 1
        with window.backend(actor).reading() as uow:
            assert window.search(uow, "甲") == []
    finally:
        desk.close()


def test_safe_mode_runs_no_plugin(hall):
    desk = open_desk(hall, clock=FixedClock(), safe_mode=True)
    assert desk.host.record("mediation").state is not State.RUNNING
    assert "mediation.disputes" not in desk.contributions.nav
    desk.close()


def test_a_second_program_on_the_data_file_is_refused_in_words(tmp_path):
    paths = DeskPaths(tmp_path / "data")
    make_hall(paths, DRAFT, lineages_of(FOUND), FixedClock())
    desk = open_desk(paths, clock=FixedClock())
    with pytest.raises(EnvironmentFault):
        open_desk(paths, clock=FixedClock())
    desk.close()
    open_desk(paths, clock=FixedClock()).close()


def test_a_server_that_does_not_answer_is_told_in_words(tmp_path):
    paths = DeskPaths(tmp_path)
    write_config(paths.config, server="postgresql://nobody@127.0.0.1:9/desk?connect_timeout=2")
    with pytest.raises(EnvironmentFault) as told:
        open_desk(paths, clock=FixedClock())
    assert told.value.advice


def test_a_folder_without_a_hall_says_what_to_do(tmp_path):
    with pytest.raises(UserError, match="desk init"):
        open_desk(DeskPaths(tmp_path), clock=FixedClock())

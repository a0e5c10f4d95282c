"""An open data folder with its plugins, on the data file and on a server: same steps, same words."""

import pytest
from sqlalchemy import select

from desk.bootstrap import make_opening
from desk.core.actor import Actor, operator
from desk.core.audit.model import AuditEntry
from desk.core.backup.archive import list_backups, make_backup
from desk.core.backup.wish import wish_restore
from desk.core.clock import FixedClock
from desk.core.config import write_config
from desk.core.db.community import Community
from desk.core.errors import EnvironmentFault, NotAllowed, UserError
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


@pytest.fixture
def backed_up(tmp_path):
    """A hall with a backup, renamed since; (paths, backup)."""
    paths = DeskPaths(tmp_path / "data")
    make_hall(paths, DRAFT, lineages_of(FOUND), FixedClock())
    made = make_backup(paths.database, paths.backups, "manual", FixedClock())
    called(paths, "改过的名字")
    return paths, made.path


def called(paths, name=None):
    """What the community is called; `name` changes it."""
    desk = open_desk(paths, clock=FixedClock())
    try:
        with desk.factory.writing(operator("tests")) as uow:
            community = uow.session.scalars(select(Community)).one()
            if name:
                community.name = name
            return community.name
    finally:
        desk.close()


def test_a_restore_asked_for_in_the_window_is_carried_out_at_the_next_start_and_only_then(backed_up):
    paths, backup = backed_up
    desk = open_desk(paths, clock=FixedClock())
    window = DeskForWindow(desk)
    actor = window.sign_in("zhou", "correct horse").actor
    assert window.rehearse_restore(actor, backup) > 0
    window.wish_restore(actor, backup)
    desk.close()
    assert called(paths) == "和平社区"
    assert called(paths) == "和平社区"  # once
    assert [one.manifest.reason for one in list_backups(paths.backups)].count("before-restore") == 1
    desk = open_desk(paths, clock=FixedClock())
    try:
        with desk.factory.reading(operator("tests")) as uow:
            assert uow.session.scalars(select(AuditEntry.actor).where(AuditEntry.action == "backup.restore")).all() == ["周慧"]
    finally:
        desk.close()


def test_a_wish_that_cannot_be_fulfilled_is_told_once_and_changes_nothing(backed_up):
    paths, backup = backed_up
    wish_restore(paths, backup, "周慧")
    backup.write_bytes(backup.read_bytes()[:-2000])
    with pytest.raises((UserError, EnvironmentFault)):
        open_desk(paths, clock=FixedClock())
    assert called(paths) == "改过的名字"


def test_half_a_note_is_no_wish(backed_up):
    paths, _backup = backed_up
    (paths.data / "restore-wanted.json").write_text('{"backup": "', "utf-8")
    assert called(paths) == "改过的名字"
    assert not (paths.data / "restore-wanted.json").exists()


def test_who_may_not_restore_is_refused(backed_up):
    paths, backup = backed_up
    desk = open_desk(paths, clock=FixedClock())
    try:
        with pytest.raises(NotAllowed):
            DeskForWindow(desk).wish_restore(Actor("何苗", community_id=1, user_id=9), backup)
    finally:
        desk.close()


def test_a_new_computer_takes_another_ones_backup_and_calls_the_hall_by_its_name(backed_up, tmp_path):
    _paths, backup = backed_up
    opening = make_opening(DeskPaths(tmp_path / "new"), clock=FixedClock())
    assert opening.first_run
    opening.restored(backup)
    again = make_opening(DeskPaths(tmp_path / "new"), clock=FixedClock())
    assert (again.first_run, again.hall) == (False, "和平社区")

"""Tables before code: who is missing, held back or failed, on a real data file."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from desk.core.db.headcheck import applied
from desk.core.db.lineage import core_lineage
from desk.core.db.migrate import migrate_file
from desk.host.preparing import lineages, migrate_all, preflight
from desk.host.states import State


@pytest.fixture
def data_file(sqlite_template: Path, tmp_path: Path) -> Path:
    shutil.copyfile(sqlite_template, tmp_path / "desk.db")
    return tmp_path / "desk.db"


def tables(path: Path, prefix: str) -> list[str]:
    from desk.core.db import sqlite
    connection = sqlite.connect(path)
    try:
        return [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, ?) = ?", (len(prefix), prefix))]
    finally:
        connection.close()


def test_a_plugins_tables_come_with_its_own_version_table(zoo, data_file):
    host = zoo("good")
    assert [one.label for one in lineages(host.manifests(State.READY))] == ["core", "good"]
    assert migrate_all(host, partial(migrate_file, data_file)) == ["good"]
    assert applied(data_file)["good"] == "good_0001"
    assert tables(data_file, "good_") == ["good_note"]
    assert migrate_all(host, partial(migrate_file, data_file)) == []


def test_one_failing_migration_fails_one_plugin_and_leaves_nothing(zoo, data_file, expect_log):
    expect_log("plugin set aside: failingmigration: migration")
    host = zoo("failingmigration", "good")
    assert migrate_all(host, partial(migrate_file, data_file)) == ["good"]
    assert host.record("failingmigration").state is State.FAILED
    assert tables(data_file, "failingmigration") == []
    assert applied(data_file)["good"] == "good_0001"
    assert "failingmigration" not in applied(data_file)
    host.load()
    assert host.record("good").state is State.READY


def test_tables_without_a_folder_are_missing(zoo, data_file):
    migrate_all(zoo("good"), partial(migrate_file, data_file))
    host = zoo("brokenview")
    preflight(host, applied(data_file))
    assert host.record("good").state is State.MISSING
    assert "归档" in host.record("good").sentence
    assert host.record("brokenview").state is State.READY
    assert tables(data_file, "good_") == ["good_note"]


def test_a_plugin_that_is_off_keeps_its_tables_and_is_not_missing(zoo, data_file):
    migrate_all(zoo("good"), partial(migrate_file, data_file))
    host = zoo("good", off=("good",))
    preflight(host, applied(data_file))
    assert host.record("good").state is State.DISABLED
    assert migrate_all(host, partial(migrate_file, data_file)) == []
    assert tables(data_file, "good_") == ["good_note"]


def test_a_plugin_that_needs_a_later_core_is_held_back(zoo, data_file):
    host = zoo("needscore")
    preflight(host, applied(data_file))
    assert host.record("needscore").state is State.BLOCKED
    assert "core_9999" in host.record("needscore").sentence


def test_tables_newer_than_the_plugin_hold_it_back_and_its_dependants(zoo):
    host = zoo("good", "needsgood")
    preflight(host, {"core": core_lineage().head(), "good": "good_0009"})
    assert host.record("good").state is State.BLOCKED
    assert "good_0009" in host.record("good").sentence
    assert host.record("needsgood").state is State.BLOCKED


@pytest.mark.postgres
def test_on_a_server_too_one_failing_migration_fails_one_plugin(zoo, postgres_server, expect_log):
    from sqlalchemy import text

    from desk.core.db.engine import open_database
    from desk.core.db.migrate import migrate_server
    from desk.core.db.server_answers import ServerAnswers

    expect_log("plugin set aside: failingmigration: migration")
    url = postgres_server()
    host = zoo("failingmigration", "good")
    assert migrate_all(host, partial(migrate_server, url)) == ["good"]
    assert host.record("failingmigration").state is State.FAILED
    database = open_database(url)
    try:
        with database.engine.connect() as connection:
            assert ServerAnswers(connection).applied()["good"] == "good_0001"
            assert "failingmigration" not in ServerAnswers(connection).applied()
            assert connection.execute(text("SELECT to_regclass('failingmigration_thing')")).scalar() is None
            connection.rollback()
    finally:
        database.close()

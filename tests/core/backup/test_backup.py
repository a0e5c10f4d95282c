"""Backups: whole or not there, thinned out by age, and restorable."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from desk.core.backup.archive import Backup, Manifest, list_backups, make_backup, read_manifest
from desk.core.backup.keeping import to_drop
from desk.core.backup.restore import rehearse, restore_backup
from desk.core.clock import FixedClock
from desk.core.db.engine import open_database
from desk.core.db.uow import UnitOfWorkFactory
from desk.core.errors import UserError
from desk.core.paths import DeskPaths
from desk.core.settings.model import Setting
from desk.core.settings.service import get_setting
from desk.testing.database import lineages


@pytest.fixture
def paths(sqlite_database):
    return DeskPaths(sqlite_database.path.parent)


@pytest.fixture
def store(sqlite_database, clock, actor):
    factory = UnitOfWorkFactory(sqlite_database, clock)

    def put(value):
        with factory.writing(actor) as uow:
            uow.add(Setting(key=f"k{value}", value=value))
    return put


def stored(paths, actor, key):
    database = open_database(paths.database)
    with UnitOfWorkFactory(database, FixedClock()).reading(actor) as uow:
        found = get_setting(uow, key)
    database.close()
    return found


def test_a_restored_backup_brings_the_data_back(paths, store, sqlite_database, clock, actor):
    store(1)
    made = make_backup(paths.database, paths.backups, "test", clock)
    store(2)
    sqlite_database.close()
    before = restore_backup(paths, made.path, lineages(), clock)
    assert stored(paths, actor, "k1") == 1
    assert stored(paths, actor, "k2") is None
    restore_backup(paths, before.path, lineages(), clock)
    assert stored(paths, actor, "k2") == 2


def test_unchanged_data_makes_no_new_backup(paths, store, clock):
    store(1)
    assert make_backup(paths.database, paths.backups, "timer", clock, skip_unchanged=True)
    clock.advance(minutes=30)
    assert make_backup(paths.database, paths.backups, "timer", clock, skip_unchanged=True) is None
    store(2)
    assert make_backup(paths.database, paths.backups, "timer", clock, skip_unchanged=True)


def test_a_rehearsal_counts_the_rows_and_touches_nothing(paths, store, clock):
    store(1)
    made = make_backup(paths.database, paths.backups, "test", clock)
    assert rehearse(made.path, lineages(), paths.backups)["core_setting"] == 1


def test_damaged_backups_are_never_restored_silently(paths, store, clock):
    store(1)
    made = make_backup(paths.database, paths.backups, "test", clock)
    whole, dice, refused = made.path.read_bytes(), random.Random(7), 0
    for _trial in range(60):
        broken = bytearray(whole)
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        made.path.write_bytes(bytes(broken))
        try:
            same = read_manifest(made.path, whole=True).sha256 == made.manifest.sha256
        except UserError:
            refused += 1
        else:
            assert same, "a changed data file passed"
    assert refused > 40


def test_a_file_that_is_no_backup_is_told_in_words(paths):
    paths.backups.mkdir()
    (paths.backups / "x.deskbackup").write_text("hello")
    with pytest.raises(UserError):
        restore_backup(paths, paths.backups / "x.deskbackup", lineages(), FixedClock())
    assert list_backups(paths.backups) == []


def test_old_backups_thin_out_to_days_weeks_and_months(tmp_path):
    start = datetime(2026, 11, 5, 4, tzinfo=UTC)
    backups = [Backup(tmp_path / str(n), Manifest((start - timedelta(hours=12 * n)).isoformat(), "", "", "", {}, {}, ""), 0)
               for n in range(900)]
    dropped = {backup.path for backup in to_drop(backups)}
    kept = [backup for backup in backups if backup.path not in dropped]
    assert len({backup.made_at.strftime("%Y-%m") for backup in kept}) == 12
    assert 20 <= len(kept) <= 33
    assert kept[:10] == backups[:10]

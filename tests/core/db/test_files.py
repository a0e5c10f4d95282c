"""The SQLite file: settings read back, migration on a copy, copies, locks and places."""

import hashlib
import subprocess
import sys

import pytest
from sqlalchemy import text

from desk.core.db import copying, sqlite
from desk.core.db.engine import open_database
from desk.core.db.headcheck import applied, compare
from desk.core.db.lineage import Lineage, core_lineage
from desk.core.db.lock import ProgramLock
from desk.core.db.migrate import migrate_file
from desk.core.db.place import check_place
from desk.core.errors import EnvironmentFault

FAILING = '''
import sqlalchemy as sa
from alembic import op
revision = "zoo_0001"
down_revision = None
branch_labels = ("zoo",)
depends_on = None

def upgrade():
    op.create_table("zoo_half", sa.Column("id", sa.Integer(), primary_key=True))
    raise RuntimeError("half-way")

def downgrade():
    op.drop_table("zoo_half")
'''


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_connection_reads_its_settings_back(tmp_path):
    connection = sqlite.connect(tmp_path / "a.db")
    for name, (_value, wanted) in sqlite.PRAGMAS.items():
        assert connection.execute(f"PRAGMA {name}").fetchone()[0] == wanted, name
    connection.close()


def test_a_new_file_is_made_whole_and_a_second_run_does_nothing(tmp_path):
    path = tmp_path / "desk.db"
    assert migrate_file(path, [core_lineage()]) == ["core"]
    assert migrate_file(path, [core_lineage()]) == []
    assert applied(path)["core"] == core_lineage().head()


def test_a_failing_migration_leaves_the_file_as_it_was(tmp_path):
    path, versions = tmp_path / "desk.db", tmp_path / "versions"
    versions.mkdir()
    migrate_file(path, [core_lineage()])
    before = digest(path)
    (versions / "zoo_0001_half.py").write_text(FAILING, "utf-8")
    with pytest.raises(RuntimeError, match="half-way"):
        migrate_file(path, [core_lineage(), Lineage("zoo", versions)])
    assert digest(path) == before
    assert not path.with_suffix(".migrating").exists()


def test_a_newer_file_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "desk.db"
    migrate_file(path, [core_lineage()])
    connection = sqlite.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'core_9999'")
    connection.close()
    before = digest(path)
    with pytest.raises(EnvironmentFault, match="core_9999"):
        compare(applied(path), [core_lineage()])
    assert digest(path) == before


def test_a_damaged_file_is_told_in_words(tmp_path):
    path = tmp_path / "desk.db"
    path.write_bytes(b"this is not a database at all" * 200)
    with pytest.raises(EnvironmentFault) as told:
        sqlite.connect(path)
    assert told.value.advice


def test_a_live_file_is_copied_whole(tmp_path):
    database = open_database(tmp_path / "a.db")
    with database.writer.begin() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
        connection.execute(text("INSERT INTO t VALUES (1), (2)"))
    with database.writer.begin() as open_write:
        open_write.execute(text("INSERT INTO t VALUES (3)"))
        copying.copy_database(tmp_path / "a.db", tmp_path / "b.db")
    database.close()
    copying.check_database(tmp_path / "b.db")
    copy = sqlite.connect(tmp_path / "b.db")
    assert copy.execute("SELECT count(*) FROM t").fetchone()[0] == 2
    copy.close()


def test_a_second_program_is_refused_and_a_crash_leaves_no_stale_lock(tmp_path):
    path = tmp_path / "desk.lock"
    script = ("import sys, os; from pathlib import Path; from desk.core.db.lock import ProgramLock;"
              "held = ProgramLock(Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read(1); os._exit(9)")
    other = subprocess.Popen([sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout.readline().strip() == b"held"
    with pytest.raises(EnvironmentFault):
        ProgramLock(path).acquire()
    other.communicate(b"x")
    with ProgramLock(path):
        pass


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_share_is_refused(tmp_path, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path} {kind} rw 0 0\n")
    with pytest.raises(EnvironmentFault):
        check_place(tmp_path / "data", mounts=mounts)


def test_a_synced_folder_is_refused_and_an_ordinary_one_is_not(tmp_path):
    check_place(tmp_path / "data")
    with pytest.raises(EnvironmentFault):
        check_place(tmp_path / "OneDrive" / "data")


def test_a_small_file_is_replaced_whole(tmp_path):
    copying.write_safely(tmp_path / "a" / "b.json", b"1")
    copying.write_safely(tmp_path / "a" / "b.json", b"22")
    assert (tmp_path / "a" / "b.json").read_bytes() == b"22"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.json"]

"""Bad input by the command line: each time a clear sentence, and the data file says afterwards what it said before."""

import json
import resource
import subprocess
import sys

import pytest

from desk.cli import main
from desk.core.db import sqlite
from desk.core.db.copying import check_database
from desk.core.exchange.reading import read_tables

HEAD = "姓名,身份证号,性别,联系电话,住址\n"
WIDE = "\ue123"


def rows(path):
    """Persons in the file, read by SQLite itself."""
    connection = sqlite.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM core_person").fetchone()[0]
    finally:
        connection.close()


def bring_in(hall, tmp_path, text, name="名单.csv", *more, encoding="utf-8"):
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return main(["--data", str(hall.data), "import", "people", str(file), *more])


@pytest.mark.parametrize(("text", "name"), [
    (b"%PDF-1.7 not a list", "名单.xlsx"), (b"", "名单.csv"), (b"<html><table></table></html>", "名单.xls"),
    (b"PK\x03\x04 cut off", "名单.xlsx"), ("数量,金额\n1,2\n".encode(), "名单.csv"),
])
def test_a_file_that_is_no_list_is_told_and_nothing_is_written(hall, tmp_path, capsys, text, name):
    assert bring_in(hall, tmp_path, text, name) == 1
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said
    assert rows(hall.database) == 0


@pytest.mark.parametrize(("line", "word"), [
    ("甲明,4.20106E+17,男,13800000001,和平里1号", "身份证"),
    (f"甲{WIDE},,男,13800000001,和平里1号", "自造字"),
    ("甲明,329912209001010017,男,13800000001,和平里1号", "晚于"),
])
def test_a_ruined_cell_is_refused_with_its_reason_and_the_others_are_taken(hall, tmp_path, capsys, line, word):
    good = "乙芳,,女,13800000002,和平里2号\n"
    assert bring_in(hall, tmp_path, HEAD + line + "\n" + good) == 1
    said = capsys.readouterr().out
    assert word in said or "第 2 行" in said
    assert rows(hall.database) == 1


def test_rejected_rows_are_kept_as_a_file_with_their_reasons(hall, tmp_path):
    kept = tmp_path / "退回.xlsx"
    assert bring_in(hall, tmp_path, HEAD + "甲明,4.20106E+17,男,13800000001,和平里1号\n乙芳,,女,13800000002,和平里2号\n",
                    "名单.csv", "--rejected", str(kept)) == 1
    (table,) = read_tables(kept)
    told = [row for row in table.rows if "甲明" in row]
    assert len(told) == 1
    assert any("身份证" in str(cell) for cell in told[0])
    assert rows(hall.database) == 1


def test_markup_in_a_name_stays_text(hall, tmp_path):
    bring_in(hall, tmp_path, HEAD + "<b>甲</b>,,男,13800000001,和平里1号\n")
    connection = sqlite.connect(hall.database)
    names = [row[0] for row in connection.execute("SELECT name FROM core_person")]
    connection.close()
    assert names in ([], ["<b>甲</b>"])


def test_a_full_disk_is_told_and_leaves_the_data_whole(hall, tmp_path):
    lines = "".join(f"甲{chr(0x4e00 + n % 5000)},,男,138{n:08d},和平里{n}号\n" for n in range(12_000))
    (tmp_path / "名单.csv").write_text(HEAD + lines, "utf-8")
    limit = hall.database.stat().st_size + 200_000
    command = [sys.executable, "-m", "desk", "--data", str(hall.data), "import", "people", str(tmp_path / "名单.csv")]
    done = subprocess.run(command, capture_output=True, check=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == 3, done.stderr.decode()
    assert done.stderr.decode().strip()
    assert "Traceback" not in done.stderr.decode()
    check_database(hall.database)
    assert rows(hall.database) == 0


def test_a_disk_that_is_full_when_a_plugin_is_to_be_migrated_is_no_mistake_of_the_plugin(hall):
    connection = sqlite.connect(hall.database)
    connection.execute("UPDATE alembic_version_mediation SET version_num = 'mediation_0001'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    limit = hall.database.stat().st_size // 2
    command = [sys.executable, "-m", "desk", "--data", str(hall.data), "--json", "plugin", "list"]
    done = subprocess.run(command, capture_output=True, check=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    states = {line["id"]: line for line in map(json.loads, done.stdout.decode().splitlines())}
    assert states["mediation"]["state"] == "blocked"
    assert "磁盘已满" in states["mediation"]["message"]
    assert states["volunteer"]["state"] == "running"
    assert "Traceback" not in done.stderr.decode()
    connection = sqlite.connect(hall.database)
    assert connection.execute("SELECT version_num FROM alembic_version_mediation").fetchone() == ("mediation_0001",)
    connection.close()
    assert not any(hall.backups.glob("*"))


def test_a_disk_that_can_only_be_read_is_told_with_the_place(hall, tmp_path, capsys):
    (tmp_path / "名单.csv").write_text(HEAD + "乙芳,,女,13800000002,和平里2号\n", "utf-8")
    blocked = tmp_path / "退回"
    blocked.mkdir()
    assert main(["--data", str(hall.data), "export", "people", str(blocked)]) in (1, 3)
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


def test_a_damaged_data_file_is_told_and_kept(hall, capsys):
    content = bytearray(hall.database.read_bytes())
    content[0:64] = b"\xff" * 64
    hall.database.write_bytes(bytes(content))
    assert main(["--data", str(hall.data), "plugin", "list"]) == 3
    assert "desk.db" in capsys.readouterr().err
    assert hall.database.read_bytes() == bytes(content)


def test_a_newer_data_file_is_told_and_not_touched(hall, capsys):
    connection = sqlite.connect(hall.database)
    connection.execute("UPDATE alembic_version SET version_num = 'core_9999'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = hall.database.read_bytes()
    assert main(["--data", str(hall.data), "plugin", "list"]) == 3
    assert "core_9999" in capsys.readouterr().err
    assert hall.database.read_bytes() == before


def test_a_number_that_two_people_have_is_named(hall, tmp_path, capsys):
    number = "329912198603070025"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    number = number[:17] + "10X98765432"[sum(int(d) * w for d, w in zip(number, weights, strict=False)) % 11]
    bring_in(hall, tmp_path, HEAD + f"甲芳,{number},女,13800000001,和平里1号\n乙芳,{number},女,13800000002,和平里2号\n")
    said = capsys.readouterr().out
    assert "第 2 行" in said
    assert "第 3 行" in said
    assert rows(hall.database) == 0

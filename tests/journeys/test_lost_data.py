"""The data file damaged, emptied or gone: the window says so before anybody signs in, and gets a backup back by itself."""

import pytest

from desk.cli import main
from desk.core.backup.archive import list_backups, make_backup
from desk.core.db import sqlite
from tests.journeys.conftest import LOGIN, PASSWORD

pytestmark = pytest.mark.gui


@pytest.fixture
def backup(hall, wall_clock):
    return make_backup(hall.database, hall.backups, "manual", wall_clock)


def scribble(file):
    with file.open("r+b") as data:
        data.seek(20_000)
        data.write(b"\xff" * 200_000)


def lose(file):
    for one in file.parent.glob(file.name + "*"):
        one.unlink()


@pytest.mark.parametrize(("harm", "says"), [
    (scribble, "数据文件已损坏"), (lambda file: file.write_bytes(b""), "数据文件已损坏"), (lose, "数据文件不见了")],
    ids=["damaged", "emptied", "gone"])
def test_a_backup_takes_the_place_of_data_that_were_lost(hall, backup, open_window, harm, says):
    harm(hall.database)
    desk = open_window(hall, answers=[backup.path], sign_in=False)
    desk.sees(says)
    desk.click("取回备份")
    desk.until(lambda: desk.shell.restart_wanted, "the desk to start again")
    desk.shell.end()
    again = open_window(hall, sign_in=False)
    again.sees("账号")
    again.fill("账号", LOGIN)
    again.fill("密码", PASSWORD)
    again.keys("Return")
    again.sees("到期与逾期")
    assert [one.path for one in list_backups(hall.backups)] == [backup.path]  # nothing useless was kept beside it


def test_a_damaged_backup_is_refused_and_another_may_be_tried(hall, backup, open_window, tmp_path):
    hall.database.write_bytes(b"")
    bad = tmp_path / "bad.deskbackup"
    bad.write_bytes(b"PK")
    desk = open_window(hall, answers=["file", bad, backup.path], sign_in=False)
    desk.sees("数据文件已损坏")
    desk.click("取回备份")
    desk.sees("不是完整的备份")
    assert hall.database.stat().st_size == 0
    desk.click("取回备份")
    desk.until(lambda: desk.shell.restart_wanted, "the desk to start again")


def test_the_command_line_makes_no_empty_hall_of_an_emptied_file(hall, backup, capsys):
    hall.database.write_bytes(b"")
    assert main(["--data", str(hall.data), "account", "list"]) == 3
    assert "已损坏" in capsys.readouterr().err
    assert hall.database.stat().st_size == 0
    assert main(["--data", str(hall.data), "restore"]) == 0
    connection = sqlite.connect(hall.database)
    assert connection.execute("SELECT count(*) FROM core_staff_user").fetchone()[0] == 1
    connection.close()

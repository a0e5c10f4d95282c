"""The command line, run as a person would, in a process of its own or called with arguments."""

import json
import os
import subprocess
import sys

import pytest

from desk.cli import main
from desk.core.db.lock import ProgramLock
from desk.core.paths import DeskPaths


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("DESK_PASSWORD", "correct horse")
    folder = tmp_path / "数据"
    assert main(["--data", str(folder), "init", "--community", "和平社区", "--committee", "和平社区人民调解委员会",
                 "--name", "周慧", "--org-short", "和平"]) == 0
    return folder


def said(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


def test_it_runs_without_a_display_in_a_process_of_its_own(tmp_path):
    env = {**os.environ, "DESK_DATA": str(tmp_path / "d"), "DESK_PASSWORD": "correct horse"}
    env.pop("DISPLAY", None)
    done = subprocess.run([sys.executable, "-m", "desk", "init", "--community", "和平社区"], env=env, capture_output=True,
                          check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "d" / "desk.db").exists()


def test_a_folder_that_was_never_set_up_is_told_in_words(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "audit", "verify"]) == 1
    assert "desk init" in capsys.readouterr().err


def test_missing_answers_are_named_and_nothing_is_made(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("DESK_PASSWORD", raising=False)
    assert main(["--data", str(tmp_path / "d"), "init", "--community", "x"]) == 1
    assert "DESK_PASSWORD=" in capsys.readouterr().err
    assert not (tmp_path / "d" / "desk.db").exists()


def test_a_wrong_argument_is_one_sentence(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["backup", "--nonsense"])
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(("given", "says"), [
    (["frob"], "没有 frob 这个命令"), (["--json", "--data", "folder", "frob"], "没有 frob 这个命令"),
    (["backup", "--nonsense"], "--nonsense 无法识别"), (["account"], "缺少 act"), (["backup", "--to"], "--to 后面须填值"),
    (["import", "dogs"], "可填 'people'"), (["import", "people", "--undo", "x"], "--undo 应为整数"),
    (["backup", "--list=1"], "请去掉 '1'"),
])
def test_wrong_arguments_are_told_in_chinese(given, says, capsys):
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    assert says in capsys.readouterr().err


def test_help_is_in_chinese(capsys):
    with pytest.raises(SystemExit):
        main(["backup", "--help"])
    said_ = capsys.readouterr().out
    assert said_.startswith("用法：desk backup")
    assert not {"usage", "options", "show"} & set(said_.replace(":", " ").split())


def test_stick_that_is_not_there_gets_no_folder_on_this_disk(data, tmp_path, capsys):
    assert main(["--data", str(data), "backup", "--to", str(tmp_path / "media" / "STICK")]) == 1
    assert "U 盘" in capsys.readouterr().err
    assert not (tmp_path / "media").exists()


def test_papers_are_listed_by_their_names_and_a_misspelt_one_is_answered_shortly(data, capsys):
    assert main(["--data", str(data), "print"]) == 0
    assert "联系方式公示" in capsys.readouterr().out
    assert main(["--data", str(data), "print", "desk.contact_shet", "--blank", "--out", "x.pdf"]) == 1
    told = capsys.readouterr().err
    assert "desk.contact_sheet" in told
    assert len(told) < 400


def test_doctor_of_a_server_looks_at_the_age_of_its_dump(tmp_path, capsys):
    folder = tmp_path / "d"
    (folder / "backups").mkdir(parents=True)
    (folder / "desk.toml").write_text('server = "postgresql://nobody@127.0.0.1:1/none"\n', "utf-8")
    assert main(["--data", str(folder), "doctor"]) == 1
    assert "没有服务器的备份" in capsys.readouterr().out
    dump = folder / "backups" / "desk-20261101-080000.pgdump"
    dump.write_bytes(b"dump")
    old = dump.stat().st_mtime - 10 * 86400
    os.utime(dump, (old, old))
    main(["--data", str(folder), "doctor"])
    assert "10 天前" in capsys.readouterr().out


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path):
    env = {**os.environ, "DESK_DATA": str(tmp_path / "d")}
    shell = f"{sys.executable} -m desk doctor; echo code $? >&2"
    done = subprocess.run(["sh", "-c", f"({shell}) | true"], env=env, capture_output=True, check=False, text=True)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_backup_list_restore_and_rehearse(data, capsys):
    assert main(["--data", str(data), "--json", "backup"]) == 0
    path = said(capsys)[-1]["path"]
    assert main(["--data", str(data), "--json", "backup", "--list"]) == 0
    assert [line["path"] for line in said(capsys)] == [path]
    assert main(["--data", str(data), "restore", "--rehearse", path]) == 0
    assert main(["--data", str(data), "--json", "restore", path]) == 0
    assert said(capsys)[-1]["before"]


def test_a_folder_in_use_is_refused_with_its_own_exit_code(data, capsys):
    with ProgramLock(DeskPaths(data).lock):
        assert main(["--data", str(data), "audit", "verify"]) == 3
    assert capsys.readouterr().err


def test_the_trail_names_the_operator_and_verifies(data, capsys):
    assert main(["--data", str(data), "--json", "audit", "verify"]) == 0
    assert said(capsys)[-1]["sound"]
    assert main(["--data", str(data), "audit", "verify", "--anchor", "9-0123456789abcdef"]) == 1


def test_a_lost_administrators_password_is_set_by_the_operator(data, capsys, monkeypatch):
    monkeypatch.setenv("DESK_PASSWORD", "a new one 77")
    assert main(["--data", str(data), "account", "password", "admin"]) == 0
    assert main(["--data", str(data), "--json", "account", "list"]) == 0
    assert said(capsys)[-1]["login"] == "admin"
    assert main(["--data", str(data), "account", "password", "nobody"]) == 1


def test_plugins_are_listed_and_unknown_ones_refused(data, capsys):
    assert main(["--data", str(data), "--json", "plugin", "list"]) == 0
    assert all(line["state"] for line in said(capsys))
    assert main(["--data", str(data), "plugin", "enable", "nothing"]) == 1


def test_the_doctor_shows_where_the_log_is_and_how_it_ends(data, capsys):
    main(["--data", str(data), "doctor"])
    assert f"日志：{data / 'logs' / 'desk.log'}\n目前没有出错记录。" in capsys.readouterr().out
    (data / "logs").mkdir()
    (data / "logs" / "desk.log").write_text("".join(f"line {number}\n" for number in range(30)), "utf-8")
    main(["--data", str(data), "--json", "doctor"])
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["log"] == str(data / "logs" / "desk.log")
    assert told["lines"] == [f"line {number}" for number in range(20, 30)]

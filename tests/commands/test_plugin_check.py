"""desk plugin check: the suite from the command line, without a data folder."""

import json
from pathlib import Path

import pytest

from desk.cli import main

ZOO = Path(__file__).resolve().parents[1] / "zoo"


def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], plugin_id: str) -> tuple[int, list[dict[str, object]]]:
    code = main(["--data", str(tmp_path), "--json", "plugin", "check", plugin_id, "--folder", str(ZOO)])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_good_plugin_passes(tmp_path, capsys):
    code, told = run(tmp_path, capsys, "good")
    assert (code, told[-1]["passes"]) == (0, True)
    lines = {one["check"]: (one["standing"], one.get("count")) for one in told[:-1] if not one["finding"]}
    assert lines["views"] == ("good", 2)
    assert lines["print"] == ("good", 1)
    assert lines["verbs"] == ("none", 0)
    assert lines["up, drift, down, up"][0] == "good"
    assert {name for name, (standing, _count) in lines.items() if standing == "lacking"} >= {"tests", "readme"}
    assert not list(tmp_path.iterdir())


def test_a_broken_one_is_refused_with_findings(tmp_path, capsys):
    code, told = run(tmp_path, capsys, "brokenview")
    assert code == 1
    assert {one["check"] for one in told if one.get("standing") == "wrong" and one["finding"]} == {"views", "texts"}
    assert told[-1]["passes"] is False


def test_a_person_reads_marks_and_counts(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "plugin", "check", "good", "--folder", str(ZOO)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "✓ 页面能打开 (2)" in told
    assert "△ 未附测试" in told


def test_an_unknown_one_is_said_to_be_unknown(tmp_path):
    assert main(["--data", str(tmp_path), "plugin", "check", "nobody", "--folder", str(ZOO)]) == 1

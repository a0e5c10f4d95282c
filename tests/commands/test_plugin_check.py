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
    assert (code, told[0]["check"]) == (0, "")
    assert not list(tmp_path.iterdir())


def test_a_broken_one_is_refused_with_findings(tmp_path, capsys):
    code, told = run(tmp_path, capsys, "brokenview")
    assert code == 1
    assert {"views", "texts"} == {one["check"] for one in told}


def test_an_unknown_one_is_said_to_be_unknown(tmp_path):
    assert main(["--data", str(tmp_path), "plugin", "check", "nobody", "--folder", str(ZOO)]) == 1

"""Every hook, asked of a plugin that has it; and the rule that there is such a test and a heading for each."""

import ast
import sys
from pathlib import Path
from typing import Any

import pytest

from desk.host import hookspecs
from desk.host.hookspecs import POLICIES
from desk.host.lifecycle import PluginHost

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def host(running) -> PluginHost:
    return running("good")


def items(host: PluginHost, hook: str, **arguments: Any) -> list[Any]:
    answers = host.collect(hook, **arguments)
    assert {one.plugin_id for one in answers} <= {"good"}
    assert host.record("good").failures == []
    return [one.item for one in answers]


def seen() -> list[Any]:
    return sys.modules["plugins.good.hooks"].seen


def test_desk_start(host):
    assert seen() == [("start", "good")]


def test_desk_stop(host):
    told = seen()
    host.stop()
    assert ("stop", "good") in told


def test_desk_nav_entries(host):
    assert [entry.id for entry in items(host, "desk_nav_entries")] == ["good.list", "good.form"]


def test_desk_actions(host):
    assert [action.entry for action in items(host, "desk_actions")] == ["good.form"]


def test_desk_person_panels(host):
    assert [panel.view for panel in items(host, "desk_person_panels")] == ["plugins.good.views:NotePanel"]


def test_desk_home_cards(host):
    [card] = items(host, "desk_home_cards")
    assert [item.title for item in card.load(None)] == ["A note is due"]


def test_desk_settings(host):
    assert [setting.key for setting in items(host, "desk_settings")] == ["good.days"]


def test_desk_papers(host):
    [paper] = items(host, "desk_papers")
    document = host.resolve("good", paper.build)(host.resolve("good", paper.load)(None, 4))
    assert document.title == "便笺"


def test_desk_case_kinds(host):
    assert [kind.code for kind in items(host, "desk_case_kinds")] == ["good.matter"]


def test_desk_number_series(host):
    assert [series.code for series in items(host, "desk_number_series")] == ["good.slip"]


def test_desk_score_schemes(host):
    assert [scheme.code for scheme in items(host, "desk_score_schemes")] == ["good.rating"]


def test_desk_indicators(host):
    assert [table.code for table in items(host, "desk_indicators")] == ["good.notes"]


def test_desk_indexers(host):
    assert [indexer.kind for indexer in items(host, "desk_indexers")] == ["good.note"]


def test_desk_tables(host):
    assert [table.code for table in items(host, "desk_tables")] == ["good.thing"]


def test_desk_setup_parts(host):
    assert [part.id for part in items(host, "desk_setup_parts")] == ["good.words"]


def test_desk_takers(host):
    assert [taker.kind for taker in items(host, "desk_takers")] == ["good.matter"]


def test_desk_person_timeline(host):
    assert items(host, "desk_person_timeline", person_id=3, uow=None) == ["note about 3"]


def test_desk_person_delete_blockers(host):
    assert items(host, "desk_person_delete_blockers", person_id=1, uow=None) == ["还有便笺未办结。"]
    assert items(host, "desk_person_delete_blockers", person_id=2, uow=None) == []


def test_desk_person_merged(host):
    assert items(host, "desk_person_merged", kept_id=1, gone_id=2, uow=None) == []
    assert ("merged", 1, 2) in seen()


def test_desk_person_unmerged(host):
    assert items(host, "desk_person_unmerged", kept_id=1, gone_id=2, uow=None) == []
    assert ("unmerged", 1, 2) in seen()


def test_desk_demo_data(host):
    items(host, "desk_demo_data", uow=None, seed=5)
    assert ("demo", 5) in seen()


def test_desk_health(host):
    assert items(host, "desk_health", uow=None) == ["一张便笺没有日期。"]


def signature(hook: str) -> str:
    tree = ast.parse(Path(hookspecs.__file__).read_text("utf-8"))
    node = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == hook)
    arguments = ", ".join(f"{one.arg}: {ast.unparse(one.annotation).strip(chr(39))}" for one in node.args.args)
    return f"{hook}({arguments}) -> {ast.unparse(node.returns).strip(chr(39))}"


@pytest.mark.parametrize("hook", sorted(POLICIES))
def test_every_hook_is_tested_and_documented(hook):
    assert f"test_{hook}" in globals()
    text = (ROOT / "docs" / "hooks.md").read_text("utf-8")
    _before, heading, after = text.partition(f"\n### {signature(hook)}\n")
    assert heading
    assert after.strip().startswith(f"Policy: {POLICIES[hook]}.")


def test_no_heading_speaks_of_a_hook_that_is_not_there():
    headings = [line for line in (ROOT / "docs" / "hooks.md").read_text("utf-8").splitlines() if line.startswith("### desk_")]
    assert len(headings) == len(POLICIES)

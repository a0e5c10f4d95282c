"""Each plugin of the zoo ends in the state it should, with a sentence, and the good one works on beside all of them."""

import sys
from pathlib import Path

import pytest

from desk.core.i18n import set_language
from desk.host.discovery import discover
from desk.host.lifecycle import PATIENCE, PluginHost
from desk.host.states import SENTENCES, WORDS, State
from desk.host.views import ViewFault
from tests.host.conftest import ZOO, Switched, services


def modules_of(plugin_id: str) -> list[str]:
    return [name for name in sys.modules if f"{name}.".startswith(f"plugins.{plugin_id}.")]


@pytest.mark.parametrize(("plugin_id", "state"), [
    ("badmanifest", State.INVALID), ("wrongid", State.INVALID), ("newerapi", State.INCOMPATIBLE),
    ("circleone", State.BLOCKED), ("needsnobody", State.BLOCKED), ("needsgood", State.BLOCKED), ("good", State.READY),
])
def test_judged_before_a_line_of_it_is_run(zoo, plugin_id, state):
    host = zoo(plugin_id, "circletwo")
    record = host.record(plugin_id)
    assert record.state is state
    assert not modules_of(plugin_id)
    assert record.sentence == host.statuses()[[s.id for s in host.statuses()].index(plugin_id)].sentence


@pytest.mark.parametrize(("plugin_id", "names"), [
    ("newerapi", "1.99"), ("circleone", "循环二"), ("needsnobody", "nobody"), ("badmanifest", "nmae"),
])
def test_the_sentence_names_the_reason(zoo, plugin_id, names):
    assert names in zoo(plugin_id, "circletwo").record(plugin_id).sentence


def test_every_state_has_a_word_and_a_sentence_in_chinese():
    set_language("zh_CN")
    from desk.core.i18n import _
    for texts in (WORDS, SENTENCES):
        assert set(texts) == set(State)
        assert all(_(text) != text for text in texts.values())


def test_what_is_off_is_not_imported_and_its_permissions_are_known(zoo):
    host = zoo("good", off=("good",))
    host.load()
    [status] = host.statuses()
    assert (status.state, status.switched_on) == (State.DISABLED, False)
    assert not modules_of("good")
    assert [permission for permission, _title in status.permissions] == ["good.read", "good.write"]


def test_a_requirement_that_is_off_holds_back(zoo):
    host = zoo("good", "needsgood", off=("good",))
    assert host.record("needsgood").state is State.BLOCKED
    assert "便笺" in host.record("needsgood").sentence


def test_safe_mode_runs_none(running):
    host = running("good", "raisesinhook", safe_mode=True)
    assert {record.state for record in host.records} == {State.DISABLED}
    assert not modules_of("good")
    assert host.statuses()[0].switched_on


@pytest.mark.parametrize("plugin_id", ["explodesonimport", "leavesonimport", "misspelthook", "unknownargument",
                                       "explodesonstart"])
def test_one_broken_plugin_is_one_broken_plugin(running, expect_log, plugin_id):
    expect_log(f"plugin set aside: {plugin_id}")
    expect_log(f"plugin failed: {plugin_id}", optional=True)
    host = running("good", plugin_id)
    assert host.record(plugin_id).state is State.FAILED
    assert host.record("good").state is State.RUNNING
    assert {one.plugin_id for one in host.collect("desk_nav_entries")} == {"good"}
    assert modules_of(plugin_id) == []
    assert not hasattr(sys.modules["plugins"], plugin_id)


def test_the_report_names_the_hook_that_is_misspelt(running, expect_log):
    expect_log("desk_nav_entires")
    host = running("misspelthook")
    [failure] = host.record("misspelthook").failures
    assert "did you mean desk_nav_entries?" in failure.message


def test_the_report_names_the_argument_that_is_not_there(running, expect_log):
    expect_log("window")
    [failure] = running("unknownargument").record("unknownargument").failures
    assert "window" in failure.message


def test_reports_hold_no_personal_data_and_no_folders(running, expect_log):
    expect_log("plugin set aside: explodesonimport")
    [failure] = running("explodesonimport").record("explodesonimport").failures
    assert failure.message == "ValueError"
    assert "zoo/explodesonimport/hooks.py" in failure.trace
    for secret in ("王小二", "11010519491231002X", str(Path.home()), str(ZOO)):
        assert secret not in failure.report()


def test_a_failed_start_leaves_nothing_behind(zoo, tmp_path, expect_log):
    expect_log("plugin set aside: explodesonstart")
    expect_log("on_stop")
    host = zoo("explodesonstart")
    host.load()
    cleaned = sys.modules["plugins.explodesonstart.hooks"].cleaned
    host.start(services(tmp_path))
    assert cleaned == ["last given", "first given"]
    assert host.collect("desk_nav_entries") == []


def test_who_requires_a_failed_plugin_is_held_back(zoo, tmp_path, expect_log):
    expect_log("plugin set aside: good")
    host = zoo("good", "needsgood")
    from desk.host.failures import Where
    host.fail("good", Where.MIGRATION, "good_0001", RuntimeError("x"))
    host.load()
    host.start(services(tmp_path))
    assert host.record("needsgood").state is State.BLOCKED


def test_start_and_stop_call_the_plugin_and_empty_its_bin(running):
    host = running("good")
    seen = sys.modules["plugins.good.hooks"].seen
    host.stop()
    assert seen == [("start", "good"), ("stop", "good"), "cleaned up"]
    assert host.collect("desk_nav_entries") == []


def test_a_stop_that_fails_does_not_keep_the_others_from_stopping(running, expect_log):
    expect_log("explodesonstop: stop desk_stop")
    host = running("explodesonstop", "good")
    seen = sys.modules["plugins.good.hooks"].seen
    host.stop()
    assert ("stop", "good") in seen


def raised_in(*modules):
    """An error that arose in the last of `modules`, called by those before it."""
    call = lambda: {}["x"]  # noqa: E731
    for name in reversed(modules):
        space = {"__name__": name, "call": call}
        exec("def inner():\n    return call() if deeper else {}['x']", space)  # noqa: S102
        space["deeper"] = name != modules[-1]
        call = space["inner"]
    try:
        call()
    except KeyError as problem:
        return problem


def test_what_a_plugins_own_code_does_wrong_when_it_paints_is_named_counted_and_ends_with_patience(running, expect_log):
    expect_log("plugin failed: good: view plugins.good.views")
    host = running("good")
    assert host.blame(raised_in("desk.shell.kit", "plugins.good.views", "desk.core.db")) == ""
    assert host.blame(raised_in("desk.shell.kit", "plugins.nobody.views")) == ""
    for _time in range(PATIENCE):
        assert host.blame(raised_in("desk.shell.kit", "plugins.good.views", "reportlab.pdfgen")) == "good"
    assert host.record("good").state is State.FAILED
    assert host.blame(raised_in("plugins.good.views")) == ""


def test_patience_ends(running, expect_log):
    expect_log("plugin failed: raisesinhook")
    host = running("good", "raisesinhook")
    for _call in range(PATIENCE):
        host.collect("desk_nav_entries")
    assert host.record("raisesinhook").state is State.FAILED
    assert str(PATIENCE) in host.record("raisesinhook").sentence
    assert len(host.record("raisesinhook").failures) == PATIENCE
    host.collect("desk_nav_entries")
    assert len(host.record("raisesinhook").failures) == PATIENCE


def test_a_subscriber_that_raises_is_noted(running, tmp_path, expect_log):
    expect_log("plugin failed: good: event")
    host = running("good")
    context = host._contexts["good"]
    context.subscribe(int, lambda number: 1 / 0)
    context.events.publish(3)
    assert host.record("good").failures[0].message == "ZeroDivisionError"
    host.stop()
    context.events.publish(4)
    assert len(host.record("good").failures) == 1


@pytest.mark.parametrize("path", ["plugins.brokenview.views:Page", "plugins.brokenview.hooks:Absent", "os:system",
                                  "plugins.brokenview.views.Page", "desk.core.clock:SystemClock", ""])
def test_a_broken_view_breaks_itself_and_names_its_plugin(running, expect_log, path):
    expect_log("plugin failed: brokenview: view")
    host = running("brokenview", "good")
    with pytest.raises(ViewFault) as fault:
        host.resolve("brokenview", path)
    assert "页面出错" in str(fault.value)
    assert host.record("brokenview").failures[0].detail == path
    assert host.resolve("good", "plugins.good.views:NoteList").__name__ == "NoteList"


def test_a_view_of_a_plugin_that_is_off_is_not_imported(zoo):
    host = zoo("good", off=("good",))
    with pytest.raises(ViewFault):
        host.resolve("good", "plugins.good.views:NoteList")
    assert not modules_of("good")


def test_a_broken_mapper_breaks_its_own_plugin_only(running):
    host = running("brokenmapper", "good")
    assert host.record("brokenmapper").state is State.RUNNING
    from sqlalchemy import select
    from sqlalchemy.exc import InvalidRequestError

    from desk.core.people.model import Person
    leaf = sys.modules["plugins.brokenmapper.models"].Leaf
    with pytest.raises(InvalidRequestError):
        leaf(name="x")
    assert "core_person" in str(select(Person.id))
    Person()


def test_a_plugin_can_be_loaded_again_after_it_failed(running, zoo, tmp_path, expect_log):
    expect_log("plugin set aside: good")
    first = running("good")
    from desk.host.failures import Where
    first.resolve("good", "plugins.good.models:Note")
    first.fail("good", Where.HOOK, "x", RuntimeError())
    second = running("good")
    assert second.resolve("good", "plugins.good.models:Note").__tablename__ == "good_note"


def test_an_installed_plugin_has_the_same_import_name(tmp_path):
    import shutil

    from desk.host import loader
    from desk.host.discovery import set_current
    shutil.copytree(ZOO / "good", tmp_path / "good" / "1.0")
    set_current(tmp_path / "good", "1.0")
    host = PluginHost(discover(None, tmp_path), Switched({"good"}))
    host.load()
    host.start(services(tmp_path))
    view = host.resolve("good", "plugins.good.views:NoteList")
    assert view.__module__ == "plugins.good.views"
    assert str(tmp_path) in sys.modules["plugins.good"].__path__[0]
    host.stop()
    loader.unload("good")

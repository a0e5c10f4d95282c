"""What a failure means, policy by policy; what is slow is told; what is traced can be read."""

import logging
import sys
import time

import pytest

from desk.core.errors import Cancelled, EnvironmentFault, UserError
from desk.host.collect import ITEMS, Contribution, PluginFault
from desk.host.hookspecs import POLICIES, hookimpl
from desk.host.watch import Watch


def test_skip_answers_with_what_the_others_said(running, expect_log):
    expect_log("plugin failed: raisesinhook: hook desk_nav_entries")
    host = running("good", "raisesinhook")
    assert [one.plugin_id for one in host.collect("desk_nav_entries")] == ["good", "good"]


def test_leaving_is_a_failure_like_any_other(running, expect_log):
    expect_log("SystemExit")
    assert [one.plugin_id for one in running("good", "raisesinhook").collect("desk_actions")] == ["good"]


def test_closed_counts_a_failure_as_a_no(running, expect_log):
    expect_log("desk_person_delete_blockers")
    host = running("good", "raisesinhook")
    answers = host.collect("desk_person_delete_blockers", person_id=2, uow=None)
    assert [one.plugin_id for one in answers] == ["raisesinhook"]
    assert "出错" in answers[0].item


def test_abort_stops_the_operation_and_names_the_plugin(running, expect_log):
    expect_log("desk_person_merged")
    host = running("good", "raisesinhook")
    with pytest.raises(PluginFault) as fault:
        host.collect("desk_person_merged", kept_id=1, gone_id=2, uow=None)
    assert fault.value.plugin_id == "raisesinhook"
    assert isinstance(fault.value.__cause__, ZeroDivisionError)


def test_a_refusal_in_words_passes_as_it_is_and_is_no_failure(running):
    host = running("raisesinhook")
    with pytest.raises(UserError, match="便笺已归档"):
        host.collect("desk_person_merged", kept_id=7, gone_id=2, uow=None)
    assert host.record("raisesinhook").failures == []


def test_answers_of_the_wrong_kind_are_failures(running, expect_log):
    expect_log("wronganswer")
    host = running("wronganswer")
    assert host.collect("desk_nav_entries") == []
    assert host.collect("desk_health", uow=None) == []
    assert "must list NavEntry, not str" in host.record("wronganswer").failures[0].message
    assert "must answer a list" in host.record("wronganswer").failures[1].message


def test_a_lazy_answer_raises_inside_the_guard(running, expect_log):
    expect_log("must answer a list, not generator")
    assert running("raisesinhook").collect("desk_person_timeline", person_id=1, uow=None) == []


class Cancelling:
    @hookimpl
    def desk_health(self, uow):
        raise Cancelled("stopped")

    @hookimpl
    def desk_person_timeline(self, person_id, uow):
        raise EnvironmentFault("the server is away")


def test_cancelling_passes_and_the_worlds_faults_are_not_the_plugins(zoo):
    host = zoo("good")
    host.add_builtin(Cancelling(), "good")
    with pytest.raises(Cancelled):
        host.collect("desk_health", uow=None)
    assert host.collect("desk_person_timeline", person_id=1, uow=None) == []
    assert host.record("good").failures == []


class Breaking:
    @hookimpl
    def desk_person_timeline(self, person_id, uow):
        from sqlalchemy import text
        uow.session.execute(text("SELECT nothing FROM nowhere"))


class Reading:
    @hookimpl
    def desk_person_timeline(self, person_id, uow):
        from sqlalchemy import text
        return [uow.session.execute(text("SELECT 1")).scalar()]


def test_a_failed_statement_does_not_spoil_the_callers_transaction(zoo, reading, expect_log):
    expect_log("plugin failed: needsgood")
    host = zoo("good", "needsgood")
    host.add_builtin(Breaking(), "needsgood")
    host.add_builtin(Reading(), "good")
    with reading() as uow:
        assert host.collect("desk_person_timeline", person_id=1, uow=uow) == [Contribution("good", 1)]


def test_the_shells_own_contributions_come_first_and_go_the_same_way(running):
    class Builtin:
        @hookimpl
        def desk_health(self, uow):
            return ["all is well"]

    host = running("good")
    host.add_builtin(Builtin())
    host.add_builtin(Builtin())
    assert len(host.collect("desk_health", uow=None)) == 3
    assert {one.plugin_id for one in host.collect("desk_health", uow=None)} == {"desk", "good"}


def test_slow_calls_are_logged(running, caplog):
    with caplog.at_level(logging.INFO, "desk.host.watch"):
        running("slowstart", watch=Watch(slow=0.1))
    assert any("plugin slowstart was slow: desk_start" in message for message in caplog.messages)


def test_a_call_that_does_not_come_back_is_logged_while_it_hangs(running, expect_log):
    expect_log("plugin slowstart does not come back from desk_start; it is at\nzoo/slowstart/hooks.py")
    host = running("slowstart", watch=Watch(slow=9, hung=0.05))
    assert host.watch.suspects == {"slowstart"}
    assert [(one.detail, one.message) for one in host.record("slowstart").failures] == [
        ("desk_start", "PluginMistake: it does not come back")]  # counted, and in the report that can be copied


def test_tracing_logs_each_call_with_the_size_of_its_answer(running, caplog, monkeypatch):
    monkeypatch.setenv("DESK_TRACE_HOOKS", "1")
    with caplog.at_level(logging.INFO, "desk.host.watch"):
        running("good").collect("desk_nav_entries")
    assert any("good desk_nav_entries: 2 items" in message for message in caplog.messages)


def test_every_hook_has_a_policy_and_a_kind_of_answer():
    from desk.host import hookspecs
    hooks = {name for name in vars(hookspecs) if name.startswith("desk_")}
    assert hooks == set(POLICIES)
    silent = {name for name in hooks if vars(hookspecs)[name].__annotations__["return"] is None}
    assert set(ITEMS) == hooks - silent


def test_an_interrupt_by_the_user_passes(zoo):
    class Interrupted:
        @hookimpl
        def desk_actions(self):
            raise KeyboardInterrupt

    host = zoo("good")
    host.add_builtin(Interrupted())
    with pytest.raises(KeyboardInterrupt):
        host.collect("desk_actions")
    assert "plugins.good" not in sys.modules


def test_filling_practice_data_may_take_long_other_calls_may_not(expect_log):
    expect_log("does not come back")
    watch = Watch(slow=9, hung=0.05)
    with watch.over("mediation", "desk_demo_data"):
        time.sleep(0.2)
    assert watch.suspects == set()
    with watch.over("mediation", "desk_person_timeline"):
        time.sleep(0.2)
    assert watch.suspects == {"mediation"}

"""Switching on brings what is required, switching off stops those that require it; nothing touches data."""

import pytest

from desk.core.errors import UserError
from desk.host.starting import SAFE_AFTER, StartMark
from desk.host.switching import needed_by_switching_on, plan_switch, stopped_by_switching_off


def test_switching_on_brings_what_is_required_first(zoo):
    host = zoo("good", "needsgood", off=("good", "needsgood"))
    assert needed_by_switching_on(host, "needsgood") == ("good", "needsgood")
    host.switches.enabled.add("good")
    assert needed_by_switching_on(host, "needsgood") == ("needsgood",)


def test_switching_off_stops_those_that_require_it(zoo):
    host = zoo("good", "needsgood")
    assert stopped_by_switching_off(host, "good") == ("good", "needsgood")
    assert stopped_by_switching_off(host, "needsgood") == ("needsgood",)


@pytest.mark.parametrize("plugin_id", ["badmanifest", "newerapi", "needsnobody", "circleone", "nowhere"])
def test_what_cannot_run_cannot_be_switched_on(zoo, plugin_id):
    host = zoo("badmanifest", "newerapi", "needsnobody", "circleone", "circletwo", off=(plugin_id,))
    with pytest.raises(UserError, match="不能启用"):
        needed_by_switching_on(host, plugin_id)


def test_two_unfinished_starts_make_the_next_one_safe(tmp_path):
    path = tmp_path / "data" / "starting"
    assert [StartMark(path).begin() for _start in range(SAFE_AFTER + 1)] == [False, False, True]
    StartMark(path).done()
    assert not StartMark(path).begin()


def test_a_torn_mark_counts_as_a_crash(tmp_path):
    (tmp_path / "starting").write_bytes(b"\x00\xff")
    assert not StartMark(tmp_path / "starting").begin()
    (tmp_path / "starting").write_text("rubbish", "ascii")
    assert StartMark(tmp_path / "starting").begin()


def test_a_switch_turns_what_belongs_together_and_gives_proposed_rights_once(zoo, writing, reading):
    from desk.core.settings.service import enabled_plugins
    from desk.core.staff.model import Role, RoleRight
    from desk.core.staff.service import make_built_in_roles
    from desk.host.switch_verbs import carry_out

    host = zoo("good", "needsgood", off=("good", "needsgood"))
    plan = plan_switch(host, "needsgood", on=True)
    assert (plan.ids, plan.titles) == (("good", "needsgood"), ("便笺",))
    with writing() as uow:
        roles = make_built_in_roles(uow)
        carry_out(uow, plan)
        assert enabled_plugins(uow) == {"good", "needsgood"}
        rights = uow.session.query(RoleRight).filter_by(permission="good.write").all()
        assert [right.role_id for right in rights] == [roles["clerk"]]
        uow.session.delete(rights[0])
        uow.session.flush()
        carry_out(uow, plan)
        assert uow.session.query(RoleRight).filter_by(permission="good.write").count() == 0
        assert uow.session.query(Role).count() == len(roles)
    host.switches.enabled.update({"good", "needsgood"})
    with writing() as uow:
        carry_out(uow, plan_switch(host, "good", on=False))
        assert enabled_plugins(uow) == set()


def test_switching_needs_the_right(zoo, factory):
    from desk.core.actor import Actor
    from desk.core.errors import NotAllowed
    from desk.host.switch_verbs import carry_out

    with pytest.raises(NotAllowed), factory.writing(Actor("路人", 1)) as uow:
        carry_out(uow, plan_switch(zoo("good", off=("good",)), "good", on=True))


def test_a_card_says_what_the_next_start_brings_where_the_switch_says_otherwise_than_what_runs(running, zoo):
    def told(host, plugin_id="good"):
        status = next(one for one in host.statuses() if one.id == plugin_id)
        return f"{status.word} {status.sentence}"

    host = running("good", off=())
    assert told(host) == "运行中 运行正常。"
    host.switches.enabled.discard("good")
    assert "本次启动期间仍在运行" in told(host)
    careful = zoo("good", safe_mode=True)
    assert told(careful) == "已启用 本次以安全模式启动，未加载插件。 下次启动后运行。"
    careful.switches.enabled.discard("good")
    assert told(careful).startswith("已停用")


def test_what_is_installed_over_a_plugin_is_told_and_what_does_not_run_is_judged_anew(running, tmp_path):
    import shutil

    from desk.host.discovery import discover, set_current
    from tests.host.conftest import ZOO

    def lying(version):
        shutil.copytree(ZOO / "good", tmp_path / "in" / "good" / version, ignore=shutil.ignore_patterns("__pycache__"))
        file = tmp_path / "in" / "good" / version / "plugin.toml"
        file.write_text(file.read_text("utf-8").replace('version = "1.0"', f'version = "{version}"'), "utf-8")
        set_current(tmp_path / "in" / "good", version)
        return discover(None, tmp_path / "in")

    host = running("good")
    host.notice(lying("1.1"))
    assert "1.1" in host.statuses()[0].sentence
    fresh = running()
    fresh.notice(lying("1.2"))
    for on, state in ((True, "ready"), (False, "disabled")):
        (fresh.switches.enabled.add if on else fresh.switches.enabled.discard)("good")
        fresh.notice(discover(None, tmp_path / "in"))
        assert [(one.version, one.state, one.switched_on) for one in fresh.statuses()] == [("1.2", state, on)]

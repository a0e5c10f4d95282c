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

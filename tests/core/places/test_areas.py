"""Areas: one tree from the district to the door, addresses that follow their names."""

from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.errors import Conflict, NotAllowed, UserError
from desk.core.places.drafts import AreaDraft
from desk.core.places.kinds import AREA_KINDS
from desk.core.places.queries import (
    find_areas,
    get_area,
    list_area_ids_below,
    list_areas,
    list_buildings_without_grid,
    list_tree,
)
from desk.core.places.service import add_area, change_area, close_area, reopen_area


@pytest.fixture
def tree(writing):
    """Community → two grids; an estate of three buildings with one door."""
    with writing() as uow:
        ids = {"community": add_area(uow, AreaDraft("和平社区", "community", code="110105001001"))}
        ids["one"] = add_area(uow, AreaDraft("第一网格", "grid", ids["community"], households=300))
        ids["two"] = add_area(uow, AreaDraft("第二网格", "grid", ids["community"]))
        ids["estate"] = add_area(uow, AreaDraft("翠湖花园", "estate", ids["one"]))
        for number in (12, 2, 1):
            ids[f"b{number}"] = add_area(uow, AreaDraft(f"{number}幢", "building", ids["estate"]))
        ids["door"] = add_area(uow, AreaDraft("1502室", "room", ids["b12"]))
    return ids


def test_the_tree_reads_from_the_top_in_the_order_people_count(tree, reading):
    with reading() as uow:
        shown = [(row.depth, row.name) for row in list_tree(uow)]
        assert shown == [(0, "和平社区"), (1, "第一网格"), (2, "翠湖花园"), (3, "1幢"), (3, "2幢"), (3, "12幢"),
                         (1, "第二网格")]
        assert "1502室" in [row.name for row in list_tree(uow, kinds=tuple(AREA_KINDS))]
        assert [row.name for row in list_areas(uow, parent_id=tree["estate"])] == ["1幢", "2幢", "12幢"]


def test_an_address_follows_its_estates_name_and_place(tree, writing, reading):
    with writing() as uow:
        estate = get_area(uow, tree["estate"])
        change_area(uow, estate.id, AreaDraft("翠湖苑", "estate", tree["two"]), estate.version)
    with reading() as uow:
        assert get_area(uow, tree["door"]).full_name == "翠湖苑12幢1502室"
        assert tree["door"] in list_area_ids_below(uow, tree["two"])
        assert tree["door"] not in list_area_ids_below(uow, tree["one"])
        assert [row.id for row in find_areas(uow, "翠湖 1502")] == [tree["door"]]
        assert [row.id for row in find_areas(uow, "1101")] == [tree["community"]]
        assert find_areas(uow, "翠_花") == []


def test_a_grid_serves_a_building_that_lies_elsewhere(tree, writing, reading):
    with writing() as uow:
        estate = add_area(uow, AreaDraft("老厂宿舍", "estate", tree["community"]))
        lone = add_area(uow, AreaDraft("甲栋", "building", estate))
        assert [row.id for row in list_buildings_without_grid(uow)] == [lone]
        change_area(uow, lone, AreaDraft("甲栋", "building", estate, grid_id=tree["two"]), get_area(uow, lone).version)
    with reading() as uow:
        assert list_buildings_without_grid(uow) == []
        assert lone in list_area_ids_below(uow, tree["two"])


@pytest.mark.parametrize(("draft", "field"), [
    (AreaDraft("", "grid"), "name"), (AreaDraft("甲", "village"), "kind"),
    (AreaDraft("甲", "grid", code="110105001001"), "code"),
    (AreaDraft("甲", "grid", households=-1), "households")])
def test_mistakes_are_told_beside_their_field(tree, writing, draft, field):
    with pytest.raises(UserError) as refused, writing() as uow:
        add_area(uow, draft)
    assert refused.value.field == field


def test_levels_and_circles_are_refused(tree, writing):
    with pytest.raises(UserError) as refused, writing() as uow:
        add_area(uow, AreaDraft("第三网格", "grid", tree["estate"]))
    assert refused.value.field == "parent_id"
    with pytest.raises(UserError), writing() as uow:
        change_area(uow, tree["one"], AreaDraft("第一网格", "grid", tree["one"]), 1)
    with pytest.raises(UserError) as refused, writing() as uow:
        change_area(uow, tree["estate"], AreaDraft("翠湖花园", "room", tree["one"]), get_area(uow, tree["estate"]).version)
    assert refused.value.field == "kind"
    with pytest.raises(UserError), writing() as uow:
        add_area(uow, AreaDraft("丙栋", "building", tree["estate"], grid_id=tree["b12"]))


def test_closing_waits_for_what_lies_inside_and_can_be_undone(tree, writing, reading):
    day = date(2026, 10, 31)
    with pytest.raises(UserError, match="幢"), writing() as uow:
        close_area(uow, tree["estate"], day, "拆除")
    with pytest.raises(UserError), writing() as uow:
        close_area(uow, tree["two"], day, " ")
    with writing() as uow:
        close_area(uow, tree["two"], day, "并入第一网格")
    with reading() as uow:
        assert get_area(uow, tree["two"]).active_to == day
        assert tree["two"] not in [row.id for row in list_tree(uow)]
        assert tree["two"] in [row.id for row in list_tree(uow, closed=True)]
    with writing() as uow:
        reopen_area(uow, tree["two"])
        assert tree["two"] in [row.id for row in list_tree(uow)]


def test_two_editors_and_strangers_are_noticed(tree, writing, factory):
    with pytest.raises(Conflict) as conflict, writing() as uow:
        change_area(uow, tree["one"], AreaDraft("甲网格", "grid", tree["community"], households=300), 99)
    assert conflict.value.mine == {"name": "甲网格"}
    assert conflict.value.theirs == {"name": "第一网格"}
    limited = Actor("员", 1, permissions=frozenset({"desk.places.change"}), area_ids=frozenset({tree["two"]}))
    with pytest.raises(NotAllowed), factory.writing(limited) as uow:
        close_area(uow, tree["one"], date(2026, 1, 1), "x")
    with pytest.raises(NotAllowed), factory.writing(Actor("员", 1)) as uow:
        add_area(uow, AreaDraft("甲", "grid"))

"""Load of grids against the guide, the check of the partition, splitting and merging, on both engines; and their papers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.core.errors import NotAllowed, UserError
from desk.core.organisations.appointments import appoint
from desk.core.organisations.drafts import AppointmentDraft, OrganisationDraft
from desk.core.organisations.queries import get_organisation
from desk.core.organisations.service import register_organisation
from desk.core.people.drafts import HouseholdDraft, PersonDraft
from desk.core.people.household_queries import get_household
from desk.core.people.households import register_household
from desk.core.people.queries import get_person
from desk.core.people.service import register_person
from desk.core.places.drafts import AreaDraft
from desk.core.places.queries import get_area, list_area_ids_below
from desk.core.places.service import add_area, close_area
from desk.core.registers import grid_papers as papers
from desk.core.registers.grid_accounts import list_limited
from desk.core.registers.grid_changes import MergeDraft, SplitDraft, merge_grids, split_grid
from desk.core.registers.grids import check_grids, get_grid_load, list_grid_loads, spread_of
from desk.core.settings.service import change_settings
from desk.core.staff.model import StaffUser
from desk.testing.hall import make_account


@pytest.fixture
def hall(writing):
    """A community with two grids: two buildings in the first, homes under it, a shop; a drafted one."""
    with writing() as uow:
        made = {"community": add_area(uow, AreaDraft("和平社区", "community"))}
        for name, code, more in (("一", "G1", {"households": 310}), ("二", "G2", {}),
                                 ("三", "G3", {"active_from": uow.clock.today() + timedelta(days=30)})):
            made[name] = add_area(uow, AreaDraft(f"第{name}网格", "grid", made["community"], code, **more))
        made["1幢"] = add_area(uow, AreaDraft("1幢", "building", made["一"]))
        made["2幢"] = add_area(uow, AreaDraft("2幢", "building", made["一"]))
        made["101"] = add_area(uow, AreaDraft("101", "room", made["2幢"]))
        made["home"] = register_household(uow, HouseholdDraft("翠湖花园3幢101", area_id=made["一"]))
        made["other"] = register_household(uow, HouseholdDraft("翠湖花园4幢101", area_id=made["一"]))
        made["door"] = register_household(uow, HouseholdDraft("2幢101", area_id=made["101"]))
        made["person"] = register_person(uow, PersonDraft("肖志", household_id=made["home"], area_id=made["一"],
                                                          birth="1950-01-01", reason="无证件"))
        made["shop"] = register_organisation(uow, OrganisationDraft("便民超市", "shop", address="翠湖花园3幢底商",
                                                                    area_id=made["一"]))
        appoint(uow, AppointmentDraft("网格长", made["person"], area_id=made["一"], starts_on=date(2026, 1, 1)))
    return made


def test_each_grid_is_measured_by_what_lies_in_it(reading, hall):
    with reading() as uow:
        loads = {one.area.name: one for one in list_grid_loads(uow)}
        spread = spread_of(list(loads.values()))
    first = loads["第一网格"]
    assert (first.households, first.files, first.people, first.buildings, first.units, first.shops) == (310, 3, 1, 2, 1, 1)
    assert (first.leaders, first.verdict, first.state) == ("网格长 肖志", "above", "now")
    assert (loads["第二网格"].verdict, loads["第三网格"].state) == ("none", "draft")
    assert (spread.grids, spread.least, spread.mean, spread.most, spread.outside) == (2, 0, 155, 310, 1)


def test_the_guide_is_the_halls_own(writing, reading, hall):
    with writing() as uow:
        change_settings(uow, {"desk.grids.households_to": 320})
    with reading() as uow:
        assert get_grid_load(uow, hall["一"]).verdict == "within"


def test_the_check_names_orphans_doubles_and_empty_grids(writing, reading, hall):
    with writing() as uow:
        orphan = add_area(uow, AreaDraft("孤楼", "building", hall["community"]))
        double = add_area(uow, AreaDraft("9幢", "building", hall["一"], grid_id=hall["二"]))
        homeless = register_household(uow, HouseholdDraft("旧院3号"))
    with reading() as uow:
        found = {(one.kind, one.record_id) for one in check_grids(uow)}
    assert found == {("orphan", orphan), ("double", double), ("homeless", homeless), ("empty", hall["三"])}


def test_a_grid_gives_a_building_and_homes_by_address_to_a_new_one(writing, reading, hall):
    with writing() as uow:
        new = split_grid(uow, SplitDraft(hall["一"], "第四网格", uow.clock.today(), "规模过大", "G4", (hall["2幢"],),
                                         ("翠湖花园3幢",)))
    with reading() as uow:
        assert get_area(uow, new).came_from == (hall["一"],)
        assert {hall["2幢"], hall["101"]} <= list_area_ids_below(uow, new)
        assert get_household(uow, hall["home"]).area_id == new
        assert get_household(uow, hall["other"]).area_id == hall["一"]
        assert get_organisation(uow, hall["shop"]).area_id == new
        card = get_person(uow, hall["person"])
        assert (card.area_id, [one.field for one in card.history]) == (new, ["area_id"])
        assert (get_grid_load(uow, new).files, get_grid_load(uow, hall["一"]).files) == (2, 1)


@pytest.mark.parametrize(("change", "field"), [
    ({"areas": (), "addresses": ()}, "areas"), ({"reason": " "}, "reason"), ({"name": ""}, "name"),
    ({"areas": (), "addresses": ("没有的路",)}, "addresses"), ({"code": "G2"}, "code")])
def test_what_a_split_lacks_is_said_beside_the_field_and_nothing_is_kept(writing, reading, hall, change, field):
    given = {"name": "第四网格", "reason": "规模过大", "areas": (hall["2幢"],)} | change
    with pytest.raises(UserError) as refused, writing() as uow:
        split_grid(uow, SplitDraft(hall["一"], on=uow.clock.today(), **given))
    assert refused.value.field == field
    with reading() as uow:
        assert "第四网格" not in [one.area.name for one in list_grid_loads(uow)]


def test_a_split_does_not_lie_in_the_future_nor_take_what_is_another_grids(writing, hall):
    with pytest.raises(UserError, match="当日才办理"), writing() as uow:
        split_grid(uow, SplitDraft(hall["一"], "四", uow.clock.today() + timedelta(days=1), "大", areas=(hall["2幢"],)))
    with pytest.raises(UserError, match="不属于该网格"), writing() as uow:
        split_grid(uow, SplitDraft(hall["二"], "四", uow.clock.today(), "大", areas=(hall["2幢"],)))


def test_merging_takes_all_along_and_takes_a_split_back(writing, reading, hall):
    with writing() as uow:
        new = split_grid(uow, SplitDraft(hall["一"], "第四网格", uow.clock.today(), "规模过大", "", (hall["2幢"],),
                                         ("3幢",)))
        merge_grids(uow, MergeDraft(hall["一"], (new,), uow.clock.today(), "拆分有误"))
    with reading() as uow:
        gone = get_area(uow, new)
        assert (gone.active_to, gone.closed_reason) == (uow.clock.today(), "拆分有误")
        assert get_household(uow, hall["home"]).area_id == hall["一"]
        assert hall["2幢"] in list_area_ids_below(uow, hall["一"])
        assert get_area(uow, hall["一"]).came_from == (new,)
        assert get_grid_load(uow, hall["一"]).files == 3


def test_a_closed_grid_is_neither_split_nor_merged(writing, hall):
    with writing() as uow:
        close_area(uow, hall["二"], uow.clock.today(), "并入")
    with pytest.raises(UserError, match="启用中的网格"), writing() as uow:
        merge_grids(uow, MergeDraft(hall["一"], (hall["二"],), uow.clock.today(), "大"))


def test_the_list_on_paper_says_the_spread_and_the_guide(reading, hall, printed):
    with reading() as uow:
        text = printed(papers.build_list(papers.load_list(uow, 1)))
    assert all(piece in text for piece in ("第一网格", "网格长肖志", "超出参考", "最少0、平均155、最多310", "拟划"))
    assert "150—300户" in text


def test_the_check_on_paper_says_also_that_nothing_was_found(writing, reading, hall, printed):
    with reading() as uow:
        assert "网格内无楼栋" in printed(papers.build_check(papers.load_check(uow, 1)))
    with writing() as uow:
        add_area(uow, AreaDraft("5幢", "building", hall["三"]))
        add_area(uow, AreaDraft("6幢", "building", hall["二"]))
    with reading() as uow:
        assert "未发现遗漏或重叠" in printed(papers.build_check(papers.load_check(uow, 1)))


def test_the_handbook_counts_full_years_and_each_kind_of_resident(writing, reading, hall):
    with writing() as uow:  # on 2026-11-05: one day short of 60, just 18, one day short of 18
        for name, birth, kind in (("甲一", "1966-11-06", "permanent"), ("乙二", "2008-11-05", "floating"),
                                  ("丙三", "2008-11-06", "outside")):
            register_person(uow, PersonDraft(name, household_id=hall["home"], area_id=hall["一"], birth=birth,
                                             resident_kind=kind, reason="无证件"))
    with reading() as uow:
        people = dict(papers.load_grid(uow, hall["一"]).people)
    assert people == {"常住": 2, "流动": 1, "非本社区": 1, "18岁以下": 1, "60岁以上": 1}


def test_the_handbook_page_names_the_grid_its_units_and_no_resident(reading, hall, printed):
    with reading() as uow:
        paper = papers.load_grid(uow, hall["一"])
        text = printed(papers.build_handbook(paper))
    assert dict(paper.people) == {"常住": 1, "流动": 0, "非本社区": 0, "18岁以下": 0, "60岁以上": 1}
    assert all(piece in text for piece in ("第一网格", "便民超市", "1幢、2幢", "60岁以上1"))
    assert text.count("肖志") == 2  # as the grid's head, above and among the posts
    assert "网格力量" in printed(papers.build_handbook(None))


def test_the_map_sheet_prints_the_picture_that_is_attached_or_leaves_room(writing, reading, hall, printed):
    from io import BytesIO

    from PIL import Image

    from desk.core.files.service import attach

    with reading() as uow:
        assert "在此粘贴或绘制" in printed(papers.build_map(papers.load_grid(uow, hall["一"])))
    drawn = BytesIO()
    Image.new("RGB", (320, 200), "#cfe3ff").save(drawn, "PNG")
    with writing() as uow:
        attach(uow, "area", hall["一"], "平面图.png", drawn.getvalue())
    with reading() as uow:
        paper = papers.load_grid(uow, hall["一"])
        text = printed(papers.build_map(paper))
    assert paper.picture == drawn.getvalue()
    assert "在此粘贴" not in text
    assert "第一网格平面图" in text


def test_what_was_handed_over_is_listed_home_by_home(writing, reading, hall, printed):
    with reading() as uow, pytest.raises(UserError, match="不是由其他网格调整而来"):
        papers.load_handover(uow, hall["二"])
    with writing() as uow:
        new = split_grid(uow, SplitDraft(hall["一"], "第四网格", uow.clock.today(), "规模过大", "", (hall["2幢"],),
                                         ("3幢",)))
    with reading() as uow:
        text = printed(papers.build_handover(papers.load_handover(uow, new)))
    assert all(piece in text for piece in ("第四网格", "第一网格", "规模过大", "翠湖花园3幢101", "便民超市", "住户(2户)"))


@pytest.fixture
def limited(writing, hall):
    """Accounts: limited to the first grid, to the second, to one building of the first, to nothing."""
    with writing() as uow:
        made = {}
        for login, areas in (("yi", ("一",)), ("er", ("二",)), ("lou", ("2幢",)), ("all", None)):
            made[login] = make_account(uow, login, f"员{login}")
            uow.get(StaffUser, made[login]).area_ids = None if areas is None else sorted(
                set().union(*(list_area_ids_below(uow, hall[name]) for name in areas)))
    return made


def areas_of(uow, user_id):
    found = uow.get(StaffUser, user_id).area_ids
    return None if found is None else set(found)


def test_the_accounts_concerned_are_those_limited_to_the_grid(reading, hall, limited):
    with reading() as uow:
        assert [(one.id, one.grids) for one in list_limited(uow, (hall["一"],))] == [(limited["yi"], (hall["一"],))]
        assert {one.login for one in list_limited(uow)} == {"yi", "er", "lou"}


@pytest.mark.parametrize(("way", "old", "new"), [(None, True, True), ("old", True, False), ("new", False, True)])
def test_an_account_follows_its_grid_when_it_is_split(writing, reading, hall, limited, way, old, new):
    with writing() as uow:
        before = {login: areas_of(uow, user_id) for login, user_id in limited.items()}
        made = split_grid(uow, SplitDraft(hall["一"], "第四网格", uow.clock.today(), "规模过大", "", (hall["2幢"],), ("3幢",),
                                          ((limited["yi"], way),) if way else ()))
        trail = [(one.record_id, one.detail["grid"]) for one in uow.traces if one.action == "staff.follow_grid"]
    assert trail == [(limited["yi"], "第一网格")]
    with reading() as uow:
        sees = areas_of(uow, limited["yi"])
        assert ({hall["一"], hall["1幢"]} <= sees, {made, hall["2幢"], hall["101"]} <= sees) == (old, new)
        taken = {"old": {made, hall["2幢"]}, "new": {hall["一"], hall["1幢"]}}.get(way or "", set())
        assert sees.isdisjoint(taken)
        assert {login: areas_of(uow, user) for login, user in limited.items() if login != "yi"} == {
            login: seen for login, seen in before.items() if login != "yi"}


def test_merging_the_new_grid_back_gives_the_accounts_back_what_they_saw(writing, reading, hall, limited):
    with reading() as uow:
        before = areas_of(uow, limited["yi"])
    with writing() as uow:
        made = split_grid(uow, SplitDraft(hall["一"], "第四网格", uow.clock.today(), "规模过大", "", (hall["2幢"],), (),
                                          ((limited["yi"], "old"),)))
        merge_grids(uow, MergeDraft(hall["一"], (made,), uow.clock.today(), "拆分有误"))
    with reading() as uow:
        assert areas_of(uow, limited["yi"]) == before


@pytest.mark.parametrize("way", ["whole", "kept"])
def test_an_account_follows_its_grid_when_it_is_merged(writing, reading, hall, limited, way):
    with writing() as uow:
        merge_grids(uow, MergeDraft(hall["二"], (hall["一"],), uow.clock.today(), "街道调整", ((limited["yi"], way),)))
    with reading() as uow:
        assert ({hall["二"]} <= areas_of(uow, limited["yi"])) == (way == "whole")
        assert {hall["1幢"], hall["2幢"], hall["101"]} <= areas_of(uow, limited["yi"])
        assert {hall["二"], hall["1幢"], hall["101"]} <= areas_of(uow, limited["er"])  # nothing was said: the merged one


def test_nobody_is_left_with_a_closed_grid_alone_and_nothing_is_kept(writing, reading, hall, limited):
    with pytest.raises(UserError, match="看不到任何内容") as refused, writing() as uow:
        merge_grids(uow, MergeDraft(hall["一"], (hall["二"],), uow.clock.today(), "并", ((limited["er"], "kept"),)))
    assert refused.value.field == "accounts"
    with reading() as uow:
        assert get_area(uow, hall["二"]).active_to is None


def test_who_does_not_manage_accounts_may_split_but_not_choose(factory, actor, hall, limited):
    head = replace(actor, all_rights=False, permissions=frozenset({"desk.places.change"}))
    given = (hall["一"], "第四网格", date(2026, 11, 5), "规模过大", "", (hall["2幢"],), ())
    with pytest.raises(NotAllowed), factory.writing(head) as uow:
        split_grid(uow, SplitDraft(*given, ((limited["yi"], "new"),)))
    with factory.writing(head) as uow:
        made = split_grid(uow, SplitDraft(*given, ((limited["yi"], "both"),)))
    with factory.reading(actor) as uow:
        assert {made, hall["一"]} <= areas_of(uow, limited["yi"])

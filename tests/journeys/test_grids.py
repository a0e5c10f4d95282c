"""A grid that grew too large, by keys: a building goes to a new one, and comes back when the two are made one again."""

from sqlalchemy import select

from desk.core.places.drafts import AreaDraft
from desk.core.places.model import Area
from desk.core.places.service import add_area
from tests.journeys.forms import act, command, look, prepare, refused, saved


def grid_with_two_buildings(uow):
    community = add_area(uow, AreaDraft("和平社区", "community"))
    grid = add_area(uow, AreaDraft("第一网格", "grid", community, "HP01"))
    for name in ("1幢", "2幢"):
        add_area(uow, AreaDraft(name, "building", grid))


def belongs(uow):
    """Building → the grid it lies in."""
    areas = {area.id: area for area in uow.session.scalars(select(Area))}
    return {area.name: areas[area.parent_id].name for area in areas.values() if area.kind == "building"}


def test_a_building_goes_to_a_new_grid_and_comes_back(hall, open_window, wall_clock):
    prepare(hall, wall_clock, grid_with_two_buildings)
    desk = open_window(hall)
    command(desk, "网格")
    desk.open_row("第一网格")
    act(desk, "拆分网格", "新网格名称")
    desk.fill("新网格名称", "第二网格")
    desk.fill("原因", "户数过多")
    refused(desk, "请说明")
    desk.tick("2幢")
    saved(desk, "第二网格")
    assert look(hall, wall_clock, belongs) == {"1幢": "第一网格", "2幢": "第二网格"}
    command(desk, "网格")
    desk.open_row("第一网格")
    act(desk, "并入其他网格", "原因")
    desk.tick("第二网格")
    desk.fill("原因", "恢复原划分")
    saved(desk, "第一网格")
    assert look(hall, wall_clock, belongs) == {"1幢": "第一网格", "2幢": "第一网格"}

"""Areas, venues and bookings by keys: the tree, closing with a reason, two bookings that would overlap."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.core.places.drafts import AreaDraft, BookingDraft, VenueDraft
from desk.core.places.queries import get_area, get_venue, list_bookings_of, list_tree
from desk.core.places.service import add_area
from desk.core.places.venues import add_venue, book_venue
from desk.shell.places.areas import AREA, AREA_FORM, AREAS, CLOSE_AREA_FORM
from desk.shell.places.bookings import BOOKING_FORM, bookings_page
from desk.shell.places.venues import VENUE, VENUE_FORM, VENUES
from tests.shell.registers.conftest import button, control, edit, shown

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def areas(factory, actor, staff):
    with factory.writing(actor) as uow:
        community = add_area(uow, AreaDraft("和平社区", "community", code="HP"))
        grid = add_area(uow, AreaDraft("第一网格", "grid", community))
        estate = add_area(uow, AreaDraft("翠湖花园", "estate", grid))
        houses = [add_area(uow, AreaDraft(f"{number}幢", "building", estate)) for number in (12, 2)]
        add_area(uow, AreaDraft("1单元", "unit", houses[0]))
    return {"community": community, "grid": grid, "estate": estate, "house": houses[1]}


@pytest.fixture
def venue(factory, actor, clock, staff):
    with factory.writing(actor) as uow:
        room = add_venue(uow, VenueDraft("人民调解室", "mediation_room", capacity=12))
        start = uow.clock.now() - timedelta(minutes=30)
        book_venue(uow, BookingDraft(room, start, start + timedelta(hours=1), "漏水纠纷调解", "沈建国"))
    return room


def test_the_tree_is_moved_in_and_doors_wait_for_their_chip(opened, ctx, areas):
    page = opened(ctx, AREAS)
    assert [row[0] for row in shown(page)] == ["和平社区", "　第一网格", "　　翠湖花园", "　　　2幢", "　　　12幢"]
    assert page.sentence_label.text() == "网格 1 个，楼栋 2 栋"
    page.chips.choose(3)
    assert [row[3] for row in shown(page)] == ["翠湖花园12幢1单元"]


def test_a_search_finds_addresses(opened, ctx, areas, qtbot, typing):
    page = opened(ctx, AREAS)
    typing(page.search, "翠湖")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert "翠湖花园2幢" in [row[3] for row in shown(page)]
    assert "和平社区" not in [row[3] for row in shown(page)]


def test_an_area_is_added_in_another_by_keys(opened, ctx, areas, qtbot, typing, factory, actor):
    card = opened(ctx, AREA, record_id=areas["estate"])
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert ctx.navigator.opened == [("places.area_form", {"parent_id": areas["estate"]})]
    page = opened(ctx, AREA_FORM, parent_id=areas["estate"])
    typing(edit(page, "name"), "3幢")
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "places.area"
    with factory.reading(actor) as uow:
        assert get_area(uow, args["record_id"]).full_name == "翠湖花园3幢"
    assert card.card.sections[1].facts[0].value == "2幢、3幢、12幢"  # the card has heard of it


def test_what_cannot_lie_there_is_refused_beside_the_field(opened, ctx, areas, qtbot, typing):
    page = opened(ctx, AREA_FORM, parent_id=areas["house"], kind="grid")
    typing(edit(page, "name"), "第二网格")
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    assert "网格" in page.body.group.row("parent_id").sentence


def test_an_area_is_closed_with_a_reason_and_opened_again(opened, ctx, areas, qtbot, typing, factory, actor):
    card = opened(ctx, AREA, record_id=areas["estate"])
    assert not button(card, "停用区域").isEnabled()
    page = opened(ctx, CLOSE_AREA_FORM, record_id=areas["house"])
    typing(edit(page, "reason"), "已拆除")
    qtbot.keyClick(edit(page, "on"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        assert areas["house"] not in [row.id for row in list_tree(uow)]
    card = opened(ctx, AREA, record_id=areas["house"])
    assert card.card.state.word == "2026-11-05 停用"
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert card.card.state.word == "启用"


def test_the_list_says_which_venue_is_free(opened, ctx, venue, clock):
    page = opened(ctx, VENUES)
    assert [(row[0], row[5], row[6]) for row in shown(page)] == [("人民调解室", "1", "占用至 10:00")]
    clock.advance(minutes=40)
    page.refresh()
    assert shown(page)[0][6] == "空闲"


def test_the_card_shows_the_day_and_the_week(opened, ctx, venue, factory, actor, clock):
    with factory.writing(actor) as uow:
        start = uow.clock.now() + timedelta(days=2)
        book_venue(uow, BookingDraft(venue, start, start + timedelta(hours=2), "居民议事会"))
    card = opened(ctx, VENUE, record_id=venue)
    assert [(fact.label, fact.value) for fact in card.card.sections[0].facts] == [("09:00-10:00", "漏水纠纷调解 · 沈建国")]
    assert card.card.sections[1].facts[0].label == "11-07 09:30-11:30"


def test_a_clash_names_what_is_in_the_way_and_another_time_is_taken(opened, ctx, venue, qtbot, typing, factory, actor):
    page = opened(ctx, BOOKING_FORM, venue_id=venue, owner_kind="trial.matter", owner_id=7)
    time = control(page, "starts_at").time
    time.selectAll()
    qtbot.keyClicks(time, "9:30")
    typing(edit(page, "purpose"), "居民议事会")
    qtbot.keyClick(edit(page, "purpose"), Qt.Key.Key_S, CTRL)
    assert "漏水纠纷调解" in page.body.group.row("starts_at").sentence
    time.selectAll()
    qtbot.keyClicks(time, "10:00")
    qtbot.keyClick(edit(page, "purpose"), Qt.Key.Key_S, CTRL)
    assert ctx.navigator.backs == 1
    with factory.reading(actor) as uow:
        found = list_bookings_of(uow, "trial.matter", 7)
    assert [(row.purpose, row.contact) for row in found] == [("居民议事会", "王秀英")]


def test_bookings_are_shown_by_day_and_given_back_with_a_reason(opened, ctx, venue, qtbot, clock):
    page = opened(ctx, bookings_page)
    assert [row[:3] for row in shown(page)] == [["2026-11-05", "09:00-10:00", "人民调解室"]]
    page.chips.choose(2)
    assert shown(page) == []
    page.chips.choose(0)
    qtbot.keyClicks(page.controls["day"].edit, "11-5")
    assert len(shown(page)) == 1
    page.table.selectRow(0)
    ctx.asker.answers = ["改期"]
    qtbot.mouseClick(button(page, "取消预订"), Qt.MouseButton.LeftButton)
    assert shown(page) == []
    assert ctx.navigator.said == [("预订已取消", "done")]


def test_a_venue_is_changed_closed_and_opened(opened, ctx, venue, qtbot, typing, factory, actor):
    page = opened(ctx, VENUE_FORM, record_id=venue)
    typing(edit(page, "keeper"), "沈建国")
    qtbot.keyClick(edit(page, "keeper"), Qt.Key.Key_S, CTRL)
    card = opened(ctx, VENUE, record_id=venue)
    ctx.asker.answers = [True]
    qtbot.mouseClick(button(card, "停用场地"), Qt.MouseButton.LeftButton)
    with factory.reading(actor) as uow:
        row = get_venue(uow, venue)
    assert (row.keeper, row.closed_on, row.capacity) == ("沈建国", ctx.clock.today(), 12)
    qtbot.mouseClick(button(card, "恢复开放"), Qt.MouseButton.LeftButton)
    assert button(card, "预订").isEnabled()


def test_who_may_not_change_places_may_still_book(opened, house, venue, areas):
    reader = house("desk.people.read")
    card = opened(reader, VENUE, record_id=venue)
    assert [act.title for act in card.card.acts] == ["预订", "全部预订"]
    assert not opened(reader, AREAS)._may_make()


def test_the_day_of_all_venues_is_walked_and_booked_by_keys(opened, ctx, venue, qtbot, clock):
    from desk.shell.places.day_page import DayPage

    page = opened(ctx, DayPage)
    assert page.grid.hasFocus()
    assert page.words.text() == "人民调解室 09:00 · 09:00-10:00 漏水纠纷调解 沈建国"
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert ctx.navigator.opened[-1] == ("places.booking_form", {"record_id": 1})
    for _step in range(2):
        qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.accessibleName() == "人民调解室 10:00 · 空闲"
    qtbot.keyClick(page.grid, Qt.Key.Key_N, CTRL)
    entry, args = ctx.navigator.opened[-1]
    assert (entry, args["venue_id"], args["ends_at"] - args["starts_at"]) == ("places.booking_form", venue, timedelta(hours=1))
    assert args["starts_at"] == clock.now() + timedelta(minutes=30)
    form = opened(ctx, BOOKING_FORM, **args)
    assert control(form, "starts_at").value() == args["starts_at"]


def test_a_double_click_books_and_the_next_day_is_free(opened, ctx, venue, qtbot, factory, actor, clock):
    from desk.shell.places.day_page import DayPage

    page = opened(ctx, DayPage)
    middle = page.grid.rect_of(0, 10, 11).center().toPoint()
    qtbot.mouseDClick(page.grid, Qt.MouseButton.LeftButton, pos=middle)
    assert ctx.navigator.opened[-1][1]["starts_at"] == clock.now() + timedelta(hours=3, minutes=30)
    with factory.writing(actor) as uow:
        start = clock.now() + timedelta(days=1)
        book_venue(uow, BookingDraft(venue, start, start + timedelta(hours=1), "居民议事会"))
    qtbot.keyClick(page.grid, Qt.Key.Key_PageDown)
    page.grid.go_to(0, 3)
    assert "居民议事会" in page.words.text()


def test_without_venues_the_day_says_what_to_do(opened, ctx, staff):
    from desk.shell.places.day_page import DayPage

    page = opened(ctx, DayPage)
    assert page.empty.isVisible()
    assert not page.book_button.isEnabled()


@pytest.fixture
def two_grids(factory, actor):
    from desk.core.people.drafts import HouseholdDraft
    from desk.core.people.households import register_household

    with factory.writing(actor) as uow:
        grids = [add_area(uow, AreaDraft(name, "grid", code=code)) for name, code in (("第一网格", "G1"), ("第二网格", "G2"))]
        house = add_area(uow, AreaDraft("1幢", "building", grids[0]))
        register_household(uow, HouseholdDraft("翠湖花园3幢101", area_id=grids[0]))
    return (*grids, house)


def test_a_grid_is_split_by_keys_and_the_list_shows_both(opened, ctx, qtbot, typing, factory, actor, two_grids):
    from desk.shell.places.grid_forms import split_form
    from desk.shell.places.grids import GRIDS_LIST

    page = opened(ctx, split_form, record_id=two_grids[0])
    typing(edit(page, "name"), "第三网格")
    typing(edit(page, "reason"), "规模过大")
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    assert page.body.group.row("areas").sentence == "请说明划给新网格的内容。"
    qtbot.keyClick(control(page, "areas").boxes[two_grids[2]], Qt.Key.Key_Space)
    qtbot.keyClick(edit(page, "name"), Qt.Key.Key_S, CTRL)
    entry, args = ctx.navigator.opened[-1]
    assert entry == "places.area"
    card = opened(ctx, AREA, record_id=args["record_id"])
    facts = {fact.label: fact.value for section in card.card.sections for fact in section.facts}
    assert (facts["由来"], facts["楼栋"], facts["规模"]) == ("第一网格", "1", "不评规模")
    rows = {row[1]: row for row in shown(opened(ctx, GRIDS_LIST))}
    assert (rows["第三网格"][6], rows["第一网格"][4], rows["第一网格"][8]) == ("1", "1", "低于参考规模")


def test_grids_are_merged_by_keys(opened, ctx, qtbot, typing, factory, actor, two_grids):
    from desk.core.places.queries import get_area
    from desk.shell.places.grid_forms import merge_form

    page = opened(ctx, merge_form, record_id=two_grids[1])
    qtbot.keyClick(control(page, "gone").boxes[two_grids[0]], Qt.Key.Key_Space)
    typing(edit(page, "reason"), "街道调整")
    qtbot.keyClick(edit(page, "reason"), Qt.Key.Key_S, CTRL)
    with factory.reading(actor) as uow:
        assert get_area(uow, two_grids[0]).closed_reason == "街道调整"
        assert get_area(uow, two_grids[2]).parent_id == two_grids[1]


@pytest.fixture
def limited(factory, actor, two_grids):
    """An account limited to each of the two grids."""
    from desk.core.places.queries import list_area_ids_below
    from desk.core.staff.model import StaffUser
    from desk.testing.hall import make_account

    made = {}
    with factory.writing(actor) as uow:
        for login, grid in zip(("yi", "er"), two_grids, strict=False):
            made[login] = make_account(uow, login, f"网格员{login}")
            uow.get(StaffUser, made[login]).area_ids = sorted(list_area_ids_below(uow, grid))
    return made


def limits(factory, actor, user_id):
    from desk.core.staff.queries import get_account

    with factory.reading(actor) as uow:
        return set(get_account(uow, user_id).area_ids)


def test_a_split_names_the_accounts_limited_to_the_grid_and_each_goes_where_it_is_sent(
        opened, ctx, qtbot, typing, factory, actor, two_grids, limited):
    from desk.shell.places.grid_forms import split_form

    page = opened(ctx, split_form, record_id=two_grids[0])
    box = page.body.repeats[0]
    assert control(page, "told").words.text() == "有 1 个账号限于所涉网格，下次登录起按下列选择生效。"
    assert [(line["who"], line["goes"]) for line in box.peek()] == [("网格员yi（yi）", "both")]
    typing(edit(page, "name"), "第三网格")
    typing(edit(page, "reason"), "规模过大")
    qtbot.keyClick(control(page, "areas").boxes[two_grids[2]], Qt.Key.Key_Space)
    goes = box.items[0].group.row("goes").control.box
    qtbot.keyClick(goes, Qt.Key.Key_End)
    qtbot.keyClick(goes, Qt.Key.Key_S, CTRL)
    new = ctx.navigator.opened[-1][1]["record_id"]
    assert limits(factory, actor, limited["yi"]) == {new, two_grids[2]}
    assert limits(factory, actor, limited["er"]) == {two_grids[1]}


def test_a_merge_names_the_accounts_as_grids_are_ticked_and_keeps_what_was_chosen(
        opened, ctx, qtbot, typing, factory, actor, two_grids, limited):
    from desk.shell.places.grid_forms import merge_form

    page = opened(ctx, merge_form, record_id=two_grids[1])
    box = page.body.repeats[0]
    assert control(page, "told").words.text() == "没有账号限于所涉网格。"
    tick = control(page, "gone").boxes[two_grids[0]]
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert [line["who"] for line in box.peek()] == ["网格员er（er）", "网格员yi（yi）"]
    typing(edit(page, "reason"), "街道调整")
    qtbot.keyClick(box.items[1].group.row("goes").control.box, Qt.Key.Key_End)
    assert [line["goes"] for line in box.peek()] == ["whole", "kept"]
    qtbot.keyClick(edit(page, "reason"), Qt.Key.Key_S, CTRL)
    assert limits(factory, actor, limited["yi"]) == {two_grids[0], two_grids[2]}
    assert limits(factory, actor, limited["er"]) == {two_grids[1], two_grids[2]}


def test_who_does_not_manage_accounts_sees_whom_it_concerns_and_cannot_choose(opened, house, two_grids, limited):
    from desk.shell.places.grid_forms import split_form

    page = opened(house("desk.places.change"), split_form, record_id=two_grids[0])
    row = page.body.repeats[0].items[0].group.row("goes")
    assert not row.control.box.isEnabled()
    assert row.control.value() == "both"


def test_the_check_leads_to_where_it_is_mended(opened, ctx, qtbot, factory, actor, two_grids):
    from desk.shell.places.grids import GRID_CHECK

    with factory.writing(actor) as uow:
        orphan = add_area(uow, AreaDraft("孤楼", "building"))
    page = opened(ctx, GRID_CHECK)
    assert {row[0]: row[1] for row in shown(page)} == {"孤楼": "楼栋未划入网格", "第二网格": "网格内无楼栋、无户档"}
    page.table.selectRow([row[0] for row in shown(page)].index("孤楼"))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert ctx.navigator.opened[-1] == ("places.area_form", {"record_id": orphan})

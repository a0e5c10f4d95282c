"""The menu, wishes, stalls, the tour of estates; campaigns with contributions and pictures (the seed's 80人次 = 300余工时)."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from desk.api import UserError
from desk.api.pages import PageRequest
from desk.api.places import AreaDraft, add_area
from plugins.volunteer.documents.fairs import build_campaign, build_result
from plugins.volunteer.documents.loading_teams import load_activity, load_campaign
from plugins.volunteer.drafts import EndingDraft, SheetDraft
from plugins.volunteer.drafts_teams import (
    ClosingDraft,
    ContributionDraft,
    MenuDraft,
    PhotoDraft,
    StallDraft,
    StallsDraft,
    WishDraft,
)
from plugins.volunteer.models import Activity, MenuItem
from plugins.volunteer.pages.fairs import MENU, TOUR, load_item
from plugins.volunteer.service.activities import close_activity, publish_activity
from plugins.volunteer.service.attendance import type_sheet
from plugins.volunteer.service.fairs import (
    add_photo,
    begin_menu,
    contribute,
    end_menu_item,
    list_tour,
    note_wish,
    save_menu_item,
    set_stalls,
)
from plugins.volunteer.tests.conftest import at


def picture():
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    return out.getvalue()


def test_wishes_and_counts_meet_on_the_menu(station, do):
    station.volunteer(skills=("knives",))
    do(begin_menu)
    assert do(begin_menu) == 0
    item = do(lambda uow: uow.session.query(MenuItem).filter_by(title="磨刀").one().id)
    do(note_wish, WishDraft(item, heads=18))
    do(note_wish, WishDraft(item, heads=2))
    fair = station.activity(form="fair")
    do(set_stalls, StallsDraft(fair, (StallDraft(title="磨刀", volunteer="ZY1", served=21),)))
    row = next(row for row in do(MENU.fetch, PageRequest(size=50)).rows if row.id == item)
    assert (row.count, row.hours, row.points) == (1, "20", "21")
    card = do(load_item, item)
    assert "21" in card.sections[2].facts[0].value
    with pytest.raises(UserError):
        do(save_menu_item, MenuDraft("磨刀"))
    do(end_menu_item, item)
    assert all(row.id != item for row in do(MENU.fetch, PageRequest(size=50)).rows)


def test_what_stalls_counted_is_what_the_fair_served(station, do, printed):
    station.volunteer()
    fair = station.activity(form="fair")
    stalls = (StallDraft(title="磨刀", volunteer="ZY1", served=21), StallDraft(title="修伞", served=4))
    do(set_stalls, StallsDraft(fair, stalls))
    do(close_activity, ClosingDraft(fair, 10, "圆满"))
    assert do(lambda uow: uow.get(Activity, fair).served) == 25
    text = printed(build_result(do(load_activity, fair)))
    assert "龚桂兰" in text
    assert "25" in text
    with pytest.raises(UserError):
        do(set_stalls, StallsDraft(fair, ()))


def test_a_stall_that_served_is_not_taken_away(station, do):
    fair = station.activity(form="fair")
    do(set_stalls, StallsDraft(fair, (StallDraft(title="磨刀", served=3), StallDraft(title="修伞"))))
    with pytest.raises(UserError):
        do(set_stalls, StallsDraft(fair, ()))


def test_the_estate_longest_without_a_fair_comes_first(station, do, clock):
    near, far, never = (do(add_area, AreaDraft(name=name, kind="estate")) for name in ("甲园", "乙园", "丙园"))
    for area, days in ((near, 5), (far, 40)):
        start = at(11, 5, 8) - timedelta(days=days)
        made = station.activity(start, start + timedelta(hours=3), form="fair", area_id=area, publish=False)
        do(lambda uow, made=made: setattr(uow.get(Activity, made), "state", "closed"))
    assert [stop.area.id for stop in do(list_tour)] == [never, far, near]
    rows = do(TOUR.fetch, PageRequest()).rows
    assert [row.days for row in rows] == ["", "40", "5"]


def test_the_campaign_of_the_seed(station, do, printed):
    """80 head counts and 300 hours from the sheet, 24 households and 1,000 m² from the slips."""
    numbers = [f"ZY{number + 1}" for number in range(20)]
    for number in range(20):
        station.volunteer(f"志愿{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'[number]}")
    campaigns = [station.activity(at(11, day, 8), at(11, day, 11, 45), form="campaign") for day in (1, 2, 3, 4)]
    for campaign in campaigns:
        do(type_sheet, SheetDraft(campaign, "\n".join(f"{number} 8:00 11:45" for number in numbers)))
    for number in range(24):
        do(contribute, ContributionDraft(campaigns[0], f"{number + 1}号户", "楼前", "菜地", 4200, date(2026, 11, 5)))
    papers = [do(load_activity, campaign) for campaign in campaigns]
    assert sum(len(paper.people) for paper in papers) == 80
    assert sum(paper.minutes for paper in papers) == 300 * 60
    assert sum(one[3] for one in papers[0].gave) == 100_800
    text = printed(build_campaign(papers[0]))
    assert "24户" in text
    assert "1008" in text
    assert "20人次" in text


def test_a_household_has_to_sign(station, do):
    campaign = station.activity(form="campaign")
    with pytest.raises(UserError) as told:
        do(contribute, ContributionDraft(campaign))
    assert {"household", "consent_on"} <= set(told.value.fields)


def test_pictures_stand_in_the_report_before_first(station, do):
    campaign = station.activity(form="campaign")
    do(add_photo, PhotoDraft(campaign, "after", "后.png", picture()))
    do(add_photo, PhotoDraft(campaign, "before", "前.png", picture()))
    with pytest.raises(UserError):
        do(add_photo, PhotoDraft(campaign, "sometime", "x.png", picture()))
    assert [word for word, _content in do(load_campaign, campaign).photos] == ["整治前", "整治后"]


def test_recruiting_is_not_opened_without_content_and_risks(station, do):
    stall = station.activity(form="recruitment", publish=False)
    with pytest.raises(UserError):
        do(publish_activity, EndingDraft(stall))
    stall = station.activity(form="recruitment", publish=False, risks="防暑")
    with pytest.raises(UserError):
        do(publish_activity, EndingDraft(stall))
    stall = station.activity(form="recruitment", publish=False, risks="防暑", content="巡查楼道")
    do(publish_activity, EndingDraft(stall))

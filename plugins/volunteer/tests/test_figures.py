"""Tables of figures over what was served: numbers lead to their records, areas and corrections hold."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.api.figures import read_records, read_table
from desk.api.places import AreaDraft, add_area
from desk.api.statistics import parse_period
from plugins.volunteer.drafts import CorrectionDraft, EndingDraft, MemberDraft, OrderDraft, SignUpDraft, TeamDraft
from plugins.volunteer.drafts_teams import ClosingDraft, ContributionDraft, StallDraft, StallsDraft, WishDraft
from plugins.volunteer.indicators import TABLES
from plugins.volunteer.models import MenuItem
from plugins.volunteer.service.activities import close_activity
from plugins.volunteer.service.fairs import begin_menu, contribute, note_wish, set_stalls
from plugins.volunteer.service.hour_months import get_hour_month, list_hour_lines
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.ordering import offer_order, place_order, take_order
from plugins.volunteer.service.recruiting import take_applicant
from plugins.volunteer.service.teams import join_team, save_team
from plugins.volunteer.service.yearly import count_year
from plugins.volunteer.tests.conftest import at

BY_CODE = {table.code: table for table in TABLES}
ALL = "*"


@pytest.fixture
def cell(do):
    """cell(table, figure, by, across="*", area=None, period=…) → number of the cell."""
    def read(code, figure, by=ALL, across=ALL, *, area=None, period="2026-11"):
        found = do(lambda uow: read_records(uow, BY_CODE[code], parse_period(period), area, (figure, by, across)))
        return found
    return read


def test_every_table_can_be_read(do, station):
    who = station.volunteer(skills=("hair",))
    station.serve(who, at(11, 4, 8), at(11, 4, 10))
    for table in TABLES:
        period = parse_period("2026" if table.kinds[0] == "year" else "2026-11")
        assert do(lambda uow, table=table, period=period: read_table(uow, table, period, None)).rows, table.code


def test_hours_heads_and_corrections(do, station, cell):
    who = station.volunteer()
    pair = station.serve(who, at(11, 4, 8), at(11, 4, 11), kind="health")
    assert cell("volunteer.by_kind", "hours", "health").value == 180
    do(correct_hours, CorrectionDraft(pair, 120, "误记", "何苗"))
    found = cell("volunteer.by_kind", "hours", "health")
    assert found.value == 120
    assert [(one.record_id, line.title) for one, line in found.lines] == [(pair, "龚桂兰")]
    assert cell("volunteer.by_kind", "heads").value == 1
    assert cell("volunteer.by_kind", "hours", "law").value == 0


def test_what_was_corrected_to_nothing_is_nobodys_service(do, station, cell):
    who = station.volunteer()
    pair = station.serve(who, at(11, 4, 8), at(11, 4, 11), kind="health")
    station.serve(who, at(11, 10, 8), at(11, 10, 9), kind="health")
    do(correct_hours, CorrectionDraft(pair, 0, "本人未到", "何苗"))
    assert (cell("volunteer.by_kind", "heads").value, cell("volunteer.by_kind", "hours").value) == (1, 60)
    month = do(get_hour_month, 202611)
    assert (month.times, month.minutes, month.people) == (1, 60, 1)
    assert [(line.times, line.minutes) for line in do(list_hour_lines, 202611)] == [(1, 60)]
    year = do(count_year, 2026)
    assert (year.heads, year.minutes, year.active) == (1, 60, 1)


def test_hours_are_told_by_grid(do, station, cell):
    grid, other = (do(add_area, AreaDraft(name=name, kind="grid")) for name in ("第一网格", "第二网格"))
    station.serve(station.volunteer(), at(11, 4, 8), at(11, 4, 11), area_id=grid)
    assert cell("volunteer.by_area", "hours", str(grid)).value == 180
    assert cell("volunteer.by_area", "heads", str(grid)).value == 1
    assert cell("volunteer.by_area", "hours", str(other)).value == 0


def test_activities_by_area(do, station, cell):
    near, far = (do(add_area, AreaDraft(name=name, kind="estate")) for name in ("甲园", "乙园"))
    made = station.activity(area_id=near)
    do(close_activity, ClosingDraft(made, 12, "好"))
    assert cell("volunteer.by_area", "served", str(near)).value == 12
    assert cell("volunteer.by_area", "served", area=near).value == 12
    assert cell("volunteer.by_area", "served", area=far).value == 0


def test_fairs_and_wishes_lead_to_their_records(do, station, cell):
    do(begin_menu)
    item = do(lambda uow: uow.session.query(MenuItem).filter_by(title="磨刀").one().id)
    do(note_wish, WishDraft(item, heads=18))
    fair = station.activity(form="fair")
    do(set_stalls, StallsDraft(fair, (StallDraft(title="磨刀", served=21), StallDraft(title="理发", served=4))))
    assert cell("volunteer.fairs", "served", "磨刀").value == 0, "a fair that is not held is not counted"
    do(close_activity, EndingDraft(fair, "好"))
    found = cell("volunteer.fairs", "served", "磨刀")
    assert found.value == 21
    assert found.lines[0][1].id == fair
    assert cell("volunteer.fairs", "served").value == 25
    assert cell("volunteer.fairs", "wished", "磨刀").value == 18


def test_campaigns_count_households_and_square_metres(do, station, cell):
    campaign = station.activity(form="campaign")
    for household in ("1号户", "2号户"):
        do(contribute, ContributionDraft(campaign, household, area=5000, consent_on=date(2026, 11, 4)))
    assert cell("volunteer.campaigns", "households").value == 2
    assert cell("volunteer.campaigns", "square").value == 100


def test_people_by_age_skill_and_whether_they_served_lately(do, station, cell):
    who = station.volunteer(skills=("hair", "law"))
    station.volunteer("沈大力", "1990-01-01")
    station.serve(who, at(11, 4, 8), at(11, 4, 10))
    assert cell("volunteer.people_table", "registered").value == 2
    assert cell("volunteer.people_table", "lately").value == 1
    assert cell("volunteer.by_age", "registered", "60—74岁").value == 1
    assert cell("volunteer.by_skill", "registered", "hair").value == cell("volunteer.by_skill", "registered", "law").value == 1


def test_recruiting_counts_names_and_registrations(do, station, cell):
    stall = station.activity(form="recruitment", content="巡查", risks="结伴")
    do(take_applicant, stall, "王芳 13800000000")
    assert cell("volunteer.recruiting", "left").value == 1
    assert cell("volunteer.recruiting", "registered").value == 0


def test_orders_by_month_by_skill_and_by_the_post_of_who_took_them(do, station, cell, clock):
    station.volunteer(skills=("repair",))
    post = do(save_team, TeamDraft("环境卫生岗", "post"))
    start = at(11, 7, 9)
    placed = OrderDraft("水龙头滴水", "王桂珍", "13800000000", "1幢101", "repair", wanted_at=start,
                        wanted_until=start + timedelta(hours=1))
    first = do(place_order, placed)
    do(place_order, replace(placed, wish="陪着看病", skill=""))
    do(offer_order, EndingDraft(first))
    clock.advance(minutes=45)
    do(take_order, SignUpDraft(first, "龚桂兰"))
    assert cell("volunteer.orders_by_kind", "waited").value == 45
    shown = do(lambda uow: read_table(uow, BY_CODE["volunteer.orders_by_kind"], parse_period("2026-11"), None))
    assert "0.8" in [one.text for one in shown.cells[-1]], "45 minutes are 0.8 hours on average"
    assert cell("volunteer.orders_by_kind", "placed").value == 2
    found = cell("volunteer.orders_by_kind", "taken", "repair")
    assert [(one.record_id, line.title) for one, line in found.lines] == [(first, "水龙头滴水")]
    assert cell("volunteer.orders_by_kind", "placed", "any").value == 1
    assert cell("volunteer.orders_by_month", "placed", period="2026-11").value == 2
    assert cell("volunteer.orders_by_post", "taken", "环境卫生岗").value == 0
    do(join_team, MemberDraft(post, "ZY1"))
    assert cell("volunteer.orders_by_post", "taken", "环境卫生岗").value == 1

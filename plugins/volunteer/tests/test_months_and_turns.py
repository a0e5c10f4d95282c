"""The month of hours with its means, figures of points by rule, rankings only of who agreed, turns of a team, the report."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.api import NotFound, UserError
from desk.api.calendar import list_duties
from desk.api.db import Actor
from desk.api.figures import read_records, read_table
from desk.api.files import list_attachments
from desk.api.statistics import ALL, parse_period
from plugins.volunteer.documents import activity_report, hour_sheet, team_board
from plugins.volunteer.documents.loading_teams import load_board, load_campaign
from plugins.volunteer.documents.yearly import build_earners, load_year
from plugins.volunteer.drafts import AdjustmentDraft, CorrectionDraft, DecisionDraft, EndingDraft, MemberDraft, TeamDraft
from plugins.volunteer.drafts_teams import PhotoDraft
from plugins.volunteer.indicators import TABLES
from plugins.volunteer.models import Adjustment
from plugins.volunteer.pages.hour_months import load_month, months
from plugins.volunteer.pages.teams import load_team
from plugins.volunteer.pages.turns import save_turns, start_turns
from plugins.volunteer.service.activities import close_activity
from plugins.volunteer.service.fairs import add_photo
from plugins.volunteer.service.hours import correct_hours
from plugins.volunteer.service.market import hand_out
from plugins.volunteer.service.points import ask_adjustment, decide_adjustment
from plugins.volunteer.service.teams import join_team, save_team
from plugins.volunteer.service.turns import roster_of
from plugins.volunteer.tests.conftest import at

BY_CODE = {table.code: table for table in TABLES}


@pytest.fixture
def number(do):
    """number(table, figure, by, period) of a cell."""
    def read(code, figure, by=ALL, period="2026-11"):
        return do(lambda uow: read_records(uow, BY_CODE[code], parse_period(period), None, (figure, by, ALL))).value
    return read


def test_a_month_of_hours_with_its_mean(station, do, printed):
    first, second = station.volunteer("龚桂兰"), station.volunteer("欧阳明")
    station.serve(first, at(11, 4, 8), at(11, 4, 11))
    pair = station.serve(second, at(11, 4, 8), at(11, 4, 10))
    do(correct_hours, CorrectionDraft(pair, 60, "早退"))
    one = next(row for row in do(months, None).rows if row.id == 202611)
    assert (one.people, one.times, one.hours, one.mean) == (2, 2, "4", "2")
    facts = [fact for section in do(load_month, 202611).sections for fact in section.facts]
    assert "龚桂兰 ZY1" in [fact.label for fact in facts]
    page = printed(hour_sheet.build(do(hour_sheet.load, 202611)))
    assert "人均2小时" in page
    assert "欧阳明" in page
    assert do(hour_sheet.load, 202401).lines == ()


def test_the_table_of_months_knows_the_mean(station, do, number):
    first, second = station.volunteer("龚桂兰"), station.volunteer("欧阳明")
    station.serve(first, at(11, 3, 8), at(11, 3, 11))
    station.serve(first, at(11, 4, 8), at(11, 4, 11))
    station.serve(second, at(11, 4, 8), at(11, 4, 9))
    assert number("volunteer.months", "servers", period="2026") == 2
    view = do(lambda uow: read_table(uow, BY_CODE["volunteer.months"], parse_period("2026"), None))
    row = next(place for place, line in enumerate(view.rows) if "人均" in line.title)
    assert "3.5" in [cell.text for cell in view.cells[row]]


def test_points_by_rule_and_year(station, do, number, factory):
    who = station.volunteer("龚桂兰")
    rule = station.rule()
    station.serve(who, at(11, 4, 8), at(11, 4, 11))
    do(ask_adjustment, AdjustmentDraft(who, 20, "推荐登记"))
    with factory.writing(Actor("沈主任", 1, all_rights=True)) as uow:
        decide_adjustment(uow, DecisionDraft(uow.session.scalars(select(Adjustment.id)).one()))
    do(hand_out, who, station.goods(points=15))
    assert number("volunteer.points_by_rule", "earned", f"rule:{rule}", "2026") == 30
    assert number("volunteer.points_by_rule", "adjusted", "adjust", "2026") == 20
    assert number("volunteer.points_by_rule", "spent", "redeem", "2026") == 15
    assert number("volunteer.points_months", "held", period="2026") == 35
    assert number("volunteer.goods_table", "out", "大米") == 1
    assert number("volunteer.goods_table", "came", "大米") == 5
    assert number("volunteer.goods_table", "stock", "大米") == 4
    found = do(lambda uow: read_records(uow, BY_CODE["volunteer.points_by_rule"], parse_period("2026"), None,
                                        ("earned", f"rule:{rule}", ALL)))
    assert [(one.record_id, line.title) for one, line in found.lines] == [(who, "龚桂兰")]


def test_the_ranking_of_points_names_only_who_agreed(station, do, printed):
    station.rule()
    shown, hidden = station.volunteer("龚桂兰", consent_names=True), station.volunteer("欧阳明")
    for who in (shown, hidden):
        station.serve(who, at(11, 4, 8), at(11, 4, 11))
    page = printed(build_earners(do(load_year, 2026)))
    assert "龚桂兰" in page
    assert "欧阳明" not in page


def test_members_take_turns_and_the_next_weeks_go_on_behind_the_last(station, do, clock, printed):
    team = do(save_team, TeamDraft("翠湖邻里帮帮团", "neighbour"))
    for name in ("龚桂兰", "欧阳明", "单广志"):
        station.volunteer(name, consent_names=True)
        do(join_team, MemberDraft(team, name))
    values = do(start_turns, team)
    assert [row["who"] for row in values["duties"][:4]] == ["龚桂兰", "欧阳明", "单广志", "龚桂兰"]
    assert len(values["duties"]) == 28, "neighbours help on free days too"
    values["duties"] = values["duties"][:27]
    do(save_turns, values)
    first = values["first"]
    assert len(do(list_duties, roster_of(team), first, first + timedelta(days=40))) == 27
    assert "轮值安排" in [section.title for section in do(load_team, team).sections]
    board = do(load_board, team)
    assert "欧阳明" in printed(team_board.build_turns(board))
    assert "翠湖邻里帮帮团" in printed(team_board.build_board(board))
    clock.advance(days=28)
    assert do(start_turns, team)["duties"][0]["who"] == "龚桂兰", "the 27th turn was the third one's"


def test_the_report_of_an_ordinary_activity_has_its_photographs(station, do, printed, picture):
    who = station.volunteer()
    station.serve(who, at(11, 4, 8), at(11, 4, 11), enter=False, content="陪聊和打扫")
    do(add_photo, PhotoDraft(1, "during", "现场.png", picture))
    with pytest.raises(UserError):
        do(add_photo, PhotoDraft(1, "never", "现场.png", picture))
    do(close_activity, EndingDraft(1, "老人满意。"))
    assert [one.title for one in do(list_attachments, "volunteer.activity", 1)] == ["during"]
    page = printed(activity_report.build(do(load_campaign, 1)))
    for words in ("陪聊和打扫", "龚桂兰", "3", "老人满意。", "活动现场"):
        assert words in page


@pytest.fixture
def picture():
    from io import BytesIO

    from PIL import Image

    made = BytesIO()
    Image.new("RGB", (400, 300), "seagreen").save(made, "PNG")
    return made.getvalue()


def test_a_month_that_is_none_is_refused(do):
    with pytest.raises(NotFound):
        do(load_month, 202613)

"""Minutes granted by funds to people who are no volunteers: on which ground, drawn, returned, given back; it adds up."""

import pytest
from sqlalchemy import text

from desk.api import UserError
from desk.api.ledgers import reconcile
from desk.api.pages import PageRequest
from desk.api.settings import change_settings
from plugins.volunteer.documents.time_statement import build_granted, load_granted
from plugins.volunteer.drafts import EndingDraft
from plugins.volunteer.models import TimeDraw
from plugins.volunteer.pages.timefund import granted
from plugins.volunteer.pages.timefund import load_granted as load_card
from plugins.volunteer.recount import recount
from plugins.volunteer.service.timebank import return_draw
from plugins.volunteer.service.timefund import draw_granted, end_grant, grant_time, granted_minutes, return_granted
from plugins.volunteer.shop_drafts import GrantDraft, GrantDrawDraft


@pytest.fixture
def fund(do):
    do(change_settings, {"volunteer.time_bank": True, "volunteer.time_bank_fund": True})


def adds_up(do):
    assert do(reconcile) == []
    assert do(lambda uow: recount(lambda query: [tuple(row) for row in uow.session.execute(text(query))])) == []


def test_it_is_off_until_the_hall_switches_it_on(station, do):
    who = station.person(birth="1940-01-01")
    with pytest.raises(UserError):
        do(grant_time, GrantDraft(who, 600, "社区慈善基金", "alone80"))


@pytest.mark.parametrize(("birth", "draft", "field"), [
    ("1950-01-01", {"basis": "alone80"}, "basis"), ("1940-01-01", {"basis": "alone80", "minutes": 0}, "minutes"),
    ("1940-01-01", {"basis": "alone80", "fund": " "}, "fund"), ("1950-01-01", {"basis": "hardship60"}, "reason"),
    ("1940-01-01", {"basis": ""}, "basis")])
def test_grants_need_a_ground(station, do, fund, birth, draft, field):
    who = station.person(birth=birth)
    with pytest.raises(UserError) as told:
        do(grant_time, GrantDraft(**{"person_id": who, "minutes": 600, "fund": "社区慈善基金", **draft}))
    assert field in told.value.fields


def test_granted_drawn_returned_and_given_back(station, do, fund, printed):
    who = station.person("白秀英", birth="1940-01-01")
    do(grant_time, GrantDraft(who, 600, "社区慈善基金", "alone80"))
    do(draw_granted, GrantDrawDraft(who, 90, "陪同就医"))
    assert do(granted_minutes, who) == 510
    with pytest.raises(UserError):
        do(draw_granted, GrantDrawDraft(who, 511, "陪同就医"))
    drawn = do(lambda uow: uow.session.query(TimeDraw).one().id)
    with pytest.raises(UserError):
        do(return_draw, EndingDraft(drawn, "志愿者没来"))  # the act for a volunteer's own minutes
    do(return_granted, EndingDraft(drawn, "志愿者没来"))
    with pytest.raises(UserError):
        do(return_granted, EndingDraft(drawn, "志愿者没来"))
    assert do(granted_minutes, who) == 600
    do(draw_granted, GrantDrawDraft(who, 60, "理发"))
    adds_up(do)
    rows = do(granted, PageRequest()).rows
    assert [(row.name, row.came, row.went, row.held) for row in rows] == [("白秀英", "10", "1", "9")]
    assert len(do(load_card, who).timeline) == 4
    page = printed(build_granted(do(load_granted, who)))
    assert "白秀英" in page
    assert "基金发放" in page
    do(end_grant, EndingDraft(who, "搬到女儿家"))
    assert do(granted_minutes, who) == 0
    adds_up(do)

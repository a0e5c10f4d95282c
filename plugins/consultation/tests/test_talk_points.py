"""Talk points: who is on duty, what was brought, settled on the spot or passed on; the sign, the duty list, the log."""

from datetime import timedelta

import pytest

from desk.api import UserError
from desk.api.figures import read_table
from desk.api.pages import PageRequest
from desk.api.places import VenueDraft, add_venue
from desk.api.statistics import period_of
from plugins.consultation.documents import points
from plugins.consultation.documents.loading_more import load_point
from plugins.consultation.drafts_bodies import MatterDraft, VisitDraft
from plugins.consultation.figures.tables import TABLES
from plugins.consultation.pages.talk_points import POINT_DUTY_FORM, POINTS, VISIT_FORM, load
from plugins.consultation.queries_matters import list_matters_of
from plugins.consultation.queries_points import get_point
from plugins.consultation.service.gatherings import settle_matter
from plugins.consultation.service.talk_points import take_visit


@pytest.fixture
def point(writing):
    with writing() as uow:
        return add_venue(uow, VenueDraft("居民说事室", "talk_point", None, "社区一楼", 8, "何苗", "", "工作日9:00—17:00"))


def visit(uow, point, **values):
    return take_visit(uow, VISIT_FORM.make_draft(VISIT_FORM.load(uow, point) | values))


def test_a_visit_is_settled_on_the_spot_or_passed_on(writing, reading, clock, point):
    for wrong, field in (({"text": " "}, "text"), ({"text": "漏水", "outcome": "solved", "answer": ""}, "answer"),
                         ({"text": "漏水", "outcome": "passed"}, "does")):
        with pytest.raises(UserError) as refused, writing() as uow:
            visit(uow, point, **wrong)
        assert refused.value.field.endswith(field) or any(name.endswith(field) for name in refused.value.fields)
    with writing() as uow:
        visit(uow, point, text="养老认证", answer="已办")
        visit(uow, point, text="漏水", who="吕燕", outcome="passed", does="调解室")
        visit(uow, point, text="路灯", outcome="assigned", does="物业", promised_on=clock.today())
    clock.advance(days=1)
    with reading() as uow:
        row, card = get_point(uow, point), load(uow, point)
        late = next(fact for section in card.sections for fact in section.facts if "路灯" in fact.value)
        table = next(one for one in TABLES if one.code == "consultation.points")
        view = read_table(uow, table, period_of(clock.today(), "year"))
    assert (row.visits, row.settled, row.open) == (3, 1, 1)
    assert "物业" in late.value
    assert [line.title for line in view.rows][0] == "居民说事室"
    assert [cell.text for cell in view.cells[0]] == ["3", "1", "2", "1", "33.3%"]


def test_an_answer_on_a_later_day_is_not_on_the_spot(writing, reading, clock, point):
    with writing() as uow:
        made = visit(uow, point, text="路灯", outcome="assigned", does="物业")
    clock.advance(days=2)
    with writing() as uow:
        one = list_matters_of(uow, made)[0]
        settle_matter(uow, MatterDraft(one.text, id=one.id, outcome="solved", answer="已修", answered_on=clock.today()))
    with reading() as uow:
        assert (get_point(uow, point).settled, get_point(uow, point).open) == (0, 0)


def test_a_room_that_is_no_talk_point_takes_no_visits(writing, point):
    with writing() as uow:
        room = add_venue(uow, VenueDraft("会议室", "meeting_room"))
    with pytest.raises(UserError), writing() as uow:
        take_visit(uow, VisitDraft(room, MatterDraft("漏水", outcome="passed", does="调解室")))
    with pytest.raises(UserError), writing() as uow:
        take_visit(uow, VisitDraft(point, MatterDraft("漏水", outcome="passed", does="调解室"),
                                   at=uow.clock.now() + timedelta(hours=1)))


def test_the_duty_list_is_proposed_by_turns_and_printed(writing, reading, point, printed):
    with reading() as uow:
        assert any(one.entry == "consultation.point_duty_form" for one in load(uow, point).missing)
        values = POINT_DUTY_FORM.load(uow, point)
    assert {row["who"] for row in values["duties"]} == {"何苗"}
    values["duties"][1] |= {"who": "苏静", "slot": "上午"}
    with writing() as uow:
        POINT_DUTY_FORM.save(uow, POINT_DUTY_FORM.make_draft(values))
    with reading() as uow:
        assert POINT_DUTY_FORM.load(uow, point)["duties"][1]["who"] == "苏静"
        assert POINTS.fetch(uow, PageRequest()).rows[0].today == "何苗"
        sheet, sign = (printed(build(load_point(uow, point))) for build in (points.build_duties, points.build_sign))
        log = printed(points.build_log(load_point(uow, point)))
    assert "苏静" in sheet
    assert "上午" in sheet
    assert all(words in sign for words in ("居民说事室", "工作日9:00—17:00", "何苗"))
    assert "说事内容" in log
    for build in (points.build_duties, points.build_sign, points.build_log):
        assert "说事" in printed(build(None))

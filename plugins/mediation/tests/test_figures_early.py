"""Figures around the cases: patrols and prevention, the hazard ledger, ways, lawsuits, grounds, the committee's people."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.api import UserError
from desk.api.figures import count_records, indicator_table, read_table
from desk.api.places import AreaDraft, add_area
from desk.api.statistics import parse_period
from desk.api.visits import use_purposes
from plugins.mediation.drafts import EndingDraft, MediatorCardDraft, TermDraft, TrainingDraft
from plugins.mediation.drafts.hazard import FindingDraft, PatrolDraft, ToDisputeDraft
from plugins.mediation.drafts.lawsuit import LawsuitDraft
from plugins.mediation.pages.forms_lawsuit import known
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.queries_file import get_lines
from plugins.mediation.queries_hazard import list_found
from plugins.mediation.service.acceptance import refuse_dispute
from plugins.mediation.service.hazards import hazard_to_dispute
from plugins.mediation.service.lawsuits import save_lawsuit
from plugins.mediation.service.patrols import save_patrol
from plugins.mediation.service.register import add_training, appoint, save_mediator
from plugins.mediation.service.signing import agree_orally
from plugins.mediation.tests.test_figures import NOVEMBER, failed, figures, first


@pytest.fixture(autouse=True)
def purposes():
    """The room's purposes of visits known."""
    away = use_purposes("mediation", PURPOSES)
    yield
    away()


def behind(room, table, figure, period=NOVEMBER, row="*"):
    """Ids of the records behind a number of a table of periods."""
    return [one.record_id for one in room.see(count_records, indicator_table(f"mediation.{table}"), period, None,
                                              (figure, row, "*"))]


def test_patrols_and_what_they_prevented(room):
    grid = room.do(add_area, AreaDraft("第一网格", "grid"))
    patrol = room.do(save_patrol, PatrolDraft(grid, room.clock.now(), ("何苗",), 40, 52, "走访", (
        FindingDraft("噪声扰民", solved=True, how="当场致歉"), FindingDraft("遗产争议", "marriage_family", "major"),
        FindingDraft("漏水", "neighbour"))))
    settled, inheritance, leak = room.see(lambda uow: [one.id for one in list_found(uow, patrol)])
    room.do(hazard_to_dispute, ToDisputeDraft(leak, "甲某", "乙某"))
    found = first(room)
    assert [found[name] for name in ("开展排查", "排查发现纠纷", "预防纠纷")] == ["1", "3", "1"]
    assert behind(room, "summary", "patrols") == [patrol]
    assert behind(room, "summary", "prevented") == [settled]
    levels = figures(room, "hazard_levels")
    assert levels["重大"][:2] == ["1", "0"]
    assert [levels["合计"][place] for place in (0, 1, 3, 4, 6)] == ["3", "1", "1", "1", "100.00%"]
    assert figures(room, "hazard_classes")["家庭纠纷"][0] == "1"
    assert behind(room, "hazard_levels", "found", row="major") == [inheritance]
    assert leak in behind(room, "hazard_levels", "to_case")
    view = room.see(read_table, indicator_table("mediation.hazard_kinds"), NOVEMBER, grid)
    assert view.cells[-1][0].value == 3


def test_the_committees_people(room):
    for name, more in (("沈建国", {"post": "head", "kind": "full_time", "sex": "1", "education": "college"}),
                       ("何苗", {"post": "member", "sex": "2", "education": "bachelor"}),
                       ("方敏", {"kind": "legal", "sex": "2", "education": "bachelor"})):
        made = room.do(save_mediator, MediatorCardDraft(name, **more))
        room.do(appoint, TermDraft(made, "appointed", date(2025, 1, 1)))
    for _time in range(2):
        room.do(add_training, TrainingDraft(made, "文书制作", room.today, minutes=90))
    found = first(room, "team")
    assert {name: found[name] for name in ("人民调解员", "其中:委员", "专职", "兼职", "女", "法律工作者", "大专", "本科",
                                           "参加培训")} == {
        "人民调解员": "3", "其中:委员": "2", "专职": "1", "兼职": "2", "女": "2", "法律工作者": "1", "大专": "1", "本科": "2",
        "参加培训": "2"}
    assert first(room, "team", parse_period("2024-12"))["人民调解员"] == "0"
    assert behind(room, "team", "trained") == [made]


def test_what_became_of_lawsuits(room, clock):
    dispute, agreement = room.sealed(amount_fen=100)
    suit = LawsuitDraft(agreement, "欧阳䶮", "和平区人民法院", room.today)
    row = room.do(save_lawsuit, suit)
    assert [first(room)[name] for name in ("反悔起诉", "起诉后维持", "起诉后撤销")] == ["1", "0", "0"]
    clock.advance(days=40)
    for wrong in ({"result": "revoked"}, {"decided_on": room.today}, {"plaintiff": " "}, {"court": ""},
                  {"result": "revoked", "decided_on": date(2026, 1, 1)}, {"sued_on": date(2026, 1, 1)},
                  {"sued_on": room.today + timedelta(days=1)}):
        with pytest.raises(UserError) as told:
            room.do(save_lawsuit, replace(suit, **wrong))
        assert set(told.value.fields) & {*wrong, "result", "decided_on"}
    version = room.see(known, row)["version"]
    room.do(save_lawsuit, replace(suit, id=row, version=version, result="revoked", decided_on=room.today))
    later = first(room, period=parse_period(f"{room.today:%Y-%m}"))
    assert [later[name] for name in ("反悔起诉", "起诉后维持", "起诉后撤销")] == ["0", "0", "1"]
    assert "撤销协议" in room.see(get_lines, dispute).lawsuits[0].what
    waiting = room.accept()
    room.hold(waiting)
    draft = room.draft(waiting)
    with pytest.raises(UserError):
        room.do(save_lawsuit, replace(suit, agreement_id=draft))


def test_why_cases_were_not_accepted_or_failed(room):
    failed(room)
    room.do(refuse_dispute, EndingDraft(room.register(), room.today, "法院已受理", ground="court"))
    found = figures(room, "grounds")
    assert found["调解不成功:经调解无法达成协议"] == ["0", "1"]
    assert found["不予受理:人民法院已经受理或者已经作出裁判"] == ["1", "0"]
    assert found["合计"] == ["1", "1"]


def test_ways_of_mediating_in_the_report(room):
    for way in ("law", "law", "virtue"):
        dispute = room.accept()
        room.hold(dispute, way=way, legal_worker="甲律师")
        room.do(agree_orally, room.draft(dispute, form="oral", at_once=True))
    found = first(room)
    assert [found[name] for name in ("依法调解", "以德调解", "协商调解")] == ["2", "1", "0"]

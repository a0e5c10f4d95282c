"""Figures of the work with others, and means of the hazard ledger; every number down to its records."""

from datetime import timedelta

import pytest

from desk.api.figures import indicator_table, read_records
from desk.api.statistics import ALL
from desk.api.visits import use_purposes
from plugins.mediation.drafts.hazard import (
    HazardDraft,
    ReasonDraft,
    ReleaseDraft,
    ResponsibilityDraft,
    StrikeDraft,
    VerdictDraft,
)
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.service.hazards import (
    decide_strike,
    pause_hazard,
    propose_strike,
    relapse_hazard,
    resume_hazard,
    save_hazard,
)
from plugins.mediation.service.joint import (
    make_result_copy,
    reply_handover,
    return_court_matter,
    save_body,
    save_consult,
    save_court_matter,
    save_doorstep,
    save_handover,
    save_study,
    set_lead_body,
)
from plugins.mediation.service.responsibilities import release, save_responsibility
from plugins.mediation.tests.test_figures import NOVEMBER, figures, first, oral
from plugins.mediation.tests.test_figures_early import behind


@pytest.fixture(autouse=True)
def purposes(writing):
    """The room's purposes of visits known; a strike-off needs no second person here."""
    from desk.testing.hall import put_settings

    with writing() as uow:
        put_settings(uow, {"mediation.strike_by_another": False})
    away = use_purposes("mediation", PURPOSES)
    yield
    away()


def found(room, category="neighbour", **more):
    return room.do(save_hazard, HazardDraft(category, "争吵", room.today, place="3幢", **more))


def strike(room, hazard, outcome="settled"):
    room.do(propose_strike, StrikeDraft(hazard, outcome, "说定了", way="consultation", evidence="电话"))
    room.do(decide_strike, VerdictDraft(hazard))


def test_mean_days_leave_out_what_stood_still(room):
    quick, slow, late = found(room), found(room), found(room, level="major")
    room.clock.advance(days=2)
    strike(room, quick)
    room.do(pause_hazard, ReasonDraft(slow, "等待鉴定"))
    room.clock.advance(days=4)
    room.do(resume_hazard, slow)
    room.clock.advance(days=3)
    strike(room, slow, "legal")
    strike(room, late)
    total = figures(room, "hazard_levels")["合计"]
    assert total[7:] == ["16", "5.3", "2", "66.7%", "0"]  # 2, 9 less 4, 9 days; the major one had seven
    assert figures(room, "hazard_levels")["重大"][8:11] == ["9.0", "0", "0.0%"]
    assert figures(room, "hazard_levels")["较大"][8] == "—"
    room.do(relapse_hazard, ReasonDraft(late, "又吵"))
    assert figures(room, "hazard_levels")["合计"][7:10] == ["7", "3.5", "2"]
    found(room, level="major")
    room.clock.advance(days=11)
    assert figures(room, "hazard_levels")["重大"][11] == "2"


def test_a_copy_knows_what_was_late_after_the_clock_has_stopped(room):
    from plugins.mediation.models import ResultCopy

    late, quick = found(room, level="major", person="何苗"), found(room, person="何苗")
    room.clock.advance(days=9)
    strike(room, late)
    strike(room, quick)
    copy = room.do(make_result_copy, {"month": room.today.year * 100 + room.today.month, "addressees": "街道"})
    lines = room.see(lambda uow: uow.get(ResultCopy, copy).lines)
    assert [(one["late"], one["settled"], bool(one["limit"])) for one in lines] == [(True, True, True), (False, True, True)]


def test_which_body_leads_what(room):
    party, committee = (room.do(save_body, {"kind": kind, "name": name}) for kind, name in (
        ("party", "党总支"), ("committee", "调委会")))
    hazard, other, case = found(room), found(room), oral(room)
    for owner, kind, body in ((hazard, HAZARD, party), (other, HAZARD, committee), (case, DISPUTE, committee)):
        room.do(set_lead_body, {"owner_kind": kind, "owner_id": owner, "lead_id": body, "joined": ()})
    strike(room, other, "legal")
    assert figures(room, "led") == {"党总支": ["1", "0", "0", "0", "—"], "调委会": ["1", "1", "2", "1", "50.0%"],
                                    "合计": ["2", "1", "2", "1", "50.0%"]}
    lines = room.see(read_records, indicator_table("mediation.led"), NOVEMBER, None, ("over", str(committee), ALL)).lines
    assert {line.entry for _one, line in lines} == {"mediation.hazard", "mediation.dispute"}


def test_who_answered_in_time(room):
    sheets = [room.do(save_responsibility, ResponsibilityDraft(HAZARD, found(room), "赵敏", room.today + timedelta(days=days),
                                                               person=person))
              for days, person in ((5, "何苗"), (1, "何苗"), (2, "沈建国"))]
    room.clock.advance(days=3)
    for sheet in sheets[:2]:
        room.do(release, ReleaseDraft(sheet, "settled", "说定了"))
    assert figures(room, "sheet_people") == {
        "何苗": ["2", "2", "2", "1", "50.0%", "100.0%", "0", "0", "0"],
        "沈建国": ["1", "0", "0", "0", "—", "—", "1", "1", "0"],
        "合计": ["3", "2", "2", "1", "50.0%", "100.0%", "1", "1", "0"]}
    assert behind(room, "sheet_leaders", "late") == [sheets[2]]
    assert first(room, "sheet_units") == {"未指定单位": "3", "合计": "3"}


def test_studies_and_who_came(room):
    units = [{"unit": "司法所", "came": True}, {"unit": "住建局", "came": False}]
    call = {"owner_kind": HAZARD, "owner_id": found(room), "starts_at": room.clock.now(), "units": units}
    held = room.do(save_study, call | {"held": True, "plan": "限期整改", "tasks": [{"what": "约谈", "done": room.today}]})
    room.do(save_study, call | {"owner_id": found(room), "units": units[:1]})
    told = first(room, "studies")
    assert [told[name] for name in ("召开会诊", "形成任务", "任务全部落实", "落实率", "邀请部门", "到会", "到会率")] == [
        "1", "1", "1", "100.0%", "2", "1", "50.0%"]
    assert figures(room, "study_units")["住建局"] == ["1", "0", "0.0%"]
    assert behind(room, "study_units", "invited", row="住建局") == [held]


def test_slips_courts_doors_and_the_legal_desk(room):
    slip = room.do(save_handover, {"way": "in", "worker": "小吕", "text": "争吵", "grid": "第一网格", "category": "neighbour",
                                   "until": room.today + timedelta(days=1)})
    room.do(save_handover, {"way": "out", "worker": "小吕", "text": "已化解", "grid": "第一网格"})
    room.do(reply_handover, {"id": slip, "reply": "已化解"})
    assert figures(room, "slips")["第一网格"] == ["1", "1", "1", "1", "100.0%", "1"]
    matter = room.do(save_court_matter, {"court": "某区人民法院", "number": "1号"})
    room.do(return_court_matter, {"id": matter, "outcome": "agreed", "result": "达成协议"})
    assert figures(room, "court_matters")["某区人民法院"] == ["1", "1", "1", "0", "0", "100.0%"]
    for outcome, more in (("answered", {}), ("aid", {"referred_to": "援助中心"})):
        room.do(save_consult, {"kind": "aid", "question": "怎么办", "outcome": outcome, **more})
    assert figures(room, "consults")["法律援助"][:4] == ["2", "1", "0", "1"]
    for finding in ("mediation.agreed", "mediation.goes_on"):
        room.do(save_doorstep, {"at": room.clock.now(), "place": "面馆", "text": "口角", "result": "劝开", "finding": finding,
                                "category": "consumer"})
    assert figures(room, "doorsteps")["合计"] == ["2", "1", "1", "50.0%"]
    assert len(behind(room, "doorsteps", "solved")) == 1


def test_sittings_by_law_with_a_legal_worker(room):
    case = room.accept()
    room.hold(case, "continued", way="law", legal_worker="甲律师")
    room.hold(case, "continued", way="consultation")
    told = first(room, "law_links")
    assert [told[name] for name in ("开展调解", "依法调解", "其中:法律工作者到场", "到场率")] == ["2", "1", "1", "100.0%"]

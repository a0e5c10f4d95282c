"""The work with others: studies with opinions and tasks, slips of the grid, the court, copies, the legal desk, bodies."""

from datetime import timedelta

import pytest

from desk.api import NotAllowed, UserError
from desk.api.cases import get_case
from desk.api.db import Actor, PageRequest
from desk.api.visits import get_visit, list_outcomes, use_purposes
from plugins.mediation.documents import joint as papers
from plugins.mediation.drafts.hazard import HazardDraft
from plugins.mediation.hazard_kinds import HAZARD
from plugins.mediation.home_early import due_items
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.models import CourtMatter, GridHandover, Hazard
from plugins.mediation.pages import joint as pages
from plugins.mediation.pages.forms_joint import stored_study
from plugins.mediation.pages.hazards import load as load_hazard
from plugins.mediation.purposes import PURPOSES
from plugins.mediation.queries import get_file
from plugins.mediation.service.court_list import take_court_list
from plugins.mediation.service.hazards import save_hazard
from plugins.mediation.service.joint import (
    accept_court_matter,
    make_result_copy,
    reply_handover,
    return_court_matter,
    save_body,
    save_consult,
    save_court_matter,
    save_doorstep,
    save_handover,
    save_study,
    send_result_copy,
    set_lead_body,
)


@pytest.fixture(autouse=True)
def words(source_texts):
    """The room's purposes of visits known."""
    away = use_purposes("mediation", PURPOSES)
    yield
    away()


@pytest.fixture
def hazard(writing, clock):
    with writing() as uow:
        return save_hazard(uow, HazardDraft("labour", "拖欠装修款", clock.today(), parties="尉迟玉珍与工头", place="5幢"))


def text_of(printed, build, sheet):
    return "".join(printed(build(sheet)).split()).replace("，", ",")


def test_a_study_is_called_held_and_its_tasks_remind(reading, writing, hazard, clock, printed):
    call = {"owner_kind": HAZARD, "owner_id": hazard, "starts_at": clock.now() + timedelta(days=1), "place": "会议室"}
    with pytest.raises(UserError) as told, writing() as uow:
        save_study(uow, call | {"units": [{}], "held": True})
    assert set(told.value.fields) == {"units.0.unit", "plan"}
    with writing() as uow:
        study = save_study(uow, call | {"question": "如何依法支付", "units": [{"unit": "劳动监察大队"}, {"unit": "司法所"}]})
        assert get_case(uow, hazard).state == "studying"
        assert [item.entry for item in due_items(uow) if item.title == "Joint study"] == ["mediation.study"]
    clock.advance(days=1)
    with reading() as uow:
        values = stored_study(uow, study)
    units = [{"unit": "劳动监察大队", "came": True, "opinion": "责令限期支付", "means": "administrative"}, {"unit": "司法所"}]
    tasks = [{"what": "约谈工头", "who": "何苗", "due": clock.today() + timedelta(days=2)}]
    with writing() as uow:
        save_study(uow, values | {"held": True, "units": units, "plan": "先行支付一半", "tasks": tasks})
    with reading() as uow:
        assert stored_study(uow, study)["tasks"][0]["due"] == clock.today() + timedelta(days=2)
        assert [item.title for item in due_items(uow) if item.entry == "mediation.study"] == ["约谈工头"]
        assert pages.STUDY_RECORD.load(uow, study).sections[1].facts[0].label == "劳动监察大队"
        assert any(section.title == "Together with others" for section in load_hazard(uow, hazard).sections)
        sheet = papers.load_study(uow, study)
    minutes = text_of(printed, papers.study_minutes, sheet)
    assert all(piece in minutes for piece in ("责令限期支付", "行政手段", "未到会", "先行支付一半", "约谈工头(何苗"))
    assert text_of(printed, papers.study_notice, sheet).count("集中会诊通知") >= 2


def test_a_slip_of_the_grid_becomes_a_line_and_is_answered(reading, writing, clock, printed):
    with writing() as uow:
        slip = save_handover(uow, {"way": "in", "event": "WG-0007", "worker": "小吕", "text": "两户争车位",
                                   "category": "neighbour", "until": clock.today() + timedelta(days=3)})
        line = uow.get(GridHandover, slip).hazard_id
        assert (uow.get(Hazard, line).source, get_case(uow, line).state) == ("grid", "found")
        assert [item.title for item in due_items(uow) if item.entry == "mediation.handover"] == ["Answer the grid"]
        with pytest.raises(UserError, match="came of it"):
            reply_handover(uow, {"id": slip, "reply": " "})
        reply_handover(uow, {"id": slip, "reply": "已化解"})
        assert save_handover(uow, {"id": slip, "way": "in", "worker": "小吕", "text": "两户争车位"}) == slip
        assert uow.get(GridHandover, slip).hazard_id == line
    with reading() as uow:
        assert not [item for item in due_items(uow) if item.entry == "mediation.handover"]
        text = text_of(printed, papers.handover, papers.load_handover(uow, slip))
    assert all(piece in text for piece in ("WG-0007", "已化解", "网格移交调解", "隐患〔2026〕1号"))


def test_a_matter_of_the_court_is_taken_over_and_returned(reading, writing, clock, printed):
    table = ("案号\t案由\t原告\t被告\t办结期限\n(2026)民诉前调12号\t物业服务合同\t和平物业\t李𬭎\t2026-11-20\n\t\t\t\t\n")
    listed = {"court": "某区人民法院", "table": table}
    with writing() as uow:
        assert take_court_list(uow, listed) == 1
        with pytest.raises(UserError, match="Nothing new"):
            take_court_list(uow, listed)
        with pytest.raises(UserError, match="no date"):
            take_court_list(uow, listed | {"table": table.replace("2026-11-20", "月底")})
        with pytest.raises(UserError, match="court's numbers"):
            take_court_list(uow, listed | {"table": "甲\t乙"})
        (line,) = pages.COURT_MATTERS.fetch(uow, PageRequest()).rows
        with pytest.raises(UserError, match="entered already"):
            save_court_matter(uow, {"court": "某区人民法院", "number": "(2026)民诉前调12号"})
        dispute = accept_court_matter(uow, {"id": line.id})
        with pytest.raises(UserError, match="already"):
            accept_court_matter(uow, {"id": line.id})
    with reading() as uow:
        file = get_file(uow, dispute)
        assert (file.dispute.source, file.dispute.transferred_by) == ("transfer", "某区人民法院")
        assert [party.name for party in file.parties] == ["和平物业", "李𬭎"]
        letter = text_of(printed, papers.court_letter, papers.load_court(uow, line.id))
    assert all(piece in letter for piece in ("某区人民法院", "和平物业、李𬭎", "物业服务合同"))
    with writing() as uow:
        with pytest.raises(UserError) as told:
            return_court_matter(uow, {"id": line.id})
        assert set(told.value.fields) == {"result", "outcome"}
        return_court_matter(uow, {"id": line.id, "outcome": "agreed", "result": "双方达成协议"})
        assert uow.get(CourtMatter, line.id).returned_on == clock.today()
        assert "调解成功" in text_of(printed, papers.court_return, papers.load_court(uow, line.id))


def test_a_copy_of_results_names_numbers_not_people(reading, writing, hazard, clock, printed):
    month = clock.today().year * 100 + clock.today().month
    with pytest.raises(UserError) as told, writing() as uow:
        make_result_copy(uow, {"month": 202613, "addressees": ""})
    assert set(told.value.fields) == {"month", "addressees"}
    with writing() as uow:
        copy = make_result_copy(uow, {"month": month, "addressees": "街道平安办"})
        send_result_copy(uow, {"id": copy, "receipt": "已收"})
    with reading() as uow:
        text = text_of(printed, papers.result_copy, papers.load_copy(uow, copy))
    assert "隐患〔2026〕1号" in text
    assert "尉迟玉珍" not in text
    assert "共1件" in text


def test_the_legal_desk_keeps_its_advice_to_itself(reading, writing, factory, clock, printed):
    with pytest.raises(UserError) as told, writing() as uow:
        save_consult(uow, {"question": "如何申请法律援助", "outcome": "aid"})
    assert set(told.value.fields) == {"referred_to"}
    with writing() as uow:
        consult = save_consult(uow, {"question": "如何申请法律援助", "outcome": "aid", "kind": "aid",
                                     "advice": "符合经济困难标准", "referred_to": "区法律援助中心"})
    with reading() as uow:
        slip = text_of(printed, papers.referral, papers.load_consult(uow, consult))
        assert "区法律援助中心" in slip
        assert "(匿名)" in slip
        assert "经济困难" not in slip
        assert pages.CONSULTS.fetch(uow, PageRequest(text="援助")).rows[0].who == "anonymous"
    clerk = Actor("何苗", 1, None, permissions=frozenset({"mediation.case.read", "mediation.case.write"}))
    with pytest.raises(NotAllowed), factory.reading(clerk) as uow:
        pages.CONSULT_RECORD.load(uow, consult)
    with pytest.raises(NotAllowed), factory.reading(clerk) as uow:
        pages.CONSULTS.fetch(uow, PageRequest())


def test_bodies_lead_and_join(reading, writing, hazard, printed):
    with writing() as uow:
        party = save_body(uow, {"kind": "party", "name": "社区党总支", "leader": "赵敏"})
        legal = save_body(uow, {"kind": "legal", "name": "法务团队", "members": "甲律师、乙律师"})
        with pytest.raises(UserError, match="leads"):
            set_lead_body(uow, {"owner_kind": HAZARD, "owner_id": hazard})
        set_lead_body(uow, {"owner_kind": HAZARD, "owner_id": hazard, "lead_id": party, "joined": (legal, party)})
    with reading() as uow:
        facts = {fact.label: fact.value for section in load_hazard(uow, hazard).sections for fact in section.facts}
        assert (facts["Leads"], facts["Join in"]) == ("社区党总支", "法务团队")
        assert "甲律师、乙律师" in text_of(printed, papers.bodies, papers.load_bodies(uow, party))


@pytest.mark.parametrize(("finding", "lines"), [("mediation.agreed", 0), ("mediation.goes_on", 1)])
def test_mediation_at_the_door_ends_there_or_in_the_ledger(reading, writing, clock, printed, finding, lines):
    with pytest.raises(UserError) as told, writing() as uow:
        save_doorstep(uow, {"at": clock.now(), "finding": finding})
    assert set(told.value.fields) == {"place", "text", "result"}
    with writing() as uow:
        visit = save_doorstep(uow, {"at": clock.now(), "place": "老味道面馆", "text": "店主与顾客争执", "result": "劝解",
                                    "people": "沈建国", "parties": "店主、顾客", "finding": finding, "category": "consumer"})
    with reading() as uow:
        assert len(list_outcomes(uow, visit)) == lines
        assert get_visit(uow, visit).solved is (lines == 0)
        text = text_of(printed, papers.doorstep, papers.load_doorstep(uow, visit))
    assert all(piece in text for piece in ("老味道面馆", "店主、顾客", "沈建国"))


def test_a_study_of_a_confidential_case_is_not_listed_to_strangers(room, writing, factory, clock):
    dispute = room.register()
    with writing() as uow:
        save_study(uow, {"owner_kind": DISPUTE, "owner_id": dispute, "starts_at": clock.now(), "units": [{"unit": "司法所"}]})
        assert len(pages.STUDIES.fetch(uow, PageRequest()).rows) == 1
    stranger = Actor("路人", 1, 99, permissions=frozenset({"mediation.case.read"}))
    with factory.reading(stranger) as uow:
        assert pages.STUDIES.fetch(uow, PageRequest()).rows == []


@pytest.mark.parametrize("build", [papers.study_notice, papers.study_minutes, papers.handover, papers.court_letter,
                                   papers.court_return, papers.result_copy, papers.referral, papers.appointment,
                                   papers.doorstep, papers.bodies], ids=lambda build: build.__name__)
def test_blank_forms(printed, build):
    assert len("".join(printed(build(None)).split())) > 20

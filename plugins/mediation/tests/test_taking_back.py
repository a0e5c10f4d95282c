"""What was entered by mistake is taken back with a reason that stays; joint work hangs on a dispute's own page."""

from datetime import date

import pytest

from desk.api import NotFound
from desk.api.cases import list_clocks, list_timeline
from plugins.mediation.drafts import EndingDraft, InstalmentDraft, PerformedDraft, ScanDraft, TakeBackDraft
from plugins.mediation.drafts.hazard import ResponsibilityDraft
from plugins.mediation.kinds import DISPUTE
from plugins.mediation.pages import forms_ending, record
from plugins.mediation.queries_file import get_lines
from plugins.mediation.service.joint import save_body, save_study, set_lead_body
from plugins.mediation.service.performance import mark_instalment, mark_performed, take_instalment_back
from plugins.mediation.service.responsibilities import save_responsibility
from plugins.mediation.service.scans import add_scan, remove_scan
from plugins.mediation.tests.helpers import pdf, said


def titles(card):
    return [act.entry for act in card.acts]


def test_an_instalment_marked_by_mistake_is_open_again(room, refused):
    rows = (InstalmentDraft(date(2026, 11, 20), "第一期", 100), InstalmentDraft(date(2026, 12, 20), "第二期", 100))
    dispute, agreement = room.sealed(instalments=rows, amount_fen=200)
    done = room.do(mark_instalment, PerformedDraft(agreement, 0, room.today))
    assert "mediation.unperform_form" in titles(room.see(record.load, dispute))
    assert "第一期" in room.see(forms_ending.UNPERFORM_FORM.load, done)["what"]
    assert "reason" in refused(room.do, take_instalment_back, TakeBackDraft(done, " ")).field
    room.do(take_instalment_back, TakeBackDraft(done, "记错了案件"))
    assert [one.paid_on for one in room.file(dispute).agreement.instalments] == [None, None]
    case = room.file(dispute).case.id
    running = [clock.code for clock in room.see(list_clocks, case) if clock.stopped_on is None]
    assert f"pay.{agreement}.0" in running
    assert any("记错了案件" in entry.text for entry in room.see(list_timeline, case))
    with pytest.raises(NotFound):
        room.do(take_instalment_back, TakeBackDraft(done, "再来一次"))


def test_what_was_performed_stays_once_the_case_has_gone_on(room, refused):
    dispute, agreement = room.sealed(instalments=(InstalmentDraft(date(2026, 11, 20), "赔偿", 100),))
    done = room.do(mark_instalment, PerformedDraft(agreement, 0, room.today))
    room.do(mark_performed, EndingDraft(dispute, room.today))
    assert "第三十一条" in said(refused(room.do, take_instalment_back, TakeBackDraft(done, "记错")))
    assert "mediation.unperform_form" not in titles(room.see(record.load, dispute))


def test_a_scan_is_taken_back_with_its_reason(room, refused):
    dispute = room.accept()
    scan = room.do(add_scan, ScanDraft(dispute, "evidence", "收条.pdf", pdf(1), title="收条"))
    assert [line.what for line in room.see(get_lines, dispute).scans] == ["收条"]
    assert "mediation.scan_back_form" in titles(room.see(record.load, dispute))
    assert room.see(forms_ending.SCAN_BACK_FORM.load, scan)["what"] == "收条"
    assert refused(room.do, remove_scan, TakeBackDraft(scan, "")).field == "reason"
    room.do(remove_scan, TakeBackDraft(scan, "扫错了案件"))
    assert room.see(get_lines, dispute).scans == ()
    assert any("扫错了案件" in entry.text for entry in room.see(list_timeline, room.file(dispute).case.id))


def test_a_dispute_has_its_study_its_leader_and_its_body(room):
    dispute = room.accept()
    assert {"mediation.study_form", "mediation.responsibility_form", "mediation.lead_body_form"} <= set(
        titles(room.see(record.load, dispute)))
    room.do(save_study, {"owner_kind": DISPUTE, "owner_id": dispute, "starts_at": room.clock.now(), "place": "会议室",
                         "question": "渗水由谁修", "units": [{"unit": "房管所"}], "tasks": []})
    room.do(save_responsibility, ResponsibilityDraft(owner_kind=DISPUTE, owner_id=dispute, leader="赵敏", person="何苗",
                                                     until=date(2026, 11, 30)))
    body = room.do(save_body, {"kind": "committee", "name": "人民调解委员会"})
    room.do(set_lead_body, {"owner_kind": DISPUTE, "owner_id": dispute, "lead_id": body})
    card = room.see(record.load, dispute)
    shown = " ".join(fact.label + fact.value for section in card.sections for fact in section.facts)
    assert all(piece in shown for piece in ("房管所", "赵敏", "人民调解委员会"))
    assert "mediation.responsibility_form" not in titles(card)
    assert {"mediation.study_notice", "mediation.responsibility_sheet"} <= {link.paper for link in card.papers}

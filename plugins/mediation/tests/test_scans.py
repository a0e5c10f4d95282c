"""Scans say which papers they stand for; the checker's lines lead to the paper, the form or the scan; an unsigned agreement
is due."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk.api import Tone
from desk.api.cases import list_clocks
from desk.api.papers import PrintOrder, issue
from desk.api.qt import FormPage, RecordPage
from desk.testing.hall import put_settings
from desk.testing.shell import make_context
from plugins.mediation.documents.dossier import assemble
from plugins.mediation.documents.loading_note import load_file_note
from plugins.mediation.drafts import EndingDraft, RevisionDraft, ScanChangeDraft, ScanDraft, TakeBackDraft
from plugins.mediation.home import due_items
from plugins.mediation.pages import forms_scans, record
from plugins.mediation.service.closing import close_dispute
from plugins.mediation.service.dossier_check import list_lacking
from plugins.mediation.service.performance import mark_performed
from plugins.mediation.service.scans import add_scan, change_scan, remove_scan
from plugins.mediation.service.versions import drop_draft, supplement_agreement
from plugins.mediation.tests.helpers import Data, pdf, words


def bound(room, dispute):
    with room.reading() as uow:
        made = assemble(uow, dispute)
    return "".join(words(made.paper.pdf)), {row.title: row.pages for row in made.rows}, made.paper.pages


@pytest.fixture
def ended(room):
    """A performed case with two sittings and a signed agreement: (dispute, sessions, agreement)."""
    dispute = room.accept()
    room.hold(dispute, "continued", record="第一次的陈述。")
    agreement = None
    _dispute, agreement = room.sealed(dispute)
    room.do(mark_performed, EndingDraft(dispute, room.today))
    return dispute, [one.id for one in room.file(dispute).sessions], agreement


def test_a_scan_takes_the_place_of_exactly_the_papers_it_names(ended, room, fonts):
    dispute, (first, _second), _agreement = ended
    before, _rows, pages = bound(room, dispute)
    room.do(add_scan, ScanDraft(dispute, "session", "1.pdf", pdf(1), stands_for=(f"session_record:{first}",)))
    text, _rows, after = bound(room, dispute)
    assert "第一次的陈述" in before
    assert "第一次的陈述" not in text
    assert "双方陈述事实" in text  # the second sitting is still as drafted
    assert after == pages
    shown = {section.title: section for section in room.see(record.load, dispute).sections}
    assert "第1次" in shown["扫描件"].facts[2].value
    left = shown["按草稿装订、尚无签字扫描件"].facts[0].value
    assert left.split("\n") == ["人民调解申请书", "人民调解受理登记表", "人民调解当事人权利义务告知书", "人民调解记录 · 第2次",
                                "人民调解协议书"]


def test_one_scan_may_hold_papers_of_several_parts(ended, room, fonts):
    dispute, (_first, second), agreement = ended
    keys = (f"session_record:{second}", f"agreement:{agreement}")
    scan = room.do(add_scan, ScanDraft(dispute, "session", "both.pdf", pdf(3), stands_for=keys))
    text, rows, _pages = bound(room, dispute)
    assert "第一次的陈述" in text
    assert "一式3份" not in text
    # the agreement's row names the pages of the scan bound under the sittings
    whole = rows["人民调解记录"]
    last = int(rows["人民调解协议书或人民调解口头协议登记表"].split("-")[1])
    assert whole.endswith(f"-{last}")
    assert "人民调解协议书或人民调解口头协议登记表" not in room.see(list_lacking, room.file(dispute))
    assert "人民调解协议书" not in room.see(load_file_note, dispute).note
    version = room.see(forms_scans.SCAN_EDIT.load, scan)["version"]
    room.do(change_scan, ScanChangeDraft(scan, version, "session", (f"session_record:{second}",)))
    assert "一式3份" in bound(room, dispute)[0]
    assert "人民调解协议书或人民调解口头协议登记表" in room.see(list_lacking, room.file(dispute))


def test_only_papers_of_this_file_can_be_named(ended, room, refused):
    dispute, _sessions, _agreement = ended
    other = room.accept()
    room.hold(other, "continued")
    alien = room.file(other).sessions[0].id
    told = refused(room.do, add_scan, ScanDraft(dispute, "session", "a.pdf", pdf(1), stands_for=(f"session_record:{alien}",)))
    assert "stands_for" in told.fields
    scan = room.do(add_scan, ScanDraft(dispute, "identity", "b.pdf", pdf(1)))
    told = refused(room.do, change_scan, ScanChangeDraft(scan, 1, "nowhere"))
    assert "part" in told.fields


def test_every_line_of_the_checker_leads_somewhere(ended, room, fonts):
    dispute, (first, second), agreement = ended
    room.do(put_settings, {"mediation.dossier_list": "provincial"})
    lines = [one for one in room.see(record.load, dispute).missing if "卷宗缺少" in one.sentence]
    assert all(one.paper or one.entry or one.run for one in lines)
    papers = {(one.paper.paper, one.paper.record_id) for one in lines if one.paper}
    assert papers == {("mediation.application", dispute), ("mediation.rights", dispute), ("mediation.session_record", first),
                      ("mediation.session_record", second), ("mediation.agreement", agreement)}
    assert [one.args for one in lines if one.run] == [{"part": "identity"}]
    room.do(issue, PrintOrder("mediation.session_record", first))
    room.do(add_scan, ScanDraft(dispute, "session", "2.pdf", pdf(1), stands_for=(f"session_record:{second}",)))
    assert "人民调解记录" not in room.see(list_lacking, room.file(dispute))


@pytest.mark.gui
class TestOnTheScreen:
    """By keys, on a real file."""

    @pytest.fixture
    def database(self, sqlite_database):
        return sqlite_database

    def page(self, room, factory, actor, clock, tmp_path, qtbot, dispute, answers=()):
        ctx = make_context(tmp_path, plugin_id="mediation", backend=Data(factory, actor), actor=actor, clock=clock,
                           answers=answers)
        page = RecordPage(ctx, record.RECORD, record_id=dispute)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        return ctx, page

    def test_enter_on_a_line_opens_the_paper(self, ended, room, factory, actor, clock, tmp_path, qtbot):
        dispute, (first, _second), _agreement = ended
        ctx, page = self.page(room, factory, actor, clock, tmp_path, qtbot, dispute)
        link = next(one for one in page.findChildren(QPushButton) if "第1次" in one.accessibleName()
                    and one.accessibleName().startswith("卷宗缺少"))
        link.setFocus()
        qtbot.keyClick(link, Qt.Key.Key_Return)
        entry, args = ctx.navigator.opened[-1]
        assert entry == "desk.preview"
        assert (args["paper_id"], args["record_id"]) == ("mediation.session_record", first)

    def test_a_scan_is_added_with_the_papers_it_shows(self, ended, room, factory, actor, clock, tmp_path, qtbot):
        dispute, (first, _second), agreement = ended
        sheet = tmp_path / "签字.pdf"
        sheet.write_bytes(pdf(2))
        from plugins.mediation.pages.doing import add_scan as button

        ctx, _page = self.page(room, factory, actor, clock, tmp_path, qtbot, dispute, answers=[sheet])
        button(ctx, dispute, part="session")
        entry, args = ctx.navigator.opened[-1]
        assert entry == "mediation.scan_form"
        form = FormPage(ctx, forms_scans.SCAN_FORM, **args)
        qtbot.addWidget(form)
        form.resize(1366, 768)
        form.show()
        with qtbot.waitActive(form):
            form.activateWindow()
        boxes = form.body.group.row("stands_for").control.boxes
        for key in (f"session_record:{first}", f"agreement:{agreement}"):
            boxes[key].setFocus()
            qtbot.keyClick(boxes[key], Qt.Key.Key_Space)
        qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        from plugins.mediation.file_papers import list_scans

        kept = room.see(lambda uow: [(scan.part, scan.signed, set(scan.stands_for)) for scan in list_scans(uow, dispute)])
        assert kept == [("session", True, {f"session_record:{first}", f"agreement:{agreement}"})]

    def test_a_file_that_is_gone_is_told(self, ended, room, factory, actor, clock, tmp_path, qtbot, refused):
        told = refused(forms_scans.new_scan, {"path": str(tmp_path / "gone.pdf"), "file_name": "gone.pdf"})
        assert "gone.pdf" in str(told)


def due(room, dispute):
    return [(one.detail, one.tone) for one in room.see(due_items) if one.args == {"record_id": dispute} and "签" in one.detail]


def test_an_agreement_that_is_reached_is_due_to_be_signed(room, clock):
    dispute = room.accept()
    room.hold(dispute)
    running = [one for one in room.see(list_clocks, room.file(dispute).case.id) if one.code == "sign"]
    assert [one.stopped_on for one in running] == [None]
    assert [tone for _words, tone in due(room, dispute)] == [Tone.OPEN]
    agreement = room.draft(dispute)
    clock.advance(minutes=60 * 24 * 9)
    assert [tone for _words, tone in due(room, dispute)] == [Tone.LATE]
    late = [one for one in room.see(record.load, dispute).missing if "继续调解" in one.sentence]
    assert [(one.entry, one.args) for one in late] == [("mediation.signing_form", {"record_id": agreement})]
    room.sign(dispute, agreement)
    assert due(room, dispute) == []


def test_the_hall_sets_the_days_and_a_supplement_is_due_too(room):
    room.do(put_settings, {"mediation.days_to_sign": 10})
    dispute, agreement = room.sealed()
    draft = room.do(supplement_agreement, RevisionDraft(agreement, "写错了日期"))
    clock_of = [one for one in room.see(list_clocks, room.file(dispute).case.id) if one.code == "sign" and not one.stopped_on]
    assert clock_of[0].last_day >= room.today + timedelta(days=12)  # ten working days
    room.do(drop_draft, draft)
    assert due(room, dispute) == []


def test_a_scan_that_goes_brings_the_draft_back(ended, room, fonts):
    dispute, (first, _second), _agreement = ended
    scan = room.do(add_scan, ScanDraft(dispute, "session", "1.pdf", pdf(1), stands_for=(f"session_record:{first}",)))
    room.do(remove_scan, TakeBackDraft(scan, "扫描不清"))
    assert "第一次的陈述" in bound(room, dispute)[0]
    room.do(close_dispute, EndingDraft(dispute, room.today))

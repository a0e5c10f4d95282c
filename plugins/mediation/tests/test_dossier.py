"""The dossier: its list, what the checker names, one PDF with continuous pages, scans in their places."""


import pytest

from desk.api import UserError
from desk.api.papers import PrintOrder, issue, page_count
from plugins.mediation.documents.dossier import assemble
from plugins.mediation.dossier_lists import NATIONAL, PARTS, PROVINCIAL, complete
from plugins.mediation.drafts import DossierRowDraft, EndingDraft, FileDraft, PerformedDraft, ScanDraft, TakeBackDraft
from plugins.mediation.service.closing import close_dispute, withdraw
from plugins.mediation.service.dossier import file_case, save_file, set_dossier_rows
from plugins.mediation.service.dossier_check import dossier_rows, list_lacking
from plugins.mediation.service.performance import mark_instalment, mark_performed
from plugins.mediation.service.scans import add_scan, remove_scan
from plugins.mediation.tests.helpers import pdf, words


def png(colour=(200, 30, 30)):
    """A small picture."""
    import struct
    import zlib

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\x00" + bytes(colour) * 40 for _row in range(60))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 60, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def test_the_whole_dossier_is_one_pdf_with_continuous_pages(whole, room, fonts):
    dispute = whole["mediation.dispute"]
    room.do(add_scan, ScanDraft(dispute, "identity", "身份证.png", png()))
    room.do(add_scan, ScanDraft(dispute, "evidence", "报价单.pdf", pdf(2)))
    with room.reading() as uow:
        made = assemble(uow, dispute)
    pages = words(made.paper.pdf)
    assert made.paper.pages == len(pages)
    assert "调解卷宗" in pages[0]
    numbered = pages[2:]
    for number, text in enumerate(numbered, 1):
        assert f"—{number}—" in text, (number, text)
    assert f"本卷共{len(numbered)}页" in pages[-1]
    assert [row.title for row in made.rows] == [row.title for row in NATIONAL]
    last = 0
    for row in made.rows:
        assert row.pages, row.title
        first, end = (int(part) for part in (row.pages.split("-") * 2)[:2]) if "-" in row.pages else (int(row.pages),) * 2
        assert first == last + 1
        assert row.pages in pages[1]
        last = end
    assert last == len(numbered)


def test_a_signed_scan_takes_the_place_of_the_draft(whole, room, fonts):
    dispute = whole["mediation.dispute"]
    with room.reading() as uow:
        before = assemble(uow, dispute)
    room.do(add_scan, ScanDraft(dispute, "agreement", "协议书.pdf", pdf(1), signed=True))
    with room.reading() as uow:
        after = assemble(uow, dispute)
    assert "一式3份" in "".join(words(before.paper.pdf))
    assert "一式3份" not in "".join(words(after.paper.pdf))
    assert before.digest != after.digest


def test_one_signed_sheet_of_several_leaves_none_out(room, fonts):
    dispute = room.accept()
    room.hold(dispute, "continued", record="第一次的陈述。")
    room.hold(dispute, "continued", record="第二次的陈述。")
    scans = [room.do(add_scan, ScanDraft(dispute, "session", f"{n}.pdf", pdf(1), signed=True)) for n in (1, 2)]
    with room.reading() as uow:
        assert "次的陈述" not in "".join(words(assemble(uow, dispute).paper.pdf))
    room.do(remove_scan, TakeBackDraft(scans[1], "另行补扫"))
    with room.reading() as uow:
        bound = "".join(words(assemble(uow, dispute).paper.pdf))
    assert "第一次的陈述" in bound
    assert "第二次的陈述" in bound


def test_local_papers_are_bound_where_the_hall_uses_them(whole, room, fonts):
    from desk.testing.hall import put_settings

    with room.reading() as uow:
        assert "调解通知书" not in "".join(words(assemble(uow, whole["mediation.dispute"]).paper.pdf))
    room.do(put_settings, {"mediation.paper_notice": True, "mediation.paper_receipt": True})
    with room.reading() as uow:
        bound = "".join(words(assemble(uow, whole["mediation.dispute"]).paper.pdf))
    assert "调解通知书" in bound
    assert "今收到欧阳" in bound


def test_letters_deliveries_and_reports_are_bound_where_the_hall_uses_them(whole, room, fonts):
    from desk.testing.hall import put_settings

    dispute = whole["mediation.dispute"]
    room.do(save_file, FileDraft(dispute, "long", room.today, "何苗", "方敏", undisputed="漏水起于602室。"))
    titles = ("复函", "送达回证", "疑难纠纷报告单", "漏水起于602室。")
    with room.reading() as uow:
        bound = "".join(words(assemble(uow, dispute).paper.pdf))
    assert not [title for title in titles if title in bound]
    room.do(put_settings, {f"mediation.paper_{paper}": True
                           for paper in ("reply", "entrust", "delivery", "difficult_report", "undisputed")})
    with room.reading() as uow:
        bound = "".join(words(assemble(uow, dispute).paper.pdf))
    assert [title for title in titles if title not in bound] == []


def test_the_file_note_tells_what_lacks_and_what_was_changed(room, fonts):
    from plugins.mediation.documents.loading_note import WHOLE, load_file_note
    from plugins.mediation.drafts import MediatorDraft
    from plugins.mediation.service.mediators import replace_mediator

    dispute, _agreement = room.sealed()
    assert room.see(load_file_note, dispute).note == WHOLE
    bare = room.accept(mediators=("沈建国",))
    room.do(replace_mediator, MediatorDraft(bare, "沈建国", "方敏", "当事人要求", room.today))
    note = room.see(load_file_note, bare).note
    assert "缺少:人民调解记录" in note
    assert "由沈建国更换为方敏" in note
    assert WHOLE not in note
    room.do(save_file, FileDraft(bare, "long", room.today, "何苗", "方敏", file_note="第3页缺角。"))
    assert room.see(load_file_note, bare).note == "第3页缺角。"
    with room.reading() as uow:
        bound = "".join(words(assemble(uow, bare).paper.pdf))
    assert "第3页缺角" in bound
    assert "检查时间" in bound


def test_a_withdrawn_case_is_bound_and_filed_too(room, fonts):
    from plugins.mediation.pages.record import load

    dispute = room.accept()
    room.do(withdraw, EndingDraft(dispute, room.today, "双方已自行和解"))
    offered = [act.entry for act in room.see(load, dispute).acts]
    assert {"mediation.binding_form", "mediation.file_form", "mediation.dossier"} <= set(offered)
    room.do(save_file, FileDraft(dispute, "short", room.today, "何苗", "方敏"))
    room.do(file_case, EndingDraft(dispute, room.today))
    assert room.state(dispute) == "archived"


def test_a_scan_that_cannot_be_opened_is_refused_when_it_comes(whole, room):
    with pytest.raises(UserError) as told:
        room.do(add_scan, ScanDraft(whole["mediation.dispute"], "evidence", "a.pdf", b"%PDF-1.7 cut off"))
    assert told.value.field == "file"


def test_what_no_row_names_is_bound_all_the_same(whole, room, fonts):
    dispute = whole["mediation.dispute"]
    room.do(set_dossier_rows, (DossierRowDraft("调解笔录", "required", ("session",)), DossierRowDraft("封底", "required",
                                                                                              ("back_cover",))))
    with room.reading() as uow:
        made = assemble(uow, dispute)
    assert [row.title for row in made.rows] == ["调解笔录", "封底"]
    bound = "".join(words(made.paper.pdf))
    assert "渗水照片" in bound
    assert "一式3份" in bound
    for rows in (NATIONAL, PROVINCIAL):
        assert complete(rows) == rows  # the lists that are shipped forget nothing
        assert len({part for row in rows for part in row.parts}) == len(PARTS)


def test_the_provincial_list_binds_in_its_own_order(whole, room, fonts):
    from desk.testing.hall import put_settings

    dispute = whole["mediation.dispute"]
    room.do(put_settings, {"mediation.dossier_list": "provincial"})
    room.do(add_scan, ScanDraft(dispute, "identity", "身份证.png", png()))
    room.do(add_scan, ScanDraft(dispute, "evidence", "横幅.pdf", pdf(1, (842, 595))))
    with room.reading() as uow:
        made = assemble(uow, dispute)
    pages = words(made.paper.pdf)[2:]
    assert len(made.rows) == 13
    assert all(f"—{number}—" in text for number, text in enumerate(pages, 1))
    place = {row.title: int(row.pages.split("-")[0]) for row in made.rows if row.pages}
    order = ("人民调解当事人权利义务告知书", "当事人身份证明", "人民调解证据材料", "人民调解记录", "人民调解协议书", "封底")
    assert [place[title] for title in order] == sorted(place[title] for title in order)
    assert "权利义务告知书" in pages[place["人民调解当事人权利义务告知书"] - 1]
    assert f"本卷共{len(pages)}页" in pages[place["封底"] - 1]


def test_the_provincial_checker_asks_for_more(whole, room):
    from desk.testing.hall import put_settings

    lacking = room.see(list_lacking, room.file(whole["mediation.dispute"]))
    assert "当事人身份证明" not in lacking
    room.do(put_settings, {"mediation.dossier_list": "provincial"})
    more = room.see(list_lacking, room.file(whole["mediation.dispute"]))
    assert {"人民调解当事人权利义务告知书", "当事人身份证明"} <= set(more)
    assert not {"授权委托书", "收条或汇款单等履行凭证"} & set(more)  # as needed
    room.do(add_scan, ScanDraft(whole["mediation.dispute"], "identity", "身份证.png", png()))
    assert "当事人身份证明" not in room.see(list_lacking, room.file(whole["mediation.dispute"]))


def test_the_form_begins_anew_with_a_list_that_is_shipped(room):
    from plugins.mediation.pages.forms_file import rows_draft

    room.do(set_dossier_rows, rows_draft({"begin": "provincial", "rows": []}))
    assert room.see(dossier_rows) == PROVINCIAL
    for wrong in ((DossierRowDraft("记录", "required", ()),),
                  (DossierRowDraft("记录", "required", ("session",)), DossierRowDraft("笔录", "wanted", ("session",)))):
        with pytest.raises(UserError) as told:
            room.do(set_dossier_rows, wrong)
        assert f"rows.{len(wrong) - 1}.parts" in told.value.fields


def test_only_what_can_be_bound_is_taken(whole, room):
    with pytest.raises(UserError) as told:
        room.do(add_scan, ScanDraft(whole["mediation.dispute"], "identity", "a.txt", b"hello"))
    assert "PDF" in str(told.value)
    with pytest.raises(UserError):
        room.do(add_scan, ScanDraft(whole["mediation.dispute"], "nowhere", "a.png", png()))


def test_the_list_is_data_and_may_be_the_halls_own(room):
    from desk.testing.hall import put_settings

    assert (len(NATIONAL), len(PROVINCIAL)) == (9, 13)
    room.do(put_settings, {"mediation.dossier_list": "provincial"})
    assert room.see(dossier_rows) == PROVINCIAL
    room.do(set_dossier_rows, (DossierRowDraft("调解笔录", "required", ("session",)),
                               DossierRowDraft("封底", "required", ("back_cover",))))
    assert [row.title for row in room.see(dossier_rows)] == ["调解笔录", "封底"]
    with pytest.raises(UserError):
        room.do(set_dossier_rows, (DossierRowDraft("", "required", ("session",)),))
    room.do(set_dossier_rows, ())
    assert room.see(dossier_rows) == PROVINCIAL


def test_the_checker_names_what_is_missing_and_filing_waits_for_it(whole, room, fonts):
    dispute = whole["mediation.dispute"]
    room.do(mark_instalment, PerformedDraft(whole["mediation.agreement"], 1, room.today))
    room.do(mark_performed, EndingDraft(dispute, room.today))
    room.do(close_dispute, EndingDraft(dispute, room.today))
    room.do(save_file, FileDraft(dispute, "long", room.today, "何苗", "方敏"))
    assert room.see(list_lacking, room.file(dispute)) == [
        "人民调解申请书或人民调解受理登记表", "人民调解记录", "人民调解协议书或人民调解口头协议登记表"]
    with pytest.raises(UserError) as told:
        room.do(file_case, EndingDraft(dispute, room.today))
    assert "第二十七条" in str(told.value)
    for session in room.file(dispute).sessions:
        room.do(issue, PrintOrder("mediation.session_record", session.id))
    room.do(issue, PrintOrder("mediation.acceptance", dispute))
    scan = room.do(add_scan, ScanDraft(dispute, "agreement", "协议书.png", png(), signed=True))
    assert room.see(list_lacking, room.file(dispute)) == []
    room.do(remove_scan, TakeBackDraft(scan, "扫描不清"))
    assert len(room.see(list_lacking, room.file(dispute))) == 1
    room.do(issue, PrintOrder("mediation.agreement", whole["mediation.agreement"]))
    room.do(file_case, EndingDraft(dispute, room.today))
    assert room.state(dispute) == "archived"
    assert page_count(pdf(2)) == 2

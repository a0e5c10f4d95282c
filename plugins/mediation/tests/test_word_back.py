"""A draft worded by hand comes back: what changed is seen and taken over, the rest is named, strangers are refused."""

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desk.api import Conflict, NotFound, UserError
from desk.api.db import Actor
from plugins.mediation.documents.agreement import build
from plugins.mediation.documents.loading import load_agreement
from plugins.mediation.drafts import InstalmentDraft
from plugins.mediation.drafts.wording import TemplateDraft
from plugins.mediation.exchange.word import word_of
from plugins.mediation.exchange.word_back import come_back
from plugins.mediation.exchange.word_file import read_file
from plugins.mediation.exchange.word_lines import tell_apart
from plugins.mediation.models import Agreement
from plugins.mediation.pages import record
from plugins.mediation.service.templates import set_templates, template_for
from plugins.mediation.service.worded import earlier_wordings, take_word_back
from plugins.mediation.tests.helpers import Data


@pytest.fixture
def drafted(room):
    """(dispute, agreement) of a draft with two clauses and an amount in one instalment."""
    dispute = room.accept()
    room.hold(dispute)
    return dispute, room.draft(
        dispute, clauses=("被申请人七日内修复602室防水层;", "赔偿申请人损失8,600元,\n以转账方式支付;"),
        facts="渗漏原因为602室防水破损。\n双方无异议。", amount_fen=860000,
        instalments=(InstalmentDraft(date(2026, 12, 1), "赔偿款", 860000),))


def worded(room, agreement, change=lambda word: None):
    """The bytes of the draft's file after `change(document)`."""
    word = docx.Document(io.BytesIO(room.see(word_of, agreement)))
    change(word)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def line(word, text):
    return next(one for one in word.paragraphs if text in one.text)


def rewrite(paragraph, text):
    for run in paragraph.runs[1:]:
        run._element.getparent().remove(run._element)
    paragraph.runs[0].text = text


def seen(room, dispute, content):
    return room.see(come_back, dispute, "改.docx", content)


def stored(room, agreement):
    return room.see(lambda uow: (uow.get(Agreement, agreement).facts, tuple(uow.get(Agreement, agreement).clauses),
                                 uow.get(Agreement, agreement).performance))


def test_what_nobody_changed_comes_back_as_it_was(room, drafted, fonts):
    dispute, agreement = drafted
    found = seen(room, dispute, worded(room, agreement))
    assert (found.draft.facts, found.draft.clauses, found.draft.performance) == stored(room, agreement)
    assert (found.before, found.outside, found.stale) == (found.after, (), False)
    with pytest.raises(UserError):
        room.do(take_word_back, found.draft)


def test_a_clause_is_changed_one_comes_in_and_the_earlier_wording_is_kept(room, drafted, fonts):
    dispute, agreement = drafted
    before = stored(room, agreement)

    def change(word):
        rewrite(line(word, "七日内修复"), "1、被申请人十日内修复602室防水层，并通知申请人验收；")
        line(word, "履行方式").insert_paragraph_before("3、双方今后有事先协商。")
        line(word, "七日内完成").insert_paragraph_before("修复期间自来水照常供应。")

    found = seen(room, dispute, worded(room, agreement, change))
    assert found.draft.clauses == ("被申请人十日内修复602室防水层，并通知申请人验收；", before[1][1], "双方今后有事先协商。")
    assert found.draft.performance == f"修复期间自来水照常供应。\n{before[2]}"
    assert found.draft.facts == before[0]
    room.do(take_word_back, found.draft)
    assert stored(room, agreement) == (before[0], found.draft.clauses, found.draft.performance)
    assert room.see(lambda uow: [(one.facts, tuple(one.clauses), one.performance, one.file_name)
                                 for one in earlier_wordings(uow, dispute)]) == [(*before, "改.docx")]
    assert room.see(lambda uow: (uow.get(Agreement, agreement).amount_fen,
                                 uow.get(Agreement, agreement).instalments[0]["fen"])) == (860000, 860000)
    titles = [section.title for section in room.see(record.load, dispute).sections]
    assert "草稿修改前" in titles


def test_what_stands_outside_the_wording_is_named_and_left(room, drafted, fonts):
    dispute, agreement = drafted
    found = seen(room, dispute, worded(room, agreement, lambda word: rewrite(line(word, "涉及金额"), "涉及金额共计9,000元。")))
    assert any("8,600" in before and "9,000" in after for before, after in found.outside)
    assert "涉及金额" not in found.draft.performance  # it would stand there beside the desk's own line
    found = seen(room, dispute, worded(room, agreement, lambda word: rewrite(
        word.tables[0].cell(0, 1).paragraphs[0], "龚桂芝")))
    assert ("龚桂兰", "龚桂芝") in found.outside
    assert found.before == found.after


ENDS = "双方今后互谅互让。\n本协议自各方签名之日起生效。"


@pytest.fixture
def with_ends(room):
    """(dispute, agreement) of a draft that ends in the hall's own words."""
    room.do(set_templates, [TemplateDraft("本中心", closing=ENDS)])
    dispute = room.accept()
    room.hold(dispute)
    return dispute, room.draft(dispute, amount_fen=860000, template_id=room.see(lambda uow: template_for(uow, "").id))


def test_the_closing_words_come_back_too(room, with_ends, fonts, printed):
    dispute, agreement = with_ends
    unchanged = seen(room, dispute, worded(room, agreement))
    assert (unchanged.draft.closing, unchanged.before, unchanged.outside) == (ENDS, unchanged.after, ())

    def change(word):
        rewrite(line(word, "互谅互让"), "双方今后互谅互让，不再争吵。")
        line(word, "本协议一式").insert_paragraph_before("未尽事宜另行协商。")

    found = seen(room, dispute, worded(room, agreement, change))
    assert found.draft.closing == "双方今后互谅互让，不再争吵。\n本协议自各方签名之日起生效。\n未尽事宜另行协商。"
    assert found.draft.performance == stored(room, agreement)[2]
    assert "不再争吵" in found.after
    room.do(take_word_back, found.draft)
    text = printed(build(room.see(load_agreement, agreement)))
    assert text.count("互谅互让") == text.count("未尽事宜另行协商。") == text.count("涉及金额") == 1
    assert room.see(lambda uow: [one.closing for one in earlier_wordings(uow, dispute)]) == [ENDS]
    assert room.see(lambda uow: template_for(uow, "").closing) == ENDS  # the hall's template is not this agreement's

    def strike(word):
        for one in [one for one in word.paragraphs if one.text and one.text in found.draft.closing]:
            one._element.getparent().remove(one._element)

    gone = seen(room, dispute, worded(room, agreement, strike))
    assert gone.draft.closing == ""
    room.do(take_word_back, gone.draft)
    assert "互谅互让" not in printed(build(room.see(load_agreement, agreement)))


@pytest.mark.parametrize(("said", "kinds"), [
    ("七日内完成|涉及金额八千六百元|互谅互让", "words made closing"),
    ("七日内完成|先付一半|涉及金额八千六百元|互谅互让", "words words made closing"),
    ("十日内完成并验收|涉及金额九千元|互谅互让", "words made closing"),
    ("七日内完成|涉及金额八千六百元|不得反悔|互谅互让|如有争议再调解", "words made words closing closing"),
    ("完全另写的一段|又一段", "words words"), ("", "")])
def test_lines_under_the_performance_are_told_apart(said, kinds):
    own = [("words", "七日内完成"), ("made", "涉及金额八千六百元"), ("closing", "互谅互让")]
    assert tell_apart(own, said.split("|") if said else []) == kinds.split()


def test_what_takes_the_place_of_the_desks_filler_is_words():
    assert tell_apart([("filler", "按协议内容当场履行")], ["按协议内容三日内履行"]) == ["words"]
    assert tell_apart([("filler", "按协议内容当场履行")], ["按协议内容当场履行"]) == ["filler"]


def test_tracked_changes_count_as_accepted(room, drafted, fonts):
    dispute, agreement = drafted

    def change(word):
        paragraph = line(word, "七日内修复")._element
        run = paragraph.r_lst[-1]
        gone = f"<w:del {nsdecls('w')} w:id='1' w:author='a'><w:r><w:delText>旧</w:delText></w:r></w:del>"
        run.getparent().replace(run, parse_xml(gone))
        new = f"<w:ins {nsdecls('w')} w:id='2' w:author='a'><w:r><w:t>新的一条;</w:t></w:r></w:ins>"
        paragraph.append(parse_xml(new))

    assert seen(room, dispute, worded(room, agreement, change)).draft.clauses[0] == "新的一条;"


def test_another_word_processor_may_have_saved_it(room, drafted, fonts):
    """LibreOffice sets the keywords apart and names the part of the properties otherwise (as its 7.4 writes them)."""
    dispute, agreement = drafted
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(worded(room, agreement))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part == "docProps/core.xml":
                text = re.sub(b"(agreement):([0-9]+):([0-9]+):", rb"\1 \2 \3 ", text)
            if part == "_rels/.rels":
                text = text.replace(b"package/2006/relationships/metadata", b"officedocument/2006/relationships/metadata")
            new.writestr(part, text)
    assert seen(room, dispute, out.getvalue()).outside == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", "人民调解协议书".encode(), b"x" * 11_000_000])
def test_what_is_no_word_file_is_refused_in_words(refused, content):
    told = refused(read_file, content)
    assert told.todo


def test_a_file_of_somebody_else_is_refused_in_words(room, drafted, refused, fonts):
    dispute, agreement = drafted
    own = docx.Document()
    own.add_paragraph("人民调解协议书")
    out = io.BytesIO()
    own.save(out)
    assert "另存" in refused(seen, room, dispute, out.getvalue()).todo
    other = room.accept()
    room.hold(other)
    foreign = worded(room, room.draft(other))
    assert "另一" in str(refused(seen, room, dispute, foreign))
    gone = worded(room, agreement, lambda word: rewrite(line(word, "自愿达成"), "双方商定:"))
    assert "经调解" in str(refused(seen, room, dispute, gone))


def test_a_draft_that_went_on_is_said_and_never_overwritten_unseen(room, drafted, fonts):
    dispute, agreement = drafted
    content = worded(room, agreement, lambda word: rewrite(line(word, "七日内修复"), "1、十日内修复;"))
    found = seen(room, dispute, content)
    version = room.see(lambda uow: uow.get(Agreement, agreement).version)
    room.draft(dispute, clauses=("别的条款;",), version=version)
    with pytest.raises(Conflict):
        room.do(take_word_back, found.draft)
    assert seen(room, dispute, content).stale


def test_only_who_sees_the_case_reads_a_file_back(room, drafted, factory, fonts):
    dispute, agreement = drafted
    content = worded(room, agreement)
    stranger = Actor("别人", 1, user_id=99, permissions=frozenset({"mediation.case.read", "mediation.case.write"}))
    with factory.reading(stranger) as uow, pytest.raises(NotFound):
        come_back(uow, dispute, "改.docx", content)
    room.sign(dispute, agreement)
    with pytest.raises(UserError) as told:
        seen(room, dispute, content)
    assert "第二十九条" in str(told.value)


def test_an_oral_draft_with_the_hall_s_heads_comes_back_too(room, fonts):
    room.do(set_templates, [TemplateDraft("本中心", heads={"facts": "一、纠纷事实:"})])
    dispute = room.accept()
    room.hold(dispute)
    template = room.see(lambda uow: template_for(uow, "").id)
    agreement = room.draft(dispute, form="oral", at_once=True, performance="当场履行。", amount_fen=5000, template_id=template)
    found = seen(room, dispute, worded(room, agreement, lambda word: rewrite(line(word, "修复防水层"), "1、已修复;")))
    assert (found.draft.clauses, found.draft.performance, found.outside) == (("已修复;",), "当场履行。", ())


@pytest.mark.gui
class TestOnTheScreen:
    """The page, by clicks."""

    @pytest.fixture
    def database(self, sqlite_database):
        return sqlite_database

    def test_the_file_is_looked_at_and_taken_over(self, room, drafted, factory, actor, clock, qtbot, qapp, tmp_path, fonts):
        from PySide6.QtCore import Qt

        from desk.testing.shell import make_context
        from plugins.mediation.views.word_back import WordBackPage

        dispute, agreement = drafted
        path = tmp_path / "改过的.docx"
        path.write_bytes(worded(room, agreement, lambda word: rewrite(line(word, "七日内修复"), "1、十日内修复;")))
        wrong = tmp_path / "别的.docx"
        wrong.write_bytes(b"no")
        ctx = make_context(tmp_path, plugin_id="mediation", backend=Data(factory, actor), actor=actor, clock=clock,
                           answers=[wrong, path])
        page = WordBackPage(ctx, record_id=dispute)
        qtbot.addWidget(page)
        page.show()
        assert page.take_button.isHidden()
        qtbot.mouseClick(page.choose_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.notices.count() == 1)
        assert page.take_button.isHidden()
        qtbot.mouseClick(page.choose_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not page.take_button.isHidden())
        assert page.notices.count() == 0
        qtbot.mouseClick(page.take_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: ctx.navigator.backs == 1)
        assert stored(room, agreement)[1][0] == "十日内修复;"

"""The draft in Word: the same words as its print, nothing of it archived, nothing signed goes out."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from desk.api import UserError
from desk.api.papers import list_prints
from plugins.mediation.documents import agreement as written
from plugins.mediation.documents.loading import load_agreement
from plugins.mediation.exchange.word import export_word, word_of, write_word
from plugins.mediation.tests.helpers import Data


class Job:
    """What a long job is given, on the room's database."""

    def __init__(self, room):
        self.room = room

    def reading(self):
        return self.room.reading()

    def execute(self, verb, *args, key):
        return self.room.do(verb, *args)


def said(content):
    word = docx.Document(io.BytesIO(content))
    return "".join("".join(run.text or "" for run in word.element.body.iter(qn("w:t"))).split())


def plain(text):
    return "".join(chr(ord(mark) - 0xFEE0) if "\uff01" <= mark <= "\uff5e" else mark for mark in text)


def test_the_draft_says_in_word_what_its_print_says(room, fonts, tmp_path, printed):
    dispute = room.accept()
    room.hold(dispute)
    draft = room.draft(dispute)
    path = write_word(Job(room), dispute, tmp_path / "协议书")
    assert path.name == "协议书.docx"
    text = plain(said(path.read_bytes()))
    with room.reading() as uow:
        data = load_agreement(uow, draft)
        paper = plain(printed(written.build(data)))
        assert not list_prints(uow, "mediation.agreement", draft)
    for part in (*data.clauses, data.facts, data.performance, data.case.committee, *(one.name for one in data.case.parties)):
        assert plain("".join(part.split())) in text, part
    for part in ("本协议一式3份", "记录人(签名)", "(人民调解委员会印章)"):
        assert part in text
        assert part in paper


def test_what_is_signed_stays_as_it_was_signed(room):
    dispute, _agreement = room.sealed()
    with pytest.raises(UserError) as told:
        room.do(export_word, dispute)
    assert "第二十九条" in str(told.value)


def test_an_oral_draft_goes_out_as_the_register(room, fonts):
    dispute = room.accept()
    room.hold(dispute)
    draft = room.draft(dispute, form="oral", at_once=True, performance="当场履行。")
    with room.reading() as uow:
        assert "人民调解口头协议登记表" in said(word_of(uow, draft))


def test_the_button_stands_on_a_draft_only(room):
    from plugins.mediation.pages import record

    dispute = room.accept()
    room.hold(dispute)

    def offered():
        return {act.run for act in room.see(record.load, dispute).acts}

    assert "plugins.mediation.pages.doing:export_word" not in offered()
    draft = room.draft(dispute)
    assert "plugins.mediation.pages.doing:export_word" in offered()
    room.sign(dispute, draft)
    assert "plugins.mediation.pages.doing:export_word" not in offered()




@pytest.mark.gui
class TestOnTheScreen:
    """The button on the case's page, pressed."""

    @pytest.fixture
    def database(self, sqlite_database):
        return sqlite_database

    def test_the_button_saves_the_file(self, room, factory, actor, clock, qtbot, qapp, tmp_path, fonts):
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QPushButton

        from desk.api.qt import RecordPage
        from desk.testing.shell import make_context
        from plugins.mediation.pages.record import RECORD

        dispute = room.accept()
        room.hold(dispute)
        room.draft(dispute)
        wanted = tmp_path / "草稿.docx"
        ctx = make_context(tmp_path, plugin_id="mediation", backend=Data(factory, actor), actor=actor, clock=clock,
                           answers=[wanted])
        page = RecordPage(ctx, RECORD, record_id=dispute)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        [button] = [one for one in page.findChildren(QPushButton) if "DOCX" in one.text()]
        assert button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert "修复防水层" in said(wanted.read_bytes())
        assert not list(tmp_path.glob("*.tmp"))

"""Files: kept by content inside the data file, judged by their first bytes, taken away with a reason."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from desk.core.actor import Actor
from desk.core.db.community import Community
from desk.core.errors import EnvironmentFault, NotAllowed, NotFound, UserError
from desk.core.files import access
from desk.core.files.kinds import ENDINGS, sniff
from desk.core.files.model import FileBlob
from desk.core.files.queries import count_attachments, get_attachment, get_bytes, list_attachments
from desk.core.files.service import LIMIT_SETTING, attach, remove, rename_attachment
from desk.core.settings.service import change_settings

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
PDF = b"%PDF-1.7\n%\xe2\xe3\n"


def zipped(*names):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def test_a_file_comes_back_byte_for_byte(writing, reading):
    with writing() as uow:
        made = attach(uow, "trial", 7, "照片.png", PNG, "现场照片")
    with reading() as uow:
        [row] = list_attachments(uow, "trial", 7)
        assert (row.id, row.mime, row.size, row.title, row.by) == (made, "image/png", len(PNG), "现场照片", "desk")
        assert get_bytes(uow, made) == PNG
        assert list_attachments(uow, "trial", 8) == []
        assert count_attachments(uow, "trial", 7) == 1


def test_the_same_content_is_kept_once(writing, reading):
    with writing() as uow:
        attach(uow, "trial", 1, "a.pdf", PDF)
        attach(uow, "trial", 2, "b.pdf", PDF)
    with reading() as uow:
        assert uow.session.scalar(select(func.count(FileBlob.sha256))) == 1
        assert [row.file_name for row in list_attachments(uow, "trial", 2)] == ["b.pdf"]


def test_taking_away_needs_a_reason_and_leaves_a_trace(writing, reading):
    with writing() as uow:
        made = attach(uow, "trial", 1, "a.pdf", PDF)
        rename_attachment(uow, made, "协议扫描件")
    with pytest.raises(UserError), writing() as uow:
        remove(uow, made, " ")
    with writing() as uow:
        remove(uow, made, "扫描不清")
    with reading() as uow:
        assert list_attachments(uow, "trial", 1) == []
        assert [row.removed_reason for row in list_attachments(uow, "trial", 1, removed=True)] == ["扫描不清"]
        assert get_attachment(uow, made).title == "协议扫描件"
        with pytest.raises(NotFound):
            get_bytes(uow, made)
    with pytest.raises(UserError), writing() as uow:
        remove(uow, made, "再次")


@pytest.mark.parametrize(("content", "mime"), [
    (PDF, "application/pdf"), (PNG, "image/png"), (b"\xff\xd8\xff\xe0abc", "image/jpeg"), ("会议记录\n".encode(), "text/plain"),
    ("会议记录".encode("gb18030"), "text/plain"), (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
    (b"\x00\x00\x00\x18ftypmp42", "video/mp4"), (b"\x00\x00\x00\x18ftypheic", "image/heic"),
    (zipped("OFD.xml", "Doc_0/Document.xml"), "application/ofd"),
    (zipped("[Content_Types].xml", "word/document.xml"),
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
])
def test_what_it_is_its_first_bytes_say(content, mime):
    assert sniff(content) == mime


@pytest.mark.parametrize("content", [
    b"MZ\x90\x00\x03", b"\x7fELF\x02", b"#!/bin/sh\nrm", b"<html><script>", b"  <svg onload=x>", b"\x00\x01\x02",
    b"PK\x03\x04broken",
    zipped("a.txt"), zipped("word/document.xml", "word/vbaProject.bin"), b"MZ", b"\xef\xbb\xbf<?xml"])
def test_what_could_act_by_itself_is_not_kept(writing, reading, content):
    with pytest.raises(UserError) as refused, writing() as uow:
        attach(uow, "trial", 1, "正常.pdf", content)
    assert refused.value.field == "file"
    with reading() as uow:
        assert uow.session.scalar(select(func.count(FileBlob.sha256))) == 0


@given(st.binary(max_size=200))
def test_any_bytes_are_judged_without_an_error(content):
    assert sniff(content) in {"", *ENDINGS}


@pytest.mark.parametrize(("given_name", "kept"), [
    ("../../etc/passwd", "passwd.pdf"), ("C:\\桌面\\协议书.PDF", "协议书.PDF"), ("a.pdf.exe", "a.pdf.exe.pdf"),
    ("", "file.pdf"),
    ("..", "file.pdf"), ("报告\u202efdp.exe", "报告fdp.exe.pdf"), ("a:b?.pdf", "a_b_.pdf"), ("长" * 300, "长" * 140 + ".pdf")])
def test_names_are_made_harmless(writing, reading, given_name, kept):
    with writing() as uow:
        made = attach(uow, "trial", 1, given_name, PDF)
    with reading() as uow:
        assert get_attachment(uow, made).file_name == kept


def test_limits_hold(writing):
    with writing() as uow:
        change_settings(uow, {LIMIT_SETTING: 1})
    for content in (b"", PDF + b" " * 1024 * 1024):
        with pytest.raises(UserError), writing() as uow:
            attach(uow, "trial", 1, "a.pdf", content)


def test_a_damaged_content_is_never_handed_out(database, writing, reading):
    with writing() as uow:
        made = attach(uow, "trial", 1, "a.pdf", PDF)
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE core_file_blob SET content = :other"), {"other": b"%PDF-changed"})
    with pytest.raises(EnvironmentFault), reading() as uow:
        get_bytes(uow, made)


def test_other_communities_strangers_and_guards(writing, factory, monkeypatch):
    monkeypatch.setattr(access, "_checks", {})

    def refuse(_uow, _owner_id):
        raise NotFound("no")

    with writing() as uow:
        uow.session.add(Community(id=2, name="另一社区"))
        made, hidden = attach(uow, "trial", 1, "a.pdf", PDF), attach(uow, "trial.guarded", 1, "b.pdf", PDF)
    with pytest.raises(NotFound), factory.reading(Actor("x", 2, all_rights=True)) as uow:
        get_bytes(uow, made)
    with pytest.raises(NotAllowed), factory.writing(Actor("y", 1)) as uow:
        attach(uow, "trial", 1, "a.pdf", PDF)
    access.guard("trial.guarded", refuse)
    for look in (lambda uow: get_bytes(uow, hidden), lambda uow: list_attachments(uow, "trial.guarded", 1)):
        with pytest.raises(NotFound), factory.reading(Actor("y", 1)) as uow:
            look(uow)

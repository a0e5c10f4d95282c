"""A file hangs on any record; it is taken away with a reason and stays in the archive."""

import pytest

from desk.api.files import attach, get_bytes, guard, list_attachments, remove


@pytest.fixture(autouse=True)
def guarded(monkeypatch):
    """As a plugin does when it starts: who may see the record may see its files. Here everybody may."""
    monkeypatch.setattr("desk.core.files.access._checks", {})
    guard("example.lamp", lambda uow, record_id: None)


def test_hung_on_a_record_read_and_taken_away(writing, reading):
    with writing() as uow:
        photo = attach(uow, "example.lamp", 7, "说明.txt", "路灯不亮。".encode(), title="说明")
    with reading() as uow:
        assert get_bytes(uow, photo).decode() == "路灯不亮。"
    with writing() as uow:
        remove(uow, photo, "传错了")
    with reading() as uow:
        assert list_attachments(uow, "example.lamp", 7) == []
        assert [row.removed_reason for row in list_attachments(uow, "example.lamp", 7, removed=True)] == ["传错了"]

"""Drafts: sealed, whole after a crash, for the same person only."""

import os
from datetime import date, datetime
from decimal import Decimal

import pytest

from desk.core.clock import HALL_ZONE
from desk.shell.drafts import AutoSave, DraftStore

VALUES = {"name": "李䶮", "note": "漏水,已拍照", "count": 3, "on": date(2026, 11, 5), "due": None,
          "amount": Decimal("1409.50"), "at": datetime(2026, 11, 5, 9, 30, tzinfo=HALL_ZONE),
          "parties": [{"name": "赵恵", "tags": ("a", "b")}],
          "days": {1, 2}, "odd": "\ud800"}


@pytest.fixture
def store(tmp_path):
    return DraftStore(tmp_path / "drafts", tmp_path / "keys", user_id=1)


def test_what_was_typed_comes_back_as_it_was(store):
    store.save("mediation.open", None, VALUES)
    assert store.load("mediation.open", None).values == VALUES
    assert store.load("mediation.open", 5) is None
    store.discard("mediation.open", None)
    assert store.load("mediation.open", None) is None


def test_a_new_program_finds_the_drafts_of_the_crashed_one(store, tmp_path):
    store.save("a", 1, {"x": "1"})
    store.save("b", None, {"x": "2"})
    again = DraftStore(tmp_path / "drafts", tmp_path / "keys", user_id=1)
    assert {(draft.form_id, draft.record_id) for draft in again.list_all()} == {("a", 1), ("b", None)}


def test_nobody_else_sees_them_even_when_the_file_is_moved(store, tmp_path, expect_log):
    expect_log("A draft could not be opened")
    store.save("a", 1, VALUES)
    other = DraftStore(tmp_path / "drafts", tmp_path / "keys", user_id=2)
    assert other.list_all() == []
    (tmp_path / "drafts/2").mkdir()
    for path in (tmp_path / "drafts/1").iterdir():
        (tmp_path / "drafts/2" / path.name).write_bytes(path.read_bytes())
    assert other.load("a", 1) is None


def test_nothing_readable_lies_on_the_disk(store, tmp_path):
    store.save("mediation.open", 12, VALUES)
    for path in tmp_path.rglob("*"):
        blob = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        assert "漏水".encode() not in blob
        assert b"mediation" not in blob
    if os.name == "posix":
        assert (tmp_path / "keys/drafts.key").stat().st_mode & 0o077 == 0


def test_a_damaged_draft_is_no_draft(store, tmp_path, expect_log):
    expect_log("A draft could not be opened")
    store.save("a", 1, VALUES)
    path = next((tmp_path / "drafts/1").iterdir())
    blob = bytearray(path.read_bytes())
    blob[20] ^= 1
    path.write_bytes(blob)
    assert store.load("a", 1) is None
    path.write_bytes(b"")
    assert store.list_all() == []


def test_a_failed_write_keeps_the_old_draft_and_no_litter_and_the_new_one_while_the_program_runs(store, tmp_path, monkeypatch):
    store.save("a", 1, {"x": "old"})

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        store.save("a", 1, {"x": "new"})
    monkeypatch.undo()
    assert DraftStore(tmp_path / "drafts", tmp_path / "keys", 1).load("a", 1).values == {"x": "old"}
    assert len(list((tmp_path / "drafts/1").iterdir())) == 1
    assert [draft.values for draft in store.list_all()] == [store.load("a", 1).values] == [{"x": "new"}]
    store.discard("a", 1)
    assert store.load("a", 1) is None


def test_a_disk_that_refuses_is_told_and_asked_again_until_it_takes_the_draft(store, jobs, qtbot, tmp_path):
    (tmp_path / "drafts").write_text("a file stands where the folder should be", "utf-8")
    keeper = AutoSave(store, jobs, "form", 1, lambda: {"text": "half"})
    keeper._timer.setInterval(30)
    with qtbot.waitSignal(keeper.refused) as refused:
        keeper.changed()
    assert isinstance(refused.args[0], OSError)
    assert store.load("form", 1).values == {"text": "half"}
    keeper.flush()  # the page is left: nothing is raised, and it is still held
    assert store.load("form", 1).values == {"text": "half"}
    with qtbot.waitSignal(keeper.kept):
        (tmp_path / "drafts").unlink()
    assert DraftStore(tmp_path / "drafts", tmp_path / "keys", 1).load("form", 1).values == {"text": "half"}


def test_typing_is_kept_without_waiting_for_a_pause(store, jobs, qtbot):
    typed = {"text": ""}
    keeper = AutoSave(store, jobs, "form", 1, lambda: dict(typed))
    keeper._timer.setInterval(30)
    for letter in "abcdef":  # typing goes on faster than the timer
        typed["text"] += letter
        keeper.changed()
        qtbot.wait(10)
    qtbot.waitUntil(lambda: (store.load("form", 1) or type("none", (), {"values": {}})).values.get("text") == "abcdef")


def test_flush_keeps_at_once_and_clear_forgets(store, jobs, qtbot):
    keeper = AutoSave(store, jobs, "form", 1, lambda: {"text": "half"})
    keeper.flush()
    assert store.load("form", 1) is None
    keeper.changed()
    keeper.flush()
    assert store.load("form", 1).values == {"text": "half"}
    keeper.clear()
    assert store.load("form", 1) is None

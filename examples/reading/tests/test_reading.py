"""A book goes out to one reader at a time and is due back."""

from datetime import date

import pytest

from desk.api import UserError
from desk.api.pages import PageRequest
from desk.api.people import PersonDraft, register_person
from desk.api.tables import RecordDraft, count_records, get_record, list_due, list_records, save_record, tables


def test_a_book_is_lent_to_one_reader_at_a_time_and_comes_back(writing, reading):
    with writing() as uow:
        book = save_record(uow, RecordDraft("reading.book", {"title_of_book": "家庭急救手册", "sort": "health"}))
        reader = register_person(uow, PersonDraft(name="欧阳䶮", reason="未带证件"))
        out = {"book": book, "reader": reader, "out_on": date(2026, 11, 1), "due_on": date(2026, 11, 4)}
        loan = save_record(uow, RecordDraft("reading.loan", out))
    with pytest.raises(UserError) as taken, writing() as uow:
        save_record(uow, RecordDraft("reading.loan", out))
    assert "book" in taken.value.fields
    with reading() as uow:
        loans = tables().get("reading.loan")
        assert [one.id for one in list_due(uow, loans, uow.clock.today())] == [loan]
        assert get_record(uow, loans, loan).number == "和平借〔2026〕1号"
        assert get_record(uow, loans, loan).words["book"] == "家庭急救手册"
    with writing() as uow:
        save_record(uow, RecordDraft("reading.loan", {"back_on": date(2026, 11, 5)}, loan))
        save_record(uow, RecordDraft("reading.loan", out))
    with reading() as uow:
        assert count_records(uow, loans, PageRequest()) == 2
        assert [row.title for row in list_records(uow, loans, PageRequest(sort="out_on", text="急救")).rows] == [
            "家庭急救手册 · 欧阳䶮"] * 2


def test_what_is_missing_is_said_beside_its_field(writing):
    with pytest.raises(UserError) as refused, writing() as uow:
        save_record(uow, RecordDraft("reading.book", {"sort": "poems"}))
    assert set(refused.value.fields) == {"title_of_book", "sort"}

"""A declared register without a table of its own: saved, listed, taken out with a reason and put back."""

from datetime import date

import pytest

from desk.api.db import PageRequest
from desk.api.tables import RecordDraft, Table, TableField, list_due, list_records, put_back, remove_record, save_record
from desk.testing.declared import declare_items

FIELDS = TableField("name", "Name", required=True), TableField("back", "Back by", "date")
BOOKS = Table("example.book", "Books", "Book", FIELDS, "example.read", "example.write", ("name",), due="back")


@pytest.fixture(autouse=True)
def declared():
    with declare_items(tables=[BOOKS]):
        yield


def test_saved_due_and_taken_out(writing, reading):
    with writing() as uow:
        book = save_record(uow, RecordDraft("example.book", {"name": "家庭急救手册", "back": date(2026, 11, 9)}))
    with reading() as uow:
        assert [row.values["name"] for row in list_records(uow, BOOKS, PageRequest()).rows] == ["家庭急救手册"]
        assert [one.due for one in list_due(uow, BOOKS, date(2026, 11, 30))] == [date(2026, 11, 9)]
    with writing() as uow:
        remove_record(uow, "example.book", book, "遗失")
        put_back(uow, "example.book", book)

"""The register takes an entry, numbers it, and says what is missing."""

from datetime import date

import pytest

from desk.api import UserError
from desk.api.tables import RecordDraft, get_record, save_record, tables


def test_an_entry_is_numbered(writing, reading):
    with writing() as uow:
        entry = save_record(uow, RecordDraft("mytables.entry", {"what": "示例", "day": date(2026, 11, 5)}))
    with reading() as uow:
        assert get_record(uow, tables().get("mytables.entry"), entry).number == "和平记〔2026〕1号"


def test_what_is_missing_is_said_beside_its_field(writing):
    with pytest.raises(UserError) as refused, writing() as uow:
        save_record(uow, RecordDraft("mytables.entry", {}))
    assert set(refused.value.fields) == {"what", "day"}

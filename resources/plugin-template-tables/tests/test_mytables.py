"""Every register says what is missing beside its field, whatever registers there are; an entry gets its number.

The first test goes on holding when you change tables.toml. The second one names a register and its fields: change it along.
"""

from datetime import date

import pytest

from desk.api import UserError
from desk.api.tables import RecordDraft, get_record, save_record, tables


def test_what_is_missing_is_said_beside_its_field(writing):
    for register in [one for one in tables() if one.plugin_id == "mytables"]:
        asked = {field.name for field in register.fields if field.required and not field.shown_when}
        if asked:
            with pytest.raises(UserError) as refused, writing() as uow:
                save_record(uow, RecordDraft(register.code, {}))
            assert set(refused.value.fields) == asked


def test_an_entry_is_numbered(writing, reading):
    with writing() as uow:
        entry = save_record(uow, RecordDraft("mytables.entry", {"what": "示例", "day": date(2026, 11, 5)}))
    with reading() as uow:
        assert get_record(uow, tables().get("mytables.entry"), entry).number == "和平记〔2026〕1号"

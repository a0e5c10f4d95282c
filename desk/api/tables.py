"""Declared registers, for plugins of tables only and for those that want one beside a program of their own."""

from desk.core.tables.declared import Table, TableField, tables
from desk.core.tables.queries import (
    DueRecord,
    RecordRow,
    count_by,
    count_records,
    get_record,
    list_due,
    list_records,
)
from desk.core.tables.service import (
    MoveDraft,
    RecordDraft,
    move_record,
    put_back,
    remove_record,
    save_record,
)

__all__ = ["DueRecord", "MoveDraft", "RecordDraft", "RecordRow", "Table", "TableField", "count_by", "count_records",
           "get_record", "list_due", "list_records", "move_record", "put_back", "remove_record", "save_record", "tables"]

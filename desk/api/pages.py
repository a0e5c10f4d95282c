"""Pages as data: lists, forms and records that the desk draws."""

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.host.import_pages import ImportSpec
from desk.host.pages import (
    Chip,
    Column,
    CounterAnswer,
    CounterSpec,
    Fact,
    FactSection,
    Field,
    FormSpec,
    LampCell,
    ListSpec,
    Missing,
    NextAct,
    PaperLink,
    Pick,
    ReadOut,
    RecordCard,
    RecordSpec,
    Repeat,
    RowAction,
    Section,
    SessionCard,
    SessionSpec,
    StateCell,
    StepLamp,
    TimelineItem,
)
from desk.shell.audit.trail import history_of
from desk.shell.short_lists import short_page

__all__ = [
    "Chip", "Column", "CounterAnswer", "CounterSpec", "Fact", "FactSection", "Field", "FormSpec", "ImportSpec",
    "LampCell",
    "ListSpec", "Missing", "NextAct", "Page", "PageRequest", "PaperLink", "Pick", "ReadOut", "RecordCard",
    "RecordSpec", "Repeat", "RowAction", "Section", "SessionCard", "SessionSpec", "StateCell", "StepLamp",
    "TimelineItem", "history_of", "keyset_page", "short_page",
]

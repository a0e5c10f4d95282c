"""Pages as data: lists, forms and records that the desk draws."""

from desk.core.db.paging import Page, PageRequest, keyset_page
from desk.host.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    LampCell,
    ListSpec,
    Missing,
    NextAct,
    PaperLink,
    RecordCard,
    RecordSpec,
    Repeat,
    RowAction,
    Section,
    StateCell,
    StepLamp,
    TimelineItem,
)

__all__ = [
    "Chip", "Column", "Fact", "FactSection", "Field", "FormSpec", "LampCell", "ListSpec", "Missing", "NextAct",
    "Page", "PaperLink", "PageRequest", "RecordCard", "RecordSpec", "Repeat", "RowAction", "Section", "StateCell",
    "StepLamp", "TimelineItem", "keyset_page",
]

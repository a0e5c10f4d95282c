"""A paper: record → data → document."""

from typing import Any

from desk.api.documents import Document, Paragraph, Title


def load(uow: Any, record_id: int) -> dict[str, Any]:
    """The note as data."""
    return {"text": f"note {record_id}"}


def build(note: dict[str, Any] | None) -> Document:
    """The slip; blank without a note."""
    return Document("good.slip", "便笺", (Title("便笺"), Paragraph(note["text"] if note else "")))

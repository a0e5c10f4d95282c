"""Files kept with records, inside the data file. `guard` lets a plugin say who may see the files of its records."""

from desk.core.files.access import guard
from desk.core.files.queries import AttachmentRow, count_attachments, get_attachment, get_bytes, list_attachments
from desk.core.files.service import attach, remove, rename_attachment

__all__ = ["AttachmentRow", "attach", "count_attachments", "get_attachment", "get_bytes", "guard", "list_attachments",
           "remove", "rename_attachment"]

"""Permissions of lists: id → what it lets one do (translate)."""

from desk.core.i18n import N_

IMPORT = "desk.people.import"
EXPORT = "desk.people.export"

PERMISSIONS: dict[str, str] = {
    IMPORT: N_("Take over lists of residents and undo it"),
    EXPORT: N_("Write lists of residents to a file"),
}

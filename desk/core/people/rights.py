"""Permissions of the register: id → what it lets one do (translate)."""

from desk.core.i18n import N_

READ = "people.read"
WRITE = "people.write"
REVEAL = "people.reveal"
MERGE = "people.merge"

PERMISSIONS: dict[str, str] = {
    READ: N_("See people and households, numbers masked"),
    WRITE: N_("Register and change people and households"),
    REVEAL: N_("See whole identity and telephone numbers, with a reason"),
    MERGE: N_("Merge records of the same person and undo it"),
}

"""The owners' list of an estate comes in: each part shown with what becomes of it before anything is written."""

from dataclasses import replace
from typing import Any

from desk.api import N_
from desk.api.pages import ImportSpec
from plugins.consultation.estates.areas import show_area
from plugins.consultation.estates.owners_list import import_owners, owners_list, undo_owners


def cells(verdict: Any) -> tuple[str, ...]:
    """Area and owners as the row says."""
    row = verdict.draft
    return (show_area(row.values["area"]), "、".join(one["name"] for one in row.values["owners"])) if row else ("", "")


def owners_import(record_id: int) -> ImportSpec:
    """The list of one estate."""
    made = owners_list(record_id)
    return replace(OWNERS_IMPORT, importer=made.importer, list_name=made.name, preview=made.preview,
                   register="consultation.estate", register_args={"record_id": record_id},
                   register_title=N_("Back to the estate"), of_record=None)


OWNERS_IMPORT = ImportSpec(
    id="consultation.owners_list", title=N_("Bring in the owners' list"), importer=owners_list(0).importer,
    list_name=owners_list(0).name, preview=owners_list(0).preview, take=import_owners, undo=undo_owners,
    help=N_("Needed: flat, area and owners (co-owners separated by 、). Building, end of the certificate number, source of "
            "the area and parking help. Whole certificate numbers are not wanted."),
    heads=((N_("Area"), 110), (N_("Owners"), 260)), cells=cells, opens="", register="consultation.estates",
    domain="consultation", of_record=owners_import)

"""Bringing in a list of residents: what is theirs about the desk's import page."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.core.exchange.people_import import LIST_NAME, PEOPLE_LIST, import_people, preview_people, undo_people_import
from desk.core.exchange.verdicts import RowVerdict
from desk.core.i18n import N_
from desk.core.people.masks import mask_number, mask_phone
from desk.host.import_pages import ImportSpec
from desk.shell.kit import import_page


def cells(row: RowVerdict) -> tuple[str, ...]:
    """Number and telephone masked, address."""
    person = getattr(row.draft, "row", None)
    if person is None:
        return "", "", ""
    return mask_number(person.id_number), mask_phone(person.phones[0]) if person.phones else "", person.address


PEOPLE_IMPORT = ImportSpec(
    id="people.import", title=N_("Bring in a list of residents"), importer=PEOPLE_LIST, list_name=LIST_NAME,
    preview=preview_people, take=import_people, undo=undo_people_import,
    help=N_("One row a person, one heading above each column: name, identity number, sex, birth date, telephone, address, "
            "relation to the head. Title lines above are skipped. Nothing is written before you have seen what each row will "
            "do."),
    heads=((N_("Identity number"), 180), (N_("Telephone"), 120), (N_("Address"), 240)), cells=cells, opens="people.person",
    register="people.list", register_title=N_("To the &register"))


class ImportPage(import_page.ImportPage):
    """`ImportPage(ctx)`; `path` begins with a file."""

    def __init__(self, ctx: Any, *, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(ctx, PEOPLE_IMPORT, path=path, parent=parent)

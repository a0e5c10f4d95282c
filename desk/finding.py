"""What the box finds, with the page each find opens."""

from collections.abc import Sequence
from typing import Any

from desk.core.i18n import N_, translator
from desk.core.search.queries import Hit as Found
from desk.core.search.queries import find_records
from desk.host.contributions import Contributions
from desk.shell.ports import Hit

#: kinds of core's own records → (group's title, icon, entry that opens one)
OWN = {"person": (N_("People"), "user", "people.person"), "household": (N_("Households"), "home", "people.household")}


def find(uow: Any, text: str, contributions: Contributions) -> Sequence[Hit]:
    """At most fifty finds that she may see; kinds nobody can open are left out."""
    hits = (_hit(found, contributions) for found in find_records(uow, text).hits)
    return [hit for hit in hits if hit is not None]


def _hit(found: Found, contributions: Contributions) -> Hit | None:
    if found.kind in OWN:
        group, icon, entry = OWN[found.kind]
    else:
        kind = contributions.case_kinds.find(found.kind)
        if kind is None or not kind.item.view:
            return None
        group, icon, entry = translator(kind.plugin_id)(kind.item.title), "folder", kind.item.view
    if entry not in contributions.nav:
        return None
    return Hit(title=found.title, detail=found.subtitle, group=group, icon=icon, entry=entry,
               args={"record_id": found.record_id})

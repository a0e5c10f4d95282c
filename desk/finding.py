"""What the box finds, with the page each find opens."""

from collections.abc import Sequence
from typing import Any

from desk.core.i18n import N_, _, translator
from desk.core.people.queries import find_by_number
from desk.core.people.reader import read_line
from desk.core.people.rights import READ, WRITE
from desk.core.search.queries import Hit as Found
from desk.core.search.queries import find_records
from desk.host.contributions import Contributions
from desk.shell.ports import Hit

REGISTER = "people.person_form"
#: kinds of core's own records → (group's title, icon, entry that opens one)
OWN = {"person": (N_("People"), "user", "people.person"), "household": (N_("Households"), "house", "people.household"),
       "organisation": (N_("Organisations"), "building-2", "organisations.card")}


def find(uow: Any, text: str, contributions: Contributions) -> Sequence[Hit]:
    """At most fifty finds that she may see; kinds nobody can open are left out."""
    hits = [_hit(found, contributions) for found in find_records(uow, text).hits]
    return [*_read(uow, text, contributions), *(hit for hit in hits if hit is not None)]


def _read(uow: Any, text: str, contributions: Contributions) -> list[Hit]:
    """What a card reader typed or somebody pasted ("name number address"): whose number it is, or the offer to register."""
    read = read_line(text)
    if not read.number or REGISTER not in contributions.nav or not uow.actor.may(READ):
        return []
    holders = find_by_number(uow, read.number)
    if holders:
        known = {hit.record_id for hit in find_records(uow, text).hits if hit.kind == "person"}
        return [Hit(title=one.name, detail=f"{one.number} · {one.address}".strip(" ·"), entry="people.person",
                    args={"record_id": one.id}) for one in holders if one.id not in known]
    if not uow.actor.may(WRITE):
        return []
    return [Hit(title=_("Register {name}").format(name=read.name or _("a new resident")), icon="user-plus", entry=REGISTER,
                detail=_("Nobody has this number yet"), args={"line": text})]


def _hit(found: Found, contributions: Contributions) -> Hit | None:
    if found.kind in OWN:
        group, icon, entry = OWN[found.kind]
    else:
        kind, left = contributions.case_kinds.find(found.kind), contributions.nav.find(found.kind)
        if kind is not None and kind.item.view:
            group, icon, entry = translator(kind.plugin_id)(kind.item.title), "folder", kind.item.view
        elif left is not None:  # a page that is called as its records are: what a removed plugin left
            group, icon, entry = translator(left.plugin_id)(left.item.title), left.item.icon, found.kind
        else:
            return None
    if entry not in contributions.nav:
        return None
    return Hit(title=found.title, detail=found.subtitle, group=group, icon=icon, entry=entry,
               args={"record_id": found.record_id})

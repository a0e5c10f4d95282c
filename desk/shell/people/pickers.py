"""Where the register's pickers look: a household by address or by who lives there, or a new one at the address typed."""

from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.core.people.drafts import HouseholdDraft
from desk.core.people.household_queries import get_household
from desk.core.people.households import register_household
from desk.core.search.queries import find_records
from desk.core.text import clean
from desk.host.pages import Pick

MOST = 10
ASKS_HOME = N_("Type a part of the address, or a whole new one")
NEW = "new:"
SHORTEST = 4
"""Characters an address must have before a new household is offered for it."""


def find_homes(uow: UnitOfWork, text: str) -> list[Pick]:
    """Households whose address or number fits; last, a new one at the address as typed."""
    hits = find_records(uow, text, kinds=("household",), limit=MOST).hits
    found = [Pick(hit.record_id, hit.title, hit.subtitle) for hit in hits]
    address = clean(text)
    if len(address) >= SHORTEST and all(pick.title != address for pick in found):
        found.append(Pick(NEW + address, address, _("open a new household file")))
    return found


def name_home(uow: UnitOfWork, home: Any) -> str:
    """The address."""
    return str(home)[len(NEW):] if is_new(home) else get_household(uow, home).address


def opened(uow: UnitOfWork, home: Any) -> int | None:
    """The household picked; at an address typed a new file is opened, in the same transaction. None for none."""
    picked, address = split(home)
    return register_household(uow, HouseholdDraft(address=address)) if address else picked


def is_new(home: Any) -> bool:
    """Whether what was picked is still to be opened."""
    return isinstance(home, str) and home.startswith(NEW)


def split(home: Any) -> tuple[int | None, str]:
    """(id of a household that is there, address of one to be opened)."""
    return (None, home[len(NEW):]) if is_new(home) else (home, "")

"""Every right there is, and whose: the desk's own, and what the plugins' manifests say; for papers that name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.core.i18n import N_, _
from desk.core.staff.permissions import CORE_RIGHTS

_known: list["KnownRight"] = []


@dataclass(frozen=True, slots=True)
class KnownRight:
    """A right, its title and whose it is, in the language shown."""

    id: str
    title: str
    owner: str


def use_rights(rights: Iterable[KnownRight]) -> None:
    """The rights of plugins; called once they are found, whether they run or not."""
    _known[:] = rights


def list_rights() -> list[KnownRight]:
    """The desk's rights first, then those of plugins, in the order they are declared."""
    own = [KnownRight(right.id, _(right.title), _(OWNER)) for right in CORE_RIGHTS]
    return [*own, *_known]


OWNER = N_("The desk itself")

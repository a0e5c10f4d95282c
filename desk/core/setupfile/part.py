"""One part of a hall's set-up, as declared by the core and by plugins. Loads no database."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.core.i18n import N_


@dataclass(frozen=True, slots=True)
class SetupPart:
    """read: "module:function" `(uow) -> {key: plain value}`. write: "module:function" `(uow, {key: plain value})`, which checks
    every value as its own verb does and asks for its right.
    """

    id: str
    title: str
    read: str
    write: str


HOME = "desk.core.setupfile.core_parts"
CORE_PARTS = (
    SetupPart("plugins", N_("Plugins switched on"), f"{HOME}:read_plugins", f"{HOME}:write_plugins"),
    SetupPart("settings", N_("Settings"), f"{HOME}:read_settings", f"{HOME}:write_settings"),
    SetupPart("series", N_("Number words"), f"{HOME}:read_series", f"{HOME}:write_series"),
    SetupPart("roles", N_("Roles and their rights"), f"{HOME}:read_roles", f"{HOME}:write_roles"),
    SetupPart("vote_rules", N_("Rules of votes"), f"{HOME}:read_vote_rules", f"{HOME}:write_vote_rules"),
)
"""In the order they are taken over: plugins first, so that what they declare is known at the next start."""
_more: list[SetupPart] = []


def use_parts(parts: Iterable[SetupPart]) -> None:
    """What running plugins add to a hall's set-up; called once at the start."""
    _more[:] = parts


def all_parts() -> tuple[SetupPart, ...]:
    """The core's and the plugins'."""
    return (*CORE_PARTS, *_more)

"""Taking a set-up over: what would change is told first, line by line; then all of it in one transaction, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _, translator
from desk.core.setupfile.part import SetupPart, all_parts

CHANGE = "desk.settings.change"
ALL_RIGHTS = (CHANGE, "desk.plugins.manage", "desk.staff.manage", "desk.numbers.manage")


@dataclass(frozen=True, slots=True)
class SetupChange:
    """One line of the preview. before: "" for something new. old, new: the plain values themselves."""

    part: str
    title: str
    key: str
    before: str
    after: str
    old: Any = None
    new: Any = None


def read_all(uow: UnitOfWork) -> dict[str, dict[str, Any]]:
    """Part → key → value as the hall has it now."""
    uow.require(CHANGE)
    return {part.id: _named(part.read)(uow) for part in all_parts()}


def plan(uow: UnitOfWork, told: Mapping[str, Mapping[str, Any]]) -> list[SetupChange]:
    """What taking `told` over would change here; parts nobody here knows are left out."""
    now = read_all(uow)
    found = []
    for part in all_parts():
        say = translator(part.id.partition(".")[0]) if "." in part.id else _
        for key, value in told.get(part.id, {}).items():
            before = now[part.id].get(key)
            if before != value:
                found.append(SetupChange(part.id, say(part.title), key, _words(before), _words(value), before, value))
    return found


def unknown_parts(told: Mapping[str, Any]) -> list[str]:
    """Parts of a file that no running plugin knows; they wait until their plugin runs."""
    known = {part.id for part in all_parts()}
    return [part for part in told if part not in known]


@verb("setup.apply", permission=CHANGE)
def apply_setup(uow: UnitOfWork, told: dict[str, dict[str, Any]]) -> int:
    """Take over every part that is known here; answers how many lines changed. Only what differs is written.

    UserError when a value is none that its part takes; then nothing has changed.
    """
    for right in ALL_RIGHTS:
        uow.require(right)
    changes = plan(uow, told)
    for part in all_parts():
        keys = {change.key for change in changes if change.part == part.id}
        if keys:
            _write(uow, part, {key: value for key, value in told[part.id].items() if key in keys})
    uow.trace("setup.apply", "setting", None, lines=len(changes))
    return len(changes)


def _write(uow: UnitOfWork, part: SetupPart, values: dict[str, Any]) -> None:
    try:
        _named(part.write)(uow, values)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise UserError(_("“{part}” in this file has values of the wrong kind.").format(part=part.title)) from problem


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_words(inner)}" for name, inner in value.items() if inner not in (None, ""))[:400]
    if isinstance(value, list):
        return "、".join(map(str, value))[:400]
    return str(value)[:400]


def _named(path: str) -> Any:
    module, _colon, name = path.partition(":")
    return getattr(import_module(module), name)

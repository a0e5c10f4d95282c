"""What the rights test stands on: every declared verb with its function, every built-in role with its rights."""

import sys
import tomllib
from importlib import import_module

from desk.core.db.verbs import Verb, declared_verbs
from desk.core.paths import BUNDLED_PLUGINS
from desk.core.staff.permissions import BUILT_IN_ROLES, CORE_RIGHTS
from desk.host.discovery import discover
from tools.house.sources import ROOT

TABLE = tomllib.loads((ROOT / "tests/house/rights.toml").read_text("utf-8"))
ROOMS = ("desk", "plugins")
APART = {"tests", "testing", "migrations", "__pycache__"}
ROLES = tuple(role.code for role in BUILT_IN_ROLES)


def import_everything() -> None:
    """Every module that declares a verb, so that all verbs are known."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if not APART & set(parts) and "@verb(" in path.read_text("utf-8"):
                import_module(".".join(parts))


def verbs() -> dict[str, Verb]:
    """The program's verbs by name; those that tests declare for themselves are left out."""
    import_everything()
    return {name: verb for name, verb in sorted(declared_verbs().items())
            if verb.module.startswith(tuple(f"{room}." for room in ROOMS)) and not APART & set(verb.module.split("."))}


def function(verb: Verb):
    """The function that was declared as `verb`."""
    return next(found for found in vars(sys.modules[verb.module]).values() if getattr(found, "verb_name", "") == verb.name)


def manifests():
    """Of the bundled plugins."""
    return [found.manifest for found in discover(BUNDLED_PLUGINS) if found.manifest is not None]


def declared_rights() -> set[str]:
    """Core's rights and those that manifests declare."""
    return {right.id for right in CORE_RIGHTS} | {right.id for plugin in manifests() for right in plugin.permissions}


def rights_of(role: str) -> frozenset[str]:
    """What a built-in role may do in a hall with every plugin."""
    core = next(one.rights for one in BUILT_IN_ROLES if one.code == role)
    return frozenset(core).union(*(plugin.roles.get(role, ()) for plugin in manifests()))



"""What a plugin can change: each verb bears its id and asks for a right that somebody can be given."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from desk.host import loader
from desk.host.conformance.declared import known_rights
from desk.host.conformance.subject import Subject

_APART = ("tests", "migrations", "views", "views.py")
"""What holds no verbs: tests, revisions, and Qt, which is imported when a page is opened."""


def verbs_ask_for_rights(examined: Subject) -> Iterator[str]:
    """One sentence a verb; a module that cannot even be imported is one too."""
    known = known_rights(examined)
    for verb in verbs_of(examined):
        if not verb.name.startswith(f"{examined.id}."):
            yield f"the verb {verb.name} must begin with {examined.id}."
        if verb.permission and verb.permission not in known:
            yield f"the verb {verb.name} asks for {verb.permission}, which plugin.toml does not declare"


def verbs_of(examined: Subject) -> list[Any]:
    """Every verb its modules declare."""
    folder = examined.manifest.folder if examined.manifest else Path()
    package = loader.package_name(examined.id)
    for path in sorted(folder.rglob("*.py")):
        inner = path.relative_to(folder).with_suffix("")
        if inner.parts[0] not in _APART and path.relative_to(folder).parts[0] not in _APART:
            import_module(".".join([package, *(part for part in inner.parts if part != "__init__")]))
    from desk.core.db.verbs import declared_verbs

    own = {value.verb_name for module in loader.loaded_modules(package) for value in vars(module).values()
           if hasattr(value, "verb_name") and getattr(value, "__module__", "").startswith(f"{package}.")}
    return [one for one in declared_verbs().values() if one.name in own and one.module.startswith(f"{package}.")]

"""A package's quality card as far as reading goes: shown before anything is installed, so nothing of it is run."""

import ast
import io
from collections.abc import Iterator, Mapping
from gettext import GNUTranslations
from pathlib import PurePosixPath
from typing import Any

from desk.core.i18n import words_of
from desk.core.paths import RESOURCES
from desk.host.conformance.sources import wrong_imports
from desk.host.conformance.texts import catalogue, has_chinese
from desk.host.hookspecs import POLICIES
from desk.host.names_taken import names_in
from desk.host.package import Package
from desk.host.quality import Card, Line, bonus, line
from desk.host.tables.files import FILES as TABLES


def glance(package: Package) -> Card:
    """What the files themselves show; the rest is found by the trial before it is switched on."""
    plugin_id, files = package.manifest.id, package.files
    extras = (bonus("tests", _has_tests(files)), bonus("readme", "README.md" in files))
    if any(name in files for name in TABLES):  # its declarations were judged to the word when the package was read
        return Card((line("description", ()), *extras[1:]))
    sources = {name: content for name, content in files.items()
               if name.endswith(".py") and "tests" not in PurePosixPath(name).parts}
    trees = {name: ast.parse(content) for name, content in sources.items()}
    return Card((line("description", ()), line("imports", wrong_imports(sources, plugin_id)),
                 line("hooks answer", _unknown_hooks(trees)), line("names", _foreign_names(sources, plugin_id)),
                 line("verbs", _loose_verbs(trees)), line("texts", _without_chinese(trees, files, plugin_id)),
                 _lineage(files, plugin_id), *extras))


def _has_tests(files: Mapping[str, bytes]) -> bool:
    return any(name.startswith("tests/test_") and name.endswith(".py") for name in files)


def _unknown_hooks(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    for function, marks in _functions(trees.get("hooks.py")):
        if "hookimpl" in marks and function not in POLICIES:
            yield f"there is no hook {function}"


def _foreign_names(sources: Mapping[str, bytes], plugin_id: str) -> Iterator[str]:
    yield from (f"{kind}: {name!r} must begin with {plugin_id}" for kind, name in sorted(names_in(sources))
                if not name.startswith((f"{plugin_id}.", f"{plugin_id}_")))


def _loose_verbs(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    """Verbs that neither ask for a right nor say why none is needed; loading such a module would fail."""
    for file, tree in trees.items():
        for node in ast.walk(tree):
            for mark in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
                if isinstance(mark, ast.Call) and _called(mark) == "verb" and not (
                        {"permission", "open_because"} & {one.arg for one in mark.keywords}):
                    yield f"{file}:{mark.lineno} a verb asks for no right and does not say why"


def _without_chinese(trees: Mapping[str, ast.Module], files: Mapping[str, bytes], plugin_id: str) -> Iterator[str]:
    known = catalogue(RESOURCES / "locale", "desk") | set(words_of(plugin_id))
    compiled = files.get(f"locale/zh_CN/LC_MESSAGES/{plugin_id}.mo")
    if compiled:
        entries: dict[Any, str] = vars(GNUTranslations(io.BytesIO(compiled)))["_catalog"]
        known |= {key if isinstance(key, str) else key[0] for key in entries if key}
    said = {(file, text) for file, tree in trees.items() for text in _texts(tree)}
    yield from (f"{file}: {text!r} has no Chinese" for file, text in sorted(said)
                if text not in known and not has_chinese(text))


def _texts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in ("_", "N_") and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                yield first.value


def _lineage(files: Mapping[str, bytes], plugin_id: str) -> Line:
    """Models need revisions; that these make what the models say is found when they are run."""
    has_models = any(name == "models.py" or name.startswith("models/") for name in files)
    revisions = [name for name in files if name.startswith(f"migrations/versions/{plugin_id}_") and name.endswith(".py")]
    return line("lineage", ["it has models and no migrations"] if has_models and not revisions else [], len(revisions))


def _functions(tree: ast.Module | None) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.FunctionDef):
            yield node.name, {mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)} | {
                _called(mark) for mark in node.decorator_list if isinstance(mark, ast.Call)}


def _called(node: ast.Call) -> str:
    function = node.func
    return function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""

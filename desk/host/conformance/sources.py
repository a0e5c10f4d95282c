"""What a plugin's files import: the desk's doors and its own package; Qt in views only; nobody else's plugin."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from desk.host.conformance.subject import Subject

_HEAVY_IN_HOOKS = ("sqlalchemy", "reportlab", "PySide6", "alembic", "desk.api.db", "desk.api.qt")
_NEVER = ("sqlite3", "sqlcipher3", "PySide6.QtSql", "desk.core", "desk.host", "desk.shell", "desk.bootstrap", "desk.cli")


def imports_only_the_doors(examined: Subject) -> Iterator[str]:
    """One sentence a wrong import, with file and line."""
    yield from wrong_imports(sources_of(examined), examined.id)


def sources_of(examined: Subject) -> dict[str, bytes]:
    """Its Python files, name inside the folder → contents; tests, which may import what they like, are left out."""
    folder = examined.manifest.folder if examined.manifest else Path()
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*.py"))}
    return {inner.as_posix(): path.read_bytes() for inner, path in found.items() if "tests" not in inner.parts}


def wrong_imports(files: Mapping[str, bytes], plugin_id: str) -> Iterator[str]:
    """The same of files that lie nowhere yet (a package's)."""
    for file, content in files.items():
        for name, line in _imported(file, content):
            problem = _problem(name, PurePosixPath(file), plugin_id)
            if problem:
                yield f"{file}:{line} imports {name}: {problem}"


def _imported(file: str, content: bytes) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(content, file)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level + (node.module or "")), node.lineno
            if node.module in ("desk", "plugins"):
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def _problem(name: str, inner: PurePosixPath, plugin_id: str) -> str:
    if name.startswith("."):
        return "imports are absolute"
    if _within(name, *_NEVER):
        return "not a plugin's business; use desk.api"
    if _within(name, "plugins") and not _within(name, f"plugins.{plugin_id}") and name != "plugins":
        return "plugins never import each other"
    if _within(name, "PySide6", "desk.api.qt") and inner.parts[0] not in ("views", "views.py"):
        return "Qt lives in views"
    if inner.parts == ("hooks.py",) and _within(name, *_HEAVY_IN_HOOKS):
        return "hooks.py must stay light; name it by dotted path"
    return ""


def _within(name: str, *homes: str) -> bool:
    return any(name == home or name.startswith(f"{home}.") for home in homes)

"""The project's Python files, parsed once."""

import ast
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("desk", "plugins", "tools", "tests")


@dataclass(frozen=True)
class Source:
    """One Python file; `path` is relative to the project, with forward slashes."""

    path: str
    text: str
    tree: ast.Module

    @property
    def is_test(self) -> bool:
        """Whether it belongs to a test folder, the desk's or a plugin's."""
        return "tests" in Path(self.path).parts

    @property
    def is_product(self) -> bool:
        """Whether it is part of the running program."""
        return self.path.startswith(("desk/", "plugins/")) and not self.is_test

    def lies_in(self, *places: str) -> bool:
        """Whether it is one of these files or lies in one of these folders (folders end with a slash)."""
        return any(self.path == place or (place.endswith("/") and self.path.startswith(place)) for place in places)

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every call with the dotted name of what is called ("" when it has none)."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, dotted(node.func)

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and dotted name of every imported module; `from a import b` gives both a and a.b."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, name.name) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.lineno, node.module
                yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)

    def names_from(self, package: str) -> set[str]:
        """The local names that imports from `package` and its modules give."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {(name.asname or name.name).split(".")[0] for name in node.names if name.name.split(".")[0] == package}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == package:
                found |= {name.asname or name.name for name in node.names}
        return found


Rule = Callable[[Source], Iterator[tuple[int, str]]]


def dotted(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain, "" for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def sources(root: Path = ROOT) -> list[Source]:
    """All Python files of the project."""
    found = []
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*.py")):
            text = file.read_text("utf-8")
            found.append(Source(file.relative_to(root).as_posix(), text, ast.parse(text, str(file))))
    return found


def findings(rule: Rule, among: list[Source]) -> list[str]:
    """One line a breach: path:line: sentence."""
    return [f"{source.path}:{line}: {sentence}" for source in among for line, sentence in rule(source)]


def ratchet(root: Path = ROOT) -> dict[str, dict[str, dict[str, object]]]:
    """The exceptions written down in pyproject.toml under [tool.desk.ratchet]: files and functions."""
    with (root / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    return settings.get("tool", {}).get("desk", {}).get("ratchet", {})

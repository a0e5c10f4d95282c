"""How a plugin calls its columns and records, read from its sources without running them: for the day it is gone."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_TITLED = {"Column": 0, "Field": 0, "ListSpec": 2, "RecordSpec": 2}
"""Declaration → place of the argument that its title, the second one, belongs to: a field's name, a record's kind."""
_LISTS = 1000
"""A list's title is what a table is called, a record's only where there is no list."""
Headings = tuple[dict[str, str], dict[str, str], dict[str, str]]
"""(column → title, kind of records → title, table → kind of its records); titles are source strings."""


def read_headings(folder: Path) -> Headings:
    """Of all Python files of a plugin but its tests. What cannot be read names nothing; of two titles the commoner stays."""
    heads: Counter[tuple[str, str]] = Counter()
    titles: Counter[tuple[str, str]] = Counter()
    records: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        if "tests" in path.relative_to(folder).parts:
            continue
        try:
            tree = ast.parse(path.read_bytes())
        except (OSError, SyntaxError, ValueError):
            continue
        constants = dict(_constants(tree))
        for name, target, title in _titled(tree, constants):
            (heads if _TITLED[name] == 0 else titles)[target, title] += _LISTS if name == "ListSpec" else 1
        records.update(_records(tree, constants))
    return _commonest(heads), _commonest(titles), records


def _commonest(counted: Counter[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for (name, title), _count in counted.most_common():
        found.setdefault(name, title)
    return found


def _titled(tree: ast.AST, constants: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) > 1:
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            place = _TITLED.get(name, len(node.args))
            if place < len(node.args):
                target, title = _text(node.args[place], constants), _text(node.args[1], constants)
                if target and title:
                    yield name, target, title


def _records(tree: ast.AST, constants: dict[str, str]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            told = {one.targets[0].id: _text(one.value, constants) for one in node.body
                    if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name)}
            if told.get("__tablename__") and told.get("record_kind"):
                yield told["__tablename__"], told["record_kind"]


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Names that stand for one text, also where several are set in one line."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            pairs = zip(target.elts, node.value.elts, strict=False) if isinstance(target, ast.Tuple) and isinstance(
                node.value, ast.Tuple) else [(target, node.value)]
            for name, value in pairs:
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield name.id, value.value


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    """A text, a constant's, or the text marked by N_() or _()."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("N_", "_") and node.args:
        node = node.args[0]
    if isinstance(node, ast.Name):
        return constants.get(node.id, "")
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""

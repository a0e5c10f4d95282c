"""Misspelt attributes: columns of a record that a query names and its table has not, columns of a list that its rows have not.

Only what is known without running the plugin's functions is judged: an attribute of a record's class (`Item.nmae`), a keyword
(`Item(nmae=…)`), an attribute of a record that a variable holds for certain (`row = uow.get(Item, …)`, `row: Item`, a loop over
`uow.session.scalars(select(Item))`), and a ListSpec's columns where `fetch` says what its rows are.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from inspect import unwrap
from pathlib import PurePosixPath
from typing import Any, get_args, get_type_hints

from desk.host import loader
from desk.host.conformance.declared import own
from desk.host.conformance.sources import sources_of
from desk.host.conformance.subject import Subject
from desk.host.pages import ListSpec
from desk.host.views import resolve

_APART = ("migrations", "views", "views.py")
"""Revisions, and Qt, which is imported when a page is opened."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def attributes_are_there(examined: Subject) -> Iterator[str]:
    """One sentence a misspelling, with file and line."""
    trees = {file: ast.parse(content, file) for file, content in sources_of(examined).items()}
    package = loader.package_name(examined.id)
    for file, tree in trees.items():
        if PurePosixPath(file).parts[0] not in _APART:
            yield from _Reader(file, _records(tree, package) | _own_records(tree, file, package)).read(tree)
    yield from _list_columns(examined, trees)


def _records(tree: ast.AST, package: str) -> dict[str, type]:
    """Name in the file → mapped class it stands for, of those imported from the plugin or the desk."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in ("plugins", "desk"):
            for alias in node.names:
                kind = _mapped(node.module or "", alias.name, package)
                if kind is not None:
                    found[alias.asname or alias.name] = kind
    return found


def _own_records(tree: ast.Module, file: str, package: str) -> dict[str, type]:
    """The same of those the file itself defines."""
    module = ".".join([package, *PurePosixPath(file).with_suffix("").parts]).removesuffix(".__init__")
    found = {node.name: _mapped(module, node.name, package) for node in tree.body if isinstance(node, ast.ClassDef)}
    return {name: kind for name, kind in found.items() if kind is not None}


def _mapped(module: str, name: str, package: str) -> type | None:
    """The mapped class of that name; pages are left alone, since importing them needs Qt."""
    inner = module.removeprefix(package).lstrip(".").partition(".")[0]
    if module == "desk.api.qt" or module.startswith(package) and inner == "views":
        return None
    try:
        found = getattr(import_module(module), name, None)
    except Exception:  # noqa: BLE001 - a plugin's module; another check says that it cannot be imported
        return None
    return found if isinstance(found, type) and hasattr(found, "__mapper__") else None


class _Reader:
    """Walks one file. A name that anything else in the file binds is not judged."""

    def __init__(self, file: str, records: Mapping[str, type]) -> None:
        self._file, self._records = file, records

    def read(self, tree: ast.Module) -> Iterator[str]:
        bound = _bound(tree)
        certain = {name: kind for name, kind in self._records.items() if name not in bound}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                yield from self._judge(node, certain)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in certain:
                for keyword in node.keywords:
                    yield from self._lacks(certain[node.func.id], keyword.arg, keyword.value.lineno)
            elif isinstance(node, Function):
                yield from self._variables(node, certain)

    def _variables(self, function: Function, certain: Mapping[str, type]) -> Iterator[str]:
        held = _held(function, certain)
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute):
                yield from self._judge(node, held)

    def _judge(self, node: ast.Attribute, known: Mapping[str, type]) -> Iterator[str]:
        if isinstance(node.value, ast.Name) and node.value.id in known:
            yield from self._lacks(known[node.value.id], node.attr, node.lineno)

    def _lacks(self, kind: type, name: str | None, line: int) -> Iterator[str]:
        if name is not None and not hasattr(kind, name):
            yield f"{self._file}:{line} {kind.__name__} has no {name}{_meant(name, dir(kind))}"


def _bound(tree: ast.AST) -> set[str]:
    """Names that are assigned or are arguments anywhere in the file."""
    stores = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stores | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


def _held(function: Function, certain: Mapping[str, type]) -> dict[str, type]:
    """Variable → the record it holds wherever it is bound in the function; one that is bound otherwise too is left out."""
    seen: dict[str, list[type | None]] = {}
    told: set[ast.Name] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            seen.setdefault(node.arg, []).append(_named(node.annotation, certain))
        for target, kind in _bindings(node, certain):
            told.add(target)
            seen.setdefault(target.id, []).append(kind)
    other = {node.id for node in ast.walk(function)
             if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in told}
    return {name: kinds[0] for name, kinds in seen.items()
            if name not in other and kinds[0] is not None and all(kind is kinds[0] for kind in kinds)}


def _bindings(node: ast.AST, certain: Mapping[str, type]) -> Iterator[tuple[ast.Name, type | None]]:
    """(variable, record it is given) where a plain variable is bound: an assignment, an annotation, a loop."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        yield node.targets[0], _answered(node.value, certain)
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target, _named(node.annotation, certain)
    elif isinstance(node, ast.For | ast.comprehension) and isinstance(node.target, ast.Name):
        yield node.target, _each(node.iter, certain)


def _named(node: ast.expr | None, certain: Mapping[str, type]) -> type | None:
    return certain.get(node.id) if isinstance(node, ast.Name) else None


def _answered(value: ast.expr, certain: Mapping[str, type]) -> type | None:
    """The record that `Item(…)`, `uow.get(Item, …)` or `uow.add(Item(…))` answers."""
    if not isinstance(value, ast.Call):
        return None
    called = value.func
    if isinstance(called, ast.Name):
        return certain.get(called.id)
    of_unit = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "uow"
    if not isinstance(called, ast.Attribute) or not of_unit or not value.args:
        return None
    return {"get": _named, "add": _answered}.get(called.attr, _nothing)(value.args[0], certain)


def _nothing(_node: ast.expr, _certain: Mapping[str, type]) -> type | None:
    return None


def _each(rows: ast.expr, certain: Mapping[str, type]) -> type | None:
    """The record each of `….scalars(select(Item)…)` is, with or without `.all()`."""
    while isinstance(rows, ast.Call) and isinstance(rows.func, ast.Attribute):
        if rows.func.attr == "scalars" and rows.args:
            return _selected(rows.args[0], certain)
        rows = rows.func.value
    return None


def _selected(statement: ast.expr, certain: Mapping[str, type]) -> type | None:
    while isinstance(statement, ast.Call) and isinstance(statement.func, ast.Attribute):
        statement = statement.func.value
    if not isinstance(statement, ast.Call) or not isinstance(statement.func, ast.Name) or len(statement.args) != 1:
        return None
    return _named(statement.args[0], certain) if statement.func.id == "select" else None


def _list_columns(examined: Subject, trees: Mapping[str, ast.Module]) -> Iterator[str]:
    for entry in own(examined, "nav"):
        view = _had(examined, entry.view)
        if not isinstance(view, ListSpec) or (row := _row_of(view)) is None:
            continue
        there = {*dir(row), *getattr(row, "__annotations__", ())}
        for column in view.columns:
            if column.key not in there:
                place = f"{_place(trees, column.key)}the list {view.id}"
                yield f"{place}: {row.__name__} has no {column.key}{_meant(column.key, there)}"


def _had(examined: Subject, view: str) -> Any:
    try:
        return resolve(view, examined.id)
    except Exception:  # noqa: BLE001 - the check of views says so
        return None


def _row_of(spec: ListSpec) -> type | None:
    """What `fetch` says its pages hold: `-> Page[Row]`."""
    try:
        said = get_type_hints(unwrap(spec.fetch)).get("return")
    except Exception:  # noqa: BLE001 - an annotation that only a type checker can read says nothing here
        return None
    inner = get_args(said)
    return inner[0] if len(inner) == 1 and isinstance(inner[0], type) else None


def _place(trees: Mapping[str, ast.Module], key: str) -> str:
    """Where the column stands; "" when it was not written out."""
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Column" and node.args \
                    and isinstance(node.args[0], ast.Constant) and node.args[0].value == key:
                return f"{file}:{node.lineno} "
    return ""


def _meant(name: str, there: Iterable[str]) -> str:
    near = get_close_matches(name, [one for one in there if not one.startswith("_")], 1, 0.6)
    return f"; did you mean {near[0]}?" if near else ""

"""What a plugin names for itself in the whole desk (papers, series, pages, records, tables …), read without running it.

Names stand in calls of the declarations (`PaperSpec("good.slip", …)`) and in models (`__tablename__`, `record_kind`). One that
another plugin or the desk itself has is found before anything is installed, not at the next start.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from desk.core.i18n import N_, _
from desk.host.discovery import Found

Names = dict[tuple[str, str], str]
"""(kind of name, name) → file it stands in."""

_CALLS = {"NavEntry": ("nav", "id"), "ActionSpec": ("action", "id"), "PanelSpec": ("panel", "id"), "CardSpec": ("card", "id"),
          "SettingSpec": ("setting", "key"), "PaperSpec": ("paper", "id"), "SeriesSpec": ("series", "code"),
          "CaseKind": ("matter", "code"), "Indexer": ("indexer", "kind"), "IndicatorTable": ("figures", "code"),
          "ScoreScheme": ("scheme", "code")}
_FIELDS = {"__tablename__": "table", "record_kind": "record"}
KINDS = {"nav": N_("page"), "action": N_("action"), "panel": N_("tab of the person's card"),
         "card": N_("card of the home page"),
         "setting": N_("setting"), "paper": N_("paper"), "series": N_("number series"), "matter": N_("kind of matters"),
         "indexer": N_("kind of search results"), "figures": N_("table of figures"), "scheme": N_("score sheets"),
         "table": N_("table of the data"), "record": N_("kind of records")}
_WORDS = tuple(word.encode() for word in (*_CALLS, *_FIELDS))
DESK = Path(__file__).resolve().parents[1]


def names_in(files: Mapping[str, bytes]) -> Names:
    """Every name the Python files give; tests, and files that are no Python, name nothing."""
    found: Names = {}
    for name, content in files.items():
        path = PurePosixPath(name)
        if path.suffix == ".py" and "tests" not in path.parts and any(word in content for word in _WORDS):
            try:
                tree = ast.parse(content)
            except (SyntaxError, ValueError):  # the suite says so; a file that cannot be read names nothing
                continue
            found |= {one: name for one in _named(tree)}
    return found


def taken(mine: Names, plugin_id: str, others: list[Found]) -> list[str]:
    """A sentence for each name of `mine` that somebody else has already, with the owner's own name."""
    said = []
    for title, theirs in _owners(plugin_id, others):
        said += [_("the {kind} {name} is already taken by {owner}").format(kind=_(KINDS[kind]), name=name, owner=title)
                 for kind, name in sorted(set(mine) & set(theirs))]
    return said


def _owners(plugin_id: str, others: list[Found]) -> Iterator[tuple[str, Names]]:
    yield _("the desk itself"), names_of(DESK)
    for one in others:
        if one.id != plugin_id:
            yield (str(one.manifest.name) if one.manifest else one.id), names_of(one.folder)


@cache
def names_of(folder: Path) -> Names:
    """The names in a folder that does not change while the desk is open (a version of a plugin, the desk)."""
    return names_in({path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.py"))})


def _named(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            spec = _CALLS.get(node.func.id if isinstance(node.func, ast.Name) else node.func.attr)
            if spec:
                given = node.args[:1] or [one.value for one in node.keywords if one.arg == spec[1]]
                yield from ((spec[0], value) for value in map(_text, given) if value)
        elif isinstance(node, ast.ClassDef):
            told = dict(map(_field, node.body))
            if "__tablename__" in told:  # other classes may speak of a kind of records without having it
                yield from ((_FIELDS[name], value) for name, value in told.items() if name in _FIELDS and value)


def _field(statement: ast.stmt) -> tuple[str, str]:
    """Name and text of `name = "text"` in a class; ("", "") for anything else."""
    targets = statement.targets if isinstance(statement, ast.Assign) else (
        [statement.target] if isinstance(statement, ast.AnnAssign) else [])
    name = next((target.id for target in targets if isinstance(target, ast.Name)), "")
    return name, _text(getattr(statement, "value", None)) if name else ""


def _text(node: Any) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""

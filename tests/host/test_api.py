"""The front door: light, without code, and written down."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOORS = sorted(path.stem for path in (ROOT / "desk" / "api").glob("*.py"))
HEAVY = ("sqlalchemy", "reportlab", "PySide6", "alembic", "fontTools", "pypinyin")


def door(name: str) -> str:
    return "desk.api" if name == "__init__" else f"desk.api.{name}"


def documented() -> dict[str, list[str]]:
    text = (ROOT / "docs" / "api.md").read_text("utf-8")
    parts = re.split(r"^## `([\w.]+)`.*$", text, flags=re.M)[1:]
    return {name: re.findall(r"^- `(\w+)`", body, flags=re.M)
            for name, body in zip(parts[::2], parts[1::2], strict=True)}


@pytest.mark.parametrize("name", DOORS)
def test_a_door_has_a_list_and_no_code(name):
    tree = ast.parse((ROOT / "desk" / "api" / f"{name}.py").read_text("utf-8"))
    docstring, *rest = tree.body
    assert isinstance(docstring, ast.Expr)
    *imports, listing = rest
    assert all(isinstance(node, ast.ImportFrom) for node in imports)
    assert isinstance(listing, ast.Assign)
    imported = {alias.asname or alias.name for node in imports for alias in node.names}
    assert set(ast.literal_eval(listing.value)) == imported


@pytest.mark.parametrize("name", DOORS)
def test_what_a_door_gives_is_what_is_written_down(name):
    tree = ast.parse((ROOT / "desk" / "api" / f"{name}.py").read_text("utf-8"))
    assert sorted(documented().get(door(name), [])) == sorted(ast.literal_eval(tree.body[-1].value))


@pytest.mark.parametrize("name", DOORS)
def test_the_examples_are_those_that_are_tested(name):
    from tools.api_docs import described

    assert described(door(name)) in (ROOT / "docs" / "api.md").read_text("utf-8")


def test_every_example_belongs_to_a_door():
    stems = {path.stem for path in (ROOT / "tests" / "api").glob("test_*.py")}
    named = {stem.removeprefix("test_api").lstrip("_") or "__init__" for stem in stems}
    assert named <= set(DOORS)
    assert len(named) > 15


@pytest.mark.parametrize(("module", "allowed"), [("desk.api", ()), ("desk.api.documents", ()),
                                                 ("desk.api.pages", ("sqlalchemy",))])
def test_a_plugins_hooks_load_nothing_heavy(module, allowed):
    code = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == list(allowed)

"""Write docs/api.md from the doors' own lists and docstrings.

python -m tools.api_docs    run it after a door gained or lost a name; a test compares the two
"""

import ast
import importlib
import inspect
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "tests" / "api"
HEAD = """# What plugins may import

Written by `python -m tools.api_docs` from the doors' lists. Nothing else of the desk is a plugin's business: a name that is not
here may change without a word. A new name raises the minor number of the interface, a removed or changed one the major number.

Every door comes with an example: it is a test of `tests/api/`, run with all others, and `writing`, `reading`, `clock`,
`printed`, `qtbot` in it are the fixtures of `desk.testing` (chapter 8 of `write-a-plugin.md`).
"""


def doors() -> list[str]:
    """`desk.api` and the other doors, by name."""
    names = sorted(path.stem for path in (ROOT / "desk" / "api").glob("*.py"))
    return ["desk.api" if name == "__init__" else f"desk.api.{name}" for name in names]


def described(name: str) -> str:
    """The section of one door."""
    module = importlib.import_module(name)
    lines = [f"## `{name}`", "", (module.__doc__ or "").strip().splitlines()[0], ""]
    listed = [f"- `{item}`{_sentence(module, item)}" for item in sorted(module.__all__)]
    return "\n".join([*lines, *listed, *_example(name)])


def _example(name: str) -> list[str]:
    """The door at work, cut out of its test, so that it cannot go stale."""
    file = EXAMPLES / f"test_{name.removeprefix('desk.').replace('.', '_')}.py"
    if not file.is_file():
        return []
    text = file.read_text("utf-8")
    docstring = ast.parse(text).body[0]
    told = str(ast.get_docstring(ast.parse(text)))
    code = "\n".join(text.splitlines()[docstring.end_lineno:]).strip()
    return ["", f"{told} (`{file.relative_to(ROOT).as_posix()}`)", "", "```python", code, "```"]


def _sentence(module: ModuleType, item: str) -> str:
    value = getattr(module, item)
    if not (inspect.isclass(value) or inspect.isfunction(value)):
        return ""
    own = value.__doc__ or ""
    first = "" if own.startswith(f"{item}(") else own.strip().split("\n\n")[0]
    return f": {' '.join(first.split())}" if first else ""


def main() -> None:
    text = "\n\n".join([HEAD.strip(), *map(described, doors())]) + "\n"
    (ROOT / "docs" / "api.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()

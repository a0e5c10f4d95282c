"""Write docs/api.md from the doors' own lists and docstrings.

python -m tools.api_docs    run it after a door gained or lost a name; a test compares the two
"""

import importlib
import inspect
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# What plugins may import

Written by `python -m tools.api_docs` from the doors' lists. Nothing else of the desk is a plugin's business: a name that is not
here may change without a word. A new name raises the minor number of the interface, a removed or changed one the major number.
"""


def doors() -> list[str]:
    """`desk.api` and the other doors, by name."""
    names = sorted(path.stem for path in (ROOT / "desk" / "api").glob("*.py"))
    return ["desk.api" if name == "__init__" else f"desk.api.{name}" for name in names]


def described(name: str) -> str:
    """The section of one door."""
    module = importlib.import_module(name)
    lines = [f"## `{name}`", "", (module.__doc__ or "").strip().splitlines()[0], ""]
    return "\n".join([*lines, *(f"- `{item}`{_sentence(module, item)}" for item in sorted(module.__all__))])


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

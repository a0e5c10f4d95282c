"""The rules, each a function from one source to its breaches (line, sentence)."""

import ast
import re
from collections.abc import Iterator

from tools.house.sources import Rule, Source, dotted

Breaches = Iterator[tuple[int, str]]

FILE_LINES = 400
FUNCTION_LINES = 60
CLOCK_CALLS = re.compile(r"(^|\.)(datetime|date|dt)\.(now|today|utcnow|fromtimestamp)$")
SESSION_CALLS = {"Session", "sessionmaker", "scoped_session", "create_engine"}
OTHER_SQLITE = ("sqlite3", "_sqlite3", "pysqlite3", "apsw", "PySide6.QtSql")
MARKERS = {"_", "N_", "ngettext", "plural"}
FULL_WIDTH = re.compile("[\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")
CHINESE = re.compile("[\u3400-\u9fff]")
ENGLISH = re.compile("[A-Za-z]{2}")


def wall_clock(source: Source) -> Breaches:
    """Time is asked in desk/core/clock.py only, so that a test can stand still at any date."""
    if source.is_product and not source.lies_in("desk/core/clock.py"):
        for call, name in source.calls():
            zone_given = name.endswith("fromtimestamp") and (len(call.args) > 1 or call.keywords)
            if CLOCK_CALLS.search(name) and not zone_given:
                yield call.lineno, f"{name}() asks the wall clock; take a Clock"


def sessions(source: Source) -> Breaches:
    """Engines and sessions are made in the database room only."""
    if source.is_product and not source.lies_in("desk/core/db/", "desk/testing/"):
        theirs = source.names_from("sqlalchemy")  # a plugin may well have a Session of its own, a mediator's for instance
        for call, name in source.calls():
            if name.rsplit(".", 1)[-1] in SESSION_CALLS and name.split(".")[0] in theirs:
                yield call.lineno, f"{name}() outside desk/core/db; take the unit of work"


def second_sqlite(source: Source) -> Breaches:
    """One SQLite library a process: a second one drops the first one's locks, so even tests use sqlcipher3 only."""
    for line, name in source.imports():
        if any(within(name, other) for other in OTHER_SQLITE):
            yield line, f"import of {name}: only sqlcipher3 may open SQLite files"
        elif name.startswith("sqlcipher3") and source.is_product and not source.lies_in("desk/core/db/"):
            yield line, "sqlcipher3 outside desk/core/db"


def nested_loops(source: Source) -> Breaches:
    """processEvents lets a second click in while the first is still at work."""
    if source.is_product:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and node.attr == "processEvents":
                yield node.lineno, "processEvents; use a job"


def printing(source: Source) -> Breaches:
    """Only the command line speaks to a terminal."""
    if source.is_product and not source.lies_in("desk/cli.py", "desk/commands/", "desk/__main__.py"):
        for call, name in source.calls():
            if name == "print":
                yield call.lineno, "print() outside the command line"


def docstrings(source: Source) -> Breaches:
    """Every module says in its first lines what it is for."""
    if source.text.strip() and not ast.get_docstring(source.tree):
        yield 1, "no module docstring"


def plugin_doors(source: Source) -> Breaches:
    """A plugin, its tests too, knows the desk by desk.api and itself only; views add desk.api.qt, tests desk.testing."""
    if not source.path.startswith("plugins/") or source.path.count("/") < 2:
        return
    home = ".".join(source.path.split("/")[:2])
    doors = ["desk.api", home, *(["desk.testing"] if source.is_test else [])]
    in_views = source.is_test or source.path.startswith(f"{home.replace('.', '/')}/views")
    for line, name in source.imports():
        ours = name.split(".")[0] in ("desk", "plugins") and name != "desk"
        if ours and not any(within(name, door) for door in doors):
            yield line, f"{name} is not a door for plugins"
        if within(name, "desk.api.qt") and not in_views:
            yield line, "desk.api.qt outside views"


def within(name: str, package: str) -> bool:
    """Whether a dotted name is that package or lies inside it."""
    return name == package or name.startswith(package + ".")


def markers(source: Source) -> Breaches:
    """Marked texts are English literals; what varies is formatted in afterwards, or no catalogue could hold them."""
    for call, name in source.calls():
        if name.rsplit(".", 1)[-1] not in MARKERS or not source.is_product:
            continue
        for text in call.args[:2]:
            formatted = isinstance(text, ast.Call) and dotted(text.func).endswith("format")
            if isinstance(text, ast.JoinedStr | ast.BinOp) or formatted:
                yield call.lineno, f"{name}() of something built; mark the literal and format afterwards"
            elif isinstance(text, ast.Constant) and isinstance(text.value, str) and not is_english(text.value):
                yield call.lineno, f"{name}() of Chinese; source texts are English"


def is_english(text: str) -> bool:
    """No full-width sentence marks, and English around the Chinese words it may quote."""
    return not FULL_WIDTH.search(text) and bool(ENGLISH.search(text) or not CHINESE.search(text))


def sizes(files: dict[str, int], functions: dict[str, int]) -> Rule:
    """Short files and functions; `files` and `functions` ("path::name") give the exceptions and their lines."""

    def rule(source: Source) -> Breaches:
        if "/migrations/versions/" in source.path:
            return  # written once, by machine, and never read as a story
        lines, allowed = source.text.count("\n"), files.get(source.path, FILE_LINES)
        if lines > allowed:
            yield 1, f"{lines} lines, {allowed} allowed"
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                allowed = functions.get(f"{source.path}::{node.name}", FUNCTION_LINES)
                if lines > allowed:
                    yield node.lineno, f"{node.name}() has {lines} lines, {allowed} allowed"

    return rule


RULES: tuple[Rule, ...] = (
    wall_clock, sessions, second_sqlite, nested_loops, printing, docstrings, plugin_doors, markers)

"""What a start keeps for the next one changes nothing but the time. Each test in fresh processes: the builtins are at stake."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BEGIN = """
import sys
sys.path.insert(0, {mine!r})
from pathlib import Path
from desk.shell.ready import Ready
ready = Ready(Path({file!r})).begin()
"""
END = """
def code_of_own():
    return sorted(key[0] for key in ready.code.fresh if "thing" in key[0])
{told}
ready.keep()
"""


@pytest.fixture
def start(tmp_path):
    """`start(code, told)`: what a start says that runs `code` between beginning and keeping; modules may lie in start.mine."""
    mine = tmp_path / "mine"
    mine.mkdir()

    def run(code: str, told: str = "", *, file: Path = tmp_path / "kept") -> str:
        text = BEGIN.format(mine=str(mine), file=str(file)) + code + END.format(told=told)
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run([sys.executable, "-W", "error", "-c", text], capture_output=True, text=True, env=environment,
                              check=False)
        assert not done.stderr, done.stderr
        return done.stdout.strip()

    run.mine, run.file = mine, tmp_path / "kept"
    (mine / "pair.py").write_text(PAIR)
    return run


DATA_CLASS = "from pair import Pair"
PAIR = """
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Pair:
    thing: int
    other: str = "o"
"""


def test_a_second_start_compiles_nothing_anew_and_the_class_is_the_same(start):
    told = "print(len(code_of_own()) > 0, Pair(3), Pair(3) == Pair(3), hash(Pair(3)) == hash(Pair(3)))"
    assert start(DATA_CLASS, told) == "True Pair(thing=3, other='o') True True"
    assert start(DATA_CLASS, told) == "False Pair(thing=3, other='o') True True"


def test_an_expression_comes_back_with_its_flags_and_names(start):
    (start.mine / "words.py").write_text(
        "import re\n"
        "one = re.compile(r'(?P<year>\\d{4}) - (?P<thing>[a-z]+)  # thing', re.VERBOSE | re.IGNORECASE)\n")
    code = "import re\nfrom words import one"
    told = ("print(bool(code_of_own()), one.match('2026-AbC').groupdict(), one.flags, one.groups, "
            "re.compile('thing|x', re.ASCII).flags)")
    first, second = start(code, told), start(code, told)
    assert first.startswith("True {'year': '2026', 'thing': 'AbC'}")
    assert second == first.replace("True", "False", 1)


def test_what_is_compiled_while_working_is_not_written_down(start):
    code = """
import re
from dataclasses import make_dataclass
re.compile("the thing 张伟 typed")
eval(compile("'thing 张伟'", "typed", "eval"))
make_dataclass("Typed", ["thing"])
"""
    assert start(code, "print(code_of_own())") == "[]"
    assert "张伟".encode() not in start.file.read_bytes()


def test_generated_code_has_the_future_of_the_module_that_compiles_it(start):
    (start.mine / "modern.py").write_text("from __future__ import annotations\n"
                                          "names = {}\nexec(compile('def thing(a: nowhere): pass', 'f', 'exec'), names)\n"
                                          "print(names['thing'].__annotations__)\n")
    code = """
import modern
try:
    exec(compile('def thing(a: nowhere): pass', 'f', 'exec'), {})
except NameError as error:
    print("here:", error)
"""
    said = "{'a': 'nowhere'}\nhere: name 'nowhere' is not defined"
    assert start(code) == said
    assert start(code) == said


def test_trees_and_mistakes_are_as_ever(start):
    code = """
import ast
print(type(ast.parse("thing = 1")).__name__)
try:
    compile("thing = ", "made.py", "exec")
except SyntaxError as error:
    print(error.filename)
"""
    assert start(code) == start(code) == "Module\nmade.py"


def test_modules_come_out_of_the_file_until_their_source_changes(start):
    source = start.mine / "small.py"
    source.write_text("thing = 'old'\n")
    told = "print(small.thing, type(small.__spec__.loader).__name__, small.__file__.endswith('small.py'))"
    assert start("import small", told) == "old SourceFileLoader True"
    assert start("import small", told) == "old ReadyLoader True"
    source.write_text("thing = 'newer'\n")
    assert start("import small", told) == "newer SourceFileLoader True"
    assert start("import small", told) == "newer ReadyLoader True"


def test_a_source_of_the_same_size_and_time_is_still_another_one(start):
    source = start.mine / "small.py"
    source.write_text("thing = 'old'\n")
    before = source.stat()
    start("import small")
    source.unlink()
    for cached in (start.mine / "__pycache__").glob("small.*"):
        cached.unlink()
    source.write_text("thing = 'new'\n")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert start("import small", "print(small.thing)") == "new"


def test_a_package_and_what_lies_in_it(start):
    package = start.mine / "room"
    package.mkdir()
    (package / "__init__.py").write_text("from room.inner import thing\n")
    (package / "inner.py").write_text("thing = 5\n")
    told = ("import inspect, room.inner; print(room.thing, list(room.__path__) == [str(Path(room.__file__).parent)], "
            "inspect.getsource(room.inner).strip())")
    assert start("import room", told) == start("import room", told) == "5 True thing = 5"


def test_a_copy_of_the_program_never_leads_back_to_where_it_was_copied_from(start, tmp_path):
    (start.mine / "small.py").write_text("thing = 'here'\n")
    start("import small")
    there = tmp_path / "there"
    there.mkdir()
    (there / "small.py").write_text("thing = 'there'\n")
    code = f"sys.path[:] = [{str(there)!r}, *[one for one in sys.path if one != {str(start.mine)!r}]]\nimport small\n"
    assert start(code, "print(small.thing)") == "there"


def test_plugins_are_left_to_the_host(start):
    told = ("known = ready.modules.known(); "
            "print([one for one in known if one.startswith('plugins')], 'desk.core.i18n' in known)")
    code = "import desk.core.i18n, plugins.mediation.kinds"
    start(code)
    assert start(code, told) == "[] True"


@pytest.mark.parametrize("spoil", [
    lambda content: b"", lambda content: content[:40], lambda content: content[:len(content) // 2],
    lambda content: bytes(len(content)), lambda content: b"x" + content,
    lambda content: content[:-len(content) // 2] + bytes(len(content) - len(content) // 2)],
    ids=["empty", "head", "half", "zeros", "other", "half zeros"])
def test_a_damaged_file_is_as_good_as_none(start, spoil):
    start(DATA_CLASS)
    start.file.write_bytes(spoil(start.file.read_bytes()))
    assert start(DATA_CLASS, "print(Pair(3))") == "Pair(thing=3, other='o')"


def test_where_nothing_can_be_written_the_program_runs_all_the_same(start, tmp_path):
    (tmp_path / "a-file").write_text("")
    file = tmp_path / "a-file" / "kept"
    assert start(DATA_CLASS, "print(Pair(3))", file=file) == "Pair(thing=3, other='o')"
    assert not file.exists()


def test_who_wants_no_byte_code_gets_none(start):
    start("sys.dont_write_bytecode = True\n" + DATA_CLASS)
    assert not start.file.exists()


def test_libraries_work_as_ever(start):
    code = """
from desk.shell.quick_imports import import_qt, leave_unread
import_qt()
leave_unread()
from sqlalchemy import String, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
class Base(DeclarativeBase): pass
class Thing(Base):
    __tablename__ = "thing"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(20))
print(str(select(Thing.name).where(Thing.id == 3)).replace("\\n", ""))
"""
    said = "SELECT thing.name FROM thing WHERE thing.id = :id_1"
    assert start(code, "print(bool(ready.code.fresh))") == f"{said}\nTrue"
    assert start(code, "print(bool(ready.code.fresh))") == f"{said}\nFalse"

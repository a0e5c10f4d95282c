"""Each check finds what it is for, in a copy of the good plugin with one thing spoilt; the good one has no findings."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desk.host import loader
from desk.host.conformance import examine
from desk.host.discovery import discover
from tests.host.conftest import ZOO


@pytest.fixture
def copy(tmp_path: Path):
    shutil.copytree(ZOO / "good", tmp_path / "good", ignore=shutil.ignore_patterns("__pycache__"))
    yield tmp_path / "good"
    loader.unload("good")


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), "utf-8")


def test_the_good_one_passes_and_is_put_away(zoo):
    assert examine(discover(ZOO), "good") == []
    assert "plugins.good" not in sys.modules


@pytest.mark.parametrize(("file", "old", "new", "check", "words"), [
    ("hooks.py", "from typing import Any", "from typing import Any\n\nimport desk.core.clock", "imports", "desk.api"),
    ("hooks.py", "from typing import Any", "import sqlalchemy\nfrom typing import Any", "imports", "light"),
    ("papers.py", "from typing import Any", "import plugins.other\nfrom typing import Any", "imports", "each other"),
    ("papers.py", "from typing import Any", "import PySide6\nfrom typing import Any", "imports", "views"),
    ("hooks.py", 'NavEntry("good.list"', 'NavEntry("list"', "names", "'list'"),
    ("hooks.py", 'SettingSpec("good.days"', 'SettingSpec("days"', "names", "'days'"),
    ("hooks.py", "order=20", 'order=20, section="nowhere"', "names", "nowhere"),
    ("hooks.py", "views:NoteList", "views:NoList", "views", "NoList"),
    ("hooks.py", 'N_("New note"), "good.form"', 'N_("New note"), "good.frm"', "entries", "good.frm"),
    ("hooks.py", 'permission="good.read"', 'permission="good.see"', "permissions", "good.see"),
    ("plugin.toml", "clerk =", "nobody =", "permissions", "nobody"),
    ("hooks.py", '"number", 30', '"number", "30"', "settings", "default"),
    ("hooks.py", '"number", 30', '"number", 366', "settings", "bounds"),
    ("hooks.py", '"number", 30', '"colour", 30', "settings", "colour"),
    ("hooks.py", "{serial}号", "{serail}号", "hooks answer", "serail"),
    ("hooks.py", 'series="good.slip")]', 'series="good.slp")]', "series", "good.slp"),
    ("papers.py", "def load(", "def lode(", "papers", "load"),
    ("papers.py", 'note["text"] if note else ""', 'note["text"]', "papers", "TypeError"),
    ("hooks.py", '("open",), "closed", permission', '("open",), "done", permission', "hooks answer", "done"),
    ("hooks.py", "final=True", "final=False", "case kinds", "final"),
    ("hooks.py", 'setting="good.days"', 'setting="good.daze"', "case kinds", "good.daze"),
    ("hooks.py", '"便笺管理办法 第1条"', '""', "case kinds", "where it comes from"),
    ("hooks.py", 'N_("Note slips")', 'N_("Slips of notes")', "texts", "Slips of notes"),
    ("migrations/versions/good_0001_create_note.py", '("good",)', "None", "lineage", "branch_labels"),
    ("migrations/versions/good_0001_create_note.py", "depends_on = None", 'depends_on = "core_0001"', "lineage", ""),
    ("models.py", '"RESTRICT"', '"CASCADE"', "tables", "RESTRICT"),
    ("models.py", "core_person.id", "volunteer_person.id", "tables", "soft references"),
    ("models.py", "String(200)", "String(200), index=True", "up, drift, down, up", "good_note"),
    ("migrations/versions/good_0001_create_note.py", 'op.drop_table("good_note")', "pass", "up, drift, down, up", "still"),
    ("models.py", "text: Mapped", 'friend = __import__("sqlalchemy.orm").orm.relationship("Frend")\n    text: Mapped',
     "mappers", "Frend"),
])
def test_each_check_finds_what_it_is_for(copy, file, old, new, check, words, expect_log):
    expect_log("plugin failed: good: declaration", optional=True)
    spoil(copy, file, old, new)
    findings = [finding for finding in examine(discover(copy.parent), "good") if finding.check == check]
    assert words in "\n".join(map(str, findings))
    assert findings


@pytest.mark.parametrize(("name", "right", "words"), [
    ("good.tick", "good.see", "good.see"), ("tick", "good.write", "must begin with good."),
])
def test_a_verb_bears_the_id_and_asks_for_a_declared_right(copy, name, right, words, monkeypatch):
    monkeypatch.setattr("desk.core.db.verbs._declared", {})
    text = f'from desk.api.db import verb\n\n\n@verb("{name}", permission="{right}")\ndef tick(uow):\n    pass\n'
    (copy / "service.py").write_text(text)
    findings = [finding for finding in examine(discover(copy.parent), "good") if finding.check == "verbs"]
    assert len(findings) == 1
    assert words in str(findings[0])


def test_a_foreign_table_name_is_found(copy):
    with (copy / "models.py").open("a") as out:
        out.write('\n\nfrom sqlalchemy import Column, Integer, Table\n\n'
                  'LOOSE = Table("loose", Base.metadata, Column("id", Integer, primary_key=True))\n')
    try:
        findings = examine(discover(copy.parent), "good")
        assert "loose" in " ".join(map(str, findings))
    finally:
        from desk.core.db.base import Base
        Base.metadata.remove(Base.metadata.tables["loose"])


def test_a_table_that_lies_elsewhere_than_in_the_models_is_looked_at_too(copy, expect_log):
    expect_log("plugin failed: good: hook desk_indexers")
    (copy / "cards").mkdir()
    (copy / "cards" / "__init__.py").write_text("")
    (copy / "cards" / "shelf.py").write_text(
        "from sqlalchemy import Integer\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n\n"
        "from desk.api.db import PluginBase\n\n\n"
        'class Shelf(PluginBase, DeclarativeBase, plugin="good"):\n    pass\n\n\n'
        'class Card(Shelf):\n    __tablename__ = "good_card"\n    id: Mapped[int] = mapped_column(Integer, primary_key=True)\n')
    findings = [str(finding) for finding in examine(discover(copy.parent), "good") if finding.check == "up, drift, down, up"]
    assert "good_card" in " ".join(findings)
    shutil.rmtree(copy / "migrations")
    (copy / "models.py").unlink()
    assert "lineage" in [finding.check for finding in examine(discover(copy.parent), "good")]


def test_the_tool_writes_the_first_migration_of_a_plugin_that_lies_elsewhere_and_the_next_ones(copy):
    def write(*more):
        subprocess.run([sys.executable, "-m", "tools.migration", str(copy), *more], cwd=ZOO.parents[1], check=True,
                       capture_output=True)

    shutil.rmtree(copy / "migrations")
    write()
    assert examine(discover(copy.parent), "good") == []
    spoil(copy, "models.py", "    text: Mapped", "    colour: Mapped[str] = mapped_column(String(9))\n    text: Mapped")
    write("--add", "colour")
    assert [file.name for file in sorted((copy / "migrations" / "versions").glob("*.py"))] == [
        "good_0001_create_tables.py", "good_0002_colour.py"]
    assert examine(discover(copy.parent), "good") == []


def test_models_need_migrations(copy):
    shutil.rmtree(copy / "migrations")
    assert [finding.check for finding in examine(discover(copy.parent), "good")] == ["lineage"]


def test_what_cannot_be_loaded_is_one_complaint(expect_log):
    expect_log("plugin set aside")
    findings = examine(discover(ZOO), "misspelthook")
    assert {finding.check for finding in findings} == {"description"}
    assert "desk_nav_entries" in str(findings[-1])


def test_requirements_are_loaded_too(zoo):
    assert examine(discover(ZOO), "needsgood") == []


QUERIES = '''"""Reads."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.api.pages import Column, ListSpec, Page, PageRequest

from plugins.good.models import Note


@dataclass(frozen=True)
class NoteLine:
    """A note in the list."""

    id: int
    text: str


def fetch(uow: Any, request: PageRequest) -> Page[NoteLine]:
    """All notes."""
    return Page([NoteLine(one.id, one.text) for one in uow.session.scalars(select(Note).order_by(Note.id)).all()], None)


def change(uow: Any, note_id: int, other: Note | None, plain: Note) -> str:
    """Another text."""
    row = uow.get(Note, note_id)
    row.text, made = "x", uow.add(Note(person_id=1, text="y"))
    return plain.text + made.text


NOTES = ListSpec(id="good.notes", title="Notes", record="good.note", columns=(Column("text", "Text"),), fetch=fetch)
'''


@pytest.mark.parametrize(("right", "wrong", "words"), [
    ("order_by(Note.id)", "order_by(Note.txet)", "queries.py:23 Note has no txet; did you mean text?"),
    ("one.text) for one", "one.txet) for one", "queries.py:23 Note has no txet"),
    ('row.text, made = "x"', 'row.txet, made = "x"', "queries.py:29 Note has no txet"),
    ('Note(person_id=1, text="y")', 'Note(person=1, text="y")', "queries.py:29 Note has no person; did you mean person_id?"),
    ("return plain.text", "return plain.txet", "queries.py:30 Note has no txet"),
    ('Column("text"', 'Column("txet"', "queries.py:33 the list good.notes: NoteLine has no txet; did you mean text?"),
])
def test_a_misspelt_column_is_found_with_its_line(copy, right, wrong, words):
    (copy / "queries.py").write_text(QUERIES, "utf-8")
    spoil(copy, "hooks.py", "plugins.good.views:NoteList", "plugins.good.queries:NOTES")
    assert [one for one in examine(discover(copy.parent), "good") if one.check == "columns"] == []
    loader.unload("good")
    spoil(copy, "queries.py", right, wrong)
    found = [one.sentence for one in examine(discover(copy.parent), "good") if one.check == "columns"]
    assert [sentence[:len(words)] for sentence in found] == [words]


@pytest.mark.parametrize("change", [
    ("row = uow.get(Note, note_id)", "row = uow.get(Note, note_id)\n    row = other.thing if other else row"),
    ("row = uow.get(Note, note_id)", "row = somebody.get(Note, note_id)"),
    ("def change(uow: Any, note_id: int,", "def change(uow: Any, note_id: int, row: Any,")])
def test_what_is_not_known_for_certain_is_not_judged(copy, change):
    (copy / "queries.py").write_text(QUERIES.replace(*change).replace("row.text, made", "row.whatever, made").replace(
        'made = "x", uow.add(', 'made = "x", somebody.add('), "utf-8")
    assert [one for one in examine(discover(copy.parent), "good") if one.check == "columns"] == []

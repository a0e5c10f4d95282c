"""The end of a plugin's life on the command line: its records outlive it, are archived, counted and only then deleted."""

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from desk.cli import main
from desk.core.actor import Actor, system_actor
from desk.core.cases.service import CaseDraft, open_case
from desk.core.db.paging import PageRequest
from desk.core.documents.archive import PrintOrder, issue
from desk.core.documents.prints import get_print_bytes, list_archive
from desk.core.documents.readback import squeezed
from desk.core.errors import NotAllowed, UserError
from desk.core.files.service import attach
from desk.core.i18n import translator
from desk.core.paths import DeskPaths
from desk.core.tables.declared import tables
from desk.core.tables.service import RecordDraft, save_record
from desk.finding import find
from desk.host.states import State
from desk.running import open_desk

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def data(sqlite_template, tmp_path, monkeypatch):
    monkeypatch.setattr("desk.host.trust.system_folder", lambda: tmp_path / "nowhere")
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "desk.db")
    return folder


@pytest.fixture
def desk(data, capsys):
    def run(*words: object) -> tuple[int, list[dict[str, object]]]:
        code = main(["--data", str(data), "--json", "plugin", *map(str, words)])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return run


def lent(data, *books):
    """Books registered, one of them with a file and a print."""
    running = open_desk(DeskPaths(data))
    try:
        with running.factory.writing(system_actor()) as uow:
            ids = [save_record(uow, RecordDraft("reading.book", {"title_of_book": book, "sort": "law"})) for book in books]
            attach(uow, "reading.book", ids[0], "封面.txt", "封面".encode())
            issue(uow, PrintOrder("reading.books", 1, "final"))
    finally:
        running.close()


def test_removed_its_records_are_readable_and_printable_and_nobody_can_change_them(desk, data):
    assert desk("install", EXAMPLES / "reading", "--confirm")[0] == 0
    assert desk("enable", "reading")[0] == 0
    lent(data, "民法典与邻里生活")
    assert desk("disable", "reading")[0] == 0
    assert desk("remove", "reading")[0] == 0
    running = open_desk(DeskPaths(data))
    try:
        assert running.host.record("reading").state is State.MISSING
        assert running.host.title("reading") == "图书阅览室"
        entry = running.contributions.nav.get("reading.book_list")
        spec = running.host.resolve("reading", entry.view)
        with running.factory.reading(system_actor()) as uow:
            assert [row.title_of_book for row in spec.fetch(uow, PageRequest()).rows] == ["民法典与邻里生活"]
            assert spec.new == ""
            record = running.host.resolve("reading", running.contributions.nav.get("reading.book_record").view)
            assert record.load(uow, 1).acts == ()
        with running.factory.writing(system_actor()) as uow:
            assert issue(uow, PrintOrder("reading.books", 1, "final")).pages == 1
        assert "reading.book_new" not in running.contributions.actions
    finally:
        running.close()
    assert desk("install", EXAMPLES / "reading", "--confirm")[0] == 0
    running = open_desk(DeskPaths(data))
    running.close()
    assert running.host.record("reading").state is State.DISABLED


def test_it_is_archived_counted_and_only_then_deleted(desk, data, tmp_path):
    assert desk("install", EXAMPLES / "reading", "--confirm")[0] == 0
    assert desk("enable", "reading")[0] == 0
    lent(data, "民法典与邻里生活", "=家庭急救手册")
    assert desk("disable", "reading")[0] == 0
    assert desk("purge", "reading")[0] == 1
    code, told = desk("archive", "reading", "--to", tmp_path)
    assert code == 0
    archive = Path(str(told[0]["file"]))
    with zipfile.ZipFile(archive) as package:
        rows = list(csv.DictReader(io.StringIO(package.read("tables/core_table_record.csv").decode("utf-8-sig"))))
        assert [row["title"] for row in rows] == ["民法典与邻里生活", "=家庭急救手册"]
        assert [name.partition("/")[0] for name in package.namelist()].count("files") == 1
        assert [package.read(name)[:4] for name in package.namelist() if name.startswith("prints/")] == [b"%PDF"]
    desk("enable", "reading")
    lent(data, "后来的一本")
    desk("disable", "reading")
    assert desk("purge", "reading", archive)[0] == 1  # something came since
    archive = Path(str(desk("archive", "reading", "--to", tmp_path / "again")[1][0]["file"]))
    spoilt = tmp_path / "spoilt.zip"
    spoilt.write_bytes(archive.read_bytes()[:-200])
    assert desk("purge", "reading", spoilt)[0] == 1
    assert desk("purge", "liaison", archive)[0] == 1
    assert desk("remove", "reading")[0] == 0
    assert desk("purge", "reading", archive)[0] == 0
    assert desk("archive", "reading", "--to", tmp_path)[0] == 0  # what was printed stays
    assert "reading" not in {line["id"] for line in desk("list")[1]}
    running = open_desk(DeskPaths(data))
    try:
        assert tables().find("reading.book") is None
    finally:
        running.close()


def test_a_programmed_plugins_tables_go_too(desk, data, tmp_path):
    assert desk("install", EXAMPLES / "lostfound", "--confirm")[0] == 0
    assert desk("enable", "lostfound")[0] == 0
    running = open_desk(DeskPaths(data))
    try:
        from plugins.lostfound.service import register

        with running.factory.writing(system_actor()) as uow:
            register(uow, {"what": "黑色雨伞", "place": "3号窗口", "finder": "何苗"})
    finally:
        running.close()
    desk("disable", "lostfound")
    desk("remove", "lostfound")
    assert next(line["state"] for line in desk("list")[1] if line["id"] == "lostfound") == "missing"
    code, told = desk("archive", "lostfound", "--to", tmp_path)
    assert (code, told[0]["tables"]["lostfound_item"], told[0]["tables"]["core_case"]) == (0, 1, 1)
    assert desk("purge", "lostfound", told[0]["file"])[0] == 0
    assert "lostfound" not in {line["id"] for line in desk("list")[1]}
    assert desk("install", EXAMPLES / "lostfound", "--confirm")[0] == 0
    assert desk("enable", "lostfound")[0] == 0
    assert next(line["state"] for line in desk("list")[1] if line["id"] == "lostfound") == "running"


def test_before_an_update_it_says_who_would_be_off(desk):
    desk("install", EXAMPLES / "reading", "--confirm")
    desk("enable", "reading")
    assert desk("upgrade-check", "--api", "1.4")[0] == 0
    code, told = desk("upgrade-check", "--api", "2.0")
    assert (code, [one["id"] for one in told]) == (1, ["图书阅览室"])
    assert "2.0" in str(told[0]["why"])


def lost(data, *things):
    """A programmed plugin's matters, one with a printed slip; then the plugin is switched off and removed."""
    running = open_desk(DeskPaths(data))
    try:
        from plugins.lostfound.service import hand_out, register

        with running.factory.writing(system_actor()) as uow:
            ids = [register(uow, {"what": what, "place": "3号窗口", "finder": "何苗 13812345678"}) for what in things]
            hand_out(uow, {"id": ids[0], "owner": "欧阳䶮", "seen": True})
            issue(uow, PrintOrder("lostfound.slip", ids[0], "final"))
            attach(uow, "lostfound.item", ids[0], "照片.txt", "照片".encode())
    finally:
        running.close()
    return ids


def test_what_a_programmed_plugin_left_is_listed_read_printed_and_found_from_the_last_schema(desk, data):
    assert desk("install", EXAMPLES / "lostfound", "--confirm")[0] == 0
    assert desk("enable", "lostfound")[0] == 0
    first, _second = lost(data, "黑色雨伞", "红色书包")
    assert desk("disable", "lostfound")[0] == 0
    assert desk("remove", "lostfound")[0] == 0
    running = open_desk(DeskPaths(data))
    try:
        nav, host = running.contributions.nav, running.host
        status = next(one for one in host.statuses() if one.id == "lostfound")
        assert (str(status.state), dict(status.permissions)["lostfound.read"]) == ("missing", "查看失物招领")
        assert nav.get("lostfound.left").permission == "lostfound.read"
        assert nav.get("lostfound.left").view == nav.get("lostfound.item_list").view  # one table needs no list of tables
        overview = host.resolve("lostfound", "plugins.lostfound.pages:LEFT")
        list_ = host.resolve("lostfound", nav.get("lostfound.item_list").view)
        page = host.resolve("lostfound", nav.get("lostfound.item").view)
        assert [translator("lostfound")(column.title) for column in list_.columns] == [
            "编号", "名称", "状态", "登记日期", "拾得人", "失主"]
        assert [chip.filters["state"] for chip in list_.chips] == ["kept", "announced", "returned", "state"]
        with running.factory.reading(system_actor()) as uow:
            there = overview.fetch(uow, PageRequest()).rows
            assert [(translator("lostfound")(row.name), row.rows, row.entry) for row in there] == [
                ("失物招领", 2, "lostfound.item_list")]
            assert [row.case_title for row in list_.fetch(uow, PageRequest(sort="case_title")).rows] == ["红色书包", "黑色雨伞"]
            card = page.load(uow, first)
            assert (card.title, card.number, card.state.word) == ("黑色雨伞", "和平招领〔2026〕1号", "已发还")
            assert "何苗 138****5678" in [fact.value for fact in card.sections[0].facts]
            assert [(act.entry, act.title) for act in card.acts] == [
                ("prints.stored", f"已打印：失物领取单，{uow.clock.today()}"), ("files.of", "照片与文件（1）")]
            assert [one.text for one in card.timeline][-1]
            assert [(hit.entry, hit.args) for hit in find(uow, "雨伞", running.contributions)] == [
                ("lostfound.item", {"record_id": first})]
        with running.factory.writing(system_actor()) as uow:
            assert page.reveal(uow, first, "finder") == "何苗 13812345678"
            sheet = issue(uow, PrintOrder("lostfound.item_sheet", first, "final"))
            assert "何苗138****5678" in squeezed(get_print_bytes(uow, sheet.print_id))
            with pytest.raises(UserError):
                issue(uow, PrintOrder("lostfound.slip", first, "final"))
        stranger = Actor("林晓燕", 1, permissions=frozenset({"desk.papers.print", "desk.audit.read"}))
        with running.factory.reading(stranger) as uow:
            assert find(uow, "雨伞", running.contributions) == []
            assert [row.paper for row in list_archive(uow, PageRequest()).rows] == []
            with pytest.raises(NotAllowed):
                list_.fetch(uow, PageRequest())
    finally:
        running.close()
    assert desk("install", EXAMPLES / "lostfound", "--confirm")[0] == 0
    assert desk("enable", "lostfound")[0] == 0
    running = open_desk(DeskPaths(data))
    running.close()
    assert running.contributions.nav.find("lostfound.left") is None
    assert running.contributions.actions is not None


def test_a_plugin_without_tables_of_its_own_leaves_matters_that_stay_readable(desk, data, tmp_path):
    assert desk("new", "errands", "--folder", tmp_path)[0] == 0
    assert desk("install", tmp_path / "errands", "--confirm")[0] == 0
    assert desk("enable", "errands")[0] == 0
    running = open_desk(DeskPaths(data))
    with running.factory.writing(system_actor()) as uow:
        open_case(uow, "errands.matter", CaseDraft(title="路灯不亮"))
    running.close()
    assert (desk("disable", "errands")[0], desk("remove", "errands")[0]) == (0, 0)
    running = open_desk(DeskPaths(data))
    try:
        assert running.host.record("errands").state is State.MISSING
        spec = running.host.resolve("errands", running.contributions.nav.get("errands.matter_list").view)
        with running.factory.reading(system_actor()) as uow:
            assert [row.case_title for row in spec.fetch(uow, PageRequest()).rows] == ["路灯不亮"]
    finally:
        running.close()

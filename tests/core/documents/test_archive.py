"""The print archive: bytes as printed, numbers with them, reprints marked, changes told."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import text

from desk.core.documents import archive, model, papers, series_registry
from desk.core.documents.archive import PrintOrder, issue, preview, reprint
from desk.core.documents.numbers import next_number
from desk.core.documents.papers import PaperKind, declare_papers
from desk.core.documents.prints import find_changed_since, get_print, get_print_bytes, list_prints
from desk.core.documents.readback import page_count, squeezed
from desk.core.documents.series import Series
from desk.core.documents.series_registry import declare_series
from desk.core.errors import EnvironmentFault, NotAllowed, UserError


@dataclass(frozen=True, slots=True)
class Facts:
    name: str
    number: str = ""


RECORDS: dict[int, Facts] = {}
FINAL = PrintOrder("tests.agreement", 1)


def build(facts: Facts | None) -> model.Document:
    return model.Document("tests.agreement", "协议书", (
        model.Title("协议书"), model.NumberLine(facts.number if facts else None),
        model.Paragraph(("当事人", model.Field(facts.name if facts else None), "。"))))


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch, fonts) -> None:
    monkeypatch.setattr(papers, "_kinds", {})
    monkeypatch.setattr(papers, "_fonts", [fonts])
    monkeypatch.setattr(series_registry, "_declared", {})
    declare_series(Series("tests.agreement", "协议", "{word}〔{year}〕{serial}号", word="和调字"))
    declare_papers(PaperKind("tests.agreement", "协议书", build, "3", series="tests.agreement", record="case",
                             load=lambda _uow, record_id: RECORDS[record_id]))
    RECORDS.clear()
    RECORDS.update({1: Facts("林晓梅"), 2: Facts("赵建国"), 3: Facts("王\ue123")})


def test_a_final_paper_gets_its_number_and_is_kept_as_printed(writing, reading) -> None:
    with writing() as uow:
        stored = issue(uow, FINAL)
    assert stored.number == "和调字〔2026〕1号"
    with reading() as uow:
        row = get_print(uow, stored.print_id)
        words = squeezed(get_print_bytes(uow, stored.print_id))
    assert "和调字〔2026〕1号" in words
    assert "林晓梅" in words
    assert (row.number, row.template_version, row.mode, row.copies, row.pages) == (stored.number, "3", "final", 1, 1)


def test_printing_again_keeps_the_number_and_the_bytes_once(writing, reading) -> None:
    with writing() as uow:
        first, second = issue(uow, FINAL), issue(uow, replace(FINAL, copies=3))
    assert (first.number, first.sha256) == (second.number, second.sha256)
    with reading() as uow:
        assert [row.copies for row in list_prints(uow, "case", 1)] == [3, 1]
        assert uow.session.scalar(text("SELECT count(*) FROM core_print_blob")) == 1


def test_a_paper_that_cannot_be_printed_takes_no_number(writing, reading) -> None:
    with pytest.raises(UserError, match="E123"), writing() as uow:
        issue(uow, replace(FINAL, record_id=3))
    with reading() as uow:
        assert next_number(uow, "tests.agreement") == "和调字〔2026〕1号"
        assert list_prints(uow, "case", 3) == []


def test_after_confirmation_a_ruled_space_is_printed_and_the_archive_says_so(writing, reading) -> None:
    with writing() as uow:
        stored = issue(uow, replace(FINAL, record_id=3, allow_ruled_blanks=True))
    with reading() as uow:
        assert get_print(uow, stored.print_id).ruled_blanks == "\ue123"


def test_previews_and_pre_filled_papers_take_no_number(writing, reading) -> None:
    with reading() as uow:
        assert "和调字" not in squeezed(preview(uow, FINAL).pdf)
        assert "林" not in squeezed(preview(uow, replace(FINAL, mode="blank")).pdf)
    with writing() as uow:
        assert issue(uow, replace(FINAL, mode="prefilled")).number == ""
        with pytest.raises(UserError):
            issue(uow, replace(FINAL, mode="blank"))


def test_a_reprint_is_marked_and_works_without_the_plugin(writing, reading) -> None:
    with writing() as uow:
        first = issue(uow, FINAL)
    papers._kinds.clear()
    with writing() as uow:
        second = reprint(uow, first.print_id, "当事人遗失")
        third = reprint(uow, second.print_id, "再次遗失", 2)
        with pytest.raises(UserError):
            reprint(uow, first.print_id, "")
    with reading() as uow:
        words = squeezed(get_print_bytes(uow, third.print_id))
        assert "补打" in words
        assert "第3次" in words
        assert "和调字〔2026〕1号" in words
        assert "补打" not in squeezed(get_print_bytes(uow, first.print_id))
        assert [row.reprint_of for row in list_prints(uow, "case", 1)] == [first.print_id, first.print_id, None]
        assert page_count(get_print_bytes(uow, third.print_id)) == 1


def test_a_later_change_is_told(writing, reading) -> None:
    with writing() as uow:
        stored = issue(uow, FINAL)
    with reading() as uow:
        assert find_changed_since(uow, "tests.agreement", 1) is None
        assert find_changed_since(uow, "tests.agreement", 2) is None
    RECORDS[1] = Facts("林小梅", stored.number)
    with reading() as uow:
        changed = find_changed_since(uow, "tests.agreement", 1)
    assert changed is not None
    assert changed.id == stored.print_id


def test_damaged_bytes_are_not_shown(writing, reading, database) -> None:
    with writing() as uow:
        stored = issue(uow, FINAL)
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE core_print_blob SET content = :wrong"), {"wrong": b"%PDF-1.4 changed"})
    with pytest.raises(EnvironmentFault), reading() as uow:
        get_print_bytes(uow, stored.print_id)


def test_rights_are_asked_for(factory, actor, monkeypatch) -> None:
    guest = replace(actor, all_rights=False)
    with pytest.raises(NotAllowed), factory.writing(guest) as uow:
        issue(uow, FINAL)
    with pytest.raises(NotAllowed), factory.reading(guest) as uow:
        preview(uow, FINAL)
    declare_papers(replace(papers.paper_kind("tests.agreement"), permission="tests.secret"))
    printer = replace(guest, permissions=frozenset({archive.PRINT}))
    with pytest.raises(NotAllowed), factory.writing(printer) as uow:
        issue(uow, FINAL)


def test_papers_of_switched_off_plugins_and_wild_orders_are_refused(writing) -> None:
    for order in (replace(FINAL, paper="tests.unknown"), replace(FINAL, copies=0), replace(FINAL, copies=100)):
        with pytest.raises(UserError), writing() as uow:
            issue(uow, order)


def test_what_plugins_declare_is_found_when_first_used(writing) -> None:
    from desk.core.documents.declared import declare_all
    from desk.host.specs import PaperSpec, SeriesSpec

    here = "tests.core.documents.test_archive"
    declare_all(lambda: [PaperSpec("tests.declared", "声明", "case", f"{here}:load", f"{here}:build", "tests.declared")],
                [SeriesSpec("tests.declared", "声明", "{word}〔{year}〕{serial}号", "声")])
    with writing() as uow:
        assert issue(uow, PrintOrder("tests.declared", 2)).number == "声〔2026〕1号"


def load(_uow: object, record_id: int) -> Facts:
    return Facts(f"当事人{record_id}")

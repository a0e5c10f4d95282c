"""Numbers: as declared, as the hall changed them, without gaps, never twice, void ones kept."""

from datetime import UTC, datetime

import pytest

from desk.core.db.paging import PageRequest
from desk.core.documents import series_registry
from desk.core.documents.numbers import (
    SeriesDraft,
    change_series,
    give_number,
    list_numbers,
    next_number,
    number_of,
    void_number,
)
from desk.core.documents.series import Brackets, Series, check_template, number_text
from desk.core.documents.series_registry import declare_series
from desk.core.errors import NotAllowed, UserError

CODE = "tests.agreement"


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series_registry, "_declared", {})
    declare_series(Series(CODE, "协议", "({year}){org_short}{word}第{serial}号", word="调字"),
                   Series("tests.forever", "台账", "台{serial}", yearly=False, first=100))


def give(writing, owner: int, code: str = CODE) -> str:
    with writing() as uow:
        return give_number(uow, code, "case", owner)


def test_numbers_follow_each_other_and_a_record_keeps_its_own(writing, reading) -> None:
    given = [give(writing, owner) for owner in (7, 8, 7)]
    assert given == ["(2026)和平调字第1号", "(2026)和平调字第2号", "(2026)和平调字第1号"]
    with reading() as uow:
        assert number_of(uow, CODE, "case", 8) == "(2026)和平调字第2号"
        assert number_of(uow, CODE, "case", 9) == ""
        assert next_number(uow, CODE) == "(2026)和平调字第3号"


def test_each_year_begins_anew_and_other_series_do_not(writing, clock) -> None:
    give(writing, 1)
    give(writing, 1, "tests.forever")
    clock.moment = datetime(2027, 1, 2, tzinfo=UTC)
    assert give(writing, 2) == "(2027)和平调字第1号"
    assert give(writing, 2, "tests.forever") == "台101"


def test_a_rolled_back_transaction_leaves_no_gap(writing) -> None:
    give(writing, 1)
    with pytest.raises(RuntimeError), writing() as uow:
        give_number(uow, CODE, "case", 2)
        raise RuntimeError("power cut")
    assert give(writing, 3) == "(2026)和平调字第2号"


def test_a_void_number_stays_and_is_not_given_again(writing, reading) -> None:
    give(writing, 1)
    with writing() as uow:
        row = list_numbers(uow, PageRequest(), CODE).rows[0]
        with pytest.raises(UserError):
            void_number(uow, row.id, "  ")
        void_number(uow, row.id, "写错当事人")
    assert give(writing, 1) == "(2026)和平调字第2号"
    with reading() as uow:
        rows = list_numbers(uow, PageRequest(), CODE, year=2026).rows
        assert [(row.serial, bool(row.voided_at)) for row in rows] == [(2, False), (1, True)]
        assert rows[1].void_reason == "写错当事人"
    with pytest.raises(UserError), writing() as uow:
        void_number(uow, row.id, "再来一次")


def test_a_hall_sets_its_own_pattern_and_goes_on_from_its_paper_register(writing) -> None:
    with writing() as uow:
        change_series(uow, SeriesDraft(CODE, "{word}({year}){serial}号", "和调字", Brackets.HEXAGONAL, next_serial=31))
    assert give(writing, 1) == "和调字〔2026〕31号"
    with pytest.raises(UserError, match="31"), writing() as uow:
        change_series(uow, SeriesDraft(CODE, "{word}({year}){serial}号", "和调字", next_serial=31))


def test_patterns_are_checked(writing) -> None:
    for template in ("{year}号", "{serial}", "{year}{serial}{name}", "{year}{serial}{serial}", "{serial.__class__}{year}"):
        with pytest.raises(UserError):
            check_template(template, yearly=True)
    assert number_text(Series("x", "x", "[{year}]{serial}", brackets=Brackets.ROUND), year=2026, serial=3,
                       org_short="") == "\uff082026\uff093"


def test_a_word_with_tokens_in_it_stays_as_it_is() -> None:
    assert number_text(Series("x", "x", "{word}{year}-{serial}", word="{serial}"), year=2026, serial=3,
                       org_short="") == "{serial}2026-3"


def test_unknown_series_are_refused(writing) -> None:
    with pytest.raises(UserError), writing() as uow:
        give_number(uow, "tests.nothing", "case", 1)


def test_only_those_who_may_void_and_change(factory, actor) -> None:
    from dataclasses import replace

    with pytest.raises(NotAllowed), factory.writing(replace(actor, all_rights=False)) as uow:
        void_number(uow, 1, "无权")


def test_two_desks_never_get_one_number(database, factory, actor) -> None:
    """Threads of their own, as two seats have; on SQLite they queue for the one writer."""
    from concurrent.futures import ThreadPoolExecutor

    def one(owner: int) -> str:
        with factory.writing(actor) as uow:
            return give_number(uow, CODE, "case", owner)

    with ThreadPoolExecutor(4) as pool:
        given = list(pool.map(one, range(1, 21)))
    assert len(set(given)) == 20
    assert {text.split("第")[1] for text in given} == {f"{serial}号" for serial in range(1, 21)}

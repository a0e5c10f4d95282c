"""Frozen months: kept as they were, compared with the records, corrected by entries, added up to quarters and years."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from desk.core.actor import Actor
from desk.core.audit.model import AuditEntry
from desk.core.cases.model import Case
from desk.core.errors import Conflict, EnvironmentFault, NotAllowed, UserError
from desk.core.statistics.comparing import differences_of, fingerprint, list_differences, narrowed
from desk.core.statistics.counting import count_months
from desk.core.statistics.declared import ALL
from desk.core.statistics.freezing import CorrectionDraft, FreezeDraft, correct_month, freeze_month
from desk.core.statistics.frozen import get_frozen, list_frozen, read_tally
from desk.core.statistics.periods import parse_period
from desk.core.statistics.records import count_records
from desk.core.statistics.registry import indicator_tables, use_tables
from desk.core.statistics.table import read_table
from tests.core.statistics.trial import PEOPLE, TABLE, YEAR

MAY = parse_period("2026-05")
TOTAL = ("opened", ALL, ALL)


def day(number, month=5):
    return date(2026, month, number)



@pytest.fixture
def frozen(writing, open_matter):
    """(frozen month's id, ids of its three matters)."""
    with writing() as uow:
        ids = [open_matter(uow, "a", day(1), day(9), "settled", fen=500, people="沈"), open_matter(uow, "a", day(2)),
               open_matter(uow, "b", day(3), day(30), "failed")]
    with writing() as uow:
        return freeze_month(uow, FreezeDraft(TABLE.code, "2026-05")), ids


def change(writing, case_id, **values):
    with writing() as uow:
        case = uow.get(Case, case_id)
        for name, value in values.items():
            setattr(case, name, value)


def test_a_frozen_month_stays_and_says_who_when_and_its_code(writing, reading, frozen, open_matter, clock):
    with writing() as uow:
        open_matter(uow, "a", day(20))
    with reading() as uow:
        view = read_table(uow, TABLE, MAY)
        assert view.cells[-1][0].value == 3
        [month] = view.frozen
        assert month.by == uow.actor.name
        assert month.at == clock.now()
        assert view.open_months == ()
        trail = uow.session.scalars(select(AuditEntry).where(AuditEntry.action == "statistics.freeze")).one()
        assert trail.detail["check_code"] == month.check_code
        assert len(month.check_code) == 14


def test_a_later_record_is_in_the_list_and_then_a_correction(writing, reading, frozen, open_matter):
    month_id, _ids = frozen
    with writing() as uow:
        late = open_matter(uow, "b", day(31))
    with reading() as uow:
        [found] = list_differences(uow, TABLE, MAY)
    by_key = {one.key: (one.frozen, one.now) for one in found.differences}
    assert by_key[TOTAL] == (3, 4)
    assert by_key["opened", "b", ALL] == (1, 2)
    assert {record for one in found.differences for record in one.records} == {("trial", late)}
    with writing() as uow:
        correct_month(uow, CorrectionDraft(month_id, "5月31日受理的一件补录", seen=fingerprint(found.differences)))
    with reading() as uow:
        view = read_table(uow, TABLE, MAY)
        assert view.cells[-1][0].value == 4
        assert [(one.serial, one.reason) for one in view.frozen[0].corrections] == [(1, "5月31日受理的一件补录")]
        assert read_tally(uow, month_id, corrected=False)[TOTAL].value == 3
        assert list_differences(uow, TABLE, MAY) == []
        assert len(count_records(uow, TABLE, MAY, None, TOTAL)) == 4


def test_a_changed_class_moves_one_record_and_no_total(writing, reading, frozen):
    _month_id, ids = frozen
    change(writing, ids[0], class_code="b")
    with reading() as uow:
        [found] = list_differences(uow, TABLE, MAY)
    assert TOTAL not in {one.key for one in found.differences}
    assert {one.key[1]: one.change for one in found.differences if one.key[0] == "opened"} == {"a": -1, "b": 1}


def test_a_changed_amount_replaces_what_the_record_added(writing, reading, frozen):
    month_id, ids = frozen
    change(writing, ids[0], summary="800 沈")
    with reading() as uow:
        [found] = list_differences(uow, TABLE, MAY)
    total = next(one for one in found.differences if one.key == ("fen", ALL, ALL))
    assert (total.frozen, total.now, total.removed, total.added) == (500, 800, ((ids[0], 500),), ((ids[0], 800),))
    with writing() as uow:
        correct_month(uow, CorrectionDraft(month_id, "金额写错"))
    with reading() as uow:
        assert list_differences(uow, TABLE, MAY) == []
        [record] = count_records(uow, TABLE, MAY, None, ("fen", ALL, ALL))
        assert record.part == 800


def test_the_changes_of_one_record_are_taken_in_alone(writing, reading, frozen, open_matter):
    month_id, ids = frozen
    with writing() as uow:
        late = open_matter(uow, "b", day(31))
    change(writing, ids[1], class_code="b")
    with writing() as uow:
        correct_month(uow, CorrectionDraft(month_id, "补录", (("trial", late),)))
    with reading() as uow:
        [found] = list_differences(uow, TABLE, MAY)
        assert {record for one in found.differences for record in one.records} == {("trial", ids[1])}
        assert read_table(uow, TABLE, MAY).cells[-1][0].value == 4


def test_what_cannot_be_frozen_is_refused_in_words(writing, frozen):
    for draft, said in ((FreezeDraft(TABLE.code, "2026-05"), "已经冻结"), (FreezeDraft(TABLE.code, "2026-11"), "没有结束"),
                        (FreezeDraft(TABLE.code, "2026Q1"), "不冻结"), (FreezeDraft("trial.gone", "2026-04"), "已停用")):
        with pytest.raises(UserError, match=said), writing() as uow:
            freeze_month(uow, draft)


def test_a_correction_needs_a_reason_a_change_and_the_list_that_was_seen(writing, frozen, open_matter):
    month_id, _ids = frozen
    with pytest.raises(UserError, match="没有可更正"), writing() as uow:
        correct_month(uow, CorrectionDraft(month_id, "看看"))
    with writing() as uow:
        open_matter(uow, "a", day(4))
        seen = fingerprint(differences_of(uow, TABLE, month_id))
        open_matter(uow, "a", day(5))
    with pytest.raises(UserError, match="写明"), writing() as uow:
        correct_month(uow, CorrectionDraft(month_id, "  "))
    with pytest.raises(Conflict), writing() as uow:
        correct_month(uow, CorrectionDraft(month_id, "补录", seen=seen))


def test_whose_rights_end_at_areas_neither_freezes_nor_sees_the_whole(factory, frozen):
    keeper = Actor("钱立", community_id=1, permissions=frozenset({"trial.read", "desk.statistics.freeze"}),
                   area_ids=frozenset({7}))
    with factory.reading(keeper) as uow:
        assert list_frozen(uow, TABLE.code, (MAY,), None) == {}
        assert read_table(uow, TABLE, MAY).cells[-1][0].value == 0
    with pytest.raises(NotAllowed), factory.writing(keeper) as uow:
        freeze_month(uow, FreezeDraft(TABLE.code, "2026-04"))


@pytest.mark.parametrize("statement", ["UPDATE core_statistics_cell SET value = 9", "DELETE FROM core_statistics_cell",
                                       "UPDATE core_statistics_month SET check_code = 'x'",
                                       "DELETE FROM core_statistics_correction"])
def test_frozen_figures_are_only_ever_added(writing, frozen, open_matter, statement):
    with writing() as uow:
        open_matter(uow, "a", day(4))
        correct_month(uow, CorrectionDraft(frozen[0], "补录"))
    with pytest.raises((IntegrityError, DBAPIError, EnvironmentFault)), writing() as uow:
        uow.session.execute(text(statement))


def test_one_month_after_the_other_a_year_is_their_sum(writing, reading, open_matter, frozen):
    with writing() as uow:
        open_matter(uow, "a", day(2, 6), day(3, 6), "settled", fen=100)
    with writing() as uow:
        for table, month in ((YEAR, "2026-05"), (YEAR, "2026-06"), (TABLE, "2026-06"), (PEOPLE, "2026-05")):
            freeze_month(uow, FreezeDraft(table.code, month))
    with writing() as uow:
        open_matter(uow, "a", day(9, 5))
        open_matter(uow, "a", day(9, 7))
    with reading() as uow:
        year = read_table(uow, YEAR, parse_period("2026"))
        quarter = read_table(uow, TABLE, parse_period("2026Q2"))
    assert [cell.value for cell in year.cells[0]][3:8] == [0, 3, 1, 1, 0]
    assert year.cells[0][-1].value == 5
    assert quarter.cells[-1][0].value == 4
    assert [row.month.month for row in year.frozen] == [5, 6]


MATTER = st.tuples(st.sampled_from("ab"), st.integers(1, 31), st.none() | st.integers(1, 31),
                   st.sampled_from(["settled", "failed", ""]), st.integers(0, 500))
_run = iter(range(10**6))
STEP = st.one_of(st.tuples(st.just("new"), MATTER), st.tuples(st.just("change"), st.integers(0, 20), MATTER),
                 st.tuples(st.just("gone"), st.integers(0, 20)))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.lists(MATTER, max_size=4), steps=st.lists(STEP, max_size=5), accepted=st.sets(st.integers(0, 8)))
def test_whatever_changes_frozen_and_corrections_add_up(factory, actor, open_matter, start, steps, accepted):
    """Frozen numbers never move; corrections of some records leave exactly the others; of all, what the records say."""
    with factory.writing(actor) as uow:
        uow.session.execute(delete(Case))
        ids = [enter(uow, open_matter, one) for one in start]
        month_id = frozen_anew(uow)
    with factory.writing(actor) as uow:
        for what, *rest in steps:
            if what == "new":
                ids.append(enter(uow, open_matter, rest[0]))
            elif ids:
                case = uow.session.get(Case, ids[rest[0] % len(ids)])
                if case is not None and what == "gone":
                    uow.session.delete(case)
                elif case is not None:
                    kind, opened_on, closed, outcome, fen = rest[1]
                    case.class_code, case.opened_on, case.source, case.summary = kind, day(opened_on), outcome, f"{fen}"
                    case.closed_on = day(closed) if closed else None
                uow.session.flush()
    with factory.writing(actor) as uow:
        before = snapshot(read_tally(uow, month_id, corrected=False))
        found = differences_of(uow, TABLE, month_id)
        records = list(dict.fromkeys(record for one in found for record in one.records))
        chosen = [record for place, record in enumerate(records) if place in accepted]
        if chosen:
            correct_month(uow, CorrectionDraft(month_id, "一部分", tuple(chosen)))
        left = [record for record in records if record not in chosen]
        again = differences_of(uow, TABLE, month_id)
        assert set(again) == {one for one in renumbered(narrowed(found, left), uow, month_id)}
        if again:
            correct_month(uow, CorrectionDraft(month_id, "其余"))
        assert differences_of(uow, TABLE, month_id) == []
        assert snapshot(read_tally(uow, month_id, corrected=False)) == before
        now = count_months(uow, TABLE, (MAY,), None)["2026-05"]
        after = read_tally(uow, month_id)
        assert {key: cell for key, cell in snapshot(after).items() if cell[0] or cell[1]} == snapshot(now)
        assert all(cell.value == sum(cell.records.values()) for cell in after.values())
        assert get_frozen(uow, month_id).check_code


def enter(uow, open_matter, matter):
    kind, opened_on, closed, outcome, fen = matter
    return open_matter(uow, kind, day(opened_on), day(closed) if closed else None, outcome, fen=fen)


def frozen_anew(uow):
    """Each example freezes a table of its own: what is frozen stays, also between examples."""
    table = replace(TABLE, code=f"trial.table{next(_run)}")
    use_tables([*indicator_tables(), table])
    return freeze_month(uow, FreezeDraft(table.code, "2026-05"))


def snapshot(tally):
    return {key: (cell.value, dict(cell.records)) for key, cell in tally.items()}


def renumbered(differences, uow, month_id):
    """The same differences against the numbers as they are corrected by now."""
    tally = read_tally(uow, month_id)
    for one in differences:
        value = tally[one.key].value if one.key in tally else 0
        yield replace(one, frozen=value, now=value + one.change)

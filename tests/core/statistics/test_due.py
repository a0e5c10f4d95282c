"""The reporting calendar, and matters of every kind side by side."""

from datetime import date

from desk.core.actor import Actor
from desk.core.cases.kinds import CaseKind, State
from desk.core.cases.model import Case
from desk.core.cases.registry import use_kinds
from desk.core.settings.service import change_settings
from desk.core.statistics.due import DUE_DAY, list_due_months
from desk.core.statistics.freezing import FreezeDraft, freeze_month
from desk.core.statistics.matters import TABLES as MATTERS
from desk.core.statistics.periods import parse_period
from desk.core.statistics.records import count_records
from desk.core.statistics.table import read_table
from tests.core.statistics.trial import KIND, TABLE

OTHER = CaseKind("trial.other", "Other", states=(State("new", "New"),), moves=(), permission_read="trial.other",
                 permission_write="trial.other")


def test_nothing_is_due_before_the_first_month_was_frozen(reading):
    with reading() as uow:
        assert list_due_months(uow) == []


def test_from_the_first_frozen_month_on_each_one_is_due(writing, reading, factory):
    with writing() as uow:
        for month in ("2026-07", "2026-09"):
            freeze_month(uow, FreezeDraft(TABLE.code, month))
    with reading() as uow:
        found = list_due_months(uow)
    assert [(one.month.code, one.due, bool(one.frozen_at)) for one in found] == [
        ("2026-10", date(2026, 11, 5), False), ("2026-09", date(2026, 10, 5), True), ("2026-08", date(2026, 9, 5), False),
        ("2026-07", date(2026, 8, 5), True)]
    with writing() as uow:
        change_settings(uow, {DUE_DAY: 3})
    with reading() as uow:
        assert list_due_months(uow)[0].due == date(2026, 11, 3)
    stranger = Actor("赵敏", community_id=1, user_id=None, permissions=frozenset())
    with factory.reading(stranger) as uow:
        assert list_due_months(uow) == []


def test_matters_of_every_kind_one_may_read(writing, reading, factory):
    use_kinds([KIND, OTHER])
    with writing() as uow:
        given = ((KIND.code, date(2026, 9, 30), None, date(2026, 10, 8)),
                 (KIND.code, date(2026, 10, 2), date(2026, 10, 9), None),
                 (OTHER.code, date(2026, 10, 3), date(2026, 11, 1), None))
        for kind, opened, closed, due in given:
            uow.add(Case(kind=kind, title="事", state="x", opened_on=opened, closed_on=closed, confidential=True,
                         **({"due_on": due} if due else {})))
    october = parse_period("2026-10")
    with reading() as uow:
        view = read_table(uow, MATTERS[0], october)
        assert {row.title: [cell.text for cell in cells] for row, cells in zip(view.rows, view.cells, strict=True)} == {
            "事项": ["1", "1", "1", "1", "100.0%"], "其他": ["1", "0", "1", "0", "0.0%"],
            "合计": ["2", "1", "2", "1", "50.0%"]}
        assert len(count_records(uow, MATTERS[0], october, None, ("open", "*", "*"))) == 2
    clerk = Actor("赵敏", community_id=1, user_id=None, permissions=frozenset({"trial.other"}))
    with factory.reading(clerk) as uow:
        assert [row.title for row in read_table(uow, MATTERS[0], october).rows] == ["其他", "合计"]

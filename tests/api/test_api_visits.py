"""A visit is planned, and what was found is recorded against the plan."""

from datetime import date

import pytest

from desk.api import N_
from desk.api.people import PersonDraft, register_person
from desk.api.visits import (
    Finding,
    PlanDraft,
    Purpose,
    VisitDraft,
    VisitorDraft,
    list_due_visits,
    plan_visit,
    record_visit,
    use_purposes,
)


@pytest.fixture(autouse=True)
def purposes():
    """As a plugin does in desk_start: ctx.on_stop(use_purposes(ctx.id, …))."""
    undo = use_purposes("example", [Purpose("example.care", N_("Care"), "关爱走访", (Finding("well", N_("Well"), "安好"),))])
    yield
    undo()


def test_planned_and_done(writing, reading, clock):
    with writing() as uow:
        her = register_person(uow, PersonDraft("程秋月", reason="练习"))
        plan = plan_visit(uow, PlanDraft("example.care", date(2026, 11, 5), person_id=her))
    with reading() as uow:
        assert [row.id for row in list_due_visits(uow, date(2026, 11, 5))] == [plan]
    with writing() as uow:
        record_visit(uow, VisitDraft("example.care", clock.now(), plan, person_id=her, findings=("well",), words="一切安好。",
                                     visitors=(VisitorDraft("何苗"),)))
    with reading() as uow:
        assert list_due_visits(uow, date(2026, 11, 5)) == []

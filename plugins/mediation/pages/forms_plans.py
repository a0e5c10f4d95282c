"""The form of what is proposed for each kind of dispute: days and departments."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.categories import category_title
from plugins.mediation.class_plans import PlanRow, list_class_plans, set_class_plans


def plans_now(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """Every kind of dispute with what is proposed."""
    return {"plans": [{"category": one.category, "title": category_title(one.category), "days": one.days,
                       "departments": one.departments} for one in list_class_plans(uow)]}


def plans_draft(values: dict[str, Any]) -> tuple[PlanRow, ...]:
    """From the form's values."""
    return tuple(PlanRow(row["category"], int(row.get("days") or 0), row.get("departments") or "")
                 for row in values.get("plans") or ())


PLANS_FORM = FormSpec(
    id="mediation.class_plans_form", title=N_("Limits and departments by kind of dispute"), domain="mediation",
    sections=(Section("", (Repeat("plans", N_("Kind of dispute"), (
        Field("title", N_("Kind of dispute"), read_only=True, width=150),
        Field("days", N_("Days to settle it"), "number", width=90),
        Field("departments", N_("Departments called"), width=380)), "", compact=True),),
        help=N_("Proposals for whoever answers for a matter and for joint studies; nobody confirmed them, look them over. "
                "What runs already keeps its limit.")),),
    save=set_class_plans, load=plans_now, make_draft=plans_draft)

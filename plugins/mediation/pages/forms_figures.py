"""Forms behind the figures: how kinds of dispute are mapped to classes and codes."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.categories import category_title
from plugins.mediation.figures.mapping import CodeDraft, classes, list_codes, set_codes

_ = translator("mediation")


def codes_now(uow: UnitOfWork, _record_id: int | None) -> dict[str, Any]:
    """Every kind of dispute with its mappings."""
    return {"codes": [{"category": one.category, "title": category_title(one.category), "five": one.five,
                       "grid_code": one.grid_code} for one in list_codes(uow)]}


def codes_draft(values: dict[str, Any]) -> tuple[CodeDraft, ...]:
    """From the form's values."""
    return tuple(CodeDraft(row["category"], row.get("five") or "", row.get("grid_code") or "")
                 for row in values.get("codes") or ())


def class_choices(uow: UnitOfWork) -> list[tuple[str, str]]:
    """None, the five, the hall's own."""
    return [("", _("None of them")), *classes(uow)]


CODES_FORM = FormSpec(
    id="mediation.codes_form", title=N_("Classes and codes of disputes"), domain="mediation",
    sections=(Section("", (Repeat("codes", N_("Kind of dispute"), (
        Field("title", N_("Kind of dispute"), read_only=True),
        Field("five", N_("Class of the five"), "choice", choices=class_choices),
        Field("grid_code", N_("Code of the platform"), width=90)), "", compact=True),),
        help=N_("The codes are a proposal, nobody confirmed them: look them over with your street's platform. "
                "Frozen months keep the classes they were counted by.")),),
    save=set_codes, load=codes_now, make_draft=codes_draft)

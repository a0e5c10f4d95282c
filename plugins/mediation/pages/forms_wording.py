"""The hall's own templates of agreements, in one form."""

from typing import Any

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.drafts.wording import TemplateDraft
from plugins.mediation.service.templates import OFFICIAL, list_templates, set_templates
from plugins.mediation.wording import HEADS

_ = translator("mediation")
Values = dict[str, Any]
_HEADS = {"facts": "facts_head", "agreed": "agreed_head", "performance": "performance_head", "copies": "copies"}


def template_choices(uow: UnitOfWork) -> list[tuple[int, str]]:
    """The official wording first, then the hall's templates."""
    return [(OFFICIAL, _("Official wording")), *((one.id, one.title) for one in list_templates(uow))]


def templates_now(uow: UnitOfWork, _record_id: int | None) -> Values:
    """As they stand."""
    return {"templates": [
        {"id": one.id, "title": one.title, "category": one.category, "closing": one.closing, "clauses": "\n".join(one.clauses)}
        | {name: one.heads.get(code, "") for code, name in _HEADS.items()} for one in list_templates(uow)]}


def template_drafts(values: Values) -> tuple[TemplateDraft, ...]:
    """From the form's values; each line of the standing clauses is a clause."""
    return tuple(TemplateDraft(
        row.get("title") or "", row.get("category") or "", {code: row.get(name) or "" for code, name in _HEADS.items()},
        tuple((row.get("clauses") or "").splitlines()), row.get("closing") or "", row.get("id") or 0)
        for row in values.get("templates") or ())


def _head(code: str, title: str, official: str) -> Field:
    return Field(_HEADS[code], title, max_length=120, help=official)


TEMPLATES_FORM = FormSpec(
    id="mediation.templates_form", title=N_("Templates of agreements"), domain="mediation", save=set_templates,
    load=templates_now, make_draft=template_drafts,
    sections=(Section("", (Repeat("templates", N_("Template"), (
        Field("title", N_("Name of the template"), required=True, max_length=80),
        Field("category", N_("Kind of dispute"), "choice",
              choices=(("", N_("Every kind")), *((one.code, one.title) for one in CATEGORIES))),
        Field("clauses", N_("Standing clauses"), "lines", rows=4, help=N_("One on a line; they stand in each new draft.")),
        Field("closing", N_("Before the number of copies"), "lines", rows=3,
              help=N_("Such as when it takes effect, or that the court may be asked to confirm it.")),
        *(_head(*one) for one in HEADS)), N_("Add a template")),),
        help=N_("A new agreement takes the template of its kind of dispute, else the one for every kind. A head left empty is "
                "the official one; agreements keep the words they were drafted with.")),))

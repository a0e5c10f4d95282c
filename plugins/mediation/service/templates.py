"""The hall's own templates of agreements: kept as one list; the one that fits the kind of dispute is proposed."""

from collections.abc import Sequence

from sqlalchemy import select

from desk.api import clean, clean_note, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.drafts.wording import TemplateDraft
from plugins.mediation.kinds import ALL
from plugins.mediation.models import AgreementTemplate
from plugins.mediation.wording import CLOSING, COPIES, HEADS

_ = translator("mediation")
OFFICIAL = 0
"""Stands for the official wording where a template is chosen."""


def list_templates(uow: UnitOfWork) -> list[AgreementTemplate]:
    """As entered."""
    return list(uow.session.scalars(select(AgreementTemplate).order_by(AgreementTemplate.id)))


def template_for(uow: UnitOfWork, category: str) -> AgreementTemplate | None:
    """The first one of this kind of dispute, else the first that fits every kind."""
    rows = list_templates(uow)
    return next((row for wanted in (category, "") for row in rows if row.category == wanted), None)


def heads_of(uow: UnitOfWork, template_id: int) -> dict[str, str]:
    """What an agreement keeps of a template, so that a later change of the template does not change it."""
    if template_id == OFFICIAL:
        return {}
    row = uow.get(AgreementTemplate, template_id)
    return {name: text for name, text in {**row.heads, CLOSING: row.closing}.items() if text}


@verb("mediation.set_templates", permission=ALL)
def set_templates(uow: UnitOfWork, drafts: Sequence[TemplateDraft]) -> int:
    """The templates as they stand now; those no longer named go, agreements keep their words. Answers how many there are."""
    marks: dict[str, str] = {}
    for place, one in enumerate(drafts):
        marks |= {f"templates.{place}.{name}": why for name, why in _mistakes(one, drafts[:place]).items()}
    refuse_marked(marks)
    have = {row.id: row for row in list_templates(uow)}
    for one in drafts:
        row = have.pop(one.id, None) or AgreementTemplate()
        row.title, row.category = clean(one.title), one.category
        row.heads = {code: clean(one.heads.get(code) or "") for code, _title, _text in HEADS}
        row.clauses = [clean_note(text) for text in one.clauses if text.strip()]
        row.closing = clean_note(one.closing)
        uow.add(row)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()
    uow.trace("mediation.set_templates", "mediation.agreement_template", None, templates=len(drafts), gone=len(have))
    return len(drafts)


def _mistakes(one: TemplateDraft, before: Sequence[TemplateDraft]) -> dict[str, str]:
    marks = {}
    if not one.title.strip():
        marks["title"] = _("Give the template a name.")
    if one.category and one.category not in {kind.code for kind in CATEGORIES}:
        marks["category"] = _("Choose a kind of dispute, or every kind.")
    if any(other.category == one.category for other in before):
        marks["category"] = _("There is a template for this kind of dispute already.")
    copies = one.heads.get("copies") or ""
    if copies and copies.count(COPIES) != 1:
        marks["copies"] = _("Put {sign} once where the number of copies belongs.").format(sign=COPIES)
    return marks

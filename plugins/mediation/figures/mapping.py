"""How the hall maps kinds of dispute to the five classes and to the grid platform's codes: shipped, changeable."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desk.api import clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.categories import CATEGORIES, FIVE_CLASSES
from plugins.mediation.figures.codes import GRID_CODES
from plugins.mediation.kinds import ALL
from plugins.mediation.models import CategoryCode
from plugins.mediation.settings import setting

_ = translator("mediation")
SHIPPED = {
    "marriage_family": "01", "neighbour": "02", "homestead": "0902", "contract": "06", "business": "0603", "damages": "05",
    "forest_land": "0903", "relocation": "11", "environment": "0504", "migrant_wages": "07", "labour": "07", "tourism": "0601",
    "e_commerce": "0601", "consumer": "0601", "medical": "0502", "traffic": "0503", "estate_service": "0402", "other": "99"}
"""A proposal out of rules 1.6; nobody confirmed it, so the page says that it is to be looked over."""
LONGEST = 20
"""Characters of a class's name at most."""


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """Of one kind of dispute: its class of the five ("" for none) and its code on the platform (two or four digits)."""

    category: str
    five: str
    grid_code: str


def list_codes(uow: UnitOfWork) -> list[CodeDraft]:
    """Every kind of dispute with its mappings as they hold now."""
    own = {row.category: row for row in uow.session.scalars(select(CategoryCode))}
    return [CodeDraft(one.code, own[one.code].five, own[one.code].grid_code) if one.code in own
            else CodeDraft(one.code, one.five, SHIPPED.get(one.code, "99")) for one in CATEGORIES]


def classes(uow: UnitOfWork) -> list[tuple[str, str]]:
    """The five of practice, then the hall's own, which are known by their names."""
    own = [clean(name) for name in str(setting(uow, "more_classes")).replace(",", "、").replace("，", "、").split("、")]
    return [*FIVE_CLASSES, *((name, name) for name in dict.fromkeys(own) if name and len(name) <= LONGEST)]


@verb("mediation.set_codes", permission=ALL)
def set_codes(uow: UnitOfWork, drafts: Sequence[CodeDraft]) -> int:
    """Change the mappings; months that are frozen keep theirs. Answers how many differ from what is shipped."""
    marks, known = {}, dict(classes(uow))
    for place, draft in enumerate(drafts):
        if clean(draft.grid_code)[:2] not in dict(GRID_CODES) or not clean(draft.grid_code).isdecimal():
            marks[f"codes.{place}.grid_code"] = _("Two or four digits that begin with a class of the platform, such as 0402.")
        if draft.five not in {"", *known}:
            marks[f"codes.{place}.five"] = _("Choose one of the five classes, or none.")
    refuse_marked(marks)
    for old in uow.session.scalars(select(CategoryCode)):
        uow.session.delete(old)
    uow.session.flush()
    shipped = {one.code: (one.five, SHIPPED.get(one.code, "99")) for one in CATEGORIES}
    changed = [one for one in drafts if shipped.get(one.category) != (one.five, clean(one.grid_code))]
    for one in changed:
        uow.add(CategoryCode(category=one.category, five=one.five, grid_code=clean(one.grid_code)))
    uow.trace("mediation.set_codes", "mediation.category_code", None, changed=len(changed))
    uow.touch("mediation.dispute", 0)
    return len(changed)

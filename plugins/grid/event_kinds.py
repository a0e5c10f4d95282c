"""Kinds of events as the hall has them: the shipped ones until somebody changes them."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.grid.drafts import KindDraft
from plugins.grid.kinds import DISPATCH, KIND, LEVELS
from plugins.grid.models import KindRow
from plugins.grid.presets import MOST_DAYS, SHIPPED, EventKind

_ = translator("grid")
_TAKERS = {one.code: one.taker for one in SHIPPED}


def list_kinds(uow: UnitOfWork, *, every: bool = False) -> list[EventKind]:
    """Kinds in their order; every: those out of use, too."""
    rows = uow.session.scalars(select(KindRow).order_by(KindRow.place, KindRow.id)).all()
    kinds = [EventKind(row.code, row.title, row.unit, row.days, row.level, _TAKERS.get(row.code, ""), row.active)
             for row in rows] or list(SHIPPED)
    return [one for one in kinds if every or one.active]


def kind_of(uow: UnitOfWork, code: str) -> EventKind:
    """The kind with this code, also one out of use; "other" as shipped for a code nobody knows, under that code."""
    known = {one.code: one for one in (*SHIPPED, *list_kinds(uow, every=True))}
    return known.get(code) or replace(known["other"], code=code, title=code)


@verb("grid.save_kinds", permission=DISPATCH)
def save_kinds(uow: UnitOfWork, drafts: Sequence[KindDraft]) -> int:
    """Keep the table of kinds; answers how many there are. Events keep their kind when it goes out of use; limits that run
    stay as they are. A kind that left the form goes out of use, it is not forgotten.
    """
    _check(drafts)
    before = {one.code: one for one in list_kinds(uow, every=True)}
    rows = {row.code: row for row in uow.session.scalars(select(KindRow))}
    kept: list[str] = []
    for place, one in enumerate(drafts):
        code = one.code or _new_code({*before, *kept})
        kept.append(code)
        row = rows.get(code) or KindRow(code=code)
        row.title, row.unit = clean(one.title, limit=60), clean(one.unit, limit=120)
        row.days, row.level, row.active, row.place = one.days, one.level, one.active, place
        uow.add(row)
    for code in before.keys() - set(kept):
        old = before[code]
        row = rows.get(code) or KindRow(code=code)
        row.title, row.unit, row.days, row.level = old.title, old.unit, old.days, old.level
        row.active, row.place = False, len(kept)
        uow.add(row)
    uow.trace("grid.save_kinds", KIND, None, kinds=len(drafts))
    return len(drafts)


def _new_code(taken: set[str]) -> str:
    return next(f"own{number}" for number in range(1, 1000) if f"own{number}" not in taken)


def _check(drafts: Sequence[KindDraft]) -> None:
    marks, seen = {}, set[str]()
    for place, one in enumerate(drafts):
        title = one.title.strip()
        if not title:
            marks[f"kinds.{place}.title"] = _("Enter a name.")
        elif title in seen:
            marks[f"kinds.{place}.title"] = _("This name stands above already.")
        seen.add(title)
        if not 1 <= one.days <= MOST_DAYS:
            marks[f"kinds.{place}.days"] = _("Enter days from 1 to {most}.").format(most=MOST_DAYS)
        if one.level not in dict(LEVELS):
            marks[f"kinds.{place}.level"] = _("Choose the level.")
    if not any(one.active for one in drafts):
        raise UserError(_("At least one kind is needed."))
    refuse_marked(marks)

"""The community's sheets: shipped ones as they are or in an edition of its own, and new ones."""

from dataclasses import replace

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NotFound
from desk.core.i18n import _
from desk.core.scores.ground import RULES
from desk.core.scores.model import ScoreSheet
from desk.core.scores.schemes import list_schemes
from desk.core.scores.sheets import Sheet, as_data, check_sheet, from_data
from desk.core.text import clean


def list_sheets(uow: UnitOfWork, *, on: str = "") -> list[Sheet]:
    """Newest editions, shipped ones where the community has none of its own. on: ISO date; only what is in force."""
    own = {row.code: from_data(row.data) for row in uow.session.scalars(
        select(ScoreSheet).order_by(ScoreSheet.edition, ScoreSheet.id))}
    shipped = [own.pop(sheet.code, sheet) for scheme in list_schemes() for sheet in scheme.sheets]
    found = [*shipped, *own.values()]
    return [one for one in found if not on or (one.valid_from or on) <= on <= (one.valid_to or on)]


def find_sheet(uow: UnitOfWork, code: str) -> Sheet:
    """The newest edition of a sheet; NotFound."""
    found = next((one for one in list_sheets(uow) if one.code == code), None)
    if found is None:
        raise NotFound(_("There is no such score sheet."))
    return found


@verb("scores.save_sheet", permission=RULES)
def save_sheet(uow: UnitOfWork, sheet: Sheet) -> int:
    """Keep a new edition of a sheet (code "": a new sheet); answers its id. Running rounds keep the edition they began with."""
    edition = 1 + max(uow.session.scalars(select(ScoreSheet.edition).where(ScoreSheet.code == sheet.code)), default=0)
    code = clean(sheet.code, limit=60) or f"own.{1 + len(uow.session.scalars(select(ScoreSheet.id)).all())}"
    sheet = replace(sheet, code=code, edition=edition, title=clean(sheet.title, field="title"))
    check_sheet(sheet)
    row = uow.add(ScoreSheet(code=code, edition=edition, title=sheet.title, data=as_data(sheet)))
    uow.trace("scores.save_sheet", "score.sheet", row.id, code=code, edition=edition)
    return int(row.id)

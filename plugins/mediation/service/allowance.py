"""Verbs of the per-case allowance: the classes, a sheet made, put right, confirmed or thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.statistics import parse_period
from plugins.mediation.figures.allowance import FITS, ClassRow, eligible, list_classes, shares_of
from plugins.mediation.kinds import ALL
from plugins.mediation.models import AllowanceClass, AllowanceLine, AllowanceSheet

_ = translator("mediation")
SHEET = "mediation.allowance"


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line as put right: another class with the reason, or taken off the sheet."""

    id: int
    title: str
    note: str = ""
    keep: bool = True


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """The lines of a sheet; version: of the sheet that was opened."""

    sheet_id: int
    lines: tuple[LineDraft, ...]
    version: int = 0


@verb("mediation.set_allowance_classes", permission=ALL)
def set_classes(uow: UnitOfWork, rows: Sequence[ClassRow]) -> int:
    """The hall's own classes; none goes back to those shipped. Sheets made before keep what they say."""
    marks = {}
    for place, row in enumerate(rows):
        if not clean(row.title):
            marks[f"classes.{place}.title"] = _("Name the class.")
        if not row.fits or set(row.fits) - {code for code, _title in FITS}:
            marks[f"classes.{place}.fits"] = _("Tick which cases belong to it.")
        if row.fen <= 0:
            marks[f"classes.{place}.fen"] = _("What is paid for a case?")
        if row.valid_to and row.valid_to < row.valid_from:
            marks[f"classes.{place}.valid_to"] = _("The end lies before the beginning.")
    refuse_marked(marks)
    for old in uow.session.scalars(select(AllowanceClass)):
        uow.session.delete(old)
    uow.session.flush()
    for place, row in enumerate(rows):
        uow.add(AllowanceClass(
            place=place, title=clean(row.title), fits=list(row.fits), fen=row.fen, needs_performed=row.needs_performed,
            needs_filed=row.needs_filed, valid_from=row.valid_from, valid_to=row.valid_to, source=clean(row.source)))
    uow.trace("mediation.set_allowance_classes", "mediation.allowance_class", None, classes=len(rows))
    return len(rows)


@verb("mediation.make_allowance", permission=ALL)
def make_sheet(uow: UnitOfWork, period: str) -> int:
    """A sheet of every case that may be paid by the period's end and was not; answers its id.

    UserError when there is none, or while another sheet is still a draft.
    """
    when = parse_period(period)
    if when.first > uow.clock.today():
        raise UserError(_("This period has not begun."), field="period")
    if uow.session.scalars(select(AllowanceSheet.id).where(AllowanceSheet.state == "draft")).first() is not None:
        raise UserError(_("There is a sheet that is not confirmed yet."), field="period",
                        todo=_("Confirm it or throw it away first: each case is paid once."))
    found = eligible(uow, when.last)
    if not found:
        raise UserError(_("No case fulfils the conditions and is not yet paid."), field="period",
                        todo=_("A case needs its agreement performed and its dossier filed, as its class says."))
    sheet = uow.add(AllowanceSheet(period=when.code))
    for fact, chosen in found:
        uow.add(AllowanceLine(sheet_id=sheet.id, dispute_id=fact.id, title=chosen.title, fen=chosen.fen,
                              shares=shares_of(chosen.fen, fact.mediators)))
    uow.trace("mediation.make_allowance", SHEET, sheet.id, period=when.code, cases=len(found))
    return int(sheet.id)


@verb("mediation.change_allowance", permission=ALL)
def change_sheet(uow: UnitOfWork, draft: SheetDraft) -> int:
    """Put lines right: another class of those in force, with a reason; a line that is taken off may come again."""
    sheet = _draft(uow, draft.sheet_id)
    uow.expect_version(sheet, draft.version)
    amounts = {row.title: row.fen for row in list_classes(uow)}
    lines = {line.id: line for line in uow.session.scalars(select(AllowanceLine).where(AllowanceLine.sheet_id == sheet.id))}
    marks = {}
    for place, one in enumerate(draft.lines):
        line = lines[one.id]
        if one.title != line.title and one.title not in amounts:
            marks[f"lines.{place}.title"] = _("Choose one of the classes.")
        elif one.title != line.title and not clean(one.note):
            marks[f"lines.{place}.note"] = _("Say why its class is changed.")
    refuse_marked(marks)
    for one in draft.lines:
        line = lines[one.id]
        if not one.keep:
            uow.session.delete(line)
            continue
        if one.title != line.title:
            line.title, line.fen = one.title, amounts[one.title]
            line.shares = shares_of(line.fen, tuple(share["name"] for share in line.shares))
        line.note = clean(one.note, limit=200)
    sheet.updated_by = uow.actor.name
    uow.trace("mediation.change_allowance", SHEET, sheet.id, off=sum(not one.keep for one in draft.lines))
    uow.touch(SHEET, sheet.id)
    return int(sheet.id)


@verb("mediation.confirm_allowance", permission=ALL)
def confirm_sheet(uow: UnitOfWork, sheet_id: int) -> int:
    """The sheet is right and is paid; nothing on it changes any more."""
    sheet = _draft(uow, sheet_id)
    if not uow.session.scalars(select(AllowanceLine.id).where(AllowanceLine.sheet_id == sheet.id)).first():
        raise UserError(_("No case is left on this sheet."), todo=_("Throw it away instead."))
    sheet.state, sheet.confirmed_on, sheet.confirmed_by = "confirmed", uow.clock.today(), uow.actor.name
    uow.trace("mediation.confirm_allowance", SHEET, sheet.id)
    return int(sheet.id)


@verb("mediation.drop_allowance", permission=ALL)
def drop_sheet(uow: UnitOfWork, sheet_id: int) -> int:
    """Throw a draft away; its cases may be paid by another sheet."""
    sheet = _draft(uow, sheet_id)
    for line in uow.session.scalars(select(AllowanceLine).where(AllowanceLine.sheet_id == sheet.id)):
        uow.session.delete(line)
    uow.session.flush()
    uow.session.delete(sheet)
    uow.trace("mediation.drop_allowance", SHEET, sheet_id)
    return sheet_id


def _draft(uow: UnitOfWork, sheet_id: int) -> AllowanceSheet:
    sheet = uow.get(AllowanceSheet, sheet_id)
    if sheet.state != "draft":
        raise UserError(_("This sheet is confirmed and stays as it is."))
    return sheet



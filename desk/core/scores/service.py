"""Verbs before the sheets come in: plan a round with its subjects and raters, start it; take a subject out; void it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.scores.drafts import RaterDraft, RoundDraft, SubjectDraft
from desk.core.scores.ground import CONDUCT, round_in, sheet_of
from desk.core.scores.model import ScoreMark, ScoreRater, ScoreRound, ScoreSubject
from desk.core.scores.schemes import find_scheme
from desk.core.scores.sheet_service import find_sheet
from desk.core.scores.sheets import Sheet, as_data
from desk.core.text import clean


@verb("scores.plan", permission=CONDUCT)
def plan_round(uow: UnitOfWork, draft: RoundDraft) -> int:
    """Plan a round, or change one that is not open yet; answers its id. It keeps its own copy of the sheet from now on."""
    sheet = find_sheet(uow, draft.sheet)
    if draft.most_ticks is not None:
        sheet = replace(sheet, most_ticks=draft.most_ticks)
    find_scheme(draft.scheme)
    _check(draft)
    if draft.id:
        found = round_in(uow, draft.id, "draft")
        uow.expect_version(found, draft.version)
    else:
        found = ScoreRound(scheme=draft.scheme, owner_kind=draft.owner_kind, owner_id=draft.owner_id)
    found.title, found.data = clean(draft.title, field="title"), as_data(sheet)
    found.first, found.last, found.double, found.anonymous = draft.first, draft.last, draft.double, draft.anonymous
    found.trim, found.places = draft.trim, draft.places
    if not draft.id:
        uow.add(found)
    subjects = _candidates(uow, found) if draft.subjects is None and not draft.id else draft.subjects
    if subjects is not None:
        _set_subjects(uow, found, sheet, subjects)
    raters = _raters_before(uow, found, sheet) if draft.raters is None and not draft.id else draft.raters
    if raters is not None:
        _set_raters(uow, found, sheet, raters)
    uow.touch("score.round", found.id)
    uow.trace("scores.plan", "score.round", found.id, sheet=sheet.code, edition=sheet.edition)
    return int(found.id)


@verb("scores.set_subjects", permission=CONDUCT)
def set_subjects(uow: UnitOfWork, round_id: int, subjects: tuple[SubjectDraft, ...]) -> int:
    """The subjects of a round that is not open yet; answers how many there are."""
    found = round_in(uow, round_id, "draft")
    _set_subjects(uow, found, sheet_of(found), subjects)
    uow.touch("score.round", round_id)
    uow.trace("scores.set_subjects", "score.round", round_id, subjects=len(subjects))
    return len(subjects)


@verb("scores.take_candidates", permission=CONDUCT)
def take_candidates(uow: UnitOfWork, round_id: int) -> int:
    """Take candidates, figures and given points anew from the records; answers how many there are."""
    found = round_in(uow, round_id, "draft")
    have = {(one.record, one.record_id): one.id for one in subjects_of(uow, round_id) if one.record}
    drafts = tuple(replace(one, id=have.get((one.record, one.record_id), 0)) for one in _candidates(uow, found))
    if not drafts:
        raise UserError(_("The records offer nobody for this period."), todo=_("Change the period, or enter subjects by hand."))
    _set_subjects(uow, found, sheet_of(found), drafts)
    uow.touch("score.round", round_id)
    uow.trace("scores.take_candidates", "score.round", round_id, subjects=len(drafts))
    return len(drafts)


@verb("scores.set_raters", permission=CONDUCT)
def set_raters(uow: UnitOfWork, round_id: int, raters: tuple[RaterDraft, ...]) -> int:
    """Who rates; nobody whose marks were entered goes. Answers how many there are."""
    found = round_in(uow, round_id, "draft", "open")
    _set_raters(uow, found, sheet_of(found), raters)
    uow.touch("score.round", round_id)
    uow.trace("scores.set_raters", "score.round", round_id, raters=len(raters))
    return len(raters)


@verb("scores.add_raters", permission=CONDUCT)
def add_raters(uow: UnitOfWork, round_id: int, raters: tuple[RaterDraft, ...]) -> int:
    """More raters for a round that is open; answers how many there are."""
    found = round_in(uow, round_id, "draft", "open")
    have = [RaterDraft(one.name, one.role, one.person_id, one.id) for one in raters_of(uow, round_id)]
    _set_raters(uow, found, sheet_of(found), (*have, *raters))
    uow.touch("score.round", round_id)
    return len(have) + len(raters)


@verb("scores.start", permission=CONDUCT)
def start_round(uow: UnitOfWork, round_id: int) -> None:
    """From now on sheets come in; subjects, figures and sheet no longer change."""
    found = round_in(uow, round_id, "draft")
    sheet, subjects, raters = sheet_of(found), subjects_of(uow, round_id), raters_of(uow, round_id)
    if not subjects:
        raise UserError(_("Nobody and nothing is to be judged yet."), field="subjects")
    if sheet.rated and not raters:
        raise UserError(_("Nobody rates yet."), field="raters")
    unrated = [one.title for one in sheet.rated if not any(one in sheet.rated_by(rater.role) for rater in raters)]
    if unrated:
        raise UserError(_("Nobody among the raters rates “{title}”.").format(title=unrated[0]), field="raters")
    for subject in subjects:
        lacking = [one.title for one in sheet.criteria if one.kind == "given" and one.code not in subject.given]
        if lacking:
            raise UserError(_("{name} brings no points for “{title}” from the records.").format(
                name=subject.title, title=lacking[0]), field="subjects")
    found.state = "open"
    uow.trace("scores.start", "score.round", round_id, subjects=len(subjects), raters=len(raters))


@verb("scores.take_out", permission=CONDUCT)
def take_out_subject(uow: UnitOfWork, round_id: int, subject_id: int, reason: str) -> None:
    """A subject no longer takes part (moved away, refused); it stays on the list with the reason."""
    round_in(uow, round_id, "draft", "open")
    subject = _subject(uow, round_id, subject_id)
    subject.out = required(reason, "reason", 300)
    uow.touch("score.round", round_id)
    uow.trace("scores.take_out", "score.round", round_id, reason=subject.out)


@verb("scores.void", permission=CONDUCT)
def void_round(uow: UnitOfWork, round_id: int, reason: str) -> None:
    """The round does not count; what was entered stays readable."""
    found = round_in(uow, round_id, "draft", "open", "closed", "published")
    found.void_reason, found.state = required(reason, "reason", 300), "void"
    uow.trace("scores.void", "score.round", round_id, reason=found.void_reason)


def required(text: str, field: str, limit: int) -> str:
    """A reason or name that must be there."""
    text = clean(text, limit=limit, field=field)
    if not text:
        raise UserError(_("Say why.") if field == "reason" else _("This must be filled in."), field=field)
    return text


def subjects_of(uow: UnitOfWork, round_id: int) -> list[ScoreSubject]:
    """In their order on the sheet, those taken out included."""
    return list(uow.session.scalars(select(ScoreSubject).where(ScoreSubject.round_id == round_id).order_by(ScoreSubject.place)))


def raters_of(uow: UnitOfWork, round_id: int) -> list[ScoreRater]:
    """In their order on the list."""
    return list(uow.session.scalars(select(ScoreRater).where(ScoreRater.round_id == round_id).order_by(ScoreRater.place)))


def _check(draft: RoundDraft) -> None:
    fields: dict[str, str] = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if draft.first and draft.last and draft.last < draft.first:
        fields["last"] = _("The end lies before the beginning.")
    if not 0 <= draft.trim <= 5:
        fields["trim"] = _("Between 0 and 5.")
    if draft.places < 0:
        fields["places"] = _("0 for none, or how many are honoured.")
    if draft.most_ticks is not None and draft.most_ticks < 0:
        fields["most_ticks"] = _("0 for as many as one likes, or how many at most.")
    refuse_marked(fields)


def _candidates(uow: UnitOfWork, found: ScoreRound) -> tuple[SubjectDraft, ...]:
    offered = find_scheme(found.scheme).candidates
    return tuple(offered(uow, found.first, found.last)) if offered is not None else ()


def _raters_before(uow: UnitOfWork, found: ScoreRound, sheet: Sheet) -> tuple[RaterDraft, ...]:
    """Those of the last round of the same scheme, as far as this sheet knows their role; nobody by a number only."""
    last = uow.session.scalars(select(ScoreRound).where(
        ScoreRound.scheme == found.scheme, ScoreRound.id != found.id, ScoreRound.anonymous.is_(False),
        ScoreRound.state != "void").order_by(ScoreRound.id.desc()).limit(1)).one_or_none()
    if last is None or not found.scheme or found.anonymous:
        return ()
    known = {one.code for one in sheet.roles}
    return tuple(RaterDraft(one.name, one.role, one.person_id) for one in raters_of(uow, last.id) if one.role in known)


def _subject(uow: UnitOfWork, round_id: int, subject_id: int) -> ScoreSubject:
    found = uow.get(ScoreSubject, subject_id)
    if found.round_id != round_id:
        raise UserError(_("This one does not belong to the round."))
    return found


def _set_subjects(uow: UnitOfWork, found: ScoreRound, sheet: Sheet, drafts: tuple[SubjectDraft, ...]) -> None:
    known = {one.code: one for one in sheet.criteria if one.kind == "given"}
    rows = _matched(uow, subjects_of(uow, found.id), drafts)
    for place, (row, draft) in enumerate(rows, 1):
        one = row or ScoreSubject(round_id=found.id)
        one.place, one.title = place, required(draft.title, "subjects", 200)
        one.detail, one.record, one.record_id = clean(draft.detail), draft.record, draft.record_id
        one.person_id = draft.person_id
        one.given = {code: points for code, points in draft.given.items() if code in known}
        one.figures = [[label, value] for label, value in draft.figures]
        if any(not 0 <= points <= known[code].maximum for code, points in one.given.items()):
            raise UserError(_("{name} brings more points than the criterion has.").format(name=one.title), field="subjects")
        uow.add(one)


def _set_raters(uow: UnitOfWork, found: ScoreRound, sheet: Sheet, drafts: tuple[RaterDraft, ...]) -> None:
    roles = [one.code for one in sheet.roles]
    names: set[tuple[str, str]] = set()
    for place, (row, draft) in enumerate(_matched(uow, raters_of(uow, found.id), drafts), 1):
        one = row or ScoreRater(round_id=found.id)
        one.place, one.role, one.person_id = place, draft.role or roles[0], draft.person_id
        one.name = clean(draft.name, limit=60, field="raters") or (str(place) if found.anonymous else "")
        if not one.name:
            raise UserError(_("Enter the rater's name, or let the round be anonymous."), field="raters")
        if one.role not in roles:
            raise UserError(_("The sheet knows no such raters."), field="raters")
        if (one.name, one.role) in names:
            raise UserError(_("{name} is on the list twice.").format(name=one.name), field="raters")
        names.add((one.name, one.role))
        uow.add(one)


def _matched(uow: UnitOfWork, rows: list[Any], drafts: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Each draft with the row it changes, None for a new one; rows without a draft go, unless marks hang on them."""
    known, wanted = {row.id: row for row in rows}, list(drafts)
    gone = [row for row in rows if row.id not in {draft.id for draft in wanted}]
    for row in gone:
        column = ScoreMark.rater_id if isinstance(row, ScoreRater) else ScoreMark.subject_id
        if uow.session.scalar(select(func.count(ScoreMark.id)).where(column == row.id)):
            raise UserError(_("Marks have been entered for this one already."))
        uow.session.delete(row)
    uow.session.flush()
    return [(known.get(draft.id), draft) for draft in wanted]

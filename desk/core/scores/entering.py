"""Sheets as they come in: keyed once or, where the round asks for it, twice by two people, and compared."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import _
from desk.core.scores.drafts import MarksDraft
from desk.core.scores.engine import points_text
from desk.core.scores.ground import CONDUCT, round_in, sheet_of
from desk.core.scores.model import ScoreMark, ScoreRater, ScoreRound, ScoreSubject
from desk.core.scores.service import raters_of, subjects_of
from desk.core.scores.sheets import CHOICE, TICKS, Criterion, Sheet


@dataclass(frozen=True, slots=True)
class Difference:
    """Two entries of one sheet that do not agree; values None where one left it blank."""

    rater_id: int
    rater: str
    subject_id: int
    subject: str
    criterion: str
    first: int | None
    second: int | None


@verb("scores.enter", permission=CONDUCT)
def enter_marks(uow: UnitOfWork, draft: MarksDraft) -> int:
    """Key in one rater's sheet, or correct it; answers how many marks stand on it now. Cells not named stay as they are.

    UserError beside "subject:criterion" for a value the criterion does not allow; nobody rates herself. A sheet that ticks more
    subjects than the round allows is refused whole.
    """
    rater = uow.get(ScoreRater, draft.rater_id)
    found = round_in(uow, rater.round_id, "open")
    if draft.version and rater.version != draft.version:
        uow.expect_version(rater, draft.version)
    if draft.entry not in ((1, 2) if found.double else (1,)):
        raise UserError(_("This round is entered once only."))
    sheet = sheet_of(found)
    allowed = {one.code: one for one in sheet.rated_by(rater.role)}
    subjects = {one.id: one for one in subjects_of(uow, found.id)}
    wrong = {f"{subject}:{code}": sentence for subject, marks in draft.marks.items() for code, value in marks.items()
             if (sentence := _wrong(allowed.get(code), subjects.get(subject), rater, value))}
    refuse_marked(wrong)
    if sheet.most_ticks:
        _refuse_too_many(uow, sheet, draft)
    marks = _write(uow, found, rater, draft)
    rater.saves += 1
    if marks:
        rater.entered = max(rater.entered, draft.entry)
    uow.touch("score.round", found.id)
    uow.trace("scores.enter", "score.round", found.id, rater=rater.place, entry=draft.entry, marks=marks)
    return marks


def list_differences(uow: UnitOfWork, round_id: int) -> list[Difference]:
    """Where the two entries of a round differ, in the order of the sheets; [] for a round entered once."""
    found = uow.get(ScoreRound, round_id)
    if not found.double:
        return []
    subjects, raters = subjects_of(uow, round_id), raters_of(uow, round_id)
    first, second = values_of(uow, round_id, 1), values_of(uow, round_id, 2)
    codes = [one.code for one in sheet_of(found).rated]
    return [Difference(rater.id, rater.name, subject.id, subject.title, code, one, other)
            for rater in raters for subject in subjects for code in codes
            if (one := first.get((subject.id, rater.id), {}).get(code)) != (
                other := second.get((subject.id, rater.id), {}).get(code))]


def values_of(uow: UnitOfWork, round_id: int, entry: int = 1) -> dict[tuple[int, int], dict[str, int]]:
    """(subject, rater) → criterion → value, of one entry."""
    found: dict[tuple[int, int], dict[str, int]] = {}
    for one in uow.session.scalars(select(ScoreMark).where(ScoreMark.round_id == round_id, ScoreMark.entry == entry)):
        found.setdefault((one.subject_id, one.rater_id), {})[one.criterion] = one.value
    return found


def mark_text(criterion: Criterion, value: int | None) -> str:
    """A mark as it is keyed and printed: "8.5", "√", "×", the letter of a choice."""
    if value is None:
        return ""
    if criterion.kind == TICKS:
        return "√" if value else "×"
    return "ABCDEFGHIJ"[value] if criterion.kind == CHOICE else points_text(value)


def is_own(rater: ScoreRater, subject: ScoreSubject) -> bool:
    """Whether somebody would rate herself."""
    return is_own_row(rater.person_id, rater.name, subject.person_id, subject.title)


def is_own_row(rater_person: int | None, rater: str, person: int | None, subject: str) -> bool:
    """The same person, or a person's name that the rater bears as well."""
    if person is None:
        return False
    return rater_person == person if rater_person is not None else rater == subject


def _wrong(criterion: Criterion | None, subject: ScoreSubject | None, rater: ScoreRater, value: int | None) -> str:
    if criterion is None or subject is None:
        return _("These raters do not judge this.")
    if value is None:
        return ""
    if subject.out:
        return _("{name} no longer takes part.").format(name=subject.title)
    if is_own(rater, subject):
        return _("{name} cannot rate herself or himself; leave it blank.").format(name=rater.name)
    if criterion.kind == TICKS and value not in (0, 1):
        return _("1 for met, 0 for not met.")
    if criterion.kind == CHOICE and not 0 <= value < len(criterion.options):
        return _("There is no such answer.")
    if criterion.kind not in (TICKS, CHOICE) and not 0 <= value <= criterion.maximum:
        return _("Between 0 and {most}.").format(most=points_text(criterion.maximum))
    return ""


def _refuse_too_many(uow: UnitOfWork, sheet: Sheet, draft: MarksDraft) -> None:
    standing = {(one.subject_id, one.criterion): one.value for one in uow.session.scalars(select(ScoreMark).where(
        ScoreMark.rater_id == draft.rater_id, ScoreMark.entry == draft.entry))}
    standing |= {(subject, code): value or 0 for subject, marks in draft.marks.items() for code, value in marks.items()}
    for one in sheet.criteria:
        ticked = [subject for (subject, code), value in standing.items() if one.kind == TICKS and code == one.code and value]
        if len(ticked) > sheet.most_ticks:
            sentence = _("{n} are ticked on this sheet; at most {most} may be.").format(n=len(ticked), most=sheet.most_ticks)
            raise UserError(sentence, fields={f"{subject}:{one.code}": sentence for subject in ticked}, todo=_(
                "A sheet with too many ticks does not count: leave it blank, and say so when the round is counted."))


def _write(uow: UnitOfWork, found: ScoreRound, rater: ScoreRater, draft: MarksDraft) -> int:
    rows: Mapping[tuple[int, str], ScoreMark] = {
        (one.subject_id, one.criterion): one for one in uow.session.scalars(select(ScoreMark).where(
            ScoreMark.rater_id == rater.id, ScoreMark.entry == draft.entry))}
    standing = set(rows)
    for subject, marks in draft.marks.items():
        for code, value in marks.items():
            row = rows.get((subject, code))
            if value is None:
                standing.discard((subject, code))
                if row is not None:
                    uow.session.delete(row)
            elif row is not None:
                row.value = value
            else:
                standing.add((subject, code))
                uow.session.add(ScoreMark(round_id=found.id, subject_id=subject, rater_id=rater.id, criterion=code,
                                          entry=draft.entry, value=value))
    return len(standing)

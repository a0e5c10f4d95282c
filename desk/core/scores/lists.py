"""Names as they are typed or pasted, one a line: subjects with a remark, raters with their role."""

from collections.abc import Sequence

from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.scores.drafts import RaterDraft, SubjectDraft
from desk.core.scores.queries import RaterRow, SubjectRow
from desk.core.scores.sheets import Sheet
from desk.core.text import fold_width


def subject_line(row: SubjectRow) -> str:
    """A subject as one line."""
    return f"{row.title} {row.detail}".strip()


def subjects_from(text: str, have: Sequence[SubjectRow]) -> tuple[SubjectDraft, ...]:
    """One subject a line: those that stood there keep their record and figures; what follows a space is the remark."""
    known = {subject_line(one): one for one in have}
    made = []
    for line in _lines(text):
        old = known.get(line)
        if old is None:
            title, _space, detail = line.partition(" ")
            made.append(SubjectDraft(title, detail.strip()))
        else:
            made.append(SubjectDraft(old.title, old.detail, old.record, old.record_id, old.person_id, old.given, old.figures,
                                     old.id))
    return tuple(made)


def rater_line(row: RaterRow, sheet: Sheet) -> str:
    """A rater as one line; the role is left out where there is only one."""
    return row.name if len(sheet.roles) == 1 else f"{row.name} {sheet.role(row.role).title}"


def raters_from(text: str, sheet: Sheet, have: Sequence[RaterRow], *, anonymous: bool) -> tuple[RaterDraft, ...]:
    """One rater a line, "name role"; in an anonymous round "role number" makes so many. UserError beside "raters"."""
    roles = {one.title: one.code for one in sheet.roles}
    known = {(one.name, one.role): one for one in have}
    made: list[RaterDraft] = []
    for line in _lines(text):
        first, _space, second = line.partition(" ")
        second = second.strip()
        if anonymous and first in roles and fold_width(second).isdecimal() and int(fold_width(second)) <= 300:
            made += [RaterDraft(f"{first}{number}", roles[first]) for number in range(1, int(fold_width(second)) + 1)]
            continue
        if second and second not in roles:
            raise UserError(_("“{role}” is none of the sheet's raters: {roles}.").format(role=second, roles="、".join(roles)),
                            field="raters")
        made.append(RaterDraft(first, roles[second] if second else sheet.roles[0].code))
    return tuple(RaterDraft(one.name, one.role, known[one.name, one.role].person_id, known[one.name, one.role].id)
                 if (one.name, one.role) in known else one for one in made)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.replace("\u3000", " ").splitlines() if line.strip()]

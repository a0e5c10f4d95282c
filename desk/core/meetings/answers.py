"""The private answer beside the public one: whom a notice concerns is told herself, and not named on the board (F0 #4)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError, refuse_marked
from desk.core.i18n import N_, _
from desk.core.meetings.drafts import AnswerDraft
from desk.core.meetings.gatherings import HOLD, touch_owner
from desk.core.meetings.model import Notice, NoticeAnswer
from desk.core.text import clean, clean_note

HOW = (("visit", N_("In person")), ("phone", N_("By phone")), ("slip", N_("Reply slip")), ("message", N_("By message")))


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A private answer as screens and papers see it."""

    id: int
    notice_id: int
    notice: str
    who: str
    contact: str
    text: str
    told_on: date | None
    told_how: str


@verb("notices.answer_privately", permission=HOLD)
def answer_privately(uow: UnitOfWork, draft: AnswerDraft) -> int:
    """Write what a person concerned is told, or that she was told; answers the notice's id. Told answers no longer change."""
    notice, today, fields = uow.get(Notice, draft.notice_id), uow.clock.today(), {}
    if notice.state == "withdrawn":
        raise UserError(_("This notice was withdrawn."))
    row = uow.get(NoticeAnswer, draft.id) if draft.id else NoticeAnswer(notice_id=notice.id)
    if draft.id and row.told_on is not None:
        raise UserError(_("She was told on {day}; what was said no longer changes.").format(day=row.told_on))
    if not draft.who.strip():
        fields["who"] = _("Say who is told.")
    if not draft.text.strip():
        fields["text"] = _("Write what she is told.")
    if draft.told_on and draft.told_on > today:
        fields["told_on"] = _("This day lies in the future.")
    if draft.told_on and draft.told_how not in dict(HOW):
        fields["told_how"] = _("Say how she was told.")
    refuse_marked(fields)
    row.who, row.contact = clean(draft.who, limit=60, field="who"), clean(draft.contact, limit=60, field="contact")
    row.text = clean_note(draft.text, field="text")
    row.told_on, row.told_how = draft.told_on, draft.told_how if draft.told_on else ""
    uow.add(row)
    uow.touch("notice", notice.id)
    touch_owner(uow, notice)
    uow.trace("notices.answer_privately", "notice", notice.id, told=row.told_on is not None)
    return int(notice.id)


def list_answers(uow: UnitOfWork, notice_id: int) -> list[AnswerRow]:
    """Of one notice, in the order they were written."""
    found = select(NoticeAnswer, Notice.title).join(Notice, Notice.id == NoticeAnswer.notice_id).where(
        NoticeAnswer.notice_id == notice_id).order_by(NoticeAnswer.id)
    return [_row(one, title) for one, title in uow.session.execute(found)]


def get_answer(uow: UnitOfWork, answer_id: int) -> AnswerRow:
    """One private answer; NotFound."""
    one = uow.get(NoticeAnswer, answer_id)
    return _row(one, uow.get(Notice, one.notice_id).title)


def concerned(uow: UnitOfWork, notice_id: int) -> tuple[str, ...]:
    """Names of those who are answered privately: none of them may stand in the notice."""
    return tuple(dict.fromkeys(uow.session.scalars(select(NoticeAnswer.who).where(NoticeAnswer.notice_id == notice_id))))


def count_untold(uow: UnitOfWork, notice_id: int) -> int:
    """How many still wait to be told."""
    return sum(one.told_on is None for one in list_answers(uow, notice_id))


def _row(one: NoticeAnswer, title: str) -> AnswerRow:
    return AnswerRow(one.id, one.notice_id, title, one.who, one.contact, one.text, one.told_on, one.told_how)

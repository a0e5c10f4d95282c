"""Verbs and reads of public notices: approved, posted with a clock, commented on, answered, closed (systems #4, rules 2.6)."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.core.calendar.arithmetic import Period
from desk.core.calendar.queries import get_due
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.documents.chinese_dates import long_date
from desk.core.errors import NeedsReason, UserError, refuse_marked
from desk.core.i18n import _
from desk.core.meetings.drafts import CommentDraft, NoticeDraft
from desk.core.meetings.gatherings import HOLD, touch_owner
from desk.core.meetings.model import Notice, NoticeComment
from desk.core.meetings.redaction import find_personal
from desk.core.text import clean, clean_note

OUTCOMES = ("taken", "partly", "not")


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment and its answer."""

    id: int
    received_on: date
    who: str
    channel: str
    text: str
    outcome: str
    reply: str
    replied_on: date | None


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice with its comments."""

    id: int
    version: int
    kind: str
    title: str
    body: str
    owner_kind: str
    owner_id: int | None
    state: str
    places: tuple[str, ...]
    feedback: str
    amount: int
    unit: str
    source: str
    approved_by: str
    posted_on: date | None
    until: date | None
    closed_on: date | None
    closing_note: str
    early_reason: str
    names_reason: str
    comments: tuple[CommentRow, ...]

    @property
    def period(self) -> str:
        """As papers say it, counted from the day after it was hung up; "" before that."""
        if not (self.posted_on and self.until):
            return ""
        unit = "个工作日" if self.unit == "workday" else "日"
        return f"公示期:自{long_date(self.posted_on + timedelta(days=1))}起至{long_date(self.until)}止,共{self.amount}{unit}。"

    @property
    def unanswered(self) -> int:
        """Comments nobody has answered."""
        return sum(not one.outcome for one in self.comments)


@verb("notices.write", permission=HOLD)
def write_notice(uow: UnitOfWork, draft: NoticeDraft) -> int:
    """Write a notice or change one that does not hang yet; answers its id."""
    fields = {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.body.strip():
        fields["body"] = _("Write what is made public.")
    if not 1 <= draft.amount <= 366:
        fields["amount"] = _("Between 1 and 366 days.")
    refuse_marked(fields)
    found = uow.get(Notice, draft.id) if draft.id else Notice(owner_kind=draft.owner_kind, owner_id=draft.owner_id)
    if draft.id and found.state not in ("draft", "approved"):
        raise UserError(_("What hangs in public no longer changes."), todo=_("Withdraw it and write a new one."))
    found.kind, found.title, found.body = draft.kind, clean(draft.title, field="title"), clean_note(draft.body, field="body")
    found.places, found.feedback = [clean(place) for place in draft.places if place.strip()], clean(draft.feedback, limit=300)
    found.amount, found.unit, found.source, found.state = draft.amount, draft.unit, clean(draft.source), "draft"
    if not draft.id:
        uow.add(found)
    uow.trace("notices.write", "notice", found.id)
    return int(found.id)


@verb("notices.post", permission=HOLD)
def post_notice(uow: UnitOfWork, notice_id: int, approved_by: str, on: date | None = None, *, names: tuple[str, ...] = (),
                reason: str = "") -> date:
    """Hang it up; nothing hangs without somebody who approved it. Answers the last day of its period.

    names: of the people it concerns. NeedsReason while they, numbers or doors stand in it: some rolls must name people.
    """
    found = uow.get(Notice, notice_id)
    if found.state not in ("draft", "approved"):
        raise UserError(_("This notice hangs already, or was taken down."))
    approver = clean(approved_by, limit=60, field="approved_by")
    if not approver:
        raise UserError(_("Say who approved the notice."), field="approved_by")
    if not found.places:
        raise UserError(_("Say where it hangs."), field="places")
    day = on or uow.clock.today()
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")
    found.about = found.about | _told_names(found, names, clean(reason, limit=300, field="reason"))
    found.approved_by, found.posted_on, found.state = approver, day, "posted"
    found.until = get_due(uow, day, Period(found.amount, found.unit, found.source)).last_day
    touch_owner(uow, found)
    uow.trace("notices.post", "notice", notice_id, until=str(found.until))
    return found.until


@verb("notices.comment", permission=HOLD)
def take_comment(uow: UnitOfWork, draft: CommentDraft) -> int:
    """Keep what somebody said to a notice while it hangs; answers the comment's id."""
    found = uow.get(Notice, draft.notice_id)
    if found.state != "posted":
        raise UserError(_("This notice does not hang at the moment."))
    text = clean_note(draft.text, field="text")
    if not text:
        raise UserError(_("Write what was said."), field="text")
    row = uow.add(NoticeComment(notice_id=found.id, text=text, who=clean(draft.who, limit=60),
                                channel=clean(draft.channel, limit=40), received_on=draft.received_on or uow.clock.today()))
    uow.touch("notice", found.id)
    touch_owner(uow, found)
    return int(row.id)


@verb("notices.answer", permission=HOLD)
def answer_comment(uow: UnitOfWork, comment_id: int, outcome: str, reply: str) -> int:
    """Taken up, partly or not, and why."""
    found = uow.get(NoticeComment, comment_id)
    if outcome not in OUTCOMES:
        raise UserError(_("Say whether it is taken up."), field="outcome")
    reply = clean_note(reply, field="reply")
    if not reply:
        raise UserError(_("Every comment gets an answer with the reason."), field="reply")
    found.outcome, found.reply, found.replied_on = outcome, reply, uow.clock.today()
    uow.touch("notice", found.notice_id)
    touch_owner(uow, uow.get(Notice, found.notice_id))
    return comment_id


@verb("notices.close", permission=HOLD)
def close_notice(uow: UnitOfWork, notice_id: int, note: str = "", early_reason: str = "", on: date | None = None) -> None:
    """Take it down after its period; earlier only with a reason that is kept, and never with unanswered comments."""
    found = uow.get(Notice, notice_id)
    if found.state != "posted" or found.until is None:
        raise UserError(_("This notice does not hang at the moment."))
    day = on or uow.clock.today()
    early = clean(early_reason, limit=300, field="early_reason")
    if day <= found.until and not early:
        raise UserError(_("It hangs until {day}.").format(day=found.until), field="early_reason", source=found.source,
                        todo=_("Wait, or give the reason for taking it down earlier."))
    waiting = notice_row(uow, found).unanswered
    if waiting:
        raise UserError(_("{n} comments have no answer yet.").format(n=waiting))
    found.state, found.closed_on, found.closing_note, found.early_reason = "closed", day, clean_note(note), early
    touch_owner(uow, found)
    uow.trace("notices.close", "notice", notice_id, early=bool(early))


@verb("notices.withdraw", permission=HOLD)
def withdraw_notice(uow: UnitOfWork, notice_id: int, reason: str) -> None:
    """Take it down because it was wrong or is sent back; what hangs again is a new notice."""
    found = uow.get(Notice, notice_id)
    reason = clean(reason, limit=300, field="reason")
    if not reason:
        raise UserError(_("Say why."), field="reason")
    found.state, found.closed_on, found.closing_note = "withdrawn", uow.clock.today(), reason
    touch_owner(uow, found)
    uow.trace("notices.withdraw", "notice", notice_id)


def get_notice(uow: UnitOfWork, notice_id: int) -> NoticeRow:
    """One notice; NotFound."""
    return notice_row(uow, uow.get(Notice, notice_id))


def list_notices_of(uow: UnitOfWork, owner_kind: str, owner_id: int) -> list[NoticeRow]:
    """Notices of a record, oldest first."""
    found = uow.session.scalars(select(Notice).where(Notice.owner_kind == owner_kind, Notice.owner_id == owner_id)
                                .order_by(Notice.id)).all()
    return [notice_row(uow, one) for one in found]


def list_hanging(uow: UnitOfWork) -> list[NoticeRow]:
    """What hangs now, for the notice board; soonest to come down first."""
    found = uow.session.scalars(select(Notice).where(Notice.state == "posted").order_by(Notice.until, Notice.id)).all()
    return [notice_row(uow, one) for one in found]


def _told_names(found: Notice, names: tuple[str, ...], reason: str) -> dict[str, str]:
    personal = find_personal(f"{found.title}\n{found.body}", names)
    if personal and not reason:
        raise NeedsReason(_("The notice still tells who people are or where they live."),
                          findings=tuple(one.text for one in personal))
    return {"names_reason": reason} if personal else {}


def notice_row(uow: UnitOfWork, one: Notice) -> NoticeRow:
    """The notice with its comments."""
    said = uow.session.scalars(select(NoticeComment).where(NoticeComment.notice_id == one.id).order_by(NoticeComment.id))
    return NoticeRow(
        one.id, one.version, one.kind, one.title, one.body, one.owner_kind, one.owner_id, one.state, tuple(one.places),
        one.feedback, one.amount, one.unit, one.source, one.approved_by, one.posted_on, one.until, one.closed_on,
        one.closing_note, one.early_reason, str(one.about.get("names_reason", "")),
        tuple(CommentRow(c.id, c.received_on, c.who, c.channel, c.text, c.outcome, c.reply, c.replied_on) for c in said))

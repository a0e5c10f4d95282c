"""A line of a sheet that is not entered yet is looked at again: its times are mended, or it was right after all.

What was written stays: the line is struck out with the reason and stands anew with other times. Lines of a closed activity and
of an order can be mended too, for an objection may come a week after everything is over.
"""

from sqlalchemy import select

from desk.api import UserError, clean, translator
from desk.api.db import UnitOfWork, verb
from desk.api.timesheets import PairDraft, TimePair, Whose, confirm, record_pair, strike
from plugins.volunteer.drafts import EndingDraft, TimesDraft
from plugins.volunteer.kinds import HOURS, ORDER, WRITE
from plugins.volunteer.models import Order
from plugins.volunteer.settings import setting

_ = translator("volunteer")
LOOSE = ("open", "closed", "confirmed")
"""States of lines that are neither on the board nor entered."""


@verb("volunteer.mend_times", permission=WRITE)
def mend_times(uow: UnitOfWork, draft: TimesDraft) -> int:
    """Strike a line out and write it anew with other times; answers the new line's id. It has to be confirmed again."""
    old = uow.session.scalars(select(TimePair).where(TimePair.id == draft.id).with_for_update()).one()
    reason = clean(draft.reason)
    if old.state not in LOOSE:
        raise UserError(_("This line is on the board, entered or struck out; its times stay as they are."),
                        todo=_("On the board: note the objection first. Entered: correct the hours."))
    if not reason:
        raise UserError(_("Say why the times are changed."), field="reason")
    if draft.started_at is None or draft.ended_at is None:
        raise UserError(_("Say from when to when."), field="started_at" if draft.started_at is None else "ended_at")
    strike(uow, old.id, reason)
    uow.session.flush()
    made = record_pair(uow, PairDraft(
        Whose(old.holder_kind, old.holder_id), Whose(old.source_kind, old.source_id), draft.started_at, draft.ended_at,
        draft.unserved, draft.witness, reason, setting(uow, "late_days")))
    if old.source_kind == ORDER:
        uow.get(Order, old.source_id).pair_id = made
    uow.trace("volunteer.mend_times", old.source_kind, old.source_id, reason=reason)
    uow.touch(old.source_kind, old.source_id)
    return made


@verb("volunteer.confirm_line", permission=HOURS)
def confirm_line(uow: UnitOfWork, draft: EndingDraft) -> int:
    """One line is right, as after an objection that was looked at; it goes on the board with the next ones."""
    pair = uow.get(TimePair, draft.id)
    if pair.state != "closed":
        raise UserError(_("There is nothing to confirm on this line."))
    confirm(uow, [pair.id])
    uow.trace("volunteer.confirm_line", pair.source_kind, pair.source_id, reason=clean(draft.reason))
    uow.touch(pair.source_kind, pair.source_id)
    return int(pair.id)

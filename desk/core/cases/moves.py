"""Moving a matter from state to state, by the kind's table only."""

from datetime import date

from sqlalchemy import func, select

from desk.core.cases.access import changeable_case, changed
from desk.core.cases.clocks import start_limits
from desk.core.cases.entries import happened_on, state_title, write_entry
from desk.core.cases.events import CaseMoved
from desk.core.cases.kinds import CaseKind, Move
from desk.core.cases.model import Case, CaseEntry
from desk.core.cases.registry import texts
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean_note

BY_KIND = "the kind of matter names the permission, which is required inside"


@verb("cases.move", open_because=BY_KIND)
def move(uow: UnitOfWork, case_id: int, move_code: str, reason: str = "", on: date | None = None) -> str:
    """Carry out a move of the kind's table; answers the new state.

    Raises UserError when the table does not permit it now (what, its source, what is possible instead), when a reason is
    missing, or when the move wants a complete matter and something is missing. A final state stops all clocks.
    """
    case, kind = changeable_case(uow, case_id)
    chosen = kind.move(move_code)
    uow.require(chosen.permission)
    reason = clean_note(reason, field="reason")
    _refuse_unless_permitted(uow, case, kind, chosen, reason)
    day = _in_order(uow, case, happened_on(uow, case, on))
    before, case.state = case.state, chosen.target
    case.closed_on = day if kind.state(chosen.target).final else None
    write_entry(uow, case, "move", what=chosen.code, reason=reason, from_state=before, to_state=chosen.target, on=day)
    start_limits(uow, case, kind, day)
    changed(uow, case, "cases.move", move=chosen.code, before=before, after=chosen.target)
    uow.tell(CaseMoved(case.kind, case.id, before, chosen.target))
    return chosen.target


def _in_order(uow: UnitOfWork, case: Case, day: date) -> date:
    """Steps follow each other: none happened before the one already written down."""
    last = uow.session.scalar(select(func.max(CaseEntry.on_date)).where(CaseEntry.case_id == case.id, CaseEntry.code == "move"))
    if last is not None and day < last:
        raise UserError(_("The step before happened on {last}; this one cannot be earlier.").format(last=last), field="on")
    return day


def _refuse_unless_permitted(uow: UnitOfWork, case: Case, kind: CaseKind, chosen: Move, reason: str) -> None:
    say = texts(kind.code)
    if case.state not in chosen.sources:
        possible = [say(one.title) for one in kind.moves_from(case.state)]
        raise UserError(
            _("“{move}” is not possible while the matter is “{state}”.").format(
                move=say(chosen.title), state=state_title(kind, case.state)),
            source=chosen.source,
            todo=_("Possible now: {moves}.").format(moves=", ".join(possible)) if possible else _("This matter is closed."))
    if chosen.why_required and not reason:
        raise UserError(_("Give a reason for “{move}”.").format(move=say(chosen.title)), field="reason", source=chosen.source)
    missing = kind.missing(uow, case.id) if chosen.complete and kind.missing else []
    if missing:
        raise UserError(_("Before “{move}” something is still missing: {missing}").format(
            move=say(chosen.title), missing=" ".join(one.sentence for one in missing)), source=chosen.source)

"""Who answers for a hazard or a dispute (包案): assigned, followed, put off with consent, ended with a result."""

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import move_case, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.organisations import get_organisation
from plugins.mediation.drafts.hazard import ProgressDraft, PutOffDraft, ReleaseDraft, ResponsibilityDraft
from plugins.mediation.hazard_kinds import HAZARD, RESPONSIBILITY
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.models import Responsibility
from plugins.mediation.queries_hazard import list_responsibilities
from plugins.mediation.service.hazards import seen_hazard
from plugins.mediation.service.intake import seen
from plugins.mediation.settings import setting

_ = translator("mediation")
ENDS = ("settled", "handed_over", "failed")


@verb("mediation.save_responsibility", permission=WRITE)
def save_responsibility(uow: UnitOfWork, draft: ResponsibilityDraft) -> int:
    """Make somebody answer for it, or correct who does; answers the sheet's id. One at a time for one matter."""
    _owner(uow, draft.owner_kind, draft.owner_id)
    since = draft.since or uow.clock.today()
    marks = {}
    if not draft.leader.strip():
        marks["leader"] = _("Name the leader who answers for it.")
    if draft.until is None:
        marks["until"] = _("Say by when.")
    elif draft.until < since:
        marks["until"] = _("The limit lies before the beginning.")
    marks |= _doers(uow, draft)
    refuse_marked(marks)
    assert draft.until is not None  # checked above
    running = [one for one in list_responsibilities(uow, draft.owner_kind, draft.owner_id) if not one.outcome]
    if any(one.id != draft.id for one in running):
        raise UserError(_("Somebody answers for it already."), todo=_("End that first, handed over or settled."))
    row = uow.get(Responsibility, draft.id) if draft.id else Responsibility(owner_kind=draft.owner_kind, since=since,
                                                                            owner_id=draft.owner_id)
    if draft.id:
        uow.expect_version(row, draft.version)
        _running(row)
    row.leader, row.post = clean(draft.leader, limit=60), clean(draft.post, limit=60)
    row.unit_id, row.person = draft.unit_id, clean(draft.person, limit=60)
    row.unit = get_organisation(uow, draft.unit_id).name if draft.unit_id else ""
    row.task, row.until = clean_note(draft.task), draft.until
    uow.add(row)
    if draft.owner_kind == HAZARD and visible_case(uow, draft.owner_id).state in ("found", "studying"):
        move_case(uow, draft.owner_id, "charge")
    _done(uow, "mediation.save_responsibility", row)
    return int(row.id)


@verb("mediation.accept_responsibility", permission=WRITE)
def accept_responsibility(uow: UnitOfWork, responsibility_id: int) -> int:
    """Whoever is to answer for it has taken it on, today."""
    row = _running(uow.get(Responsibility, responsibility_id))
    _owner(uow, row.owner_kind, row.owner_id)
    if row.accepted_on:
        raise UserError(_("It was taken on already."))
    row.accepted_on = uow.clock.today()
    _done(uow, "mediation.accept_responsibility", row)
    return responsibility_id


@verb("mediation.note_progress", permission=WRITE)
def note_progress(uow: UnitOfWork, draft: ProgressDraft) -> int:
    """What was done about it, on a day."""
    row = _running(uow.get(Responsibility, draft.responsibility_id))
    _owner(uow, row.owner_kind, row.owner_id)
    day = draft.on or uow.clock.today()
    if not draft.text.strip():
        raise UserError(_("Write down what was done."), field="text")
    if day > uow.clock.today():
        raise UserError(_("This day lies in the future."), field="on")
    row.accepted_on = row.accepted_on or day  # who works at it has taken it on
    row.notes = [*row.notes, {"on": day.isoformat(), "who": uow.actor.name, "text": clean_note(draft.text)}]
    _done(uow, "mediation.note_progress", row)
    return draft.responsibility_id


@verb("mediation.put_off", permission=WRITE)
def put_off(uow: UnitOfWork, draft: PutOffDraft) -> int:
    """A later limit, with a reason; of a dispute only when the parties agree."""
    row = _running(uow.get(Responsibility, draft.responsibility_id))
    _owner(uow, row.owner_kind, row.owner_id)
    marks = {}
    if draft.until <= row.until:
        marks["until"] = _("The new limit must be later than {day}.").format(day=row.until)
    if not draft.reason.strip():
        marks["reason"] = _("Say why it is put off.")
    if row.owner_kind == DISPUTE and not draft.consent:
        marks["consent"] = _("The limit of a dispute is put off only when the parties agree.")
    refuse_marked(marks)
    row.extensions = [*row.extensions, {"on": uow.clock.today().isoformat(), "before": row.until.isoformat(),
                                        "until": draft.until.isoformat(), "reason": clean(draft.reason, limit=300),
                                        "consent": draft.consent}]
    row.until = draft.until
    _done(uow, "mediation.put_off", row)
    return draft.responsibility_id


@verb("mediation.release", permission=WRITE)
def release(uow: UnitOfWork, draft: ReleaseDraft) -> int:
    """It ended: settled, handed over to somebody else, or not settled; with what came of it."""
    row = _running(uow.get(Responsibility, draft.responsibility_id))
    _owner(uow, row.owner_kind, row.owner_id)
    if draft.outcome not in ENDS:
        raise UserError(_("Choose how it ended."), field="outcome")
    if not draft.result.strip():
        raise UserError(_("Write down the result."), field="result")
    row.outcome, row.result = draft.outcome, clean_note(draft.result)
    row.ended_on = draft.on or uow.clock.today()
    if row.ended_on > uow.clock.today() or row.ended_on < row.since:
        raise UserError(_("The day lies before the beginning, or in the future."), field="on")
    _done(uow, "mediation.release", row)
    return draft.responsibility_id


def _owner(uow: UnitOfWork, kind: str, owner_id: int) -> None:
    if kind == HAZARD:
        seen_hazard(uow, owner_id)
    elif kind == DISPUTE:
        seen(uow, owner_id)
    else:
        raise UserError(_("Choose the hazard or the dispute."), field="owner_id")


def _doers(uow: UnitOfWork, draft: ResponsibilityDraft) -> dict[str, str]:
    """A unit or a person does it; both where the hall asks for both (四诊工作法 包案)."""
    person = bool(draft.person.strip())
    if setting(uow, "responsibility_needs_both"):
        lacking = {} if draft.unit_id else {"unit_id": _("Choose the unit that does it.")}
        return lacking | ({} if person else {"person": _("Name the person of the community who does it.")})
    return {} if draft.unit_id or person else {"person": _("Name the unit or the person who does it.")}


def _running(row: Responsibility) -> Responsibility:
    if row.outcome:
        raise UserError(_("This responsibility has ended."))
    return row


def _done(uow: UnitOfWork, action: str, row: Responsibility) -> None:
    uow.touch(row.owner_kind, row.owner_id)
    uow.trace(action, RESPONSIBILITY, row.id, owner=f"{row.owner_kind}:{row.owner_id}")


"""The register of covenants: adopted, signed, reviewed every year, replaced or ended; versions are kept."""

from datetime import date

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.calendar import add_months
from desk.api.db import UnitOfWork, verb
from plugins.consultation.drafts_bodies import CovenantDraft, CovenantReviewDraft
from plugins.consultation.kinds import WRITE
from plugins.consultation.models import Covenant, CovenantReview

_ = translator("consultation")
COVENANT = "consultation.covenant"
OUTCOMES = ("keep", "amend", "end")


@verb("consultation.adopt", permission=WRITE)
def save_covenant(uow: UnitOfWork, draft: CovenantDraft) -> int:
    """Put an adopted covenant into the register, or change who signed; its text never changes. Answers its id."""
    adopted, fields = draft.adopted_on or uow.clock.today(), {}
    if not draft.title.strip():
        fields["title"] = _("Enter a title.")
    if not draft.text.strip():
        fields["text"] = _("Write the clauses.")
    if not draft.adopted_by.strip():
        fields["adopted_by"] = _("Say who adopted it.")
    if not draft.checked_by.strip():
        fields["checked_by"] = _("Say who checked that no clause takes a right away.")
    if adopted > uow.clock.today():
        fields["adopted_on"] = _("This day lies in the future.")
    if (draft.signed or 0) < 0 or (draft.households is not None and (draft.signed or 0) > draft.households):
        fields["signed"] = _("Not more households can sign than there are.")
    refuse_marked(fields)
    row = uow.get(Covenant, draft.id) if draft.id else _new(uow, draft, adopted)
    if draft.id:
        uow.expect_version(row, draft.version)
        if clean_note(draft.text) != row.text:
            raise UserError(_("The text of a covenant in force does not change."), field="text",
                            todo=_("Adopt a new one that replaces it."))
    row.title, row.area_id = clean(draft.title, field="title"), draft.area_id
    row.adopted_on, row.adopted_by = adopted, clean(draft.adopted_by, limit=120)
    row.checked_by, row.households, row.signed = clean(draft.checked_by, limit=120), draft.households, draft.signed
    row.review_on = draft.review_on or row.review_on or _next_year(adopted)
    uow.add(row)
    uow.trace("consultation.adopt", COVENANT, row.id)
    return int(row.id)


@verb("consultation.review_covenant", permission=WRITE)
def review_covenant(uow: UnitOfWork, draft: CovenantReviewDraft) -> int:
    """Keep what the yearly review found: it stays, is to be amended, or ends. Answers the covenant's id."""
    row, day = uow.get(Covenant, draft.covenant_id), draft.on or uow.clock.today()
    if row.state != "force":
        raise UserError(_("This covenant is not in force any more."))
    if draft.outcome not in OUTCOMES:
        raise UserError(_("Choose what becomes of it."), field="outcome")
    if not draft.finding.strip():
        raise UserError(_("Write what the review found."), field="finding")
    if draft.next_on and draft.next_on <= day:
        raise UserError(_("The next review comes later."), field="next_on")
    uow.add(CovenantReview(covenant_id=row.id, on_date=day, who=clean(draft.who, limit=120), finding=clean_note(draft.finding),
                           outcome=draft.outcome))
    if draft.outcome == "end":
        row.state, row.ended_on, row.ended_reason = "ended", day, clean(draft.finding, limit=300)
    row.review_on = draft.next_on or _next_year(day)
    uow.touch(COVENANT, row.id)
    uow.trace("consultation.review_covenant", COVENANT, row.id, outcome=draft.outcome)
    return int(row.id)


def _new(uow: UnitOfWork, draft: CovenantDraft, adopted: date) -> Covenant:
    """A covenant of its own, or the next edition of the one it replaces."""
    row = Covenant(text=clean_note(draft.text), topic_id=draft.topic_id, review_on=draft.review_on or _next_year(adopted))
    if draft.replaces:
        old = uow.get(Covenant, draft.replaces)
        if old.state != "force":
            raise UserError(_("This covenant is not in force any more."), field="replaces")
        old.state, old.ended_on, old.ended_reason = "replaced", adopted, _("replaced by a new one")
        row.replaces_id, row.edition = old.id, old.edition + 1
        uow.touch(COVENANT, old.id)
    return row


def _next_year(day: date) -> date:
    return add_months(day, 12)

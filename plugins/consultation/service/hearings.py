"""A review hearing is judged on score sheets: the round is opened from the hearing and stays tied to it."""

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from desk.api.meetings import get_gathering
from desk.api.score_sheets import RaterDraft, RoundDraft, SubjectDraft
from desk.api.scores import list_rounds_of, plan_round, start_round
from plugins.consultation.drafts_bodies import HearingScoreDraft
from plugins.consultation.scoring import HEARING_CODE, MEMBERS, RESIDENTS

_ = translator("consultation")
HOLD = "desk.meetings.hold"
MOST = 500
"""Sheets of one kind; a hearing of more people is no hearing."""


@verb("consultation.score_hearing", permission=HOLD)
def score_hearing(uow: UnitOfWork, draft: HearingScoreDraft) -> int:
    """Open the round in which those who came judge the report; sheets carry no names. Answers the round's id."""
    meeting, reporter = get_gathering(uow, draft.gathering_id), clean(draft.reporter, limit=60, field="reporter")
    if meeting.kind != "hearing":
        raise UserError(_("Only what is reported at a review hearing is judged."))
    if any(one.state != "void" for one in list_rounds_of(uow, "gathering", meeting.id)):
        raise UserError(_("This hearing is being judged already."), todo=_("Go on with its score sheets."))
    fields = {}
    if not reporter:
        fields["reporter"] = _("Say who reported.")
    for name in ("residents", "members"):
        if not 0 <= getattr(draft, name) <= MOST:
            fields[name] = _("Between 0 and {most}.").format(most=MOST)
    if not draft.residents and not draft.members:
        fields["residents"] = _("Say how many sheets were handed out.")
    refuse_marked(fields)
    raters = (*(RaterDraft(role=RESIDENTS) for _sheet in range(draft.residents)),
              *(RaterDraft(role=MEMBERS) for _sheet in range(draft.members)))
    made = plan_round(uow, RoundDraft(
        f"{meeting.title}评议", HEARING_CODE, (SubjectDraft(reporter, meeting.title, "gathering", meeting.id),), raters,
        HEARING_CODE, owner_kind="gathering", owner_id=meeting.id, anonymous=True))
    start_round(uow, made)
    uow.touch("gathering", meeting.id)
    uow.trace("consultation.score_hearing", "gathering", meeting.id, sheets=len(raters))
    return made

"""The hazard ledger: enter, settle on the spot, ask for the strike-off and grant it, pause, hand to mediation, flare up."""

from datetime import date

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import (
    CaseDraft,
    change_case,
    link_case,
    list_clocks,
    move_case,
    open_case,
    pause_clock,
    resume_clock,
    set_number,
    start_clock,
    stop_clock,
    visible_case,
)
from desk.api.db import UnitOfWork, verb
from desk.api.files import count_attachments
from desk.api.numbers import give_number
from desk.api.organisations import get_organisation
from plugins.mediation.categories import CATEGORIES, category_title
from plugins.mediation.drafts import DisputeDraft, PartyDraft
from plugins.mediation.drafts.hazard import HazardDraft, ReasonDraft, StrikeDraft, ToDisputeDraft, VerdictDraft
from plugins.mediation.hazard_kinds import CLOCKS, HAZARD, HAZARD_SERIES, LEVELS, OUTCOMES, SETTLED, WAYS
from plugins.mediation.kinds import ALL, DISPUTE, WRITE
from plugins.mediation.models import Hazard
from plugins.mediation.queries_hazard import days_run, last_limit
from plugins.mediation.service.grid_slips import answer_slips, take_answers_back
from plugins.mediation.service.intake import register_dispute
from plugins.mediation.settings import setting

_ = translator("mediation")


@verb("mediation.save_hazard", permission=WRITE)
def save_hazard(uow: UnitOfWork, draft: HazardDraft) -> int:
    """Enter a hazard, or change one that is not struck off; answers its id. Its clock runs from the day it was found."""
    _check(uow, draft)
    found_on = draft.found_on or uow.clock.today()
    case = CaseDraft(title=_title(draft), opened_on=found_on, source=draft.source, class_code=draft.category,
                     summary=clean_note(draft.summary)[:200], area_id=draft.area_id)
    if draft.id:
        row = standing(uow, draft.id)
        uow.expect_version(row, draft.version)
        change_case(uow, row.case_id, case)
    else:
        case_id = open_case(uow, HAZARD, case)
        row = Hazard(id=case_id, case_id=case_id, found_on=found_on, patrol_id=draft.patrol_id)
        set_number(uow, case_id, draft.number or give_number(uow, HAZARD_SERIES, HAZARD, case_id))
    before = row.level if draft.id else ""
    for name in ("source", "category", "level", "unit_id"):
        setattr(row, name, getattr(draft, name))
    row.place, row.parties = clean(draft.place, limit=200), clean(draft.parties, limit=200)
    row.summary, row.measures = clean_note(draft.summary), clean_note(draft.measures)
    row.unit = get_organisation(uow, draft.unit_id).name if draft.unit_id else ""
    row.person = clean(draft.person, limit=60)
    uow.add(row)
    _run_clock(uow, row, before)
    if draft.spot and not draft.id:
        _settle_on_the_spot(uow, row, draft)
    uow.trace("mediation.save_hazard", HAZARD, row.id)
    return int(row.id)


@verb("mediation.propose_strike", permission=WRITE)
def propose_strike(uow: UnitOfWork, draft: StrikeDraft) -> int:
    """Ask for the strike-off: with a result and evidence, in words or as a file kept with the line."""
    row = standing(uow, draft.hazard_id)
    marks = {}
    if draft.outcome not in dict(OUTCOMES):
        marks["outcome"] = _("Choose how it ended.")
    if draft.outcome in SETTLED and draft.way not in dict(WAYS):
        marks["way"] = _("Choose the way it was settled.")
    if not draft.result.strip():
        marks["result"] = _("Write down the result.")
    if not draft.evidence.strip() and not count_attachments(uow, HAZARD, row.id):
        marks["evidence"] = _("Say what shows it, or add a picture or a paper to the line first.")
    refuse_marked(marks)
    row.outcome, row.way, row.result = draft.outcome, draft.way, clean_note(draft.result)
    row.evidence, row.proposed_by = clean(draft.evidence, limit=400), uow.actor.name
    row.proposed_on = draft.on or uow.clock.today()
    move_case(uow, row.case_id, "propose", on=row.proposed_on)
    uow.trace("mediation.propose_strike", HAZARD, row.id, outcome=draft.outcome)
    return draft.hazard_id


@verb("mediation.decide_strike", permission=ALL)
def decide_strike(uow: UnitOfWork, draft: VerdictDraft) -> int:
    """Strike the line off, or send it back with a reason. By default not by who asked for it."""
    row = seen_hazard(uow, draft.hazard_id)
    if draft.granted:
        if setting(uow, "strike_by_another") and row.proposed_by == uow.actor.name:
            raise UserError(_("Who asked for the strike-off does not grant it."),
                            todo=_("Let somebody else decide, or change the setting."))
        _struck(uow, row, draft.on or uow.clock.today())
        move_case(uow, row.case_id, "strike", on=row.struck_on)
        answer_slips(uow, row)
    else:
        if not draft.reason.strip():
            raise UserError(_("Say what is still to be done."), field="reason")
        move_case(uow, row.case_id, "refuse", reason=draft.reason, on=draft.on)
        row.proposed_on, row.proposed_by = None, ""
    uow.trace("mediation.decide_strike", HAZARD, row.id, granted=draft.granted)
    return draft.hazard_id


@verb("mediation.pause_hazard", permission=WRITE)
def pause_hazard(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """The clock stands still for a reason (an appraisal, the parties are away)."""
    row = standing(uow, draft.record_id)
    if not draft.reason.strip():
        raise UserError(_("Say why the clock stands still."), field="reason")
    pause_clock(uow, row.case_id, _clock(row), draft.reason, draft.on)
    uow.trace("mediation.pause_hazard", HAZARD, row.id, reason=draft.reason)
    return draft.record_id


@verb("mediation.resume_hazard", permission=WRITE)
def resume_hazard(uow: UnitOfWork, hazard_id: int) -> int:
    """The clock runs again."""
    row = standing(uow, hazard_id)
    resume_clock(uow, row.case_id, _clock(row))
    uow.trace("mediation.resume_hazard", HAZARD, hazard_id)
    return hazard_id


@verb("mediation.hazard_to_dispute", permission=WRITE)
def hazard_to_dispute(uow: UnitOfWork, draft: ToDisputeDraft) -> int:
    """Open a mediation case out of a hazard, both linked; answers the dispute's id."""
    row = standing(uow, draft.hazard_id)
    if row.dispute_id:
        raise UserError(_("It became a mediation case already."))
    sides = (PartyDraft("applicant", name=draft.applicant, person_id=draft.applicant_id),
             PartyDraft("respondent", name=draft.respondent, person_id=draft.respondent_id))
    dispute = register_dispute(uow, DisputeDraft(
        row.category, sides, summary=row.summary, source="initiative",
        requests=(draft.request,) if draft.request.strip() else (), applied_on=uow.clock.today()))
    move_case(uow, row.case_id, "mediate")
    row.dispute_id = dispute
    link_case(uow, row.case_id, DISPUTE, dispute, "隐患转调解")
    uow.trace("mediation.hazard_to_dispute", HAZARD, row.id, dispute=dispute)
    return dispute


@verb("mediation.hazard_back", permission=WRITE)
def hazard_back(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """Mediation did not settle it; who answers for it goes on."""
    row = seen_hazard(uow, draft.record_id)
    move_case(uow, row.case_id, "back", reason=draft.reason, on=draft.on)
    uow.trace("mediation.hazard_back", HAZARD, row.id)
    return draft.record_id


@verb("mediation.relapse_hazard", permission=WRITE)
def relapse_hazard(uow: UnitOfWork, draft: ReasonDraft) -> int:
    """It flared up again: the same line opens under its number, shown with a suffix, and a new clock runs."""
    row = seen_hazard(uow, draft.record_id)
    move_case(uow, row.case_id, "relapse", reason=draft.reason, on=draft.on)
    row.relapses += 1
    row.struck_on, row.approved_by, row.proposed_on, row.proposed_by = None, "", None, ""
    row.outcome, row.result, row.evidence = "", "", ""
    row.limit_on, row.ran_days = None, None
    take_answers_back(uow, row)
    start_clock(uow, row.case_id, _clock(row), draft.on)
    uow.trace("mediation.relapse_hazard", HAZARD, row.id, reason=draft.reason)
    return draft.record_id


def struck_before(uow: UnitOfWork, hazard_id: int, day: date, outcome: str, result: str, way: str) -> None:
    """A line of an old ledger that was struck off there on `day`; who asked for it and who granted it are not known."""
    row = standing(uow, hazard_id)
    row.outcome, row.result, row.way, row.evidence = outcome, result, way, "旧台账"
    move_case(uow, row.case_id, "propose", on=day)
    _struck(uow, row, day)
    move_case(uow, row.case_id, "strike", on=day)


def seen_hazard(uow: UnitOfWork, hazard_id: int) -> Hazard:
    """The hazard when its matter may be seen."""
    row = uow.get(Hazard, hazard_id)
    visible_case(uow, row.case_id)
    return row


def standing(uow: UnitOfWork, hazard_id: int) -> Hazard:
    """A hazard that is not struck off."""
    row = seen_hazard(uow, hazard_id)
    if visible_case(uow, row.case_id).state in ("struck", "spot"):
        raise UserError(_("This line is struck off."), todo=_("If it flared up again, open it again with a reason."))
    return row


def _settle_on_the_spot(uow: UnitOfWork, row: Hazard, draft: HazardDraft) -> None:
    if not draft.result.strip():
        raise UserError(_("Write down how it was settled."), field="result")
    row.outcome, row.result, row.way = "settled", clean_note(draft.result), draft.way or "consultation"
    _struck(uow, row, row.found_on)
    move_case(uow, row.case_id, "spot", on=row.found_on)


def _struck(uow: UnitOfWork, row: Hazard, day: date) -> None:
    """Struck off on `day`; the limit and the days that ran stay with the line, for its clock stops now."""
    row.struck_on, row.approved_by = day, uow.actor.name
    row.limit_on, row.ran_days = last_limit(uow, row), days_run(uow, row)


def _run_clock(uow: UnitOfWork, row: Hazard, before: str) -> None:
    """The clock of its level; another level starts its own from the day the hazard was found."""
    if before == row.level:
        return
    for one in list_clocks(uow, row.case_id):
        if one.code in CLOCKS and one.stopped_on is None:
            stop_clock(uow, row.case_id, one.code)
    start_clock(uow, row.case_id, _clock(row), row.found_on)


def _clock(row: Hazard) -> str:
    return f"settle_{row.level}"


def _title(draft: HazardDraft) -> str:
    who = clean(draft.parties, limit=80) or clean(draft.place, limit=80)
    return " ".join(filter(None, (who, category_title(draft.category))))


def _check(uow: UnitOfWork, draft: HazardDraft) -> None:
    marks = {}
    if draft.category not in {one.code for one in CATEGORIES}:
        marks["category"] = _("Choose the kind of dispute.")
    if draft.level not in dict(LEVELS):
        marks["level"] = _("Choose the level.")
    if not draft.summary.strip():
        marks["summary"] = _("Describe what was found.")
    if not draft.place.strip() and not draft.parties.strip() and draft.area_id is None:
        marks["place"] = _("Say where it is, or between whom.")
    if draft.found_on and draft.found_on > uow.clock.today():
        marks["found_on"] = _("This day lies in the future.")
    refuse_marked(marks)


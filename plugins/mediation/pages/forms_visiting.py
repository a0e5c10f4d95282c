"""Forms of the round of return visits: who visits whom; who follows a hard case up."""

from typing import Any

from desk.api import N_
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import Field, FormSpec, Repeat, Section
from plugins.mediation.drafts.visiting import DutyOfVisit, RoundPlanDraft, TrackerDraft
from plugins.mediation.queries_visits import list_round
from plugins.mediation.service.intake import seen
from plugins.mediation.service.visiting import plan_visits, set_tracker

Values = dict[str, Any]


def round_now(uow: UnitOfWork, month: int | None) -> Values:
    """The cases still to visit, in the order of the way; addresses beside them, so that neighbours stand together."""
    lines = [one for one in list_round(uow, month or 0) if one.visited_on is None]
    lines.sort(key=lambda one: (one.place or 10**6, "".join(one.places), one.due))
    return {"month": month, "duties": [
        {"dispute_id": one.dispute_id, "who": "、".join(one.parties) or one.number, "where": "、".join(one.places),
         "due": long_date(one.due), "visitor": one.planned, "place": place} for place, one in enumerate(lines, 1)]}


def round_draft(values: Values) -> RoundPlanDraft:
    """From the form's values."""
    return RoundPlanDraft(values["month"], tuple(
        DutyOfVisit(row["dispute_id"], row.get("visitor") or "", row.get("place") or 0) for row in values.get("duties") or ()))


VISIT_PLAN_FORM = FormSpec(
    id="mediation.visit_plan_form", title=N_("Who visits whom"), domain="mediation", save=plan_visits, load=round_now,
    make_draft=round_draft,
    sections=(Section("", (Repeat("duties", N_("Case"), (
        Field("place", N_("Stop"), "number", width=44), Field("visitor", N_("Who visits"), max_length=60, width=90),
        Field("who", N_("Whom to visit"), read_only=True, width=130), Field("where", N_("Address"), read_only=True, width=290),
        Field("due", N_("Due by"), read_only=True, width=120)), "", compact=True),),
        help=N_("Cases that live near each other stand together; the stops are the order of the way and of the "
                "printed list.")),))


def tracker_now(uow: UnitOfWork, dispute_id: int | None) -> Values:
    """As it stands."""
    dispute = seen(uow, dispute_id or 0)
    return {"dispute_id": dispute.id, "tracker": dispute.tracker}


TRACKER_FORM = FormSpec(
    id="mediation.tracker_form", title=N_("Who follows it up"), domain="mediation", save=set_tracker, load=tracker_now,
    make_draft=lambda values: TrackerDraft(values["dispute_id"], values.get("tracker") or ""),
    sections=(Section("", (Field("tracker", N_("Who follows it up"), max_length=60),),
                      help=N_("A hard case has somebody who looks after it until it stays quiet; proposed in every round.")),))

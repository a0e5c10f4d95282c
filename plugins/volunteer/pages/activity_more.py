"""What fairs, campaigns and recruitment add to an activity's card: stalls, contributions, photographs, applicants."""

from typing import Any

from sqlalchemy import select

from desk.api import N_, translator
from desk.api.db import UnitOfWork
from desk.api.files import list_attachments
from desk.api.pages import Fact, FactSection, Field, FormSpec, Missing, NextAct, PaperLink, Repeat, Section
from plugins.volunteer.drafts_teams import ContributionDraft, StallDraft, StallsDraft
from plugins.volunteer.kinds import ACTIVITY, APPLICANT_STATES, STYLES, title_of
from plugins.volunteer.law import RISKS_SOURCE
from plugins.volunteer.models import Activity, Contribution, Stall, Team, Volunteer
from plugins.volunteer.pages.forms import picked
from plugins.volunteer.service.fairs import contribute, set_stalls
from plugins.volunteer.service.recruiting import count_applicants
from plugins.volunteer.who import names_of

_ = translator("volunteer")
WHEN = {"before": N_("Before"), "during": N_("During"), "after": N_("After")}
SQUARE_METRE = 100
"""0.01 m² in a square metre."""


def sections(uow: UnitOfWork, found: Activity) -> list[FactSection]:
    """What this form of activity keeps besides people and hours."""
    made = [_belongs(uow, found)]
    stalls = uow.session.scalars(select(Stall).where(Stall.activity_id == found.id).order_by(Stall.id)).all()
    if stalls or found.form in ("fair", "campaign"):
        names = names_of(uow, [one.volunteer_id for one in stalls if one.volunteer_id])
        title = _("Stretches") if found.form == "campaign" else _("Stalls")
        made.append(FactSection(title, tuple(_stall(one, names) for one in stalls), "volunteer.stalls_form",
                                {"record_id": found.id}))
    if found.form == "campaign":
        made.append(_contributions(uow, found.id))
    if found.form == "recruitment":
        counts = count_applicants(uow, found.id)
        made.append(FactSection(_("Applicants"), tuple(Fact(_(APPLICANT_STATES[state][0]), str(counts[state]))
                                                       for state in APPLICANT_STATES if counts.get(state)),
                                "volunteer.applicants", {"filters": {"activity_id": found.id}}))
    made.append(_photos(uow, found.id))
    return [section for section in made if section.facts or section.edit]


def missing(found: Activity) -> list[Missing]:
    """What recruiting needs before it begins (条例 12)."""
    if found.form != "recruitment" or found.state != "planned":
        return []
    edit: dict[str, Any] = {"entry": "volunteer.activity_form", "args": {"record_id": found.id}, "source": RISKS_SOURCE}
    return [*([] if found.content else [Missing(_("Say truly what volunteers are asked to do."), **edit, field="content")]),
            *([] if found.risks else [Missing(_("Tell what is dangerous before people sign up."), **edit, field="risks")])]


def acts(found: Activity) -> list[NextAct]:
    """What fairs, campaigns and recruitment do besides, and pictures of whatever has begun."""
    here, campaign = {"record_id": found.id}, found.form == "campaign"
    if found.state in ("closed", "cancelled"):
        shown = _photo(_("Add a picture of after"), "after") if campaign else _photo(_("Add a picture"), "during")
        return [shown] if found.state == "closed" else []
    if campaign:
        return [NextAct(_("Stretches and tools"), "volunteer.stalls_form", here),
                NextAct(_("A household gives up ground"), "volunteer.contribution_form", here),
                _photo(_("Add a picture of before"), "before"), _photo(_("Add a picture of after"), "after")]
    begun = found.state in ("published", "held")
    return [*([NextAct(_("Stalls and who was served"), "volunteer.stalls_form", here)] if found.form == "fair" else []),
            *([NextAct(_("Take names at the stall"), "volunteer.recruit", here, main=True)]
              if found.form == "recruitment" and begun else []),
            *([_photo(_("Add a picture"), "during")] if begun else [])]


def papers(found: Activity) -> list[PaperLink]:
    """The papers of this form of activity."""
    by_form = {"fair": ("fair_notice", "stall_cards", "fair_result"), "campaign": ("campaign_report", "consent_slip"),
               "recruitment": ("recruitment_notice", "sign_up_sheet", "applicant_form", "call_list")}
    if found.form != "campaign":  # campaigns have a report of their own
        by_form[found.form] = (*by_form.get(found.form, ()), "activity_report")
    general = () if found.form in ("recruitment", "fair") else ("recruitment_notice", "sign_up_sheet")
    return [PaperLink(f"volunteer.{name}") for name in (*by_form.get(found.form, ()), *general)]


def _photo(title: str, when: str) -> NextAct:
    return NextAct(title, run=f"plugins.volunteer.views.photos:{when}_photo")


def _belongs(uow: UnitOfWork, found: Activity) -> FactSection:
    from desk.api.places import get_area

    facts = [Fact(_("Area"), get_area(uow, found.area_id).name if found.area_id else ""),
             Fact(_("Team"), uow.get(Team, found.team_id).name if found.team_id else ""),
             Fact(_("Project"), uow.get(Team, found.project_id).name if found.project_id else ""),
             Fact(_("Style of neighbour help"), _(title_of(STYLES, found.style)) if found.style else ""),
             Fact(_("Tools and material"), found.tools), Fact(_("Phone for questions"), found.contact),
             Fact(_("People served"), str(found.served or ""))]
    return FactSection(_("Where it belongs"), tuple(fact for fact in facts if fact.value))


def _stall(one: Stall, names: dict[int, str]) -> Fact:
    words = [one.shift, names.get(one.volunteer_id or 0, ""), one.tools,
             _("{n} people served").format(n=one.served) if one.served else "",
             f"{one.area / SQUARE_METRE:g} m²" if one.area else ""]
    return Fact(f"{one.place} {one.title}", " · ".join(filter(None, words)))


def _contributions(uow: UnitOfWork, activity_id: int) -> FactSection:
    rows = uow.session.scalars(select(Contribution).where(
        Contribution.activity_id == activity_id).order_by(Contribution.id)).all()
    total = sum(one.area for one in rows)
    facts = [Fact(one.household, f"{one.what} {one.place} {one.area / SQUARE_METRE:g} m² ({one.consent_on})") for one in rows]
    if rows:
        facts.append(Fact(_("Together"), _("{n} households, {area} m²").format(n=len(rows), area=f"{total / SQUARE_METRE:g}")))
    return FactSection(_("What households gave up"), tuple(facts))


def _photos(uow: UnitOfWork, activity_id: int) -> FactSection:
    rows = list_attachments(uow, ACTIVITY, activity_id)
    return FactSection(_("Pictures"), tuple(Fact(_(WHEN.get(one.title, one.title)), one.file_name) for one in rows))


def start_stalls(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The stalls as they stand, helpers by number."""
    rows = uow.session.scalars(select(Stall).where(Stall.activity_id == (record_id or 0)).order_by(Stall.id)).all()
    numbers = dict(uow.session.execute(select(Volunteer.id, Volunteer.number).where(
        Volunteer.id.in_([one.volunteer_id for one in rows if one.volunteer_id]))).all())
    return {"id": record_id or 0, "stalls": [
        {"id": one.id, "title": one.title, "volunteer": numbers.get(one.volunteer_id or 0, ""), "place": one.place,
         "shift": one.shift, "tools": one.tools, "served": one.served, "square": one.area // SQUARE_METRE} for one in rows]}


def stalls_draft(values: dict[str, Any]) -> StallsDraft:
    """Square metres as typed become 0.01 m²."""
    return StallsDraft(values["id"], tuple(picked(StallDraft, row, area=int(row.get("square") or 0) * SQUARE_METRE)
                                           for row in values.get("stalls") or ()))


def trades(uow: UnitOfWork) -> list[tuple[str, str]]:
    """Trades on the menu, offered while typing."""
    from plugins.volunteer.models import MenuItem

    return [(one, one) for one in uow.session.scalars(select(MenuItem.title).where(MenuItem.until.is_(None)))]


STALLS_FORM = FormSpec(
    id="volunteer.stalls_form", title=N_("Stalls or stretches"), domain="volunteer", after="volunteer.activity",
    sections=(Section("", (Repeat("stalls", N_("Stall"), (
        Field("title", N_("Trade or stretch"), choices=trades), Field("volunteer", N_("Volunteer"), help=N_("Number or name")),
        Field("place", N_("Place")), Field("shift", N_("Hours on the rota")), Field("tools", N_("Tools and material")),
        Field("served", N_("People served"), "number", default=0),
        Field("square", N_("Square metres"), "number", default=0)), N_("Add a stall"), minimum=1),)),),
    save=set_stalls, load=start_stalls, make_draft=stalls_draft)
CONTRIBUTION_FORM = FormSpec(
    id="volunteer.contribution_form", title=N_("A household gives up ground"), domain="volunteer", after="volunteer.activity",
    sections=(Section("", (
        Field("household", N_("Household"), required=True), Field("what", N_("What it gives up")), Field("place", N_("Place")),
        Field("square", N_("Square metres"), "number", default=0),
        Field("consent_on", N_("Signed on"), "date", True))),),
    save=contribute, load=lambda uow, record_id: {"activity_id": record_id or 0, "consent_on": uow.clock.today()},
    make_draft=lambda values: picked(ContributionDraft, values, area=int(values.get("square") or 0) * SQUARE_METRE))

"""On a dispute's page: who answers for it, which body leads, the joint studies; and what was entered by mistake taken back."""

from sqlalchemy import select

from desk.api import hall_time, translator
from desk.api.cases import LinkRow
from desk.api.db import UnitOfWork
from desk.api.documents import long_date
from desk.api.pages import Fact, FactSection, NextAct, PaperLink
from plugins.mediation.class_plans import called_departments, proposed_limit
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.legal_kinds import way_title
from plugins.mediation.models import Dispute, Plan
from plugins.mediation.queries import CaseFile
from plugins.mediation.queries_file import FileLines
from plugins.mediation.queries_hazard import list_responsibilities
from plugins.mediation.queries_joint import lead_of, list_studies_of, matter_of
from plugins.mediation.queries_legal import list_referrals
from plugins.mediation.service.again import list_again
from plugins.mediation.service.appraisal import appraisal_state

_ = translator("mediation")
_RUNNING = ("registered", "accepted", "mediating", "agreed", "performing", "unperformed")
_SHOWN = 3
"""Newest scans that have a button of their own."""


def together_sections(uow: UnitOfWork, dispute_id: int) -> list[FactSection]:
    """Responsibilities, the leading body, studies; nothing for what there is not."""
    found = [FactSection(_("Who answers for it"), (
        Fact(_("Leader"), " ".join(filter(None, (one.leader, one.post)))),
        Fact(_("Unit and person"), "、".join(filter(None, (one.unit, one.person)))), Fact(_("Limit"), long_date(one.until)),
        Fact(_("Result"), one.result)), "mediation.responsibility", {"record_id": one.id})
        for one in list_responsibilities(uow, DISPUTE, dispute_id)]
    lead, joined = lead_of(uow, DISPUTE, dispute_id)
    if lead:
        found.append(FactSection(_("Together with others"), (Fact(_("Leads"), lead), Fact(_("Join in"), joined)),
                                 "mediation.lead_body_form", _owner(dispute_id)))
    found += [FactSection(_("Way of law shown"), (
        Fact(one.party, " ".join(filter(None, (way_title(one.way), one.office)))), Fact(_("Told on"), long_date(one.on_date)),
        Fact(_("Reason"), one.reason)), "mediation.legal_referral_edit", {"record_id": one.id})
        for one in list_referrals(uow, dispute_id)]
    found += [_again(uow, one) for one in list_again(uow, dispute_id)]
    return found + [FactSection(_("Joint study"), (
        Fact(f"{hall_time(one.starts_at):%Y-%m-%d %H:%M}", "、".join(unit["unit"] for unit in one.units)),
        Fact(_("Plan"), one.plan)), "mediation.study", {"record_id": one.id})
        for one in list_studies_of(uow, DISPUTE, dispute_id)]


def _again(uow: UnitOfWork, one: LinkRow) -> FactSection:
    """The case before, or the one this came back as; without its words when she may not see it."""
    number, title = matter_of(uow, one.record_id)
    return FactSection(_("Earlier case") if one.outward else _("Came back as"), (
        Fact(number or "—", title or _("Confidential")),), *(
            ("mediation.dispute", {"record_id": one.record_id}) if title else ("", {})))


def together_acts(uow: UnitOfWork, file: CaseFile) -> list[NextAct]:
    """While the case runs: call a study, make somebody answer for it, say which body leads. When it is over: it came back."""
    if not uow.actor.may(WRITE):
        return []
    state, here = file.case.state, _owner(file.dispute.id)
    ways = [NextAct(_("Show a party a way of law"), "mediation.legal_referral_form", {"record_id": file.dispute.id})
            ] if state in ("mediating", "unperformed", "terminated") else []
    if state in ("closed", "archived", "terminated", "performed"):
        return [*ways, NextAct(_("It came back: register anew"), "mediation.again_form", {"record_id": file.dispute.id})]
    if state not in _RUNNING:
        return []
    sheets = list_responsibilities(uow, DISPUTE, file.dispute.id)
    answers = [] if any(not one.outcome for one in sheets) else [
        NextAct(_("Make somebody answer for it"), "mediation.responsibility_form",
                here | {"until": proposed_limit(uow, file.dispute.category)})]
    study = here | {"units": called_departments(uow, file.dispute.category)}
    return [*answers, *ways, *_appraisal(uow, file.dispute.id), NextAct(_("Call a joint study"), "mediation.study_form", study),
            NextAct(_("Who leads"), "mediation.lead_body_form", here)]


def _appraisal(uow: UnitOfWork, dispute_id: int) -> list[NextAct]:
    """Where the law does not count an appraisal: stop the clock for it, or let it run again."""
    acts = {"running": (_("Stop the clock for an appraisal"), "mediation.appraisal_form"),
            "paused": (_("The appraisal is over"), "mediation.appraisal_over_form")}
    state = appraisal_state(uow, uow.get(Dispute, dispute_id))
    return [NextAct(*acts[state], {"record_id": dispute_id})] if state else []


def together_papers(uow: UnitOfWork, dispute_id: int) -> list[PaperLink]:
    """Notices and minutes of the studies, the sheets of responsibility."""
    studies = list_studies_of(uow, DISPUTE, dispute_id)
    ways = [PaperLink(f"mediation.{paper}", one.id, one.party[:20]) for one in list_referrals(uow, dispute_id)
            for paper in ("legal_ways", "legal_referral_letter")]
    invited = uow.session.scalars(select(Plan).where(Plan.dispute_id == dispute_id, Plan.state == "planned",
                                                     Plan.legal_worker != "").order_by(Plan.starts_at))
    return [*ways, *(PaperLink("mediation.legal_invitation", one.id, one.legal_worker[:20]) for one in invited),
            *(PaperLink("mediation.study_minutes" if one.held else "mediation.study_notice", one.id) for one in studies),
            *(PaperLink("mediation.responsibility_sheet", one.id) for one in list_responsibilities(uow, DISPUTE, dispute_id))]


def taking_back(uow: UnitOfWork, file: CaseFile, lines: FileLines) -> list[NextAct]:
    """What may be taken back: the newest scans, and instalments marked as performed while the case is being performed."""
    if file.case.state == "archived" or not uow.actor.may(WRITE):
        return []
    found = []
    if file.case.state in ("performing", "unperformed"):
        found += [NextAct(_("Take back “performed”: {what}").format(what=f"{line.on} {line.what}"[:24].strip()),
                          "mediation.unperform_form", {"record_id": line.id}) for line in reversed(lines.performances)]
    return found + [NextAct(_("Take the scan back: {what}").format(what=line.what[:16]), "mediation.scan_back_form",
                            {"record_id": line.id}) for line in lines.scans[-_SHOWN:]]


def _owner(dispute_id: int) -> dict[str, object]:
    return {"owner_kind": DISPUTE, "owner_id": dispute_id}

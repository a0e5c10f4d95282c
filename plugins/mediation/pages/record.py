"""The record page of a dispute: where it stands, what is missing, what to do next, its papers."""

from dataclasses import replace
from datetime import date

from desk.api import N_, hall_time, translator
from desk.api.cases import EntryRow, get_lamps, list_readers, list_timeline, list_viewers
from desk.api.db import UnitOfWork
from desk.api.documents import figures, long_date
from desk.api.pages import Fact, FactSection, LampCell, RecordCard, RecordSpec, StateCell, StepLamp, TimelineItem
from plugins.mediation.categories import EXCLUDED_SUBJECTS, category_title, source_title
from plugins.mediation.grounds import AGREEMENT_STATES, DIFFICULTIES, titled
from plugins.mediation.kinds import ALL, DISPUTE
from plugins.mediation.law import source
from plugins.mediation.pages.acts import acts
from plugins.mediation.pages.missing import missing
from plugins.mediation.pages.offered import papers
from plugins.mediation.pages.renewals import renewal_sections, renewals_missing
from plugins.mediation.pages.scanned import scan_sections
from plugins.mediation.pages.sections import file_sections
from plugins.mediation.pages.together import taking_back, together_acts, together_papers, together_sections
from plugins.mediation.queries import AgreementRow, CaseFile, PartyRow, get_file
from plugins.mediation.queries_file import get_lines
from plugins.mediation.service.agreements import confirmable
from plugins.mediation.service.performance import performance_state

_ = translator("mediation")
_FORMS = {"written": N_("Written"), "oral": N_("Oral")}
_LATER = {"written": N_("when everybody has signed and it is sealed"), "oral": N_("when the parties have agreed")}
PERFORMANCE = {"full": N_("performed"), "part": N_("partly performed"), "none": N_("nothing performed yet"), "": ""}


def load(uow: UnitOfWork, dispute_id: int) -> RecordCard:
    """The whole card in one read; that a confidential case was read is noted by the unit of work itself."""
    file = get_file(uow, dispute_id)
    row, lines = file.case, get_lines(uow, dispute_id)
    return RecordCard(
        id=dispute_id, number=row.number, title=row.title, state=StateCell(row.state_title, row.tone),
        subtitle=f"{category_title(file.dispute.category)} · {source_title(file.dispute.source)}",
        lamp=LampCell(row.due_on, row.days_left), holder=row.handler, confidential=row.confidential,
        steps=tuple(StepLamp(lamp.title, lamp.state, lamp.missing) for lamp in get_lamps(uow, file.case.id)),
        sections=(*_sections(file), *together_sections(uow, dispute_id), *renewal_sections(uow, dispute_id),
                  *file_sections(file, lines), *scan_sections(uow, file, lines.scans), *_confidence(uow, file)),
        missing=(*renewals_missing(uow, dispute_id), *missing(uow, file)),
        acts=(*acts(file, lines), *together_acts(uow, file), *taking_back(uow, file, lines)),
        papers=(*papers(uow, file, lines), *together_papers(uow, dispute_id)),
        timeline=tuple(TimelineItem(entry.at, _line(entry), entry.who) for entry in list_timeline(uow, file.case.id)),
        version=file.dispute.version)


RECORD = RecordSpec("mediation.dispute", N_("Dispute"), DISPUTE, load, domain="mediation")


def _sections(file: CaseFile) -> list[FactSection]:
    dispute, edit = file.dispute, {"record_id": file.dispute.id}
    subject = dict(EXCLUDED_SUBJECTS).get(dispute.excluded_subject, "")
    asked = "\n".join(f"{number}. {text}" for number, text in enumerate(dispute.requests, 1))
    found = [FactSection(_("Parties"), tuple(Fact(_side(party), _party(party)) for party in file.parties),
                         "mediation.dispute_form", edit),
             FactSection(_("The dispute"), (
                 Fact(_("What happened"), dispute.summary), Fact(_("Asked for"), asked),
                 Fact(_("Requested on"), _day(dispute.applied_on)), Fact(_("Accepted on"), _day(dispute.accepted_on)),
                 Fact(_("Mediators"), "、".join(dispute.mediators)), Fact(_("How difficult"), titled(DIFFICULTIES,
                                                                                                    dispute.difficulty)),
                 *((Fact(_("Rights and duties told on"), _day(dispute.rights_told_on)),) if dispute.accepted_on else ()),
                 *((Fact(_("Who follows it up"), dispute.tracker),) if dispute.tracker else ()),
                 *((Fact(_("Came from paper"), _("entered midway under its old number")),) if dispute.taken_over else ()),
                 *((Fact(_("Why it ended"), dispute.ended_reason),) if dispute.ended_reason else ()),
                 *((Fact(_("Not confirmable"), _(subject)),) if dispute.excluded_subject else ())),
                 "mediation.dispute_form", edit)]
    found += [_agreement(file, one) for one in reversed(file.agreements)]
    return found


def _agreement(file: CaseFile, agreement: AgreementRow) -> FactSection:
    facts = [Fact(_("State"), f"{_(dict(AGREEMENT_STATES)[agreement.state])} · {_(_FORMS[agreement.form])}"),
             Fact(_("Number"), agreement.number or _("given when it is printed")),
             Fact(_("Clauses"), "\n".join(f"{number}、{text}" for number, text in enumerate(agreement.clauses, 1)))]
    if agreement.amount_fen is not None:
        facts.append(Fact(_("Amount"), figures(agreement.amount_fen)))
    facts += [Fact(_("Instalment {n}").format(n=number),
                   " ".join(filter(None, (_day(one.due), one.what, figures(one.fen) if one.fen is not None else "",
                                          _("performed on {day}").format(day=_day(one.paid_on)) if one.paid_on else ""))))
              for number, one in enumerate(agreement.instalments, 1)]
    if agreement.instalments:
        facts.append(Fact(_("Performance"), _(PERFORMANCE[performance_state(agreement.instalments)])))
    facts.append(Fact(_("Takes effect on"), _day(agreement.effective_on) or _(_LATER[agreement.form])))
    facts.append(Fact(_("Confirmation by the court until"), _confirmation(file, agreement)))
    title = _("Supplementary agreement") if agreement.supplement else _("Agreement")
    if len(file.agreements) > 1:
        title += " " + _("(version {n})").format(n=agreement.version)
    return FactSection(title, tuple(facts), *(
        ("mediation.agreement_form", {"record_id": file.dispute.id}) if agreement.state == "draft" else ("", {})))


def _confirmation(file: CaseFile, agreement: AgreementRow) -> str:
    if not confirmable(file.dispute):
        return _("the court does not accept it ({source})").format(source=source("excluded"))
    if agreement.form == "oral":
        return _("only of a written agreement; turn it into one")
    if agreement.confirm_until is None:
        return _("30 days from the day it takes effect")
    day = _day(agreement.confirm_until)
    if agreement.confirm_remind and agreement.confirm_remind != agreement.confirm_until:
        safe = _("(apply by {day} to be safe: the last day falls on a holiday)")
        day += " " + safe.format(day=_day(agreement.confirm_remind))
    return day


def _side(party: PartyRow) -> str:
    return _("Applicant") if party.side == "applicant" else _("Respondent")


def _party(party: PartyRow) -> str:
    more = [party.representing and _("speaks for its side"),
            party.representative and _("represented by {name}").format(name=party.representative),
            party.guardian and _("guardian {name}").format(name=party.guardian),
            party.agent and _("agent {name}").format(name=party.agent), party.contact, party.address]
    return " · ".join([party.name, *(str(one) for one in more if one)])


def _line(entry: EntryRow) -> str:
    return replace(entry, title=_("Private, never printed")).line if entry.private else entry.line


def _confidence(uow: UnitOfWork, file: CaseFile) -> list[FactSection]:
    """Who may see it, and to the committee's head who has looked at it."""
    if not file.case.confidential:
        return []
    facts = [Fact(_("May see it"), "、".join(name for _id, name in list_viewers(uow, file.case.id)))]
    if uow.actor.may(ALL):
        looks = dict.fromkeys(f"{name} {hall_time(at):%Y-%m-%d %H:%M}" for name, at in list_readers(uow, file.case.id, 8))
        facts.append(Fact(_("Has looked at it"), "\n".join(looks)))
    return [FactSection(_("Confidential"), tuple(facts), "mediation.viewers_form", {"record_id": file.dispute.id})]


def _day(day: date | None) -> str:
    return long_date(day) if day else ""

"""The file's own records on a case's page: sittings, plans, investigations, dangers, confirmation; each opens its form."""

from collections.abc import Iterable
from datetime import date, datetime

from desk.api import hall_time, translator
from desk.api.pages import Fact, FactSection
from plugins.mediation.queries import CaseFile
from plugins.mediation.queries_file import FileLines, Line
from plugins.mediation.service.sessions import OUTCOMES

_ = translator("mediation")


def file_sections(file: CaseFile, lines: FileLines) -> list[FactSection]:
    """What there is, newest concerns first; nothing for what there is not."""
    found = [_one(_("Planned session"), line, "plan_edit") for line in lines.plans]
    found += [FactSection(_("Session {n}").format(n=one.number),
                          (Fact(_("When and where"), f"{_when(one.started_at)} {one.place}"),
                           Fact(_("Outcome"), _(dict(OUTCOMES)[one.outcome]))), "mediation.session_edit", {"record_id": one.id})
              for one in reversed(file.sessions)]
    found += [FactSection(_("Earlier wording of the draft"), (Fact(_when(line.on), line.what),), "mediation.earlier_wording",
                          {"record_id": line.id}) for line in lines.wordings]
    found += [_one(_("Investigation {n}").format(n=number), line, "investigation_edit")
              for number, line in enumerate(lines.investigations, 1)]
    found += [_one(_("Danger of escalation"), line, "escalation_edit") for line in lines.escalations]
    found += [_one(_("Confirmation by the court"), line, "decision_form" if line.open else "") for line in lines.confirmations]
    found += [_one(_("Lawsuit about the agreement"), line, "lawsuit_edit") for line in lines.lawsuits]
    found += [_one(_("Return visit"), line, "visit_edit") for line in reversed(lines.visits)]
    found += _listed(_("Evidence"), lines.evidence, "evidence_form", file.dispute.id)
    found += _listed(_("Papers handed over"), lines.deliveries, "delivery_form", file.dispute.id)
    found += [_one(_("Letter to an office"), line, "letter_edit") for line in lines.letters]
    found += _listed(_("Mediators replaced"), lines.changes)
    found += _listed(_("More time"), lines.extensions)
    return found


def _one(title: str, line: Line, form: str) -> FactSection:
    facts = (Fact(_when(line.on), line.what),)
    return FactSection(title, facts, f"mediation.{form}" if form else "", {"record_id": line.id} if form else {})


def _listed(title: str, lines: Iterable[Line], form: str = "", record_id: int = 0) -> list[FactSection]:
    facts = tuple(Fact(_when(line.on), line.what) for line in lines)
    if form:  # a list that is edited whole is offered while it is empty, too
        return [FactSection(title, facts or (Fact(_("None yet"), ""),), f"mediation.{form}", {"record_id": record_id})]
    return [FactSection(title, facts)] if facts else []


def _when(on: date | datetime) -> str:
    if isinstance(on, datetime):
        return f"{hall_time(on):%Y-%m-%d %H:%M}"
    return "" if on == date.min else on.isoformat()

"""What is collected with a case: evidence, return visits, deliveries, letters."""

from dataclasses import fields
from typing import Any

from sqlalchemy import select

from desk.api import clean, clean_note, refuse_marked, translator
from desk.api.calendar import month_of
from desk.api.cases import list_clocks, stop_clock
from desk.api.db import UnitOfWork, verb
from plugins.mediation.drafts import DeliveriesDraft, EvidenceListDraft, LetterDraft, VisitDraft
from plugins.mediation.kinds import WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Delivery, Evidence, Letter, ReturnVisit
from plugins.mediation.service.intake import seen
from plugins.mediation.service.noting import noted
from plugins.mediation.service.visiting import ROUND

_ = translator("mediation")


@verb("mediation.save_evidence", permission=WRITE)
def save_evidence(uow: UnitOfWork, draft: EvidenceListDraft) -> int:
    """The list of evidence as it stands now; rows keep their ids. Answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    marks = {f"items.{place}.name": _("Name the piece of evidence.") for place, one in enumerate(draft.items)
             if not one.name.strip()}
    marks |= {f"items.{place}.received_on": _("This day lies in the future.") for place, one in enumerate(draft.items)
              if one.received_on and one.received_on > uow.clock.today()}
    refuse_marked(marks)
    _replace_rows(uow, Evidence, dispute.id, draft.items)
    noted(uow, "mediation.save_evidence", dispute.id, items=len(draft.items))
    return int(dispute.id)


@verb("mediation.save_deliveries", permission=WRITE)
def save_deliveries(uow: UnitOfWork, draft: DeliveriesDraft) -> int:
    """Which papers were handed over to whom; answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    marks = {}
    for place, one in enumerate(draft.items):
        if not one.paper.strip():
            marks[f"items.{place}.paper"] = _("Name the paper.")
        if not one.recipient.strip():
            marks[f"items.{place}.recipient"] = _("Name who receives it.")
    refuse_marked(marks)
    _replace_rows(uow, Delivery, dispute.id, draft.items)
    noted(uow, "mediation.save_deliveries", dispute.id, items=len(draft.items))
    return int(dispute.id)


@verb("mediation.save_visit", permission=WRITE)
def save_visit(uow: UnitOfWork, draft: VisitDraft) -> int:
    """A return visit (R16); what is not performed asks for the measures taken. Answers the visit's id."""
    dispute = seen(uow, draft.dispute_id)
    marks = {}
    if not draft.party.strip():
        marks["party"] = _("Name who was visited.")
    if draft.visited_on > uow.clock.today():
        marks["visited_on"] = _("This day lies in the future.")
    if (draft.performed in ("part", "none") or draft.state == "relapsed") and not draft.measures.strip():
        marks["measures"] = _("Say what was done about it.({source})").format(source=source("R16"))
    refuse_marked(marks)
    row = uow.get(ReturnVisit, draft.id) if draft.id else ReturnVisit(dispute_id=dispute.id)
    if draft.id:
        uow.expect_version(row, draft.version)
    _take(row, draft)
    uow.add(row)
    if any(clock.code == "visit" and clock.stopped_on is None for clock in list_clocks(uow, dispute.case_id)):
        stop_clock(uow, dispute.case_id, "visit", draft.visited_on)
    uow.touch(ROUND, month_of(draft.visited_on))  # a round that is looked at shows it ticked off
    noted(uow, "mediation.save_visit", dispute.id, visit=row.id)
    return int(row.id)


@verb("mediation.save_letter", permission=WRITE)
def save_letter(uow: UnitOfWork, draft: LetterDraft) -> int:
    """A letter that passes a case on, or answers one (R3); answers its id."""
    dispute = seen(uow, draft.dispute_id)
    marks = {}
    if not draft.office.strip():
        marks["office"] = _("Name the office.({source})").format(source=source("R3"))
    if not draft.text.strip():
        marks["text"] = _("Write the letter's text.")
    refuse_marked(marks)
    row = uow.get(Letter, draft.id) if draft.id else Letter(dispute_id=dispute.id)
    if draft.id:
        uow.expect_version(row, draft.version)
    _take(row, draft)
    uow.add(row)
    noted(uow, "mediation.save_letter", dispute.id, letter=row.id)
    return int(row.id)


def _replace_rows(uow: UnitOfWork, model: Any, dispute_id: int, drafts: tuple[Any, ...]) -> None:
    """Rows of a list in the order given; those no longer named go."""
    have = {row.id: row for row in uow.session.scalars(select(model).where(model.dispute_id == dispute_id))}
    for place, draft in enumerate(drafts):
        row = have.pop(draft.id, None) or model(dispute_id=dispute_id)
        _take(row, draft)
        row.place = place
        uow.session.add(row)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()


def _take(row: Any, draft: Any) -> None:
    """The draft's values, cleaned; many-line texts keep their lines."""
    for one in fields(draft):
        value = getattr(draft, one.name)
        if one.name in ("id", "version", "dispute_id"):
            continue
        if isinstance(value, str):
            value = clean_note(value) if one.name in ("findings", "measures", "text") else clean(value, limit=400)
        setattr(row, one.name, value)


"""What the mediator's screen needs of a case, read in one go; and what it hands over at the end."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.api import UserError, translator
from desk.api.db import UnitOfWork
from plugins.mediation.drafts import ReadOutDraft, SessionDraft
from plugins.mediation.grounds import WAYS
from plugins.mediation.law import source
from plugins.mediation.pages.starting import next_plan
from plugins.mediation.queries import get_file
from plugins.mediation.queries_ways import way_of
from plugins.mediation.readouts import READ_OUTS, ReadOut
from plugins.mediation.service.sessions import OUTCOMES
from plugins.mediation.words import together

_ = translator("mediation")


@dataclass(frozen=True, slots=True)
class SittingCard:
    """A sitting about to begin. number: which one it is; parties: (id, name); speakers: names to put before what is said."""

    dispute_id: int
    title: str
    subtitle: str
    number: int
    parties: tuple[tuple[int, str], ...]
    speakers: tuple[str, ...]
    read_outs: tuple[ReadOut, ...]
    outcomes: tuple[tuple[str, str], ...]
    mediators: tuple[str, ...]
    recorder: str
    place: str
    matter: str
    plan_id: int | None
    rights_known: bool
    way: str = "consultation"
    legal_worker: str = ""


def load_sitting(uow: UnitOfWork, dispute_id: int) -> SittingCard:
    """The case's own words; UserError when there is no mediation going on."""
    file = get_file(uow, dispute_id)
    if file.case.state not in ("accepted", "mediating"):
        raise UserError(_("There is no mediation going on in this case."), todo=_("Accept the case first, or reopen it."),
                        source=source("R2") if file.dispute.refused_by else "")
    plan = next_plan(uow, dispute_id)
    place = plan.place if plan else "人民调解室"
    mediators = tuple(plan.mediators) if plan and plan.mediators else file.dispute.mediators
    known = file.dispute.rights_told_on is not None
    way = way_of(plan, file.dispute.difficulty)
    words = (file.case.number, place, dict(WAYS)[way], _("Mediators: {names}").format(names=together(mediators)))
    return SittingCard(
        dispute_id, file.case.title, "  ·  ".join(filter(None, words)), len(file.sessions) + 1,
        tuple((party.id, party.name) for party in file.parties), ("调解员", *(party.name for party in file.parties)),
        READ_OUTS, OUTCOMES, mediators, file.dispute.recorder, place, file.case.title, plan.id if plan else None, known,
        way, plan.legal_worker if plan else "")


def sitting_draft(card: SittingCard, typed: dict[str, Any], ended_at: datetime) -> SessionDraft:
    """What was ticked, typed and decided, as a session; ticks: {code: moment}."""
    ticks: dict[str, datetime] = typed["ticks"]
    told = card.rights_known or {"rights", "duties"} <= set(ticks)
    return SessionDraft(
        card.dispute_id, typed["began"], ended_at=ended_at, place=card.place, matter=card.matter,
        present=tuple(typed["present"]), rights_told=told, record=typed["record"],
        read_out=tuple(ReadOutDraft(one.text, ticks[one.code]) for one in card.read_outs if one.code in ticks),
        outcome=typed["outcome"] or "continued", outcome_note=typed["reason"], refused_by=typed["refused_by"],
        remedies_told=typed["remedies"], mediators=card.mediators, recorder=card.recorder, private_note=typed["private"],
        plan_id=card.plan_id, way=typed.get("way") or card.way,
        legal_worker=typed.get("legal_worker", card.legal_worker))

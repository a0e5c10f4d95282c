"""Starting values of the forms of the file: plans, investigations, changes, versions, performance, collected papers."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.api import hall_time
from desk.api.cases import get_case
from desk.api.db import UnitOfWork
from desk.api.documents import figures
from plugins.mediation.models import Agreement, Confirmation, Dispute, Escalation, Investigation, Performance, Plan, Scan
from plugins.mediation.pages.pickers import rows_of
from plugins.mediation.queries import CaseFile, get_file
from plugins.mediation.queries_file import get_lines
from plugins.mediation.queries_ways import likely_way, list_proposals, star_rooms
from plugins.mediation.service.forum import inviting_court, likely_forum
from plugins.mediation.words import together


def attendance(file: CaseFile) -> list[dict[str, Any]]:
    """A line for each party, nothing ticked."""
    return [{"party_id": party.id, "name": party.name} for party in file.parties]


def new_plan(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Tomorrow at nine, for two hours, in the room where mediation usually sits."""
    file = get_file(uow, record_id or 0)
    start = hall_time(uow.clock.now()).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return {"dispute_id": file.dispute.id, "starts_at": start, "ends_at": start + timedelta(hours=2), "invited": [],
            "mediators": together(file.dispute.mediators), "bring": "身份证件及与纠纷有关的证据材料",
            **_ways(uow, file, likely_way(file.dispute.difficulty))}


def _ways(uow: UnitOfWork, file: CaseFile, way: str) -> dict[str, Any]:
    """The way, what is proposed for each, and for a hard case the star room that can be booked."""
    proposed = {f"for_{code}": text for code, text in list_proposals(uow, file.dispute.category).items()}
    room = next((one.venue_id for one in star_rooms(uow) if one.star and one.venue_id), None)
    return proposed | {"way": way} | ({"venue_id": room} if way == "virtue" and room else {})


def stored_plan(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A planned sitting, to move it."""
    found = uow.get(Plan, record_id or 0)
    file = get_file(uow, found.dispute_id)
    return _ways(uow, file, found.way) | rows_of(
        found, "id", "version", "dispute_id", "starts_at", "ends_at", "venue_id", "place", "bring", "contact",
        "legal_worker") | {
        "mediators": together(found.mediators), "invited": [dict(guest) for guest in found.invited]}


def plan_to_cancel(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The plan's id stands for the record that ends."""
    found = uow.get(Plan, record_id or 0)
    get_file(uow, found.dispute_id)
    return {"dispute_id": found.id}


def new_investigation(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The last hour, by the case's mediators."""
    file = get_file(uow, record_id or 0)
    now = uow.clock.now().replace(second=0, microsecond=0)
    return {"dispute_id": file.dispute.id, "started_at": now - timedelta(hours=1), "ended_at": now, "asked": [{}],
            "lines": [{}],
            "investigators": together(file.dispute.mediators), "recorder": file.dispute.recorder}


def stored_investigation(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A recorded investigation, to correct it."""
    found = uow.get(Investigation, record_id or 0)
    get_file(uow, found.dispute_id)
    return rows_of(found, "id", "version", "dispute_id", "started_at", "ended_at", "place", "recorder") | {
        "attendants": together(found.attendants), "investigators": together(found.investigators),
        "asked": [dict(one) for one in found.asked], "lines": [dict(one) for one in found.lines]}


def mediator(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The first mediator steps back, today."""
    file = get_file(uow, record_id or 0)
    return {"dispute_id": file.dispute.id, "on": uow.clock.today(), "before": next(iter(file.dispute.mediators), ""),
            "attendance": attendance(file)}


def extension(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Another thirty days, nobody has consented yet."""
    file = get_file(uow, record_id or 0)
    start = get_case(uow, file.case.id).due_on or uow.clock.today()
    return {"dispute_id": file.dispute.id, "until": start + timedelta(days=30), "on": uow.clock.today(),
            "consents": attendance(file)}


def termination(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today, no agreement, nobody ticked."""
    file = get_file(uow, record_id or 0)
    return {"dispute_id": file.dispute.id, "on": uow.clock.today(), "ground": "failed", "attendance": attendance(file)}


def new_escalation(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Noticed today."""
    return {"dispute_id": get_file(uow, record_id or 0).dispute.id, "noticed_on": uow.clock.today(), "level": "watch"}


def stored_escalation(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A noted danger, to add the report and what came of it."""
    found = uow.get(Escalation, record_id or 0)
    get_file(uow, found.dispute_id)
    return rows_of(found, "id", "version", "dispute_id", "noticed_on", "level", "harm", "people", "what", "measures",
                   "reported_to",
                   "reported_on", "result")


def version(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """For another version of an agreement; record_id is the agreement's. The court's reason, when it gave one."""
    found = uow.get(Agreement, record_id or 0)
    get_file(uow, found.dispute_id)
    court = uow.session.scalars(select(Confirmation).where(Confirmation.agreement_id == found.id, Confirmation.result.in_(
        ("rejected", "not_accepted"))).order_by(Confirmation.id.desc()).limit(1)).one_or_none()
    return {"agreement_id": found.id, "on": uow.clock.today(), "reason": court.reason if court else ""}


def instalment(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The first open instalment of an agreement, performed today by the respondent."""
    found = uow.get(Agreement, record_id or 0)
    file = get_file(uow, found.dispute_id)
    open_ones = [place for place, row in enumerate(found.instalments) if not row.get("paid_on")]
    first = open_ones[0] if open_ones else 0
    listed = "\n".join(_listed(place, found.instalments[place]) for place in open_ones)
    side = {party.side: party.name for party in reversed(file.parties)}
    return {"agreement_id": found.id, "instalment": first + 1, "on": uow.clock.today(), "way": "transfer", "listed": listed,
            "payer": side.get("respondent", ""), "payee": side.get("applicant", "")}


def _listed(place: int, row: dict[str, Any]) -> str:
    amount = figures(row["fen"]) if row.get("fen") is not None else ""
    return " ".join(filter(None, (f"{place + 1}.", row.get("due") or "", row.get("what") or "", amount)))


def confirmation(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Applied for today by everybody; record_id is the agreement's."""
    found = uow.get(Agreement, record_id or 0)
    file = get_file(uow, found.dispute_id)
    dispute = uow.get(Dispute, found.dispute_id)
    return {"agreement_id": found.id, "applied_on": uow.clock.today(), "court": inviting_court(uow, dispute),
            "forum": likely_forum(uow, dispute),
            "joint": [{**line, "applies": True} for line in attendance(file)]}


def decision(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Decided today."""
    found = uow.get(Confirmation, record_id or 0)
    get_file(uow, found.dispute_id)
    return {"confirmation_id": found.id, "decided_on": uow.clock.today(), "result": found.result or None}


def scan(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A scan to be taken back; record_id is its own."""
    row = uow.get(Scan, record_id or 0)
    get_file(uow, row.dispute_id)
    found = next(line for line in get_lines(uow, row.dispute_id).scans if line.id == row.id)
    return {"record_id": row.id, "what": found.what}


def performed(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A performed instalment to be taken back; record_id is the performance's."""
    row = uow.get(Performance, record_id or 0)
    get_file(uow, row.dispute_id)
    money = figures(row.fen) if row.fen is not None else ""
    return {"record_id": row.id, "what": " ".join(filter(None, (row.on_date.isoformat(), row.what, money)))}

"""Starting values of the forms of what is collected with a case."""

from typing import Any

from sqlalchemy import select

from desk.api.db import UnitOfWork
from plugins.mediation.models import Delivery, Evidence, Letter, ReturnVisit
from plugins.mediation.pages.pickers import rows_of
from plugins.mediation.queries import get_file
from plugins.mediation.words import together


def evidence(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The list as it stands."""
    rows = _rows(uow, Evidence, record_id)
    names = ("id", "name", "kind", "given_by", "pages", "original", "proves", "received_on")
    return {"dispute_id": record_id, "items": [rows_of(row, *names) for row in rows] or [{"received_on": uow.clock.today()}]}


def deliveries(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The deliveries as they stand, else one for each party."""
    rows = _rows(uow, Delivery, record_id)
    names = ("id", "paper", "recipient", "way", "address", "on_date", "taken_by", "note")
    given = [rows_of(row, *names) for row in rows]
    return {"dispute_id": record_id, "items": given or [
        {"paper": "人民调解协议书", "recipient": party.name, "address": party.address, "on_date": uow.clock.today()}
        for party in get_file(uow, record_id or 0).parties]}


def new_visit(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """Today, everybody, by whoever is signed in."""
    file = get_file(uow, record_id or 0)
    return {"dispute_id": file.dispute.id, "visited_on": uow.clock.today(), "way": "door", "state": "stable",
            "party": together(party.name for party in file.parties), "visitor": uow.actor.name}


def stored_visit(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A recorded visit."""
    row = uow.get(ReturnVisit, record_id or 0)
    get_file(uow, row.dispute_id)
    return rows_of(row, "id", "version", "dispute_id", "visited_on", "party", "way", "state", "performed", "satisfied",
                   "findings",
                   "measures", "visitor")


def new_letter(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """To the office the case came from."""
    file = get_file(uow, record_id or 0)
    return {"dispute_id": file.dispute.id, "on_date": uow.clock.today(), "office": file.dispute.transferred_by,
            "kind": "reply" if file.dispute.transferred_by else "to"}


def stored_letter(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """A letter as written."""
    row = uow.get(Letter, record_id or 0)
    get_file(uow, row.dispute_id)
    return rows_of(row, "id", "version", "dispute_id", "kind", "office", "on_date", "text")


def binding(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """As stored, else bound today by whoever is signed in; a difficult dispute is kept long."""
    dispute = get_file(uow, record_id or 0).dispute
    grade = dispute.grade or ("long" if dispute.difficulty in ("difficult", "major") else "short")
    return {"dispute_id": dispute.id, "grade": grade, "filed_by": dispute.filed_by or uow.actor.name,
            "filed_on": dispute.filed_on or uow.clock.today(), "checked_by": dispute.checked_by, "file_note": dispute.file_note,
            "file_remark": dispute.file_remark, "undisputed": dispute.undisputed}


def _rows(uow: UnitOfWork, model: Any, record_id: int | None) -> list[Any]:
    get_file(uow, record_id or 0)
    return list(uow.session.scalars(select(model).where(model.dispute_id == record_id).order_by(model.place)))

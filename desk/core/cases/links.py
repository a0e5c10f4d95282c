"""Links between records: from a matter to anything, seen from both ends."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select

from desk.core.cases.access import changeable_case, changed
from desk.core.cases.entries import write_entry
from desk.core.cases.model import Link
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.text import clean

BY_KIND = "the kind of matter names the permission, which is required inside"


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The other end of a link. outward: it starts here."""

    id: int
    kind: str
    record_id: int
    meaning: str
    outward: bool


@verb("cases.link", open_because=BY_KIND)
def link(uow: UnitOfWork, case_id: int, to_kind: str, to_id: int, meaning: str = "") -> int:
    """Link the matter to another record ("mediation.dispute", 7); answers the link's id. Twice is once."""
    case, _kind = changeable_case(uow, case_id)
    if (to_kind, to_id) == (case.kind, case_id):
        raise UserError(_("A matter cannot be linked to itself."))
    meaning = clean(meaning, limit=40, field="meaning")
    values = {"from_kind": case.kind, "from_id": case_id, "to_kind": to_kind, "to_id": to_id, "meaning": meaning}
    known = uow.session.scalars(select(Link).filter_by(**values)).first()
    if known is not None:
        return int(known.id)
    row = uow.add(Link(**values))
    write_entry(uow, case, "link", what=f"{to_kind}:{to_id}", text=meaning)
    changed(uow, case, "cases.link", to=f"{to_kind}:{to_id}")
    uow.touch(to_kind, to_id)
    return int(row.id)


@verb("cases.unlink", open_because=BY_KIND)
def unlink(uow: UnitOfWork, case_id: int, link_id: int) -> None:
    """The link was a mistake; the timeline keeps that it was there."""
    case, _kind = changeable_case(uow, case_id)
    row = uow.session.scalars(select(Link).where(Link.id == link_id, _touching(case.kind, case_id))).first()
    if row is not None:
        uow.session.delete(row)
        changed(uow, case, "cases.unlink", link=link_id)


def list_links(uow: UnitOfWork, kind: str, record_id: int) -> list[LinkRow]:
    """Links that start or end at a record, oldest first. What the other end is called, its own room says."""
    rows = uow.session.scalars(select(Link).where(_touching(kind, record_id)).order_by(Link.id))
    return [LinkRow(row.id, row.to_kind, row.to_id, row.meaning, True) if (row.from_kind, row.from_id) == (kind, record_id)
            else LinkRow(row.id, row.from_kind, row.from_id, row.meaning, False) for row in rows]


def _touching(kind: str, record_id: int) -> ColumnElement[bool]:
    return or_((Link.from_kind == kind) & (Link.from_id == record_id), (Link.to_kind == kind) & (Link.to_id == record_id))

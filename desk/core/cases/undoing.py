"""Taking matters back that an import made: they were never worked on, so nothing of them stays but the trail."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select

from desk.core.cases.model import Case, CaseClock, CaseEntry, CaseHandler, CaseParty, Link
from desk.core.db.base import Record
from desk.core.db.uow import UnitOfWork

CHILDREN: tuple[type[Record], ...] = (CaseEntry,)
"""What an import notes the highest id of: a later line in a matter's timeline is later work."""


def worked_on_since(uow: UnitOfWork, case_ids: Sequence[int], marks: Mapping[str, int]) -> list[str]:
    """Titles of those of the matters that got a line in their timeline after `marks`, or that somebody linked."""
    last = marks.get(CaseEntry.__tablename__, 0)
    later = select(CaseEntry.case_id).where(CaseEntry.case_id.in_(case_ids), CaseEntry.id > last)
    titles = list(uow.session.scalars(select(Case.title).where(Case.id.in_(later)).order_by(Case.id)))
    for case_id, kind, title in uow.session.execute(select(Case.id, Case.kind, Case.title).where(Case.id.in_(case_ids))):
        ends = ((Link.from_kind == kind) & (Link.from_id == case_id)) | ((Link.to_kind == kind) & (Link.to_id == case_id))
        if uow.session.scalars(select(Link.id).where(ends).limit(1)).first() is not None:
            titles.append(title)
    return titles


def take_back(uow: UnitOfWork, kind: str, case_ids: Sequence[int]) -> None:
    """Delete matters with their timelines; the plugin's own rows must be gone before. The trail keeps what happened."""
    for model in (CaseEntry, CaseClock, CaseParty, CaseHandler):
        uow.session.execute(delete(model).where(model.case_id.in_(case_ids)))
    uow.session.execute(delete(Case).where(Case.id.in_(case_ids), Case.kind == kind))
    uow.session.expire_all()
    if case_ids:
        uow.touch(kind, *case_ids)
        uow.trace("cases.take_back", kind, None, matters=len(case_ids))

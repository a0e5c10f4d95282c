"""Two records that are one person: merged, and un-merged when it was a mistake.

Papers, phones and visits go over to the record that stays; the other stays readable, points to it and is in no list. What
plugins keep about the person is moved by their hook, handed in as `follow`.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import select, update

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NotFound, UserError
from desk.core.i18n import _
from desk.core.people.codes import GONE
from desk.core.people.history import change_kept
from desk.core.people.model import IdentityPaper, Merge, Person, Phone, VisitNote
from desk.core.people.rights import MERGE
from desk.core.people.service import children, needed

Follow = Callable[[int, int, UnitOfWork], None]
_CHILDREN = (IdentityPaper, Phone, VisitNote)
_FILLED = ("birth", "household_id", "relation", "address", "area_id", "moved_in")


@verb("people.merge", permission=MERGE)
def merge_people(uow: UnitOfWork, kept_id: int, gone_id: int, reason: str, *, follow: Sequence[Follow] = ()) -> int:
    """Merge `gone_id` into `kept_id`; empty fields of the kept one are filled. Answers the merge's id, for un-merging.

    follow: called with (kept_id, gone_id, uow) in the same transaction, so that plugins move their references.
    Raises UserError when one of the two is merged already, both are the same, or no reason is given.
    """
    reason = needed(reason, _("Say how you know that both are the same person."))
    kept, gone = uow.get(Person, kept_id), uow.get(Person, gone_id)
    if kept_id == gone_id or {kept.state, gone.state} & set(GONE):
        raise UserError(_("Choose two different records that were not merged before."))
    for person in (kept, gone):
        uow.require_area(person.area_id)
    moved = {model.__tablename__: [row.id for row in children(uow, model, gone_id)] for model in _CHILDREN}
    _hand_over(uow, moved, kept_id)
    filled = {name: getattr(gone, name) for name in _FILLED if not getattr(kept, name) and getattr(gone, name)}
    change_kept(uow, kept, filled, reason=reason)
    merge = Merge(kept_id=kept_id, gone_id=gone_id, gone_state=gone.state, moved={**moved, "filled": sorted(filled)},
                  at=uow.clock.now(), by=uow.actor.name, reason=reason)
    gone.state, gone.merged_into_id = "merged", kept_id
    uow.add(merge)
    for call in follow:
        call(kept_id, gone_id, uow)
    uow.touch("person", kept_id, gone_id)
    uow.trace("people.merge", "person", kept_id, gone=gone_id, reason=reason)
    return merge.id


@verb("people.unmerge", permission=MERGE)
def unmerge_people(uow: UnitOfWork, merge_id: int, reason: str) -> None:
    """Undo a merge: papers, phones and visits go back, and fields it filled are empty again.

    What plugins moved stays with the kept record and is told to the user. Raises UserError when undone already.
    """
    reason = needed(reason, _("Say why they are two people after all."))
    merge = uow.session.scalars(select(Merge).where(Merge.id == merge_id)).one_or_none()
    if merge is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    if merge.undone_at is not None:
        raise UserError(_("This merge was undone before."))
    kept, gone = uow.get(Person, merge.kept_id), uow.get(Person, merge.gone_id)
    _hand_over(uow, merge.moved, gone.id)
    emptied = {name: None if name.endswith("_id") else "" for name in merge.moved["filled"]
               if getattr(kept, name) == getattr(gone, name)}
    change_kept(uow, kept, emptied, reason=reason)
    gone.state, gone.merged_into_id = merge.gone_state, None
    merge.undone_at = uow.clock.now()
    uow.touch("person", kept.id, gone.id)
    uow.trace("people.unmerge", "person", kept.id, gone=gone.id, reason=reason)


def list_merges(uow: UnitOfWork, person_id: int) -> list[tuple[int, int]]:
    """(merge id, id of the record that went) of merges into a person that were not undone, the newest first."""
    found = uow.session.execute(select(Merge.id, Merge.gone_id).where(Merge.kept_id == person_id, Merge.undone_at.is_(None))
                                .order_by(Merge.id.desc()))
    return [(merge_id, gone_id) for merge_id, gone_id in found]


def _hand_over(uow: UnitOfWork, moved: dict[str, list[int]], person_id: int) -> None:
    for model in _CHILDREN:
        ids = moved[model.__tablename__]
        if ids:
            uow.session.execute(update(model).where(model.id.in_(ids)).values(person_id=person_id))

"""Two records that are one person: merged, and un-merged when it was a mistake.

Whatever points at the record that goes (papers, phones, visits, matters, rows of every plugin) points at the one that stays
from then on; the other stays readable, points to it and is in no list. The merge remembers the rows, so that they go back
whenever it is taken back. Plugins may refuse by their hook, handed in as `follow`.
"""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NotFound, UserError
from desk.core.i18n import _
from desk.core.people.codes import GONE
from desk.core.people.history import change_kept
from desk.core.people.model import Merge, Person
from desk.core.people.references import find_rows, find_stuck, point, without
from desk.core.people.rights import MERGE
from desk.core.people.service import needed

Follow = Callable[[int, int, UnitOfWork], None]
_FILLED = ("birth", "household_id", "relation", "address", "area_id", "moved_in")


@verb("people.merge", permission=MERGE)
def merge_people(uow: UnitOfWork, kept_id: int, gone_id: int, reason: str, *, follow: Sequence[Follow] = (),
                 silent: Collection[str] = ()) -> int:
    """Merge `gone_id` into `kept_id`; empty fields of the kept one are filled. Answers the merge's id, for un-merging.

    follow: called with (kept_id, gone_id, uow) in the same transaction, before the rows go over: a plugin refuses by raising
    or moves what no foreign key holds. silent: tables whose program is gone, where nobody could take out one of two
    entries that may not stand together: that of `gone_id` stays where it is. Raises UserError when one of the two is merged
    already, both are the same, or no reason is given.
    """
    reason = needed(reason, _("Say how you know that both are the same person."))
    kept, gone = uow.get(Person, kept_id), uow.get(Person, gone_id)
    if kept_id == gone_id or {kept.state, gone.state} & set(GONE):
        raise UserError(_("Choose two different records that were not merged before."))
    for person in (kept, gone):
        uow.require_area(person.area_id)
    rows = without(find_rows(uow, gone_id), find_stuck(uow, kept_id, gone_id, silent))
    filled = {name: getattr(gone, name) for name in _FILLED if not getattr(kept, name) and getattr(gone, name)}
    change_kept(uow, kept, filled, reason=reason)
    merge = Merge(kept_id=kept_id, gone_id=gone_id, gone_state=gone.state, moved={"rows": rows, "filled": sorted(filled)},
                  at=uow.clock.now(), by=uow.actor.name, reason=reason)
    gone.state, gone.merged_into_id = "merged", kept_id
    uow.add(merge)
    for call in follow:
        call(kept_id, gone_id, uow)
    point(uow, rows, gone_id, kept_id)
    uow.touch("person", kept_id, gone_id)
    uow.trace("people.merge", "person", kept_id, gone=gone_id, reason=reason)
    return merge.id


@verb("people.unmerge", permission=MERGE)
def unmerge_people(uow: UnitOfWork, merge_id: int, reason: str, *, follow: Sequence[Follow] = ()) -> None:
    """Undo a merge, however long ago: every row that went over goes back, and fields it filled are empty again.

    What came to the kept record since then stays there. follow: called with (kept_id, gone_id, uow) afterwards. Raises
    UserError when undone already.
    """
    reason = needed(reason, _("Say why they are two people after all."))
    merge = uow.session.scalars(select(Merge).where(Merge.id == merge_id)).one_or_none()
    if merge is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    if merge.undone_at is not None:
        raise UserError(_("This merge was undone before."))
    kept, gone = uow.get(Person, merge.kept_id), uow.get(Person, merge.gone_id)
    point(uow, merge.moved["rows"], kept.id, gone.id)
    emptied = {name: None if name.endswith("_id") else "" for name in merge.moved["filled"]
               if getattr(kept, name) == getattr(gone, name)}
    change_kept(uow, kept, emptied, reason=reason)
    gone.state, gone.merged_into_id = merge.gone_state, None
    merge.undone_at = uow.clock.now()
    for call in follow:
        call(kept.id, gone.id, uow)
    uow.touch("person", kept.id, gone.id)
    uow.trace("people.unmerge", "person", kept.id, gone=gone.id, reason=reason)


def list_merges(uow: UnitOfWork, person_id: int) -> list[tuple[int, int]]:
    """(merge id, id of the record that went) of merges into a person that were not undone, the newest first."""
    found = uow.session.execute(select(Merge.id, Merge.gone_id).where(Merge.kept_id == person_id, Merge.undone_at.is_(None))
                                .order_by(Merge.id.desc()))
    return [(merge_id, gone_id) for merge_id, gone_id in found]

"""Erasing a person's data when nothing requires keeping it (个人信息保护法 47; what the law keeps, the blockers name)."""

from collections.abc import Sequence

from sqlalchemy import delete, or_, select

from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import UserError
from desk.core.i18n import _
from desk.core.people.model import IdentityPaper, Merge, OldValue, Person, Phone, Relocation, VisitNote
from desk.core.people.rights import ERASE
from desk.core.people.service import changeable, needed

ERASED = "已删除"
_EMPTIED = {"pinyin": "", "initials": "", "pinyin_given": "", "sex": "0", "birth": "", "household_id": None, "relation": "",
            "address": "", "area_id": None, "moved_in": "", "moved_out": "", "deceased_on": ""}


@verb("people.erase", permission=ERASE)
def erase_person(uow: UnitOfWork, person_id: int, reason: str, *, blockers: Sequence[str] = ()) -> None:
    """Erase what the register knows of a person: papers, phones, visits, old values, name; the empty record stays, so that
    what refers to it stays whole. It cannot be undone.

    blockers: sentences of those who must keep something (the host asks the plugins). Raises UserError with them.
    """
    if blockers:
        raise UserError(" ".join(blockers), todo=_("Erase it when these are past their keeping period."))
    reason = needed(reason, _("Say who asked for the erasure, or why the data is no longer needed."))
    changeable(uow, person_id)
    mine = [person_id, *uow.session.scalars(select(Person.id).where(Person.merged_into_id == person_id))]
    for model in (IdentityPaper, Phone, VisitNote, Relocation):
        uow.session.execute(delete(model).where(model.person_id.in_(mine)))
    uow.session.execute(delete(OldValue).where(OldValue.kind == "person", OldValue.record_id.in_(mine)))
    uow.session.execute(delete(Merge).where(or_(Merge.kept_id.in_(mine), Merge.gone_id.in_(mine))))
    for one in [uow.get(Person, gone) for gone in mine]:
        for name, value in {**_EMPTIED, "name": ERASED, "state": "erased"}.items():
            setattr(one, name, value)
    uow.touch("person", *mine)
    uow.trace("people.erase", "person", person_id, reason=reason)

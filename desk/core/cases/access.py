"""Who may see and change which matter: the kind's permissions, the area, and confidential ones by their handlers."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select

from desk.core.cases.kinds import CaseKind
from desk.core.cases.model import Case, CaseHandler
from desk.core.cases.registry import case_kinds
from desk.core.db.uow import UnitOfWork
from desk.core.errors import NotFound
from desk.core.i18n import _


def visible(uow: UnitOfWork) -> list[ColumnElement[bool]]:
    """Conditions on Case that leave what the actor may see; what one may not see is neither found nor counted."""
    actor = uow.actor
    if actor.all_rights:
        return []
    readable = [kind.code for kind in case_kinds() if actor.may(kind.permission_read)]
    trusted = [kind.code for kind in case_kinds() if kind.permission_confidential and actor.may(kind.permission_confidential)]
    conditions: list[ColumnElement[bool]] = [
        Case.kind.in_(readable) if readable else false(),
        or_(Case.confidential.is_(False), Case.kind.in_(trusted), *_handled_by(actor.user_id))]
    if actor.area_ids is not None:
        conditions.append(or_(Case.area_id.is_(None), Case.area_id.in_(actor.area_ids)))
    return conditions


def _handled_by(user_id: int | None) -> list[ColumnElement[bool]]:
    if user_id is None:
        return []
    return [Case.handler_id == user_id, Case.id.in_(select(CaseHandler.case_id).where(CaseHandler.user_id == user_id))]


def visible_case(uow: UnitOfWork, case_id: int) -> Case:
    """The matter, or NotFound when it is not there or may not be seen. Reading a confidential one is put into the trail."""
    found = uow.session.scalars(select(Case).where(Case.id == case_id, *visible(uow))).one_or_none()
    if found is None:
        raise NotFound(_("This record is no longer there, or may not be seen."))
    if found.confidential:
        uow.saw(found.kind, case_id)
    return found


def viewers_of(uow: UnitOfWork, case_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Case id → user ids who see it by name: its handler and those let in."""
    found: dict[int, set[int]] = {}
    for case_id, user_id in uow.session.execute(select(CaseHandler.case_id, CaseHandler.user_id).where(
            CaseHandler.case_id.in_(case_ids))):
        found.setdefault(case_id, set()).add(user_id)
    for case_id, handler_id in uow.session.execute(select(Case.id, Case.handler_id).where(
            Case.id.in_(case_ids))):
        if handler_id is not None:
            found.setdefault(case_id, set()).add(handler_id)
    return {case_id: tuple(sorted(users)) for case_id, users in found.items()}


def changeable_case(uow: UnitOfWork, case_id: int) -> tuple[Case, CaseKind]:
    """The matter and its kind, kept for this transaction; NotAllowed without the kind's permission to write."""
    visible_case(uow, case_id)
    case = uow.session.scalars(select(Case).where(Case.id == case_id).with_for_update()).one()
    kind = case_kinds().get(case.kind)
    uow.require(kind.permission_write)
    return case, kind


def changed(uow: UnitOfWork, case: Case, action: str, **detail: Any) -> None:
    """Note a change: the matter's own kind is told too, so that lists of that kind refresh and search follows."""
    uow.touch("case", case.id)
    uow.touch(case.kind, case.id)
    uow.trace(action, case.kind, case.id, **detail)

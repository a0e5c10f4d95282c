"""Verbs of organisations: register, change, close, open again."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desk.core.db.editing import take_over
from desk.core.db.uow import UnitOfWork
from desk.core.db.verbs import verb
from desk.core.errors import NeedsReason, UserError
from desk.core.i18n import _
from desk.core.organisations.drafts import OrganisationDraft
from desk.core.organisations.kinds import ORGANISATION_KINDS
from desk.core.organisations.model import Organisation
from desk.core.people.checks import sentences
from desk.core.people.names import readings
from desk.core.people.uscc import clean_uscc, examine_uscc
from desk.core.places.model import Area
from desk.core.text import clean, clean_note
from desk.core.text import code as clean_code

CHANGE = "desk.organisations.change"


@verb("organisations.register", permission=CHANGE)
def register_organisation(uow: UnitOfWork, draft: OrganisationDraft) -> int:
    """Take an organisation into the register; answers its id.

    Raises UserError beside the field, NeedsReason for findings saved without a reason: evidence is weighed by people.
    """
    values = _values(uow, draft, None)
    organisation = uow.add(Organisation(**values))
    uow.trace("organisations.register", "organisation", organisation.id, odd=bool(values["uscc_reason"]))
    return int(organisation.id)


@verb("organisations.change", permission=CHANGE)
def change_organisation(uow: UnitOfWork, organisation_id: int, draft: OrganisationDraft, version: int) -> None:
    """Change an organisation; raises Conflict when somebody saved since, else as `register_organisation`."""
    organisation = uow.get(Organisation, organisation_id)
    uow.require_area(organisation.area_id)
    changed = take_over(organisation, _values(uow, draft, organisation), version)
    uow.trace("organisations.change", "organisation", organisation_id, fields=changed)


@verb("organisations.close", permission=CHANGE)
def close_organisation(uow: UnitOfWork, organisation_id: int, on: date, reason: str) -> None:
    """It moved away or was dissolved on the day `on`; its history stays."""
    organisation = uow.get(Organisation, organisation_id)
    uow.require_area(organisation.area_id)
    reason = clean(reason, field="reason")
    if not reason:
        raise UserError(_("Say why it is closed."), field="reason")
    organisation.closed_on, organisation.closed_reason = on, reason
    uow.trace("organisations.close", "organisation", organisation_id, on=on.isoformat())


@verb("organisations.reopen", permission=CHANGE)
def reopen_organisation(uow: UnitOfWork, organisation_id: int) -> None:
    """Closing was a mistake, or it came back."""
    organisation = uow.get(Organisation, organisation_id)
    organisation.closed_on, organisation.closed_reason = None, ""
    uow.trace("organisations.reopen", "organisation", organisation_id)


def findings(uow: UnitOfWork, draft: OrganisationDraft, own_id: int | None = None) -> tuple[str, ...]:
    """What speaks against the draft, one sentence each; none of it forbids to save it with a reason."""
    uscc, name = clean_uscc(draft.uscc), clean(draft.name, limit=120, field="name")
    said = sentences(examine_uscc(uscc)) if uscc else ()
    others = uow.session.scalars(select(Organisation).where(Organisation.closed_on.is_(None), Organisation.id != (own_id or 0),
                                                            Organisation.name == name).limit(1)).all()
    return (*said, *(_("{name} is in the register already.").format(name=other.name) for other in others))


def _values(uow: UnitOfWork, draft: OrganisationDraft, own: Organisation | None) -> dict[str, Any]:
    name, uscc = clean(draft.name, limit=120, field="name"), clean_uscc(draft.uscc)
    if not name:
        raise UserError(_("Enter a name."), field="name")
    if draft.kind not in ORGANISATION_KINDS:
        raise UserError(_("Choose the kind of organisation."), field="kind")
    if draft.size is not None and not 0 <= draft.size <= 10_000_000:
        raise UserError(_("The number of persons cannot be right."), field="size")
    _check_places(uow, draft, own)
    _refuse_double(uow, uscc, own)
    return {"name": name, "pinyin": readings(name).sort_key[:400], "kind": draft.kind, "uscc": uscc,
            "uscc_reason": _reason(uow, draft, own), "code": _free_code(uow, draft.code, own), "area_id": draft.area_id,
            "short_name": clean(draft.short_name, limit=60, field="short_name"), "parent_id": draft.parent_id,
            "legal_representative": clean(draft.legal_representative, limit=60, field="legal_representative"),
            "contact": clean(draft.contact, limit=60, field="contact"), "phone": clean(draft.phone, limit=40, field="phone"),
            "address": clean(draft.address, field="address"), "size": draft.size, "active_from": draft.active_from,
            "note": clean_note(draft.note, limit=4000, field="note")}


def _reason(uow: UnitOfWork, draft: OrganisationDraft, own: Organisation | None) -> str:
    """The reason to keep beside the findings, "" when there are none; one given before stands while the code does."""
    found = findings(uow, draft, own.id if own else None)
    before = own.uscc_reason if own and own.uscc == clean_uscc(draft.uscc) else ""
    reason = clean(draft.reason, field="reason") or before
    if found and not reason:
        raise NeedsReason(_("Look at this again before it is saved."), findings=found)
    return reason if found else ""


def _check_places(uow: UnitOfWork, draft: OrganisationDraft, own: Organisation | None) -> None:
    if draft.area_id is not None:
        uow.get(Area, draft.area_id)
        uow.require_area(draft.area_id)
    seen, above = {own.id} if own else set(), draft.parent_id
    while above is not None:
        if above in seen:
            raise UserError(_("An organisation cannot belong to itself."), field="parent_id")
        seen.add(above)
        above = uow.get(Organisation, above).parent_id


def _refuse_double(uow: UnitOfWork, uscc: str, own: Organisation | None) -> None:
    if not uscc:
        return
    other = uow.session.scalars(select(Organisation).where(Organisation.uscc == uscc, Organisation.closed_on.is_(None),
                                                           Organisation.id != (own.id if own else 0))).first()
    if other is not None:
        raise UserError(_("{name} has this credit code: one record for one organisation.").format(name=other.name),
                        field="uscc", todo=_("Open that record and change it there."))


def _free_code(uow: UnitOfWork, typed: str, own: Organisation | None) -> str | None:
    code = clean_code(typed, limit=40, field="code")
    if not code:
        return None
    other = uow.session.scalars(select(Organisation).where(Organisation.code == code)).first()
    if other is not None and other is not own:
        raise UserError(_("The code {code} belongs to {name}.").format(code=code, name=other.name), field="code")
    return code

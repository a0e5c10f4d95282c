"""Registering a dispute, its parties, and the decision to accept it."""

from dataclasses import asdict, replace

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, translator
from desk.api.cases import CaseDraft, CasePartyDraft, change_case, move_case, open_case, set_number, set_parties
from desk.api.db import UnitOfWork, verb
from desk.api.numbers import give_number
from desk.api.people import read_date
from plugins.mediation.categories import category_title
from plugins.mediation.drafts import AcceptanceDraft, DisputeDraft, EndingDraft, PartyDraft
from plugins.mediation.kinds import CASE_SERIES, DISPUTE, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, Party
from plugins.mediation.parties import check_parties, fill_from_register
from plugins.mediation.service.noting import noted

_ = translator("mediation")


@verb("mediation.save", permission=WRITE)
def save_dispute(uow: UnitOfWork, draft: DisputeDraft) -> int:
    """Register a new dispute or change the one that was opened."""
    return change_dispute(uow, draft.id, draft) if draft.id else register_dispute(uow, draft)


@verb("mediation.register", permission=WRITE)
def register_dispute(uow: UnitOfWork, draft: DisputeDraft) -> int:
    """Register a dispute between at least two parties; answers the dispute's id. UserError beside what is missing."""
    draft = _read(uow, draft)
    _check(uow, draft)
    case_id = open_case(uow, DISPUTE, _case(draft))
    # the case's id is the dispute's own, so that (DISPUTE, id) means one record in changes, files, links and numbers
    dispute = uow.add(Dispute(id=case_id, case_id=case_id, applied_on=draft.applied_on or uow.clock.today(), **_plain(draft)))
    _write_parties(uow, dispute, draft.parties)
    noted(uow, "mediation.register", dispute.id)
    return int(dispute.id)


@verb("mediation.change", permission=WRITE)
def change_dispute(uow: UnitOfWork, dispute_id: int, draft: DisputeDraft) -> int:
    """Change what was registered; signed agreements keep what they said. Conflict when somebody saved it first."""
    dispute = uow.get(Dispute, dispute_id)
    uow.expect_version(dispute, draft.version)
    draft = _read(uow, draft)
    _check(uow, draft)
    for name, value in _plain(draft).items():
        setattr(dispute, name, value)
    dispute.applied_on = draft.applied_on or dispute.applied_on
    _write_parties(uow, dispute, draft.parties)
    change_case(uow, dispute.case_id, _case(draft))
    noted(uow, "mediation.change", dispute.id)
    return dispute_id


@verb("mediation.accept", permission=WRITE)
def accept_dispute(uow: UnitOfWork, draft: AcceptanceDraft) -> int:
    """Accept: number, mediators, rights told. Refused while a party does not agree (R1, R2)."""
    dispute = uow.get(Dispute, draft.dispute_id)
    if not draft.all_agree:
        raise UserError(_("A party does not agree to mediation, so it cannot be accepted."), field="all_agree",
                        source=source("R2"), todo=_("Record that it was not accepted, and name the right channel."))
    if not [name for name in draft.mediators if name.strip()]:
        raise UserError(_("Name at least one mediator."), field="mediators", source=source("R4"))
    if draft.accepted_on > uow.clock.today():
        raise UserError(_("The day of acceptance lies in the future."), field="accepted_on")
    dispute.accepted_on, dispute.chosen_by = draft.accepted_on, draft.chosen_by
    dispute.mediators = [clean(name) for name in draft.mediators if name.strip()]
    dispute.recorder, dispute.rights_told_on = clean(draft.recorder), draft.rights_told_on
    move_case(uow, dispute.case_id, "accept", on=draft.accepted_on)
    set_number(uow, dispute.case_id, give_number(uow, CASE_SERIES, DISPUTE, dispute.id))
    noted(uow, "mediation.accept", dispute.id)
    return draft.dispute_id


@verb("mediation.refuse", permission=WRITE)
def refuse_dispute(uow: UnitOfWork, draft: EndingDraft) -> int:
    """Do not accept, with the reason and the right channel in words."""
    move_case(uow, uow.get(Dispute, draft.dispute_id).case_id, "refuse", reason=clean_note(draft.reason), on=draft.on)
    return draft.dispute_id


def parties_of(uow: UnitOfWork, dispute_id: int) -> list[Party]:
    """Applicants first, in the order they were entered."""
    found = uow.session.scalars(select(Party).where(Party.dispute_id == dispute_id).order_by(Party.place)).all()
    return sorted(found, key=lambda party: (party.side != "applicant", party.place))


def title_of(draft: DisputeDraft) -> str:
    """卷名: names of the parties and the category, as the cover prints it ("张三、李四邻里纠纷")."""
    names = [clean(party.name) for party in draft.parties if party.name.strip()]
    shown = "、".join(names[:3]) + ("等" if len(names) > 3 else "")
    return f"{shown}{category_title(draft.category)}"


def _read(uow: UnitOfWork, draft: DisputeDraft) -> DisputeDraft:
    """What the register knows of a chosen person fills what was left blank; birth dates become partial dates."""
    return replace(draft, parties=tuple(
        _dated(uow, fill_from_register(uow, party), place) for place, party in enumerate(draft.parties)))


def _dated(uow: UnitOfWork, party: PartyDraft, place: int) -> PartyDraft:
    if not party.birth.strip():
        return party
    return replace(party, birth=str(read_date(party.birth, on=uow.clock.today(), field=f"parties.{place}.birth")))


def _check(uow: UnitOfWork, draft: DisputeDraft) -> None:
    fields = check_parties(draft.parties, on=draft.applied_on or uow.clock.today())
    if not draft.category:
        fields["category"] = _("Choose the kind of dispute.")
    if draft.applied_on and draft.applied_on > uow.clock.today():
        fields["applied_on"] = _("This day lies in the future.")
    if draft.source == "transfer" and not draft.transferred_by.strip():
        fields["transferred_by"] = _("Say which office handed it over.")
    if fields:
        raise UserError(next(iter(fields.values())), fields=fields)


def _case(draft: DisputeDraft) -> CaseDraft:
    return CaseDraft(title=title_of(draft), summary=clean_note(draft.summary)[:200], class_code=draft.category,
                     source=draft.source, opened_on=draft.applied_on, confidential=True)


def _plain(draft: DisputeDraft) -> dict[str, object]:
    return {"category": draft.category, "source": draft.source, "summary": clean_note(draft.summary),
            "requests": [clean_note(one) for one in draft.requests if one.strip()],
            "transferred_by": clean(draft.transferred_by), "transfer_number": clean(draft.transfer_number),
            "excluded_subject": draft.excluded_subject, "place": clean(draft.place), "open_mediation": draft.open_mediation}


def _write_parties(uow: UnitOfWork, dispute: Dispute, drafts: tuple[PartyDraft, ...]) -> None:
    """Rows keep their ids, because signatures refer to them; those no longer named go."""
    have = {party.id: party for party in parties_of(uow, dispute.id)}
    for place, draft in enumerate(drafts):
        party = have.pop(draft.id, None) or Party(dispute_id=dispute.id)
        values = {name: clean(value) if isinstance(value, str) else value for name, value in asdict(draft).items()}
        values.pop("id")
        for name, value in values.items():
            setattr(party, name, value)
        party.place = place
        uow.session.add(party)
    for gone in have.values():
        uow.session.delete(gone)
    uow.session.flush()
    set_parties(uow, dispute.case_id, [CasePartyDraft(draft.side, draft.person_id, draft.organisation_id)
                                       for draft in drafts if draft.person_id or draft.organisation_id])

"""Registering a dispute and its parties."""

from dataclasses import asdict, replace

from sqlalchemy import select

from desk.api import UserError, clean, clean_note, refuse_marked, translator
from desk.api.cases import CaseDraft, CasePartyDraft, change_case, open_case, set_parties, visible_case
from desk.api.db import UnitOfWork, verb
from desk.api.people import read_date
from plugins.mediation.categories import SOURCES, category_title
from plugins.mediation.drafts import DisputeDraft, PartyDraft
from plugins.mediation.kinds import DISPUTE, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, Party, Signature
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
    dispute = seen(uow, dispute_id)
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


def seen(uow: UnitOfWork, dispute_id: int) -> Dispute:
    """The dispute when its case may be seen, NotFound otherwise; every verb begins with it."""
    dispute = uow.get(Dispute, dispute_id)
    visible_case(uow, dispute.case_id)
    return dispute


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
    fields = check_parties(uow, draft.parties, on=draft.applied_on or uow.clock.today())
    if not draft.category:
        fields["category"] = _("Choose the kind of dispute.")
    for name, day in (("applied_on", draft.applied_on), ("happened_on", draft.happened_on)):
        if day and day > uow.clock.today():
            fields[name] = _("This day lies in the future.")
    if draft.source not in dict(SOURCES):
        fields["source"] = _("A case begins by a request or by the committee's own initiative.({source})").format(
            source=source("R1"))
    if draft.open_mediation and draft.privacy:
        fields["open_mediation"] = _("It touches privacy or business secrets, so it is not public.({source})").format(
            source=source("R6"))
    if draft.source == "transfer" and not draft.transferred_by.strip():
        fields["transferred_by"] = _("Say which office handed it over.({source})").format(source=source("R3"))
    refuse_marked(fields)


def _case(draft: DisputeDraft) -> CaseDraft:
    return CaseDraft(title=title_of(draft), summary=clean_note(draft.summary)[:200], class_code=draft.category,
                     source=draft.source, opened_on=draft.applied_on, area_id=draft.area_id, confidential=True)


def _plain(draft: DisputeDraft) -> dict[str, object]:
    return {"category": draft.category, "source": draft.source, "summary": clean_note(draft.summary),
            "requests": [clean_note(one) for one in draft.requests if one.strip()],
            "transferred_by": clean(draft.transferred_by), "transfer_number": clean(draft.transfer_number),
            "excluded_subject": draft.excluded_subject, "place": clean(draft.place), "open_mediation": draft.open_mediation,
            "privacy": draft.privacy, "written_wanted": draft.written_wanted, "difficulty": draft.difficulty,
            "scale": draft.scale, "happened_on": draft.happened_on}


def _keep_signed(uow: UnitOfWork, have: dict[int, Party], named: set[int]) -> None:
    """Who has signed an agreement stays among the parties, and stays the same one (R13)."""
    signed = set(uow.session.scalars(select(Signature.party_id).where(Signature.party_id.in_(have))))
    gone = [party.name for party in have.values() if party.id in signed - named]
    if gone:
        raise UserError(_("{names} signed an agreement and cannot be taken out of the parties.").format(names="、".join(gone)),
                        field="parties", source=source("R13"), todo=_("Write a supplementary agreement instead."))


def _write_parties(uow: UnitOfWork, dispute: Dispute, drafts: tuple[PartyDraft, ...]) -> None:
    """Rows keep their ids, because signatures refer to them; those no longer named go."""
    have = {party.id: party for party in parties_of(uow, dispute.id)}
    _keep_signed(uow, have, {draft.id for draft in drafts})
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

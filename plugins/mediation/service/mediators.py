"""Who mediates: replaced at a party's wish, and everything of one mediator handed to another."""

from desk.api import UserError, clean, refuse_marked, translator
from desk.api.cases import assign, get_case, list_cases, note
from desk.api.db import UnitOfWork, verb
from desk.api.pages import PageRequest
from desk.api.staff import get_account_name
from plugins.mediation.drafts import HandOverDraft, MediatorDraft
from plugins.mediation.kinds import ALL, DISPUTE, WRITE
from plugins.mediation.law import source
from plugins.mediation.models import Dispute, MediatorChange
from plugins.mediation.service.conflicts import guard_mediators
from plugins.mediation.service.intake import parties_of, seen
from plugins.mediation.service.noting import noted

_ = translator("mediation")
_PAGE = 200


@verb("mediation.replace_mediator", permission=WRITE)
def replace_mediator(uow: UnitOfWork, draft: MediatorDraft) -> int:
    """One mediator steps back, another accepts: both names, the reason and the day are kept (R4). Answers the dispute's id."""
    dispute = seen(uow, draft.dispute_id)
    fields = {}
    if draft.before not in dispute.mediators:
        fields["before"] = _("This is no mediator of the case.")
    if not clean(draft.after) or clean(draft.after) in dispute.mediators:
        fields["after"] = _("Name who takes over.")
    if not clean(draft.reason):
        fields["reason"] = _("Say why.({source})").format(source=source("R4"))
    if draft.on > uow.clock.today():
        fields["on"] = _("This day lies in the future.")
    if draft.asked_by and draft.asked_by not in [party.id for party in parties_of(uow, dispute.id)]:
        fields["asked_by"] = _("This is no party of the case.")
    refuse_marked(fields)
    guard_mediators(uow, dispute, [clean(draft.after)], told=draft.conflict_told, field="after", on=draft.on)
    _replace(uow, dispute, draft)
    return draft.dispute_id


@verb("mediation.hand_over", permission=ALL)
def hand_over(uow: UnitOfWork, draft: HandOverDraft) -> int:
    """Every open case of one account goes to another; with `names` also on the papers to come. Answers how many."""
    if draft.from_id == draft.to_id:
        raise UserError(_("Choose two different mediators."), field="to_id")
    if not clean(draft.reason):
        raise UserError(_("Say why."), field="reason")
    before, after = get_account_name(uow, draft.from_id), get_account_name(uow, draft.to_id)
    cases = _cases_of(uow, draft.from_id)
    for case_id in cases:
        assign(uow, case_id, draft.to_id, draft.reason)
        dispute = uow.get(Dispute, case_id)
        if draft.names and before in dispute.mediators and after not in dispute.mediators:
            guard_mediators(uow, dispute, [after], told=draft.conflict_told, field="names", on=uow.clock.today(),
                            case=_called(uow, case_id))
            _replace(uow, dispute, MediatorDraft(case_id, before, after, draft.reason, uow.clock.today()))
    uow.trace("mediation.hand_over", DISPUTE, None, before=draft.from_id, after=draft.to_id, cases=len(cases))
    return len(cases)


def _called(uow: UnitOfWork, case_id: int) -> str:
    case = get_case(uow, case_id)
    return case.number or case.title


def _replace(uow: UnitOfWork, dispute: Dispute, draft: MediatorDraft) -> None:
    after = clean(draft.after)
    dispute.mediators = [after if name == draft.before else name for name in dispute.mediators]
    uow.add(MediatorChange(dispute_id=dispute.id, before=draft.before, after=after, reason=clean(draft.reason, limit=400),
                           asked_by=draft.asked_by, on_date=draft.on))
    note(uow, dispute.case_id, f"调解员由{draft.before}变更为{after}:{clean(draft.reason)}")
    noted(uow, "mediation.replace_mediator", dispute.id)


def _cases_of(uow: UnitOfWork, user_id: int) -> list[int]:
    """Ids of all open cases an account handles."""
    found: list[int] = []
    request = PageRequest(size=_PAGE, filters={"handler_id": user_id, "open": True})
    while True:
        page = list_cases(uow, request, kind=DISPUTE)
        found += [row.id for row in page.rows]
        if page.next is None:
            return found
        request = PageRequest(size=_PAGE, filters=request.filters, after=page.next)

"""What may still come of a performed agreement: written down, added to, taken to the court again, not performed after all."""

from datetime import timedelta

from desk.api.cases import list_clocks
from plugins.mediation.drafts import (
    AgreementDraft,
    ConfirmationDraft,
    DecisionDraft,
    EndingDraft,
    InstalmentDraft,
    PerformedDraft,
    QuickDraft,
    RevisionDraft,
)
from plugins.mediation.models import Agreement
from plugins.mediation.pages import record
from plugins.mediation.service.agreements import draft_agreement
from plugins.mediation.service.closing import close_dispute
from plugins.mediation.service.confirming import apply_confirmation, enter_decision
from plugins.mediation.service.performance import mark_instalment, mark_performed, resume_performance
from plugins.mediation.service.quick import settle_quickly
from plugins.mediation.service.versions import supplement_agreement, write_down


def offered(room, dispute):
    """The buttons of a case's page, by the form behind them."""
    return [act.entry.removeprefix("mediation.") or act.run.rpartition(":")[2] for act in room.see(record.load, dispute).acts]


def performed(room):
    """A written agreement that was performed: (dispute, agreement)."""
    dispute, agreement = room.sealed()
    room.do(mark_performed, EndingDraft(dispute, room.today))
    return dispute, agreement


def ask(room, dispute, agreement):
    return room.do(apply_confirmation, ConfirmationDraft(agreement, "和平区人民法院", room.today, tuple(room.parties(dispute))))


def test_an_oral_agreement_that_was_performed_at_once_is_written_down_and_taken_to_the_court(room, refused):
    oral = room.do(settle_quickly, QuickDraft("龚桂兰", "欧阳䶮", "neighbour", "楼道堆物", "当场清理;"))
    dispute = room.see(lambda uow: uow.get(Agreement, oral).dispute_id)
    assert "write_down" in offered(room, dispute)
    written = room.do(write_down, oral)
    buttons = offered(room, dispute)
    assert {"signing_form", "agreement_form", "drop_draft"} <= set(buttons)
    assert buttons[0] == "signing_form"
    assert "草稿" in refused(room.do, close_dispute, EndingDraft(dispute, room.today)).todo
    room.sign(dispute, written)
    assert room.state(dispute) == "performed"
    assert "confirmation_form" in offered(room, dispute)
    ask(room, dispute, written)


def test_a_supplement_that_wants_more_opens_the_performance_again(room, clock):
    dispute, agreement = performed(room)
    more = room.do(supplement_agreement, RevisionDraft(agreement, "漏写赔偿款"))
    room.do(draft_agreement, AgreementDraft(
        dispute, "漏写赔偿款", ("另付500元;",), made_on=room.today, mediators=("沈建国",),
        version=room.see(lambda uow: uow.get(Agreement, more).version),
        instalments=(InstalmentDraft(room.today + timedelta(days=9), "赔偿款", 50_000),)))
    room.sign(dispute, more)
    assert room.state(dispute) == "performing"
    assert any(clock.code.startswith("pay.") and clock.stopped_on is None for clock in room.see(list_clocks, dispute))
    assert "paid_form" in offered(room, dispute)
    room.do(mark_instalment, PerformedDraft(more, 0, room.today))
    room.do(mark_performed, EndingDraft(dispute, room.today))
    room.do(close_dispute, EndingDraft(dispute, room.today))


def test_what_was_marked_as_performed_by_mistake_goes_on(room, refused):
    dispute, _agreement = performed(room)
    assert "resume_form" in offered(room, dispute)
    assert refused(room.do, resume_performance, EndingDraft(dispute)).field == "reason"
    room.do(resume_performance, EndingDraft(dispute, room.today, "点错了"))
    assert room.state(dispute) == "performing"
    assert "performed_form" in offered(room, dispute)


def test_a_court_may_be_asked_again_and_answers_after_the_close(room, refused):
    dispute, agreement = performed(room)
    first = ask(room, dispute, agreement)
    assert "confirmation_form" not in offered(room, dispute)
    refused(ask, room, dispute, agreement)
    room.do(enter_decision, DecisionDraft(first, "not_accepted", room.today, reason="应向标的物所在地法院申请"))
    assert "confirmation_form" in offered(room, dispute)
    second = ask(room, dispute, agreement)
    room.do(close_dispute, EndingDraft(dispute, room.today))
    assert {"decision_form", "lawsuit_form"} <= set(offered(room, dispute))
    room.do(enter_decision, DecisionDraft(second, "valid", room.today))
    assert "decision_form" not in offered(room, dispute)

"""Guards on what is put right afterwards, on time that ran out, and on the court that may be asked."""

from dataclasses import replace

import pytest

from desk.testing.hall import put_settings
from plugins.mediation.drafts import (
    ConfirmationDraft,
    DisputeDraft,
    EndingDraft,
    ExtensionDraft,
    InvitedDraft,
    MediatorDraft,
    PartyDraft,
    SessionDraft,
    VisitDraft,
)
from plugins.mediation.pages import record
from plugins.mediation.pages.starting_file import confirmation as confirmation_starts
from plugins.mediation.queries_file import get_lines
from plugins.mediation.service.closing import close_dispute, terminate
from plugins.mediation.service.collecting import save_visit
from plugins.mediation.service.confirming import apply_confirmation
from plugins.mediation.service.extending import extend
from plugins.mediation.service.intake import save_dispute
from plugins.mediation.service.joint import accept_court_matter, save_court_matter
from plugins.mediation.service.mediators import replace_mediator
from plugins.mediation.service.sessions import save_session
from plugins.mediation.tests.helpers import said

APPLICANT, RESPONDENT = PartyDraft("applicant", name="龚桂兰"), PartyDraft("respondent", name="欧阳䶮")


def test_on_the_31st_day_only_more_time_or_the_end(room, refused, clock):
    dispute = room.accept()
    room.hold(dispute, "continued")
    assert "第三十三条" in said(refused(room.do, terminate, EndingDraft(dispute, room.today, "", room.today, "expired")))
    clock.advance(days=40)
    card = room.see(record.load, dispute)
    late = [one for one in card.missing if "第三十三条" in one.source]
    assert [one.entry for one in late] == ["mediation.extension_form"]
    assert card.lamp.days_left < 0
    assert "第三十三条" in said(refused(room.do, close_dispute, EndingDraft(dispute, room.today)))
    room.do(extend, ExtensionDraft(dispute, room.today.replace(month=12, day=31), "等待鉴定", tuple(room.parties(dispute))))
    assert not [one for one in room.see(record.load, dispute).missing if "第三十三条" in one.source]


def test_the_31st_day_may_end_it(room, clock):
    dispute = room.accept()
    clock.advance(days=40)
    room.do(terminate, EndingDraft(dispute, room.today, "", room.today, "expired"))
    assert room.state(dispute) == "terminated"


def test_a_mediator_replaced_at_a_wish_leaves_names_reason_and_day(room):
    dispute = room.accept()
    room.do(replace_mediator, MediatorDraft(dispute, "沈建国", "方敏", "当事人要求更换", room.today, room.parties(dispute)[0]))
    shown, = room.see(get_lines, dispute).changes
    assert (shown.on, shown.what) == (room.today, "沈建国 → 方敏:当事人要求更换")


def test_a_visit_that_finds_an_unpaid_instalment_asks_for_measures(room, refused):
    dispute, _agreement = room.sealed()
    draft = VisitDraft(dispute, room.today, "龚桂兰", performed="part", findings="第二期未付。", visitor="沈建国")
    assert "第三十一条" in refused(room.do, save_visit, draft).fields["measures"]
    room.do(save_visit, replace(draft, measures="已当面督促"))


def test_a_corrected_sitting_keeps_the_guards(room, refused):
    dispute = room.accept()
    session = room.hold(dispute, "continued")
    now = room.clock.now()
    changed = SessionDraft(dispute, now, id=session, version=1, record="补记。", outcome="continued", mediators=("沈建国",),
                           invited=(InvitedDraft("老单", "邻居"),))
    assert "第二十条" in said(refused(room.do, save_session, changed))
    assert "record" in refused(room.do, save_session, replace(changed, invited=(), record=" ")).fields


def test_who_has_signed_stays_a_party(room, refused):
    dispute, _agreement = room.sealed()
    file = room.file(dispute)
    first = file.parties[0]
    draft = DisputeDraft("neighbour", (replace(APPLICANT, id=first.id), RESPONDENT), id=dispute, summary="602室漏水",
                         version=file.dispute.version)
    assert "第二十九条" in said(refused(room.do, save_dispute, draft))


def test_nothing_is_taken_for_granted_of_a_limited_adult(room, refused):
    party = PartyDraft("applicant", name="龚桂兰", birth="1950-01-01", limited=True)
    assert "民法典" in said(refused(room.register, party, RESPONDENT))


def test_nobody_quarrels_with_herself(room, refused):
    told = refused(room.register, PartyDraft("applicant", name="龚桂兰"), PartyDraft("respondent", name="龚桂兰"))
    assert "parties" in told.fields
    room.register(PartyDraft("applicant", name="龚桂兰", contact="13800000001"),
                  PartyDraft("respondent", name="龚桂兰", contact="13900000002"))
    room.register(PartyDraft("applicant", name="张某"), PartyDraft("respondent", name="张某"))


def test_settings_move_the_number_of_representatives(room, refused):
    room.do(put_settings, {"mediation.max_representatives": 2})
    side = [PartyDraft("applicant", name=f"居民{one}", representing=True) for one in "甲乙丙"]
    assert "第二十条" in said(refused(room.register, *side, RESPONDENT))
    room.register(*side[:2], RESPONDENT)


# Which court (民事诉讼法 205)

def ask(room, dispute, agreement, court="和平区人民法院", **more):
    return ConfirmationDraft(agreement, court, room.today, tuple(room.parties(dispute)), **more)


@pytest.mark.parametrize(("forum", "more"), [("domicile", {"address": "翠湖花园3幢"}), ("object", {"place": "翠湖花园602室"})])
def test_a_ground_of_jurisdiction_stands_in_the_record(room, refused, forum, more):
    dispute, agreement = room.sealed()
    assert "第二百零五条" in refused(room.do, apply_confirmation, ask(room, dispute, agreement, forum=forum)).fields["forum"]
    party = replace(APPLICANT, address=more.get("address", ""))
    dispute, agreement = room.sealed(room.accept(room.register(party, RESPONDENT, place=more.get("place", ""))))
    room.do(apply_confirmation, ask(room, dispute, agreement, forum=forum))


def test_without_an_invitation_the_room_s_own_court_is_asked(room, refused):
    dispute, agreement = room.sealed()
    assert room.see(confirmation_starts, agreement)["forum"] == "organisation"
    assert "forum" in refused(room.do, apply_confirmation, ask(room, dispute, agreement, forum="invited")).fields
    assert "forum" in refused(room.do, apply_confirmation, ask(room, dispute, agreement, forum="moon")).fields
    room.do(apply_confirmation, ask(room, dispute, agreement))


def test_the_court_that_invited_is_the_court_to_ask(room, refused):
    matter = room.do(save_court_matter, {"court": "某区人民法院", "number": "(2026)民诉前调12号", "plaintiff": "龚桂兰",
                                         "defendant": "欧阳䶮", "cause": "相邻关系纠纷", "category": "neighbour",
                                         "received_on": room.today})
    dispute = room.accept(room.do(accept_court_matter, {"id": matter}))
    _dispute, agreement = room.sealed(dispute)
    start = room.see(confirmation_starts, agreement)
    assert (start["forum"], start["court"]) == ("invited", "某区人民法院")
    assert "第二百零五条" in refused(room.do, apply_confirmation, ask(room, dispute, agreement)).fields["court"]
    room.do(apply_confirmation, ask(room, dispute, agreement, "某区人民法院"))

"""Two practice estates: one with a committee whose term ends soon, one that prepares its first."""

from datetime import timedelta

from desk.api.db import UnitOfWork
from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft, call_gathering, write_minutes
from desk.api.votes import number_papers
from plugins.consultation.estates.decisions import decide
from plugins.consultation.estates.drafts import (
    CommitteeDraft,
    DecisionDraft,
    EstateDraft,
    FilingDraft,
    OwnerDraft,
    OwnersVoteDraft,
    SeatChangeDraft,
    SeatDraft,
    UnitDraft,
)
from plugins.consultation.estates.kinds import COMMITTEE
from plugins.consultation.estates.seat_changes import change_seat
from plugins.consultation.estates.service import (
    file_committee,
    open_owners_vote,
    prepare_committee,
    save_estate,
    save_unit,
    seat_committee,
)

OWNERS = (("1幢", "101", "89.5", ("龚桂兰",)), ("1幢", "102", "90", ("欧阳䶮", "何苗")), ("1幢", "201", "100", ("沈建国",)),
          ("1幢", "202", "100", ("沈建国",)), ("2幢", "101", "112.36", ("孙明",)), ("2幢", "102", "76.08", ("罗小梅",)),
          ("2幢", "201", "112.36", ("唐志强",)), ("2幢", "202", "76.08", ()))
SEATS = (SeatDraft("孙明", "director", "2幢101"), SeatDraft("罗小梅", "deputy", "2幢102"),
         SeatDraft("唐志强", "member", "2幢201"),
         SeatDraft("龚桂兰", "member", "1幢101"), SeatDraft("沈建国", "member", "1幢201"))


def fill_estates(uow: UnitOfWork) -> None:
    """Parts with a co-owned flat, an owner of two and one unsold; a filed committee, and a vote whose ballots are out."""
    today = uow.clock.today()
    garden = _estate(uow, "翠湖花园")
    body = prepare_committee(uow, CommitteeDraft(garden, preparers="沈建国、孙明、罗小梅", on=today - timedelta(days=1100)))
    elected = today - timedelta(days=1020)
    seat_committee(uow, CommitteeDraft(id=body, seats=SEATS, on=elected, years=3))
    file_committee(uow, FilingDraft(body, elected + timedelta(days=12), "和平街道办事处", "和平业备〔2024〕3号"))
    change_seat(uow, SeatChangeDraft(body, "沈建国", "搬离本小区", "何苗", home="1幢102", how="业主大会补选",
                                     on=elected + timedelta(days=400)))
    _sat(uow, body)
    park = _estate(uow, "望江苑")
    prepare_committee(uow, CommitteeDraft(park, preparers="何苗、唐志强", on=today - timedelta(days=20)))
    vote = open_owners_vote(uow, OwnersVoteDraft(park, "望江苑首次业主大会", "owners_ordinary", tuple(
        f"选举{name}为业主委员会委员" for name in ("孙明", "罗小梅", "唐志强", "龚桂兰", "沈建国")), today,
                                                 today - timedelta(days=16)))
    number_papers(uow, vote)


def _sat(uow: UnitOfWork, body: int) -> None:
    """One meeting of the committee with a decision that waits to be posted."""
    start = uow.clock.now() - timedelta(days=2)
    names = [one.name for one in SEATS[:4]] + ["何苗"]
    who = tuple(AttendeeDraft(name, "owners", state="came" if place < 4 else "excused") for place, name in enumerate(names))
    meeting = call_gathering(uow, GatheringDraft(
        "owners_committee", "翠湖花园业主委员会会议", start, place="物业会议室", convener="孙明", host="孙明",
        recorder="罗小梅", noticed_on=uow.clock.today() - timedelta(days=9), owner_kind=COMMITTEE, owner_id=body,
        attendees=who))
    write_minutes(uow, MinutesDraft(meeting, ends_at=start + timedelta(hours=1), attendees=who,
                                    agreed="同意用公共收益更换单元门禁，预算两万元以内。"))
    decide(uow, DecisionDraft(meeting, "用公共收益更换单元门禁",
                              "用公共收益更换1、2幢单元门禁，预算不超过两万元，结算后公布。", tuple(names[:4])))


def _estate(uow: UnitOfWork, name: str) -> int:
    estate = save_estate(uow,
                         EstateDraft(name, address=f"和平街道{name}", firm="翠湖物业服务中心", developer="和平置业有限公司"))
    for building, label, area, owners in OWNERS:
        save_unit(uow, UnitDraft(estate, label, building, area, owners=tuple(OwnerDraft(one) for one in owners),
                                 voter=owners[0] if len(owners) > 1 else "", unsold=not owners))
    return estate

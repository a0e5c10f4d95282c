"""Practice data of village matters: a major one after its first review, and one whose party meeting has voted and whose
representatives are voting in secret.
"""

from datetime import timedelta

from desk.api import hall_time
from desk.api.db import UnitOfWork
from desk.api.meetings import AttendeeDraft, GatheringDraft, MinutesDraft, call_gathering, write_minutes
from desk.api.votes import HandsDraft, give_in_practice, list_roll, record_hands
from plugins.consultation.drafts import (
    AcceptDraft,
    BallotDraft,
    CountDraft,
    RaiserDraft,
    StepDraft,
    TextDraft,
    TopicDraft,
    VoteActDraft,
)
from plugins.consultation.kinds import CONFORMITIES, TOPIC
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import AS_ONE, accept_topic, save_topic
from plugins.consultation.service.votes import count_ballots, make_ballots, note_present, open_topic_vote
from plugins.consultation.service.work import write_draft

PLAN = "一、建设内容和标准见附图。\n二、资金由村集体收入列支，公开结算。"
DEPUTIES = ("郑国庆", "马小云", "苏静", "唐志强", "孙明", "罗小梅", "贾文华", "蒋志伟", "余春梅", "叶海燕", "程建国", "丁玉珍",
            "沈桂兰", "卢嘉怡", "姜思远")
ALL_FOUR = tuple(code for code, _words in CONFORMITIES)


def fill_village(uow: UnitOfWork) -> None:
    """Both matters."""
    road = _raised(uow, "东头生产路硬化", "works", "three_reviews", 860_000_00, 12, 143)
    finish_step(uow, StepDraft(road, "topic"))
    _met(uow, road, "branch", "东头生产路硬化", "第一党支部")
    finish_step(uow, StepDraft(road, "branch", "第一党支部", ticks=ALL_FOUR))
    hall = _raised(uow, "老年活动房改建", "building", f"four_two{AS_ONE}", 320_000_00, 0, 96)
    _met(uow, hall, "committees", "老年活动房改建", "村党组织")
    finish_step(uow, StepDraft(hall, "branch", "村党组织"))
    _met(uow, hall, "members", "老年活动房改建", "村党组织")
    count_party_vote(uow, hall, 34, 30, 24)
    finish_step(uow, StepDraft(hall, "members", "村党组织"))
    begin_secret_vote(uow, hall)


def count_party_vote(uow: UnitOfWork, topic: int, expected: int, came: int, agree: int) -> int:
    """The party meeting's show of hands: judged on who was expected, not on who came."""
    roll = "\n".join(f"党员{number:02d}" for number in range(1, expected + 1))
    vote = open_topic_vote(uow, BallotDraft(topic, "党员大会审议表决", "party_meeting", "hands", ("同意提交村民代表会议",),
                                            roll, uow.clock.today()))
    note_present(uow, VoteActDraft(vote, roll_ids=tuple(line.id for line in list_roll(uow, vote)[:came])))
    make_ballots(uow, VoteActDraft(vote))
    for teller in (1, 2):
        record_hands(uow, HandsDraft(vote, teller, ((agree, came - agree, 0),)))
    count_ballots(uow, CountDraft(vote, "沈建国", teller="何苗"))
    return vote


def begin_secret_vote(uow: UnitOfWork, topic: int) -> int:
    """The representatives' secret vote: the ballots are printed, two thirds have theirs, the box is still shut."""
    roll = "\n".join(f"{name},{number}组" for number, name in enumerate(DEPUTIES, 1))
    vote = open_topic_vote(uow, BallotDraft(topic, "老年活动房改建决议", "village_reps", "secret",
                                            ("同意老年活动房改建方案", "同意工程款在集体收入中列支"), roll, uow.clock.today()))
    make_ballots(uow, VoteActDraft(vote, len(DEPUTIES) + 3))
    if uow.community.practice:
        give_in_practice(uow, vote, [line.id for line in list_roll(uow, vote)[:2 * len(DEPUTIES) // 3]])
    return vote


def _raised(uow: UnitOfWork, title: str, major: str, procedure: str, fen: int, land: int, households: int) -> int:
    topic = save_topic(uow, TopicDraft(
        title, f"{title}，改善村民生产生活。", field="living", channel="meeting", scope="全体村民",
        raised_on=uow.clock.today() - timedelta(days=9), raisers=(RaiserDraft("郑国庆", "deputy"),), major=major, major_fen=fen,
        land=land, major_households=households))
    accept_topic(uow, AcceptDraft(topic, procedure, "已受理，按程序审议。", "living", "何苗",
                                  uow.clock.today() - timedelta(days=8), lawful="符合法律法规"))
    write_draft(uow, TextDraft(topic, f"{title}方案", PLAN, author="村民委员会"))
    return topic


def _met(uow: UnitOfWork, topic: int, kind: str, title: str, convener: str) -> None:
    start = uow.clock.now() - timedelta(days=2)
    who = tuple(AttendeeDraft(name, "committee", state="came") for name in ("沈建国", "何苗", "郑国庆"))
    one = call_gathering(uow, GatheringDraft(
        kind, title, start, place="村部会议室", convener=convener, host="沈建国", recorder="何苗", owner_kind=TOPIC,
        owner_id=topic, noticed_on=hall_time(start).date() - timedelta(days=3), attendees=who))
    write_minutes(uow, MinutesDraft(one, ends_at=start + timedelta(hours=1), attendees=who,
                                    agreed="同意方案，提交下一步审议。"))

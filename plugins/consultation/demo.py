"""Practice topics in every state a screen should show, a finished vote, and one whose ballots are out."""

import random
from datetime import timedelta

from desk.api import hall_time
from desk.api.db import UnitOfWork
from desk.api.meetings import (
    AttendeeDraft,
    DecisionDraft,
    GatheringDraft,
    MinutesDraft,
    call_gathering,
    close_notice,
    write_minutes,
)
from desk.api.votes import HandsDraft, list_roll, record_hands
from plugins.consultation.demo_more import fill_more
from plugins.consultation.demo_village import fill_village
from plugins.consultation.drafts import (
    AcceptDraft,
    BallotDraft,
    CountDraft,
    PostingDraft,
    RaiserDraft,
    ReviewDraft,
    StepDraft,
    TextDraft,
    TopicDraft,
    VoteActDraft,
)
from plugins.consultation.kinds import TOPIC
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.votes import count_ballots, make_ballots, note_present, open_topic_vote
from plugins.consultation.service.work import post_draft, review_draft, write_draft

TOPICS = (
    ("电动自行车集中充电棚选址", "楼道飞线充电多，建议在小区北侧空地建充电棚。", "safety", 3),
    ("小区北门人车分流", "早晚高峰人车混行，建议北门只走行人。", "safety", 4),
    ("12号楼加装电梯的公共部分使用", "部分低楼层住户担心采光和噪声，请组织协商。", "living", 2),
    ("文明养犬公约", "早晚遛犬不牵绳，建议订立公约。", "self", 1),
    ("广场舞时间和音量", "晚间音量大，影响学生休息。", "community", 0),
    ("单元门口堆放装修垃圾", "装修垃圾清运不及时，建议固定堆放点。", "health", 0),
)
PLAN = ("一、在小区北侧空地设置充电棚一处，可停放六十辆。\n"
        "二、距离住宅外窗不少于六米，配备消防设施。\n三、由物业服务企业管理，收费公示。")


LONG_AGO = 20
"""Days: whatever holiday lies between, seven working days are over."""


def fill(uow: UnitOfWork, seed: int) -> None:
    """Six topics: two raised, one taken up, one talked over, one posted for comment, one voted on."""
    dice = random.Random(seed)
    for title, content, field, far in TOPICS:
        day = uow.clock.today() - timedelta(days=dice.randrange(6, 14) + (LONG_AGO if far > 3 else 0))
        topic = save_topic(uow, TopicDraft(title, content, field=field, channel=dice.choice(("counter", "slip", "grid")),
                                           raised_on=day, scope="全体居民", raisers=(RaiserDraft("龚桂兰", home="3号楼502"),)))
        if far:
            accept_topic(uow, AcceptDraft(topic, "six_steps", "已受理，将召开恳谈会。", field, "何苗", on=day))
        if far > 1:
            _talk(uow, topic, title, "talk")
            finish_step(uow, StepDraft(topic, "talk", "第一党支部"))
        if far > 2:
            _talk(uow, topic, title, "council")
            write_draft(uow, TextDraft(topic, f"{title}方案", PLAN, author="居民议事会"))
            finish_step(uow, StepDraft(topic, "draft", "居民议事会"))
            hung = uow.clock.today() - timedelta(days=LONG_AGO if far > 3 else 0)
            notice = post_draft(uow, PostingDraft(topic, ("社区公告栏", "各单元门口"), "沈建国", "意见箱、社区居委会", on=hung))
            if far > 3:
                close_notice(uow, notice, "公示期内无异议。")
                finish_step(uow, StepDraft(topic, "posting", "居民议事会"))
                review_draft(uow, ReviewDraft(topic, "罗律师", "pass", "法律", "和平司法所",
                                                text="内容不违反法律法规。"))
                finish_step(uow, StepDraft(topic, "review", "罗律师"))
                count_practice_vote(uow, topic, title)
    fill_more(uow)
    fill_village(uow)


def count_practice_vote(uow: UnitOfWork, topic: int, title: str) -> None:
    """A show of hands with its result, for the hall's screen and the pictures."""
    roll = "\n".join(f"代表{number:02d},{number}号楼" for number in range(1, 31))
    vote = open_topic_vote(uow, BallotDraft(topic, f"{title}方案表决", "six_steps", "hands", (f"通过{title}方案",), roll,
                                            uow.clock.today()))
    note_present(uow, VoteActDraft(vote, roll_ids=tuple(line.id for line in list_roll(uow, vote)[:26])))
    make_ballots(uow, VoteActDraft(vote))
    for teller in (1, 2):
        record_hands(uow, HandsDraft(vote, teller, ((22, 3, 1),)))
    count_ballots(uow, CountDraft(vote, "沈建国", teller="何苗"))


def _talk(uow: UnitOfWork, topic: int, title: str, kind: str) -> None:
    start = uow.clock.now() - timedelta(days=1)
    who = (("龚桂兰", "resident"), ("翠湖物业服务中心", "property"), ("欧阳䶮", "party"))
    meeting = call_gathering(uow, GatheringDraft(
        kind, title, start, place="社区议事厅", convener="第一党支部", host="沈建国", recorder="何苗", owner_kind=TOPIC,
        owner_id=topic,
        noticed_on=hall_time(start).date() - timedelta(days=3), attendees=tuple(AttendeeDraft(name, role) for name,
                                                                                role in who)))
    write_minutes(uow, MinutesDraft(
        meeting, ends_at=start + timedelta(hours=1), attendees=tuple(AttendeeDraft(name, role, state="came") for name,
                                                                     role in who),
        points=(("龚桂兰", "赞成，但不要离窗户太近。"),
                ("翠湖物业服务中心", "可以提供场地并负责管理。")), agreed="同意在小区北侧选址。",
        open_points="收费标准待定。", decisions=(DecisionDraft(
            "拟出方案草案" if kind == "talk" else "公示方案、收集意见", "居民议事会",
            hall_time(start).date() + timedelta(days=5)),)))

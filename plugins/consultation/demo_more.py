"""Practice data of the meetings besides topics, bodies, covenants, small projects and a topic that is resolved and filed."""

from dataclasses import replace
from datetime import timedelta

from desk.api.calendar import add_months
from desk.api.db import UnitOfWork
from desk.api.meetings import (
    AnswerDraft,
    AttendeeDraft,
    CommentDraft,
    GatheringDraft,
    HangDraft,
    MinutesDraft,
    NoticeDraft,
    answer_comment,
    answer_privately,
    hang,
    take_comment,
    write_notice,
)
from desk.api.places import list_areas
from desk.api.score_sheets import MarksDraft
from desk.api.scores import close_round as close_scores
from desk.api.scores import enter_marks, list_raters, list_subjects
from plugins.consultation.demo_points import fill_points
from plugins.consultation.drafts import (
    AcceptDraft,
    FilingDraft,
    PostingDraft,
    RaiserDraft,
    ResolutionDraft,
    StepDraft,
    TaskDraft,
    TextDraft,
    TopicDraft,
)
from plugins.consultation.drafts_bodies import (
    BodyDraft,
    CovenantDraft,
    CovenantReviewDraft,
    HearingScoreDraft,
    HeldDraft,
    MatterDraft,
    SeatDraft,
)
from plugins.consultation.drafts_projects import (
    ChoiceDraft,
    DotsDraft,
    GrantDraft,
    PaymentDraft,
    ProjectDraft,
    RoundDraft,
)
from plugins.consultation.kinds import FOUR, TOPIC
from plugins.consultation.service.bodies import save_body
from plugins.consultation.service.choices import close_round, save_round
from plugins.consultation.service.covenants import review_covenant, save_covenant
from plugins.consultation.service.gatherings import call, hold
from plugins.consultation.service.hearings import score_hearing
from plugins.consultation.service.outcomes import file_with_street, write_resolution
from plugins.consultation.service.projects import grant, pay, save_project
from plugins.consultation.service.steps import finish_step
from plugins.consultation.service.topics import accept_topic, save_topic
from plugins.consultation.service.work import publish_result, save_task, write_draft

SPOT = "3号楼前小花园"


def fill_more(uow: UnitOfWork) -> None:
    """After the topics."""
    _sittings(uow)
    _bodies(uow)
    _resolved(uow)
    _covenants(uow)
    _projects(uow)
    _notice(uow)


def _held(uow: UnitOfWork, kind: str, title: str, days: int, minutes: MinutesDraft, matters: tuple[MatterDraft, ...],
          place: str = "社区议事厅", **more: object) -> int:
    start = uow.clock.now() - timedelta(days=days)
    meeting = call(uow, GatheringDraft(kind, title, start, place=place, host="沈建国", recorder="何苗", **more))  # type: ignore[arg-type]
    hold(uow, HeldDraft(replace(minutes, gathering_id=meeting, ends_at=start + timedelta(hours=1)), matters))
    return meeting


def _sittings(uow: UnitOfWork) -> None:
    today, light = uow.clock.today(), MinutesDraft(0, heads=11)
    _held(uow, "stool", "小板凳议事会", 20, light, (
        MatterDraft("健身器材螺丝松动", outcome="solved", answer="物业已紧固", who="欧阳䶮"),
        MatterDraft("花园路灯不亮", outcome="assigned", does="和平物业", promised_on=today + timedelta(days=2))), SPOT)
    _held(uow, "stool", "小板凳议事会", 2, light, (
        MatterDraft("希望增设晾衣架", who="龚桂兰"), MatterDraft("快递车占道", who="郑国庆")), SPOT)
    fill_points(uow)
    hearing = _held(uow, "hearing", "社区书记半年工作报告听评会", 9, MinutesDraft(
        0, attendees=tuple(AttendeeDraft(name, "resident", state="came") for name in ("龚桂兰", "郑国庆", "吕燕")),
        agreed="认可半年工作，停车位划线另行答复。"), (
        MatterDraft("停车位什么时候重新划线?", who="郑国庆", promised_on=today - timedelta(days=1)),
        MatterDraft("食堂能否送餐?", who="吕燕", outcome="solved", answer="下月起对行动不便老人送餐。")), agenda="半年工作情况")
    _judged(uow, score_hearing(uow, HearingScoreDraft(hearing, "沈建国", 3, 1)))
    _held(
        uow,
        "four_party",
        "地下车库积水协调",
        6,
        MinutesDraft(
            0,
            attendees=(
                *(AttendeeDraft(party, role, state="came") for role, party in FOUR[:3]),
                AttendeeDraft("物业服务企业", "property", state="absent"),
            ),
            points=tuple(
                (party, said)
                for (_role, party), said in zip(FOUR, ("雨季前须清淤", "愿组织志愿者值守", "同意动用公共收益"), strict=False)
            ),
            agreed="先行清淤，费用由公共收益列支。",
        ),
        (
            MatterDraft("车库排水泵更换", outcome="carried"),
            MatterDraft("车库清淤", outcome="solved", answer="网格站已组织清理"),
        ),
    )


def _judged(uow: UnitOfWork, made: int) -> None:
    """Every sheet keyed in and counted."""
    subject = list_subjects(uow, made)[0].id
    for place, rater in enumerate(list_raters(uow, made)):
        marks = {"done": 2700 - place * 100, "work": 2800, "answers": 1700, "manner": 1900 - place * 50}
        enter_marks(uow, MarksDraft(rater.id, {subject: marks}))
    close_scores(uow, made)


def _bodies(uow: UnitOfWork) -> None:
    today = uow.clock.today()
    for kind, name, left, seats in (
        (
            "council",
            "和平社区党群议事会",
            500,
            (("沈建国", "head"), ("何苗", "secretary"), ("龚桂兰", "member"), ("郑国庆", "member")),
        ),
        ("group", "3号楼居民自治小组", 40, (("龚桂兰", "head"), ("欧阳䶮", "deputy"), ("吕燕", "member"))),
        ("group", "12号楼居民自治小组", 800, (("郑国庆", "head"), ("苏静", "member"))),
    ):
        end = today + timedelta(days=left)
        made = save_body(uow, BodyDraft(kind, name, founded_by="居民推选", term_from=add_months(end, -36), term_to=end,
                                        founded_on=add_months(end, -36),
                                        area_id=_building(uow, name), rules="每月议事一次，少数服从多数。",
                                        seats=tuple(SeatDraft(person, post, kind="resident") for person, post in seats)))
        if kind == "council":
            _held(
                uow,
                "party_mass",
                f"{name}第三季度会议",
                12,
                MinutesDraft(
                    0,
                    attendees=tuple(AttendeeDraft(person, "resident", state="came") for person, _post in seats),
                    agreed="同意将充电棚列入年度计划。",
                ),
                (),
                owner_kind="consultation.body",
                owner_id=made,
            )


def _building(uow: UnitOfWork, name: str) -> int | None:
    """The building a group is named after, when the practice hall has it."""
    label, found, _rest = name.partition("号楼")
    return next((one.id for one in list_areas(uow, kinds=("building",)) if found and one.name == f"{label}号楼"), None)


def _talked_over(uow: UnitOfWork) -> int:
    """A topic of ordinary consultation with a draft and a meeting."""
    topic = save_topic(
        uow,
        TopicDraft(
            "楼道杂物清理办法",
            "楼道堆物影响消防，建议定期清理。",
            field="community",
            channel="mailbox",
            raised_on=uow.clock.today() - timedelta(days=5),
            scope="3号楼、12号楼住户",
            raisers=(RaiserDraft("苏静", contact="13800000021"), RaiserDraft("马小云")),
        ),
    )
    accept_topic(
        uow,
        AcceptDraft(
            topic,
            "ordinary",
            "您提出的议题已受理，将组织住户协商。",
            "community",
            "何苗",
            uow.clock.today() - timedelta(days=4),
            "self",
            "不涉及违法事项，属于居民自治范围。",
            "3号楼、12号楼住户",
            "deliberation",
            "同意列入议题。",
        ),
    )
    write_draft(
        uow,
        TextDraft(
            topic,
            "楼道杂物清理办法",
            "一、每月第一个周六为清楼日。\n二、自行车停入车棚。\n三、物业负责清运。",
            author="居民议事会",
            ground="消防安全要求。",
            aim="保持楼道畅通。",
            duty="楼栋长",
            watch="居民代表每月查看。",
        ),
    )
    _held(
        uow,
        "deliberation",
        "楼道杂物清理协商",
        1,
        MinutesDraft(
            0,
            attendees=(AttendeeDraft("苏静", "resident", state="came"), AttendeeDraft("和平物业", "property", state="came")),
            agreed="同意办法。",
        ),
        (),
        owner_kind=TOPIC,
        owner_id=topic,
    )
    return topic


def _resolved(uow: UnitOfWork) -> None:
    """Published, resolved, filed, being carried out."""
    topic = _talked_over(uow)
    finish_step(uow, StepDraft(topic, "meeting", "居民委员会"))
    write_resolution(
        uow,
        ResolutionDraft(
            topic, "关于楼道杂物清理办法的决议", "一、每月第一个周六为清楼日。\n二、物业负责清运。", "民主协商议事会议"
        ),
    )
    publish_result(
        uow,
        PostingDraft(
            topic, ("社区公告栏",), "沈建国", "意见箱", title="楼道杂物清理办法结果公告", body="每月第一个周六为清楼日。"
        ),
    )
    finish_step(uow, StepDraft(topic, "publish", "居民委员会"))
    file_with_street(
        uow, FilingDraft(topic, title="楼道杂物清理办法", sent_to="和平街道办事处", enclosed="办法文本、会议记录、签到表")
    )
    save_task(uow, TaskDraft(topic, "第一次清楼", "和平物业", budget_fen=120_000, due_on=uow.clock.today() + timedelta(days=6)))


def _covenants(uow: UnitOfWork) -> None:
    today = uow.clock.today()
    old = save_covenant(
        uow,
        CovenantDraft(
            "翠湖花园文明养犬公约",
            "出户牵绳，避让老人儿童。\n随手清理粪便。\n夜间不让犬只吠叫扰邻。",
            adopted_on=add_months(today, -14),
            adopted_by="居民会议",
            checked_by="孙明(律师)",
            households=326,
            signed=241,
            review_on=today - timedelta(days=3),
        ),
    )
    save_covenant(uow, CovenantDraft("广场舞公约", "晚九点后不放音乐。\n音量不超过六十分贝。", adopted_on=add_months(today, -2),
                                     adopted_by="居民代表会议", checked_by="孙明(律师)", households=326, signed=180))
    review_covenant(uow, CovenantReviewDraft(old, "执行较好，夜间吠叫一条需细化。", "amend", "何苗", add_months(today, -1),
                                             today + timedelta(days=5)))


def _projects(uow: UnitOfWork) -> None:
    made = []
    for title, yuan, spot in (
        ("3号楼前健身器材更新", 30_000, SPOT),
        ("无障碍坡道", 15_000, "12号楼2单元"),
        ("公共晾衣架", 8_000, "小区北侧"),
        ("楼道声控灯", 12_000, "1至6号楼"),
    ):
        topic = save_project(uow, ProjectDraft(title=title, content=f"希望{title}。", raiser=RaiserDraft("龚桂兰"), spot=spot,
                                               estimate_fen=yuan * 100, households=80, screening="符合资金使用范围，可参评。",
                                               screened_on=uow.clock.today()))
        accept_topic(uow, AcceptDraft(topic, "micro", "点子已受理，将参加居民评选。", "living", "何苗", lawful="合法"))
        made.append(topic)
    done = save_round(uow, RoundDraft("第三季度民生微实事居民评选", budget_fen=40_000_00, per_sheet=2, topics=tuple(made[:3])))
    close_round(
        uow, ChoiceDraft(done, 86, tuple(DotsDraft(topic, n) for topic, n in zip(made, (71, 30, 44), strict=False)), "何苗")
    )
    finish_step(uow, StepDraft(made[0], "choice", "居民委员会"))
    publish_result(
        uow, PostingDraft(made[0], ("社区公告栏",), "沈建国", title="民生微实事入选项目公示", body="健身器材更新项目入选。")
    )
    finish_step(uow, StepDraft(made[0], "publish", "居民委员会"))
    grant(uow, GrantDraft(made[0], 29_500_00, fund="社区惠民资金", supplier="康体设施公司"))
    pay(uow, PaymentDraft(made[0], 10_000_00, payee="康体设施公司", voucher="记-0112", what="预付款"))
    save_task(uow, TaskDraft(made[0], "安装健身器材", "康体设施公司", due_on=uow.clock.today() - timedelta(days=1)))
    save_round(uow, RoundDraft("第四季度民生微实事居民评选", budget_fen=30_000_00, per_sheet=1, topics=(made[1], made[3])))


def _notice(uow: UnitOfWork) -> None:
    """A notice of its own, with a comment nobody has answered."""
    one = write_notice(
        uow,
        NoticeDraft(
            "affairs",
            "第三季度居务公开",
            "一、办理居民事项126件。\n二、公共收益收支见附表。",
            places=("社区公告栏",),
            feedback="意见箱、社区居委会",
            amount=5,
            unit="workday",
        ),
    )
    answer_privately(uow, AnswerDraft(one, "吕燕", "您家漏水一事已列入本季度维修计划，由物业于月底前上门处理。"))
    hang(uow, HangDraft(one, "沈建国", uow.clock.today() - timedelta(days=2)))
    take_comment(uow, CommentDraft(one, "公共收益能否列明细?", "", "mailbox"))
    said = take_comment(uow, CommentDraft(one, "126件里有多少是按期办结的?", "郑国庆", "counter"))
    answer_comment(uow, said, "taken", "下一季度起同时公布按期办结件数。")
    write_notice(uow, NoticeDraft("award", "最美楼栋评选公示", "拟评选3号楼为最美楼栋。", places=("社区公告栏",)))

"""The statistics tables of consultation; declarations only, titles as reports print them."""

from typing import Any

from desk.api.statistics import COMPARED, MONTHS, Base, ChartSpec, Figure, IndicatorTable, Ratio, Source, Split

FACTS, READ = "plugins.consultation.figures.facts", "consultation.topic.read"
CLASSES = "plugins.consultation.classes:class_split"
CHANNELS = (("counter", "来访"), ("phone", "来电"), ("slip", "门栋留言"), ("mailbox", "意见箱(信箱)"), ("online", "网上工作室"),
            ("grid", "网格走访"), ("meeting", "会议"), ("module", "其他业务转来"))


def _source(name: str, entry: str, record: str, lines: str = "") -> Source:
    more: dict[str, Any] = {"lines": f"{FACTS}:{lines}"} if lines else {}
    return Source(f"consultation.{name}", f"{FACTS}:{name}", entry=f"consultation.{entry}", record=record, **more)


TOPICS = _source("topics", "topic", "consultation.topic")
STEPS = _source("steps", "topic", "consultation.topic")
MEETINGS = _source("meetings", "meeting", "gathering", "meeting_lines")
MATTERS = _source("matters", "matter_form", "consultation.matter", "matter_lines")
VISITS = Source("consultation.visits", "plugins.consultation.figures.sittings:visits", entry="consultation.matter_form",
                record="consultation.matter", lines=f"{FACTS}:matter_lines")
VOTES = _source("votes", "vote", "ballot.vote", "vote_lines")
TASKS = _source("tasks", "topic", "consultation.topic", "task_lines")
COMMENTS = _source("comments", "topic", "notice", "comment_lines")
PROJECTS = _source("projects", "topic", "consultation.project")
PAYMENTS = _source("payments", "topic", "consultation.project", "payment_lines")
MAJORS = Source("consultation.majors", "plugins.consultation.figures.majors:majors", entry="consultation.topic",
                record="consultation.topic")
HEARINGS = Source("consultation.hearings", "plugins.consultation.figures.sittings:hearings", entry="consultation.meeting",
                  record="gathering", lines=f"{FACTS}:meeting_lines")
PROMISES = Source("consultation.promises", "plugins.consultation.figures.sittings:promises", entry="consultation.matter_form",
                  record="consultation.matter", lines=f"{FACTS}:matter_lines")
MAJOR_KINDS = (("building", "住房建设"), ("works", "基础设施"), ("fund", "资金使用"), ("land", "土地流转"),
               ("industry", "产业发展"), ("other", "其他重大事项"))


def _topic(code: str, title: str, when: str) -> Figure:
    return Figure(code, title, TOPICS, when=when)


RAISED, WALKING = _topic("raised", "提出", "raised_on"), _topic("walking", "受理", "walking_on")
REFUSED, MERGED = _topic("refused", "不予受理", "refused_on"), _topic("merged", "合并", "merged_on")
HANDED = _topic("handed", "转办", "handed_on")
CARRYING, FAILED = _topic("carrying", "议决", "carrying_on"), _topic("failed", "表决未通过", "failed_on")
DONE, ARCHIVED = _topic("done", "实施完成", "judging_on"), _topic("archived", "归档", "archived_on")
ANSWERED = _topic("first_answer", "首次答复", "answered_on")
ANSWER_DAYS = Figure("answer_days", "首次答复用时合计", TOPICS, when="answered_on", amount="answer_days", unit="天")
MEAN_ANSWER = Ratio("mean_answer", "首次答复平均用时", "answer_days",
                    (Base("first_answer", "首次答复", ("first_answer",)),), unit="天")
RAISERS = Figure("raisers", "提议人次", TOPICS, when="raised_on", amount="raisers", unit="人")
TAKEN = Ratio("taken", "受理率", "walking", (Base("answered", "受理+不予受理", ("walking", "refused")),
                                         Base("raised", "提出", ("raised",))))
DECIDED = Ratio("decided", "议决率", "carrying", (Base("ended", "议决+未通过", ("carrying", "failed")),))
COLUMNS = (RAISED, WALKING, REFUSED, MERGED, HANDED, CARRYING, FAILED, ARCHIVED, TAKEN)
STEP_FIGURES = (
    Figure("finished", "完成步次", STEPS, when="finished_on", where={"back": False}, unit="次"),
    Figure("days", "用时合计", STEPS, when="finished_on", where={"back": False}, amount="days", unit="天"),
    Figure("late", "超期", STEPS, when="finished_on", where={"back": False, "late": True}, unit="次"),
    Figure("back", "退回", STEPS, when="finished_on", where={"back": True}, unit="次"),
    Ratio("late_rate", "超期率", "late", (Base("finished", "完成步次", ("finished",)),)))
MEETING_FIGURES = (Figure("held", "会议", MEETINGS, when="held_on", unit="次"),
                   Figure("came", "到会", MEETINGS, when="held_on", amount="came", unit="人次"))
MATTER_FIGURES = (
    Figure("brought", "提出事项", MATTERS, when="raised_on"),
    Figure("settled", "已解决", MATTERS, when="raised_on", where={"outcome": "solved"}),
    Figure("routed", "转议题、转办", MATTERS, when="raised_on", where={"outcome": ("topic", "passed", "assigned")}),
    Figure("answered", "已答复", MATTERS, when="answered_on"),
    Ratio("settled_rate", "解决率", "settled", (Base("brought", "提出事项", ("brought",)),)))
POINT_FIGURES = (
    Figure("visits", "来访说事", VISITS, when="raised_on"),
    Figure("spot", "当场解决", VISITS, when="raised_on", where={"spot": True}),
    Figure("routed", "转办、交办", VISITS, when="raised_on", where={"outcome": ("topic", "passed", "assigned")}),
    Figure("answered", "已答复", VISITS, when="answered_on"),
    Ratio("spot_rate", "当场解决率", "spot", (Base("visits", "来访说事", ("visits",)),)))
VOTE_FIGURES = (
    Figure("votes", "表决", VOTES, when="held_on", unit="次"),
    Figure("passed", "通过", VOTES, when="held_on", where={"passed": True}, unit="次"),
    Figure("no_quorum", "参加不足未成立", VOTES, when="held_on", where={"no_quorum": True}, unit="次"),
    Figure("voters", "应投票", VOTES, when="held_on", amount="voters", unit="人"),
    Figure("took", "参加表决", VOTES, when="held_on", amount="took", unit="人"),
    Ratio("turnout", "参与率", "took", (Base("voters", "应投票", ("voters",)),)),
    Ratio("pass_rate", "通过率", "passed", (Base("votes", "表决", ("votes",)),)),
    Ratio("no_quorum_rate", "未成立率", "no_quorum", (Base("votes", "表决", ("votes",)),)))
QUORUM_FIGURES = tuple(one for one in VOTE_FIGURES if one.code == "no_quorum")
DOING_FIGURES = (
    Figure("due", "到期任务", TASKS, when="due_on"), Figure("carried", "办结", TASKS, when="done_on"),
    Figure("on_time", "按时办结", TASKS, when="done_on", where={"on_time": True}),
    Ratio("on_time_rate", "按时率", "on_time", (Base("carried", "办结", ("carried",)),)),
    Figure("said", "公示意见", COMMENTS, when="received_on", unit="条"),
    Figure("replied", "已答复", COMMENTS, when="received_on", where={"outcome": ("taken", "partly", "not")}, unit="条"),
    Figure("adopted", "采纳、部分采纳", COMMENTS, when="received_on", where={"outcome": ("taken", "partly")}, unit="条"),
    Ratio("replied_rate", "答复率", "replied", (Base("said", "公示意见", ("said",)),)))
PROJECT_FIGURES = (
    Figure("ideas", "点子", PROJECTS, when="raised_on", unit="个"),
    Figure("chosen", "立项", PROJECTS, when="granted_on", unit="个"),
    Figure("granted", "核定金额", PROJECTS, when="granted_on", amount="granted", unit="元"),
    Figure("paid", "实际支出", PAYMENTS, when="on", amount="amount", unit="元"),
    Figure("accepted", "验收合格", PROJECTS, when="accepted_on", unit="个"),
    Figure("sheets", "评议份数", PROJECTS, when="accepted_on", amount="sheets", unit="份"),
    Figure("happy", "满意和基本满意", PROJECTS, when="accepted_on", amount="happy", unit="份"),
    Ratio("happy_rate", "满意率", "happy", (Base("sheets", "评议份数", ("sheets",)),)))

MAJOR_FIGURES = (
    Figure("raised", "提出", MAJORS, when="raised_on"),
    Figure("branch", "党支部审议", MAJORS, when="branch_on"),
    Figure("committees", "“两委”审议", MAJORS, when="committees_on"),
    Figure("members", "党员大会审议", MAJORS, when="members_on"),
    Figure("voted", "公决通过", MAJORS, when="voted_on"),
    Figure("amount", "涉及金额", MAJORS, when="voted_on", amount="amount", unit="元"),
    Figure("land", "涉及土地", MAJORS, when="voted_on", amount="land", unit="亩"),
    Figure("households", "涉及户数", MAJORS, when="voted_on", amount="households", unit="户"),
    Figure("days", "首审至公决", MAJORS, when="voted_on", amount="days", unit="天"),
    Ratio("mean_days", "平均用时", "days", (Base("voted", "公决通过", ("voted",)),), unit="天"))
HEARING_FIGURES = (
    Figure("held", "听评会", HEARINGS, when="held_on", unit="次"),
    Figure("came", "参加居民", HEARINGS, when="held_on", amount="came", unit="人次"),
    Figure("judged", "已评议的报告", HEARINGS, when="judged_on", unit="份"),
    Figure("points", "评议得分合计", HEARINGS, when="judged_on", amount="points", unit="分"),
    Ratio("mean", "平均得分", "points", (Base("judged", "已评议的报告", ("judged",)),), unit="分"),
    Figure("poor", "评为不满意", HEARINGS, when="judged_on", where={"poor": True}, unit="份"),
    Figure("asked", "居民提问", PROMISES, when="raised_on"),
    Figure("at_once", "当场答复", PROMISES, when="raised_on", where={"at_once": True}),
    Figure("promised", "到期的承诺", PROMISES, when="promised_on"),
    Figure("kept", "按期兑现", PROMISES, when="promised_on", where={"kept": True}),
    Figure("late", "逾期兑现", PROMISES, when="promised_on", where={"late": True}),
    Figure("open", "到期未兑现", PROMISES, when="promised_on", where={"open": True}),
    Ratio("kept_rate", "承诺兑现率", "kept", (Base("promised", "到期的承诺", ("promised",)),)))


def _table(name: str, title: str, figures: tuple[Figure | Ratio, ...], **more: Any) -> IndicatorTable:
    return IndicatorTable(f"consultation.{name}", title, figures, permission=READ, domain="consultation", **more)


_BARS = ChartSpec(("raised", "walking", "carrying"))
TABLES = (
    _table(
        "summary",
        "议事协商情况统计表",
        (RAISED, RAISERS, WALKING, REFUSED, MERGED, HANDED, CARRYING, FAILED, DONE, ARCHIVED, TAKEN, DECIDED, ANSWERED,
         ANSWER_DAYS, MEAN_ANSWER),
        across=COMPARED,
    ),
    _table(
        "months",
        "议事协商分月统计表",
        (RAISED, WALKING, REFUSED, CARRYING, FAILED, ARCHIVED),
        across=MONTHS,
        kinds=("year", "half", "quarter"),
        chart=ChartSpec(("raised", "carrying"), "line", "议题"),
    ),
    _table("fields", "议题分类统计表", COLUMNS, by=Split("field", "类别", CLASSES), chart=_BARS),
    _table("areas", "议题分片区统计表", COLUMNS, by=Split("area", "片区", other="未注明"), chart=_BARS),
    _table("channels", "议题来源渠道统计表", COLUMNS, by=Split("channel", "渠道", CHANNELS), chart=_BARS),
    _table(
        "steps",
        "各步骤用时统计表",
        STEP_FIGURES,
        by=Split("step", "步骤"),
        chart=ChartSpec(("days",)),
        kinds=("quarter", "half", "year", "month"),
        note="用时自上一步完成之日起算;退回后重做的步骤另计。",
    ),
    _table("meetings", "议事会议统计表", MEETING_FIGURES, by=Split("kind", "会议"), chart=ChartSpec(("held",))),
    _table("matters", "居民提出事项统计表", MATTER_FIGURES, by=Split("kind", "场合"), chart=ChartSpec(("brought", "settled"))),
    _table(
        "points",
        "说事点来访统计表",
        POINT_FIGURES,
        by=Split("place", "说事点", other="未注明"),
        chart=ChartSpec(("visits", "spot")),
        note="当场解决指来访当日答复并解决。",
    ),
    _table(
        "turnout",
        "表决参与情况统计表",
        VOTE_FIGURES,
        by=Split("field", "议题类别", CLASSES, other="业主表决、未分类"),
        kinds=("quarter", "half", "year", "month"),
        chart=ChartSpec(("voters", "took")),
    ),
    _table(
        "quorum",
        "参加不足未成立的表决统计表",
        QUORUM_FIGURES,
        by=Split("rule", "表决规则"),
        across=MONTHS,
        kinds=("quarter", "half", "year"),
        note="参加表决的人数(面积)未达规则要求的,只记为未成立,不判断同意票。",
    ),
    _table(
        "majors",
        "重大事项审议公决统计表",
        MAJOR_FIGURES,
        by=Split("kind", "事项类别", MAJOR_KINDS),
        kinds=("year", "half", "quarter"),
        chart=ChartSpec(("raised", "voted")),
        note="金额、土地、户数按公决通过的事项计;用时自首次审议至公决之日。",
    ),
    _table(
        "hearings",
        "听评会统计表",
        HEARING_FIGURES,
        across=COMPARED,
        kinds=("half", "year", "quarter", "month"),
        note="得分按评议表各角色权重计算;承诺按所承诺的日期计入当期,当期尚未到期的不计。",
    ),
    _table("doing", "实施任务和公示意见统计表", DOING_FIGURES, by=Split("field", "议题类别", CLASSES),
           kinds=("quarter", "half", "year", "month")),
    _table(
        "projects",
        "民生微实事统计表",
        PROJECT_FIGURES,
        by=Split("area", "片区", other="未注明"),
        kinds=("quarter", "half", "year", "month"),
    ),
)

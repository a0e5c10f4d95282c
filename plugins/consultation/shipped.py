"""The procedures that ship. Who convenes and in which order is the source's; lengths are proposals, the sources name none."""

from plugins.consultation.procedures import Procedure, StepRule

SIX = Procedure("six_steps", "六步议事", (
    StepRule("topic", "提议题", "居民", ("accepted",), ("topic", "check", "reply"), 15),
    StepRule("talk", "出主意", "党支部", ("talk",), ("notice", "sign_in", "minutes"), 15, "topic"),
    StepRule("draft", "拟方案", "居民议事会", ("council", "draft"), ("minutes", "draft"), 15, "talk"),
    StepRule("posting", "开言路", "居民议事会、居委会", ("posted",), ("posting", "comments"), 10, "draft"),
    StepRule("review", "定公约", "法律、社会管理专业人士", ("review",), ("review",), 10, "draft"),
    StepRule("vote", "说了算", "居民代表会议", ("vote",), ("notice", "sign_in", "tally", "result", "resolution"), 15, "draft",
             "six_steps"),
), "百步亭社区六步议事(原文未定时限,天数为建议值)")

THREE = Procedure(
    "three_reviews",
    "三审一公决",
    (
        StepRule("topic", "酝酿提议", "村民、村组织", ("accepted", "scope", "draft"), ("topic", "check"), 15),
        StepRule("branch", "党支部审议", "党支部", ("branch", "conformity"), ("stages", "minutes"), 7, "topic"),
        StepRule("committees", "“两委”会审议", "村党组织", ("committees", "conformity"), ("stages", "minutes"), 7, "topic"),
        StepRule(
            "members", "党员大会审议", "村党组织", ("members", "conformity"), ("stages", "sign_in", "minutes"), 10, "topic"
        ),
        StepRule(
            "vote",
            "村民代表会议或村民会议公决",
            "村民委员会",
            ("vote",),
            ("stages", "tally", "result", "resolution"),
            15,
            "topic",
            "three_reviews",
        ),
        StepRule("publish", "公示", "村民委员会", ("resolution", "published"), ("posting",), 10),
    ),
    "临沭县三审一公决(原文未定时限,天数为建议值)",
)

FOUR = Procedure(
    "four_two",
    "四议两公开",
    (
        StepRule("branch", "党支部会提议", "党支部", ("accepted", "branch"), ("stages", "minutes"), 10, joins=True),
        StepRule("committees", "“两委”会商议", "村党组织", ("committees", "draft"), ("stages", "minutes"), 10, "branch"),
        StepRule(
            "members",
            "党员大会审议",
            "村党组织",
            ("members", "vote"),
            ("stages", "sign_in", "minutes", "tally"),
            10,
            "committees",
            "party_meeting",
        ),
        StepRule(
            "vote",
            "村民代表会议或村民会议决议",
            "村民委员会",
            ("vote",),
            ("stages", "tally", "result", "resolution"),
            15,
            "committees",
            "village_reps",
        ),
        StepRule("publish", "决议公开", "村民委员会", ("resolution", "published"), ("posting",), 10),
    ),
    "四议两公开地方规则(步骤、天数可改)",
)

ORDINARY = Procedure("ordinary", "一般协商", (
    StepRule("topic", "确定议题和参与人", "居民委员会", ("accepted", "scope"), ("topic", "check"), 15),
    StepRule("meeting", "组织协商", "居民委员会", ("meeting",), ("notice", "sign_in", "minutes"), 15, "topic"),
    StepRule("publish", "向居民反馈结果", "居民委员会", ("published",), ("posting",), 7, "meeting"),
), "中办、国办《关于加强城乡社区协商的意见》(2015;未定时限,天数为建议值)")

OWNERS = Procedure("owners", "业主大会", (
    StepRule("topic", "提出事项", "业主、业主委员会", ("accepted", "draft"), ("topic", "draft"), 15),
    StepRule("notice", "会前公告", "业主委员会", ("posted",), ("posting",), 20, "topic"),
    StepRule("vote", "业主共同表决", "业主委员会", ("vote",), ("register", "tally", "result"), 60, "topic", "owners_ordinary"),
    StepRule("publish", "公告结果", "业主委员会", ("published",), ("result",), 3),
), "《民法典》第二百七十八条;《物业管理条例》第十四条", posting_days=15)

MICRO = Procedure("micro", "民生微实事", (
    StepRule("topic", "征集点子", "网格员", ("accepted",), ("idea",), 15),
    StepRule("choice", "居民评选", "居民委员会", ("chosen",), ("choice_list",), 30, "topic"),
    StepRule("publish", "公示", "居民委员会", ("published",), ("posting",), 10, "choice"),
), "民生微实事做法(天数为建议值)")

COVENANT = Procedure("covenant", "居民公约制定", (
    StepRule("topic", "提出", "居民委员会", ("accepted", "scope"), ("topic", "check"), 15),
    StepRule("draft", "起草", "居民议事会", ("council", "draft"), ("minutes", "draft"), 15, "topic"),
    StepRule("posting", "征求意见", "居民委员会", ("posted",), ("posting", "comments"), 10, "draft"),
    StepRule("review", "合法性审查", "法律专业人士", ("review",), ("review",), 10, "draft"),
    StepRule("vote", "居民会议表决", "居民委员会", ("vote",), ("tally", "result", "resolution"), 15, "draft", "residents_2025"),
    StepRule("filing", "备案", "居民委员会", ("resolution", "filed"), ("street_filing",), 10),
), "居民公约由居民会议讨论制定,报上级备案(居组法2018第十五条;2025年修订后条文待核)")

SHIPPED = (SIX, THREE, FOUR, ORDINARY, OWNERS, MICRO, COVENANT)

"""The topic as a kind of case: states around its procedure; the steps themselves are the procedure's data."""

from desk.api import N_, CaseKind, Limit, Move, State, Tone

TOPIC, VOTE = "consultation.topic", "consultation.vote"
SERIES = "consultation.topic"
READ, WRITE = "consultation.topic.read", "consultation.topic.write"

STATES = (
    State("raised", N_("Raised"), Tone.WAITING),
    State("walking", N_("In its procedure"), Tone.OPEN),
    State("carrying", N_("Being carried out"), Tone.OPEN),
    State("judging", N_("Waiting for residents' judgement"), Tone.WAITING),
    State("refused", N_("Not taken up"), Tone.MUTED, final=True),
    State("merged", N_("Merged"), Tone.MUTED, final=True),
    State("handed", N_("Handed over"), Tone.MUTED, final=True),
    State("failed", N_("Voted down"), Tone.MUTED, final=True),
    State("archived", N_("Filed"), Tone.DONE, final=True),
)

MOVES = (
    Move("accept", N_("Take up"), ("raised",), "walking", WRITE),
    Move("refuse", N_("Do not take up"), ("raised",), "refused", WRITE, why_required=True),
    Move("hand", N_("Hand over"), ("raised",), "handed", WRITE, why_required=True),
    Move("merge", N_("Merge"), ("raised", "walking"), "merged", WRITE),
    Move("decide", N_("Decided"), ("walking",), "carrying", WRITE),
    Move("fail", N_("Voted down"), ("walking",), "failed", WRITE, why_required=True),
    Move("carried", N_("Carried out"), ("carrying",), "judging", WRITE),
    Move("archive", N_("File"), ("carrying", "judging"), "archived", WRITE),
    Move("reopen", N_("Reopen"), ("refused", "failed", "handed"), "raised", WRITE, why_required=True),
)

TOPIC_KIND = CaseKind(
    TOPIC, N_("Topic"), STATES, MOVES, series=SERIES, first_state="raised", permission_read=READ, permission_write=WRITE,
    view="consultation.topic",
    limits=(Limit("answer", N_("First answer to who raised it"), "raised", 15, "day", "议事规则", "consultation.days_to_answer",
                  stops_in=("walking", "refused", "merged", "handed")),
            Limit("judge", N_("Residents' judgement"), "judging", 30, "day", "议事规则", "consultation.days_to_judge",
                  stops_in=("archived",))))

#: the six fields of 社区党群议事会; a community's own list stands in the table, see classes
SHIPPED_CLASSES = (("party", "社区党建"), ("self", "民主自治"), ("community", "社区管理"), ("living", "民生服务"),
                   ("safety", "社区治安"), ("health", "公共卫生"))
CHANNELS = (("counter", N_("At the counter")), ("phone", N_("By phone")), ("slip", N_("Slip at the door")),
            ("mailbox", N_("Mailbox")), ("online", N_("Online studio")), ("grid", N_("Grid worker")),
            ("meeting", N_("At a meeting")), ("module", N_("Handed over by another module")))
RAISER_KINDS = (("resident", N_("Resident")), ("owner", N_("Owner")), ("member", N_("Party member")),
                ("deputy", N_("Representative")), ("unit", N_("Unit in the area")))
SORTS = (("self", N_("Residents decide it themselves")), ("property", N_("Matter of the property")),
         ("report", N_("To be reported upwards")), ("none", N_("Not taken up")))
FORMS_OF_TALK = (
    ("talk", "民主恳谈会"),
    ("council", "居民议事会"),
    ("deliberation", "民主协商议事会议"),
    ("hearing", "民主听证会"),
    ("representatives", "居民代表会议"),
    ("owners", "业主大会"),
    ("written", "书面征求意见"),
)
URGENCY = (("", N_("Ordinary")), ("soon", N_("Soon")), ("urgent", N_("Urgent")))
MAJOR = (("", "—"), ("building", N_("Housing")), ("works", N_("Infrastructure")), ("fund", N_("Use of money")),
         ("land", N_("Land")), ("industry", N_("Industry")), ("other", N_("Other major matter")))
CONFORMITIES = (("centre", "符合中央要求"), ("law", "符合法律法规"), ("place", "符合本地实际"), ("will", "符合群众意愿"))
HOW_TOLD = (("phone", N_("By phone")), ("visit", N_("In person")), ("slip", N_("Reply slip")), ("message", N_("By message")),
            ("notice", N_("By public notice (anonymous)")))
OPINIONS = (("pass", N_("Agrees")), ("revise", N_("Agrees after changes")), ("reject", N_("Does not agree")))
BODIES = (("council", "社区党群议事会"), ("residents", "居民议事会"), ("owners", "业主议事组织"), ("group", "居民自治小组"))
TALK_POINT, VENUE = "talk_point", "venue"
#: kind of body → kind of gathering it holds
SITTINGS = {"council": "party_mass", "residents": "council", "owners": "deliberation", "group": "group"}
POSTS = (("head", N_("Head")), ("deputy", N_("Deputy")), ("secretary", N_("Secretary")), ("member", N_("Member")))
POST_PAPERS = {"head": "召集人(组长)", "deputy": "副召集人(副组长)", "secretary": "秘书", "member": "成员"}
OUTCOMES = (("open", N_("Waits for an answer")), ("solved", N_("Settled")), ("assigned", N_("Given to somebody")),
            ("topic", N_("Became a topic")), ("passed", N_("Passed on")), ("carried", N_("Carried to the next meeting")))
OUTCOME_PAPERS = {"open": "待答复", "solved": "已解决", "assigned": "已交办", "topic": "已转议题", "passed": "已转办(上报)",
                  "carried": "转下次会议"}
#: the four parties of a four-party meeting: kind of person called → how the record calls them
FOUR = (("station", "网格服务站"), ("stop", "红旗驿站"), ("owners", "业主委员会"), ("property", "物业服务企业"))


#: photos of a small project: the title they are kept under → the act that takes them
PHOTOS = (("施工前", N_("Photo before the work")), ("完工后", N_("Photo after the work")))


def title_in(choices: tuple[tuple[str, str], ...], code: str) -> str:
    """The source text of a choice, "" for none; translated where it is shown."""
    return dict(choices).get(code, "")


def paper_in(choices: tuple[tuple[str, str], ...], code: str) -> str:
    """How papers call a choice of a (code, Chinese word) table."""
    return dict(choices).get(code, "")

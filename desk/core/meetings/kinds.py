"""Kinds of gathering, of people called to them, and of notices; data. Titles are official Chinese words shown everywhere."""

from dataclasses import dataclass

from desk.core.i18n import N_


@dataclass(frozen=True, slots=True)
class GatheringKind:
    """A kind of gathering. paper: its Chinese name. light: a head count is enough, no roll (stool meetings)."""

    code: str
    title: str
    paper: str
    light: bool = False


GATHERINGS = (
    GatheringKind("talk", N_("Frank talk"), "民主恳谈会"),
    GatheringKind("council", N_("Residents' council"), "居民议事会"),
    GatheringKind("branch", N_("Party branch meeting"), "党支部会议"),
    GatheringKind("committees", N_("Joint meeting of both committees"), "村(社区)“两委”会议"),
    GatheringKind("members", N_("Party members' meeting"), "党员大会"),
    GatheringKind("representatives", N_("Representatives' meeting"), "居民(村民)代表会议"),
    GatheringKind("owners", N_("Owners' meeting"), "业主大会会议"),
    GatheringKind("party_mass", N_("Party and residents' council"), "社区党群议事会"),
    GatheringKind("deliberation", N_("Deliberation meeting"), "民主协商议事会议"),
    GatheringKind("stool", N_("Stool meeting"), "小板凳议事会", light=True),
    GatheringKind("four_party", N_("Four-party coordination"), "四方议事协调会"),
    GatheringKind("talk_point", N_("Talk at a talk point"), "居民说事", light=True),
    GatheringKind("hearing", N_("Review hearing"), "听评会"),
    GatheringKind("dispute_joint", N_("Joint meeting on disputes"), "矛盾纠纷调解联席会议"),
    GatheringKind("group", N_("Self-government group"), "居民自治小组会议"),
    GatheringKind("owners_committee", N_("Owners' committee meeting"), "业主委员会会议"),
)

ATTENDEES = (
    ("party", N_("Interested party"), "利害关系人"), ("unit", N_("Unit's representative"), "单位代表"),
    ("resident", N_("Resident representative"), "居民代表"), ("committee", N_("Committee member"), "社区两委成员"),
    ("deputy", N_("Deputy or committee member"), "两代表一委员"), ("property", N_("Property company"), "物业服务企业"),
    ("owners", N_("Owners' committee"), "业主委员会"), ("grid", N_("Grid worker"), "网格员"),
    ("station", N_("Grid service station"), "网格服务站"), ("stop", N_("Residents' stop"), "红旗驿站"),
    ("partner", N_("Partner unit"), "共建单位"), ("social", N_("Social organisation"), "社会组织"),
    ("expert", N_("Expert"), "专业人士"), ("guest", N_("Guest"), "列席人员"),
)

NOTICES = (
    ("draft", N_("Draft for comment"), "征求意见稿公示"), ("meeting", N_("Notice of a meeting"), "会议公告"),
    ("roll", N_("Roll of voters"), "名册公示"), ("result", N_("Result of a vote"), "表决结果公告"),
    ("score", N_("Result of a selection or scoring"), "评选评分结果公示"),
    ("progress", N_("Progress and result"), "实施情况公开"), ("party", N_("Party affairs"), "党务公开"),
    ("affairs", N_("Community affairs"), "居务公开"), ("money", N_("Money"), "财务公开"),
    ("award", N_("Award or promise review"), "评选、承诺事项公示"), ("contacts", N_("Contacts"), "联系方式公示"),
    ("other", N_("Other notice"), "公示"),
)


def gathering_kind(code: str) -> GatheringKind:
    """The kind named `code`; KeyError is a bug of the caller."""
    return {kind.code: kind for kind in GATHERINGS}[code]


def attendee_paper(code: str) -> str:
    """How papers call a kind of attendee, "" for none."""
    return {one[0]: one[2] for one in ATTENDEES}.get(code, "")

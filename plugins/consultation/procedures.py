"""Procedures as data: ordered steps with who convenes, what must be there, papers, clock and way back.

Official names stay Chinese: they stand on papers and are what everybody calls the steps.
"""

from dataclasses import asdict, dataclass
from typing import Any

#: what a step may ask for → what the record page says while it is missing
NEEDS = ("accepted", "talk", "council", "draft", "posted", "review", "vote", "branch", "committees", "members", "published",
         "meeting")


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step. needs: gates of NEEDS, all of them must hold. days: as long as it should take, 0 without a limit.

    back: code of the step a failure returns to. rule: profile of its vote.
    """

    code: str
    title: str
    convener: str = ""
    needs: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    days: int = 0
    back: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure; posting_days: how long a draft hangs unless somebody says otherwise."""

    code: str
    title: str
    steps: tuple[StepRule, ...]
    source: str = ""
    posting_days: int = 7

    def step(self, code: str) -> StepRule:
        """The step named `code`; KeyError is a bug of the caller."""
        return {step.code: step for step in self.steps}[code]

    def after(self, code: str) -> StepRule | None:
        """The step that follows, None after the last."""
        codes = [step.code for step in self.steps]
        place = codes.index(code) + 1
        return self.steps[place] if place < len(codes) else None


SIX = Procedure("six_steps", "六步议事", (
    StepRule("topic", "提议题", "居民", ("accepted",), ("consultation.topic",)),
    StepRule("talk", "出主意", "党支部", ("talk",), ("consultation.notice", "consultation.minutes")),
    StepRule("draft", "拟方案", "居民议事会", ("council", "draft"), ("consultation.minutes",), back="talk"),
    StepRule("posting", "开言路", "居民议事会、居委会", ("posted",), ("consultation.posting", "consultation.comments"),
             back="draft"),
    StepRule("review", "定公约", "法律、社会管理专业人士", ("review",), ("consultation.review",), back="draft"),
    StepRule("vote", "说了算", "居民代表会议", ("vote",), ("consultation.result",), back="draft", rule="six_steps"),
), "百步亭社区六步议事")

THREE = Procedure("three_reviews", "三审一公决", (
    StepRule("topic", "酝酿提议", "村民、村组织", ("accepted", "draft"), ("consultation.topic",)),
    StepRule("branch", "党支部审议", "党支部", ("branch",), ("consultation.minutes",), back="topic"),
    StepRule("committees", "“两委”会审议", "村党组织", ("committees",), ("consultation.minutes",), back="topic"),
    StepRule("members", "党员大会审议", "村党组织", ("members",), ("consultation.minutes",), back="topic"),
    StepRule("vote", "村民代表会议或村民会议公决", "村民委员会", ("vote",), ("consultation.result",), back="topic",
             rule="three_reviews"),
    StepRule("publish", "公示", "村民委员会", ("published",), ("consultation.result",)),
), "临沭县三审一公决")

FOUR = Procedure("four_two", "四议两公开", (
    StepRule("branch", "党支部会提议", "党支部", ("accepted", "branch"), ("consultation.minutes",)),
    StepRule("committees", "“两委”会商议", "村党组织", ("committees", "draft"), ("consultation.minutes",), back="branch"),
    StepRule("members", "党员大会审议", "村党组织", ("members",), ("consultation.minutes",), back="committees"),
    StepRule("vote", "村民代表会议或村民会议决议", "村民委员会", ("vote",), ("consultation.result",), back="committees",
             rule="village_reps"),
    StepRule("publish", "决议公开", "村民委员会", ("published",), ("consultation.result",)),
), "四议两公开地方规则(步骤可改)")

ORDINARY = Procedure("ordinary", "一般协商", (
    StepRule("topic", "确定议题和参与人", "居民委员会", ("accepted",), ("consultation.topic",)),
    StepRule("meeting", "组织协商", "居民委员会", ("meeting",), ("consultation.notice", "consultation.minutes")),
    StepRule("publish", "向居民反馈结果", "居民委员会", ("published",), ("consultation.posting",)),
), "中办、国办《关于加强城乡社区协商的意见》(2015)")

OWNERS = Procedure("owners", "业主大会", (
    StepRule("topic", "提出事项", "业主、业主委员会", ("accepted", "draft"), ("consultation.topic",)),
    StepRule("notice", "会前公告", "业主委员会", ("posted",), ("consultation.posting",), back="topic"),
    StepRule("vote", "业主共同表决", "业主委员会", ("vote",), ("consultation.result",), back="topic", rule="owners_ordinary"),
    StepRule("publish", "公告结果", "业主委员会", ("published",), ("consultation.result",)),
), "《民法典》第二百七十八条;《物业管理条例》第十四条", posting_days=15)

MICRO = Procedure("micro", "民生微实事", (
    StepRule("topic", "征集点子", "网格员", ("accepted",), ("consultation.topic",)),
    StepRule("choice", "居民评选", "居民委员会", ("vote",), ("consultation.result",), back="topic", rule="resident_reps"),
    StepRule("publish", "公示", "居民委员会", ("published",), ("consultation.posting",)),
), "民生微实事做法")

SHIPPED = (SIX, THREE, FOUR, ORDINARY, OWNERS, MICRO)


def as_data(procedure: Procedure) -> dict[str, Any]:
    """The procedure as JSON keeps it with a topic."""
    return asdict(procedure)


def from_data(data: dict[str, Any]) -> Procedure:
    """A procedure kept as JSON."""
    steps = tuple(StepRule(**{**step, "needs": tuple(step["needs"]), "papers": tuple(step["papers"])})
                  for step in data["steps"])
    return Procedure(data["code"], data["title"], steps, data.get("source", ""), data.get("posting_days", 7))

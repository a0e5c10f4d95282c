"""The score sheet of review hearings as data: residents and members judge what was reported.

Source: 听评会 as the seeds describe it; they name no criteria, weights or grades, so those are the hall's to confirm.
"""

from desk.api import N_
from desk.api.score_sheets import POINT, Band, Criterion, Role, ScoreScheme, Sheet

HEARING_CODE = "consultation.hearing"
RESIDENTS, MEMBERS = "residents", "members"

HEARING = Sheet(
    HEARING_CODE, "听评会评议表", (
        Criterion("done", "承诺事项完成", 30 * POINT, guidance="上次承诺的事是否办了、办成了"),
        Criterion("work", "工作实绩", 30 * POINT, guidance="报告所说的工作居民是否看得到"),
        Criterion("answers", "回应诉求", 20 * POINT, guidance="提问是否得到明确答复"),
        Criterion("manner", "工作作风", 20 * POINT, guidance="公道正派、联系群众")),
    roles=(Role(RESIDENTS, "居民代表", 70), Role(MEMBERS, "党员代表", 30)),
    bands=(Band("满意", 80 * POINT), Band("基本满意", 60 * POINT), Band("不满意", 0, poor=True)),
    source="听评会(出处未载明标准)", note="权重和等次由本社区确定(出处未载明)", mark="unsure")

SCHEMES = (ScoreScheme(HEARING_CODE, N_("Judgement at a review hearing"), "听评会评议", (HEARING,),
                       opens="consultation.meeting", source="听评会(出处未载明标准)", anonymous=True),)

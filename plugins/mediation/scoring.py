"""Kinds of rounds of the mediation room: quarterly evaluation, best mediator, star rooms. Sheets are data.

Source: 四诊工作法 复诊 (quarterly evaluation by residents' representatives, yearly choice). Its text does not state
weights or grades, so they are the hall's to confirm.
"""

from datetime import date
from typing import Any

from desk.api import N_
from desk.api.score_sheets import POINT, Band, Criterion, Option, Role, ScoreScheme, Sheet, SubjectDraft

DISPUTE, MEDIATOR, ROOM = "mediation.dispute", "mediation.mediator", "mediation.star_room"
METHOD = "四诊工作法 复诊"
LOCAL = "权重和等次由本社区确定(出处未载明)"
QUARTER_CODE, BEST_CODE, STAR_CODE = "mediation.quarter", "mediation.best_mediator", "mediation.star_room"
VOTE_CODE = "mediation.best_vote"

QUARTER = Sheet(
    "mediation.quarter", "矛盾纠纷化解效果评估表", (
        Criterion("settled", "化解程度", 40 * POINT, guidance="矛盾是否真正解决，有无反复"),
        Criterion("fair", "公道合法", 30 * POINT, guidance="是否依法、公平，尊重双方意愿"),
        Criterion("prompt", "及时规范", 15 * POINT, guidance="是否按期办理、手续齐全"),
        Criterion("content", "群众满意", 15 * POINT, guidance="当事人和邻里的反映")),
    roles=(Role("residents", "居民代表", 50), Role("party", "党员", 25), Role("worthies", "乡贤", 25)),
    bands=(Band("好", 85 * POINT), Band("一般", 60 * POINT), Band("差", 0, poor=True)), source=METHOD, note=LOCAL,
    mark="unsure")

BEST = Sheet(
    "mediation.best", "优秀调解员评选评分表", (
        Criterion("cases", "调解成功件数", 20 * POINT, "given", "业绩", guidance="最多者满分，其余按比例"),
        Criterion("rate", "调解成功率", 20 * POINT, "given", "业绩", guidance="成功件数除以办结件数"),
        Criterion("visits", "回访满意率", 10 * POINT, "given", "业绩", guidance="满意件数除以回访件数"),
        Criterion("quarter", "季度评估", 10 * POINT, "given", "业绩", guidance="所办案件季度评估平均分"),
        Criterion("ability", "业务能力", 20 * POINT, group="评议", guidance="懂政策、懂法律，会做群众工作"),
        Criterion("service", "服务态度", 20 * POINT, group="评议", guidance="公道正派，热心耐心")),
    roles=(Role("residents", "居民代表", 50), Role("committee", "调委会", 30), Role("peers", "调解员", 20)),
    bands=(Band("优秀", 90 * POINT), Band("良好", 75 * POINT), Band("一般", 0)), source=METHOD, note=LOCAL, mark="unsure")

VOTE = Sheet(
    "mediation.best_vote", "优秀调解员评选选票", (
        Criterion("vote", "同意推荐为优秀调解员", 100 * POINT, "ticks", guidance="同意的打勾，不同意的不填"),),
    roles=(Role("residents", "居民代表", 50), Role("committee", "调委会", 30), Role("peers", "调解员", 20)),
    bands=(Band("过半数同意", 50 * POINT), Band("未过半数", 0)), source=METHOD, mark="unsure", most_ticks=3,
    note=f"{LOCAL};每张选票最多选几人也由本社区确定，默认与拟表彰人数相同")
"""A show of hands on paper: everybody's result is the share of those who ticked the name, weighted by role."""

STAR = Sheet(
    "mediation.star", "星级调解室评定表", (
        Criterion("plate", "标识标牌、制度上墙", 10 * POINT, "ticks", "硬件"),
        Criterion("place", "场所独立、设施齐全", 10 * POINT, "ticks", "硬件"),
        Criterion("team", "调解员配备", 15 * POINT, "choice", "队伍", options=(
            Option("有专职和法律工作者", 15 * POINT), Option("有专职", 10 * POINT), Option("只有兼职", 5 * POINT))),
        Criterion("files", "案卷质量", 20 * POINT, group="业务", guidance="抽查案卷，缺件、错漏酌减"),
        Criterion("ledger", "台账登记", 10 * POINT, "deduction", "业务", guidance="每缺一件扣1分"),
        Criterion("result", "调解成效", 20 * POINT, group="成效", guidance="成功率、履行率、无民转刑"),
        Criterion("content", "群众满意", 15 * POINT, group="成效", guidance="回访和座谈")),
    roles=(Role("residents", "居民代表", 40), Role("committee", "调委会", 60)),
    bands=(Band("五星级", 90 * POINT), Band("四星级", 80 * POINT), Band("三星级", 70 * POINT), Band("未达星级", 0, poor=True)),
    source="星级调解室评定(出处未载明标准)", note=LOCAL, mark="unsure")


def _candidates(name: str) -> Any:
    """A function of `candidates`, imported when a round is planned: the tables are not loaded at the start."""
    def offered(uow: Any, first: date | None, last: date | None) -> list[SubjectDraft]:
        from plugins.mediation import candidates

        found: list[SubjectDraft] = getattr(candidates, name)(uow, first, last)
        return found

    return offered


def _later(name: str) -> Any:
    def call(uow: Any, round_id: int, rows: Any) -> None:
        from plugins.mediation.service import rooms

        getattr(rooms, name)(uow, round_id, rows)

    return call


SCHEMES = (
    ScoreScheme(QUARTER_CODE, N_("Quarterly evaluation of results"), "季度化解效果评估", (QUARTER,),
                _candidates("cases_to_judge"),
                opens=DISPUTE, closed=_later("quarter_closed"), publish=False, source=METHOD, anonymous=True),
    ScoreScheme(BEST_CODE, N_("Best mediator of the year"), "优秀调解员评选", (BEST,), _candidates("mediators"),
                award="优秀人民调解员", places=3, opens=MEDIATOR, source=METHOD, trim=1),
    ScoreScheme(VOTE_CODE, N_("Best mediator of the year, by vote"), "优秀调解员评选(投票)", (VOTE,),
                _candidates("mediators_to_vote"), award="优秀人民调解员", places=3, opens=MEDIATOR, source=METHOD),
    ScoreScheme(STAR_CODE, N_("Star rating of mediation rooms"), "星级调解室评定", (STAR,), _candidates("rooms"),
                award="{band}人民调解室", opens=ROOM, decided=_later("stars_decided"), source="星级调解室评定(出处未载明标准)"),
)

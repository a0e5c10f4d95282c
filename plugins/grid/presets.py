"""Kinds of events as shipped: each with its level, the unit it goes to and the days it may take. Data a hall edits.

The kinds are those the seeds name: safety, city order, environment, shop-front rule breaking, mixed living and storage, care
need, damaged facilities; disputes come by 网格与矛盾调处中心融合. Units, levels and days are nowhere stated (UNSURE): each
place fixes its own, so the form that shows them says they are to be looked over.
"""

from dataclasses import dataclass

SOURCE = "网格事件闭环处置(责任单位和期限由各地确定)"
CENTRE = "矛盾纠纷调处中心"
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event. unit: who usually handles it, by name; days: calendar days from the day it was found; level: see
    kinds.LEVELS. taker: id of the module's entrance that takes it with one click, "" for none. active: offered in forms.
    """

    code: str
    title: str
    unit: str
    days: int
    level: str = "community"
    taker: str = ""
    active: bool = True


SHIPPED = (
    EventKind("safety", "安全隐患", "应急消防工作站", 3, "centre"),
    EventKind("city", "市容秩序", "综合行政执法队", 3, "centre"),
    EventKind("environment", "环境卫生", "社区环境卫生员", 2),
    EventKind("shopfront", "店外经营", "综合行政执法队", 3, "centre"),
    EventKind("mixed", "住人仓储混用", "应急消防工作站", 7, "centre"),
    EventKind("care", "关爱需求", "社区民政专员", 7),
    EventKind("facility", "设施损坏", "物业服务企业", 7),
    EventKind("dispute", "矛盾纠纷", CENTRE, 30, "centre", taker="mediation.hazard"),
    EventKind("other", "其他", "社区居民委员会", 7),
)

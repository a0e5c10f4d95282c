"""Rules of law and practice as data, each with its source. Stars: national practice; ages; periods."""

from dataclasses import dataclass

LEAST_AGE, ALONE_AGE, OWN_INCOME_AGE = 14, 18, 16
AGE_SOURCE = "《中国注册志愿者管理办法》"
MINORS_SOURCE = "《志愿服务条例》第十五条；多省志愿服务条例禁止未成年人参加抢险救灾"
INSURANCE_SOURCE = "《志愿服务条例》第十七条"
RISKS_SOURCE = "《志愿服务条例》第十二条"
PRIVACY_SOURCE = "《志愿服务条例》第二十条"
CERTIFY_SOURCE = "《志愿服务记录与证明出具办法(试行)》：谁组织谁记录，谁记录谁证明"
UNPAID_SOURCE = "《志愿服务条例》第二条"


@dataclass(frozen=True, slots=True)
class Star:
    """A level and the served minutes it needs, what else is asked, and who grants it."""

    level: int
    title: str
    minutes: int
    conditions: str = ""
    approver: str = ""


STARS = tuple(Star(level, f"{word}星级志愿者", hours * 60) for level, word, hours in (
    (1, "一", 100), (2, "二", 300), (3, "三", 600), (4, "四", 1000), (5, "五", 1500)))
"""《志愿服务记录办法》(2012)."""
STARS_SOURCE = "《志愿服务记录办法》(2012)"

"""What is proposed for a kind of dispute: days for whoever answers for it, departments called to study it. Data a hall edits.

Days: nobody fixed them for 包案 (四诊工作法 leaves them to each place); a month is usual in mediation (若干规定 第三十三条),
labour has fifteen days (劳动争议调解仲裁法 第十四条). Departments: 四诊工作法 会诊, by class. All of it is a proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.api import clean, refuse_marked, translator
from desk.api.db import UnitOfWork, verb
from plugins.mediation.categories import CATEGORIES
from plugins.mediation.kinds import ALL
from plugins.mediation.models import ClassPlan
from plugins.mediation.words import people_named

_ = translator("mediation")
USUAL_DAYS, MOST_DAYS = 30, 365
COMMON = "司法所、社区民警、社区法律顾问"
SHIPPED: dict[str, tuple[int, str]] = {
    "marriage_family": (USUAL_DAYS, "妇联、司法所、社区民警"), "neighbour": (USUAL_DAYS, COMMON),
    "homestead": (USUAL_DAYS, "自然资源部门、住建部门、司法所"), "forest_land": (USUAL_DAYS, "自然资源部门、林业部门、司法所"),
    "relocation": (USUAL_DAYS, "征收部门、自然资源部门、司法所"), "environment": (USUAL_DAYS, "生态环境部门、综合执法、司法所"),
    "migrant_wages": (15, "人社部门、劳动监察、工会"), "labour": (15, "人社部门、工会、司法所"),
    "consumer": (USUAL_DAYS, "市场监管部门、消费者协会、司法所"), "e_commerce": (USUAL_DAYS, "市场监管部门、司法所"),
    "tourism": (USUAL_DAYS, "文旅部门、市场监管部门、司法所"), "medical": (USUAL_DAYS, "卫健部门、医疗纠纷调解委员会、司法所"),
    "traffic": (USUAL_DAYS, "交警、司法所"), "estate_service": (USUAL_DAYS, "住建部门、物业服务企业、业主委员会、司法所")}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Of one kind of dispute. departments: names with 、 between them."""

    category: str
    days: int
    departments: str


def list_class_plans(uow: UnitOfWork) -> list[PlanRow]:
    """Every kind of dispute with what is proposed for it now."""
    own = {row.category: row for row in uow.session.scalars(select(ClassPlan))}
    return [PlanRow(one.code, own[one.code].days, own[one.code].departments) if one.code in own
            else PlanRow(one.code, *SHIPPED.get(one.code, (USUAL_DAYS, COMMON))) for one in CATEGORIES]


def plan_of(uow: UnitOfWork, category: str) -> PlanRow:
    """What is proposed for a kind; the usual for one nobody knows."""
    return next((one for one in list_class_plans(uow) if one.category == category), PlanRow(category, USUAL_DAYS, COMMON))


def called_departments(uow: UnitOfWork, category: str) -> list[dict[str, str]]:
    """The departments called for a kind, as a form's lines begin."""
    return [{"unit": name} for name in people_named(plan_of(uow, category).departments)]


def proposed_limit(uow: UnitOfWork, category: str, since: date | None = None) -> date:
    """The day by which whoever answers for it should have settled it."""
    return (since or uow.clock.today()) + timedelta(days=plan_of(uow, category).days)


@verb("mediation.set_class_plans", permission=ALL)
def set_class_plans(uow: UnitOfWork, drafts: Sequence[PlanRow]) -> int:
    """Change what is proposed; limits that run keep theirs. Answers how many kinds differ from what is shipped."""
    marks = {f"plans.{place}.days": _("Enter days from 1 to {most}.").format(most=MOST_DAYS)
             for place, one in enumerate(drafts) if not 1 <= one.days <= MOST_DAYS}
    refuse_marked(marks)
    for old in uow.session.scalars(select(ClassPlan)):
        uow.session.delete(old)
    uow.session.flush()
    changed = [one for one in drafts
               if (one.days, clean(one.departments, limit=400)) != SHIPPED.get(one.category, (USUAL_DAYS, COMMON))]
    for one in changed:
        uow.add(ClassPlan(category=one.category, days=one.days, departments=clean(one.departments, limit=400)))
    uow.trace("mediation.set_class_plans", "mediation.class_plan", None, changed=len(changed))
    return len(changed)

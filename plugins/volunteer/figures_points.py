"""What the tables of points count: every line of the ledger by the rule or reason it comes from; who served in a month."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from desk.api import translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import Flow, list_flows
from desk.api.statistics import Scope
from plugins.volunteer.figures import hours
from plugins.volunteer.kinds import SERVICES, VOLUNTEER, title_of
from plugins.volunteer.models import PointRule, PointsShare
from plugins.volunteer.service.earning import HOUSEHOLD, LEDGER
from plugins.volunteer.service.points import points_text

_ = translator("volunteer")
OTHERS = (("adjust", "人工调整"), ("redeem", "爱心超市兑换"), ("donate", "捐赠"), ("expire", "过期"), ("reverse", "冲正"))
BETWEEN = ("give", "share")
"""Kinds that only move points between volunteers."""


class Points(NamedTuple):
    """A line of somebody's points. id: the volunteer (of a household's account: who shared it first). held: signed.

    rule: "rule:ID" of what hours earned, else the kind. earned, spent, ended, adjusted: tenths, each the part of its column.
    """

    id: int
    on: date
    rule: str
    earned: int
    spent: int
    ended: int
    adjusted: int
    held: int


class Server(NamedTuple):
    """A volunteer who served on a day."""

    id: int
    on: date


def points(uow: UnitOfWork, scope: Scope) -> list[Points]:
    """Lines until the last day; points belong to no area."""
    if scope.area_ids is not None:
        return []
    shared = {one.household_id: one.volunteer_id for one in uow.session.scalars(
        select(PointsShare).order_by(PointsShare.id.desc()))}
    return [_line(one, shared) for one in list_flows(uow, LEDGER, (VOLUNTEER, HOUSEHOLD), scope.last)
            if one.kind not in BETWEEN]


def _line(one: Flow, shared: dict[int, int]) -> Points:
    who = one.owner_id if one.owner_kind == VOLUNTEER else shared.get(one.owner_id, 0)
    rule = f"rule:{one.explain['rule']}" if "rule" in one.explain else one.kind
    part = {"earn": "earned", "take_back": "earned", "adjust": "adjusted", "expire": "ended"}.get(one.kind, "spent")
    amount = one.amount if part in ("earned", "adjusted") else -one.amount
    earned, spent, ended, adjusted = (amount if part == name else 0 for name in ("earned", "spent", "ended", "adjusted"))
    return Points(who, one.day, rule, earned, spent, ended, adjusted, one.amount)


def rules(uow: UnitOfWork, _scope: Scope) -> list[tuple[str, str]]:
    """Rules of earning by the day they began, then what points come from or go to without a rule."""
    rows = uow.session.scalars(select(PointRule).order_by(PointRule.valid_from, PointRule.id))
    return [*((f"rule:{one.id}", _rule(one)) for one in rows), *OTHERS]


def _rule(one: PointRule) -> str:
    kind = _(title_of(SERVICES, one.kind)) if one.kind else _("All others")
    return f"{kind} {points_text(one.per_hour)}分/小时({one.valid_from}起)"


def servers(uow: UnitOfWork, scope: Scope) -> list[Server]:
    """Who served on which day, in an area at what lies in it; a month counts everybody once."""
    return [Server(one.holder, one.on) for one in hours(uow, scope) if one.first]

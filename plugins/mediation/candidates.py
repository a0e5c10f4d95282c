"""Who and what a round of scoring judges, with figures out of the cases: frozen when the round is planned."""

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from desk.api import hall_time
from desk.api.cases import Case
from desk.api.db import UnitOfWork
from desk.api.pages import PageRequest
from desk.api.score_sheets import POINT, SubjectDraft
from desk.api.scores import list_results, list_rounds, points_text
from plugins.mediation.categories import category_title
from plugins.mediation.models import Dispute, Mediator, Renewal, Session, StarRoom
from plugins.mediation.rates import percent, rates_by_name
from plugins.mediation.scoring import BEST, DISPUTE, MEDIATOR, QUARTER_CODE, ROOM
from plugins.mediation.service.register import running_term
from plugins.mediation.settings import setting

ENDED = ("performing", "performed", "unperformed", "closed", "archived")


def period(uow: UnitOfWork, first: date | None, last: date | None) -> tuple[date, date]:
    """As asked for; without days this year until today."""
    today = uow.clock.today()
    return first or today.replace(month=1, day=1), last or today


def cases_to_judge(uow: UnitOfWork, first: date | None, last: date | None) -> list[SubjectDraft]:
    """Cases that were settled in the period and those whose renewed mediation was ordered; by number, no party is named.

    With a sample set, so many of the settled ones are drawn, always the same for the same period and cases; what was mediated
    anew is judged in any case.
    """
    first, last = period(uow, first, last)
    settled = select(Session.dispute_id).join(Dispute, Dispute.id == Session.dispute_id).where(
        Session.outcome == "agreed", Dispute.accepted_on <= last)
    days: dict[int, date] = {}
    for row in uow.session.execute(settled.add_columns(Session.started_at)):
        days[row[0]] = hall_time(row[1]).date()
    again = set(uow.session.scalars(select(Renewal.dispute_id).where(Renewal.result != "", Renewal.done_on.between(first,
                                                                                                                   last))))
    settled_then = sorted(one for one, day in days.items() if first <= day <= last and one not in again)
    wanted = set(drawn(settled_then, int(setting(uow, "quarter_sample")), f"{first}{last}")) | again
    rows = uow.session.execute(select(Case.id, Case.number, Dispute.category).join(Dispute, Dispute.case_id == Case.id).where(
        Case.id.in_(wanted), Case.state.in_(ENDED)).order_by(Case.id)).all()
    return [SubjectDraft(number or f"第{case_id}号", category_title(category) + ("(再化解)" if case_id in again else ""),
                         DISPUTE,
                         case_id) for case_id, number, category in rows]


def drawn(cases: list[int], size: int, seed: str) -> list[int]:
    """A sample of so many, all of them for 0; the same seed draws the same from the same."""
    return cases if not size or size >= len(cases) else random.Random(seed).sample(cases, size)


def mediators(uow: UnitOfWork, first: date | None, last: date | None) -> list[SubjectDraft]:
    """Mediators with a running term, with the points their figures are worth on the shipped sheet."""
    first, last = period(uow, first, last)
    cards = [one for one in uow.session.scalars(select(Mediator).where(Mediator.left_on.is_(None)).order_by(Mediator.id))
             if running_term(uow, one.id, min(last, uow.clock.today()))]
    rates = rates_by_name(uow, [one.name for one in cards], first, last)
    most = max((one.settled for one in rates.values()), default=0)
    most_points = {one.code: one.maximum for one in BEST.criteria}
    found, means = [], quarter_means(uow, first, last)
    for card in cards:
        one, quarter = rates[card.name], means.get(card.name)
        given = {"cases": one.settled * most_points["cases"] // most if most else 0,
                 "rate": most_points["rate"] * one.rate // 10000, "visits": most_points["visits"] * one.satisfaction // 10000,
                 "quarter": int(most_points["quarter"] * quarter / (100 * POINT)) if quarter is not None else 0}
        figures = (("受理", f"{one.taken}件"), ("调解成功", f"{one.settled}件"), ("成功率", percent(one.rate)),
                   ("回访满意率", percent(one.satisfaction)),
                   ("季度评估", f"{points_text(quarter)}分" if quarter is not None else "未评"))
        found.append(SubjectDraft(card.name, card.number, MEDIATOR, card.id, card.person_id, given, figures))
    return found


def mediators_to_vote(uow: UnitOfWork, first: date | None, last: date | None) -> list[SubjectDraft]:
    """The same with their figures to look at: a vote gives no points for them."""
    return [replace(one, given={}) for one in mediators(uow, first, last)]


def quarter_means(uow: UnitOfWork, first: date, last: date) -> dict[str, Fraction]:
    """Mediator's name → mean of the totals her cases got in evaluations counted in the period."""
    totals: dict[str, list[Fraction]] = {}
    for one in list_rounds(uow, PageRequest(size=100, filters={"scheme": QUARTER_CODE})).rows:
        if one.closed_on is None or not first <= one.closed_on <= last:
            continue
        for result in list_results(uow, one.id):
            if result.total is None or result.record != DISPUTE or not result.record_id:
                continue
            for name in uow.get(Dispute, result.record_id).mediators:
                totals.setdefault(name, []).append(result.total)
    return {name: sum(found, Fraction(0)) / len(found) for name, found in totals.items()}


def rooms(uow: UnitOfWork, first: date | None, last: date | None) -> list[SubjectDraft]:
    """Rooms that are open, with the sittings held in them."""
    first, last = period(uow, first, last)
    places = [(place, dispute) for place, dispute, at in uow.session.execute(
        select(Session.place, Session.dispute_id, Session.started_at)) if first <= hall_time(at).date() <= last]
    found = []
    for room in uow.session.scalars(select(StarRoom).where(StarRoom.closed_on.is_(None)).order_by(StarRoom.id)):
        held = [dispute for place, dispute in places if room.name in place]
        found.append(SubjectDraft(room.name, room.place, ROOM, room.id, figures=(
            ("调解", f"{len(held)}次"), ("案件", f"{len(set(held))}件"), ("现有星级", room.star or "无"))))
    return found

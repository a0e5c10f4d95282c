"""Points on screens: every movement, what ends soon, who asks for an adjustment, the rules with their days."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from desk.api import N_, Tone, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import list_ending, list_movements
from desk.api.pages import (
    Chip,
    Column,
    Fact,
    FactSection,
    ListSpec,
    NextAct,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    history_of,
    keyset_page,
)
from plugins.volunteer.kinds import POINTS, SERVICES, VOLUNTEER, title_of
from plugins.volunteer.models import Adjustment, PointRule, Volunteer
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.records import KINDS
from plugins.volunteer.service.earning import HOUSEHOLD, LEDGER
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.sharing import holders_of, household_title
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of

_ = translator("volunteer")
DECISIONS = {"asked": (N_("To be decided"), Tone.WAITING), "granted": (N_("Granted"), Tone.DONE),
             "refused": (N_("Refused"), Tone.MUTED)}


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A line of these lists. id opens what the list opens."""

    id: int
    name: str = ""
    number: str = ""
    day: date | None = None
    until: date | None = None
    kind: str = ""
    points: str = ""
    after: str = ""
    reason: str = ""
    by: str = ""
    state: StateCell = StateCell("")


def movements(uow: UnitOfWork, request: PageRequest) -> Page[PointsRow]:
    """Every line of every volunteer, newest first. filters: "kinds"."""
    page = list_movements(uow, LEDGER, (VOLUNTEER, HOUSEHOLD), request)
    whose = _owners(uow, [(one.owner_kind, one.owner_id) for one in page.rows])
    return Page([PointsRow(*whose[one.owner_kind, one.owner_id][:2], day=one.line.day, kind=_(KINDS.get(
        one.line.kind, one.line.kind)), points=points_text(one.line.amount), after=points_text(one.line.after),
        reason=one.line.reason, by=" / ".join(filter(None, (one.line.by, one.line.second)))) for one in page.rows], page.next)


def ending(uow: UnitOfWork, _request: PageRequest) -> Page[PointsRow]:
    """What volunteers lose soon unless they use it, soonest first."""
    until = uow.clock.today() + timedelta(days=setting(uow, "warn_days"))
    rows = list_ending(uow, LEDGER, until)
    whose = _owners(uow, [(row.owner_kind, row.owner_id) for row in rows])
    today = uow.clock.today()
    return Page([PointsRow(*whose[row.owner_kind, row.owner_id], until=row.last_day,
                           points=points_text(row.rest), state=StateCell(
                               _("Ended"), Tone.LATE) if row.last_day < today else StateCell(_("Ends soon"), Tone.WAITING))
                 for row in rows])


def _owners(uow: UnitOfWork, owners: list[tuple[str, int]]) -> dict[tuple[str, int], tuple[int, str, str]]:
    """(kind, id) of an account's owner → volunteer to open, what she or the household is called, number of the card."""
    ids = [one for kind, one in owners if kind == VOLUNTEER]
    names = names_of(uow, ids)
    numbers = dict(uow.session.execute(select(Volunteer.id, Volunteer.number).where(Volunteer.id.in_(ids))).all())
    found = {(VOLUNTEER, one): (one, names.get(one, ""), numbers.get(one, "")) for one in ids}
    for kind, household in owners:
        if kind == HOUSEHOLD and (kind, household) not in found:
            members = holders_of(uow, household)
            title = _("{household} (shared)").format(household=household_title(uow, household))
            found[kind, household] = (members[0] if members else 0, title, "")
    return found


def adjustments(uow: UnitOfWork, request: PageRequest) -> Page[PointsRow]:
    """What was asked for by hand, newest first. filters: "state"."""
    statement = select(Adjustment)
    if request.filters.get("state"):
        statement = statement.where(Adjustment.state == request.filters["state"])
    rows, after = keyset_page(uow.session, statement, [Adjustment.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    names = names_of(uow, [one.volunteer_id for one in rows])

    def line(one: Adjustment) -> PointsRow:
        word, tone = DECISIONS[one.state]
        return PointsRow(one.id, names.get(one.volunteer_id, ""), points=points_text(one.amount),
                         reason=one.reason, by=" / ".join(filter(None, (one.asked_by, one.decided_by))),
                         state=StateCell(_(word), tone))

    return Page([line(one) for one in rows], after)


def load_adjustment(uow: UnitOfWork, record_id: int) -> RecordCard:
    """What was asked for, by whom; somebody else decides. Its paper is signed by both."""
    found = uow.get(Adjustment, record_id)
    word, tone = DECISIONS[found.state]
    name = names_of(uow, [found.volunteer_id]).get(found.volunteer_id, "")
    decide = (act(_("Decide on an adjustment"), "decide_form", found.id, main=True),) if found.state == "asked" else ()
    return RecordCard(
        id=found.id, number="", title=_("{name}: {points} points").format(name=name, points=points_text(found.amount)),
        state=StateCell(_(word), tone), holder=None, sections=(FactSection(_("Adjustments of points"), (
            Fact(_("Reason"), found.reason), Fact(_("Asked for by"), found.asked_by),
            Fact(_("Looked at by"), found.decided_by))),),
        acts=(*decide, NextAct(_("To the volunteer"), "volunteer.volunteer", {"record_id": found.volunteer_id})),
        papers=(PaperLink("volunteer.points_request"),), version=found.version,
        timeline=history_of(uow, "volunteer.adjustment", found.id))


def rules(uow: UnitOfWork, request: PageRequest) -> Page[PointsRow]:
    """Rules of earning with their days, newest first; none is ever changed."""
    rows, after = keyset_page(uow.session, select(PointRule), [PointRule.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    return Page([PointsRow(one.id, kind=_(title_of(SERVICES, one.kind)) if one.kind else _("All others"),
                           points=points_text(one.per_hour), day=one.valid_from, until=one.valid_to, after=_caps(one),
                           reason=_ends(one), by=one.source) for one in rows], after)


def _caps(one: PointRule) -> str:
    caps = ((one.cap_activity, _("{n} minutes an activity")), (one.cap_day, _("{n} minutes a day")))
    step = {5: _("half points"), 1: _("tenths of a point")}.get(one.step, "")
    return "、".join(filter(None, (*(text.format(n=cap) for cap, text in caps if cap), step))) or "—"


def _ends(one: PointRule) -> str:
    if one.year_end:
        return _("end of the year")
    return _("{n} months").format(n=one.months) if one.months else _("always")


NAME, WHY = Column("name", N_("Full name"), 120), Column("reason", N_("Reason"), 0)
MOVEMENTS = ListSpec(
    id="volunteer.movements", title=N_("Movements of points"), record="ledger_account", domain="volunteer",
    columns=(Column("day", N_("Day"), 110, "date"), NAME, Column("kind", N_("Kind"), 110),
             Column("points", N_("Points"), 90, "number"), Column("after", N_("Left then"), 90, "number"), WHY,
             Column("by", N_("By"), 150)),
    fetch=movements, opens="volunteer.volunteer",
    chips=(Chip(N_("Earned"), {"kinds": ("earn",)}), Chip(N_("Goods"), {"kinds": ("redeem",)}),
           Chip(N_("Donated"), {"kinds": ("donate",)}), Chip(N_("Given"), {"kinds": ("give",)}),
           Chip(N_("Expired"), {"kinds": ("expire",)}), Chip(N_("Adjusted"), {"kinds": ("adjust",)}),
           Chip(N_("Taken back"), {"kinds": ("take_back", "reverse")}), Chip(N_("Put together"), {"kinds": ("share",)})),
    empty=N_("No points yet. Set the rule of earning, then enter hours."))
ENDING = ListSpec(
    id="volunteer.ending", title=N_("Points that end soon"), record="ledger_account", domain="volunteer",
    columns=(NAME, Column("number", N_("Number"), 110), Column("points", N_("Points"), 100, "number"),
             Column("until", N_("Last day"), 120, "date"), Column("state", N_("State"), 0, "state")),
    fetch=ending, opens="volunteer.volunteer", new="volunteer.expire_form", new_title=N_("Book out what has ended"),
    new_permission=POINTS, empty=N_("No points end within the time set."))
ADJUSTMENTS = ListSpec(
    id="volunteer.adjustments", title=N_("Adjustments of points"), record="volunteer.adjustment", domain="volunteer",
    columns=(NAME, Column("points", N_("Points"), 100, "number"), WHY, Column("by", N_("Asked by / decided by"), 200),
             Column("state", N_("State"), 120, "state")),
    fetch=adjustments, opens="volunteer.adjustment", chips=(Chip(N_("To be decided"), {"state": "asked"}),),
    empty=N_("Nobody has asked for an adjustment. It is asked for on a volunteer's page."))
ADJUSTMENT_RECORD = RecordSpec("volunteer.adjustment", N_("Adjustment of points"), "volunteer.adjustment", load_adjustment,
                               domain="volunteer")
RULES = ListSpec(
    id="volunteer.rules", title=N_("Rules of earning points"), record="volunteer.point_rule", domain="volunteer",
    columns=(Column("kind", N_("Kind of service"), 150), Column("points", N_("Points an hour"), 110, "number"),
             Column("after", N_("At most"), 0), Column("reason", N_("May be used for"), 130),
             Column("day", N_("From"), 110, "date"), Column("until", N_("Until"), 110, "date"),
             Column("by", N_("Decided by"), 180)),
    fetch=rules, new="volunteer.rule_form", new_title=N_("Rule of earning points"), new_permission=POINTS,
    empty=N_("No rule yet: hours earn no points. Set the first one."))

"""The pages of a volunteer and of the notice board: where something stands, what is missing, what to do next, its papers."""

from datetime import date

from sqlalchemy import select

from desk.api import N_, hall_time, translator
from desk.api.db import UnitOfWork
from desk.api.ledgers import StatementLine, find_account, list_statement
from desk.api.pages import (
    Fact,
    FactSection,
    LampCell,
    Missing,
    NextAct,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    StateCell,
    TimelineItem,
)
from desk.api.timesheets import (
    PairRow,
    TimePublication,
    Whose,
    count_minutes,
    list_pairs_of,
    list_pairs_published,
)
from plugins.volunteer.kinds import (
    PAIR_STATES,
    SKILLS,
    VOLUNTEER,
    VOLUNTEER_STATES,
    title_of,
)
from plugins.volunteer.models import Adjustment, Certificate, OutsideHours, Volunteer
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.lists import state_cell
from plugins.volunteer.pages.sharing import sharing_acts, sharing_section
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.earning import LEDGER, owner_of
from plugins.volunteer.service.hours import title_of_row, titles_of_lines
from plugins.volunteer.service.market import balance
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.proving import eligible_star, granted_star
from plugins.volunteer.service.star_table import star_levels
from plugins.volunteer.settings import setting
from plugins.volunteer.who import names_of

_ = translator("volunteer")
KINDS = {"earn": N_("Earned"), "take_back": N_("Taken back"), "adjust": N_("Adjusted"), "redeem": N_("Goods"),
         "reverse": N_("Booked back"), "expire": N_("Expired"), "donate": N_("Donated"), "give": N_("Given"),
         "share": N_("Put together")}


def load_volunteer(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A volunteer: hours, stars, points with their explanations, certificates."""
    who = uow.get(Volunteer, record_id)
    name = names_of(uow, [who.id]).get(who.id, who.number)
    have = balance(uow, who.id)
    waiting = uow.session.scalars(select(Adjustment).where(
        Adjustment.volunteer_id == who.id, Adjustment.state == "asked")).all()
    missing = [Missing(_("{points} points are asked for: {reason}").format(points=points_text(one.amount), reason=one.reason),
                       "volunteer.decide_form", {"record_id": one.id}) for one in waiting]
    if "data" not in who.consents and who.state != "left":
        missing.append(Missing(_("Nobody has signed that the data may be kept."), "volunteer.volunteer_form",
                               {"record_id": who.id}, field="consent_data"))
    if have < 0:
        missing.append(Missing(_("{points} points are owed.").format(points=points_text(-have))))
    return RecordCard(
        id=who.id, number=who.number, title=name, state=state_cell(VOLUNTEER_STATES, who.state), holder=None,
        subtitle=_("{hours} served · {points} points").format(
            hours=hours_text(count_minutes(uow, Whose(VOLUNTEER, who.id))), points=points_text(have)),
        sections=tuple(_volunteer_sections(uow, who)), missing=tuple(missing), acts=tuple(_volunteer_acts(uow, who)),
        papers=(*_certificates(uow, who), PaperLink("volunteer.record"), PaperLink("volunteer.points_book"),
                PaperLink("volunteer.registration"), PaperLink("volunteer.card"),
                *([PaperLink("volunteer.guardian")] if who.guardian else ()), PaperLink("volunteer.withdrawal")),
        timeline=_movements(uow, who),
        version=who.version)


def _movements(uow: UnitOfWork, who: Volunteer) -> tuple[TimelineItem, ...]:
    """The last lines of points, each with the hours it comes from."""
    lines = statement(uow, who.id)
    titles = titles_of_lines(uow, lines)
    return tuple(TimelineItem(line.at, _line(line), line.by, " · ".join(filter(None, (line.reason, titles.get(line.id)))))
                 for line in lines)


def statement(uow: UnitOfWork, volunteer_id: int, size: int = 60) -> list[StatementLine]:
    """The lines of the account a volunteer's points are on, newest first."""
    account = find_account(uow, LEDGER, owner_of(uow, volunteer_id))
    return list(list_statement(uow, account, PageRequest(size=size)).rows) if account else []


def _volunteer_acts(uow: UnitOfWork, who: Volunteer) -> list[NextAct]:
    star, granted = eligible_star(uow, who.id), granted_star(uow, who.id)
    due = star is not None and (granted is None or granted.level < star.level)
    return [*([act(_("Grant a star"), "star_form", who.id, main=True)] if due else []),
            act(_("Issue a certificate"), "certify_form", who.id, main=not due), act(_("Change"), "volunteer_form", who.id),
            act(_("Ask for an adjustment"), "adjust_form", who.id),
            act(_("Give points to the common good"), "donate_form", who.id),
            *([act(_("Give points to another volunteer"), "give_form", who.id)] if setting(uow, "transfers") else []),
            *([act(_("Time bank"), "time_account", who.id)] if setting(uow, "time_bank") else []),
            *sharing_acts(uow, who), act(_("Take a consent back"), "consent_form", who.id)]


def _volunteer_sections(uow: UnitOfWork, who: Volunteer) -> list[FactSection]:
    star, granted = eligible_star(uow, who.id), granted_star(uow, who.id)
    titles = {one.level: one.title for one in star_levels(uow)}
    pairs = [row for row in reversed(list_pairs_of(uow, Whose(VOLUNTEER, who.id))) if row.state != "struck"][:15]
    outside = uow.session.scalars(select(OutsideHours).where(OutsideHours.volunteer_id == who.id)).all()
    found = [
        FactSection(_("Registration"), (
            Fact(_("Since"), f"{who.joined_on}"), Fact(_("Volunteer station"), who.station or _("the community itself")),
            Fact(_("Skills"), "、".join((*(_(title_of(SKILLS, one)) for one in who.skills.split(",") if one),
                                              *filter(None, (who.skills_note,))))),
            Fact(_("Likes to do"), who.wishes), Fact(_("Free times"), who.times), Fact(_("Emergency contact"), who.emergency),
            *((Fact(_("Legal guardian"), f"{who.guardian} {who.guardian_on or ''}"),) if who.guardian else ()),
            Fact(_("Published lists"), _("agreed") if "names" in who.consents else _("not agreed"))),
            "volunteer.volunteer_form", {"record_id": who.id}),
        FactSection(_("Stars"), (Fact(_("May apply for"), star.title if star else "—"),
                                 Fact(_("Granted"), f"{titles[granted.level]} {granted.granted_on}" if granted else "—"))),
        FactSection(_("Served"), tuple(Fact(f"{row.day}", _served(uow, row)) for row in pairs),
                    "volunteer.pairs", {"filters": {"holder_id": who.id}})]
    found += sharing_section(uow, who)
    if outside:
        found.append(FactSection(_("Recorded elsewhere (not counted here)"), tuple(
            Fact(one.organisation, hours_text(one.minutes)) for one in outside)))
    return found


def _served(uow: UnitOfWork, row: PairRow) -> str:
    if row.state == "entered":
        return f"{title_of_row(uow, row)} {hours_text(row.entered)}"
    return f"{title_of_row(uow, row)} {hours_text(row.minutes)} ({_(PAIR_STATES[row.state][0])})"


def _certificates(uow: UnitOfWork, who: Volunteer) -> list[PaperLink]:
    rows = uow.session.scalars(select(Certificate).where(Certificate.volunteer_id == who.id, Certificate.void_reason == "")
                               .order_by(Certificate.id.desc()).limit(5))
    return [PaperLink("volunteer.certificate", one.id, one.number) for one in rows]


def _line(line: StatementLine) -> str:
    """一行积分:数、余额、缘由与规则."""
    words = [f"{_(KINDS.get(line.kind, line.kind))} {points_text(line.amount)} → {points_text(line.after)}"]
    if "per_hour" in line.explain:
        rule = _("{minutes} minutes at {points} an hour (rule {n})")
        words.append(rule.format(minutes=line.explain["minutes"], points=points_text(int(line.explain["per_hour"])),
                                 n=line.explain["rule"]))
        if line.explain.get("before"):
            words.append(_("less {points} booked before").format(points=points_text(int(line.explain["before"]))))
    return " · ".join(words)


def pair_text(row: PairRow) -> str:
    end = f"{hall_time(row.ended_at):%H:%M}" if row.ended_at else "…"
    minutes = row.entered if row.state == "entered" else row.minutes
    return f"{hall_time(row.started_at):%H:%M}–{end} {hours_text(minutes)} {_(PAIR_STATES[row.state][0])}"


def load_publication(uow: UnitOfWork, record_id: int) -> RecordCard:
    """What hangs on the board: lines, until when, entry."""
    found = uow.get(TimePublication, record_id)
    rows = list_pairs_published(uow, record_id)
    names = names_of(uow, [row.holder_id for row in rows])
    facts = tuple(Fact(f"{names.get(row.holder_id, '')} {row.day}", f"{title_of_row(uow, row)} {pair_text(row)}",)
                  for row in rows)
    ready = found.entered_on is None and uow.clock.today() > found.last_day
    state = StateCell(_("Entered")) if found.entered_on else StateCell(_("On the board"))
    acts = () if found.entered_on else (NextAct(
        _("Enter the hours"), "volunteer.enter_form", {"record_id": record_id}, main=True, enabled=ready,
        why_not="" if ready else _("may be entered after {day}").format(day=found.last_day)),)
    return RecordCard(
        id=record_id, number="", title=_("Hours published on {day}").format(day=found.published_on), state=state, holder=None,
        subtitle=found.place, lamp=LampCell() if found.entered_on else LampCell(found.last_day, days_left(uow, found.last_day)),
        sections=(FactSection(_("Lines"), facts, "volunteer.pairs", {"filters": {"publication_id": record_id}}),),
        acts=acts, papers=(PaperLink("volunteer.posting"),))


def days_left(uow: UnitOfWork, day: date) -> int:
    return (day - uow.clock.today()).days


VOLUNTEER_RECORD = RecordSpec("volunteer.volunteer", N_("Volunteer"), VOLUNTEER, load_volunteer, domain="volunteer")
PUBLICATION_RECORD = RecordSpec("volunteer.publication", N_("Notice board of hours"), "time_publication", load_publication,
                                domain="volunteer")

"""Volunteer days and months, and the year: their lists, cards and forms."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from desk.api import N_, HomeItem, NotFound, Tone, translator
from desk.api.calendar import get_schedule, rule_words
from desk.api.db import UnitOfWork
from desk.api.pages import (
    Column,
    Fact,
    FactSection,
    Field,
    FormSpec,
    ListSpec,
    Page,
    PageRequest,
    PaperLink,
    RecordCard,
    RecordSpec,
    Section,
    StateCell,
    keyset_page,
)
from plugins.volunteer.drafts_teams import DayDraft, HangDraft
from plugins.volunteer.kinds import SERVICES, WRITE, title_of
from plugins.volunteer.models import Activity, ServiceDay, Team
from plugins.volunteer.pages.acts import act
from plugins.volunteer.pages.forms import ending, picked
from plugins.volunteer.pages.forms import teams as teams_to_choose
from plugins.volunteer.pages.lists import Row
from plugins.volunteer.service.attendance import hours_text
from plugins.volunteer.service.days import end_service_day, hang_activity, list_planned, save_service_day
from plugins.volunteer.service.points import points_text
from plugins.volunteer.service.yearly import count_year, list_best_earners, list_years

_ = translator("volunteer")
WEEKDAYS = ((0, N_("Monday")), (1, N_("Tuesday")), (2, N_("Wednesday")), (3, N_("Thursday")), (4, N_("Friday")),
            (5, N_("Saturday")), (6, N_("Sunday")))
NTH = ((1, N_("first")), (2, N_("second")), (3, N_("third")), (4, N_("fourth")), (0, N_("last")))
HOW = (("monthday", N_("Each month on a day")), ("weekday", N_("Each month on a weekday")), ("year", N_("Each year on a day")),
       ("month", N_("Each year a whole month")))
SOON = timedelta(days=14)


def days(uow: UnitOfWork, request: PageRequest) -> Page[Row]:
    """Plans with their next date."""
    rows, after = keyset_page(uow.session, select(ServiceDay), [ServiceDay.id], PageRequest(
        request.size, after=request.after, offset=request.offset, backwards=request.backwards, descending=True))
    today = uow.clock.today()
    found = []
    for one in rows:
        coming = list_planned(uow, one, today, today + timedelta(days=400)) if one.until is None else []
        free = next((day for day in coming if day.activity_id is None), None)
        found.append(Row(one.id, title=one.theme, kind=rule_words(get_schedule(uow, one.schedule_id).rule),
                         points=_("Month") if one.month else _("Day"), note=_(title_of(SERVICES, one.kind)),
                         day=coming[0].due_on if coming else None, until=free.due_on if free else None,
                         state=StateCell(_("Ended"), Tone.MUTED) if one.until else StateCell(_("Running"))))
    return Page(found, after)


def load_day(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A plan: coming dates, what is hung on them, what was held."""
    found, today = uow.get(ServiceDay, record_id), uow.clock.today()
    coming = list_planned(uow, found, today, today + timedelta(days=400)) if found.until is None else []
    ids = [one.activity_id for one in coming if one.activity_id]
    titles = dict(uow.session.execute(select(Activity.id, Activity.title).where(Activity.id.in_(ids))).all())
    held = uow.session.scalars(select(Activity).where(
        Activity.day_id == found.id, Activity.state.in_(("held", "closed"))).order_by(
        Activity.starts_at.desc()).limit(12)).all()
    team = uow.get(Team, found.team_id).name if found.team_id else ""
    return RecordCard(
        id=found.id, number="", title=found.theme, holder=None, version=found.version,
        state=StateCell(_("Ended"), Tone.MUTED) if found.until else StateCell(_("Running")),
        subtitle=rule_words(get_schedule(uow, found.schedule_id).rule),
        sections=(
            FactSection(_("The plan"), (
                Fact(_("Kind of service"), _(title_of(SERVICES, found.kind))), Fact(_("Team"), team),
                Fact(_("Place"), found.place), Fact(_("Time"), f"{found.begins}–{found.ends}"))),
            FactSection(_("Coming dates"), tuple(Fact(f"{one.due_on}", titles.get(one.activity_id or 0, "") or _(
                "nothing planned yet")) for one in coming[:12])),
            FactSection(_("Held on these days"), tuple(Fact(one.title, _("{n} people served").format(n=one.served))
                                                       for one in held))),
        acts=() if found.until else (act(_("Plan an activity on the next date"), "hang_form", found.id, main=True),
                                     act(_("Change"), "day_form", found.id), act(_("End the plan"), "day_end_form", found.id)),
        papers=(PaperLink("volunteer.year_plan", today.year, str(today.year)),))


def day_items(uow: UnitOfWork) -> list[HomeItem]:
    """Dates of the next two weeks on which nothing is planned."""
    today, items = uow.clock.today(), []
    for found in uow.session.scalars(select(ServiceDay).where(ServiceDay.until.is_(None))):
        items += [HomeItem(found.theme, _("Plan an activity for the volunteer day"), one.due_on, Tone.WAITING,
                           "volunteer.service_day", {"record_id": found.id})
                  for one in list_planned(uow, found, today, today + SOON) if one.activity_id is None and one.state == "open"]
    return items


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in figures. hours: as text."""

    id: int
    title: str
    activities: int
    heads: int
    hours: str
    served: int
    new: int


def years(uow: UnitOfWork, request: PageRequest) -> Page[YearRow]:
    """Years in which something was served, the newest first."""
    found = [(year, count_year(uow, year)) for year in list_years(uow)]
    return Page([YearRow(year, str(year), one.activities, one.heads, hours_text(one.minutes).removesuffix("小时"), one.served,
                         one.new) for year, one in found])


def load_year(uow: UnitOfWork, record_id: int) -> RecordCard:
    """A year: figures and papers. record_id: the year itself."""
    if record_id not in list_years(uow):
        raise NotFound(_("{year} is no year of service.").format(year=record_id))
    one = count_year(uow, record_id)
    return RecordCard(
        id=record_id, number="", title=_("Volunteering in {year}").format(year=record_id), state=StateCell(_("Year")),
        holder=None,
        subtitle=_("{n} activities · {heads} head counts · {hours}").format(n=one.activities, heads=one.heads,
                                                                             hours=hours_text(one.minutes)),
        sections=(
            FactSection(_("People"), (Fact(_("Registered at the end"), str(one.registered)), Fact(_("New"), str(one.new)),
                                      Fact(_("Served at least once"), str(one.active)), Fact(_("Teams"), str(one.teams)),
                                      Fact(_("Stars granted"), str(one.stars)),
                                      Fact(_("Certificates"), str(one.certificates)))),
            FactSection(_("Most points earned (of those who agreed)"), tuple(
                Fact(f"{place} {name}", _("{points} points").format(points=points_text(earned)))
                for place, name, earned in list_best_earners(uow, record_id, 10))),
            FactSection(_("By kind of service"), tuple(Fact(title, f"{heads} · {hours_text(minutes)}")
                                                       for title, heads, minutes in one.by_kind)),
            FactSection(_("By team"), tuple(Fact(title, f"{heads} · {hours_text(minutes)}")
                                            for title, heads, minutes in one.by_team[:15])),
            FactSection(_("By month"), tuple(Fact(str(month), hours_text(minutes)) for month, minutes in one.by_month
                                               if minutes))),
        papers=(PaperLink("volunteer.year_report"), PaperLink("volunteer.year_plan"), PaperLink("volunteer.ranking"),
                PaperLink("volunteer.points_ranking")))


def start_day(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The stored plan, else the 5th of each month (学雷锋纪念日)."""
    if not record_id:
        return {"how": "monthday", "day": 5, "month": 3, "starts_on": uow.clock.today()}
    found = uow.get(ServiceDay, record_id)
    plan = get_schedule(uow, found.schedule_id)
    rule = plan.rule
    how = "weekday" if rule.unit == "month_weekday" else "monthday" if rule.every == 1 else "month" if found.month else "year"
    return {"id": found.id, "version": found.version, "theme": found.theme, "how": how, "day": rule.day,
            "month": rule.month or 1, "weekday": rule.weekdays[0] if rule.weekdays else 5,
            "nth": max(rule.nth, 0), "kind": found.kind,
            "team_id": found.team_id, "place": found.place, "begins": found.begins, "ends": found.ends,
            "starts_on": plan.starts_on}


def start_hang(uow: UnitOfWork, record_id: int | None) -> dict[str, Any]:
    """The next date without an activity."""
    found, today = uow.get(ServiceDay, record_id or 0), uow.clock.today()
    coming = list_planned(uow, found, today, today + timedelta(days=400))
    free = next((one for one in coming if one.activity_id is None), None)
    title = f"{found.theme}({free.due_on.month}月{free.due_on.day}日)" if free else found.theme
    return {"id": found.id, "title": title, "responsible": uow.actor.name, "on": free.due_on if free else None,
            "nominal": free.nominal if free else None}


def hang_draft(values: dict[str, Any]) -> HangDraft:
    """The date shown is the date meant."""
    nominal = values.get("nominal")
    return HangDraft(values["id"], values.get("title") or "", values.get("responsible") or "",
                     nominal if isinstance(nominal, date) else date.fromisoformat(nominal) if nominal else None)


DAYS = ListSpec(
    id="volunteer.days", title=N_("Volunteer days and months"), record="volunteer.service_day", domain="volunteer",
    columns=(Column("title", N_("Theme"), 0), Column("points", N_("Kind"), 80), Column("kind", N_("When"), 200),
             Column("note", N_("Kind of service"), 140), Column("day", N_("Next date"), 120, "date"),
             Column("until", N_("Without activity"), 120, "date"), Column("state", N_("State"), 110, "state")),
    fetch=days, opens="volunteer.service_day", new="volunteer.day_form", new_title=N_("Fix a volunteer day"),
    new_permission=WRITE, empty=N_("No volunteer days yet. Fix the first one, such as the 5th of each month."))
DAY_RECORD = RecordSpec("volunteer.service_day", N_("Volunteer day"), "volunteer.service_day", load_day, domain="volunteer")
YEARS = ListSpec(
    id="volunteer.years", title=N_("Years of volunteering"), record="time_entry", domain="volunteer",
    columns=(Column("title", N_("Year"), 100), Column("activities", N_("Activities"), 110, "number"),
             Column("heads", N_("Head counts"), 110, "number"), Column("hours", N_("Hours"), 130, "number"),
             Column("served", N_("People helped"), 130, "number"), Column("new", N_("New volunteers"), 130, "number")),
    fetch=years, opens="volunteer.year", empty=N_("Nothing was held yet."))
YEAR_RECORD = RecordSpec("volunteer.year", N_("Year"), "volunteer.year", load_year, domain="volunteer")
DAY_FORM = FormSpec(
    id="volunteer.day_form", title=N_("Volunteer day or month"), domain="volunteer", after="volunteer.service_day",
    sections=(
        Section(N_("What"), (Field("theme", N_("Theme"), required=True),
                             Field("kind", N_("Kind of service"), "choice", choices=SERVICES, default="community"),
                             Field("team_id", N_("Team"), "choice", choices=teams_to_choose), Field("place", N_("Place")))),
        Section(N_("When"), (
            Field("how", N_("How often"), "choice", choices=HOW, default="monthday"),
            Field("month", N_("Month"), "number", visible_when={"how": ("year", "month")}),
            Field("day", N_("Day of the month"), "number", visible_when={"how": ("monthday", "year")}),
            Field("nth", N_("Which one"), "choice", choices=NTH, default=1, visible_when={"how": ("weekday",)}),
            Field("weekday", N_("Weekday"), "choice", choices=WEEKDAYS, default=5, visible_when={"how": ("weekday",)}),
            Field("begins", N_("From (time)"), default="09:00", width=120), Field("ends", N_("To (time)"), default="11:00",
                                                                                  width=120),
            Field("starts_on", N_("Holds from"), "date")))),
    save=save_service_day, load=start_day, make_draft=lambda values: picked(DayDraft, values))
HANG_FORM = FormSpec(
    id="volunteer.hang_form", title=N_("Plan an activity on the next date"), domain="volunteer", after="volunteer.activity",
    sections=(Section("", (Field("on", N_("Day"), "date", read_only=True), Field("title", N_("Title"), required=True),
                           Field("responsible", N_("In charge")))),),
    save=hang_activity, load=start_hang, make_draft=hang_draft)
DAY_END_FORM = ending("day_end_form", N_("End the plan"), end_service_day, after="volunteer.service_day")

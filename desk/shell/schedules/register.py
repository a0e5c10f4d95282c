"""The list of recurring schedules and the form of one. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk.core.calendar.recurrence import LAST, Rule, rule_as
from desk.core.calendar.rule_words import SHIFT_WORDS, WEEKDAYS, rule_words
from desk.core.calendar.schedule_queries import ScheduleRow, get_schedule, list_schedules
from desk.core.calendar.schedules import PLAN, ScheduleDraft, add_schedule, change_schedule, check_rule
from desk.core.cases.kinds import Tone
from desk.core.db.paging import Page, PageRequest
from desk.core.db.uow import UnitOfWork
from desk.core.i18n import N_, _
from desk.host.pages import Chip, Column, Field, FormSpec, LampCell, ListSpec, Section, StateCell
from desk.shell.saving import Edited, add_or_change

STATES = {"running": (N_("Running"), Tone.OPEN), "paused": (N_("Paused"), Tone.WAITING), "ended": (N_("Ended"), Tone.MUTED)}
UNIT_WORDS = (("week", N_("Weekly")), ("month_weekday", N_("Monthly, on a day of the week")),
              ("month_day", N_("Monthly, on a date")), ("workday", N_("Every n working days")), ("day", N_("Every n days")),
              ("lunar", N_("Yearly, on a lunar date")))
NTH = ((1, N_("first")), (2, N_("second")), (3, N_("third")), (4, N_("fourth")), (5, N_("fifth")), (LAST, N_("last")))


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A schedule in the list."""

    id: int
    title: str
    rule: str
    who: str
    next: LampCell
    state: StateCell


def line_of(row: ScheduleRow, today: date) -> ScheduleLine:
    """A schedule as lists show it."""
    word, tone = STATES[row.state]
    lamp = LampCell(row.next_due, (row.next_due - today).days) if row.next_due else LampCell()
    return ScheduleLine(row.id, row.title, rule_words(row.rule), row.who, lamp, StateCell(_(word), tone))


def fetch(uow: UnitOfWork, request: PageRequest) -> Page[ScheduleLine]:
    """One page by title."""
    page = list_schedules(uow, replace(request, sort="", descending=False))
    return Page([line_of(row, uow.clock.today()) for row in page.rows], page.next, page.total)


SCHEDULES = ListSpec(
    id="schedules.list", title=N_("Recurring schedules"), record="schedule",
    columns=(Column("title", N_("What comes again"), 0), Column("rule", N_("When"), 280), Column("who", N_("Who does it"), 150),
             Column("next", N_("Next time"), 205, "lamp"), Column("state", N_("State"), 110, "state")),
    fetch=fetch, chips=(Chip(N_("Paused"), {"paused": True}),), opens="schedules.card", new="schedules.form",
    new_title=N_("New schedule"), new_permission=PLAN, search_hint=N_("What it is, who does it"),
    empty=N_("Nothing comes again yet. Enter the monthly round first: the home page then reminds of each time."))


def load(uow: UnitOfWork, schedule_id: int | None) -> dict[str, Any]:
    """A monthly one from today, or the stored one."""
    if schedule_id is None:
        return {"unit": "month_weekday", "every": 1, "weekdays": (2,), "weekday": 2, "nth": 1, "day": 1, "shift": "after",
                "starts_on": uow.clock.today(), "ahead": 3, "month": 0}
    row = get_schedule(uow, schedule_id)
    rule = rule_as(row.rule)
    return {**rule, "weekdays": tuple(rule["weekdays"]), "weekday": (rule["weekdays"] or [0])[0], "id": row.id,
            "version": row.version, "title": row.title, "starts_on": row.starts_on, "ends_on": row.ends_on,
            "ahead": row.ahead, "who": row.who, "area_id": row.area_id, "note": row.note, "kind": row.kind}


def rule_of(values: dict[str, Any]) -> Rule:
    """The rule as it stands in the form."""
    unit = values.get("unit") or "week"
    days: Sequence[int] = values.get("weekdays") or ()
    if unit == "month_weekday":
        days = (values.get("weekday") or 0,)
    return Rule(unit, _number(values, "every", 1), tuple(days), _number(values, "day", 1), _number(values, "nth", 1),
                _number(values, "month", 1 if unit == "lunar" else 0) or (1 if unit == "lunar" else 0),
                values.get("shift") or "stay")


def _number(values: dict[str, Any], name: str, otherwise: int) -> int:
    found = values.get(name)
    return otherwise if found is None or found == "" else int(found)


def said(values: dict[str, Any]) -> str:
    """The rule in words while it is typed."""
    rule = rule_of(values)
    return next(iter(check_rule(rule).values()), "") or rule_words(rule)


def draft_of(values: dict[str, Any]) -> Edited:
    """From the form's values."""
    draft = ScheduleDraft(
        values.get("title") or "", rule_of(values), values["starts_on"], values.get("ends_on"),
        values.get("kind") or "desk.general", _number(values, "ahead", 0), values.get("who") or "", values.get("area_id"),
        values.get("note") or "")
    return Edited(draft, values.get("id"), values.get("version") or 0)


def _days() -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(WEEKDAYS))


SCHEDULE_FORM = FormSpec(
    id="schedules.form", title=N_("Schedule"),
    sections=(
        Section(N_("What comes again"), (
            Field("title", N_("What comes again"), required=True, max_length=160),
            Field("who", N_("Who does it"), max_length=200),
            Field("area_id", N_("In the area"), "place"))),
        Section(N_("When"), (
            Field("unit", N_("It comes"), "choice", True, choices=UNIT_WORDS),
            Field("every", N_("Every how many"), "number", True, default=1,
                  help=N_("Weeks, months, days: 3 months is a quarter, 12 a year.")),
            Field("weekdays", N_("On"), "ticks", choices=_days(), visible_when={"unit": ("week",)}),
            Field("nth", N_("Which of the month"), "choice", choices=NTH, visible_when={"unit": ("month_weekday",)}),
            Field("weekday", N_("Day of the week"), "choice", choices=_days(), visible_when={"unit": ("month_weekday",)}),
            Field("month", N_("Month"), "number", help=N_("For quarters and years: a month that takes part. 0: the month it "
                                                          "begins in."),
                  visible_when={"unit": ("month_weekday", "month_day", "lunar")}),
            Field("day", N_("Day of the month"), "number", help=N_("31 is the last day of short months."),
                  visible_when={"unit": ("month_day", "lunar")}),
            Field("shift", N_("On days off"), "choice", True, choices=(("stay", N_("it stays")), *SHIFT_WORDS.items())),
            Field("said", N_("That is"), "computed", computed=said),
            Field("starts_on", N_("From"), "date", True), Field("ends_on", N_("Until"), "date"))),
        Section(N_("Reminder"), (
            Field("ahead", N_("Remind days before"), "number", help=N_("The home page shows it from then on.")),
            Field("note", N_("Note"), "lines", rows=3))),
    ),
    save=add_or_change(add_schedule, change_schedule), load=load, make_draft=draft_of, after="schedules.card")

"""What visits and recurring schedules contribute to the frame, through the same hooks as any plugin."""

from typing import Any

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, CardSpec, HomeItem, NavEntry, PaperSpec

READ, WRITE, PLAN = "desk.people.read", "desk.visits.write", "desk.schedules.plan"
VISITS, SCHEDULES = "desk.shell.visits", "desk.shell.schedules"


def _page(entry: str, title: str, view: str, icon: str, permission: str) -> NavEntry:
    """A page that is opened from another one."""
    return NavEntry(entry, title, view, icon, "registers", permission=permission, hidden=True)


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """Two lists in the sidebar; cards and forms behind them."""
    return [
        NavEntry("visits.list", N_("Visits"), f"{VISITS}.register:visits_page", "map-pin", "registers", 45, READ),
        NavEntry("schedules.list", N_("Recurring schedules"), f"{SCHEDULES}.register:SCHEDULES", "calendar-check", "registers",
                 46, PLAN),
        _page("visits.card", N_("Visit"), f"{VISITS}.card:VISIT", "map-pin", READ),
        _page("visits.form", N_("Record a visit"), f"{VISITS}.forms:VISIT_FORM", "map-pin", WRITE),
        _page("visits.plan_form", N_("Plan a visit"), f"{VISITS}.forms:PLAN_FORM", "calendar-plus", WRITE),
        _page("visits.cancel_form", N_("Call the visit off"), f"{VISITS}.forms:CANCEL_FORM", "map-pin", WRITE),
        _page("visits.follow_form", N_("The follow-up is done"), f"{VISITS}.forms:FOLLOW_FORM", "map-pin", WRITE),
        _page("schedules.card", N_("Schedule"), f"{SCHEDULES}.card:SCHEDULE", "calendar-check", PLAN),
        _page("schedules.form", N_("Schedule"), f"{SCHEDULES}.register:SCHEDULE_FORM", "calendar-plus", PLAN),
        *(_page(f"schedules.{name.lower()}", N_("Schedule"), f"{SCHEDULES}.card:{name}", "calendar-check", PLAN)
          for name in ("DONE_FORM", "SKIP_FORM", "REOPEN_FORM", "PAUSE_FORM")),
    ]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [
        ActionSpec("visits.new", N_("Record a visit"), "visits.form", icon="map-pin", keywords=N_("visit round door call"),
                   permission=WRITE),
        ActionSpec("visits.plan", N_("Plan a visit"), "visits.plan_form", icon="calendar-plus",
                   keywords=N_("visit plan round"), permission=WRITE),
        ActionSpec("schedules.new", N_("New schedule"), "schedules.form", icon="calendar-plus",
                   keywords=N_("again weekly monthly quarterly round plan"), permission=PLAN),
    ]


@hookimpl
def desk_home_cards() -> list[CardSpec]:
    """Visits and times of schedules that are due."""
    return [CardSpec("visits.due", N_("Visits"), _due_visits, "due", 300, READ),
            CardSpec("schedules.due", N_("Recurring schedules"), _due_times, "due", 310, PLAN)]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """走访记录."""
    paper = "desk.core.visits.paper"
    return [PaperSpec("desk.visit_record", "走访记录", "visit", f"{paper}:load", f"{paper}:build", permission=READ)]


@hookimpl
def desk_person_timeline(person_id: int, uow: Any) -> list[Any]:
    """Visits on a person's card."""
    from desk.shell.visits.card import person_lines  # tables are loaded when somebody asks, not at the start

    return person_lines(person_id, uow)


def _due_visits(uow: Any) -> list[HomeItem]:
    from desk.shell.visits.card import due_items

    return due_items(uow)


def _due_times(uow: Any) -> list[HomeItem]:
    from desk.shell.schedules.card import due_items

    return due_items(uow)

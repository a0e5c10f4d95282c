"""What the grid contributes; wiring only."""

from desk.api import N_, ActionSpec, CardSpec, NavEntry, PaperSpec, SeriesSpec, hookimpl
from plugins.grid.kinds import DISPATCH, DISPATCHED, EVENT, EVENT_KIND, MONTH, PRESSED, READ, WRITE
from plugins.grid.settings import SETTINGS

HOME = "plugins.grid"
_FORMS = (
    ("event_form", "EVENT_FORM", WRITE), ("settle_form", "SETTLE_FORM", WRITE), ("reply_form", "REPLY_FORM", WRITE),
    ("finish_form", "FINISH_FORM", WRITE), ("revisit_form", "REVISIT_FORM", WRITE), ("reopen_form", "REOPEN_FORM", WRITE),
    ("press_reply_form", "PRESS_REPLY_FORM", WRITE), ("dispatch_form", "DISPATCH_FORM", DISPATCH),
    ("press_form", "PRESS_FORM", DISPATCH), ("put_off_form", "PUT_OFF_FORM", DISPATCH), ("slip_form", "SLIP_FORM", DISPATCH),
    ("hand_form", "HAND_FORM", DISPATCH), ("kinds_form", "KINDS_FORM", DISPATCH))
_PAPERS = (
    ("event_sheet", "网格事件登记处置表", EVENT, "load_event", "sheet"),
    ("dispatch_sheet", "网格事件派单（回执）", DISPATCHED, "load_dispatch", "dispatch"),
    ("handover_slip", "网格事件移交单（反馈单）", DISPATCHED, "load_dispatch", "handover"),
    ("press_note", "网格事件督办单", PRESSED, "load_press", "press"),
    ("month_report", "网格事件闭环处置月报", MONTH, "load_month", "month"))


@hookimpl
def desk_start(ctx):
    from desk.api.purposes import use_purposes
    from plugins.grid.purposes import PURPOSES

    ctx.on_stop(use_purposes("grid", PURPOSES))


@hookimpl
def desk_nav_entries():
    return [
        NavEntry("grid.events", N_("Grid events"), f"{HOME}.pages.events:EVENTS", "map-pin", order=70, permission=READ),
        NavEntry("grid.months", N_("Loop month by month"), f"{HOME}.pages.months:MONTHS", "calendar", permission=READ,
                 hidden=True),
        NavEntry("grid.month", N_("Month of the loop"), f"{HOME}.pages.months:MONTH_RECORD", "calendar", permission=READ,
                 hidden=True),
        NavEntry("grid.month_events", N_("Events of a month"), f"{HOME}.pages.months:EVENTS_OF_MONTH", "calendar",
                 permission=READ, hidden=True),
        NavEntry("grid.event", N_("Grid event"), f"{HOME}.pages.record:EVENT_RECORD", "map-pin", permission=READ, hidden=True),
        *(NavEntry(f"grid.{entry}", N_("Grid"), f"{HOME}.pages.forms:{name}", "map-pin", permission=right, hidden=True)
          for entry, name, right in _FORMS)]


@hookimpl
def desk_actions():
    return [
        ActionSpec("grid.new", N_("Report a grid event"), "grid.event_form", icon="map-pin", permission=WRITE,
                   keywords="wangge shijian shangbao grid event"),
        ActionSpec("grid.open_months", N_("Loop month by month"), "grid.months", icon="calendar", permission=READ,
                   keywords="wangge bihuan yuebao redian"),
        ActionSpec("grid.kinds", N_("Kinds of grid events"), "grid.kinds_form", icon="map-pin", permission=DISPATCH,
                   keywords="wangge leibie qixian danwei")]


@hookimpl
def desk_home_cards():
    return [CardSpec("grid.due", N_("Grid events"), _due_items, place="due", order=120, permission=READ)]


def _due_items(uow):
    from plugins.grid.home import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


@hookimpl
def desk_case_kinds():
    return [EVENT_KIND]


@hookimpl
def desk_number_series():
    return [SeriesSpec("grid.event", N_("Grid events"), "{word}〔{year}〕{serial}号", "网格事件")]


@hookimpl
def desk_papers():
    return [PaperSpec(f"grid.{name}", title, record, f"{HOME}.documents.loading:{load}", f"{HOME}.documents.papers:{build}",
                      permission=READ, order=order) for order, (name, title, record, load, build) in enumerate(_PAPERS)]


@hookimpl
def desk_indicators():
    from plugins.grid.figures import TABLES

    return list(TABLES)


@hookimpl
def desk_settings():
    return list(SETTINGS)


@hookimpl
def desk_demo_data(uow, seed):
    from plugins.grid.demo import fill

    fill(uow)

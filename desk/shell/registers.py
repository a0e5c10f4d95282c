"""What the registers behind the daily work contribute to the frame: organisations, areas, venues, calendar, numbers,
prints, accounts, the audit trail. Through the same hooks as any plugin.
"""

from typing import Any

from desk.core.i18n import N_
from desk.core.registers.guide import GUIDE, SOURCE
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, CardSpec, HomeItem, NavEntry, PaperSpec, SettingSpec

PEOPLE = "desk.people.read"
STAFF, AUDIT = "desk.staff.manage", "desk.audit.read"
ORGANISATIONS, PLACES = "desk.organisations.change", "desk.places.change"
IMPORT = "desk.people.import"
NUMBERS, PRINT = "desk.numbers.manage", "desk.papers.print"
ROOM, PAPERS = "desk.shell", "desk.core.registers"


def _page(entry: str, title: str, view: str, icon: str, permission: str = "") -> NavEntry:
    """A page that is opened from another one."""
    return NavEntry(entry, title, f"{ROOM}.{view}", icon, "registers", permission=permission, hidden=True)


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """Lists in the sidebar; cards and forms behind them."""
    return [*_organisations(), *_places(), *_numbers(), *_staff(), *_calendar(), *_imports(), *_audit()]


def _organisations() -> list[NavEntry]:
    room = "organisations"
    return [
        NavEntry("organisations.list", N_("Organisations"), f"{ROOM}.{room}.register:organisations_page", "building-2",
                 "registers", 40),
        _page("organisations.card", N_("Organisation"), f"{room}.card:ORGANISATION", "building-2"),
        _page("organisations.matters", N_("Matters of the organisation"), f"{room}.card:MATTERS", "folder"),
        _page("organisations.form", N_("Organisation"), f"{room}.forms:ORGANISATION_FORM", "building-2", ORGANISATIONS),
        _page("organisations.close_form", N_("It has closed down"), f"{room}.forms:CLOSE_FORM", "building-2", ORGANISATIONS),
        _page("organisations.appointments", N_("Appointments"), f"{room}.appointments:APPOINTMENTS", "award", PEOPLE),
        _page("organisations.appointment_form", N_("Appointment"), f"{room}.appointments:APPOINTMENT_FORM", "award",
              ORGANISATIONS),
        _page("organisations.end_form", N_("End the term"), f"{room}.appointments:END_FORM", "award", ORGANISATIONS),
    ]


def _places() -> list[NavEntry]:
    return [
        NavEntry("places.areas", N_("Areas"), f"{ROOM}.places.areas:AREAS", "map-pin", "registers", 50),
        NavEntry("places.grids", N_("Grids"), f"{ROOM}.places.grids:GRIDS_LIST", "map-pin", "registers", 51),
        _page("places.grid_check", N_("Check of the grids"), "places.grids:GRID_CHECK", "map-pin"),
        _page("places.split_grid_form", N_("Split the grid"), "places.grid_forms:split_form", "map-pin", PLACES),
        _page("places.merge_grid_form", N_("Take other grids in"), "places.grid_forms:merge_form", "map-pin", PLACES),
        NavEntry("places.day", N_("Venues"), f"{ROOM}.places.day_page:DayPage", "building", "registers", 60),
        _page("places.venues", N_("Register of venues"), "places.venues:VENUES", "building"),
        _page("places.area", N_("Area of the community"), "places.areas:AREA", "map-pin"),
        _page("places.area_form", N_("Area of the community"), "places.areas:AREA_FORM", "map-pin", PLACES),
        _page("places.close_area_form", N_("Close the area"), "places.areas:CLOSE_AREA_FORM", "map-pin", PLACES),
        _page("places.venue", N_("Venue"), "places.venues:VENUE", "building"),
        _page("places.venue_form", N_("Venue"), "places.venues:VENUE_FORM", "building", PLACES),
        _page("places.bookings", N_("Bookings"), "places.bookings:bookings_page", "calendar-check"),
        _page("places.booking_form", N_("Book a venue"), "places.bookings:BOOKING_FORM", "calendar-plus"),
    ]


def _staff() -> list[NavEntry]:
    return [
        NavEntry("staff.accounts", N_("Accounts"), f"{ROOM}.staff.accounts:ACCOUNTS", "user-check", "system", 10, STAFF),
        NavEntry("staff.roles", N_("Roles"), f"{ROOM}.staff.roles:ROLES", "key", "system", 11, STAFF),
        _page("staff.account", N_("Account"), "staff.account_card:ACCOUNT", "user-check", STAFF),
        _page("staff.account_form", N_("Account"), "staff.account_forms:ACCOUNT_FORM", "user-check", STAFF),
        _page("staff.password_form", N_("Set a new password"), "staff.account_forms:PASSWORD_FORM", "key", STAFF),
        _page("staff.role_form", N_("Role"), "staff.roles:role_form", "key", STAFF),
    ]


def _numbers() -> list[NavEntry]:
    return [
        NavEntry("prints.archive", N_("Print archive"), f"{ROOM}.prints.archive_list:archive_page", "printer", "registers", 70,
                 PRINT),
        _page("prints.stored", N_("Printed paper"), "prints.stored_page:StoredPage", "printer", PRINT),
        NavEntry("numbers.series", N_("Number series"), f"{ROOM}.numbers.series:SERIES", "stamp", "system", 30, NUMBERS),
        _page("numbers.series_form", N_("Number series"), "numbers.series:SERIES_FORM", "stamp", NUMBERS),
        _page("numbers.register", N_("Register of numbers"), "numbers.register:register_page", "clipboard-list", PRINT),
    ]


def _calendar() -> list[NavEntry]:
    return [NavEntry("calendar.year", N_("Working calendar"), f"{ROOM}.calendar.calendar_page:CalendarPage", "calendar",
                     "system", 20)]


def _imports() -> list[NavEntry]:
    return [NavEntry("imports.list", N_("Data brought in"), f"{ROOM}.imports.register:IMPORTS", "download", "system", 40,
                     IMPORT),
            _page("imports.card", N_("Import"), "imports.register:IMPORT", "download", IMPORT)]


def _audit() -> list[NavEntry]:
    return [NavEntry("audit.trail", N_("Audit trail"), f"{ROOM}.audit.audit_page:AuditPage", "shield-check", "system", 60,
                     AUDIT)]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [
        ActionSpec("staff.new", N_("New account"), "staff.account_form", icon="user-plus",
                   keywords=N_("account colleague user password"), permission=STAFF),
        ActionSpec("organisations.new", N_("Register an organisation"), "organisations.form", icon="building-2",
                   keywords=N_("organisation company school shop property"), permission=ORGANISATIONS),
        ActionSpec("organisations.all_appointments", N_("Appointments"), "organisations.appointments", icon="award",
                   keywords=N_("appointment post term grid worker building head"), permission=PEOPLE),
        ActionSpec("places.check_grids", N_("Check of the grids"), "places.grid_check", icon="map-pin",
                   keywords=N_("grid check orphan double building home")),
        ActionSpec("places.book", N_("Book a venue"), "places.booking_form", icon="calendar-plus",
                   keywords=N_("booking room venue meeting"), quick=True),
        ActionSpec("places.all_bookings", N_("Bookings"), "places.bookings", icon="calendar-check",
                   keywords=N_("booking room venue meeting")),
        ActionSpec("numbers.open_register", N_("Register of numbers"), "numbers.register", icon="clipboard-list",
                   keywords=N_("number void register"), permission=PRINT),
    ]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """Papers of the desk's own registers."""
    accounts = f"{PAPERS}.account_papers"
    return [
        *_unit_papers(), *_grid_papers(),
        PaperSpec("desk.import_report", "数据导入报告", "import_batch", "desk.core.exchange.account_paper:load",
                  "desk.core.exchange.account_paper:build", permission=IMPORT, modes=("final",)),
        PaperSpec("desk.accounts", "账号一览表", "community", f"{accounts}:load_accounts", f"{accounts}:build_accounts",
                  permission=STAFF, modes=("final",)),
        PaperSpec("desk.role_rights", "角色权限表", "community", f"{accounts}:load_rights", f"{accounts}:build_rights",
                  permission=STAFF, modes=("final",)),
        PaperSpec("desk.account_handover", "账号移交确认单", "staff_user", f"{accounts}:load_handover",
                  f"{accounts}:build_handover", permission=STAFF, modes=("blank", "final")),
    ]


def _grid_papers() -> list[PaperSpec]:
    grids = f"{PAPERS}.grid_papers"

    def of_grid(name: str, title: str, load: str, build: str) -> PaperSpec:
        return PaperSpec(f"desk.{name}", title, "area", f"{grids}:{load}", f"{grids}:{build}", permission=PEOPLE,
                         modes=("blank", "final"))

    return [
        PaperSpec("desk.grid_list", "网格一览表", "community", f"{grids}:load_list", f"{grids}:build_list", modes=("final",)),
        PaperSpec("desk.grid_check", "网格划分核查表", "community", f"{grids}:load_check", f"{grids}:build_check",
                  modes=("final",)),
        of_grid("grid_map", "网格平面图", "load_grid", "build_map"),
        of_grid("grid_handbook", "网格员手册页", "load_grid", "build_handbook"),
        of_grid("grid_handover", "网格调整移交清单", "load_handover", "build_handover"),
    ]


def _unit_papers() -> list[PaperSpec]:
    units = f"{PAPERS}.unit_papers"
    return [
        PaperSpec("desk.unit_card", "驻区单位卡", "organisation", f"{units}:load_card", f"{units}:build_card",
                  modes=("blank", "final")),
        PaperSpec("desk.unit_list", "驻区单位名册", "community", f"{units}:load_list", f"{units}:build_list", modes=("final",)),
        PaperSpec("desk.unit_contacts", "驻区单位通讯录", "community", f"{units}:load_list", f"{units}:build_contacts",
                  modes=("final",)),
    ]


@hookimpl
def desk_settings() -> list[SettingSpec]:
    """The guide of size of a grid; cities differ."""

    def limit(name: str, title: str) -> SettingSpec:
        return SettingSpec(f"desk.grids.{name}", title, "number", GUIDE[name], source=SOURCE, unsure=True, minimum=0,
                           maximum=100_000)

    return [limit("households_from", N_("A grid has at least this many households")),
            limit("households_to", N_("A grid has at most this many households")),
            limit("shops_from", N_("A grid of shops has at least this many")),
            limit("shops_to", N_("A grid has at most this many shops"))]


@hookimpl
def desk_home_cards() -> list[CardSpec]:
    """What the registers remind of."""
    return [CardSpec("calendar.unknown_year", N_("Working calendar"), _unknown_year, "due", 900, "desk.calendar.change"),
            CardSpec("organisations.terms", N_("Appointments"), _ending_terms, "due", 800, ORGANISATIONS)]


def _unknown_year(uow: Any) -> list[HomeItem]:
    from desk.shell.reminders import unknown_year  # tables are loaded when somebody asks, not at the start

    return unknown_year(uow)


def _ending_terms(uow: Any) -> list[HomeItem]:
    from desk.shell.reminders import ending_terms

    return ending_terms(uow)

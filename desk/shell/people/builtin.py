"""What the register of people contributes to the frame, through the same hooks as any plugin."""

from desk.core.i18n import N_
from desk.host.hookspecs import hookimpl
from desk.host.specs import ActionSpec, NavEntry, PaperSpec

READ, WRITE, MERGE = "desk.people.read", "desk.people.write", "desk.people.merge"
IMPORT, ERASE = "desk.people.import", "desk.people.erase"
EXPORT = "desk.people.export"
ROOM, PAPERS = "desk.shell.people", "desk.core.registers.resident_papers"


def _page(entry: str, title: str, view: str, icon: str = "user", permission: str = WRITE) -> NavEntry:
    """A page that is opened from another one."""
    return NavEntry(entry, title, f"{ROOM}.{view}", icon, "registers", permission=permission, hidden=True)


@hookimpl
def desk_nav_entries() -> list[NavEntry]:
    """Two lists in the sidebar; cards, forms and the import behind them."""
    return [
        NavEntry("people.list", N_("Register of residents"), f"{ROOM}.people_list:PeoplePage", "users", "registers", 30, READ),
        NavEntry("people.households", N_("Households"), f"{ROOM}.households:HOUSEHOLDS", "house", "registers", 31, READ),
        _page("people.person", N_("Resident"), "person_page:PersonPage", permission=READ),
        _page("people.person_form", N_("Register a resident"), "person_form:PersonForm", "user-plus"),
        _page("people.household", N_("Household"), "household_page:HouseholdPage", "house", READ),
        _page("people.household_form", N_("Open a household file"), "households:HOUSEHOLD_FORM", "house"),
        _page("people.visit_form", N_("Note a visit"), "small_forms:VISIT_FORM", "message-square"),
        _page("people.move_out_form", N_("Record the move out"), "small_forms:MOVE_OUT_FORM", "log-out"),
        _page("people.death_form", N_("Record the death"), "small_forms:DEATH_FORM"),
        _page("people.return_form", N_("Back in the register"), "small_forms:RETURN_FORM", "undo-2"),
        NavEntry("people.moves", N_("Moves in and out"), f"{ROOM}.moves:MOVES", "log-out", "registers", 32, READ),
        _page("people.arrival_form", N_("Record a move in"), "moves:ARRIVAL_FORM", "log-out"),
        _page("people.move_in_form", N_("Put into a household"), "small_forms:MOVE_IN_FORM", "house"),
        _page("people.merge", N_("Merge two records"), "merge_page:MergePage", "layers", MERGE),
        _page("people.import", N_("Bring in a list of residents"), "import_page:ImportPage", "upload", IMPORT),
    ]


@hookimpl
def desk_papers() -> list[PaperSpec]:
    """The card of a household, the list of a grid, the slip of changes, the list of moves; blank for the door."""
    return [PaperSpec("people.household_card", "居民户卡（一户一档）", "household", "desk.core.people.household_paper:load",
                      "desk.core.people.household_paper:build", permission=READ, modes=("blank", "final")),
            PaperSpec("desk.grid_residents", "网格居民名册", "area", f"{PAPERS}:load_residents", f"{PAPERS}:build_residents",
                      permission=EXPORT, modes=("blank", "final")),
            PaperSpec("desk.change_slip", "居民信息变更单", "person", f"{PAPERS}:load_changes", f"{PAPERS}:build_changes",
                      permission=READ, modes=("blank", "final")),
            PaperSpec("desk.move_list", "迁入迁出登记表", "community", f"{PAPERS}:load_moves", f"{PAPERS}:build_moves",
                      permission=READ, modes=("blank", "final"))]


@hookimpl
def desk_actions() -> list[ActionSpec]:
    """Register, note a visit, bring in a list: for the box, the home page and the keyboard."""
    return [
        ActionSpec("people.new", N_("Register a resident"), "people.person_form", icon="user-plus", shortcut="Ctrl+Shift+N",
                   keywords=N_("resident person new card reader"), permission=WRITE, quick=True),
        ActionSpec("people.visit", N_("Note a visit"), "people.visit_form", icon="message-square", shortcut="Ctrl+Shift+V",
                   keywords=N_("visit note talk call"), permission=WRITE, quick=True),
        ActionSpec("people.bring_in", N_("Bring in a list of residents"), "people.import", icon="upload",
                   keywords=N_("import spreadsheet roll xlsx csv"), permission=IMPORT, quick=True),
        ActionSpec("people.move_in", N_("Record a move in"), "people.arrival_form", icon="log-out",
                   keywords=N_("move in arrival came"), permission=WRITE),
        ActionSpec("people.new_household", N_("Open a household file"), "people.household_form", icon="house",
                   keywords=N_("household door address"), permission=WRITE),
    ]

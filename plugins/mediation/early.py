"""What the early signs contribute: hazard ledger, patrols, who answers for what, joint work. Wiring only; read by hooks.py."""

from typing import Any

from desk.api import N_, ActionSpec, CardSpec, HomeItem, NavEntry, SeriesSpec
from plugins.mediation.paper_table import Paper

READ, WRITE, ALL = "mediation.case.read", "mediation.case.write", "mediation.case.all"
PAGES = "plugins.mediation.pages"
_LEDGER = "loading_hazard"
_FORMS = {
    "hazard_form": "HAZARD_FORM", "strike_form": "STRIKE_FORM", "to_dispute_form": "TO_DISPUTE_FORM",
    "hazard_back_form": "BACK_FORM", "hazard_pause_form": "PAUSE_FORM", "hazard_relapse_form": "RELAPSE_FORM",
    "patrol_form": "PATROL_FORM", "patrol_plan_form": "PATROL_PLAN_FORM", "responsibility_form": "RESPONSIBILITY_FORM",
    "progress_form": "PROGRESS_FORM", "put_off_form": "PUT_OFF_FORM", "release_form": "RELEASE_FORM",
}
_HEAD_FORMS = {"strike_verdict_form": "VERDICT_FORM"}

PAPERS = (
    Paper("hazard_sheet", "矛盾纠纷隐患登记（销号）表", "mediation.hazard", f"{_LEDGER}:load_hazard", "hazards:sheet"),
    Paper("hazard_ledger", "矛盾纠纷隐患排查台账", "mediation.hazard_month", f"{_LEDGER}:load_ledger", "hazards:ledger"),
    Paper("hazard_overdue", "超期未销号隐患清单", "mediation.hazard_month", f"{_LEDGER}:load_overdue", "hazards:overdue"),
    Paper("patrol_month", "矛盾纠纷巡诊排查月报", "mediation.hazard_month", f"{_LEDGER}:load_patrol_month",
          "hazards:patrol_month"),
    Paper("patrol_plan", "矛盾纠纷巡诊排查计划表", "mediation.hazard_month", f"{_LEDGER}:load_plan", "patrol_plan:build"),
    Paper("patrol_record", "矛盾纠纷巡诊排查记录", "mediation.patrol", f"{_LEDGER}:load_patrol", "hazards:patrol"),
    Paper("responsibility_sheet", "矛盾纠纷包案责任表", "mediation.responsibility", f"{_LEDGER}:load_responsibility",
          "hazards:responsibility"),
    Paper("responsibility_reminder", "包案督办通知", "mediation.responsibility", f"{_LEDGER}:load_responsibility",
          "hazards:reminder"),
)
SERIES = (SeriesSpec("mediation.hazard", N_("Hazards"), "{word}〔{year}〕{serial}号", "隐患"),)


def nav_entries() -> list[NavEntry]:
    """Three lists in the sidebar, the rest opened from them."""
    return [
        NavEntry("mediation.hazards", N_("Hazard ledger"), f"{PAGES}.hazards:HAZARDS", "triangle-alert", order=21,
                 permission=READ),
        NavEntry("mediation.patrols", N_("Patrols"), f"{PAGES}.patrols:PATROLS", "map-pin", order=22, permission=READ),
        NavEntry("mediation.responsibilities", N_("Who answers for what"), f"{PAGES}.patrols:RESPONSIBILITIES", "user-check",
                 permission=READ, hidden=True),
        NavEntry("mediation.hazard_months", N_("Ledger month by month"), f"{PAGES}.hazard_months:MONTHS", "calendar",
                 permission=READ, hidden=True),
        *(NavEntry(f"mediation.{entry}", title, f"{PAGES}.{view}", "triangle-alert", permission=READ, hidden=True)
          for entry, title, view in (
              ("hazard", N_("Hazard"), "hazards:HAZARD_RECORD"), ("patrol", N_("Patrol"), "patrols:PATROL_RECORD"),
              ("hazard_lines", N_("Lines of a month"), "hazard_months:LINES"),
              ("hazard_month", N_("Month of the ledger"), "hazard_months:MONTH_RECORD"),
              ("responsibility", N_("Who answers for it"), "patrols:RESPONSIBILITY_RECORD"))),
        NavEntry("mediation.hazard_import", N_("Bring in an old hazard ledger"), f"{PAGES}.imports_early:HAZARDS", "upload",
                 permission=ALL, hidden=True),
        NavEntry("mediation.court_import", N_("Bring in a court's list from a file"), f"{PAGES}.imports_early:COURT", "upload",
                 permission=WRITE, hidden=True),
        *(NavEntry(f"mediation.{entry}", N_("Mediation"), f"{PAGES}.forms_hazard:{name}", "triangle-alert", permission=right,
                   hidden=True)
          for table, right in ((_FORMS, WRITE), (_HEAD_FORMS, ALL)) for entry, name in table.items()),
    ]


def actions() -> list[ActionSpec]:
    """Commands for the box and quick actions."""
    return [
        ActionSpec("mediation.new_hazard", N_("Enter a hazard"), "mediation.hazard_form", icon="triangle-alert",
                   keywords="yinhuan taizhang hazard dengji", permission=WRITE),
        ActionSpec("mediation.new_patrol", N_("Record a patrol"), "mediation.patrol_form", icon="map-pin",
                   keywords="xunzhen paicha patrol", permission=WRITE),
        ActionSpec("mediation.plan_patrols", N_("Plan the monthly patrols"), "mediation.patrol_plan_form", icon="calendar-plus",
                   keywords="xunzhen paicha jihua", permission=WRITE),
        ActionSpec("mediation.months", N_("Ledger month by month"), "mediation.hazard_months", icon="calendar",
                   keywords="duizhang xiaohao yuebao", permission=READ),
        ActionSpec("mediation.import_hazards", N_("Bring in an old hazard ledger"), "mediation.hazard_import", icon="upload",
                   keywords="yinhuan taizhang daoru", permission=ALL),
        ActionSpec("mediation.import_court_list", N_("Bring in a court's list from a file"), "mediation.court_import",
                   icon="upload", keywords="fayuan qingdan wenjian daoru", permission=WRITE),
        ActionSpec("mediation.who_answers", N_("Who answers for what"), "mediation.responsibilities", icon="user-check",
                   keywords="baoan zeren", permission=READ),
    ]


def home_cards() -> list[CardSpec]:
    """Hazards, patrols and responsibilities that are due."""
    return [CardSpec("mediation.early", N_("Hazards and patrols"), _due, "due", 110, READ)]


def _due(uow: Any) -> list[HomeItem]:
    from plugins.mediation.home_early import due_items  # tables are loaded when somebody asks, not at the start

    return due_items(uow)


def start(ctx: Any) -> None:
    """Purposes of visits that the room brings, for as long as it runs."""
    from desk.api.purposes import use_purposes
    from plugins.mediation.purposes import PURPOSES

    ctx.on_stop(use_purposes("mediation", PURPOSES))

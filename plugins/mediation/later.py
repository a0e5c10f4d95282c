"""What comes after: rounds of return visits, a quarrel that comes back, phrases, old imports. Wiring only; read by hooks.py."""

from desk.api import N_, ActionSpec, NavEntry
from plugins.mediation.paper_table import Paper

READ, WRITE, ALL = "mediation.case.read", "mediation.case.write", "mediation.case.all"
PAGES, VIEWS = "plugins.mediation.pages", "plugins.mediation.views"
_PLACES = (("visit_months", N_("Rounds of return visits"), "visit_rounds:ROUNDS", READ),
           ("visit_month", N_("Round of return visits"), "visit_rounds:ROUND_RECORD", READ),
           ("closed_months", N_("Closed ledger"), "closed_months:MONTHS", READ),
           ("closed_month", N_("Closed ledger"), "closed_months:MONTH_RECORD", READ),
           ("mediator_years", N_("Mediators over the years"), "years:YEARS_LIST", READ),
           ("best_years", N_("Best mediators by year"), "years:WINNERS", READ),
           ("visit_plan_form", N_("Who visits whom"), "forms_visiting:VISIT_PLAN_FORM", WRITE),
           ("tracker_form", N_("Who follows it up"), "forms_visiting:TRACKER_FORM", WRITE),
           ("again_form", N_("It came back"), "forms_later:AGAIN_FORM", WRITE),
           ("phrases_form", N_("Phrases"), "forms_later:PHRASES_FORM", ALL),
           ("templates_form", N_("Templates of agreements"), "forms_wording:TEMPLATES_FORM", ALL),
           ("ledger_imports", N_("Ledgers brought in"), "ledger_imports:IMPORTS", ALL),
           ("ledger_import", N_("Ledger brought in"), "ledger_imports:IMPORT_RECORD", ALL))
_ROOM, _PERSON = "mediation.star_room", "mediation.mediator"
PAPERS = (
    Paper("visit_round", "矛盾纠纷回访计划表", "mediation.visit_month", "visit_round:load_round", "visit_round:round_table"),
    Paper("closed_ledger", "“结案”台账", "mediation.closed_month", "registers:load_closed", "registers:closed_ledger"),
    Paper("reminder", "人民调解协议履行提醒书", "mediation.agreement", "loading_file:load_reminder", "letters:reminder"),
    Paper("mediator_years", "人民调解员历年办案情况表", _PERSON, "registers:load_years", "registers:mediator_years"),
    Paper("best_years", "历年优秀人民调解员名单", _PERSON, "registers:load_winners", "registers:winners"),
    Paper("room_sign", "调解室标牌", _ROOM, "registers:load_room", "registers:room_sign"),
    Paper("room_bookings", "调解室预约登记表", _ROOM, "registers:load_room", "registers:room_bookings"),
    Paper("room_cases", "调解室案件清单", _ROOM, "registers:load_room", "registers:room_cases"))


def nav_entries() -> list[NavEntry]:
    """Opened from the box and from other pages."""
    return [*(NavEntry(f"mediation.{name}", title, f"{PAGES}.{path}", "scale", permission=right, hidden=True)
              for name, title, path, right in _PLACES),
            NavEntry("mediation.word_back", N_("Read the Word file back"), f"{VIEWS}.word_back:WordBackPage", "upload",
                     permission=WRITE, hidden=True),
            NavEntry("mediation.earlier_wording", N_("Earlier wording"), f"{VIEWS}.word_back:EarlierPage", "scale",
                     permission=READ, hidden=True)]


def actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [ActionSpec("mediation.open_visit_months", N_("Rounds of return visits"), "mediation.visit_months", icon="calendar",
                       keywords="fuzhen huifang jihua", permission=READ),
            ActionSpec("mediation.open_closed_months", N_("Closed ledger"), "mediation.closed_months", icon="calendar",
                       keywords="jiean taizhang", permission=READ),
            ActionSpec("mediation.open_mediator_years", N_("Mediators over the years"), "mediation.mediator_years",
                       icon="users", keywords="tiaojieyuan linian", permission=READ),
            ActionSpec("mediation.open_best_years", N_("Best mediators by year"), "mediation.best_years", icon="award",
                       keywords="youxiu tiaojieyuan linian", permission=READ),
            ActionSpec("mediation.open_phrases", N_("Phrases of the mediation room"), "mediation.phrases_form", icon="scale",
                       keywords="changyongyu tiaokuan", permission=ALL),
            ActionSpec("mediation.open_templates", N_("Templates of agreements"), "mediation.templates_form", icon="scale",
                       keywords="xieyi moban", permission=ALL),
            ActionSpec("mediation.open_ledger_imports", N_("Ledgers brought in"), "mediation.ledger_imports", icon="upload",
                       keywords="taizhang daoru chexiao", permission=ALL)]

"""What comes after: rounds of return visits, a quarrel that comes back, phrases, old imports. Wiring only; read by hooks.py."""

from desk.api import N_, ActionSpec, NavEntry
from plugins.mediation.paper_table import Paper

READ, WRITE, ALL = "mediation.case.read", "mediation.case.write", "mediation.case.all"
PAGES, VIEWS = "plugins.mediation.pages", "plugins.mediation.views"
_PLACES = (("visit_months", N_("Rounds of return visits"), "visit_rounds:ROUNDS", READ),
           ("visit_month", N_("Round of return visits"), "visit_rounds:ROUND_RECORD", READ),
           ("visit_plan_form", N_("Who visits whom"), "forms_visiting:VISIT_PLAN_FORM", WRITE),
           ("tracker_form", N_("Who follows it up"), "forms_visiting:TRACKER_FORM", WRITE),
           ("again_form", N_("It came back"), "forms_later:AGAIN_FORM", WRITE),
           ("phrases_form", N_("Phrases"), "forms_later:PHRASES_FORM", ALL),
           ("templates_form", N_("Templates of agreements"), "forms_wording:TEMPLATES_FORM", ALL),
           ("ledger_imports", N_("Ledgers brought in"), "ledger_imports:IMPORTS", ALL),
           ("ledger_import", N_("Ledger brought in"), "ledger_imports:IMPORT_RECORD", ALL))
PAPERS = (Paper("visit_round", "矛盾纠纷回访计划表", "mediation.visit_month", "visit_round:load_round",
                "visit_round:round_table"),)


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
            ActionSpec("mediation.open_phrases", N_("Phrases of the mediation room"), "mediation.phrases_form", icon="scale",
                       keywords="changyongyu tiaokuan", permission=ALL),
            ActionSpec("mediation.open_templates", N_("Templates of agreements"), "mediation.templates_form", icon="scale",
                       keywords="xieyi moban", permission=ALL),
            ActionSpec("mediation.open_ledger_imports", N_("Ledgers brought in"), "mediation.ledger_imports", icon="upload",
                       keywords="taizhang daoru chexiao", permission=ALL)]

"""What the legal side contributes: lectures, months of the legal desk, ways of law, house rules. Wiring; read by hooks.py."""

from desk.api import N_, ActionSpec, NavEntry
from plugins.mediation.paper_table import Paper

READ, WRITE, LEGAL, ALL = "mediation.case.read", "mediation.case.write", "mediation.legal.desk", "mediation.case.all"
PAGES = "plugins.mediation.pages"
_PLACES = (
    ("lectures", N_("Lectures on law"), "legal:LECTURES", READ), ("lecture", N_("Lecture"), "legal:LECTURE_RECORD", READ),
    ("legal_months", N_("Legal desk month by month"), "legal:MONTHS", READ),
    ("legal_month", N_("Month of the legal desk"), "legal:MONTH_RECORD", READ),
    ("lecture_form", N_("Lecture on law"), "forms_legal:LECTURE_FORM", LEGAL),
    ("legal_referral_form", N_("Show a party a way of law"), "forms_legal:REFERRAL_FORM", WRITE),
    ("legal_referral_edit", N_("Way of law shown"), "forms_legal:REFERRAL_EDIT", WRITE),
    ("appraisal_form", N_("Stop the clock for an appraisal"), "forms_legal:PAUSE_FORM", WRITE),
    ("appraisal_over_form", N_("The appraisal is over"), "forms_legal:RESUME_FORM", WRITE),
    ("stop_plan_form", N_("Plan tours of the mobile stop"), "forms_legal:STOP_PLAN_FORM", WRITE))
_PAPERS = (
    ("duty_sheet", "值班律师排班表", "legal_month", "load_month", "duty_sheet"),
    ("stop_sheet", "流动法律服务站巡回安排表", "legal_month", "load_month", "stop_sheet"),
    ("lecture_sheet", "法治讲座登记（签到）表", "lecture", "load_lecture", "lecture"),
    ("legal_ways", "法律途径告知书", "legal_referral", "load_referral", "legal_ways"),
    ("legal_referral_letter", "引导法律途径转介函", "legal_referral", "load_referral", "referral_letter"),
    ("house_room", "人民调解室工作制度", "body", "load_house_room", "house_room"),
    ("house_mediator", "人民调解员守则", "body", "load_house_mediator", "house_mediator"),
    ("house_parties", "当事人权利义务", "body", "load_house_parties", "house_parties"))
PAPERS = (*(Paper(code, title, f"mediation.{record}", f"legal:{load}", f"legal:{build}")
            for code, title, record, load, build in _PAPERS),
          Paper("legal_invitation", "邀请法律工作者参加调解函", "mediation.plan", "loading_file:load_plan", "legal:invitation"))


def nav_entries() -> list[NavEntry]:
    """Opened from the box and from other pages."""
    return [NavEntry(f"mediation.{name}", title, f"{PAGES}.{path}", "scale", permission=right, hidden=True)
            for name, title, path, right in _PLACES]


def actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [
        ActionSpec("mediation.open_lectures", N_("Lectures on law"), "mediation.lectures", icon="scale",
                   keywords="fazhi jiangzuo xuanjiang", permission=READ),
        ActionSpec("mediation.open_legal_months", N_("Legal desk month by month"), "mediation.legal_months", icon="calendar",
                   keywords="lvshi zhiban paiban xunhui", permission=READ),
        ActionSpec("mediation.plan_stops", N_("Plan tours of the mobile stop"), "mediation.stop_plan_form",
                   icon="calendar-plus", keywords="liudong falv fuwuzhan xunhui", permission=WRITE)]

"""What the work with others contributes: studies, slips, court, copies, legal desk, bodies. Wiring only; read by hooks.py."""

from desk.api import N_, ActionSpec, NavEntry
from plugins.mediation.paper_table import Paper

READ, WRITE, ALL, LEGAL = "mediation.case.read", "mediation.case.write", "mediation.case.all", "mediation.legal.desk"
HOLD = "desk.meetings.hold"
PAGES = "plugins.mediation.pages"
_LISTS = (
    ("studies", N_("Joint studies"), "STUDIES", READ, "huizhen"), ("handovers", N_("Hand-overs with the grid"), "HANDOVERS",
                                                                  READ, "wangge yijiao"),
    ("court_matters", N_("Matters of the court"), "COURT_MATTERS", READ, "susong duijie fayuan"),
    ("result_copies", N_("Copies of results"), "RESULT_COPIES", READ, "chaosong"),
    ("consults", N_("Legal desk"), "CONSULTS", LEGAL, "falv zixun yuanzhu"),
    ("bodies", N_("Who takes part in mediation"), "BODIES_LIST", READ, "tiaojie jizhi chengyuan"))
_MEETINGS = (
    ("joint_meetings", N_("Joint meetings on disputes"), "joint_meetings:MEETINGS", READ),
    ("joint_meeting", N_("Joint meeting on disputes"), "joint_meetings:RECORD", READ),
    ("joint_meeting_form", N_("Call a joint meeting"), "joint_meetings:MEETING_FORM", HOLD),
    ("joint_meeting_edit", N_("Change what was called"), "joint_meetings:MEETING_EDIT", HOLD),
    ("joint_minutes_form", N_("Write the minutes"), "joint_meetings:MINUTES_FORM", HOLD),
    ("joint_task_form", N_("A task is done"), "joint_meetings:TASK_FORM", HOLD),
    ("class_plans_form", N_("Limits and departments by kind of dispute"), "forms_plans:PLANS_FORM", ALL))
_CARDS = (("study", "STUDY_RECORD"), ("handover", "HANDOVER_RECORD"), ("court_matter", "COURT_RECORD"),
          ("result_copy", "COPY_RECORD"), ("consult", "CONSULT_RECORD"), ("body", "BODY_RECORD"))
_FORMS = (("study_form", "STUDY_FORM", WRITE), ("handover_form", "HANDOVER_FORM", WRITE),
          ("handover_reply_form", "HANDOVER_REPLY_FORM", WRITE), ("court_matter_form", "COURT_MATTER_FORM", WRITE),
          ("court_list_form", "COURT_LIST_FORM", WRITE),
          ("court_accept_form", "COURT_ACCEPT_FORM", WRITE), ("court_return_form", "COURT_RETURN_FORM", WRITE),
          ("result_copy_form", "RESULT_COPY_FORM", ALL), ("result_sent_form", "RESULT_SENT_FORM", ALL),
          ("consult_form", "CONSULT_FORM", LEGAL), ("body_form", "BODY_FORM", ALL), ("lead_body_form", "LEAD_BODY_FORM", WRITE),
          ("doorstep_form", "DOORSTEP_FORM", WRITE), ("duty_form", "DUTY_FORM", LEGAL))
_OF_DESK = {"visit": "visit", "joint_meeting": "gathering"}
_FILES = {"joint_meeting": "joint_meeting"}
_PAPERS = (
    ("study_notice", "集中会诊通知", "study", "load_study", "study_notice", READ),
    ("study_minutes", "集中会诊纪要", "study", "load_study", "study_minutes", READ),
    ("handover_slip", "网格事件与调解移交单", "handover", "load_handover", "handover", READ),
    ("joint_notice", "矛盾纠纷调解联席会议通知", "joint_meeting", "load", "notice", READ),
    ("joint_minutes", "矛盾纠纷调解联席会议纪要", "joint_meeting", "load", "minutes", READ),
    ("joint_trend", "矛盾纠纷趋势研判表", "joint_meeting", "load", "trend", READ),
    ("handover_return", "网格移交事项办理结果反馈单", "handover", "load_handover", "handover_return", READ),
    ("court_letter", "诉前委派（委托）调解接收函", "court_matter", "load_court", "court_letter", READ),
    ("court_return", "诉前委派（委托）调解复函", "court_matter", "load_court", "court_return", READ),
    ("result_copy", "矛盾纠纷化解结果抄送单", "result_copy", "load_copy", "result_copy", READ),
    ("referral", "公共法律服务转介单", "consult", "load_consult", "referral", LEGAL),
    ("appointment_slip", "值班律师预约单", "consult", "load_consult", "appointment", LEGAL),
    ("doorstep_slip", "门前店面调解登记单", "visit", "load_doorstep", "doorstep", READ),
    ("bodies_sheet", "综合性调解机制成员一览表", "body", "load_bodies", "bodies", READ))
PAPERS = tuple(Paper(code, title, _OF_DESK.get(record, f"mediation.{record}"), f"{_FILES.get(record, 'joint')}:{load}",
                     f"{_FILES.get(record, 'joint')}:{build}", permission=right)
               for code, title, record, load, build, right in _PAPERS)


def nav_entries() -> list[NavEntry]:
    """Opened from the box and from other pages."""
    return [
        *(NavEntry(f"mediation.{name}", title, f"{PAGES}.joint:{spec}", "users", permission=right, hidden=True)
          for name, title, spec, right, _keywords in _LISTS),
        *(NavEntry(f"mediation.{name}", N_("Mediation"), f"{PAGES}.joint:{spec}", "users", hidden=True,
                   permission=LEGAL if name == "consult" else READ) for name, spec in _CARDS),
        *(NavEntry(f"mediation.{name}", N_("Mediation"), f"{PAGES}.forms_joint:{spec}", "users", permission=right, hidden=True)
          for name, spec, right in _FORMS),
        *(NavEntry(f"mediation.{name}", title, f"{PAGES}.{path}", "users", permission=right, hidden=True)
          for name, title, path, right in _MEETINGS)]


def actions() -> list[ActionSpec]:
    """Commands for the box."""
    return [
        *(ActionSpec(f"mediation.open_{name}", title, f"mediation.{name}", icon="users", keywords=keywords, permission=right)
          for name, title, _spec, right, keywords in _LISTS),
        ActionSpec("mediation.open_joint_meetings", N_("Joint meetings on disputes"), "mediation.joint_meetings", icon="users",
                   keywords="lianxi huiyi qushi yanpan", permission=READ),
        ActionSpec("mediation.class_plans", N_("Limits and departments by kind of dispute"), "mediation.class_plans_form",
                   icon="users", keywords="baoan qixian bumen leibie", permission=ALL),
        ActionSpec("mediation.new_doorstep", N_("Mediation at the door or shop"), "mediation.doorstep_form", icon="scale",
                   keywords="menqian dianmian liudong", permission=WRITE),
        ActionSpec("mediation.new_consult", N_("Receive somebody at the legal desk"), "mediation.consult_form", icon="scale",
                   keywords="falv zixun jiedai", permission=LEGAL),
        ActionSpec("mediation.court_list", N_("Bring the court's list in"), "mediation.court_list_form", icon="upload",
                   keywords="fayuan mingdan daoru", permission=WRITE),
        ActionSpec("mediation.duty", N_("Duty lawyers"), "mediation.duty_form", icon="calendar", keywords="zhiban lvshi",
                   permission=LEGAL)]
